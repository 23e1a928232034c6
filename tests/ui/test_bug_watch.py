"""Faults of the program itself: caught everywhere, told quietly, logged without a word of hers."""

from __future__ import annotations

import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qInstallMessageHandler, qWarning
from pytestqt.qtbot import QtBot

from smartgoals.storage.lock import FolderLock
from smartgoals.ui.bug_watch import BugWatch
from smartgoals.ui.details_dialog import DetailsDialog
from smartgoals.ui.fault_log import CRASH_NAME, LOG_NAME, MOST_BYTES, FaultLog
from smartgoals.ui.main_window import MainWindow

SECRET = "our secret campaign"


@pytest.fixture
def watch(window: MainWindow, qtbot: QtBot) -> Iterator[BugWatch]:
    """The watch, on; without the one of the tests, which takes every error for a failed test."""
    with qtbot.captureExceptions():
        watch = BugWatch(window.folder, window)
        watch.start()
        yield watch
        watch.stop()


def hooks() -> tuple[object, ...]:
    handler = qInstallMessageHandler(None)
    qInstallMessageHandler(handler)
    return sys.excepthook, threading.excepthook, sys.unraisablehook, handler


def test_after_its_end_errors_go_where_they_went_before(window: MainWindow) -> None:
    before = hooks()
    watch = BugWatch(window.folder, window)
    watch.stop()
    assert hooks() == before
    watch.start()
    assert not set(hooks()) & set(before)
    watch.stop()
    assert hooks() == before


def fail() -> None:
    raise ZeroDivisionError(SECRET)


def log(window: MainWindow) -> str:
    return (window.folder / LOG_NAME).read_text("utf-8")


def test_a_fault_is_one_quiet_line_with_details(
    watch: BugWatch, window: MainWindow, qtbot: QtBot
) -> None:
    QTimer.singleShot(0, fail)
    qtbot.waitUntil(window.messages.isVisible)
    assert window.messages.text.text() == "Something failed; your text is safe."
    window.messages._actions[0].click()
    dialog = window.findChild(DetailsDialog)
    assert dialog is not None
    assert "ZeroDivisionError" in dialog.text.toPlainText()
    assert "test_bug_watch.py" in dialog.text.toPlainText()
    assert SECRET not in dialog.text.toPlainText()
    dialog.accept()


def test_repeated_faults_are_counted_and_not_stacked(
    watch: BugWatch, window: MainWindow, qtbot: QtBot
) -> None:
    for _ in range(50):
        QTimer.singleShot(0, fail)
    qtbot.waitUntil(lambda: "(50 times)" in window.messages.text.text())
    assert log(window).count("ZeroDivisionError") == 3


def test_a_fault_in_a_thread_is_told_as_well(
    watch: BugWatch, window: MainWindow, qtbot: QtBot
) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(window.messages.isVisible)
    assert "ZeroDivisionError" in log(window)


def test_the_log_holds_no_word_of_a_plan_and_is_for_its_owner_only(
    watch: BugWatch, window: MainWindow, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    def nested() -> None:
        try:
            int(SECRET)
        except ValueError as error:
            raise KeyError(SECRET) from error

    QTimer.singleShot(0, nested)
    qtbot.waitUntil(window.messages.isVisible)
    qWarning(f'cannot show "{SECRET}"')
    text = log(window)
    assert "ValueError" in text
    assert "KeyError" in text
    assert 'cannot show "…"' in text
    assert SECRET not in text + "".join(capfd.readouterr())
    assert stat.S_IMODE((window.folder / LOG_NAME).stat().st_mode) == 0o600
    assert stat.S_IMODE((window.folder / CRASH_NAME).stat().st_mode) == 0o600


def test_the_log_stays_short(tmp_path: Path) -> None:
    faults = FaultLog(tmp_path)
    for _ in range(40):
        faults.write("x" * 20_000)
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) < 3 * MOST_BYTES
    assert len(list(tmp_path.iterdir())) == 2


def test_where_no_log_can_be_written_nothing_happens(tmp_path: Path) -> None:
    faults = FaultLog(tmp_path / "gone")
    faults.write("x")
    assert faults.crash_file() is None
    assert faults.last_crash() == ""


CRASH = """
import faulthandler, os, pathlib, sys
from smartgoals.storage.lock import FolderLock
from smartgoals.ui.fault_log import FaultLog
folder = pathlib.Path(sys.argv[1])
lock = FolderLock.take(folder)
faulthandler.enable(FaultLog(folder).crash_file())
faulthandler._sigabrt()
"""


def test_a_crash_is_one_line_at_the_next_start(window: MainWindow, qtbot: QtBot) -> None:
    done = subprocess.run([sys.executable, "-c", CRASH, str(window.folder)], check=False)
    assert done.returncode != 0
    lock = FolderLock.take(window.folder)
    assert lock is not None
    assert lock.was_cut_off
    watch = BugWatch(window.folder, window)
    watch.tell_of_last_run()
    assert "ended unexpectedly" in window.messages.text.text()
    window.messages._actions[0].click()
    dialog = window.findChild(DetailsDialog)
    assert dialog is not None
    assert "Fatal Python error" in dialog.text.toPlainText()
    assert "The run before crashed" in log(window)
    watch.stop()
    lock.release()
