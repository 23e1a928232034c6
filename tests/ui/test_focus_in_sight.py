"""The page goes along with the keyboard: where one writes can be seen, as a whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from smartgoals.domain.terms import Step
from smartgoals.ui.fold import Fold
from smartgoals.ui.main_window import MainWindow
from smartgoals.ui.wizard.wizard_view import WizardView


@pytest.fixture
def wizard(window: MainWindow, qtbot: QtBot) -> WizardView:
    """The cafe's wizard in a low window."""
    window.resize(1024, 560)
    window.open_sample("cafe")
    assert window.desk is not None
    window.desk.open(window.desk.plan_id, Step.AUDIENCE.value)
    assert window.desk.wizard is not None
    with qtbot.waitActive(window):
        window.activateWindow()
    settle()
    return window.desk.wizard


def settle() -> None:
    for _ in range(4):
        QApplication.processEvents()


def area(wizard: WizardView) -> QScrollArea:
    shown = wizard.stack.currentWidget()
    assert isinstance(shown, QScrollArea)
    return shown


def focused() -> QWidget:
    settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def is_whole(widget: QWidget, wizard: WizardView) -> bool:
    room = area(wizard).viewport()
    top = widget.mapTo(room, QPoint(0, 0)).y()
    return top >= 0 and top + widget.height() <= room.height()


def test_every_field_of_a_page_is_seen_whole_when_tab_comes_to_it(wizard: WizardView) -> None:
    for fold in wizard.page.findChildren(Fold):
        fold.open()
    stops = 0
    while focused() is not wizard.back_button:
        assert is_whole(focused(), wizard), focused().accessibleName()
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        stops += 1
    assert stops > 20


def test_what_was_added_comes_into_sight(wizard: WizardView) -> None:
    while not focused().property("text") or "nother" not in focused().property("text"):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert area(wizard).verticalScrollBar().value() > 0
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert focused().accessibleName() == "Who they are"
    assert is_whole(focused(), wizard)


def test_a_field_that_is_jumped_to_is_in_sight(wizard: WizardView) -> None:
    wizard.show_field("money.expected_units")
    assert focused().accessibleName() == "How many you expect"
    assert is_whole(focused(), wizard)


def test_a_page_begins_with_its_title(wizard: WizardView) -> None:
    wizard.resize(wizard.width(), 200)
    wizard.show_step(Step.MONEY)
    focused()
    assert area(wizard).verticalScrollBar().value() == 0


def test_nothing_moves_away_under_the_mouse(wizard: WizardView) -> None:
    field = next(f for f in wizard.page.fields.values() if not is_whole(f, wizard))
    editor = field.focused if hasattr(field, "focused") else field
    before = area(wizard).verticalScrollBar().value()
    QTest.mousePress(editor, Qt.MouseButton.LeftButton)
    settle()
    assert area(wizard).verticalScrollBar().value() == before
    QTest.mouseRelease(editor, Qt.MouseButton.LeftButton)


def test_the_page_itself_is_no_stop_of_the_tab_key(wizard: WizardView) -> None:
    first = focused()
    QTest.keyClick(first, Qt.Key.Key_Backtab)
    assert not isinstance(focused(), QScrollArea)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is first


def test_no_text_is_marked_on_a_page_that_is_gone_to(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample("cafe")
    assert window.desk is not None
    window.desk.open(window.desk.plan_id, Step.WHY.value)
    with qtbot.waitActive(window):
        window.activateWindow()
    focused()
    assert window.desk.wizard is not None
    window.desk.wizard.show_step(Step.AUDIENCE)
    line = focused()
    assert isinstance(line, QLineEdit)
    assert line.text()
    assert not line.hasSelectedText()
