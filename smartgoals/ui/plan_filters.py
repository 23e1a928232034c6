"""Which plans are listed: the search, the shelves with their counts, the brand, the order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from smartgoals.language import ngettext, tr
from smartgoals.overriding import override
from smartgoals.storage.list_query import ListQuery, Order, Shelf
from smartgoals.storage.plan_list import MOST_COUNTED
from smartgoals.ui.field_row import FieldRow
from smartgoals.ui.flow_layout import FlowLayout
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import button, unseen_caption
from smartgoals.ui.undo_keys import LeavesUndo

if TYPE_CHECKING:
    from smartgoals.formats import Formats
    from smartgoals.storage.plan_list import Brand

FEWEST_BRANDS = 2
"""With fewer there is nothing to choose."""


class PlanFilters(QWidget):
    """Asks which plans to list; each key and click asks anew."""

    changed = Signal()
    shelf_changed = Signal(str)
    order_changed = Signal(str)
    results_wanted = Signal()
    """The user wants to go from the search to what was found."""

    def __init__(self, formats: Formats, order: Order) -> None:
        super().__init__()
        self.shelf = Shelf.ALL
        self._formats = formats
        self.search = _SearchField()
        self.search.textChanged.connect(self.changed)
        self.search.down_pressed.connect(self.results_wanted)
        self.brand_box = _choice(tr("Brand or client"))
        self.brand_box.addItem(tr("All brands"), "")
        # A brand may have a long name; it ends where the column does.
        self.brand_box.setMinimumContentsLength(len(self.brand_box.itemText(0)))
        by_least = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self.brand_box.setSizeAdjustPolicy(by_least)
        self.brand_box.activated.connect(self.changed)
        self.brand_box.hide()
        self.order_box = _choice(tr("Sort by"))
        for name, value in _orders():
            self.order_box.addItem(name, value)
        self.order_box.setCurrentIndex(self.order_box.findData(order))
        self.order_box.activated.connect(lambda: self.order_changed.emit(self.order))
        self.chips: dict[Shelf, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._lay_out()

    @property
    def order(self) -> Order:
        """What the list goes by."""
        return Order(self.order_box.currentData())

    @property
    def query(self) -> ListQuery:
        """What is asked for."""
        brand = self.brand_box.currentData()
        return ListQuery(self.shelf, self.search.text(), brand, self.order)

    def set_shelf(self, shelf: Shelf) -> None:
        """Ask for the plans of the shelf."""
        self.shelf = shelf
        self.chips[shelf].setChecked(True)
        self.shelf_changed.emit(shelf.value)

    def clear_search(self) -> None:
        """Ask for all plans of the shelf, of every brand."""
        self.brand_box.setCurrentIndex(0)
        if self.search.text():
            self.search.clear()
        else:
            self.changed.emit()

    def show_counts(self, counts: Mapping[Shelf, int]) -> None:
        """Show how many plans each shelf has of those asked for."""
        for name, shelf in _shelves():
            chip, count = self.chips[shelf], counts.get(shelf, 0)
            number = self._formats.number(Decimal(min(count, MOST_COUNTED - 1)))
            number += "+" if count >= MOST_COUNTED else ""
            chip.setText(f"{name} {number}" if count else name)
            words = ngettext("{name}: {number} plan", "{name}: {number} plans", count)
            chip.setAccessibleName(words.format(name=name, number=number))

    def show_brands(self, brands: Sequence[Brand]) -> None:
        """Offer these brands; the chosen one stays while it is there."""
        box, chosen = self.brand_box, self.brand_box.currentData()
        offered = [(box.itemText(row), box.itemData(row)) for row in range(1, box.count())]
        if offered != [(brand.name, brand.key) for brand in brands]:
            while box.count() > 1:
                box.removeItem(1)
            for brand in brands:
                box.addItem(brand.name, brand.key)
            box.setCurrentIndex(max(box.findData(chosen), 0))
        box.setVisible(len(brands) >= FEWEST_BRANDS)
        if box.currentData() != chosen:
            self.changed.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        chips = FlowLayout()
        for name, shelf in _shelves():
            chips.addWidget(self._chip(name, shelf))
        column.addLayout(chips)
        column.addLayout(FieldRow((self.brand_box, 1), (self.order_box, 1)))
        for box in (self.brand_box, self.order_box):
            unseen_caption(box.accessibleName(), box)

    def _chip(self, name: str, shelf: Shelf) -> QPushButton:
        chip = button(name, "filter")
        chip.setCheckable(True)
        chip.setChecked(shelf is self.shelf)
        chip.clicked.connect(self._setter(shelf))
        self._group.addButton(chip)
        self.chips[shelf] = chip
        return chip

    def _setter(self, shelf: Shelf) -> Callable[[], None]:
        return lambda: self.set_shelf(shelf)


class _SearchField(LeavesUndo, QLineEdit):
    """A field to search in; Down or Enter goes to what was found, Esc takes the text away."""

    down_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plan-search")
        self.setAccessibleName(tr("Search plans"))
        self.setPlaceholderText(tr("Search all that is in a plan"))
        self.setClearButtonEnabled(True)
        for button_ in self.findChildren(QToolButton):
            button_.setAccessibleName(tr("Take the search away"))

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.down_pressed.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


def _shelves() -> tuple[tuple[str, Shelf], ...]:
    return (
        (tr("All"), Shelf.ALL),
        (tr("Active"), Shelf.ACTIVE),
        (tr("Drafts"), Shelf.DRAFT),
        (tr("Done"), Shelf.DONE),
        (tr("Archive"), Shelf.ARCHIVE),
        (tr("Trash"), Shelf.TRASH),
    )


def _orders() -> tuple[tuple[str, Order], ...]:
    return (
        (tr("Last changed"), Order.CHANGED),
        (tr("Due date"), Order.DUE),
        (tr("Title"), Order.TITLE),
    )


def _choice(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setProperty("role", "quiet")
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box
