from __future__ import annotations

import datetime as dt
from decimal import Decimal

from smartgoals.domain.check_ins import with_check_in
from smartgoals.domain.closing import (
    close,
    held,
    is_over,
    is_reached,
    likely_outcome,
    reopen,
)
from smartgoals.domain.plan import Plan
from smartgoals.domain.progress import plan_state, plan_status
from smartgoals.domain.terms import Direction, Outcome, PlanState, Status

TODAY = dt.date(2027, 5, 31)
DUE = dt.date(2027, 6, 14)


def read(plan: Plan, *values: int) -> Plan:
    names = ("fans", "clicks", "reach")
    numbers = {name: Decimal(value) for name, value in zip(names, values, strict=True)}
    return with_check_in(plan, TODAY, numbers, today=TODAY)


def test_a_closed_plan_keeps_outcome_and_lesson(cafe: Plan) -> None:
    plan = close(cafe, Outcome.PARTLY, "Tastings work best.", DUE)
    assert plan.closing is not None
    assert (plan.closing.outcome, plan.closing.lesson) == (Outcome.PARTLY, "Tastings work best.")
    assert plan_state(plan) is PlanState.DONE


def test_a_closed_plan_can_be_taken_up_again(cafe: Plan) -> None:
    assert reopen(close(cafe, Outcome.MISSED, "", DUE)) == cafe


def test_the_likely_outcome_follows_the_numbers(cafe: Plan) -> None:
    assert likely_outcome(read(cafe, 1400, 500, 1100), TODAY) is Outcome.ACHIEVED
    assert likely_outcome(read(cafe, 1400, 500, 900), DUE) is Outcome.PARTLY
    assert likely_outcome(read(cafe, 1300, 420, 900), DUE) is Outcome.MISSED
    assert likely_outcome(read(cafe, 1300, 420, 900), TODAY) is Outcome.DROPPED


def test_reached_is_when_all_targets_are_and_the_plan_is_open(cafe: Plan) -> None:
    assert is_reached(read(cafe, 1400, 500, 1100), TODAY)
    assert not is_reached(read(cafe, 1400, 500, 900), TODAY)
    assert not is_reached(close(read(cafe, 1400, 500, 1100), Outcome.ACHIEVED, "", TODAY), TODAY)


def test_holding_turns_targets_into_levels_to_keep(cafe: Plan) -> None:
    plan = held(read(cafe, 1400, 500, 1100), TODAY)
    assert {metric.direction for metric in plan.metrics} == {Direction.AT_LEAST}
    assert plan.metric("fans").target_value == 1380
    assert plan_status(plan, TODAY) is Status.ACHIEVED


def test_what_is_held_is_celebrated_when_the_time_is_over(cafe: Plan) -> None:
    plan = held(read(cafe, 1400, 500, 1100), TODAY)
    assert not is_reached(plan, TODAY)
    assert is_reached(plan, DUE)


def test_a_falling_metric_is_held_from_above(cafe: Plan) -> None:
    clicks = cafe.metric("clicks")
    assert clicks.target is not None
    falling = clicks.replace(
        direction=Direction.DECREASE, target=clicks.target.replace(amount=Decimal(-30))
    )
    plan = held(read(cafe.with_metric(falling), 1400, 250, 1100), TODAY)
    assert plan.metric("clicks").direction is Direction.AT_MOST
    assert plan.metric("clicks").target_value == 280


def test_what_is_not_reached_is_not_held(cafe: Plan) -> None:
    plan = held(read(cafe, 1400, 500, 900), TODAY)
    assert plan.metric("reach") == cafe.metric("reach")


def test_the_time_of_an_active_plan_is_over_after_its_last_day(cafe: Plan) -> None:
    after = DUE + dt.timedelta(1)
    assert not is_over(cafe, DUE)
    assert is_over(cafe, after)
    assert not is_over(close(cafe, Outcome.MISSED, "", after), after)
    assert not is_over(cafe.replace(tactics=()), after)  # still a draft
