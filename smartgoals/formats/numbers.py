"""Reading a typed number: its sign, its percent sign and its digits."""

import re
from dataclasses import dataclass
from decimal import Decimal

from smartgoals.formats.characters import plain_spelling
from smartgoals.formats.error import FormatError, FormatReason
from smartgoals.formats.marks import MARKS, Marks

MAX_DECIMALS = 6
LIMIT = Decimal(10) ** 15
"""Amounts of a plan stay below it and have at most six decimals."""

# Compiled when they are first used, and kept by Python: each start would pay for them.
_NUMBER = (
    rf"(?P<sign>[+-]?) *(?P<before>%?) *(?P<late_sign>[+-]?) *"
    rf"(?P<digits>[0-9{re.escape(MARKS)}]*[0-9][.,]?) *(?P<after>%?)"
)
_EXPONENT = r"[+-]?[0-9.,]*[0-9][.,]?[eE][+-]?[0-9]+"


@dataclass(frozen=True)
class TypedNumber:
    """A number as it was typed: ``sign`` is +, - or blank; ``amount`` has the sign."""

    amount: Decimal
    sign: str
    is_percent: bool


def read_number(text: str, marks: Marks) -> TypedNumber:
    """Return the number that the whole text stands for.

    Raises:
        FormatError: the text is no number, or not for sure.
    """
    spelled = plain_spelling(text)
    match = re.fullmatch(_NUMBER, spelled)
    if match is None:
        raise FormatError(_complaint(spelled), text)
    if match["sign"] and match["late_sign"]:
        raise FormatError(FormatReason.TWO_SIGNS, text)
    if match["before"] and match["after"]:
        raise FormatError(FormatReason.NOT_A_NUMBER, text)
    sign = match["sign"] or match["late_sign"]
    size = _checked(marks.read(match["digits"]), text)
    return TypedNumber(
        amount=-size if sign == "-" and size else size,
        sign=sign,
        is_percent=bool(match["before"] or match["after"]),
    )


def _checked(size: Decimal, text: str) -> Decimal:
    if size >= LIMIT:
        raise FormatError(FormatReason.TOO_LARGE, text)
    _, _, decimals = f"{size:f}".partition(".")
    if len(decimals.rstrip("0")) > MAX_DECIMALS:
        raise FormatError(FormatReason.TOO_PRECISE, text)
    return size


def _complaint(text: str) -> FormatReason:
    if re.fullmatch(_EXPONENT, text):
        return FormatReason.EXPONENT
    if not re.search("[0-9]", text):
        return FormatReason.NOT_A_NUMBER
    if re.fullmatch(rf"[-+]{{2,}}[0-9{re.escape(MARKS)}]+%?", text.replace(" ", "")):
        return FormatReason.TWO_SIGNS
    has_words = any(character.isalpha() or character in "$€£¥₺₹¢" for character in text)
    return FormatReason.WORDS if has_words else FormatReason.NOT_A_NUMBER
