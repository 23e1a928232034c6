"""Keeps what regular expressions come to, so that each is worked out once and not at every start.

Python reads a regular expression, works out the steps of the search and hands them to its engine.
For the long ones in PySide's own Python, that takes longer than to load half of Qt. Only the steps
are kept; the engine makes the pattern from them. Other versions of Python go their own way.
"""

import contextlib
import re
import sys
from collections.abc import Iterator
from typing import Any

IS_KNOWN = sys.version_info[:2] == (3, 11)
"""Whether this Python hands patterns to its engine as it is done here."""

Patterns = dict[tuple[str | bytes, int], tuple[Any, ...]]
"""What the engine makes the pattern from, by the expression and its flags."""

_compiler: Any = vars(re).get("_compiler")


@contextlib.contextmanager
def patterns_kept(known: Patterns) -> Iterator[None]:
    """Work out no expression in the body that is known; what is worked out is known then."""
    if not IS_KNOWN:
        yield
        return
    plain, engine = _compiler.compile, vars(_compiler)["_sre"]

    def look_up(expression: Any, flags: int = 0) -> Any:
        if type(expression) not in {str, bytes}:
            return plain(expression, flags)
        if (expression, flags) not in known:
            known[expression, flags] = _worked_out(plain, engine, expression, flags)
        return engine.compile(expression, *known[expression, flags])

    _compiler.compile = look_up
    try:
        yield
    finally:
        _compiler.compile = plain


def _worked_out(plain: Any, engine: Any, expression: str | bytes, flags: int) -> tuple[Any, ...]:
    """Return what Python hands to the engine beside the expression."""
    listening = _Listening(engine)
    vars(_compiler)["_sre"] = listening
    try:
        plain(expression, flags)
    finally:
        vars(_compiler)["_sre"] = engine
    return listening.heard


class _Listening:
    """The engine, which remembers what it was handed last."""

    def __init__(self, engine: Any) -> None:
        self._engine = engine
        self.heard: tuple[Any, ...] = ()

    def compile(self, expression: str | bytes, flags: int, steps: Any, *others: Any) -> Any:
        # The steps have names, which cannot be kept; the engine wants only their numbers.
        self.heard = (int(flags), list(map(int, steps)), *others)
        return self._engine.compile(expression, *self.heard)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)
