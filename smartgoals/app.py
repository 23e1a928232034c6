"""The composition root of the window.

The order of start-up, and why: first what Qt must be told before it exists, then the application
and its looks, then the window with the list of plans (read by the standard library alone). Only
after the first paint a worker thread loads the storage and opens it; charts and documents come
with the first plan that is shown. So the window is there before anything heavy is.
"""

from __future__ import annotations

import os
import sys
import threading
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from smartgoals import __version__
from smartgoals.folders import data_folder
from smartgoals.formats.system import system_language
from smartgoals.overriding import override
from smartgoals.storage.lock import FolderLock
from smartgoals.ui.bug_watch import BugWatch
from smartgoals.ui.garbage import GarbageSearch
from smartgoals.ui.guard import guard
from smartgoals.ui.main_window import MainWindow
from smartgoals.ui.roles import give_roles
from smartgoals.ui.settings import Settings
from smartgoals.ui.speaking import speak
from smartgoals.ui.theme import apply_colours, apply_style_sheet
from smartgoals.words.errors import no_answer_text

if TYPE_CHECKING:
    from smartgoals.ui.signal_watcher import SignalWatcher

QUIT_VARIABLE = "SMARTGOALS_QUIT_AFTER_PAINT"
"""Set by checks that only want to see the window come up."""

PAUSE_MS = 1000
"""After each thing that is made ready for the first click, which seldom comes earlier."""

DESKTOP_ID = "org.smartgoals.SmartGoals"
"""The name of the desktop entry, by which a desktop knows our windows."""


class Application(QApplication):
    """The application; on macOS it is told which plan files the Finder opens."""

    file_opened = Signal(str)

    @override
    @guard(answer=False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.file_opened.emit(event.file())
            return True
        return super().event(event)


def run_window(data_dir: Path | None, file: Path | None) -> int:
    """Open the window on the data folder, add the plan file if there is one; return 0.

    Where a window has the folder already, it comes forward and is handed the file.
    """
    folder = data_folder(data_dir)
    lock = FolderLock.take(folder)
    if lock is None:
        return _bring_forward(folder, file)
    # numpy's threads take start-up time and memory that one small chart never pays back.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    app = Application(sys.argv[:1])
    app.setApplicationName("SmartGoals")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName(DESKTOP_ID)
    window = build_window(app, folder)
    watchers: list[SignalWatcher] = []
    window.first_painted.connect(lambda: watchers.append(_watch_signals(window)))
    window.first_painted.connect(lambda: _listen(window, folder))
    window.care.hold(lock)
    bugs = BugWatch(folder, window)
    bugs.start()
    if lock.was_cut_off:
        bugs.tell_of_last_run()
    garbage = GarbageSearch(window)
    window.loader.opened.connect(lambda _: QTimer.singleShot(PAUSE_MS, lambda: _get_ready(window)))
    window.loader.opened.connect(garbage.begin)
    window.loader.failed.connect(garbage.begin)
    app.file_opened.connect(lambda name: window.open_file(Path(name)))
    window.show()
    if file is not None:
        QTimer.singleShot(0, window, lambda: window.open_file(file))
    code = app.exec()
    # Qt deals with what was under way after it has told that it quits.
    window.save()
    for watcher in watchers:
        watcher.close()
    window.care.end()
    bugs.stop()
    return code


def build_window(app: QApplication, folder: Path) -> MainWindow:
    """Return the window, dressed and with its plans, not shown yet."""
    settings = Settings(folder)
    apply_colours(app, settings.scheme)
    speak(app, settings.language or system_language())
    give_roles()
    window = MainWindow(folder, settings)
    apply_style_sheet(app)
    window.first_painted.connect(window.loader.start)
    window.first_painted.connect(lambda: _go_on(app, window))
    hints = app.styleHints()
    hints.colorSchemeChanged.connect(window.follow_system)
    hints.accessibility().contrastPreferenceChanged.connect(window.follow_system)
    app.focusChanged.connect(window.save_soon)
    app.commitDataRequest.connect(window.save)
    app.aboutToQuit.connect(window.save)
    return window


def _go_on(app: QApplication, window: MainWindow) -> None:
    """Do what comes after the first paint: the icon, and the place where she was."""
    from smartgoals.ui.icons import app_icon

    app.setWindowIcon(app_icon())
    plan_id, step = window.settings.place
    if os.environ.get(QUIT_VARIABLE):
        window.loader.with_store(lambda _: QTimer.singleShot(0, app.quit))
    elif plan_id and window.desk is None:
        window.open_plan(plan_id, step)


def _get_ready(window: MainWindow) -> None:
    """Load what the first click needs, beside the window's thread, and then make it."""
    needed = "smartgoals.ui.desk"
    threading.Thread(target=import_module, args=[needed], name="get-ready").start()
    QTimer.singleShot(PAUSE_MS, window, window.get_ready)


def _watch_signals(window: MainWindow) -> SignalWatcher:
    """Have the window end in good order when the system wants it to."""
    from smartgoals.ui.signal_watcher import SignalWatcher

    return SignalWatcher(window)


def _listen(window: MainWindow, folder: Path) -> None:
    """Have later starts on the folder bring this window forward."""
    from smartgoals.ui.single_window import FirstWindow

    first = FirstWindow(folder, window)
    first.raise_wanted.connect(window.come_forward)


def _bring_forward(folder: Path, file: Path | None) -> int:
    from smartgoals.ui.single_window import raise_first_window

    if raise_first_window(folder, file):
        return 0
    if sys.stderr is not None:  # On Windows only the command has a console.
        sys.stderr.write(f"{no_answer_text(folder)}\n")
    return 1
