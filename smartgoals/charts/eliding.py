"""Shortening a text to a width, never inside a character of several parts."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ELLIPSIS = "…"
MAX_CHARACTERS = 120
"""No label is longer, so no text of thousands of characters is ever measured."""
_JOINER = "\u200d"


def elided(text: str, width: float, measured: Callable[[str], float]) -> str:
    """Return the text, or its longest beginning that fits with an ellipsis; blank if none does.

    ``measured`` returns the width of a text in the unit of ``width``.
    """
    if len(text) <= MAX_CHARACTERS and measured(text) <= width:
        return text
    shortest, longest = 0, min(len(text), MAX_CHARACTERS)
    while shortest < longest:
        length = (shortest + longest + 1) // 2
        if measured(text[:length] + ELLIPSIS) <= width:
            shortest = length
        else:
            longest = length - 1
    beginning = text[: _whole(text, shortest)].rstrip()
    return beginning + ELLIPSIS if beginning else ""


def _whole(text: str, length: int) -> int:
    """Return the length, made shorter until no character is cut in two."""
    while 0 < length < len(text) and _continues(text[length - 1], text[length]):
        length -= 1
    return length


def _continues(before: str, character: str) -> bool:
    return (
        _JOINER in {before, character}
        or unicodedata.category(character).startswith("M")
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U0001f1e6" <= character <= "\U0001f1ff"
    )
