from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from smartgoals.domain.check_ins import with_check_in
from smartgoals.domain.metric import Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.progress import MetricProgress, metric_progress
from smartgoals.domain.terms import Direction, MetricKind
from smartgoals.formats import Formats
from smartgoals.words.sentences import pace_text
from smartgoals.words.standing import (
    expected_text,
    needed_text,
    now_text,
    standing_text,
    way_text,
)

FORMATS = Formats("en_GB")
TODAY = dt.date(2027, 4, 28)


def stood(plan: Plan, value: str | None, today: dt.date = TODAY) -> MetricProgress:
    if value is not None:
        plan = with_check_in(plan, today, {"fans": Decimal(value)}, today=today)
    return metric_progress(plan, plan.metric("fans"), today)


def aimed(plan: Plan, direction: Direction, amount: int, **changes: object) -> Plan:
    metric = plan.metric("fans").replace(
        direction=direction, target=Target(amount=Decimal(amount)), **changes
    )
    return plan.with_metric(metric)


def told(progress: MetricProgress) -> tuple[str, str, str, str]:
    return (
        now_text(progress, FORMATS),
        expected_text(progress, FORMATS),
        standing_text(progress, FORMATS),
        needed_text(progress, FORMATS),
    )


def test_a_rising_metric_says_how_far_it_is(cafe: Plan) -> None:
    assert told(stood(cafe, "1283")) == ("1,283", "1,287", "2 days behind · on track", "+14.4")


def test_a_falling_metric_is_ahead_when_it_is_lower(cafe: Plan) -> None:
    falling = aimed(cafe, Direction.DECREASE, 1000)
    now, expected, standing, needed = told(stood(falling, "1080"))
    assert (now, expected) == ("1,080", "1,103")
    assert standing == "11 days ahead · ahead"
    assert needed == "-11.9"


@pytest.mark.parametrize(("value", "standing"), [("1250", "Achieved"), ("1190", "Wrong way")])
def test_a_level_to_keep_is_kept_or_not_without_days(cafe: Plan, value: str, standing: str) -> None:
    keeping = aimed(cafe, Direction.AT_LEAST, 1200)
    assert told(stood(keeping, value))[1:] == ("1,200", standing, "–")


def test_before_the_first_check_in_nothing_is_judged(cafe: Plan) -> None:
    assert told(stood(cafe, None)) == ("–", "1,287", "No check-in yet", "–")


def test_in_the_first_tenth_of_the_time_nothing_is_judged(cafe: Plan) -> None:
    progress = stood(cafe, "1201", dt.date(2027, 3, 20))
    assert standing_text(progress, FORMATS) == "Too early to say"


def test_below_the_baseline_nothing_is_on_time(cafe: Plan) -> None:
    before_the_start = stood(cafe, "1100", dt.date(2027, 3, 1))
    assert before_the_start.days_ahead == 0
    assert standing_text(before_the_start, FORMATS) == "Wrong way"
    assert "on time" not in pace_text(before_the_start, FORMATS)


def test_nothing_is_foretold_from_the_first_days_or_on_the_last(cafe: Plan) -> None:
    for day in (dt.date(2027, 3, 16), dt.date(2027, 6, 14)):
        assert "goes on like this" not in pace_text(stood(cafe, "1190", day), FORMATS)
    assert "goes on like this" in pace_text(stood(cafe, "1190", TODAY), FORMATS)


def test_half_of_the_way_on_the_only_day_is_not_on_time(cafe: Plan) -> None:
    of_a_day = cafe.replace(start=TODAY, due=TODAY, milestone_days=None)
    assert standing_text(stood(of_a_day, "1290"), FORMATS) == "Off track"


def test_a_metric_in_percent_is_told_in_percent(cafe: Plan) -> None:
    rate = aimed(cafe, Direction.INCREASE, 20, kind=MetricKind.RATE, baseline=Decimal(8))
    assert told(stood(rate, "14"))[:2] == ("14 %", "13.8 %")


def test_nearly_there_is_not_there(cafe: Plan) -> None:
    assert way_text(stood(cafe, "1379.9"), FORMATS) == "99 % of the way · 48 % of the time"
    assert way_text(stood(cafe, None), FORMATS) == ""
