"""Why a typed text could not be read, and how to write it instead."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from smartgoals.formats import FormatReason
from smartgoals.language import tr

if TYPE_CHECKING:
    from smartgoals.formats import FormatError, Formats

_A_DAY = dt.date(2027, 6, 14)


def format_error_text(error: FormatError, formats: Formats | None = None) -> str:
    """Return one sentence; a date in it is written as ``formats`` does, or as 2027-06-14."""
    sentence = {
        FormatReason.NOT_A_NUMBER: tr("This is not a number yet. Please write it in digits."),
        FormatReason.WORDS: tr("Please write the number alone, without words or signs beside it."),
        FormatReason.EXPONENT: tr("Please write the number out, with all its digits."),
        FormatReason.TWO_SIGNS: tr("There are two signs here; please keep one."),
        FormatReason.GROUPS: tr(
            "The marks between the digits do not fit a number; please write it without them."
        ),
        FormatReason.AMBIGUOUS: tr(
            "This can be read as two different numbers; please write it without marks "
            "between the thousands."
        ),
        FormatReason.TOO_LARGE: tr("That number is too large to plan with."),
        FormatReason.TOO_PRECISE: tr("Six decimals are enough; please round the number."),
        FormatReason.PERCENT: tr("This number is not a percentage; please leave out the %."),
        FormatReason.CHANGE: tr(
            "Please write the level to reach, such as 1500, "
            "or the change in percent, such as +15 %."
        ),
        FormatReason.UNSIGNED_PERCENT: tr(
            "Is that a change? Then please write a sign before it, such as +15 % or -30 %."
        ),
        FormatReason.FACTOR: tr("Please write the factor as x2 or x1.5, more than nothing."),
        FormatReason.NOT_A_DATE: tr("This is not a date yet. Please write it such as {day}."),
        FormatReason.NO_YEAR: tr("The year is missing. Please write it such as {day}."),
        FormatReason.SHORT_YEAR: tr("Please write the year with four digits, such as {day}."),
        FormatReason.YEAR_OUT_OF_RANGE: tr("Plans run between the years 2000 and 2199."),
        FormatReason.NO_SUCH_DAY: tr("The calendar has no such day. Please look at it again."),
        FormatReason.WEEKDAY: tr("That date falls on another day of the week."),
        FormatReason.BLANK_VALUE: tr(
            "One value in the list is blank; please fill it or take it out."
        ),
        FormatReason.TOO_MANY: tr("Twelve values are enough; please keep the latest ones."),
        FormatReason.UNCLEAR_LIST: tr(
            "It is not clear where one number ends; please put a semicolon between them."
        ),
    }[error.reason]
    return sentence.format(day=formats.day(_A_DAY) if formats else _A_DAY.isoformat())
