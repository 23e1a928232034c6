"""Entering what the metrics read: one check-in a day, in any order, never in the future.

Decided here: a day before the start is taken. Its values are history, and the baseline of a
metric whose baseline was not known; ``is_before_start`` lets the user be told so. A second
check-in of a day replaces what the first said of the same metrics.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from smartgoals.domain.check_in import CheckIn, Reading

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping
    from decimal import Decimal

    from smartgoals.domain.course import DatedValue
    from smartgoals.domain.plan import Plan


class CheckInFault(StrEnum):
    """Why a check-in is not taken."""

    FUTURE = "future"
    """What is not yet cannot have been read."""
    NOTHING = "nothing"
    """Neither a value nor a note."""


class CheckInError(ValueError):
    """A check-in that cannot be taken; ``fault`` says why."""

    def __init__(self, fault: CheckInFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


def check_in_on(plan: Plan, day: dt.date) -> CheckIn | None:
    """Return the check-in of that day, the last one entered if a file brought several."""
    return next((each for each in reversed(plan.check_ins) if each.day == day), None)


def is_before_start(plan: Plan, day: dt.date) -> bool:
    """Return whether a value of that day is history from before the plan."""
    return plan.start is not None and day < plan.start


def with_check_in(
    plan: Plan,
    day: dt.date,
    readings: Mapping[str, Decimal | None],
    note: str | None = None,
    *,
    today: dt.date,
) -> Plan:
    """Return the plan with the values entered for that day.

    ``readings`` are by the id of the metric; None takes back the value that the day had.
    ``note`` None leaves the day's note as it is. A day that is left with neither value nor
    note has no check-in any more.

    Raises:
        CheckInError: FUTURE, or NOTHING when there is nothing to enter.
    """
    if day > today:
        raise CheckInError(CheckInFault.FUTURE)
    known = check_in_on(plan, day)
    if known is None and not (note or "").strip() and not _values(readings):
        raise CheckInError(CheckInFault.NOTHING)
    before = known or CheckIn(day=day)
    kept = tuple(r for r in before.readings if r.metric_id not in readings)
    return _with_days(
        plan,
        [
            before.replace(
                readings=kept + _values(readings), note=before.note if note is None else note
            )
        ],
    )


def with_series(
    plan: Plan, metric_id: str, values: Iterable[DatedValue], *, today: dt.date
) -> Plan:
    """Return the plan with the values of one metric entered, each for its day.

    Of several values of one day the last one counts.

    Raises:
        CheckInError: FUTURE, when one of the days is; then nothing is entered.
    """
    by_day = {each.day: each for each in plan.check_ins}
    entered: dict[dt.date, CheckIn] = {}
    for value in values:
        if value.day > today:
            raise CheckInError(CheckInFault.FUTURE)
        before = by_day.get(value.day) or entered.get(value.day) or CheckIn(day=value.day)
        kept = tuple(r for r in before.readings if r.metric_id != metric_id)
        reading = Reading(metric_id=metric_id, value=value.value)
        entered[value.day] = before.replace(readings=(*kept, reading))
    return _with_days(plan, entered.values())


def without_check_in(plan: Plan, check_in_id: str) -> Plan:
    """Return the plan without the check-in."""
    return plan.replace(check_ins=tuple(c for c in plan.check_ins if c.id != check_in_id))


def _values(readings: Mapping[str, Decimal | None]) -> tuple[Reading, ...]:
    return tuple(
        Reading(metric_id=metric_id, value=value)
        for metric_id, value in readings.items()
        if value is not None
    )


def _with_days(plan: Plan, check_ins: Iterable[CheckIn]) -> Plan:
    """Return the plan with these in the place of those of their days, in the order of days.

    The values of a day stand in the order of the metrics, whatever the order of entry.
    """
    entered = {each.day: each for each in check_ins}
    places = {metric.id: place for place, metric in enumerate(plan.metrics)}

    def ordered(check_in: CheckIn) -> CheckIn:
        last = len(places)
        found = sorted(check_in.readings, key=lambda each: places.get(each.metric_id, last))
        return check_in.replace(readings=tuple(found))

    others = (each for each in plan.check_ins if each.day not in entered)
    filled = (ordered(each) for each in entered.values() if each.readings or each.note.strip())
    return plan.replace(check_ins=tuple(sorted((*others, *filled), key=lambda each: each.day)))
