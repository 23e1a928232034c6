"""Fields side by side, and below each other where it is narrow."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from smartgoals.ui.field_row import SPACING, FieldGrid, FieldRow


@pytest.fixture
def box(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def field(width: int = 200, height: int = 30) -> QWidget:
    label = QLabel()
    label.setMinimumSize(width, height)
    return label


def places(box: QWidget, layout: FieldRow, width: int) -> list[QRect]:
    layout.setGeometry(QRect(0, 0, width, layout.heightForWidth(width)))
    return [layout.itemAt(i).geometry() for i in range(layout.count())]


def test_fields_share_the_width(box: QWidget) -> None:
    row = FieldRow((field(), 3), (field(), 1))
    box.setLayout(row)
    left, right = places(box, row, 1000 + SPACING)
    assert (left.width(), right.width()) == (750, 250)
    assert left.top() == right.top()


def test_a_share_is_never_narrower_than_the_field_needs(box: QWidget) -> None:
    row = FieldRow((field(), 3), (field(300), 1))
    box.setLayout(row)
    left, right = places(box, row, 600 + SPACING)
    assert (left.width(), right.width()) == (300, 300)


def test_what_finds_no_room_goes_below(box: QWidget) -> None:
    row = FieldRow((field(), 1), (field(), 1))
    box.setLayout(row)
    first, second = places(box, row, 300)
    assert second.top() > first.bottom()
    assert first.width() == second.width() == 300


def test_hidden_fields_take_no_room(box: QWidget) -> None:
    gone = field()
    row = FieldRow((field(), 1), (gone, 1))
    box.setLayout(row)
    gone.hide()
    assert places(box, row, 500)[0].width() == 500


def test_a_grid_keeps_its_columns(box: QWidget) -> None:
    grid = FieldGrid(3, *(field(100) for _ in range(5)))
    box.setLayout(grid)
    found = places(box, grid, 600 + 2 * SPACING)
    assert [place.width() for place in found] == [200] * 5
    assert found[3].left() == found[0].left()


def test_a_grid_fills_its_rows_evenly(box: QWidget) -> None:
    grid = FieldGrid(4, *(field(150) for _ in range(4)))
    box.setLayout(grid)
    tops = [place.top() for place in places(box, grid, 500)]
    assert tops[0] == tops[1] < tops[2] == tops[3]


def test_it_is_mirrored_where_one_reads_from_right_to_left(box: QWidget) -> None:
    row = FieldRow((field(), 1), (field(), 1))
    box.setLayout(row)
    box.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    first, second = places(box, row, 600)
    assert first.left() > second.left()
