"""How a plan ends, and how it is taken up again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.domain.plan import Closing, Plan
from smartgoals.domain.progress import metric_progress, plan_state, plan_status
from smartgoals.domain.terms import Direction, Outcome, PlanState, Status, TargetKind

if TYPE_CHECKING:
    import datetime as dt

    from smartgoals.domain.metric import Metric


def close(plan: Plan, outcome: Outcome, lesson: str, day: dt.date) -> Plan:
    """Return the plan closed on that day, with how it ended and what was learned."""
    return plan.replace(closing=Closing(day=day, outcome=outcome, lesson=lesson))


def reopen(plan: Plan) -> Plan:
    """Return the plan as it was before it was closed."""
    return plan.replace(closing=None)


def likely_outcome(plan: Plan, today: dt.date) -> Outcome:
    """Return how the plan ends by its numbers: a first guess, the user decides.

    Before the due date a plan that is not achieved is given up, whatever it reached.
    """
    statuses = [metric_progress(plan, metric, today).status for metric in plan.metrics]
    if plan_status(plan, today) is Status.ACHIEVED:
        return Outcome.ACHIEVED
    if plan.due is None or today < plan.due:
        return Outcome.DROPPED
    return Outcome.PARTLY if Status.ACHIEVED in statuses else Outcome.MISSED


def is_reached(plan: Plan, today: dt.date) -> bool:
    """Return whether there is something to celebrate: an open plan with all targets reached.

    Levels that are only to be kept are reached when the time is over.
    """
    if plan.closing is not None or plan_status(plan, today) is not Status.ACHIEVED:
        return False
    is_over = plan.due is not None and today >= plan.due
    return is_over or not all(metric.direction.is_stay for metric in plan.metrics)


def is_over(plan: Plan, today: dt.date) -> bool:
    """Return whether the time of an active plan has passed, so that it wants to be closed."""
    is_past = plan.due is not None and plan.due < today
    return is_past and plan_state(plan) is PlanState.ACTIVE


def held(plan: Plan, today: dt.date) -> Plan:
    """Return the plan with every target that is reached turned into a level to keep."""
    return plan.replace(metrics=tuple(_held(plan, metric, today) for metric in plan.metrics))


def _held(plan: Plan, metric: Metric, today: dt.date) -> Metric:
    found = metric_progress(plan, metric, today)
    if metric.target is None or found.target is None or found.status is not Status.ACHIEVED:
        return metric
    direction = Direction.AT_LEAST if metric.direction.wants_more else Direction.AT_MOST
    target = metric.target.replace(kind=TargetKind.NUMBER, amount=found.target)
    return metric.replace(direction=direction, target=target)
