import datetime as dt
from decimal import Decimal

import pytest

from smartgoals.domain.check_in import CheckIn, Reading
from smartgoals.domain.course import (
    effective_baseline,
    effective_target,
    expected_value,
    readings,
)
from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Direction, TargetKind

FANS = Metric(
    id="fans",
    baseline_unknown=True,
    target=Target(kind=TargetKind.PERCENT, amount=Decimal(15)),
)


def check_in(month, day, value, metric_id="fans"):
    reading = Reading(metric_id=metric_id, value=Decimal(value))
    return CheckIn(day=dt.date(2027, month, day), readings=(reading,))


def plan_of(*check_ins):
    return Plan(metrics=(FANS,), check_ins=check_ins)


def values(plan, until=dt.date.max):
    return [int(reading.value) for reading in readings(plan, "fans", until)]


def test_readings_go_by_date_whatever_the_order_of_entry():
    plan = plan_of(check_in(4, 26, 1283), check_in(3, 15, 1200), check_in(4, 12, 1255))
    assert values(plan) == [1200, 1255, 1283]


def test_a_second_check_in_of_a_day_replaces_the_first():
    plan = plan_of(check_in(4, 26, 1283), check_in(3, 15, 1200), check_in(4, 26, 1290))
    assert values(plan) == [1200, 1290]


def test_readings_of_other_metrics_and_later_days_are_left_out():
    plan = plan_of(check_in(4, 1, 9, "clicks"), check_in(4, 2, 1210), check_in(4, 3, 1211))
    assert values(plan, until=dt.date(2027, 4, 2)) == [1210]


def test_the_first_check_in_is_the_baseline_that_was_not_known():
    plan = plan_of(check_in(4, 12, 1255), check_in(3, 15, 1200))
    assert effective_baseline(plan, FANS) == 1200


def test_the_baseline_stays_unknown_until_the_first_check_in():
    plan = plan_of(check_in(4, 12, 1255))
    assert effective_baseline(plan, FANS, until=dt.date(2027, 4, 11)) is None


def test_a_blank_baseline_is_not_filled_by_a_check_in():
    plan = plan_of(check_in(4, 12, 1255))
    assert effective_baseline(plan, FANS.replace(baseline_unknown=False)) is None


def test_a_typed_baseline_holds_against_check_ins():
    plan = plan_of(check_in(4, 12, 1255))
    assert effective_baseline(plan, FANS.replace(baseline=Decimal(1200))) == 1200


def test_a_percentage_comes_to_a_number_once_the_baseline_is_known():
    assert effective_target(FANS, Decimal(1200)) == 1380
    assert effective_target(FANS, None) is None


def test_half_of_the_way_is_expected_after_half_of_the_time():
    assert expected_value(FANS, Decimal(1200), Decimal(1380), Decimal("0.5")) == 1290


def test_a_level_to_keep_is_expected_at_any_time():
    hours = FANS.replace(direction=Direction.AT_MOST)
    assert expected_value(hours, Decimal(8), Decimal(6), Decimal("0.5")) == 6


@pytest.mark.parametrize(("baseline", "target"), [(None, Decimal(1)), (Decimal(1), None)])
def test_nothing_is_expected_without_baseline_or_target(baseline, target):
    assert expected_value(FANS, baseline, target, Decimal("0.5")) is None
