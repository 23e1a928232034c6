"""The dates on which a recurring tactic is due."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from itertools import islice
from typing import TYPE_CHECKING

from smartgoals.domain.terms import Frequency
from smartgoals.domain.value import LAST_DAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartgoals.domain.plan import Plan
    from smartgoals.domain.tactic import Recurrence, Tactic

_LONGEST_MONTH = 31
_ONE_DAY = dt.timedelta(1)


def occurrences(recurrence: Recurrence, start: dt.date, until: dt.date) -> Iterator[dt.date]:
    """Yield every due date from ``start`` to ``until``, both included, earliest first.

    A month too short for its day takes its last day, and the next month has the day again:
    31 January, 28 February, 31 March. Weekly on no weekday is never. Source: B5.
    """
    if recurrence.frequency is Frequency.MONTHLY:
        return _monthly(recurrence.month_day or _LONGEST_MONTH, start, until)
    if recurrence.frequency is Frequency.WEEKLY:
        return (day for day in _days(start, until) if day.weekday() in recurrence.weekdays)
    return _days(start, until)


def next_dates(tactic: Tactic, plan: Plan, today: dt.date, count: int = 5) -> tuple[dt.date, ...]:
    """Return the dates on which the tactic is due next, at most ``count``.

    A recurring tactic: those from today on, within the plan, that are not done yet. Any
    other: its date, late or not. A tactic that is parked or done has none.
    """
    if tactic.parked or tactic.done_on is not None:
        return ()
    if tactic.recurrence is None:
        return () if tactic.due is None else (tactic.due,)
    first = max(today, plan.start or today)
    dates = occurrences(tactic.recurrence, first, plan.due or LAST_DAY)
    done = frozenset(tactic.done_occurrences)
    return tuple(islice((day for day in dates if day not in done), count))


def _days(start: dt.date, until: dt.date) -> Iterator[dt.date]:
    return (start + n * _ONE_DAY for n in range((until - start).days + 1))


def _monthly(month_day: int, start: dt.date, until: dt.date) -> Iterator[dt.date]:
    for month in range(_month_number(start), _month_number(until) + 1):
        year, month_of_year = divmod(month, 12)
        length = monthrange(year, month_of_year + 1)[1]
        day = dt.date(year, month_of_year + 1, min(month_day, length))
        if start <= day <= until:
            yield day


def _month_number(day: dt.date) -> int:
    return day.year * 12 + day.month - 1
