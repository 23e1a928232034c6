"""One spelling for the many characters with which numbers are written around the world."""

import unicodedata

from smartgoals.formats.error import FormatError, FormatReason

_UNSEEN = "\u200b\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
_SPELLINGS = str.maketrans(
    {
        **dict.fromkeys(_UNSEEN, None),
        **dict.fromkeys("\u2212\u2010\u2011\u2012\u2013\ufe63\uff0d", "-"),
        **dict.fromkeys("\ufe62\uff0b", "+"),
        **dict.fromkeys("\u066a\ufe6a\uff05", "%"),
        **dict.fromkeys("\u2018\u2019\u02bc\uff07", "'"),
        "\uff0e": ".",
        "\uff0c": ",",
    }
)


def plain_spelling(text: str) -> str:
    """Return the text with ASCII digits, signs and spaces, and without unseen characters.

    Raises:
        FormatError: its digits are of more than one script.
    """
    if text.isascii():
        return text.strip()
    text = "".join(_plain_character(character) for character in text.translate(_SPELLINGS))
    _refuse_mixed_digits(text)
    return "".join(_plain_digit(character) for character in text).strip()


def digits_of(text: str, zero: str) -> str:
    """Return the text with ASCII digits replaced by those that count from ``zero``."""
    if zero == "0" or len(zero) != 1:
        return text
    return text.translate({ord("0") + value: chr(ord(zero) + value) for value in range(10)})


def _plain_character(character: str) -> str:
    return " " if unicodedata.category(character) == "Zs" else character


def _plain_digit(character: str) -> str:
    return str(unicodedata.decimal(character)) if character.isdecimal() else character


def _refuse_mixed_digits(text: str) -> None:
    digits = [character for character in text if character.isdecimal()]
    zeros = {ord(character) - unicodedata.decimal(character) for character in digits}
    if len(zeros) > 1:
        raise FormatError(FormatReason.NOT_A_NUMBER, text)
