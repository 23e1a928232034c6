"""Messages: what was done last can be undone there, and by the key when the message has gone."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartgoals.ui.main_window import MainWindow
from smartgoals.ui.message_bar import MessageBar


@pytest.fixture
def bar(qtbot: QtBot, qapp: QApplication) -> MessageBar:
    made = MessageBar()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def stack(qapp: QApplication) -> QUndoStack:
    made = QUndoStack()
    made.push(QUndoCommand("Check in"))
    return made


def test_the_button_undoes_what_was_done(bar: MessageBar, stack: QUndoStack) -> None:
    bar.tell_undoable("Checked in.", stack)
    bar._actions[0].click()
    assert stack.index() == 0
    assert not bar.isVisible()


def test_the_message_goes_when_something_else_is_done(bar: MessageBar, stack: QUndoStack) -> None:
    """Else its button would undo that."""
    bar.tell_undoable("Checked in.", stack)
    stack.push(QUndoCommand("Type"))
    assert not bar.isVisible()


def test_the_message_goes_with_its_plan(bar: MessageBar, qapp: QApplication) -> None:
    stack = QUndoStack()
    bar.tell_undoable("Checked in.", stack)
    del stack
    assert not bar.isVisible()


def test_a_later_message_stays_whatever_happens_to_the_plan_before(
    bar: MessageBar, stack: QUndoStack
) -> None:
    bar.tell_undoable("Checked in.", stack)
    bar.tell("Saved as plan.pdf.")
    stack.push(QUndoCommand("Type"))
    assert bar.isVisible()


def test_what_is_thrown_away_comes_back_by_the_key_after_the_message(window: MainWindow) -> None:
    window.open_sample("cafe")
    assert window.desk is not None
    plan_id = window.desk.plan_id
    window.trash(plan_id)
    assert window.messages.isVisible()
    window.messages.dismiss()
    assert window.desk.store.overviews() == []
    window.menus.undo.trigger()
    assert [plan.id for plan in window.desk.store.overviews()] == [plan_id]


def test_a_fault_stands_on_a_ground_of_its_own(bar: MessageBar) -> None:
    bar.tell("The disk is full.", stays=True, is_fault=True)
    assert bar._frame.property("role") == "fault"
    bar.tell("The sheet is copied.")
    assert bar._frame.property("role") == "tint"
