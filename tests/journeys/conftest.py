"""The window on an empty folder, and hands to work it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.hands import Hands
from tests.journeys.program import start_program


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty data folder, as on the first start."""
    return tmp_path / "plans"


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, folder: Path) -> Iterator[Callable[..., Hands]]:
    """Start the program on the folder; may be called again for the next day."""
    running: list[Hands] = []

    def started(*, opens: bool = True) -> Hands:
        running.append(Hands(qtbot, qapp, folder, opens=opens))
        return running[-1]

    yield started
    for hands in running:
        hands.close()


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
