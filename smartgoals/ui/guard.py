"""A fence around every Qt virtual that we override.

An exception that leaves a Python override called by Qt can end the process (PySide6 on
Python 3.11), so each override carries ``@guard``: the exception is reported, Qt gets a harmless
answer, and the program lives on. A test over the syntax tree sees to it that none is forgotten.
"""

import functools
import sys
from collections.abc import Callable
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
GONE = RuntimeError, TypeError
"""What a thread meets that tells something to an object which is gone, or just going."""


def guard(answer: Any = None) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Return a decorator that reports an exception and gives Qt the answer instead."""

    def fence(override: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(override)
        def fenced(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return override(*args, **kwargs)
            except Exception:  # noqa: BLE001 - nothing may pass this fence
                sys.excepthook(*sys.exc_info())
                return answer  # type: ignore[no-any-return]

        return fenced

    return fence
