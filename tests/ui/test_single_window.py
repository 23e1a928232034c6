"""A second start on the same folder, in a process of its own as in life."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from smartgoals.ui.single_window import SOCKET_NAME, FirstWindow, _names, raise_first_window

ASK = """
import pathlib, sys
from PySide6.QtCore import QCoreApplication
from smartgoals.ui.single_window import raise_first_window
app = QCoreApplication([])
files = [pathlib.Path(name) for name in sys.argv[2:]]
answered = raise_first_window(pathlib.Path(sys.argv[1]), files[0] if files else None)
sys.exit(0 if answered else 1)
"""


def ask(folder: Path, *files: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", ASK, str(folder), *files])


def said_by_a_stranger(folder: Path, message: bytes) -> QLocalSocket:
    """A connection to the window on the folder, with the message under way."""
    stranger = QLocalSocket()
    stranger.connectToServer(_names(folder)[0])
    assert stranger.waitForConnected(5000)
    stranger.write(message)
    stranger.flush()
    return stranger


@pytest.mark.parametrize("file", [None, "plan ünï & co.json"])
def test_a_second_start_raises_the_first_window(
    qtbot: QtBot, tmp_path: Path, file: str | None
) -> None:
    first = FirstWindow(tmp_path)
    with qtbot.waitSignal(first.raise_wanted, timeout=20_000) as raised:
        second = ask(tmp_path, *([file] if file else []))
    assert second.wait() == 0
    assert raised.args == [Path(file).absolute() if file else None]
    first.close()


def test_a_folder_with_a_path_too_long_for_a_socket_works_as_well(
    qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / ("long" * 40)
    folder.mkdir()
    first = FirstWindow(folder)
    with qtbot.waitSignal(first.raise_wanted, timeout=20_000):
        second = ask(folder)
    assert second.wait() == 0
    first.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a matter of Unix sockets")
def test_a_socket_left_over_by_a_killed_window_is_replaced(qtbot: QtBot, tmp_path: Path) -> None:
    left = socket.socket(socket.AF_UNIX)
    left.bind(str(tmp_path / SOCKET_NAME))
    left.close()
    first = FirstWindow(tmp_path)
    with qtbot.waitSignal(first.raise_wanted, timeout=20_000):
        second = ask(tmp_path)
    assert second.wait() == 0
    first.close()


def test_nobody_there_is_found_out(qtbot: QtBot, tmp_path: Path) -> None:
    began = time.monotonic()
    assert not raise_first_window(tmp_path, None, patience=0.3)
    assert time.monotonic() > began


@pytest.mark.parametrize("message", [b"{\n", b"[1]\n", b"\xff\xfe\n", b'{"a": 1}\n', b'""\n'])
def test_a_strange_message_raises_the_window_and_nothing_else(
    qtbot: QtBot, tmp_path: Path, message: bytes
) -> None:
    first = FirstWindow(tmp_path)
    with qtbot.waitSignal(first.raise_wanted) as raised:
        stranger = said_by_a_stranger(tmp_path, message)
    stranger.abort()
    assert raised.args == [None]
    first.close()


@pytest.mark.parametrize("message", [b"x" * 200_000, b"no line break", b""])
def test_a_message_without_end_is_dropped(qtbot: QtBot, tmp_path: Path, message: bytes) -> None:
    first = FirstWindow(tmp_path)
    stranger = said_by_a_stranger(tmp_path, message)
    with qtbot.assertNotEmitted(first.raise_wanted), qtbot.waitSignal(stranger.disconnected):
        pass
    first.close()
