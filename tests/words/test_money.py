"""What a plan costs and brings, in words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from smartgoals.domain.plan import Plan
from smartgoals.domain.strategy import Cost, Money
from smartgoals.domain.value import MAX_AMOUNT
from smartgoals.formats import Formats
from smartgoals.words.money import UNKNOWN, Figure, money_figures, time_cost_text

ENGLISH = Formats("en_GB")
START = dt.date(2027, 3, 15)
quantities = st.none() | st.decimals(0, MAX_AMOUNT - 1, places=6)


def plan_of(cost: Any = None, **money: Any) -> Plan:
    costs = () if cost is None else (Cost(kind_id="A11.3-advertising", amount=Decimal(cost)),)
    amounts = {k: Decimal(v) if isinstance(v, int) else v for k, v in money.items()}
    return Plan(
        start=START, due=START + dt.timedelta(weeks=13), money=Money(costs=costs, **amounts)
    )


def figures(plan: Plan) -> dict[str, Figure]:
    names = ("investment", "return", "roi", "break_even")
    return dict(zip(names, money_figures(plan, ENGLISH), strict=True))


def test_of_2015_spent_and_2600_earned_come_29_percent() -> None:
    found = figures(plan_of(845, hours_per_week=6, hourly_rate=15, expected_return=2600))
    assert found["investment"] == Figure("Investment", "2,015", "all costs, 1,170 of them for time")
    assert found["return"].number == "2,600"
    assert found["roi"].number == "+29 %"
    assert found["roi"].meaning == "for every 100 spent, 129.03 come back"


def test_a_loss_is_said_calmly() -> None:
    roi = figures(plan_of(1000, expected_return=800))["roi"]
    assert (roi.number, roi.tone) == ("-20 %", "look")
    assert "80 come back" in roi.meaning


def test_costs_without_return_have_no_result() -> None:
    found = figures(plan_of(845))
    assert found["return"].number == UNKNOWN
    assert found["roi"] == Figure("Return on investment", UNKNOWN, "needs costs and a return")


def test_a_return_without_costs_has_no_result() -> None:
    found = figures(plan_of(expected_return=2600))
    assert found["investment"].number == UNKNOWN
    assert found["roi"].number == UNKNOWN
    assert "nothing was put in" in found["roi"].meaning


def test_a_cost_of_zero_divides_nothing() -> None:
    assert figures(plan_of(0, expected_return=2600))["roi"].number == UNKNOWN


def test_units_at_their_value_stand_in_for_the_return() -> None:
    found = figures(plan_of(845, unit_value=40, expected_units=65))
    assert (found["return"].number, found["return"].meaning) == ("2,600", "65 × 40")


def test_the_break_even_names_the_unit_and_what_is_expected() -> None:
    money = {"unit_value": 40, "unit_name": "new regular guest"}
    found = figures(plan_of(2015, **money, expected_units=65))["break_even"]
    assert (found.number, found.tone) == ("51", "good")
    assert found.meaning == "times “new regular guest” pay for everything; 65 are expected"
    assert figures(plan_of(2015, **money, expected_units=50))["break_even"].tone == "look"


def test_a_unit_that_is_worth_nothing_never_pays() -> None:
    found = figures(plan_of(845, unit_value=0))["break_even"]
    assert found.number == UNKNOWN
    assert "worth nothing" in found.meaning


def test_the_cost_of_time_shows_its_sum() -> None:
    text = time_cost_text(plan_of(hours_per_week=6, hourly_rate=15), ENGLISH)
    assert text == "6 h a week × 13 weeks × 15 = 1,170"


def test_the_cost_of_time_says_what_it_needs() -> None:
    assert time_cost_text(Plan(), ENGLISH) == ""
    assert "Hours and what an hour costs" in time_cost_text(plan_of(hours_per_week=6), ENGLISH)
    undated = plan_of(hours_per_week=6, hourly_rate=15).replace(due=None)
    assert "start and due" in time_cost_text(undated, ENGLISH)


def test_no_hours_cost_nothing() -> None:
    text = time_cost_text(plan_of(hours_per_week=0, hourly_rate=15), ENGLISH)
    assert text == "No hours, so your time costs nothing here."


@given(
    quantities,
    st.fixed_dictionaries(
        {
            "hours_per_week": quantities,
            "hourly_rate": quantities,
            "expected_return": quantities,
            "unit_value": quantities,
            "expected_units": quantities,
        }
    ),
)
def test_no_amounts_break_the_sentences(cost: Decimal | None, money: dict[str, Any]) -> None:
    plan = plan_of(cost, **money)
    texts = [f.number + f.meaning for f in money_figures(plan, ENGLISH)]
    texts.append(time_cost_text(plan, ENGLISH))
    assert not [text for text in texts if "nan" in text.lower() or "inf" in text.lower()]
