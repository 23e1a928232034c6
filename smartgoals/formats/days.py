"""Reading a typed date, in digits or with the name of its month, in one language."""

import datetime as dt
import re
from dataclasses import dataclass

from smartgoals.domain.text import fold
from smartgoals.formats.characters import plain_spelling
from smartgoals.formats.error import FormatError, FormatReason

FIRST_YEAR = 2000
LAST_YEAR = 2199
# Compiled when they are first used, and kept by Python: each start would pay for them.
_NUMERIC = r"(\d{1,4}) *([./ -]) *(\d{1,2}) *\2 *(\d{1,4})\.?"
_PIECES = r"\d+|[^\W\d_](?:[^\s\d,/()-]*[^\s\d,/().-])?"
_BETWEEN = r"[\s.,/()\-\u060c\u200c]*"
_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_YEAR_DIGITS = 4


@dataclass(frozen=True)
class DayNames:
    """What a language calls its months and days, folded, and the order of its numbers.

    ``months`` count from 1, ``weekdays`` from 0 for Monday; ``fillers`` are words that a
    written date has besides, such as the Spanish "de". ``day_first`` is None where a date in
    digits begins with the year.
    """

    months: dict[str, int]
    weekdays: dict[str, int]
    fillers: frozenset[str]
    day_first: bool | None

    def read(self, text: str) -> dt.date:
        """Return the date that the whole text stands for; the year has four digits.

        Raises:
            FormatError: the text is no date, not for sure, or outside 2000 to 2199.
        """
        spelled = plain_spelling(text)
        try:
            match = re.fullmatch(_NUMERIC, spelled)
            return self._from_digits(match) if match else self._from_words(spelled)
        except FormatError as error:
            raise FormatError(error.reason, text) from None

    def _from_digits(self, match: re.Match[str]) -> dt.date:
        first, mark, middle, last = match.groups()
        if len(first) == _YEAR_DIGITS:
            return _date(first, int(middle), last)
        if len(last) != _YEAR_DIGITS:
            raise _bad_year(last)
        if self.day_first:
            return _date(last, int(middle), first)
        if self.day_first is None or mark in ". ":
            raise FormatError(FormatReason.NOT_A_DATE)  # such dates are seldom month first
        return _date(last, int(first), middle)

    def _from_words(self, text: str) -> dt.date:
        pieces = re.findall(_PIECES, text)
        if not re.fullmatch(_BETWEEN, re.sub(_PIECES, "", text)):
            raise FormatError(FormatReason.NOT_A_DATE)
        numbers = [piece for piece in pieces if piece.isdigit()]
        words = [fold(piece) for piece in pieces if not piece.isdigit()]
        words = [word for word in words if word not in self.fillers | _ENDINGS]
        if not words and len(numbers) == 3 and len(numbers[0]) == _YEAR_DIGITS:  # noqa: PLR2004
            return _date(numbers[0], int(numbers[1][:3]), numbers[2])
        month, weekday = self._named(words)
        day = _date(_year(numbers), month, _day_of_month(numbers))
        if weekday is not None and day.weekday() != weekday:
            raise FormatError(FormatReason.WEEKDAY)
        return day

    def _named(self, words: list[str]) -> tuple[int, int | None]:
        """Return the month and the day of the week; "mar" may be either in Italian."""
        if len(words) == 1 and words[0] in self.months:
            return self.months[words[0]], None
        for month, weekday in (words, words[::-1]) if len(words) == 2 else ():  # noqa: PLR2004
            if month in self.months and weekday in self.weekdays:
                return self.months[month], self.weekdays[weekday]
        raise FormatError(FormatReason.NOT_A_DATE)


def _year(numbers: list[str]) -> str:
    years = [number for number in numbers if len(number) == _YEAR_DIGITS]
    if len(numbers) == 2 and len(years) == 1:  # noqa: PLR2004 - the day and the year
        return years[0]
    if len(numbers) == 1 and not years:
        raise FormatError(FormatReason.NO_YEAR)
    if len(numbers) == 2 and not years:  # noqa: PLR2004
        raise _bad_year(max(numbers, key=len))
    raise FormatError(FormatReason.NOT_A_DATE)


def _day_of_month(numbers: list[str]) -> str:
    return next(number for number in numbers if len(number) != _YEAR_DIGITS)


def _bad_year(year: str) -> FormatError:
    is_short = len(year) < _YEAR_DIGITS
    return FormatError(FormatReason.SHORT_YEAR if is_short else FormatReason.NOT_A_DATE)


def _date(year: str, month: int, day: str) -> dt.date:
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise FormatError(FormatReason.YEAR_OUT_OF_RANGE)
    try:
        return dt.date(int(year), month, int(day))
    except (ValueError, OverflowError):
        raise FormatError(FormatReason.NO_SUCH_DAY) from None
