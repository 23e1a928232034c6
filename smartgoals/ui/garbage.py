"""Garbage is searched for in the window's thread only.

By itself Python searches wherever an object happens to be made. In a worker thread that would
destroy forgotten widgets, which only their own thread may touch: the program would end.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


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
            self._timer.start()


def search() -> None:
    """Search the generations in which as much was made as Python itself waits for."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    full = [generation for generation, (made, limit) in enumerate(counts) if made > limit]
    if full:
        gc.collect(max(full))
