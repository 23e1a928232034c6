"""The page for many values: what is said of a row can be read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartgoals.ui.main_window import MainWindow
from smartgoals.ui.series_dialog import LEAST_LINES, SeriesDialog


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> SeriesDialog:
    window.open_sample("cafe")
    desk = window.desk
    assert desk is not None
    assert desk.session is not None
    shown = SeriesDialog(window, desk.session)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


@pytest.mark.parametrize("bad_rows", [2, 30])
def test_the_sentence_about_a_row_can_be_read_whole(dialog: SeriesDialog, bad_rows: int) -> None:
    dialog.edit.setPlainText("date;value\n2026-03-22;1211\n" + "April;12\n" * bad_rows)
    dialog.read()
    QApplication.processEvents()
    view = dialog.wrong_view
    room = QRect(0, 0, view.columnWidth(2), 1000)
    for row in range(bad_rows):
        sentence = dialog.wrong.index(row, 2).data()
        needed = view.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, sentence)
        assert needed.height() <= view.rowHeight(row)
        assert needed.width() <= room.width()


def test_what_was_pasted_stays_in_sight_beside_what_came_of_it(dialog: SeriesDialog) -> None:
    rows = [f"2026-03-{day:02};{1200 + day}" for day in range(1, 29)]
    dialog.edit.setPlainText("\n".join([*rows, *["April;12"] * 9]))
    dialog.read()
    QApplication.processEvents()
    lines = dialog.edit.viewport().height() / dialog.edit.fontMetrics().lineSpacing()
    assert lines >= LEAST_LINES
    assert dialog.height() <= dialog.screen().availableGeometry().height()


def test_values_that_look_like_slips_are_told_and_can_be_added(dialog: SeriesDialog) -> None:
    dialog.edit.setPlainText("metric;date;value\nFacebook fans;2026-03-22;1211\n")
    dialog.read()
    assert "look" not in dialog.summary.text()
    dialog.edit.setPlainText("metric;date;value\nFacebook fans;2026-03-22;-1211\n")
    dialog.read()
    assert "1 of them looks too low" in dialog.summary.text()
    assert dialog.add_button.isEnabled()
