"""Whether the planned work fits into the hours there are."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoals.domain.priorities import order_of_work, quadrant
from smartgoals.domain.recurrence import occurrences
from smartgoals.domain.remembered import remembered
from smartgoals.domain.rounding import settle
from smartgoals.domain.terms import HoursBasis, Quadrant
from smartgoals.domain.timeframe import working_weeks

if TYPE_CHECKING:
    import datetime as dt

    from smartgoals.domain.plan import Plan
    from smartgoals.domain.tactic import Tactic


@dataclass(frozen=True, slots=True)
class Capacity:
    """Hours a week that are planned and that there are."""

    planned: Decimal
    """Of all tactics that are not parked and whose hours are known."""
    available: Decimal | None
    over: Decimal | None
    """By how much the planned hours exceed the available ones; None when they fit."""
    to_park: tuple[Tactic, ...]
    """The tactics to park first, in that order, until the rest fits."""
    over_after_parking: Decimal | None
    """What is still too much when all of these are parked; None when the rest fits."""
    unknown: tuple[Tactic, ...]
    """Tactics that are not parked and whose hours a week are not known."""


def tactic_hours_per_week(
    tactic: Tactic, start: dt.date | None, due: dt.date | None
) -> Decimal | None:
    """Return the hours a week that the tactic takes, whether parked or not.

    Hours for each occurrence are spread over the weeks of the plan, hours in all over the
    weeks from its start to the date of the tactic, or to due; less than a week counts as one.
    A tactic that does not recur occurs once. None while the hours, or dates in order, are
    not known. Source: T4.
    """
    if tactic.hours is None or tactic.hours_basis is HoursBasis.WEEK:
        return tactic.hours
    if start is None or due is None or due < start:
        return None
    if tactic.hours_basis is HoursBasis.TOTAL:
        return settle(tactic.hours / working_weeks(start, tactic.due or due))
    times = _occurrences_within(tactic, start, due)
    return settle(tactic.hours * times / working_weeks(start, due))


@remembered
def capacity(plan: Plan) -> Capacity:
    """Return how the planned hours a week compare with those there are.

    To park first: tactics of quadrants 4, 3 and 2, the last in the order of work first.
    """
    hours = {t.id: _hours(plan, t) for t in plan.tactics if not t.parked}
    planned = sum((known for known in hours.values() if known is not None), Decimal(0))
    unknown = tuple(t for t in plan.tactics if t.id in hours and hours[t.id] is None)
    over = _over(planned, plan.hours_per_week)
    to_park: list[Tactic] = []
    left = over
    for tactic in _least_worthy_first(plan):
        if left is None:
            break
        if relief := hours[tactic.id]:
            to_park.append(tactic)
            left = _over(left, relief)
    return Capacity(planned, plan.hours_per_week, over, tuple(to_park), left, unknown)


def _hours(plan: Plan, tactic: Tactic) -> Decimal | None:
    return tactic_hours_per_week(tactic, plan.start, plan.due)


def _occurrences_within(tactic: Tactic, start: dt.date, due: dt.date) -> int:
    if tactic.recurrence is None:
        return 1
    return sum(1 for _ in occurrences(tactic.recurrence, start, due))


def _over(planned: Decimal, available: Decimal | None) -> Decimal | None:
    return planned - available if available is not None and planned > available else None


def _least_worthy_first(plan: Plan) -> tuple[Tactic, ...]:
    can_wait = (Quadrant.TIME_SINKS, Quadrant.FILL_INS, Quadrant.BIG_BETS)
    return tuple(t for t in reversed(order_of_work(plan.tactics)) if quadrant(t) in can_wait)
