"""No text is cut and nothing is out of reach: small to very large letters, in long languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from smartgoals.domain.terms import CORE_STEPS, STRATEGY_STEPS
from smartgoals.ui.desk import Desk
from smartgoals.ui.main_window import MainWindow
from smartgoals.ui.settings import Settings
from smartgoals.ui.speaking import speak
from smartgoals.ui.theme import Scheme, apply_scheme
from tests.screen_states import rare_states
from tests.screens import lived
from tests.ui.cut import cut_texts
from tests.windows import Windows

SIZE = (1024, 700)


@pytest.fixture
def show(
    qapp: QApplication, windows: Windows, folder: Path
) -> Iterator[Callable[[str, int], MainWindow]]:
    """Show a small window in the language, with letters of so many points."""
    before = qapp.font()

    def show_window(language: str, points: int) -> MainWindow:
        qapp.setFont(QFont(before.family(), points))
        Settings(folder).language = language
        window = windows.build(folder)
        window.resize(*SIZE)
        window.show()
        return window

    yield show_window
    windows.end()
    qapp.setFont(before)
    apply_scheme(qapp, Scheme.LIGHT)
    speak(qapp, "en")


def settle(app: QApplication) -> None:
    for _ in range(4):
        app.processEvents()


def look(app: QApplication, view: QWidget) -> list[str]:
    settle(app)
    found = cut_texts(view)
    if found:  # what came in meanwhile may still have to find its place
        settle(app)
        found = cut_texts(view)
    return found


@pytest.mark.parametrize(("language", "points"), [("en", 9), ("tr", 14), ("id", 20)])
def test_no_view_cuts_a_text(
    language: str,
    points: int,
    show: Callable[[str, int], MainWindow],
    qapp: QApplication,
    qtbot: QtBot,
) -> None:
    window = show(language, points)
    qtbot.waitUntil(lambda: window.loader.store is not None, timeout=20_000)
    found = {"welcome": look(qapp, window)}
    window.open_sample("cafe")
    desk = window.desk
    assert desk is not None
    assert desk.view is not None
    for tab in range(desk.view.tabs.count()):
        desk.view.tabs.setCurrentIndex(tab)
        found[f"tab {tab}"] = look(qapp, window)
    for step in CORE_STEPS + STRATEGY_STEPS:
        desk.open(desk.plan_id, step.value)
        found[step.value] = look(qapp, window)
    desk.open(desk.plan_id)
    for name, ask in asked(window, desk).items():
        ask()
        settle(qapp)
        for dialog in window.findChildren(QDialog):
            if dialog.isVisible():
                found[name] = look(qapp, dialog)
                dialog.reject()
    assert {name: faults for name, faults in found.items() if faults} == {}
    assert (window.width(), window.height()) == SIZE


@pytest.mark.parametrize(("language", "points"), [("it", 12), ("tr", 20)])
def test_no_rare_state_cuts_a_text(
    language: str,
    points: int,
    show: Callable[[str, int], MainWindow],
    qapp: QApplication,
    qtbot: QtBot,
) -> None:
    """Such as a plan that has reached its targets, where much is said in little room."""
    window = show(language, points)
    qtbot.waitUntil(lambda: window.loader.store is not None, timeout=20_000)
    window.open_sample("cafe")
    found = {}
    for name, go in rare_states(window, lived):
        go()
        settle(qapp)
        dialogs = [each for each in window.findChildren(QDialog) if each.isVisible()]
        found[name] = look(qapp, dialogs[-1] if dialogs else window)
        for dialog in dialogs:
            dialog.reject()
    faulty = {name: faults for name, faults in found.items() if faults}
    assert faulty == {}, faulty


def asked(window: MainWindow, desk: Desk) -> dict[str, Callable[[], object]]:
    """Return what opens each dialog."""
    return {
        "check in": desk.life.check_in,
        "values": desk.life.add_series,
        "close": desk.life.close,
        "backups": window.show_backups,
        "export all": window.export_all,
    }


def test_a_text_without_its_room_is_found(qtbot: QtBot) -> None:
    """Else the test above could never fail."""
    view = QWidget()
    qtbot.addWidget(view)
    label = QLabel("Nothing is cut at any size of the letters")
    QVBoxLayout(view).addWidget(label)
    view.show()
    assert cut_texts(view) == []
    label.setFixedSize(40, 8)
    assert len(cut_texts(view)) == 2
