"""Hands on the window: keys go to what has the focus, clicks to what can be seen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Step
from smartgoals.storage.store import PlanStore
from smartgoals.ui.desk import Desk
from smartgoals.ui.main_window import MainWindow
from smartgoals.ui.restore_window import RestoreWindow
from smartgoals.ui.wizard.wizard_view import WizardView
from tests.windows import Windows, close


class Hands:
    """Works the window as she would; every look at the result goes through the window too."""

    def __init__(self, qtbot: QtBot, windows: Windows, folder: Path, *, opens: bool = True) -> None:
        self.qtbot = qtbot
        self.window: MainWindow = windows.build(folder)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        if opens:
            qtbot.waitUntil(lambda: self.window.loader.store is not None, timeout=20_000)

    @property
    def desk(self) -> Desk:
        assert self.window.desk is not None
        return self.window.desk

    @property
    def wizard(self) -> WizardView:
        assert self.desk.wizard is not None
        return self.desk.wizard

    @property
    def plan(self) -> Plan:
        assert self.desk.session is not None
        return self.desk.session.plan

    @property
    def backups(self) -> RestoreWindow:
        """The window of the backups that is open."""
        return next(w for w in self.window.findChildren(RestoreWindow) if w.isVisible())

    @property
    def store(self) -> PlanStore:
        assert self.window.loader.store is not None
        return self.window.loader.store

    @property
    def focus(self) -> QWidget:
        focus = self.window.focusWidget()
        assert focus is not None
        return focus

    def press(self, *keys: Qt.Key | str, times: int = 1) -> None:
        """Press keys, such as ``Qt.Key.Key_Tab`` or ``"Ctrl+Return"``."""
        for key in keys * times:
            if isinstance(key, str):
                QTest.keySequence(self.focus, key)
            else:
                QTest.keyClick(self.focus, key)

    def write(self, text: str) -> None:
        """Type the text into what has the focus."""
        type_text(self.focus, text)

    def fill(self, field: str, text: str) -> None:
        """Go to the field of the page, as the caption's key does, and type the text."""
        self.wizard.page.focus_field(field)
        self.press("Ctrl+A")
        self.write(text)

    def click(self, widget: QWidget) -> None:
        """Click into the middle of the widget, which must be in sight."""
        self.qtbot.waitUntil(widget.isVisible)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def click_text(self, text: str, within: QWidget | None = None) -> None:
        """Click the button with this text."""
        self.click(self.button(text, within))

    def button(self, text: str, within: QWidget | None = None) -> QAbstractButton:
        buttons = (within or self.window).findChildren(QAbstractButton)
        found = [b for b in buttons if b.text().replace("&", "") == text and b.isVisible()]
        assert len(found) == 1, (text, [b.text() for b in buttons if b.isVisible()])
        return found[0]

    def choose(self, field: str, text: str) -> None:
        """Choose from a combo box by typing the beginning of the entry."""
        self.wizard.page.focus_field(field)
        combo = self.focus
        assert isinstance(combo, QComboBox)
        type_text(combo, text)
        assert combo.currentText().startswith(text)

    def go_to(self, step: Step) -> None:
        """Click the step on the rail."""
        self.wizard.rail.step_chosen.emit(step)

    def close(self) -> None:
        """Close the window and let go of the file, as the end of the program does."""
        close(self.window)


def type_text(widget: QWidget, text: str) -> None:
    """Send a key press for every character; Qt's own helper knows ASCII only."""
    modifier = Qt.KeyboardModifier.NoModifier
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, modifier, character))
