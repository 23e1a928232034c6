"""Finds what is cut on the screen: texts without the room they need, places out of reach."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTableView,
    QWidget,
)

from smartgoals.ui.click_row import ClickRow
from smartgoals.ui.labels import ClampedLabel, ElidedLabel

_NAMES = 4
SLACK = 2
"""Pixels that nobody sees."""
BESIDE_NAME = 20
BESIDE_NUMBER = 12
"""Pixels of a cell that are not its text's."""
HIGH = 10_000
LINE_ENDS = re.compile("[\\s\u200b]+")
MOST_ROWS = 20


def cut_texts(view: QWidget) -> list[str]:
    """Return what is cut of all that the view shows, each as a line for the reader."""
    shown = [child for child in view.findChildren(QWidget) if child.isVisible()]
    return [fault for child in shown for fault in _faults(child, view)]


def _faults(widget: QWidget, view: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel) and widget.text():
        yield from _of_label(widget)
    elif isinstance(widget, ClickRow):
        yield from _of_room(widget, widget.row.minimumSize().width(), widget.text())
    elif isinstance(widget, QAbstractButton) and widget.text():
        yield from _of_button(widget)
    elif isinstance(widget, QComboBox) and widget.currentText():
        needed = widget.fontMetrics().horizontalAdvance(widget.currentText()) + 34
        yield from _of_room(widget, needed, widget.currentText())
    elif isinstance(widget, QScrollArea) and widget.horizontalScrollBar().maximum() > 0:
        yield f"{_place(widget)} goes on at the right"
    elif isinstance(widget, QTableView):
        yield from _of_table(widget)
    yield from _out_of_sight(widget, view)


def _of_label(label: QLabel) -> Iterator[str]:
    if isinstance(label, (ElidedLabel, ClampedLabel)):
        return  # these end in an ellipsis and say the whole in their tip
    text = label.text()
    if label.wordWrap():
        height = label.heightForWidth(label.width())
        words = LINE_ENDS.split(text)
        word = max((label.fontMetrics().horizontalAdvance(w) for w in words), default=0)
        yield from _of_room(label, word, text, height)
    else:
        yield from _of_room(label, label.sizeHint().width(), text, label.sizeHint().height())


def _of_button(button: QAbstractButton) -> Iterator[str]:
    hint = button.minimumSizeHint()
    yield from _of_room(button, hint.width(), button.text(), hint.height())


def _of_table(table: QTableView) -> Iterator[str]:
    header = table.horizontalHeader()
    if header.isHidden():
        return
    for section in range(header.count()):
        if not header.isSectionHidden(section):
            yield from _of_name(table, section)
            yield from _of_numbers(table, section)


def _of_name(table: QTableView, section: int) -> Iterator[str]:
    header, metrics = table.horizontalHeader(), table.horizontalHeader().fontMetrics()
    name = table.model().headerData(section, header.orientation())
    room = QRect(0, 0, header.sectionSize(section) - BESIDE_NAME, HIGH)
    shown = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, name)
    given = f"{room.width()} of {shown.width()} wide, {header.height()} of {shown.height()} high"
    if shown.width() > room.width() + SLACK or shown.height() > header.height() - BESIDE_NUMBER:
        yield f"header {name!r} of {table.accessibleName()!r}: {given}"


def _of_numbers(table: QTableView, section: int) -> Iterator[str]:
    """A number that ends in an ellipsis is another number."""
    for row in range(min(table.model().rowCount(), MOST_ROWS)):
        index = table.model().index(row, section)
        if not (index.data(Qt.ItemDataRole.TextAlignmentRole) or 0) & Qt.AlignmentFlag.AlignRight:
            continue
        needed = table.fontMetrics().horizontalAdvance(str(index.data())) + BESIDE_NUMBER
        if needed > table.columnWidth(section) + SLACK:
            given = f"{table.columnWidth(section)} of {needed} wide"
            yield f"number {index.data()!r} of {table.accessibleName()!r}: {given}"


def _of_room(widget: QWidget, width: int, text: str, height: int = 0) -> Iterator[str]:
    if width > widget.width() + SLACK:
        yield f"{_place(widget)} {text!r}: {widget.width()} of {width} pixels wide"
    if height > widget.height() + SLACK:
        yield f"{_place(widget)} {text!r}: {widget.height()} of {height} pixels high"


def _out_of_sight(widget: QWidget, view: QWidget) -> Iterator[str]:
    """Say when the widget goes over the edge of one that does not scroll."""
    parent = widget.parentWidget()
    if parent is None or widget is view or widget.isWindow() or not view.isAncestorOf(parent):
        return
    if isinstance(parent.parentWidget(), QAbstractScrollArea) or isinstance(
        widget, (QHeaderView, QAbstractScrollArea)
    ):
        return
    beyond = widget.geometry().right() - parent.rect().right()
    below = widget.geometry().bottom() - parent.rect().bottom()
    if max(beyond, below) > SLACK and type(parent).__name__ not in {"QTabBar", "QLineEdit"}:
        yield f"{_place(widget)} is {beyond} beyond and {below} below {_place(parent)}"


def _place(widget: QWidget) -> str:
    names, outer = [type(widget).__name__], widget.parentWidget()
    while outer is not None and len(names) < _NAMES:
        names.append(type(outer).__name__)
        outer = outer.parentWidget()
    return " in ".join(names)
