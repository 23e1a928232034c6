"""Starts the window and shows the chart of the first plan; for measuring memory."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from smartgoals.app import build_window


def main(folder: Path) -> int:
    """Open the window and, as soon as it is painted, the page with the chart."""
    app = QApplication(sys.argv[:1])
    window = build_window(app, folder)
    first = window.panel.model.index(0, 0)
    plan_id = window.panel.list.model().data(first, 0x0100).id
    window.first_painted.connect(
        lambda: QTimer.singleShot(0, window, lambda: window.open_plan(plan_id, "tactics"))
    )
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
