"""Sentences about dates, lengths, places and paces."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from smartgoals.domain.change import change
from smartgoals.domain.check_in import CheckIn, Reading
from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.progress import metric_progress
from smartgoals.domain.tactic import Recurrence, Tactic
from smartgoals.domain.terms import Direction, Frequency, MetricKind, Quadrant
from smartgoals.formats import Formats
from smartgoals.words.sentences import (
    change_text,
    due_text,
    length_text,
    pace_text,
    place_text,
    recurrence_text,
    timeframe_text,
)

START, DUE = dt.date(2027, 3, 15), dt.date(2027, 6, 14)


@pytest.mark.parametrize(
    ("recurrence", "text"),
    [
        (Recurrence(frequency=Frequency.DAILY), "every day"),
        (Recurrence(frequency=Frequency.WEEKLY, weekdays=(3, 0)), "every Monday and Thursday"),
        (Recurrence(frequency=Frequency.WEEKLY, weekdays=tuple(range(7))), "every day"),
        (Recurrence(frequency=Frequency.WEEKLY, weekdays=()), ""),
        (Recurrence(month_day=30), "by the 30th of every month"),
        (Recurrence(month_day=None), "by the last day of every month"),
    ],
)
def test_a_recurrence_is_told_in_human_form(recurrence: Recurrence, text: str) -> None:
    assert recurrence_text(recurrence, Formats()) == text


def test_days_of_the_week_are_small_inside_a_turkish_sentence() -> None:
    twice = Recurrence(frequency=Frequency.WEEKLY, weekdays=(0, 1))
    assert recurrence_text(twice, Formats("tr_TR")) == "every pazartesi ve salı"


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        ({}, ""),
        ({"due": DUE}, "14 Jun 2027"),
        ({"recurrence": Recurrence(month_day=1)}, "by the 1st of every month"),
        ({"due": DUE, "parked": True}, "parked"),
        ({"parked": True, "parked_until": "until someone is hired"}, "until someone is hired"),
    ],
)
def test_a_tactic_is_due_by_its_date_or_parked(facts: dict[str, Any], text: str) -> None:
    assert due_text(Tactic(**facts), Formats()) == text


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (0, "1 day"),
        (1, "1 day"),
        (13, "13 days"),
        (14, "2 weeks"),
        (91, "13 weeks"),
        (94, "about 13 weeks"),
        (95, "about 14 weeks"),
        (181, "about 26 weeks"),
    ],
)
def test_a_length_is_told_in_days_or_weeks(days: int, text: str) -> None:
    assert length_text(START, START + dt.timedelta(days)) == text


def test_a_timeframe_is_told_as_far_as_it_is_known() -> None:
    formats = Formats()
    plan = Plan(start=START, due=DUE)
    assert timeframe_text(plan, formats) == "13 weeks, from 15 March 2027 to 14 June 2027"
    assert timeframe_text(plan.replace(start=None), formats) == "Due on 14 June 2027"
    assert timeframe_text(plan.replace(due=None), formats) == "Starts on 15 March 2027"
    assert timeframe_text(Plan(), formats) == ""
    assert timeframe_text(plan.replace(due=dt.date(2027, 3, 1)), formats) == ""


@pytest.mark.parametrize(
    ("baseline", "target", "kind", "text"),
    [
        (310, 540, MetricKind.AVERAGE, "+74 %"),
        (8, 20, MetricKind.RATE, "+12 percentage points"),
        (20, 19, MetricKind.SHARE, "-1 percentage point"),
        (0, 500, MetricKind.COUNT, "from 0 to 500"),
        (5, 5, MetricKind.COUNT, "0 %"),
    ],
)
def test_a_change_is_told_in_percent_in_points_or_from_zero(
    baseline: int, target: int, kind: MetricKind, text: str
) -> None:
    assert change_text(change(Decimal(baseline), Decimal(target), kind), Formats(), kind) == text


def test_a_place_on_the_chart_is_read_aloud() -> None:
    assert place_text("Post", 9, 2, Quadrant.QUICK_WINS) == (
        "Post: value 9, complexity 2, Quick wins"
    )


def pace(value: int, today: dt.date, **facts: Any) -> str:
    metric = Metric(
        **{
            "id": "fans",
            "kind": MetricKind.STOCK,
            "baseline": Decimal(1200),
            "target": Target(amount=Decimal(1380)),
            **facts,
        }
    )
    check_in = CheckIn(day=today, readings=(Reading(metric_id="fans", value=Decimal(value)),))
    plan = Plan(metrics=(metric,), start=START, due=DUE, check_ins=(check_in,))
    return pace_text(metric_progress(plan, metric, today), Formats())


def test_a_metric_on_its_way_tells_where_it_stands_and_is_heading() -> None:
    assert pace(1283, dt.date(2027, 4, 26)) == (
        "1,283 on 26 April 2027; 1,283 is expected by today. That is right on time. "
        "From here it takes +13.9 a week. "
        "If it goes on like this, it will be 1,380 on 14 June 2027."
    )
    assert "That is 12 days behind." in pace(1260, dt.date(2027, 4, 26))
    assert "That is 1 day ahead." in pace(1285, dt.date(2027, 4, 26))


def test_a_falling_metric_takes_less_a_week() -> None:
    text = pace(
        1190, dt.date(2027, 4, 26), direction=Direction.DECREASE, target=Target(amount=1100)
    )
    assert "From here it takes -12.9 a week." in text


def test_an_end_is_told_without_a_pace() -> None:
    assert pace(1380, dt.date(2027, 4, 26)) == (
        "1,380 on 26 April 2027: the target of 1,380 is reached."
    )
    assert pace(1300, dt.date(2027, 6, 15)) == (
        "1,300 on 15 June 2027: the target of 1,380 was not reached."
    )


def test_a_level_to_keep_is_told_beside_its_target() -> None:
    assert pace(7, dt.date(2027, 4, 26), direction=Direction.AT_MOST, target=Target(amount=6)) == (
        "7 on 26 April 2027; the target is 6."
    )


def test_before_the_first_check_in_there_is_no_pace() -> None:
    metric = Metric()
    progress = metric_progress(Plan(metrics=(metric,)), metric, DUE)
    assert pace_text(progress, Formats()) == "No check-in yet."
