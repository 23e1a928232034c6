"""Splitting a typed or pasted list of values, such as a column of a spreadsheet."""

import itertools
import re

from smartgoals.formats.characters import plain_spelling
from smartgoals.formats.error import FormatError, FormatReason

MAX_VALUES = 12
"""As many recent values as a metric keeps."""
# Compiled when they are first used, and kept by Python: each start would pay for them.
_CLEAR = r",? *[\r\n\t;] *|, +| {2,}"
_THOUSANDS_BEFORE = r"[-+]?[1-9][0-9]{0,2}"
_THOUSANDS_AFTER = r"[0-9]{3}(?![0-9]).*"


def split_values(text: str) -> list[str]:
    """Return the texts of the single values.

    Raises:
        FormatError: BLANK_VALUE, TOO_MANY or UNCLEAR_LIST.
    """
    inner = text.replace("\r\n", "\n").strip(" \r\n\t;,")
    pieces = [piece.strip() for piece in re.split(_CLEAR, inner)]
    if len(pieces) == 1:
        pieces = _split_at_spaces(pieces[0])
    if not pieces or not all(pieces):
        raise FormatError(FormatReason.BLANK_VALUE, text)
    if len(pieces) > MAX_VALUES:
        raise FormatError(FormatReason.TOO_MANY, text)
    return pieces


def _split_at_spaces(text: str) -> list[str]:
    """Return the parts between plain spaces; a percent sign may have one before it."""
    pieces = re.sub(r" +(?=[%٪])", "", text).split(" ")
    pieces = [piece for piece in pieces if piece]
    spelled = [plain_spelling(piece) for piece in pieces]
    if any(_may_be_one(before, after) for before, after in itertools.pairwise(spelled)):
        raise FormatError(FormatReason.UNCLEAR_LIST, text)
    return pieces


def _may_be_one(before: str, after: str) -> bool:
    """Return whether the space may stand between thousands: 1 234, or 234 567 after it."""
    is_start = re.fullmatch(_THOUSANDS_BEFORE, before) or re.fullmatch(_THOUSANDS_AFTER, before)
    return bool(is_start and re.fullmatch(_THOUSANDS_AFTER, after))
