"""Round marks on the axes of values and of days."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_ALONE = Decimal("0.1")
"""Of a single value, the room around it."""


@dataclass(frozen=True)
class ValueScale:
    """Values from the lowest to the highest mark."""

    marks: tuple[Decimal, ...]

    def share(self, value: Decimal) -> float:
        """Return where the value lies, 0 at the lowest mark and 1 at the highest."""
        lowest, highest = self.marks[0], self.marks[-1]
        return float((value - lowest) / (highest - lowest))


@dataclass(frozen=True)
class DayScale:
    """Days from the first to the last."""

    first: dt.date
    last: dt.date

    def share(self, day: dt.date) -> float:
        """Return where the day lies, 0 at the first and 1 at the last."""
        return (day - self.first).days / (self.last - self.first).days

    def marks(self, count: int) -> tuple[dt.date, ...]:
        """Return at most so many days at even distances, the first and the last among them."""
        length = (self.last - self.first).days
        parts = max(1, min(count - 1, length))
        return tuple(
            self.first + dt.timedelta(round(length * part / parts)) for part in range(parts + 1)
        )


def value_scale(values: Iterable[Decimal], most: int) -> ValueScale:
    """Return a scale that holds the values, with about ``most`` round marks at the most."""
    found = tuple(values) or (Decimal(0),)
    lowest, highest = min(found), max(found)
    if lowest == highest:
        room = abs(lowest) * _ALONE or Decimal(1)
        lowest, highest = lowest - room, highest + room
    step = _step((highest - lowest) / max(1, most - 1))
    first = math.floor(lowest / step)
    last = math.ceil(highest / step)
    return ValueScale(tuple(step * number for number in range(first, last + 1)))


def day_scale(days: Iterable[dt.date]) -> DayScale:
    """Return a scale that holds the days; one day alone stands in the middle of three."""
    found = tuple(days)
    first, last = min(found), max(found)
    if first == last:
        return DayScale(first - dt.timedelta(1), last + dt.timedelta(1))
    return DayScale(first, last)


def _step(least: Decimal) -> Decimal:
    """Return the smallest of 1, 2, 2.5, 5 and their tenfolds that is not below."""
    size = Decimal(1).scaleb(least.adjusted())
    return next(step * size for step in _STEPS if step * size >= least)
