"""Whole sentences about a plan, in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.domain.terms import Frequency, Quadrant, Status
from smartgoals.language import ngettext, tr
from smartgoals.words.amounts import change_text
from smartgoals.words.names import quadrant_name
from smartgoals.words.standing import is_on_time
from smartgoals.words.statement import inline, purpose, statement

if TYPE_CHECKING:
    import datetime as dt

    from smartgoals.domain.plan import Plan
    from smartgoals.domain.progress import MetricProgress
    from smartgoals.domain.tactic import Recurrence, Tactic
    from smartgoals.formats import Formats

__all__ = [
    "alignment",
    "change_text",
    "due_text",
    "length_text",
    "pace_text",
    "place_text",
    "recurrence_text",
    "statement",
    "timeframe_text",
]

_DAYS_OF_A_WEEK = 7
_SHORT_DAYS = 14
"""Shorter times are told in days."""


def alignment(plan: Plan) -> str:
    """Return the sentence that ties the plan to the business; blank while a half is missing.

    Source: B1.4, B1.5.
    """
    if plan.alignment.strip():
        return plan.alignment.strip()
    goal, strategy = purpose(plan), inline(plan.strategy)
    if not goal or not strategy:
        return ""
    return tr("To help us {goal}, we are {strategy}.").format(goal=goal, strategy=strategy)


def recurrence_text(recurrence: Recurrence, formats: Formats) -> str:
    """Return how often it is due: "every Monday", "by the 30th of every month"."""
    if recurrence.frequency is Frequency.MONTHLY:
        if recurrence.month_day is None:
            return tr("by the last day of every month")
        day = formats.ordinal(recurrence.month_day)
        return tr("by the {day} of every month").format(day=day)
    weekdays = sorted(set(recurrence.weekdays))
    if recurrence.frequency is Frequency.DAILY or len(weekdays) == _DAYS_OF_A_WEEK:
        return tr("every day")
    names = formats.listed(formats.inner_weekday(weekday) for weekday in weekdays)
    return tr("every {weekdays}").format(weekdays=names) if names else ""


def due_text(tactic: Tactic, formats: Formats) -> str:
    """Return when the tactic is due, or what it waits for when parked; blank when open."""
    if tactic.parked:
        return tactic.parked_until.strip() or tr("parked")
    if tactic.recurrence is not None:
        return recurrence_text(tactic.recurrence, formats)
    return formats.medium_day(tactic.due) if tactic.due is not None else ""


def timeframe_text(plan: Plan, formats: Formats) -> str:
    """Return "13 weeks, from 15 March 2027 to 14 June 2027", or the date that there is."""
    start, due = plan.start, plan.due
    if start is not None and due is not None:
        if due < start:
            return ""
        return tr("{length}, from {start} to {due}").format(
            length=length_text(start, due), start=formats.day(start), due=formats.day(due)
        )
    if due is not None:
        return tr("Due on {day}").format(day=formats.day(due))
    return tr("Starts on {day}").format(day=formats.day(start)) if start is not None else ""


def length_text(start: dt.date, due: dt.date) -> str:
    """Return the time between the days, "13 weeks" or "about 22 weeks"; days when short."""
    days = (due - start).days
    if days < _SHORT_DAYS:
        # A plan of one day starts and ends on it.
        days = max(1, days)
        return ngettext("{count} day", "{count} days", days).format(count=days)
    weeks, rest = divmod(days, _DAYS_OF_A_WEEK)
    if rest == 0:
        return ngettext("{count} week", "{count} weeks", weeks).format(count=weeks)
    weeks += rest > _DAYS_OF_A_WEEK // 2
    return ngettext("about {count} week", "about {count} weeks", weeks).format(count=weeks)


def place_text(name: str, value: int, complexity: int, quadrant: Quadrant) -> str:
    """Return where a tactic lies on the chart, as it is read aloud."""
    return tr("{name}: value {value}, complexity {complexity}, {quadrant}").format(
        name=name, value=value, complexity=complexity, quadrant=quadrant_name(quadrant)
    )


def pace_text(progress: MetricProgress, formats: Formats, currency: str = "") -> str:
    """Return where a metric stands, what it still takes and where it is heading."""
    current = progress.current
    if current is None or progress.current_day is None:
        return tr("No check-in yet.")
    facts = {
        "current": formats.amount(current, progress.metric.kind, currency),
        "day": formats.day(progress.current_day),
        "target": formats.amount(progress.target, progress.metric.kind, currency),
        "expected": _rough(progress, "expected", formats, currency),
    }
    sentences = [_standing(progress).format(**facts), _days_ahead(progress)]
    if progress.status not in {Status.ACHIEVED, Status.MISSED}:
        sentences += [_needed(progress, formats, currency), _heading(progress, formats, currency)]
    return " ".join(sentence for sentence in sentences if sentence)


def _standing(progress: MetricProgress) -> str:
    if progress.status is Status.ACHIEVED:
        return tr("{current} on {day}: the target of {target} is reached.")
    if progress.status is Status.MISSED:
        return tr("{current} on {day}: the target of {target} was not reached.")
    if progress.expected is not None and progress.progress is not None:
        return tr("{current} on {day}; {expected} is expected by today.")
    if progress.target is not None:
        return tr("{current} on {day}; the target is {target}.")
    return tr("{current} on {day}.")


def _days_ahead(progress: MetricProgress) -> str:
    days = progress.days_ahead
    if days is None or progress.status in {Status.ACHIEVED, Status.MISSED, Status.TOO_EARLY}:
        return ""
    if days == 0:
        return tr("That is right on time.") if is_on_time(progress) else ""
    if days > 0:
        text = ngettext("That is {count} day ahead.", "That is {count} days ahead.", days)
    else:
        text = ngettext("That is {count} day behind.", "That is {count} days behind.", -days)
    return text.format(count=abs(days))


def _needed(progress: MetricProgress, formats: Formats, currency: str) -> str:
    needed = progress.needed_per_week
    if needed is None:
        return ""
    text = tr("From here it takes {change} a week.")
    kind = progress.metric.kind
    amount = formats.rough(abs(needed), kind, currency)
    sign = formats.sign(needed)
    return text.format(change=f"{sign}{amount}")


def _heading(progress: MetricProgress, formats: Formats, currency: str) -> str:
    if progress.outlook is None or progress.due is None:
        return ""
    return tr("If it goes on like this, it will be {projection} on {due}.").format(
        projection=_rough(progress, "outlook", formats, currency),
        due=formats.day(progress.due),
    )


def _rough(progress: MetricProgress, name: str, formats: Formats, currency: str) -> str:
    return formats.rough(getattr(progress, name), progress.metric.kind, currency)
