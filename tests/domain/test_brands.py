"""What one plan takes over from another one of its brand."""

from __future__ import annotations

from smartgoals.domain.brands import brand_key, offers_something, with_brand_of
from smartgoals.domain.plan import Plan

OTHER = Plan(
    brand="Café",
    description="We bake bread",
    company_goals=("", "Sell more lunches", "Open a second shop"),
    served_goal=2,
)


def test_a_plan_takes_over_the_sentence_and_the_goals_of_its_brand() -> None:
    plan = with_brand_of(Plan(brand="cafe"), OTHER)
    assert plan.description == "We bake bread"
    assert plan.company_goals == ("Sell more lunches", "Open a second shop")
    assert plan.served_company_goal == "Open a second shop"
    assert plan.brand == "cafe"


def test_what_is_written_already_stays() -> None:
    plan = Plan(description="We roast coffee", company_goals=("Grow",), served_goal=None)
    assert with_brand_of(plan, OTHER) == plan
    assert not offers_something(OTHER, plan)
    assert with_brand_of(plan.replace(company_goals=()), OTHER).description == "We roast coffee"


def test_of_goals_of_which_none_is_served_the_first_one_is_taken() -> None:
    plan = with_brand_of(Plan(), OTHER.replace(served_goal=None))
    assert plan.served_company_goal == "Sell more lunches"


def test_a_plan_in_which_nothing_is_said_of_the_business_offers_nothing() -> None:
    assert not offers_something(Plan(brand="Café", company_goals=(" ",)), Plan())


def test_a_brand_is_the_same_however_it_is_typed() -> None:
    assert brand_key(" Çınaraltı  KAHVE") == brand_key("cinaralti kahve")
    assert brand_key("Campfire") != brand_key("Campfire, Inc.")
