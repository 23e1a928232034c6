"""Work that takes a while, done in a worker thread, so that the window goes on answering."""

import contextlib
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal
from typing_extensions import override

from smartgoals.ui.guard import GONE, guard


class Background(QObject):
    """One piece of work; its end is told in the window's thread, then it is gone."""

    done = Signal(object)
    """What the work returned."""
    failed = Signal(object)
    """The exception that ended it."""
    told = Signal(object)
    """What the work wants to say meanwhile, by ``tell``."""
    _ended = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ended.connect(self._finish)

    def start(self, work: Callable[[], object]) -> None:
        """Begin with the work."""
        QThreadPool.globalInstance().start(_Job(self, work))

    def tell(self, fact: object) -> None:
        """Pass the fact on to the window; to be called by the work."""
        # The window may be closed while the work comes to its end.
        with contextlib.suppress(*GONE):
            self.told.emit(fact)

    def end(self, result: object, error: Exception | None) -> None:
        """Pass the result on to the window; called once, by the job."""
        with contextlib.suppress(*GONE):
            self._ended.emit(result, error)

    def _finish(self, result: object, error: object) -> None:
        if error is None:
            self.done.emit(result)
        else:
            self.failed.emit(error)
        self.deleteLater()


class _Job(QRunnable):
    def __init__(self, owner: Background, work: Callable[[], object]) -> None:
        super().__init__()
        self._owner = owner
        self._work = work

    @override
    @guard()
    def run(self) -> None:
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - whatever it is, the owner says so
            self._owner.end(None, error)
        else:
            self._owner.end(result, None)
