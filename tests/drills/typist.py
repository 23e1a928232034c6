"""A program that types into the window and tells each key and each save as they happen.

``python -m tests.drills.typist FOLDER PLAN [MILLISECONDS ACTION]``: after so long it closes the
window (``close``) or sends itself a signal, such as ``SIGTERM``. Lines on standard output:
``key NUMBER SECONDS`` after a key, ``saved NUMBER`` when the window says that all is saved.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from smartgoals import app as program
from smartgoals.domain.terms import Step
from smartgoals.ui.main_window import MainWindow
from smartgoals.ui.session import SaveState
from tests.journeys.hands import type_text

BETWEEN_KEYS_MS = 30
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def text_of(keys: int) -> str:
    """Return what stands in the field after so many keys."""
    return "".join(LETTERS[n % len(LETTERS)] for n in range(keys))


def say(*words: object) -> None:
    """Print a line at once, also when the process is killed right after."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


class Typist(QObject):
    """Types one letter after the other into the broad goal of the plan."""

    def __init__(self, window: MainWindow, plan_id: str) -> None:
        super().__init__(window)
        self.window = window
        self.keys = 0
        self._plan_id = plan_id
        self._timer = QTimer(window, interval=BETWEEN_KEYS_MS)
        self._timer.timeout.connect(self._type)

    def begin(self) -> None:
        """Open the plan at its broad goal and begin."""
        self.window.open_plan(self._plan_id, Step.GOAL.value)
        assert self.window.desk is not None
        assert self.window.desk.session is not None
        self.window.desk.session.save_state_changed.connect(self._tell_saved)
        self._timer.start()

    def _type(self) -> None:
        desk = self.window.desk
        focus = self.window.focusWidget()
        assert desk is not None
        assert desk.session is not None
        assert focus is not None
        letter = LETTERS[self.keys % len(LETTERS)]
        type_text(focus, letter)
        self.keys += 1
        if desk.session.plan.broad_goal != text_of(self.keys):
            say("lost", self.keys)
            os._exit(3)
        say("key", self.keys, time.monotonic())

    def _tell_saved(self, state: SaveState) -> None:
        if state is SaveState.SAVED:
            say("saved", self.keys)


def act(window: MainWindow, action: str) -> None:
    """Do what ends the program."""
    say(action)
    if action == "close":
        window.close()
    else:
        os.kill(os.getpid(), signal.Signals[action])


def main() -> int:
    """Run the program, with a typist at the keys."""
    data, plan_id, *ending = sys.argv[1:]
    build = program.build_window

    def built(app: QApplication, folder: Path) -> MainWindow:
        window = build(app, folder)
        typist = Typist(window, plan_id)
        # The program first goes back to where she was.
        window.loader.opened.connect(lambda _: QTimer.singleShot(50, typist.begin))
        if ending:
            milliseconds, action = ending
            window.loader.opened.connect(
                lambda: QTimer.singleShot(int(milliseconds), lambda: act(window, action))
            )
        return window

    program.build_window = built
    return program.run_window(Path(data), None)


if __name__ == "__main__":
    sys.exit(main())
