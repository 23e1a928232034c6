"""What the user is told about a check-in: why it is not taken, what its day means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.language import ngettext, tr

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable
    from decimal import Decimal

    from smartgoals.domain.course import DatedValue
    from smartgoals.domain.metric import Metric
    from smartgoals.formats import Formats


def check_in_fault_text(fault: str) -> str:
    """Return why a check-in is not taken; ``fault`` is a ``CheckInFault``."""
    return {
        "future": tr("That day is still to come. Please choose today or a day before."),
        "nothing": tr("There is nothing to keep yet: write a value or a note."),
    }[fault]


def day_note(*, is_before_start: bool, is_known: bool) -> str:
    """Return what is special about the day of a check-in; blank when nothing is."""
    if is_known:
        return tr("You checked in on that day already. What you save now takes its place.")
    if is_before_start:
        return tr("That is before the plan began: the values count as history.")
    return ""


def last_value_text(
    last: DatedValue | None, metric: Metric, formats: Formats, currency: str
) -> str:
    """Return "1,271 on 19 April 2027", the value that was entered last; blank without one."""
    if last is None:
        return ""
    return tr("last: {value} on {day}").format(
        value=formats.amount(last.value, metric.kind, currency), day=formats.day(last.day)
    )


def doubt_text(
    metric: Metric, value: Decimal, earlier: Iterable[Decimal], formats: Formats, currency: str
) -> str:
    """Return a question about a number that looks like a slip; blank where it may well be."""
    from smartgoals.domain.limits import doubtful_limit

    limit = doubtful_limit(metric, value, earlier)
    if limit is None:
        return ""
    shown = formats.amount(limit, metric.kind, currency)
    if value < limit:
        text = tr("Less than {limit}? It is taken as it stands, but please look at it again.")
    else:
        text = tr("More than {limit}? It is taken as it stands, but please look at it again.")
    return text.format(limit=shown)


def doubtful_values_text(count: int) -> str:
    """Return a hint at numbers of a list that look like slips; blank for none."""
    text = ngettext(
        "{count} of them looks too low or too high; please look at it again.",
        "{count} of them look too low or too high; please look at them again.",
        count,
    )
    return text.format(count=count) if count else ""


def due_check_ins_text(count: int) -> str:
    """Return the heading of the list of plans whose check-in is open."""
    return ngettext("{count} check-in is due", "{count} check-ins are due", count).format(
        count=count
    )


def open_since_text(day: dt.date, today: dt.date, formats: Formats) -> str:
    """Return since when a check-in is open."""
    if day == today:
        return tr("due today")
    return tr("due since {day}").format(day=formats.short_day(day))
