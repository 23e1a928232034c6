"""The one editor for a list of parts: add, remove, choose, and the fields of the chosen one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from smartgoals.domain.plan import Plan
from smartgoals.domain.value import AnyPart, new_id
from smartgoals.ui.bindings import Binding
from smartgoals.ui.flow_layout import FlowLayout
from smartgoals.ui.labels import button, card
from smartgoals.ui.table import RowsView
from smartgoals.ui.table_model import Column, RowsModel
from smartgoals.ui.wizard.field_maker import FieldMaker
from smartgoals.ui.wizard.page import PlanPage
from smartgoals.ui.wizard.part_place import PartPlace


class PartEditor(QWidget, Generic[AnyPart]):
    """The fields of one part of a list; they turn to another part when one is chosen."""

    def __init__(self, page: PlanPage, place: PartPlace[AnyPart]) -> None:
        super().__init__()
        self.page = page
        self.place = place
        self.part_id = new_id()
        self.make = FieldMaker(page, self.binding)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    @property
    def part(self) -> AnyPart:
        """The part as the present plan has it."""
        return self.place.part(self.page.session.plan, self.part_id)

    def aim(self, part_id: str) -> None:
        """Show another part in the fields."""
        self.page.session.close_step()
        self.part_id = part_id
        self.make.aim()

    def binding(self, name: str) -> Binding:
        """Return the place of the field of that name in the part shown."""
        return self.place.binding(self.part_id, name)

    def show_plan(self, plan: Plan) -> None:
        """Show what is beside the bound fields."""

    @property
    def first_field(self) -> QWidget:
        """The field in which a new part is begun."""
        return next(iter(self.make.fields.values()))


@dataclass(frozen=True)
class ListWords:
    """What a list is called, and what is done to it."""

    name: str
    add: str
    remove: str
    unnamed: str


class PartList(QWidget, Generic[AnyPart]):
    """The parts of a list in a table (from two on), and the editor of the chosen one.

    With ``begins_blank`` the fields are there before the first part is, and writing into
    them makes it; otherwise it begins with the button that adds one.
    """

    def __init__(
        self,
        editor: PartEditor[AnyPart],
        words: ListWords,
        columns: Sequence[Column],
        *,
        begins_blank: bool = False,
    ) -> None:
        super().__init__()
        self.editor = editor
        self.place = editor.place
        self.session = editor.page.session
        self.words = words
        self._begins_blank = begins_blank
        self.rows = RowsModel(columns)
        self.table = RowsView(self.rows, words.name)
        self.frame = _framed(self.table)
        self.add_button = button(words.add, "link")
        self.remove_button = button(words.remove, "link")
        self.buttons = FlowLayout()
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._choose_row)
        self.add_button.clicked.connect(self.add)
        self.remove_button.clicked.connect(self.remove)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove)

    @property
    def chosen(self) -> AnyPart:
        """The part in the editor."""
        return self.editor.part

    @property
    def start(self) -> QWidget:
        """Where one begins: the first field, or the button that makes one."""
        return self.add_button if self.editor.isHidden() else self.editor.first_field

    def show_plan(self, plan: Plan) -> None:
        """Show the parts, and the chosen one if it is still there."""
        parts = self.place.read(plan)
        ids = [part.id for part in parts]
        if self.editor.part_id not in ids:
            self.editor.aim(self._successor(ids))
        self.rows.show_rows(self.ordered(parts))
        self._mark()
        self.frame.setVisible(len(parts) > 1)
        is_there = bool(parts) or self._begins_blank
        self.editor.setVisible(is_there)
        self.remove_button.setVisible(self.can_remove(self.editor.part_id))
        self.add_button.setVisible(bool(parts) or not self._begins_blank)
        if is_there:
            self.editor.show_plan(plan)

    def ordered(self, parts: tuple[AnyPart, ...]) -> Sequence[AnyPart]:
        """Return the parts in the order of the table."""
        return parts

    def can_remove(self, part_id: str) -> bool:
        """Return whether the part may go."""
        return self.rows.row_of(part_id) >= 0

    def choose(self, part_id: str) -> None:
        """Show the part in the editor."""
        if part_id != self.editor.part_id:
            self.editor.aim(part_id)
            self.editor.page.show_plan(self.session.plan)

    def choose_field(self, field: str) -> None:
        """Show the part that has the field, if it is one of this list."""
        for part in self.place.read(self.session.plan):
            if field.startswith(self.place.field(part.id, "")):
                self.choose(part.id)

    def add(self) -> None:
        """Add a blank part and begin to write in it."""
        self.add_part(self.place.blank(new_id()))

    def add_part(self, part: AnyPart) -> None:
        """Add the part and put the cursor into its first field."""
        self.editor.aim(part.id)
        plan = self.place.with_part(self.session.plan, part)
        self.session.edit(plan, self.words.add.replace("&", ""))
        self.editor.first_field.setFocus()

    def remove(self) -> None:
        """Take the chosen part away; the next one is chosen."""
        part_id = self.editor.part_id
        if not self.can_remove(part_id):
            return
        if successor := self._neighbour(part_id):
            self.editor.aim(successor)
        plan = self.place.without(self.session.plan, part_id)
        self.session.edit(plan, self.words.remove.replace("&", ""))
        (self.table if self.frame.isVisible() else self.start).setFocus()

    def _neighbour(self, part_id: str) -> str:
        ids = [row.id for row in self.rows.rows]
        place = ids.index(part_id)
        rest = ids[place + 1 :] + ids[:place][::-1]
        return rest[0] if rest else ""

    def _successor(self, ids: list[str]) -> str:
        if ids:
            return ids[0]
        is_blank = self.rows.row_of(self.editor.part_id) < 0
        return self.editor.part_id if is_blank else new_id()

    def _mark(self) -> None:
        """Mark the row of the chosen part, without choosing it again."""
        row = self.rows.row_of(self.editor.part_id)
        if row != self.table.currentIndex().row():
            model = self.table.selectionModel()
            model.blockSignals(True)  # noqa: FBT003 - Qt's own signature
            flags = QItemSelectionModel.SelectionFlag
            model.setCurrentIndex(self.rows.index(row, 0), flags.ClearAndSelect | flags.Rows)
            model.blockSignals(False)  # noqa: FBT003
            self.table.scrollTo(self.rows.index(row, 0))
            self.table.viewport().update()

    def _choose_row(self, current: QModelIndex) -> None:
        if current.isValid():
            self.choose(self.rows.rows[current.row()].id)

    def _lay_out(self) -> None:
        self.buttons.addWidget(self.add_button)
        self.buttons.addWidget(self.remove_button)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        self.column.addWidget(self.frame)
        self.column.addWidget(self.editor)
        self.column.addLayout(self.buttons)


def _framed(table: QWidget) -> QWidget:
    frame = card()
    inner = QVBoxLayout(frame)
    inner.setContentsMargins(8, 6, 8, 6)
    inner.addWidget(table)
    return frame
