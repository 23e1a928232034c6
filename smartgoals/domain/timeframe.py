"""When a plan starts, is judged and ends: months, weeks and milestones."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass
from decimal import Decimal
from itertools import count, takewhile
from typing import TYPE_CHECKING

from smartgoals.domain.course import effective_baseline, effective_target, expected_value
from smartgoals.domain.pace import elapsed
from smartgoals.domain.rounding import half_up

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartgoals.domain.metric import Metric
    from smartgoals.domain.plan import Plan

TIMEFRAME_MONTHS = (1, 3, 6, 12, 24)
"""The lengths that one click sets. Source: the timeframe buttons."""
MILESTONE_SHARES = (Decimal("0.25"), Decimal("0.5"), Decimal("0.75"), Decimal(1))
MONTHS_OF_A_QUARTER = 3
MONTHS_WITHOUT_QUARTERS = 4
"""Beyond so many months one milestone a quarter is offered. Source: C5."""
_DAYS_OF_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day on the way and the values by which that day is judged."""

    day: dt.date
    share: Decimal
    """The share of the time that has passed on that day, from 0 to 1."""
    expected: tuple[tuple[str, Decimal | None], ...]
    """The id of each metric and its expected value; None without baseline or target."""


def add_months(day: dt.date, months: int) -> dt.date:
    """Return the same day of the month so many months later, at most the month's last day.

    29 February 2028 and 12 months make 28 February 2029.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    length = monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, length))


def weeks_between(start: dt.date, due: dt.date) -> Decimal:
    """Return the weeks from one day to the other, parts of a week included; never below 0."""
    return Decimal(max(0, (due - start).days)) / _DAYS_OF_A_WEEK


def plan_weeks(start: dt.date | None, due: dt.date | None) -> Decimal | None:
    """Return the weeks that a plan lasts, one day at least; None without dates in order."""
    if start is None or due is None or due < start:
        return None
    return weeks_between(start, max(due, start + dt.timedelta(1)))


def working_weeks(start: dt.date, due: dt.date) -> Decimal:
    """Return the weeks over which work is spread: less than a week counts as one.

    So the hours of a plan of one day are the hours of that week, and nothing divides by 0.
    """
    return max(Decimal(1), weeks_between(start, due))


def suggested_days(start: dt.date, due: dt.date) -> tuple[dt.date, ...]:
    """Return the days at 25, 50, 75 and 100 % of the time, rounded half up, each day once.

    Empty when due is before start.
    """
    length = (due - start).days
    if length < 0:
        return ()
    return _in_order(start + dt.timedelta(half_up(share * length)) for share in MILESTONE_SHARES)


def quarter_days(start: dt.date, due: dt.date) -> tuple[dt.date, ...]:
    """Return the end of every quarter of the plan, the last one at due. Source: C5.

    Empty for plans of up to four months, which need no quarters.
    """
    if due <= add_months(start, MONTHS_WITHOUT_QUARTERS):
        return ()
    ends = (add_months(start, MONTHS_OF_A_QUARTER * number) for number in count(1))
    return (*takewhile(lambda end: end < due, ends), due)


def milestone_days(plan: Plan) -> tuple[dt.date, ...]:
    """Return the days of the milestones: as the user set them, else the suggested ones.

    Empty without two dates in order.
    """
    if plan.start is None or plan.due is None or plan.due < plan.start:
        return ()
    if plan.milestone_days is not None:
        return _in_order(plan.milestone_days)
    return suggested_days(plan.start, plan.due)


def milestones(plan: Plan) -> tuple[Milestone, ...]:
    """Return the milestones by date, with what each metric should read on that day."""
    if plan.start is None or plan.due is None:
        return ()
    shares = ((day, elapsed(plan.start, plan.due, day)) for day in milestone_days(plan))
    return tuple(
        Milestone(day, share, tuple((m.id, _expected(plan, m, share)) for m in plan.metrics))
        for day, share in shares
    )


def _in_order(days: Iterable[dt.date]) -> tuple[dt.date, ...]:
    return tuple(sorted(set(days)))


def _expected(plan: Plan, metric: Metric, share: Decimal) -> Decimal | None:
    baseline = effective_baseline(plan, metric)
    return expected_value(metric, baseline, effective_target(metric, baseline), share)
