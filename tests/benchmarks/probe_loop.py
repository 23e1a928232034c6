"""Prints the longest gap of the event loop from the first paint until the storage is ready."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from smartgoals.app import build_window
from tests.benchmarks.heartbeat import Heartbeat

REST_MS = 300
"""What follows the opening of the store counts as well."""


def main(folder: Path) -> None:
    """Open the window, wait for its storage, and print."""
    app = QApplication(sys.argv[:1])
    window = build_window(app, folder)
    heartbeat = Heartbeat(window)
    # The first turn of the loop after the paint; the paint itself is the start's.
    window.first_painted.connect(lambda: QTimer.singleShot(0, heartbeat.start))
    window.loader.opened.connect(lambda _: QTimer.singleShot(REST_MS, app.quit))
    window.show()
    app.exec()
    sys.stdout.write(str(heartbeat.stop()))
    sys.stdout.flush()
    os._exit(0)  # Whatever still goes on in other threads is not measured.


if __name__ == "__main__":
    main(Path(sys.argv[1]))
