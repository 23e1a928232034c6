"""New plans from old ones: a copy, the next period, a goal from the parking lot."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, TypeVar

from smartgoals.domain.plan import Plan
from smartgoals.domain.progress import metric_progress
from smartgoals.domain.timeframe import add_months
from smartgoals.domain.value import LAST_DAY, Part, Value, new_id

if TYPE_CHECKING:
    from smartgoals.domain.metric import Metric
    from smartgoals.domain.tactic import Tactic

AnyValue = TypeVar("AnyValue", bound=Value)
_ONE_DAY = dt.timedelta(1)


def duplicate(plan: Plan, title: str) -> Plan:
    """Return the plan as it was written, under another title, as a plan of its own.

    Decided here: what happened since (check-ins, changes, what is done, the closing) stays
    with the old plan; a copy begins its own life.
    """
    fresh = plan.replace(
        title=title,
        sample_id=None,
        check_ins=(),
        adjustments=(),
        closing=None,
        unread=(),
        tactics=tuple(_not_done(tactic) for tactic in plan.tactics),
    )
    return _renamed(fresh)


def next_period(plan: Plan, today: dt.date) -> Plan:
    """Return a plan of the same length that follows on this one.

    The last value of each metric is its new baseline; targets stay as typed, so "+15 %" is
    counted from there. Dates move by the period; further periods are left out until one ends
    today or later.
    """
    metrics = tuple(_continued(plan, metric, today) for metric in plan.metrics)
    start, due = _next_dates(plan.start, plan.due, today)
    moved = (start - plan.start) if start is not None and plan.start is not None else None
    days = tuple(_moved(day, moved) for day in plan.milestone_days or ())
    return duplicate(
        plan.replace(
            metrics=metrics,
            start=start,
            due=due,
            milestone_days=None
            if plan.milestone_days is None or moved is None
            else tuple(day for day in days if day is not None),
            tactics=tuple(t.replace(due=_moved(t.due, moved)) for t in plan.tactics),
        ),
        plan.title,
    )


def start_parked_goal(plan: Plan, goal: str) -> tuple[Plan, Plan]:
    """Return the plan without the goal in its parking lot, and a new plan for that goal.

    The new one knows of the business what the old one knew. Source: A3, T3.
    """
    left = list(plan.parked_goals)
    if goal in left:
        left.remove(goal)
    begun = Plan(
        brand=plan.brand,
        description=plan.description,
        business_kind_id=plan.business_kind_id,
        company_goals=plan.company_goals,
        served_goal=plan.served_goal,
        marketing_goal_id=plan.marketing_goal_id,
        broad_goal=goal,
        check_in_weekday=plan.check_in_weekday,
        hours_per_week=plan.hours_per_week,
        currency=plan.currency,
    )
    return plan.replace(parked_goals=tuple(left)), begun


def with_parked_goal(plan: Plan, goal: str, before: tuple[str, ...]) -> Plan:
    """Return the plan with the goal in its parking lot again, in its old place if that is known.

    ``before`` are the goals that waited when it was taken out.
    """
    goals = (*plan.parked_goals, goal)
    is_known = sorted(goals) == sorted(before)
    return plan.replace(parked_goals=before if is_known else goals)


def _continued(plan: Plan, metric: Metric, today: dt.date) -> Metric:
    last = metric_progress(plan, metric, today).current
    return metric if last is None else metric.replace(baseline=last, baseline_unknown=False)


def _next_dates(
    start: dt.date | None, due: dt.date | None, today: dt.date
) -> tuple[dt.date | None, dt.date | None]:
    """Return the dates of the following period; the same ones when they are not in order."""
    if start is None or due is None or due < start:
        return start, due
    while True:
        following = due + _ONE_DAY
        end = _end(start, due, following)
        if end is None:
            return None, None
        start, due = following, end
        if due >= today:
            return start, due


def _end(start: dt.date, due: dt.date, following: dt.date) -> dt.date | None:
    """Return when a period ends that starts on the following day: whole months stay whole.

    None when that is beyond the last day there is.
    """
    months = _whole_months(start, due)
    if months is None:
        length = due - start
        return following + length if LAST_DAY - following >= length else None
    number, short = months
    if following.year + number // 12 >= LAST_DAY.year:
        return None
    return add_months(following, number) - short


def _whole_months(start: dt.date, due: dt.date) -> tuple[int, dt.timedelta] | None:
    """Return the months of the period, and the day by which it ends before their end."""
    for short in (dt.timedelta(0), _ONE_DAY):
        number = (due.year - start.year) * 12 + due.month - start.month
        for months in (number, number + 1):
            if months > 0 and due + short == add_months(start, months):
                return months, short
    return None


def _moved(day: dt.date | None, by: dt.timedelta | None) -> dt.date | None:
    if day is None or by is None or LAST_DAY - day < by:
        return None
    return day + by


def _not_done(tactic: Tactic) -> Tactic:
    return tactic.replace(done_on=None, done_occurrences=())


def _renamed(value: AnyValue) -> AnyValue:
    """Return the value with new ids for itself and its parts; ourselves stay ourselves."""
    changes: dict[str, object] = {}
    for name in type(value).model_fields:
        field = getattr(value, name)
        if isinstance(field, Value):
            changes[name] = _renamed(field)
        elif isinstance(field, tuple) and any(isinstance(each, Value) for each in field):
            changes[name] = tuple(_renamed(each) for each in field)
    if isinstance(value, Part) and value.id != "us":
        changes["id"] = new_id()
    return value.replace(**changes) if changes else value
