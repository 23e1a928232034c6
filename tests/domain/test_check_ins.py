from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.domain.check_in import CheckIn, Reading
from smartgoals.domain.check_ins import (
    CheckInError,
    CheckInFault,
    check_in_on,
    is_before_start,
    with_check_in,
    with_series,
    without_check_in,
)
from smartgoals.domain.course import DatedValue, readings
from smartgoals.domain.plan import Plan
from smartgoals.domain.progress import metric_progress

TODAY = dt.date(2027, 4, 26)


def entered(plan: Plan, day: dt.date, value: int, metric_id: str = "fans") -> Plan:
    return with_check_in(plan, day, {metric_id: Decimal(value)}, today=TODAY)


def current(plan: Plan) -> Decimal | None:
    return metric_progress(plan, plan.metric("fans"), TODAY).current


def test_the_value_of_the_latest_day_counts_whatever_the_order_of_entry(cafe: Plan) -> None:
    plan = entered(entered(cafe, TODAY, 1283), dt.date(2027, 4, 12), 1255)
    assert current(plan) == 1283
    assert [each.day for each in plan.check_ins] == [dt.date(2027, 4, 12), TODAY]


def test_a_second_value_of_a_day_replaces_the_first(cafe: Plan) -> None:
    plan = entered(entered(cafe, TODAY, 1283), TODAY, 1284)
    assert len(plan.check_ins) == 1
    assert current(plan) == 1284


def test_a_second_check_in_of_a_day_keeps_the_other_metrics_and_the_note(cafe: Plan) -> None:
    plan = with_check_in(cafe, TODAY, {"clicks": Decimal(436)}, "The post helped.", today=TODAY)
    (check_in,) = entered(plan, TODAY, 1283).check_ins
    assert {r.metric_id: r.value for r in check_in.readings} == {"clicks": 436, "fans": 1283}
    assert check_in.note == "The post helped."


def test_the_values_of_a_day_stand_in_the_order_of_the_metrics(cafe: Plan) -> None:
    plan = cafe
    for metric_id in ("reach", "clicks", "fans", "reach"):
        plan = entered(plan, TODAY, 1000, metric_id)
    (check_in,) = plan.check_ins
    assert [each.metric_id for each in check_in.readings] == [m.id for m in cafe.metrics]


def test_the_future_is_refused(cafe: Plan) -> None:
    with pytest.raises(CheckInError) as caught:
        entered(cafe, TODAY + dt.timedelta(1), 1283)
    assert caught.value.fault is CheckInFault.FUTURE


def test_a_day_before_the_start_is_history_and_may_be_the_baseline(cafe: Plan) -> None:
    unknown = cafe.metric("fans").replace(baseline=None, baseline_unknown=True)
    day = dt.date(2027, 3, 1)
    plan = entered(cafe.with_metric(unknown), day, 1188)
    assert is_before_start(plan, day)
    assert not is_before_start(plan, dt.date(2027, 3, 15))
    assert metric_progress(plan, plan.metric("fans"), TODAY).baseline == 1188


def test_nothing_at_all_is_no_check_in(cafe: Plan) -> None:
    with pytest.raises(CheckInError) as caught:
        with_check_in(cafe, TODAY, {"fans": None}, "  ", today=TODAY)
    assert caught.value.fault is CheckInFault.NOTHING


def test_a_note_alone_is_a_check_in(cafe: Plan) -> None:
    plan = with_check_in(cafe, TODAY, {}, "No numbers this week.", today=TODAY)
    assert [each.note for each in plan.check_ins] == ["No numbers this week."]


def test_a_value_can_be_taken_back_and_an_empty_day_goes(cafe: Plan) -> None:
    plan = with_check_in(entered(cafe, TODAY, 1283), TODAY, {"fans": None}, today=TODAY)
    assert plan.check_ins == ()


def test_a_check_in_can_be_removed(cafe: Plan) -> None:
    plan = entered(cafe, TODAY, 1283)
    assert without_check_in(plan, plan.check_ins[0].id) == cafe


def test_two_check_ins_of_one_day_from_a_file_become_one(cafe: Plan) -> None:
    twice = tuple(
        CheckIn(day=TODAY, readings=(Reading(metric_id="fans", value=Decimal(value)),))
        for value in (1280, 1283)
    )
    plan = entered(cafe.replace(check_ins=twice), TODAY, 436, "clicks")
    (check_in,) = plan.check_ins
    assert {r.metric_id: r.value for r in check_in.readings} == {"fans": 1283, "clicks": 436}


def test_a_series_is_entered_day_by_day(cafe: Plan) -> None:
    plan = entered(cafe, dt.date(2027, 4, 12), 421, "clicks")
    series = [
        DatedValue(dt.date(2027, 4, 19), Decimal(1271)),
        DatedValue(dt.date(2027, 4, 12), Decimal(1255)),
        DatedValue(dt.date(2027, 4, 19), Decimal(1272)),
    ]
    plan = with_series(plan, "fans", series, today=TODAY)
    found = [(each.day.day, each.value) for each in readings(plan, "fans")]
    assert found == [(12, 1255), (19, 1272)]
    assert [each.value for each in readings(plan, "clicks")] == [421]


def test_a_series_with_a_day_to_come_is_refused_whole(cafe: Plan) -> None:
    series = [DatedValue(TODAY, Decimal(1)), DatedValue(TODAY + dt.timedelta(1), Decimal(2))]
    with pytest.raises(CheckInError):
        with_series(cafe, "fans", series, today=TODAY)


@given(
    st.lists(
        st.tuples(st.integers(0, 20), st.sampled_from(["fans", "clicks"]), st.integers(0, 99)),
        max_size=12,
    )
)
def test_each_day_has_one_check_in_with_the_values_entered_last(
    entries: list[tuple[int, str, int]],
) -> None:
    plan = Plan()
    for back, metric_id, value in entries:
        plan = entered(plan, TODAY - dt.timedelta(back), value, metric_id)
    days = [each.day for each in plan.check_ins]
    assert days == sorted(set(days))
    for back, metric_id, value in {(b, m): (b, m, v) for b, m, v in entries}.values():
        check_in = check_in_on(plan, TODAY - dt.timedelta(back))
        assert check_in is not None
        assert {r.metric_id: r.value for r in check_in.readings}[metric_id] == value
