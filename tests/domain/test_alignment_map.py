"""Which plans serve which goals of the business, brand by brand."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from smartgoals.domain.alignment_map import BrandMap, alignment_map, of_brand
from smartgoals.domain.plan import Closing, Plan
from smartgoals.domain.tactic import Tactic
from smartgoals.domain.terms import Outcome

GOALS = ("Enter a new segment", "Ship three features", "Raise the NPS")


def campfire(title: str, served: int | None = 0, **changes: object) -> Plan:
    plan = Plan(title=title, brand="Campfire", company_goals=GOALS, served_goal=served)
    return plan.replace(**changes)


def titles(brand: BrandMap) -> dict[str, list[str]]:
    found = {goal.goal: [each.plan.title for each in goal.plans] for goal in brand.goals}
    return {**found, "": [each.plan.title for each in brand.others]}


def test_each_goal_has_the_plans_that_serve_it_and_some_have_none() -> None:
    plans = (campfire("Known", 0), campfire("Launch", 1), campfire("Known well", 0))
    (brand,) = alignment_map(plans)
    assert titles(brand) == {
        "Enter a new segment": ["Known", "Known well"],
        "Ship three features": ["Launch"],
        "Raise the NPS": [],
        "": [],
    }
    assert brand.served == 2


def test_a_plan_that_serves_no_goal_is_shown_as_such() -> None:
    (brand,) = alignment_map([campfire("Adrift", None), campfire("Known", 0)])
    assert titles(brand)[""] == ["Adrift"]


def test_one_goal_typed_in_two_ways_is_one_goal() -> None:
    first = Plan(title="A", brand="Çınar", company_goals=("Daha çok ışık.",), served_goal=0)
    second = Plan(title="B", brand="ÇINAR ", company_goals=("daha ÇOK  isik",), served_goal=0)
    (brand,) = alignment_map([first, second])
    assert brand.brand == "Çınar"
    assert titles(brand) == {"Daha çok ışık.": ["A", "B"], "": []}


def test_a_blank_goal_is_no_goal() -> None:
    plan = Plan(title="A", company_goals=("", "  ", "Grow"), served_goal=1)
    (brand,) = alignment_map([plan])
    assert titles(brand) == {"Grow": [], "": ["A"]}


def test_brands_go_by_name_and_plans_without_one_come_last() -> None:
    plans = [Plan(title="bare"), Plan(brand="Økt"), Plan(brand="Campfire"), Plan(brand="økt")]
    assert [brand.brand for brand in alignment_map(plans)] == ["Campfire", "Økt", ""]


def test_active_plans_come_before_drafts_and_closed_ones(cafe: Plan) -> None:
    goal = {"company_goals": ("Grow",), "served_goal": 0, "brand": "Café"}
    day = dt.date(2027, 6, 1)
    closing = Closing(day=day, outcome=Outcome.ACHIEVED)
    plans = [
        Plan(title="Draft").replace(**goal),
        cafe.replace(id="c", title="Closed", closing=closing, **goal),
        cafe.replace(id="l", title="Later", due=dt.date(2027, 9, 1), **goal),
        cafe.replace(id="s", title="Sooner", **goal),
    ]
    (brand,) = alignment_map(plans)
    assert titles(brand)["Grow"] == ["Sooner", "Later", "Draft", "Closed"]


def test_tactics_are_in_the_order_of_work_and_parked_ones_last() -> None:
    tactics = (
        Tactic(id="p", name="Parked", value=9, complexity=1, parked=True),
        Tactic(id="b", name="Big", value=9, complexity=9),
        Tactic(id="q", name="Quick", value=8, complexity=2),
        Tactic(id="u", name="Unscored"),
    )
    ((branch,),) = (brand.plans for brand in alignment_map([Plan(tactics=tactics)]))
    assert [tactic.name for tactic in branch.tactics] == ["Quick", "Big", "Unscored", "Parked"]


def test_a_brand_is_found_however_its_name_is_typed() -> None:
    maps = alignment_map([Plan(brand="Çınaraltı Kahve"), Plan(brand="Other")])
    assert [brand.brand for brand in of_brand(maps, "cinaralti  KAHVE")] == ["Çınaraltı Kahve"]
    assert of_brand(maps, "nobody") == ()


def test_without_plans_there_is_nothing_to_draw() -> None:
    assert alignment_map([]) == ()


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    goals = draw(st.lists(st.sampled_from(["Grow", "grow ", "Sell", "", " "]), max_size=3))
    served = draw(st.none() | st.integers(0, 2))
    brand = draw(st.sampled_from(["", "A", "a ", "B"]))
    return Plan(brand=brand, company_goals=tuple(goals), served_goal=served)


@given(st.lists(plans(), max_size=8))
def test_every_plan_is_on_the_map_exactly_once(given_plans: list[Plan]) -> None:
    shown = [branch.plan.id for brand in alignment_map(given_plans) for branch in brand.plans]
    assert sorted(shown) == sorted(plan.id for plan in given_plans)
