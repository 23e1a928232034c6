"""Tactics at work: what is due around today, each to be ticked when it is done."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout
from typing_extensions import override

from smartgoals.domain.clock import today
from smartgoals.domain.work import Occasion, at_work, occasions, with_done
from smartgoals.language import tr
from smartgoals.ui import theme
from smartgoals.ui.field_row import FieldRow
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import Label, button, heading_label
from smartgoals.ui.table import RowsView
from smartgoals.ui.table_model import Column, Index, RowsModel

if TYPE_CHECKING:
    from smartgoals.domain.plan import Plan
    from smartgoals.ui.session import PlanSession

BACK = dt.timedelta(7)
AHEAD = dt.timedelta(14)
"""So far around today every day of a recurring tactic is listed; later ones, the next alone."""
DONE_FOR_GOOD = dt.timedelta(14)
"""What is done once leaves the list after this time."""


@dataclass(frozen=True)
class _Row:
    occasion: Occasion

    @property
    def id(self) -> str:
        return f"{self.occasion.tactic.id}.{self.occasion.day}"


class WorkModel(RowsModel):
    """Occasions with a tick in the first column."""

    def __init__(self, session: PlanSession) -> None:
        self._session = session
        super().__init__(
            [
                Column(tr("When"), self._when, colour=self._ink, most=0.4),
                Column(tr("Tactic"), _name, stretches=True, colour=self._ink),
                Column(
                    tr("Who"), lambda row: ", ".join(row.occasion.tactic.owners), colour=self._ink
                ),
            ]
        )

    def tick(self, row: int) -> None:
        """Turn done into not done, or the other way."""
        occasion = self.rows[row].occasion
        session = self._session
        plan = with_done(
            session.plan,
            occasion.tactic.id,
            occasion.day,
            done=not occasion.is_done,
            today=today(),
        )
        session.close_step()
        session.edit(plan, tr("Mark as not done") if occasion.is_done else tr("Mark as done"))

    @override
    @guard()
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if index.isValid() and index.column() == 0 and role == Qt.ItemDataRole.CheckStateRole:
            is_done = self.rows[index.row()].occasion.is_done
            return Qt.CheckState.Checked if is_done else Qt.CheckState.Unchecked
        return super().data(index, role)

    @override
    @guard(answer=Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == 0:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    @override
    @guard(answer=False)
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            self.tick(index.row())
            return True
        return super().setData(index, value, role)

    def _when(self, row: _Row) -> str:
        occasion = row.occasion
        if occasion.day is None:
            return tr("any time")
        day = self._session.formats.short_day(occasion.day)
        if occasion.is_late(today()):
            return tr("{day}, still open").format(day=day)
        return tr("{day}, today").format(day=day) if occasion.day == today() else day

    def _ink(self, row: _Row) -> str | None:
        c = theme.colours()
        if row.occasion.is_done:
            return c.muted
        # A missed day of a recurring tactic is over: the next one counts, without a warning.
        is_once = row.occasion.tactic.recurrence is None
        return c.look if is_once and row.occasion.is_late(today()) else None


class _WorkView(RowsView):
    """Space ticks the chosen row, whatever column the cursor is in."""

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        model = self.model()
        if event.key() == Qt.Key.Key_Space and isinstance(model, WorkModel):
            if self.currentIndex().isValid():
                model.tick(self.currentIndex().row())
            return
        super().keyPressEvent(event)


class WorkTable(QFrame):
    """The occasions around today, and what is parked until when."""

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.session = session
        self.model = WorkModel(session)
        self.view = _WorkView(self.model, tr("Tactics at work"), most_rows=12, wraps=True)
        self.all_button = button(tr("Show all since the start"), "link")
        self.all_button.setCheckable(True)
        self.all_button.toggled.connect(lambda: self.show_plan(session.plan))
        self.empty = Label(tr("Nothing is due in these weeks."), tone="muted")
        self.parked = Label(tone="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.addLayout(FieldRow((heading_label(tr("At work")), 1), (self.all_button, 0)))
        column.addWidget(self.empty)
        column.addWidget(self.view)
        column.addWidget(self.parked)

    def show_plan(self, plan: Plan) -> None:
        """Show what is due around today, or since the start of the plan."""
        rows = [_Row(occasion) for occasion in self._occasions(plan)]
        self.model.show_rows(rows)
        self.empty.setVisible(not rows)
        self.view.setVisible(bool(rows))
        parked = [
            tr("{tactic} ({until})").format(
                tactic=tactic.name.strip() or tr("Tactic without a name"),
                until=tactic.parked_until.strip() or tr("no date yet"),
            )
            for tactic in plan.tactics
            if tactic.parked
        ]
        listed = self.session.formats.listed(parked)
        self.parked.setText(tr("Parked: {tactics}").format(tactics=listed))
        self.parked.setVisible(bool(parked))

    def _occasions(self, plan: Plan) -> list[Occasion]:
        if self.all_button.isChecked() and plan.start is not None:
            return list(occasions(plan, plan.start, plan.due or today() + AHEAD))
        found = at_work(plan, today() - BACK, today() + AHEAD, today())
        return [each for each in found if not _is_long_done(each)]


def _is_long_done(occasion: Occasion) -> bool:
    done_on = occasion.tactic.done_on
    return done_on is not None and done_on < today() - DONE_FOR_GOOD


def _name(row: _Row) -> str:
    return row.occasion.tactic.name.strip() or tr("Tactic without a name")
