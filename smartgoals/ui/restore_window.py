"""The backups: what is in each, and the way back to one, or to single plans of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from smartgoals.language import ngettext, tr
from smartgoals.storage.backup_files import Backup, backups
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.storage.restore import plans_in, read_from
from smartgoals.ui.keyed_dialog import KeyedDialog
from smartgoals.ui.labels import Label, button, caption_label, heading_label, small_label, unbroken
from smartgoals.ui.mnemonics import assign_mnemonics
from smartgoals.ui.restoring import Restoring
from smartgoals.ui.table import RowsView
from smartgoals.ui.table_model import Column, RowsModel
from smartgoals.words.backups import listed_moment_text, plans_text
from smartgoals.words.errors import storage_error_text
from smartgoals.words.names import metric_name, plan_state_name
from smartgoals.words.sentences import timeframe_text
from smartgoals.words.statement import statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartgoals.domain.plan import Plan
    from smartgoals.storage.overview import PlanOverview
    from smartgoals.ui.main_window import MainWindow

SIZE = (860, 600)


@dataclass(frozen=True)
class _Row:
    """A backup in the list."""

    backup: Backup
    when: str

    @property
    def id(self) -> str:
        return self.backup.path.name


class RestoreWindow(KeyedDialog):
    """Lists the backups; looks into the chosen one; goes back to it or takes plans out of it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._formats = window.formats
        self._restoring = Restoring(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Restore from a backup"))
        self.resize(*SIZE)
        self._build_lists()
        self.note = Label(tone="muted")
        self.preview = QVBoxLayout()
        self.copy_button = button(tr("&Add as a copy"))
        self.copy_button.clicked.connect(self.add_copies)
        self.restore_button = button(tr("&Put everything back"), "primary")
        self.restore_button.clicked.connect(self.restore)
        self.close_button = button(tr("&Close"))
        self.close_button.clicked.connect(self.reject)
        self._lay_out()
        self._show_backups()
        assign_mnemonics(self)

    @property
    def chosen(self) -> Backup | None:
        """The backup that is chosen."""
        index = self.backups.currentIndex()
        return self._backups.rows[index.row()].backup if index.isValid() else None

    @property
    def chosen_plans(self) -> list[PlanOverview]:
        """The plans of the backup that are chosen."""
        rows = sorted(index.row() for index in self.plans.selectionModel().selectedRows())
        return [self._plans.rows[row] for row in rows]

    def restore(self) -> None:
        """Put everything back as it was then; that can be undone."""
        if self.chosen is not None:
            self._end(is_done=self._restoring.restore(self.chosen))

    def add_copies(self) -> None:
        """Add the chosen plans to those that are here, as copies."""
        if self.chosen is None:
            return
        try:
            plans = read_from(self.chosen.path, [each.id for each in self.chosen_plans])
        except StorageError as error:
            self.note.setText(storage_error_text(error.reason, error.path))
            return
        self._end(is_done=self._restoring.add_copies(plans, self.chosen))

    # Inside

    def _end(self, *, is_done: bool) -> None:
        if is_done:
            self.accept()
        else:
            self.note.setText(self._restoring.problem)

    def _build_lists(self) -> None:
        self._backups = RowsModel([Column(tr("Made"), lambda row: row.when, stretches=True)])
        self.backups = RowsView(self._backups, tr("Backups"), most_rows=40)
        self.backups.selectionModel().currentRowChanged.connect(lambda: self._look_into())  # noqa: PLW0108
        self._plans = RowsModel(
            [
                Column(tr("Plan"), lambda plan: plan.title or tr("Untitled plan"), stretches=True),
                Column(tr("State"), lambda plan: plan_state_name(plan.state)),
            ]
        )
        self.plans = RowsView(self._plans, tr("Plans in the backup"), most_rows=7)
        self.plans.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.plans.selectionModel().selectionChanged.connect(lambda: self._show_plan())  # noqa: PLW0108

    def _lay_out(self) -> None:
        left, right, row = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.addWidget(caption_label(tr("&Backups"), self.backups))
        left.addWidget(self.backups, 1)
        right.addWidget(caption_label(tr("P&lans in the backup"), self.plans))
        right.addWidget(self.plans)
        right.addWidget(self.note)
        right.addWidget(self._preview_area(), 1)
        for side in (left, right):
            side.setSpacing(6)
        row.setSpacing(20)
        row.addLayout(left, 2)
        row.addLayout(right, 3)
        end = QHBoxLayout()
        end.addWidget(self.close_button)
        end.addStretch()
        end.addWidget(self.copy_button)
        end.addWidget(self.restore_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(heading_label(self.windowTitle()))
        column.addWidget(
            small_label(tr("What is here now is kept as a backup first, and it can be undone."))
        )
        column.addLayout(row, 1)
        column.addLayout(end)

    def _preview_area(self) -> QScrollArea:
        page = QWidget()
        page.setProperty("role", "page")
        page.setLayout(self.preview)
        self.preview.setContentsMargins(0, 0, 0, 0)
        self.preview.setSpacing(6)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(tr("Preview"))
        area.setWidget(page)
        return area

    def _show_backups(self) -> None:
        found = backups(self._window.folder)
        rows = [_Row(each, listed_moment_text(each.made_at, self._formats)) for each in found]
        self._backups.show_rows(rows)
        if rows:
            self.backups.selectRow(0)
            self.backups.setFocus()
        else:
            self.note.setText(
                tr("There is no backup yet; the first is made when you leave SmartGoals.")
            )
            self._enable()

    def _look_into(self) -> None:
        self._plans.show_rows([])
        self.note.setText("")
        if self.chosen is None:
            return
        try:
            plans = plans_in(self.chosen.path)
        except StorageError as error:
            # One of an earlier version comes back whole, brought up to date on the way.
            if error.reason is not StorageReason.OLDER:
                self.note.setText(storage_error_text(error.reason, error.path))
            plans = []
        else:
            self.note.setText(plans_text(len(plans)))
        self._plans.show_rows(plans)
        if plans:
            self.plans.selectRow(0)
        else:
            self._show_plan()

    def _show_plan(self) -> None:
        self._enable()
        while (item := self.preview.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        chosen = self.chosen_plans
        if self.chosen is not None and len(chosen) == 1:
            try:
                (plan,) = read_from(self.chosen.path, [chosen[0].id])
            except StorageError as error:
                self.preview.addWidget(Label(storage_error_text(error.reason, error.path)))
            else:
                for label in self._labels(plan):
                    self.preview.addWidget(label)
        self.preview.addStretch()

    def _labels(self, plan: Plan) -> Iterator[Label]:
        yield Label(unbroken(statement(plan, self._formats)))
        yield small_label(timeframe_text(plan, self._formats))
        if plan.metrics:
            names = (metric_name(metric) for metric in plan.metrics)
            yield Label(tr("Metrics"), bold=True)
            yield Label("\n".join(name for name in names if name))
        if plan.tactics:
            yield Label(tr("Tactics"), bold=True)
            yield Label("\n".join(tactic.name for tactic in plan.tactics if tactic.name))
        count = len(plan.check_ins)
        if count:
            yield small_label(ngettext("{n} check-in", "{n} check-ins", count).format(n=count))

    def _enable(self) -> None:
        self.restore_button.setEnabled(self.chosen is not None)
        self.copy_button.setEnabled(bool(self.chosen_plans))
