"""Tables and spreadsheets: rows go and come in columns, and nothing becomes a formula."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from smartgoals.domain.plan import Plan
from smartgoals.ui.session import PlanSession
from smartgoals.ui.table import RowsView
from smartgoals.ui.table_model import Column, RowsModel
from smartgoals.ui.tactic_board import TacticBoard

ROWS = "Ask ten guests\t7\t3\nBake\tmany\t2\nSing\t9\t4\n"


@dataclass
class Person:
    id: str
    name: str
    fans: str


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> RowsView:
    model = RowsModel(
        [
            Column("Name", lambda person: person.name),
            Column("Fans", lambda person: person.fans, is_number=True),
        ]
    )
    model.show_rows([Person("a", "Ana\tand\nJo", "-12"), Person("b", "=1+1", "1,200")])
    made = RowsView(model, "People")
    qtbot.addWidget(made)
    made.show()
    return made


def clipboard(qapp: QApplication) -> str:
    return qapp.clipboard().text()


def test_the_marked_row_is_copied_in_columns(view: RowsView, qapp: QApplication) -> None:
    view.selectRow(0)
    QTest.keySequence(view, "Ctrl+C")
    assert clipboard(qapp) == "Ana and Jo\t-12"


def test_all_rows_come_with_their_headings(view: RowsView, qapp: QApplication) -> None:
    view.setFocus()
    QTest.keySequence(view, "Ctrl+A")
    QTest.keySequence(view, "Ctrl+C")
    assert clipboard(qapp) == "Name\tFans\nAna and Jo\t-12\n'=1+1\t1,200"


def test_hidden_columns_stay_behind(view: RowsView, qapp: QApplication) -> None:
    view.show_columns([1])
    view.selectRow(1)
    QTest.keySequence(view, "Ctrl+C")
    assert clipboard(qapp) == "1,200"


def test_the_menu_copies_the_whole_table(view: RowsView, qapp: QApplication) -> None:
    from smartgoals.ui.table_copy import copy_menu

    menu = copy_menu(view)
    assert isinstance(menu, QMenu)
    menu.actions()[-1].trigger()
    assert clipboard(qapp).startswith("Name\tFans\n")


@pytest.fixture
def board(session: PlanSession, qtbot: QtBot) -> TacticBoard:
    made = TacticBoard(session)
    session.plan_changed.connect(made.show_plan)
    qtbot.addWidget(made)
    made.show()
    made.show_plan(session.plan)
    return made


def names(plan: Plan) -> list[tuple[str, int | None, int | None]]:
    return [(tactic.name, tactic.value, tactic.complexity) for tactic in plan.tactics]


def test_rows_of_a_spreadsheet_become_tactics_in_one_step(
    board: TacticBoard, session: PlanSession, qapp: QApplication
) -> None:
    qapp.clipboard().setText(ROWS)
    QTest.keySequence(board.new_tactic, "Ctrl+V")
    assert names(session.plan) == [("Ask ten guests", 7, 3), ("Sing", 9, 4)]
    assert "Bake" in board.left_out.text() or "many" in board.left_out.text()
    session.undo_stack.undo()
    assert session.plan.tactics == ()


def test_the_table_takes_them_as_well(
    board: TacticBoard, session: PlanSession, qapp: QApplication
) -> None:
    qapp.clipboard().setText("Tactic\tValue\nSing\t9")
    QTest.keyClicks(board.new_tactic, "Bake")
    QTest.keyClick(board.new_tactic, Qt.Key.Key_Return)
    QTest.keySequence(board.table, "Ctrl+V")
    assert [tactic.name for tactic in session.plan.tactics] == ["Bake", "Sing"]


def test_what_was_copied_from_the_table_can_be_pasted_into_another_plan(
    board: TacticBoard, session: PlanSession, qapp: QApplication
) -> None:
    qapp.clipboard().setText("Ask ten guests\t7\t3\nSing\t9\t4")
    QTest.keySequence(board.new_tactic, "Ctrl+V")
    board.table.setFocus()
    QTest.keySequence(board.table, "Ctrl+A")
    QTest.keySequence(board.table, "Ctrl+C")
    before = sorted(names(session.plan))
    session.edit(session.plan.replace(tactics=()), "Empty")
    QTest.keySequence(board.new_tactic, "Ctrl+V")
    assert sorted(names(session.plan)) == before


def test_one_line_is_pasted_into_the_field(board: TacticBoard, qapp: QApplication) -> None:
    qapp.clipboard().setText("Sing in the street")
    QTest.keySequence(board.new_tactic, "Ctrl+V")
    assert board.new_tactic.text() == "Sing in the street"
