"""How a locale writes its dates: orders, names and the words between them."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QLocale

from smartgoals.domain.text import fold

_LONG = QLocale.FormatType.LongFormat
_SHORT = QLocale.FormatType.ShortFormat
_NARROW_GAP = r"(?:'[^']*'|[\s,.،])*"


def long_day(locale: QLocale) -> str:
    """Return the locale's long date without its day of the week: ``d MMMM yyyy``."""
    pattern = re.sub("d{3,}", "", locale.dateFormat(_LONG))
    return re.sub("d+", "d", pattern).strip(" ,،\u200f")


def medium_day(locale: QLocale) -> str:
    """Return the long date with the short name of the month."""
    return long_day(locale).replace("MMMM", "MMM")


def short_day(locale: QLocale) -> str:
    """Return the medium date without its year."""
    pattern = medium_day(locale)
    if pattern.startswith("y"):
        return re.sub("^y+[^dM]*", "", pattern)
    return re.sub(f"{_NARROW_GAP}y+.*$", "", pattern)


def unbroken(pattern: str) -> str:
    """Return the pattern with no room for a line to end between the day and its month."""
    return re.sub("[dM].*[dM]", lambda found: found[0].replace(" ", "\u00a0"), pattern)


def is_day_first(locale: QLocale) -> bool | None:
    """Return whether dates in digits begin with the day; None: with the year."""
    order = re.sub("[^dMy]", "", locale.dateFormat(_SHORT))
    return None if order.startswith("y") else order.startswith("d")


def months(locale: QLocale) -> Iterator[tuple[str, int]]:
    """Yield every name of each month, folded, with its number from 1."""
    for number in range(1, 13):
        for form in (_LONG, _SHORT):
            for name in (locale.monthName(number, form), locale.standaloneMonthName(number, form)):
                yield fold(name).rstrip("."), number


def weekdays(locale: QLocale) -> Iterator[tuple[str, int]]:
    """Yield every name of each day of the week, folded, with its number; Monday is 0."""
    for number in range(7):
        for form in (_LONG, _SHORT):
            for name in (
                locale.dayName(number + 1, form),
                locale.standaloneDayName(number + 1, form),
            ):
                yield fold(name).rstrip("."), number


def fillers(locale: QLocale) -> set[str]:
    """Return the words that stand in a long date besides its names and numbers."""
    pattern = locale.dateFormat(_LONG)
    quoted = " ".join(re.findall("'([^']*)'", pattern))
    bare = re.sub("[dMy]+", " ", re.sub("'[^']*'", " ", pattern))
    return {word.strip(".") for word in re.findall(r"[^\W\d_]+\.?", f"{quoted} {bare}")}
