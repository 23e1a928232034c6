"""Prints the longest gap of the event loop from the first paint until the storage is ready."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from smartgoals.__main__ import main

if TYPE_CHECKING:
    from smartgoals.ui.main_window import MainWindow

REST_MS = 300
"""What follows the opening of the store counts as well."""


def measure_when_shown() -> None:
    """Have the window measured from its first paint on, and the process end with the answer."""
    from PySide6.QtCore import QTimer

    from smartgoals import app as program
    from tests.benchmarks.heartbeat import Heartbeat

    build_window = program.build_window

    def measured(*arguments: object) -> "MainWindow":
        window = build_window(*arguments)  # type: ignore[arg-type]
        heartbeat = Heartbeat(window)

        def tell() -> None:
            os.write(1, str(heartbeat.stop()).encode())
            os._exit(0)  # Whatever still goes on in other threads is not measured.

        # The first turn of the loop after the paint; the paint itself is the start's.
        window.first_painted.connect(lambda: QTimer.singleShot(0, heartbeat.start))
        window.loader.opened.connect(lambda _: QTimer.singleShot(REST_MS, tell))
        return window

    program.build_window = measured


if __name__ == "__main__":
    os.environ["SMARTGOALS_DATA_DIR"] = str(Path(sys.argv[1]))
    import smartgoals.quick_qt  # noqa: F401 - as the program does

    measure_when_shown()
    main([])
