"""A table shows its numbers and its names whole, however narrow it is."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartgoals.ui.table import RowsView
from smartgoals.ui.table_copy import copy_table
from smartgoals.ui.table_model import Column, RowsModel
from smartgoals.ui.theme import Scheme, apply_scheme


@dataclass(frozen=True)
class Row:
    id: str
    name: str
    now: str


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> RowsView:
    apply_scheme(qapp, Scheme.LIGHT)
    model = RowsModel(
        [
            Column("Nøkkeltall", lambda row: row.name, stretches=True),
            Column("Nå", lambda row: row.now, is_number=True),
            Column("Trengs hver eneste uke", lambda row: row.now, is_number=True),
            Column("Det er", lambda row: row.name, most=0.4),
        ]
    )
    model.show_rows([Row("a", "Rekkevidde per innlegg i uken", "1\u00a0283\u00a0400")])
    table = RowsView(model, "Framgang", wraps=True)
    qtbot.addWidget(table)
    table.resize(900, 300)
    table.show()
    return table


def narrow(view: RowsView, qapp: QApplication, width: int) -> None:
    view.resize(width, 300)
    qapp.processEvents()


@pytest.mark.parametrize("width", [330, 420, 520, 640])
def test_a_number_is_never_parted_at_its_thousands(
    view: RowsView, qapp: QApplication, width: int
) -> None:
    narrow(view, qapp, width)
    needed = view.fontMetrics().horizontalAdvance("1\u00a0283\u00a0400")
    assert view.columnWidth(1) > needed + 12
    assert view.rowHeight(0) >= view.fontMetrics().lineSpacing() + 12


@pytest.mark.parametrize("width", [330, 420, 520, 640])
def test_the_header_has_a_line_for_each_that_a_name_needs(
    view: RowsView, qapp: QApplication, width: int
) -> None:
    narrow(view, qapp, width)
    header = view.horizontalHeader()
    room = QRect(0, 0, header.sectionSize(2) - 20, 1000)
    name = header.fontMetrics().boundingRect(
        room, Qt.TextFlag.TextWordWrap, "Trengs hver eneste uke"
    )
    assert name.width() <= room.width()
    assert header.height() >= name.height() + 12


def test_a_header_that_grows_and_shrinks_again_leaves_no_bar(
    view: RowsView, qapp: QApplication
) -> None:
    """Growing while it was fitted once ended the program."""
    wide = view.horizontalHeader().height()
    for width in (330, 900, 400, 900):
        narrow(view, qapp, width)
    assert view.horizontalHeader().height() == wide
    assert view.horizontalScrollBar().maximum() == 0


def test_the_ring_of_the_focus_moves_nothing(view: RowsView, qapp: QApplication) -> None:
    before = view.horizontalHeader().geometry()
    view.setFocus()
    qapp.processEvents()
    assert view.horizontalHeader().geometry() == before
    assert before.top() >= 2


def test_what_finds_no_room_beside_stands_below(view: RowsView, qapp: QApplication) -> None:
    narrow(view, qapp, 330)
    assert view.horizontalScrollBar().maximum() == 0
    assert view.isColumnHidden(3)
    told = view.model().index(0, 0).data()
    assert told == "Rekkevidde per innlegg i uken\nDet er: Rekkevidde per innlegg i uken"
    narrow(view, qapp, 900)
    assert not view.isColumnHidden(3)
    assert view.model().index(0, 0).data() == "Rekkevidde per innlegg i uken"


def test_a_row_that_stands_below_itself_is_edited_and_copied_as_ever(
    view: RowsView, qapp: QApplication
) -> None:
    copy_table(view)
    wide = QApplication.clipboard().text()
    narrow(view, qapp, 330)
    copy_table(view)
    assert QApplication.clipboard().text() == wide
    name = view.model().index(0, 0).data(Qt.ItemDataRole.EditRole)
    assert name == "Rekkevidde per innlegg i uken"


def test_a_column_that_is_left_out_does_not_come_back_with_the_room(
    view: RowsView, qapp: QApplication
) -> None:
    view.show_columns([0, 1, 3])
    for width in (330, 900):
        narrow(view, qapp, width)
        assert view.isColumnHidden(2)
    assert "Trengs" not in view.model().index(0, 0).data()


def test_a_column_that_is_edited_keeps_its_place(qtbot: QtBot, qapp: QApplication) -> None:
    model = RowsModel(
        [
            Column("Tactic", lambda row: row.name, stretches=True),
            Column("Value", lambda row: row.now, is_number=True, edit=lambda _row, _text: True),
            Column("By", lambda row: row.name),
        ]
    )
    model.show_rows([Row("a", "Film one walk to our door", "7")])
    table = RowsView(model, "Tactics", wraps=True)
    qtbot.addWidget(table)
    table.show()
    narrow(table, qapp, 150)
    assert [table.isColumnHidden(i) for i in range(3)] == [False, False, True]


def test_a_column_that_was_below_another_has_room_for_its_name_again(
    qtbot: QtBot, qapp: QApplication
) -> None:
    model = RowsModel(
        [
            Column("Metric", lambda row: row.name, stretches=True),
            Column("Now", lambda row: row.now, is_number=True),
            Column("Change", lambda row: "" if row.now == "7" else row.now, is_number=True),
        ]
    )
    model.show_rows([Row("a", "Fans", "1,234,567,890")])
    table = RowsView(model, "Metrics", wraps=True)
    qtbot.addWidget(table)
    table.show()
    narrow(table, qapp, 200)
    assert table.isColumnHidden(2)
    model.show_rows([Row("a", "Fans", "7")])
    assert not table.isColumnHidden(2)
    assert table.columnWidth(2) >= table.fontMetrics().horizontalAdvance("Change") + 12
