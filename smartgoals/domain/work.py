"""Tactics at work: what is due when, and what is done."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartgoals.domain.priorities import order_of_work
from smartgoals.domain.recurrence import next_dates, occurrences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smartgoals.domain.plan import Plan
    from smartgoals.domain.tactic import Tactic


@dataclass(frozen=True, slots=True)
class Occasion:
    """One time that a tactic is due, or a tactic without a date."""

    tactic: Tactic
    day: dt.date | None
    is_done: bool

    def is_late(self, today: dt.date) -> bool:
        """Return whether it should have been done before today."""
        return not self.is_done and self.day is not None and self.day < today


def occasions(plan: Plan, since: dt.date, until: dt.date) -> tuple[Occasion, ...]:
    """Return when the tactics that are not parked are due, by date and then in order of work.

    Of a recurring tactic: its days from ``since`` to ``until`` within the plan, both included.
    Any other tactic is there in any case; without a date it comes last.
    """
    found = (
        each for tactic in order_of_work(plan.tactics) for each in _of(plan, tactic, since, until)
    )
    return _by_day(found)


def at_work(plan: Plan, since: dt.date, until: dt.date, today: dt.date) -> tuple[Occasion, ...]:
    """Return the occasions of these days, and of what is due less often its next one.

    So each tactic that still has a day to come is there, whenever that is.
    """
    following = (
        Occasion(tactic, day, is_done=False)
        for tactic in order_of_work(plan.tactics)
        if tactic.recurrence is not None
        for day in next_dates(tactic, plan, today, 1)
        if day > until
    )
    return _by_day((*occasions(plan, since, until), *following))


def with_done(
    plan: Plan, tactic_id: str, day: dt.date | None, *, done: bool, today: dt.date
) -> Plan:
    """Return the plan with the tactic, or its occurrence of that day, done or not."""
    tactic = plan.tactic(tactic_id)
    if tactic.recurrence is None:
        return plan.with_tactic(tactic.replace(done_on=today if done else None))
    if day is None:
        return plan
    days = set(tactic.done_occurrences) | {day} if done else set(tactic.done_occurrences) - {day}
    return plan.with_tactic(tactic.replace(done_occurrences=tuple(sorted(days))))


def _by_day(found: Iterable[Occasion]) -> tuple[Occasion, ...]:
    return tuple(sorted(found, key=lambda each: each.day or dt.date.max))


def _of(plan: Plan, tactic: Tactic, since: dt.date, until: dt.date) -> Iterator[Occasion]:
    if tactic.recurrence is None:
        yield Occasion(tactic, tactic.due, tactic.done_on is not None)
        return
    first = max(since, plan.start or since)
    last = min(until, plan.due or until)
    done = frozenset(tactic.done_occurrences)
    for day in occurrences(tactic.recurrence, first, last):
        yield Occasion(tactic, day, day in done)
