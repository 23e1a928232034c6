"""What happens when the program itself fails: a quiet line, a log, and it goes on.

A fault of ours must never take her text along, nor stand in the way of her work. Each is told
once and counted after that.
"""

import contextlib
import faulthandler
import sys
import threading
from collections import Counter
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QTimer,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)

from smartgoals import __version__
from smartgoals.language import tr
from smartgoals.ui.fault_log import FaultLog, fault_text, without_quotes
from smartgoals.words.errors import cut_off_text, failure_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartgoals.ui.main_window import MainWindow

PAUSE_MS = 300
"""Faults of this time are told together, so that a storm of them is one line."""
_LOGGED_OF_EACH = 3
"""Times that the same fault goes into the log."""


class _Hooks(NamedTuple):
    """What is told of errors."""

    of_window: "Callable[[type[BaseException], BaseException, TracebackType | None], object]"
    of_threads: "Callable[[threading.ExceptHookArgs], object]"
    unraisable: "Callable[[sys.UnraisableHookArgs], object]"
    of_qt: "Callable[[QtMsgType, QMessageLogContext, str], object] | None"


class BugWatch(QObject):
    """Catches what nobody else does, from ``start`` to ``stop``."""

    _caught = Signal(str)

    def __init__(self, folder: Path, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.faults: Counter[str] = Counter()
        """How often each fault was met, by its text."""
        self._log = FaultLog(folder)
        self._last_crash = self._log.last_crash()
        self._crash_file = self._log.crash_file()
        self._caught.connect(self._count)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self._before: _Hooks | None = None
        """Where errors went before ``start``; None when the watch is off."""

    def start(self) -> None:
        """Catch errors of every thread, warnings of Qt, and the last words of a crash."""
        self._before = _Hooks(
            sys.excepthook,
            threading.excepthook,
            sys.unraisablehook,
            qInstallMessageHandler(self._hear),
        )
        sys.excepthook = self._report
        threading.excepthook = self._report_of_thread
        sys.unraisablehook = self._report_unraisable
        if self._crash_file is not None:
            faulthandler.enable(self._crash_file)
        else:
            faulthandler.enable()

    def stop(self) -> None:
        """Let errors go where they went before."""
        if self._before is not None:
            sys.excepthook = self._before.of_window
            threading.excepthook = self._before.of_threads
            sys.unraisablehook = self._before.unraisable
            qInstallMessageHandler(self._before.of_qt)
            faulthandler.disable()
            self._before = None
        if self._crash_file is not None:
            self._crash_file.close()
            self._crash_file = None

    def tell_of_last_run(self) -> None:
        """Say in one line that the run before did not end in good order."""
        actions = []
        if self._last_crash:
            actions.append((tr("Details"), self._show_crash))
        self._window.messages.tell(cut_off_text(), *actions)

    def _report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        # Through a signal: the error may come from any thread.
        self._caught.emit(fault_text(kind, error, trace))

    def _report_of_thread(self, fault: threading.ExceptHookArgs) -> None:
        if fault.exc_value is not None:
            self._report(fault.exc_type, fault.exc_value, fault.exc_traceback)

    def _report_unraisable(self, fault: "sys.UnraisableHookArgs") -> None:
        if fault.exc_value is not None:
            self._report(fault.exc_type, fault.exc_value, fault.exc_traceback)

    def _hear(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        text = without_quotes(message)
        _say(text)
        if kind not in {QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg}:
            self._log.write(f"Qt {kind.name} {context.category or ''}: {text}")

    def _count(self, text: str) -> None:
        self.faults[text] += 1
        if self.faults[text] <= _LOGGED_OF_EACH:
            self._log.write(text)
            _say(text)
        if not self._pause.isActive():
            self._pause.start()

    def _tell(self) -> None:
        text = failure_text(self.faults.total())
        self._window.messages.tell(text, (tr("Details"), self._show_faults), stays=True)

    def _show_faults(self) -> None:
        times = [f"{count} × {text}" for text, count in self.faults.items()]
        self._show_details("\n\n".join(times))

    def _show_crash(self) -> None:
        self._show_details(self._last_crash)

    def _show_details(self, text: str) -> None:
        import platform

        from smartgoals.ui.details_dialog import DetailsDialog

        versions = f"SmartGoals {__version__}, Qt {qVersion()}, Python {platform.python_version()}"
        DetailsDialog(self._window, f"{versions}\n{platform.platform()}\n\n{text}").open()


def _say(text: str) -> None:
    """Print the text for who started the program from a terminal; on Windows there is none."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(f"{text}\n")
