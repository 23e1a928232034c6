"""What is kept of Qt's own Python: found again, and never trusted when it is not whole."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

LOAD = "import smartgoals.quick_qt; from PySide6.QtCore import QObject; print(QObject.__name__)"


@pytest.fixture
def start(tmp_path: Path) -> Callable[[], Path]:
    """Load Qt in a process of its own; return the file that is kept."""

    def started() -> Path:
        places = {"XDG_CACHE_HOME": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
        environment = {**os.environ, **places, "HOME": str(tmp_path)}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, "-c", LOAD]
        told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        assert told.stdout == "QObject\n"
        return next(tmp_path.rglob("start.*"))

    return started


def test_what_was_compiled_once_is_not_written_again(start: Callable[[], Path]) -> None:
    kept = start()
    before = kept.stat()
    assert before.st_size > 1000

    start()

    assert kept.stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda content: content[: len(content) // 2],
        lambda content: content[:100] + b"\0" * (len(content) - 100),
        lambda content: os.urandom(len(content)),
    ],
    ids=["empty", "cut off", "zeros", "noise"],
)
def test_what_is_not_whole_is_compiled_anew(
    start: Callable[[], Path], damage: Callable[[bytes], bytes]
) -> None:
    kept = start()
    whole = kept.read_bytes()
    kept.write_bytes(damage(whole))

    assert start().read_bytes() == whole
