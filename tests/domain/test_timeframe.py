import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.timeframe import (
    TIMEFRAME_MONTHS,
    add_months,
    milestone_days,
    milestones,
    plan_weeks,
    quarter_days,
    suggested_days,
    weeks_between,
    working_weeks,
)

START = dt.date(2027, 3, 15)
DUE = dt.date(2027, 6, 14)
FANS = Metric(id="fans", baseline=Decimal(1200), target=Target(amount=Decimal(1380)))

days = st.dates(dt.date(2000, 1, 1), dt.date(2199, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (dt.date(2028, 2, 29), 12, dt.date(2029, 2, 28)),
        (dt.date(2027, 1, 31), 1, dt.date(2027, 2, 28)),
        (dt.date(2027, 3, 15), 3, dt.date(2027, 6, 15)),
        (dt.date(2027, 12, 31), 24, dt.date(2029, 12, 31)),
        (dt.date(2027, 10, 31), 6, dt.date(2028, 4, 30)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(day, months, later):
    assert add_months(day, months) == later


@given(day=days, months=st.sampled_from(TIMEFRAME_MONTHS))
def test_a_timeframe_ends_in_the_month_that_was_asked_for(day, months):
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day


def test_the_cafe_has_thirteen_weeks():
    assert weeks_between(START, DUE) == 13


def test_weeks_are_never_below_zero():
    assert weeks_between(DUE, START) == 0


def test_a_plan_of_one_day_lasts_a_day():
    assert plan_weeks(START, START) * 7 == 1


@pytest.mark.parametrize(("start", "due"), [(None, DUE), (START, None), (DUE, START)])
def test_a_plan_without_two_dates_in_order_has_no_length(start, due):
    assert plan_weeks(start, due) is None


def test_work_of_less_than_a_week_is_the_work_of_one_week():
    assert working_weeks(START, START) == 1
    assert working_weeks(START, START + dt.timedelta(14)) == 2


def test_milestones_are_rounded_half_up_to_days():
    assert suggested_days(START, DUE) == (
        dt.date(2027, 4, 7),  # 22.75 days
        dt.date(2027, 4, 30),  # 45.5 days
        dt.date(2027, 5, 22),  # 68.25 days
        DUE,
    )


def test_milestones_of_a_short_plan_share_no_day():
    assert suggested_days(START, START + dt.timedelta(2)) == (
        START + dt.timedelta(1),
        START + dt.timedelta(2),
    )


def test_a_plan_of_one_day_has_one_milestone():
    assert suggested_days(START, START) == (START,)


@given(start=days, due=days)
def test_milestones_lie_within_the_plan_and_end_at_due(start, due):
    found = suggested_days(start, due)
    assert bool(found) == (start <= due)
    if found:
        assert found == tuple(sorted(set(found)))
        assert start <= found[0]
        assert found[-1] == due
        assert len(found) <= 4


def test_up_to_four_months_no_quarter_is_offered():
    assert quarter_days(START, dt.date(2027, 7, 15)) == ()


def test_beyond_four_months_one_milestone_a_quarter_is_offered():
    assert quarter_days(START, dt.date(2028, 3, 14)) == (
        dt.date(2027, 6, 15),
        dt.date(2027, 9, 15),
        dt.date(2027, 12, 15),
        dt.date(2028, 3, 14),
    )


def test_quarters_do_not_drift_after_a_short_month():
    found = quarter_days(dt.date(2027, 11, 30), dt.date(2028, 8, 30))
    assert found == (dt.date(2028, 2, 29), dt.date(2028, 5, 30), dt.date(2028, 8, 30))


def test_each_milestone_has_the_value_expected_on_its_day():
    plan = Plan(
        start=START,
        due=DUE,
        metrics=(FANS,),
        milestone_days=(dt.date(2027, 5, 14), dt.date(2027, 4, 14), dt.date(2027, 5, 14)),
    )
    found = [(m.day, *((i, round(value)) for i, value in m.expected)) for m in milestones(plan)]
    assert found == [
        (dt.date(2027, 4, 14), ("fans", 1259)),
        (dt.date(2027, 5, 14), ("fans", 1319)),
    ]


def test_the_last_suggested_milestone_expects_the_target():
    last = milestones(Plan(start=START, due=DUE, metrics=(FANS,)))[-1]
    assert (last.day, last.share, last.expected) == (DUE, 1, (("fans", Decimal(1380)),))


def test_a_milestone_expects_nothing_of_a_metric_without_target():
    open_ = Metric(id="clicks", baseline=Decimal(400))
    first = milestones(Plan(start=START, due=DUE, metrics=(open_,)))[0]
    assert first.expected == (("clicks", None),)


def test_milestones_that_were_all_deleted_stay_deleted():
    assert milestone_days(Plan(start=START, due=DUE, milestone_days=())) == ()


@pytest.mark.parametrize(("start", "due"), [(None, DUE), (START, None), (DUE, START)])
def test_there_are_no_milestones_without_two_dates_in_order(start, due):
    plan = Plan(start=start, due=due, milestone_days=(dt.date(2027, 4, 14),))
    assert milestones(plan) == ()
