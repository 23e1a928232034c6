"""How often a tactic is due, in a cell of a table: for programs, and read from both."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from smartgoals.domain.tactic import Recurrence
from smartgoals.domain.terms import Frequency
from smartgoals.domain.text import fold
from smartgoals.words.sentences import recurrence_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartgoals.formats import Formats

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LAST = "last"
_LONGEST_MONTH = 31


def recurrence_key(recurrence: Recurrence) -> str:
    """Return ``daily``, ``weekly mon thu``, ``monthly 30`` or ``monthly last``."""
    frequency = recurrence.frequency
    if frequency is Frequency.WEEKLY:
        weekdays = (_WEEKDAYS[weekday] for weekday in sorted(set(recurrence.weekdays)))
        return " ".join([frequency, *weekdays])
    if frequency is Frequency.MONTHLY:
        return f"{frequency} {recurrence.month_day or _LAST}"
    return str(frequency)


def known_recurrences(formats: Formats) -> dict[str, Recurrence]:
    """Return every recurrence by its key and by the words of the program, both folded."""
    found: dict[str, Recurrence] = {}
    for recurrence in _all():
        found.setdefault(recurrence_key(recurrence), recurrence)
        found.setdefault(fold(recurrence_text(recurrence, formats)), recurrence)
    return found


def _all() -> Iterator[Recurrence]:
    yield Recurrence(frequency=Frequency.DAILY)
    for day in (None, *range(1, _LONGEST_MONTH + 1)):
        yield Recurrence(frequency=Frequency.MONTHLY, month_day=day)
    for count in range(1, len(_WEEKDAYS) + 1):
        for weekdays in combinations(range(len(_WEEKDAYS)), count):
            yield Recurrence(frequency=Frequency.WEEKLY, weekdays=weekdays)
