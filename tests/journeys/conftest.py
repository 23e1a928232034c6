"""The window on an empty folder, and hands to work it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.journeys.hands import Hands
from tests.journeys.program import start_program
from tests.windows import Windows


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty data folder, as on the first start."""
    return tmp_path / "plans"


@pytest.fixture
def start(qtbot: QtBot, windows: Windows, folder: Path) -> Callable[..., Hands]:
    """Start the program on the folder, or on another; may be called again for the next day."""

    def started(folder: Path = folder, *, opens: bool = True) -> Hands:
        return Hands(qtbot, windows, folder, opens=opens)

    return started


@pytest.fixture
def program(folder: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start the program on the folder as a process; none outlives the test."""
    started: list[subprocess.Popen[str]] = []

    def start(*arguments: str) -> subprocess.Popen[str]:
        started.append(start_program(folder, *arguments))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()
