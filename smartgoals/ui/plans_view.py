"""The list of plans as cards below each other, and the keys that work in it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from smartgoals.language import tr
from smartgoals.overriding import override
from smartgoals.ui.guard import guard
from smartgoals.ui.plans_model import PlansModel, row_height


class PlansView(QTableView):
    """One column of cards; arrow keys move, Enter opens, Delete puts into the trash."""

    delete_pressed = Signal()
    menu_wanted = Signal(QPoint)
    """Where on the screen, for the plan that is chosen."""

    def __init__(self, model: PlansModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(tr("Saved plans"))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet(
            "QTableView, QTableView:focus { background: transparent; border: 0;"
            " selection-background-color: transparent; }"
        )
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(row_height())

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.currentIndex().isValid():
                self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @override
    @guard()
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            row = self.rowAt(event.pos().y())
            if row < 0:
                return
            self.selectRow(row)
            self.menu_wanted.emit(event.globalPos())
        elif self.currentIndex().isValid():
            card = self.visualRect(self.currentIndex())
            self.menu_wanted.emit(self.viewport().mapToGlobal(card.center()))
