"""A real store in an empty folder, a session on it, and the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartgoals.domain.plan import Plan
from smartgoals.formats import Formats
from smartgoals.storage.store import PlanStore
from smartgoals.ui.main_window import MainWindow
from smartgoals.ui.session import PlanSession
from tests.windows import Windows


@pytest.fixture
def store(tmp_path: Path) -> Iterator[PlanStore]:
    with PlanStore.open(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def session(store: PlanStore, qapp: QApplication) -> PlanSession:
    return PlanSession(store, Plan(), Formats("en_GB"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty data folder, as on the first start."""
    return tmp_path / "plans"


@pytest.fixture
def window(qtbot: QtBot, windows: Windows, folder: Path) -> MainWindow:
    """The window on the empty folder, with its store open."""
    window = windows.build(folder)
    window.show()
    qtbot.waitUntil(lambda: window.loader.store is not None)
    return window
