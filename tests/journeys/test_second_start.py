"""The program is started while it is open already."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from smartgoals.storage.lock import LOCK_NAME
from smartgoals.ui.import_preview import ImportPreviewDialog
from smartgoals.ui.single_window import SOCKET_NAME, FirstWindow
from tests.journeys.hands import Hands
from tests.journeys.program import PATIENCE, run_program, wait_until
from tests.ui.test_single_window import ask

Start = Callable[[], subprocess.Popen[str]]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ended by a signal")


def made_at(path: Path) -> int | None:
    return path.stat().st_mtime_ns if path.exists() else None


def test_a_second_start_leaves_the_work_to_the_first(folder: Path, program: Start) -> None:
    first = program()
    wait_until((folder / SOCKET_NAME).exists)
    assert run_program(folder) == (0, "")
    assert first.poll() is None
    first.send_signal(signal.SIGTERM)
    assert first.wait(PATIENCE) == 0
    assert (folder / LOCK_NAME).read_bytes() == b""


def test_the_first_window_shows_the_file_of_the_second_start(
    start: Callable[[], Hands], folder: Path
) -> None:
    hands = start()
    first = FirstWindow(folder, hands.window)
    first.raise_wanted.connect(hands.window.come_forward)
    with as_file(files("smartgoals.resources") / "samples" / "cafe.json") as sample:
        second = ask(folder, str(sample))
        hands.qtbot.waitUntil(lambda: hands.window.findChild(ImportPreviewDialog) is not None)
    assert second.wait(PATIENCE) == 0
    hands.click_text("Add this plan", hands.window.findChild(ImportPreviewDialog))
    assert hands.plan.id == "cafe"
    first.close()


def test_after_a_kill_the_next_start_is_the_first(folder: Path, program: Start) -> None:
    killed = program()
    wait_until((folder / SOCKET_NAME).exists)
    killed.kill()
    killed.wait()
    left_over = (folder / SOCKET_NAME).stat().st_mtime_ns
    again = program()
    wait_until(lambda: made_at(folder / SOCKET_NAME) not in {None, left_over})
    assert run_program(folder) == (0, "")
    assert again.poll() is None
    again.send_signal(signal.SIGTERM)
    assert again.wait(PATIENCE) == 0


def test_a_window_that_hangs_is_told(folder: Path, program: Start) -> None:
    first = program()
    wait_until((folder / SOCKET_NAME).exists)
    first.send_signal(signal.SIGSTOP)
    code, said = run_program(folder)
    assert code == 1
    assert said.startswith("SmartGoals is open on")
