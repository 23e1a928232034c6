"""Garbage is searched for in the window's thread only.

By itself Python searches wherever an object happens to be made. In a worker thread that would
destroy forgotten widgets, which only their own thread may touch: the program would end.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000
SEARCHES = 3
"""After so many searches of a generation the next one is searched as well; Python waits for ten.

A plan that was looked at and closed leaves a great many objects that hold each other. The longer
they stay, the more memory the program takes in the course of a day.
"""


class GarbageSearch(QObject):
    """Searches now and then, as soon as it is begun, in the thread of its parent."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(search)

    def begin(self) -> None:
        """Begin, now that all is loaded; what is here stays and is left out."""
        if not self._timer.isActive():
            gc.disable()
            gc.freeze()
            gc.set_threshold(gc.get_threshold()[0], SEARCHES, SEARCHES)
            self._timer.start()


def search() -> None:
    """Search the generations in which enough was made or has stayed."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    full = [generation for generation, (made, limit) in enumerate(counts) if made > limit]
    if full:
        gc.collect(max(full))
