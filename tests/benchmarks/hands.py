"""A window to work in, offscreen, and how long it takes until what was done is painted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from smartgoals.app import build_window
from smartgoals.ui.garbage import GarbageSearch
from tests.benchmarks.case import milliseconds

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from smartgoals.ui.desk import Desk
    from smartgoals.ui.main_window import MainWindow

LONGEST_WAIT = 60


class Hands:
    """Works the window as she would."""

    def __init__(self, folder: Path) -> None:
        self.app = QApplication.instance() or QApplication(["smartgoals"])
        self.window: MainWindow = build_window(self.app, folder)  # type: ignore[arg-type]
        self.window.show()
        self.window.activateWindow()
        self.wait(lambda: self.window.loader.store is not None)
        # As ``run_window`` does, which builds the window in the same way.
        self._garbage = GarbageSearch(self.window)
        self._garbage.begin()
        self.window.get_ready()
        self.rest()

    @property
    def desk(self) -> Desk:
        """The desk, once a plan was on it."""
        assert self.window.desk is not None
        return self.window.desk

    def open(self, plan_id: str, step: str = "") -> None:
        """Open the plan and wait until it is there."""
        self.window.open_plan(plan_id, step)
        self.wait(lambda: self.window.desk is not None and self.desk.plan_id == plan_id)
        self.rest()

    def painted(self, action: Callable[[], object]) -> float:
        """Return how long it takes until what follows from the action is on the screen.

        What the program does for later, when nothing else is to do, is done but not counted.
        """

        def act() -> None:
            action()
            QCoreApplication.sendPostedEvents()

        taken = milliseconds(act)
        self.rest(0.02)
        return taken

    def wait(self, is_so: Callable[[], bool]) -> None:
        """Let the program work until it is so."""
        end = time.monotonic() + LONGEST_WAIT
        while not is_so():
            assert time.monotonic() < end
            self._turn()
            time.sleep(0.002)

    def rest(self, seconds: float = 0.3) -> None:
        """Do nothing for a while, as one does between two clicks."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self._turn()
            time.sleep(0.002)

    def _turn(self) -> None:
        self.app.processEvents()
        # Outside of a running event loop Qt keeps what is to be deleted.
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def close(self) -> None:
        """Close the window."""
        self.window.close()
        if self.window.loader.store is not None:
            self.window.loader.store.close()
