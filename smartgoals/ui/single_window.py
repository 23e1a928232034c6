"""The second start of the program on a data folder: it brings the first window forward.

The lock of the folder decides who is first; here the two only talk. The way is a local socket
in the data folder, where nobody else can put one, or by a name made from the folder's path
where no socket can stand.
"""

import hashlib
import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

SOCKET_NAME = "smartgoals.socket"
_LONGEST_PATH = 100
"""Bytes; systems take sockets of about so long a path."""
_LONGEST_MESSAGE = 65_536
_PATIENCE_MS = 250
_ANSWER = b"ok"


class FirstWindow(QObject):
    """Listens for later starts on the same folder."""

    raise_wanted = Signal(object)
    """Another start wants the window to come forward; with the path of a plan file, or None."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        for name in _names(folder):
            # What stands there is left over: the lock of the folder is ours.
            QLocalServer.removeServer(name)
            if self._server.listen(name):
                break

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            # The message comes with the connection, so this hardly ever waits.
            message = _read_message(socket)
            if message:
                socket.write(_ANSWER)
                socket.waitForBytesWritten(_PATIENCE_MS)
            socket.disconnectFromServer()
            socket.deleteLater()
            if message:
                self.raise_wanted.emit(_file(message))


def raise_first_window(folder: Path, file: Path | None, *, patience: float = 10) -> bool:
    """Ask the window on the folder to come forward, and to add the plan file if there is one.

    Returns whether it answered; ``patience`` is how many seconds it may take to, such as while
    it is only just starting.
    """
    message = json.dumps(str(file.absolute()) if file is not None else None).encode() + b"\n"
    end = time.monotonic() + patience
    while time.monotonic() < end:
        if any(_ask(name, message, end) for name in _names(folder)):
            return True
        time.sleep(_PATIENCE_MS / 1000)
    return False


def _ask(name: str, message: bytes, end: float) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    socket.write(message)
    socket.waitForReadyRead(max(_PATIENCE_MS, int((end - time.monotonic()) * 1000)))
    return bytes(socket.readAll().data()) == _ANSWER


def _read_message(socket: QLocalSocket) -> bytes:
    """Return the message, which ends with a line break; nothing when it is none of ours."""
    message = b""
    while len(message) < _LONGEST_MESSAGE and not message.endswith(b"\n"):
        if not socket.bytesAvailable() and not socket.waitForReadyRead(_PATIENCE_MS):
            return b""
        message += bytes(socket.read(_LONGEST_MESSAGE).data())
    return message if message.endswith(b"\n") else b""


def _names(folder: Path) -> list[str]:
    """Return where the first window listens, the better place first."""
    path = os.path.realpath(folder)
    digest = hashlib.sha256(os.fsencode(path)).hexdigest()[:32]
    beside = os.path.join(path, SOCKET_NAME)  # noqa: PTH118 - as text, for Qt
    fits = sys.platform != "win32" and len(os.fsencode(beside)) <= _LONGEST_PATH
    return [*([beside] if fits else []), f"smartgoals-{digest}"]


def _file(message: bytes) -> Path | None:
    try:
        name = json.loads(message)
    except ValueError:
        return None
    return Path(name) if isinstance(name, str) and name else None
