"""The column of saved plans: new, search, the shelves, the list."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from smartgoals.domain.clock import today
from smartgoals.formats import Formats
from smartgoals.language import tr
from smartgoals.overriding import override
from smartgoals.storage.list_query import ListQuery, Order, Shelf
from smartgoals.storage.overview import PlanOverview
from smartgoals.ui import theme
from smartgoals.ui.due_list import DueList
from smartgoals.ui.field_row import FieldRow
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import button, heading_label, small_label
from smartgoals.ui.plan_filters import PlanFilters
from smartgoals.ui.plans_model import PLAN_ROLE, More, PlanDelegate, PlansModel
from smartgoals.ui.plans_view import PlansView

TRASH = Shelf.TRASH.value
ROOMY_LINES = 24
"""With the height of fewer lines the parts stand closer together."""


class PlansPanel(QFrame):
    """Lists the plans asked for; choosing one shows it, Enter opens it, Delete trashes it."""

    chosen = Signal(str)
    opened = Signal(str)
    trash_wanted = Signal(str)
    restore_wanted = Signal(str)
    emptying_wanted = Signal()
    menu_wanted = Signal(QPoint)
    new_wanted = Signal()
    check_in_wanted = Signal(str)
    query_changed = Signal()

    def __init__(self, formats: Formats, order: Order = Order.CHANGED) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.setFixedWidth(theme.column_width(theme.LIST_WIDTH, 28))
        self._left_id = ""
        self.model = PlansModel(formats, today)
        self.list = PlansView(self.model)
        self.list.setItemDelegate(PlanDelegate(self.model))
        self.new_button = button(tr("&New plan"), "primary")
        self.new_button.clicked.connect(self.new_wanted)
        self.restore_button = button(tr("&Restore"))
        self.restore_button.clicked.connect(self._restore)
        self.empty_button = button(tr("Empty &trash"))
        self.empty_button.clicked.connect(self.emptying_wanted)
        self.empty = small_label()
        self.all_button = button(tr("Show all plans"), "link")
        self.all_button.clicked.connect(self._show_all)
        self._elsewhere = Shelf.ALL
        self.elsewhere_button = button("", "link")
        self.elsewhere_button.clicked.connect(self._show_elsewhere)
        self.elsewhere_button.hide()
        self.due_list = DueList(formats)
        self.due_list.check_in_wanted.connect(self.check_in_wanted)
        self.filters = PlanFilters(formats, order)
        self._lay_out()
        self._connect()
        self.show_plans([])

    @property
    def filter(self) -> str:
        """The shelf that is shown, as ``Shelf`` names it; blank for all plans."""
        return self.filters.shelf.value

    @property
    def query(self) -> ListQuery:
        """Which plans are asked for."""
        return self.filters.query

    @property
    def current(self) -> PlanOverview | None:
        """The plan that is chosen."""
        plan = self.list.currentIndex().data(PLAN_ROLE)
        return plan if isinstance(plan, PlanOverview) else None

    @property
    def current_id(self) -> str:
        """The id of the plan that is chosen; blank when none is."""
        return self.current.id if self.current is not None else ""

    def show_plans(
        self, plans: list[PlanOverview], choose: str = "", more: More | None = None
    ) -> None:
        """Show the plans that were found, with one of them chosen; ``more`` reads the next."""
        wanted = choose or self.current_id or self._left_id
        row, place = self.list.currentIndex().row(), self.list.verticalScrollBar().value()
        self.list.selectionModel().blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.model.show_plans(plans, more)
        self.list.verticalScrollBar().setValue(place)
        found = self.model.row_of(wanted)
        # A search that finds nothing takes the choice away only as long as it lasts.
        self._left_id = wanted if not plans else ""
        if found < 0 and self.list.hasFocus():
            # What was chosen went away; the next one is under the keys, not opened by itself.
            found = min(row, len(plans) - 1)
        if found >= 0:
            self.list.selectRow(found)
            self.list.viewport().update()  # It heard nothing of the choice.
        self.list.selectionModel().blockSignals(False)  # noqa: FBT003
        self._show_whether_empty(bool(plans))

    def show_counts(self, counts: Mapping[Shelf, int]) -> None:
        """Show how many plans each shelf has, and where they are when none are here."""
        self.filters.show_counts(counts)
        others = (Shelf.ALL, Shelf.ARCHIVE, Shelf.TRASH)
        found = [each for each in others if counts.get(each) and each is not self.query.shelf]
        is_elsewhere = bool(found) and not self.model.plans and self.query.is_narrowed
        self.elsewhere_button.setVisible(is_elsewhere)
        if is_elsewhere:
            self._elsewhere = found[0]
            place = self.filters.chips[self._elsewhere].text()
            self.elsewhere_button.setText(tr("Found here: {place}").format(place=place))

    def show_due(self, plans: list[PlanOverview]) -> None:
        """Show which of these plans ask for a check-in today."""
        self.due_list.show_plans(plans)
        self._show_whether_due()

    def set_filter(self, name: str) -> None:
        """Show the plans of one shelf; blank: all that are neither archived nor in the trash."""
        self.filters.set_shelf(Shelf(name))

    def show_whole_list(self) -> None:
        """Show all plans, whatever was searched for."""
        self.filters.set_shelf(Shelf.ALL)
        self.filters.clear_search()

    def make_listed(self, plan_id: str) -> None:
        """Show all plans unless the plan is among those that are listed."""
        if self.model.row_of(plan_id) < 0:
            self.show_whole_list()

    def focus_search(self) -> None:
        """Let the user type what to search for."""
        self.filters.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.search.selectAll()

    def _show_whether_empty(self, has_plans: bool) -> None:  # noqa: FBT001
        query = self.query
        is_narrowed = query.is_narrowed
        is_trash = query.shelf is Shelf.TRASH
        self.empty.setText(_empty_text(query))
        self.empty.setVisible(not has_plans)
        self.all_button.setVisible(not has_plans and is_narrowed)
        if has_plans:
            self.elsewhere_button.hide()
        self._show_whether_due()
        self.restore_button.setVisible(is_trash and has_plans)
        self.empty_button.setVisible(is_trash and has_plans and not is_narrowed)

    def _show_elsewhere(self) -> None:
        self.filters.set_shelf(self._elsewhere)

    def _show_whether_due(self) -> None:
        """Leave the room to what was found while the user looks for something."""
        is_looking = self.query.is_narrowed or self.query.shelf is not Shelf.ALL
        self.due_list.setVisible(self.due_list.has_plans and not is_looking)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        self._space_out(10)
        column.addLayout(FieldRow((heading_label(tr("Plans")), 1), (self.new_button, 0), letters=1))
        column.addWidget(self.due_list)
        column.addWidget(self.filters)
        column.addWidget(self.empty)
        column.addWidget(self.elsewhere_button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.all_button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.list, 1)
        column.addLayout(FieldRow((self.restore_button, 1), (self.empty_button, 1), letters=1))

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.due_list.set_room(self.height() // 3)
        is_roomy = self.height() >= ROOMY_LINES * self.fontMetrics().lineSpacing()
        self._space_out(10 if is_roomy else 3)

    def _space_out(self, pixels: int) -> None:
        """Keep so many pixels between the parts; large letters need those for themselves."""
        layout = self.layout()
        if layout is not None and layout.spacing() != pixels:
            layout.setSpacing(pixels)
            layout.setContentsMargins(16, pixels + 6, 16, pixels + 2)

    def _connect(self) -> None:
        self.filters.changed.connect(self.query_changed)
        self.filters.shelf_changed.connect(lambda _: self.query_changed.emit())
        self.filters.order_changed.connect(lambda _: self.query_changed.emit())
        self.filters.results_wanted.connect(self._go_to_list)
        self.list.selectionModel().currentRowChanged.connect(self._choose)
        self.list.activated.connect(lambda index: self.opened.emit(index.data(PLAN_ROLE).id))
        self.list.delete_pressed.connect(self._trash)
        self.list.menu_wanted.connect(self.menu_wanted)

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.data(PLAN_ROLE).id)

    def _go_to_list(self) -> None:
        if self.model.plans:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            self.list.selectRow(max(self.list.currentIndex().row(), 0))

    def _show_all(self) -> None:
        self.show_whole_list()
        self.filters.search.setFocus()

    def _trash(self) -> None:
        if self.current_id and self.filter != TRASH:
            self.trash_wanted.emit(self.current_id)

    def _restore(self) -> None:
        if not self.current_id:
            self.list.selectRow(0)
        if self.current_id:
            self.restore_wanted.emit(self.current_id)


def _empty_text(query: ListQuery) -> str:
    if query.words:
        return tr("Nothing found for “{text}”. Fewer or shorter words may help.").format(
            text=query.text.strip()
        )
    if query.brand:
        return tr("No plans of this brand here.")
    return {
        Shelf.ALL: tr("No plans yet."),
        Shelf.ARCHIVE: tr("Nothing in the archive. Plans that you put there are out of the way."),
        Shelf.TRASH: tr("The trash is empty."),
    }.get(query.shelf, tr("No plans here."))
