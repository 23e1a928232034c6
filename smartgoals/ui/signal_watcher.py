"""Ends the window in good order on the signals that end a program."""

from __future__ import annotations

import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from smartgoals.ui.main_window import MainWindow


class SignalWatcher(QObject):
    """Closes the window, with everything saved, on the signals that end a program.

    A plain Python handler never runs while Qt waits for events, so the signal wakes a socket.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._read, self._write = socket.socketpair()
        self._read.setblocking(False)  # noqa: FBT003 - Python's own signature
        self._write.setblocking(False)  # noqa: FBT003
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._end)
        self._old = signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        for name in ("SIGTERM", "SIGINT", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), lambda *_: None)

    def close(self) -> None:
        """Let the signals do again what they did before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._old)
        self._read.close()
        self._write.close()

    def _end(self) -> None:
        self._read.recv(64)
        self._window.save()
        QApplication.quit()
