"""Why a typed text could not be read."""

from enum import StrEnum


class FormatReason(StrEnum):
    """What is wrong with a typed number, target, date or list of values."""

    NOT_A_NUMBER = "not_a_number"
    WORDS = "words"
    """There is a number, but something else beside it, such as ``5 followers``."""
    EXPONENT = "exponent"
    TWO_SIGNS = "two_signs"
    GROUPS = "groups"
    """The marks between the digits fit no way of writing numbers, such as ``1,23,4``."""
    AMBIGUOUS = "ambiguous"
    """Two readings are possible, such as ``1234,567`` in English."""
    TOO_LARGE = "too_large"
    TOO_PRECISE = "too_precise"
    PERCENT = "percent"
    """A percent sign on a number that is no percentage."""
    CHANGE = "change"
    """A signed number without percent sign, such as ``+500``, as a target."""
    UNSIGNED_PERCENT = "unsigned_percent"
    """``20 %`` as the target of a metric that is no percentage: a level or a change?"""
    FACTOR = "factor"
    """``x0``, ``x-2``, ``x 20 %``: nothing to multiply with."""
    NOT_A_DATE = "not_a_date"
    NO_YEAR = "no_year"
    SHORT_YEAR = "short_year"
    YEAR_OUT_OF_RANGE = "year_out_of_range"
    NO_SUCH_DAY = "no_such_day"
    WEEKDAY = "weekday"
    """The day of the week that was typed is not the one of the date."""
    BLANK_VALUE = "blank_value"
    """A list of values with a blank among them."""
    TOO_MANY = "too_many"
    UNCLEAR_LIST = "unclear_list"
    """``310 322``: two values, or one with a space between its thousands?"""


class FormatError(ValueError):
    """A typed text that cannot be read for sure; ``reason`` says why, ``text`` is what it was."""

    def __init__(self, reason: FormatReason, text: str = "") -> None:
        super().__init__(f"{reason.value}: {text[:60]}")
        self.reason = reason
        self.text = text
