"""The plan as a calendar file: check-ins, milestones, and the dates of the tactics.

Whole days that block no time. Each event keeps its identifier from one export to the next, so
that a calendar which takes the file in again moves its events and has none twice.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from icalendar import Calendar, Event

from smartgoals import __version__
from smartgoals.domain.recurrence import occurrences
from smartgoals.domain.terms import Frequency
from smartgoals.domain.timeframe import add_months, milestones
from smartgoals.language import tr
from smartgoals.words.calendar import (
    check_in_event,
    milestone_event,
    tactic_event,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartgoals.documents.exporter import ExportContext
    from smartgoals.domain.plan import Plan
    from smartgoals.domain.tactic import Recurrence, Tactic
    from smartgoals.words.calendar import EventWords

EVERY_MONTH_HAS = 28
"""Days that no month is too short for; later ones need a date for each month."""
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WITHOUT_END_MONTHS = 12
"""The time that is written of a plan without due date."""
_BEGINNING = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)
_ONE_DAY = dt.timedelta(1)


@dataclass(frozen=True)
class _Dates:
    """When an event is: its first day, the rule by which it comes again, and its own name."""

    name: str
    first: dt.date
    rule: dict[str, Any] | None = None


def calendar_file(plan: Plan, context: ExportContext) -> bytes:
    """Return the calendar; without dates it has no events."""
    calendar = Calendar()
    calendar.add("prodid", f"-//SmartGoals//SmartGoals {__version__}//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", plan.name or tr("Plan without a name"))
    changed = (context.saved_at or dt.datetime.now(dt.UTC)).astimezone(dt.UTC)
    for dates, words in _events(plan, context):
        calendar.add_component(_event(plan, dates, words, changed))
    return bytes(calendar.to_ical())


def _event(plan: Plan, dates: _Dates, words: EventWords, changed: dt.datetime) -> Event:
    event = Event()
    event.add("uid", f"{plan.id}.{dates.name}@smartgoals")
    # Calendars take an event for newer by its sequence, which has to grow with each change.
    event.add("sequence", max(0, int((changed - _BEGINNING).total_seconds())))
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("dtstart", dates.first)
    event.add("dtend", dates.first + _ONE_DAY)
    event.add("transp", "TRANSPARENT")
    event.add("summary", words.summary)
    if words.description:
        event.add("description", words.description)
    if dates.rule is not None:
        event.add("rrule", dates.rule)
    return event


def _events(plan: Plan, context: ExportContext) -> Iterator[tuple[_Dates, EventWords]]:
    first = plan.start or context.today
    last = plan.due or add_months(first, _WITHOUT_END_MONTHS)
    yield from _check_ins(plan, context, last)
    for number, milestone in enumerate(milestones(plan), start=1):
        words = milestone_event(plan, milestone, context.formats)
        yield _Dates(f"milestone-{number}", milestone.day), words
    for tactic in plan.tactics:
        if not tactic.parked:
            words = tactic_event(plan, tactic, context.formats)
            yield from ((dates, words) for dates in _tactic_dates(tactic, first, last))


def _check_ins(
    plan: Plan, context: ExportContext, last: dt.date
) -> Iterator[tuple[_Dates, EventWords]]:
    """Yield the weekly check-in, for the first time in the week after the start."""
    if plan.start is None or not plan.metrics:
        return
    ahead = (plan.check_in_weekday - plan.start.weekday()) % len(_WEEKDAYS)
    first = plan.start + dt.timedelta(ahead or len(_WEEKDAYS))
    last = min(last, plan.closing.day) if plan.closing is not None else last
    if first <= last:
        rule = {"freq": "WEEKLY", "byday": _WEEKDAYS[plan.check_in_weekday], "until": last}
        yield _Dates("check-in", first, rule), check_in_event(plan, context.formats)


def _tactic_dates(tactic: Tactic, first: dt.date, last: dt.date) -> Iterator[_Dates]:
    name = f"tactic.{tactic.id}"
    if tactic.recurrence is None:
        if tactic.due is not None:
            yield _Dates(name, tactic.due)
        return
    days = occurrences(tactic.recurrence, first, last)
    rule = _rule(tactic.recurrence)
    if rule is None:
        yield from (_Dates(f"{name}.{day:%Y-%m}", day) for day in days)
        return
    begin = next(days, None)
    if begin is not None:
        yield _Dates(name, begin, {**rule, "until": last})


def _rule(recurrence: Recurrence) -> dict[str, Any] | None:
    """Return the rule that every calendar takes in the same way, None where there is none.

    On the 29th to 31st calendars skip the short months or differ in what they make of them, so
    these have one event a month, known by the month.
    """
    if recurrence.frequency is Frequency.DAILY:
        return {"freq": "DAILY"}
    if recurrence.frequency is Frequency.WEEKLY:
        weekdays = sorted(set(recurrence.weekdays))
        return {"freq": "WEEKLY", "byday": [_WEEKDAYS[weekday] for weekday in weekdays]}
    day = recurrence.month_day or -1
    return {"freq": "MONTHLY", "bymonthday": day} if day <= EVERY_MONTH_HAS else None
