"""Windows under test: each ends as the program ends it, and leaves nothing behind."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from smartgoals.app import build_window
from smartgoals.ui.main_window import MainWindow


class Windows:
    """Builds windows, and ends all of them that are still there."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._built: list[MainWindow] = []

    def build(self, folder: Path) -> MainWindow:
        """Return a window on the folder, not shown yet."""
        self._built.append(build_window(self._app, folder))
        return self._built[-1]

    def end(self) -> None:
        """Close the windows, let go of their files, and delete them.

        Each that stayed would be dressed anew whenever a later one changes its looks.
        """
        while self._built:
            window = self._built.pop()
            close(window)
            window.deleteLater()
            if window.desk is not None and window.desk.session is not None:
                # Its steps, which Qt has, hold on to it, and it to the window.
                window.desk.session.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def close(window: MainWindow) -> None:
    """Close the window, whatever it could not save, and let go of its files."""
    window.close()
    window.keeper.end()
    for thread in threading.enumerate():
        if thread.name == "open-store":
            thread.join()
    window.loader.close()
    # A store that was still on its way comes too late and is closed.
    QCoreApplication.sendPostedEvents(window.loader)
