"""What the command line prints, whatever the terminal or the pipe behind it can take."""

from __future__ import annotations

import codecs
import json
import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DONE = 0
NOT_DONE = 1
BAD_USE = 2

_told: set[str] = set()
"""What this command has said on standard error; nothing is said twice."""


class CommandError(Exception):
    """The command ends here; as a string, the sentence for the user."""

    def __init__(self, sentence: str, exit_code: int = NOT_DONE) -> None:
        self.exit_code = exit_code
        super().__init__(sentence)


def print_text(text: str) -> None:
    """Print the text, with what the terminal's encoding lacks replaced."""
    encoding = _encoding()
    print(text.encode(encoding, errors="replace").decode(encoding))


def print_json(content: Any) -> None:
    """Print the content as JSON, escaped where the encoding is not UTF-8."""
    is_utf8 = codecs.lookup(_encoding()).name == "utf-8"
    print(json.dumps(content, ensure_ascii=not is_utf8, indent=2))


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the rows as lines whose cells stand below each other, two spaces apart."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip()


def begin() -> None:
    """Forget what another command has said."""
    _told.clear()


def fail(sentence: str, exit_code: int = NOT_DONE) -> int:
    """Print the sentence on standard error and return the exit code."""
    tell(sentence)
    return exit_code


def tell(sentence: str) -> None:
    """Print the sentence on standard error, unless it was said already, and go on."""
    if sentence not in _told:
        print(sentence, file=sys.stderr)
        _told.add(sentence)


def flush() -> None:
    """Bring what was printed to where it goes.

    Raises:
        OSError: nobody reads it any more, or its disk is full; the rest goes nowhere.
    """
    try:
        print(end="", flush=True)
    except OSError:
        give_up()
        raise


def give_up() -> None:
    """Have the rest of the output go nowhere, so that Python does not try again at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def _encoding() -> str:
    return getattr(sys.stdout, "encoding", None) or "utf-8"
