"""Killing a process right before each of its steps: SQL statements and changes of files."""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from itertools import count
from typing import Any

from tests.rounds import are_full

_FILE_STEPS = {"os.rename", "os.link", "os.remove", "os.truncate", "os.mkdir", "tempfile.mkstemp"}


EVERY = 11
"""Without the full number of rounds, only every so many steps are tried."""


class _Steps:
    """Counts down to the step before which the process ends itself."""

    def __init__(self, left: int) -> None:
        self.left = left

    def take(self) -> None:
        self.left -= 1
        if self.left < 0:
            os.kill(os.getpid(), signal.SIGKILL)


def killed_at_every_step(
    action: Callable[[], object], renew: Callable[[], object], check: Callable[[], object]
) -> int:
    """Do the action in a child again and again, killed a step later each time.

    Before each time everything is renewed, after it checked. Returns the number of steps, or one
    a little greater when only some were tried.
    """
    for steps in count(step=1 if are_full() else EVERY):
        renew()
        is_done = _child_ends(action, steps)
        check()
        if is_done:
            return steps
    raise AssertionError


def _child_ends(action: Callable[[], object], steps: int) -> bool:
    """Return whether the action came to its end before the step at which it is killed."""
    child = os.fork()
    if child == 0:
        try:
            _watch(_Steps(steps))
            action()
            os._exit(0)
        except BaseException as error:  # noqa: BLE001 - told to the parent
            os.write(2, repr(error).encode())
        os._exit(1)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in {0, -signal.SIGKILL}
    return code == 0


def _watch(steps: _Steps) -> None:
    """Count every SQL statement of any connection, and every change of a file."""
    connect = sqlite3.connect

    def traced(*arguments: Any, **options: Any) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*arguments, **options)
        connection.set_trace_callback(lambda _: steps.take())
        return connection

    sqlite3.connect = traced  # type: ignore[assignment]
    sys.addaudithook(lambda event, _: steps.take() if event in _FILE_STEPS else None)
