"""The goal in one sentence, with any part missing."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.domain.check_in import CheckIn, Reading
from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Direction, MetricKind, Period, TargetKind
from smartgoals.formats import Formats
from smartgoals.words.sentences import alignment, statement

DUE = dt.date(2027, 6, 14)


def said(formats: Formats | None = None, **facts: Any) -> str:
    return statement(Plan(**facts), formats or Formats())


def one(**facts: Any) -> str:
    """The sentence about one metric."""
    return said(metrics=(Metric(**{"name": "fans", **facts}),))


def number(amount: str) -> Target:
    return Target(amount=Decimal(amount))


def percent(amount: str) -> Target:
    return Target(kind=TargetKind.PERCENT, amount=Decimal(amount))


def factor(amount: str) -> Target:
    return Target(kind=TargetKind.FACTOR, amount=Decimal(amount))


FANS = Metric(
    library_id="m01",
    name="fans",
    kind=MetricKind.STOCK,
    channel="Facebook",
    baseline=Decimal(1200),
    target=percent("15"),
)
CLICKS = Metric(
    library_id="m15",
    period=Period.MONTH,
    channel="Facebook",
    baseline=Decimal(400),
    target=percent("15"),
)
REACH = Metric(
    name="average reach per post",
    kind=MetricKind.AVERAGE,
    channel="Facebook",
    baseline=Decimal(310),
    target=number("540"),
)
CAFE: dict[str, Any] = {
    "company_goals": ("become the regular stop for people living within five miles",),
    "served_goal": 0,
    "broad_goal": "Make our café known",
    "metrics": (FANS, CLICKS, REACH),
    "due": DUE,
}


def test_the_cafe_is_told_in_one_sentence() -> None:
    assert said(**CAFE) == (
        "By 14 June 2027, raise Facebook fans from 1,200 to 1,380 (+15 %), "
        "link clicks from 400 to 460 a month (+15 %) and average reach per post "
        "from 310 to 540 (+74 %), to help us become the regular stop for people living "
        "within five miles."
    )


def test_the_sentence_reads_well_with_any_part_missing() -> None:
    without_due = {**CAFE, "due": None, "metrics": (FANS,)}
    assert said(**without_due) == (
        "Raise Facebook fans from 1,200 to 1,380 (+15 %), to help us become the regular stop "
        "for people living within five miles."
    )
    assert said(**{**without_due, "served_goal": None}) == (
        "Raise Facebook fans from 1,200 to 1,380 (+15 %)."
    )
    assert said(due=DUE, metrics=(FANS,)) == (
        "By 14 June 2027, raise Facebook fans from 1,200 to 1,380 (+15 %)."
    )


def test_before_there_is_a_metric_the_broad_goal_is_told_as_it_was_typed() -> None:
    aim = {"broad_goal": "Make our café known."}
    purpose = {"company_goals": ("sell more lunches",), "served_goal": 0}
    assert said() == ""
    assert said(due=DUE) == ""
    assert said(**aim) == "Make our café known."
    assert said(**aim, due=DUE) == "By 14 June 2027: Make our café known."
    assert said(**aim, **purpose) == "Make our café known, to help us sell more lunches."
    assert said(**aim, **purpose, due=DUE) == (
        "By 14 June 2027: Make our café known, to help us sell more lunches."
    )


def test_a_marketing_goal_is_what_it_is_for_when_there_is_no_company_goal() -> None:
    assert said(metrics=(FANS,), marketing_goal_id="B2.1").endswith(
        ", to help us raise brand awareness."
    )
    assert said(metrics=(FANS,), marketing_goal_id="gone").endswith("(+15 %).")


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({}, "Raise fans."),
        ({"baseline": Decimal(1200)}, "Raise fans."),
        ({"target": number("1380")}, "Raise fans to 1,380."),
        ({"target": number("1380"), "baseline_unknown": True}, "Raise fans to 1,380."),
        ({"target": percent("15")}, "Raise fans by 15 %."),
        ({"target": factor("2")}, "Raise fans to 2 times what it is now."),
        (
            {"target": percent("12"), "kind": MetricKind.RATE},
            "Raise fans by 12 percentage points.",
        ),
        ({"target": number("500"), "baseline": Decimal(0)}, "Raise fans from 0 to 500."),
        ({"target": number("9"), "baseline": Decimal(9)}, "Raise fans from 9 to 9."),
        (
            {"target": factor("2"), "baseline": Decimal(5)},
            "Raise fans from 5 to 10 (+100 %).",
        ),
        (
            {"target": percent("12"), "baseline": Decimal(8), "kind": MetricKind.RATE},
            "Raise fans from 8 % to 20 % (+12 percentage points).",
        ),
        (
            {"target": number("9"), "baseline": Decimal(8), "kind": MetricKind.SHARE},
            "Raise fans from 8 % to 9 % (+1 percentage point).",
        ),
        (
            {"target": number("60"), "baseline": Decimal(50), "unit": "bookings"},
            "Raise fans from 50 to 60 bookings (+20 %).",
        ),
    ],
)
def test_a_rising_metric_is_told_as_far_as_it_is_known(
    facts: dict[str, Any], sentence: str
) -> None:
    assert one(**facts) == sentence


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({"target": number("0.84")}, "Lower cost per click from 1.20 to 0.84 (-30 %)."),
        ({"target": percent("-30")}, "Lower cost per click from 1.20 to 0.84 (-30 %)."),
        ({"target": percent("-30"), "baseline": None}, "Lower cost per click by 30 %."),
    ],
)
def test_a_falling_metric_is_lowered(facts: dict[str, Any], sentence: str) -> None:
    metric = {
        "library_id": "m27",
        "name": "",
        "kind": MetricKind.MONEY,
        "direction": Direction.DECREASE,
        "baseline": Decimal("1.2"),
    }
    assert one(**{**metric, **facts}) == sentence


def test_the_first_check_in_becomes_the_start_that_was_not_known() -> None:
    metric = Metric(id="visits", name="visits", baseline_unknown=True, target=percent("50"))
    check_in = CheckIn(day=DUE, readings=(Reading(metric_id="visits", value=Decimal(600)),))
    assert said(metrics=(metric,)) == "Raise visits by 50 %."
    assert said(metrics=(metric,), check_ins=(check_in,)) == (
        "Raise visits from 600 to 900 (+50 %)."
    )


def test_money_has_the_currency_of_the_plan() -> None:
    metric = Metric(
        name="revenue", kind=MetricKind.MONEY, baseline=Decimal(100), target=percent("50")
    )
    assert said(metrics=(metric,), currency="GBP") == "Raise revenue from £100 to £150 (+50 %)."


def test_a_level_is_kept() -> None:
    at_most = {"direction": Direction.AT_MOST, "period": Period.WEEK, "target": number("6")}
    hours = {"library_id": "m54", "name": "", "kind": MetricKind.TIME, **at_most}
    reply = {"name": "reply time", "kind": MetricKind.TIME, "unit": "hours", **at_most}
    assert one(**hours) == "Keep hours spent at or below 6 a week."
    assert one(**{**reply, "period": None}) == "Keep reply time at or below 6 hours."
    assert one(direction=Direction.AT_LEAST, target=number("3")) == "Keep fans at or above 3."
    assert one(direction=Direction.AT_LEAST, target=percent("15")) == (
        "Keep fans at or above +15 %."
    )


def test_metrics_that_go_one_way_share_a_verb() -> None:
    cheaper = Metric(
        name="cost per click",
        direction=Direction.DECREASE,
        baseline=Decimal(2),
        target=number("1"),
    )
    kept = Metric(name="hours", direction=Direction.AT_MOST, target=number("6"))
    assert said(metrics=(FANS, cheaper)) == (
        "Raise Facebook fans from 1,200 to 1,380 (+15 %) and lower cost per click "
        "from 2 to 1 (-50 %)."
    )
    assert said(metrics=(FANS, cheaper, REACH, kept)) == (
        "Raise Facebook fans from 1,200 to 1,380 (+15 %) and average reach per post from 310 "
        "to 540 (+74 %), lower cost per click from 2 to 1 (-50 %), and keep hours at or below 6."
    )


def test_a_channel_is_named_where_it_changes_and_is_not_in_the_name() -> None:
    blog = Metric(name="visits", channel="Blog")
    named = Metric(name="Instagram saves", channel="Instagram")
    assert said(metrics=(FANS.replace(target=None), REACH.replace(target=None), blog, named)) == (
        "Raise Facebook fans, average reach per post, Blog visits and Instagram saves."
    )


def test_what_the_user_typed_stays_as_she_typed_it() -> None:
    metric = Metric(name="  {metric} $5 <b>Größe</b>  ", target=number("5"))
    plan = {"company_goals": ("Win {due} with Good Things Inc.",), "served_goal": 0}
    assert said(metrics=(metric,), **plan) == (
        "Raise {metric} $5 <b>Größe</b> to 5, to help us Win {due} with Good Things Inc."
    )


def test_a_period_in_the_name_is_not_said_twice() -> None:
    facts = {"name": "Clicks a month", "period": Period.MONTH, "target": number("5")}
    assert one(**facts) == "Raise Clicks a month to 5."


def test_a_metric_without_name_is_left_out() -> None:
    assert said(metrics=(Metric(target=number("5")), FANS.replace(target=None))) == (
        "Raise Facebook fans."
    )


def test_numbers_and_dates_are_in_the_writing_of_the_formats() -> None:
    text = said(Formats("it_IT"), due=DUE, metrics=(FANS.replace(baseline=Decimal(12000)),))
    assert "14 giugno 2027" in text
    assert "12.000" in text


def test_the_alignment_ties_the_strategy_to_the_goal() -> None:
    plan = Plan(
        company_goals=("enter a new market segment.",),
        served_goal=0,
        strategy="winning the people it listens to. ",
    )
    assert alignment(plan) == (
        "To help us enter a new market segment, we are winning the people it listens to."
    )
    assert alignment(plan.replace(alignment=" We serve the segment. ")) == "We serve the segment."
    assert alignment(plan.replace(strategy=" ")) == ""
    assert alignment(plan.replace(served_goal=None)) == ""
    assert alignment(plan.replace(served_goal=None, marketing_goal_id="B2.3")) == (
        "To help us win new leads, we are winning the people it listens to."
    )


@given(
    names=st.lists(st.text(max_size=20), max_size=5),
    goal=st.text(max_size=30),
    direction=st.sampled_from(Direction),
    kind=st.sampled_from(MetricKind),
    target=st.none()
    | st.builds(Target, kind=st.sampled_from(TargetKind), amount=st.integers(-9, 9)),
    baseline=st.none() | st.integers(-9, 9),
)
def test_any_plan_has_a_sentence_that_ends(
    *,
    names: list[str],
    goal: str,
    direction: Direction,
    kind: MetricKind,
    target: Target | None,
    baseline: int | None,
) -> None:
    start = None if baseline is None else Decimal(baseline)
    facts = {"direction": direction, "kind": kind, "target": target, "baseline": start}
    text = said(broad_goal=goal, metrics=tuple(Metric(name=name, **facts) for name in names))
    assert text == "" or text.endswith(".")
