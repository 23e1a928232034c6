"""Tables and spreadsheets: rows go to the clipboard in columns, and rows come from it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from smartgoals.language import tr

if TYPE_CHECKING:
    from smartgoals.ui.table import RowsView


def handle_keys(view: RowsView, event: QKeyEvent) -> bool:
    """Copy the marked rows or paste, if that is what the keys ask for; return whether it was."""
    if event.matches(QKeySequence.StandardKey.Copy):
        copy_rows(view, marked_rows(view))
        return True
    if event.matches(QKeySequence.StandardKey.Paste):
        view.pasted.emit(QGuiApplication.clipboard().text())
        return True
    return False


def copy_menu(view: RowsView) -> QMenu:
    """Return the menu of a table: copy the marked rows, or the table with its headings."""
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    rows = marked_rows(view)
    if rows:
        menu.addAction(tr("&Copy")).triggered.connect(lambda: copy_rows(view, rows))
    menu.addAction(tr("Copy the whole &table")).triggered.connect(lambda: copy_table(view))
    return menu


def marked_rows(view: RowsView) -> list[int]:
    """Return the numbers of the rows that are marked, from the top."""
    return sorted(index.row() for index in view.selectionModel().selectedRows())


def copy_table(view: RowsView) -> None:
    """Put all rows on the clipboard, below their headings."""
    copy_rows(view, range(view.model().rowCount()), with_headings=True)


def copy_rows(view: RowsView, rows: Iterable[int], *, with_headings: bool = False) -> None:
    """Put the rows on the clipboard so that a spreadsheet puts each text in a cell of its own.

    All rows together come with their headings.
    """
    numbers = list(rows)
    if not numbers and not with_headings:
        return
    columns = view.shown_columns
    with_headings = with_headings or len(numbers) == view.model().rowCount() > 1
    lines = [[view.columns[i].header for i in columns]] if with_headings else []
    lines += [[_cell(view, row, i) for i in columns] for row in numbers]
    QGuiApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))


def _cell(view: RowsView, row: int, column: int) -> str:
    from smartgoals.documents.csv_reader import neutral

    shown = view.model().index(row, column).data(Qt.ItemDataRole.EditRole)
    text = " ".join(str(shown or "").split())
    return text if view.columns[column].is_number else neutral(text)
