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


def read_recurrence(text: str, formats: Formats) -> Recurrence | None:
    """Return what the cell says, as a key or in the words of the program; None if neither."""
    wanted = fold(" ".join(text.split()))
    for recurrence in _all():
        if wanted in {recurrence_key(recurrence), fold(recurrence_text(recurrence, formats))}:
            return recurrence
    return None


def _all() -> Iterator[Recurrence]:
    yield Recurrence(frequency=Frequency.DAILY)
    for day in (None, *range(1, _LONGEST_MONTH + 1)):
        yield Recurrence(frequency=Frequency.MONTHLY, month_day=day)
    for count in range(1, len(_WEEKDAYS) + 1):
        for weekdays in combinations(range(len(_WEEKDAYS)), count):
            yield Recurrence(frequency=Frequency.WEEKLY, weekdays=weekdays)
