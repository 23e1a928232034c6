"""Text that is selected by hand: what is copied of it is what is meant, to the letter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartgoals.ui.labels import breakable, unbroken
from smartgoals.ui.selectable_label import SelectableLabel

PATH = "/home/ana/" + "a very long folder without any blank in it".replace(" ", "-") + "/smartgoals"


@pytest.fixture
def label(qtbot: QtBot) -> SelectableLabel:
    shown = SelectableLabel(breakable(PATH))
    qtbot.addWidget(shown)
    shown.resize(220, 120)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def select_by_mouse(label: SelectableLabel) -> None:
    left, end = Qt.MouseButton.LeftButton, QPoint(label.width() - 1, label.height() - 1)
    # Qt does not take the outermost pixel for the first line of the text.
    QTest.mousePress(label, left, pos=QPoint(1, 1))
    QTest.mouseMove(label, end)
    QTest.mouseRelease(label, left, pos=end)


def test_a_path_that_is_selected_and_copied_is_the_path(label: SelectableLabel) -> None:
    assert label.text() != PATH
    select_by_mouse(label)
    QTest.keySequence(label, "Ctrl+C")
    assert QApplication.clipboard().text() == PATH


def test_a_path_that_is_copied_from_the_menu_is_the_path(label: SelectableLabel) -> None:
    QTest.keySequence(label, "Ctrl+A")
    place = label.rect().center()
    reason = QContextMenuEvent.Reason.Mouse
    asked = QContextMenuEvent(reason, place, label.mapToGlobal(place))
    QApplication.sendEvent(label, asked)
    entry = label.findChild(QAction, "edit-copy")
    assert entry is not None
    entry.trigger()
    assert QApplication.clipboard().text() == PATH
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()


def test_with_nothing_selected_the_clipboard_keeps_what_it_has(label: SelectableLabel) -> None:
    QApplication.clipboard().setText("mine")
    QTest.keySequence(label, "Ctrl+C")
    assert QApplication.clipboard().text() == "mine"


def test_lines_and_signs_are_copied_as_they_were_written(qtbot: QtBot) -> None:
    shown = SelectableLabel(unbroken("Fans +%15\nClicks"))
    qtbot.addWidget(shown)
    shown.show()
    QTest.keySequence(shown, "Ctrl+A")
    QTest.keySequence(shown, "Ctrl+C")
    assert QApplication.clipboard().text() == "Fans +%15\nClicks"
