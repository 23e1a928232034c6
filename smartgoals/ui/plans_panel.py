"""The column of saved plans: new, search, the states, the list."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
)
from typing_extensions import override

from smartgoals.domain.clock import today
from smartgoals.domain.terms import PlanState
from smartgoals.formats import Formats
from smartgoals.language import tr
from smartgoals.storage.overview import PlanOverview
from smartgoals.ui import theme
from smartgoals.ui.due_list import DueList
from smartgoals.ui.flow_layout import FlowLayout
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import button, heading_label, small_label
from smartgoals.ui.plans_model import PLAN_ROLE, PlanDelegate, PlansModel, row_height

TRASH = "trash"


class PlansPanel(QFrame):
    """Lists the plans by state; choosing one shows it, Enter opens it, Delete trashes it."""

    chosen = Signal(str)
    opened = Signal(str)
    trash_wanted = Signal(str)
    restore_wanted = Signal(str)
    new_wanted = Signal()
    check_in_wanted = Signal(str)
    filter_changed = Signal(str)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.setFixedWidth(theme.LIST_WIDTH)
        self.filter = ""
        self._plans: list[PlanOverview] = []
        self._wanted = ""
        self.model = PlansModel(formats, today)
        self.list = _PlansView(self.model)
        self.list.setItemDelegate(PlanDelegate(self.model))
        self.new_button = button(tr("&New plan"), "primary")
        self.new_button.clicked.connect(self.new_wanted)
        self.restore_button = button(tr("&Restore"))
        self.restore_button.clicked.connect(self._restore)
        self.empty = small_label()
        self.due_list = DueList(formats)
        self.due_list.check_in_wanted.connect(self.check_in_wanted)
        self._filters = QButtonGroup(self)
        self._lay_out()
        self.list.selectionModel().currentRowChanged.connect(self._choose)
        self.list.activated.connect(lambda index: self.opened.emit(index.data(PLAN_ROLE).id))
        self.list.delete_pressed.connect(self._trash)
        self.show_plans([])

    @property
    def current_id(self) -> str:
        """The id of the plan that is chosen; blank when none is."""
        plan = self.list.currentIndex().data(PLAN_ROLE)
        return plan.id if isinstance(plan, PlanOverview) else ""

    def show_plans(self, plans: list[PlanOverview], choose: str = "") -> None:
        """Show the plans that the filter lets through, with one of them chosen."""
        self._plans = plans
        wanted = choose or self.current_id
        shown = [plan for plan in plans if self._passes(plan)]
        self.list.selectionModel().blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.model.show_plans(shown)
        row = next((i for i, plan in enumerate(shown) if plan.id == wanted), -1)
        if row >= 0:
            self.list.selectRow(row)
        self.list.selectionModel().blockSignals(False)  # noqa: FBT003
        self.list.viewport().update()
        self.empty.setText(self._empty_text())
        self.empty.setVisible(not shown)
        self.due_list.show_plans(plans)
        self.restore_button.setVisible(self.filter == TRASH and bool(shown))

    def set_filter(self, name: str) -> None:
        """Show the plans of one state, of the trash, or (blank) all that are not in the trash."""
        self.filter = name
        for each in self._filters.buttons():
            each.setChecked(each.property("filter") == name)
        self.filter_changed.emit(name)

    def _passes(self, plan: PlanOverview) -> bool:
        return self.filter in {"", TRASH} or plan.state == self.filter

    def _empty_text(self) -> str:
        return {
            "": tr("No plans yet."),
            TRASH: tr("The trash is empty."),
        }.get(self.filter, tr("No plans here."))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        heading = QHBoxLayout()
        heading.addWidget(heading_label(tr("Plans")), 1)
        heading.addWidget(self.new_button)
        column.addLayout(heading)
        column.addWidget(self.due_list)
        filters = FlowLayout()
        for name, value in (
            (tr("All"), ""),
            (tr("Active"), PlanState.ACTIVE.value),
            (tr("Drafts"), PlanState.DRAFT.value),
            (tr("Done"), PlanState.DONE.value),
            (tr("Trash"), TRASH),
        ):
            filters.addWidget(self._filter_chip(name, value))
        column.addLayout(filters)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addWidget(self.restore_button)

    def _filter_chip(self, name: str, value: str) -> QPushButton:
        chip = button(name, "filter")
        chip.setCheckable(True)
        chip.setChecked(value == self.filter)
        chip.setProperty("filter", value)
        chip.clicked.connect(lambda: self.set_filter(value))
        self._filters.addButton(chip)
        return chip

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.data(PLAN_ROLE).id)

    def _trash(self) -> None:
        if self.current_id and self.filter != TRASH:
            self.trash_wanted.emit(self.current_id)

    def _restore(self) -> None:
        if not self.current_id:
            self.list.selectRow(0)
        if self.current_id:
            self.restore_wanted.emit(self.current_id)


class _PlansView(QTableView):
    """One column of cards; arrow keys move, Enter opens, Delete puts into the trash."""

    delete_pressed = Signal()

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
