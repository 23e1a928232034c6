"""Where each metric stands: the table, the chart of one of them, and what happened lately."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from smartgoals.domain.clock import today
from smartgoals.domain.progress import MetricProgress, metric_progress
from smartgoals.language import tr
from smartgoals.ui import theme
from smartgoals.ui.flow_layout import FlowLayout
from smartgoals.ui.guard import guard
from smartgoals.ui.history_list import HistoryList
from smartgoals.ui.labels import Label, button, card, heading_label, literal, unbroken
from smartgoals.ui.plans_model import STATUS_KINDS
from smartgoals.ui.progress_chart_view import ProgressChartView
from smartgoals.ui.table import RowsView
from smartgoals.ui.table_model import Column, RowsModel
from smartgoals.ui.turning import has_room, turn
from smartgoals.words.names import metric_name
from smartgoals.words.sentences import pace_text
from smartgoals.words.standing import expected_text, needed_text, now_text, standing_text

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from smartgoals.domain.metric import Metric
    from smartgoals.domain.plan import Plan
    from smartgoals.formats import Formats
    from smartgoals.ui.session import PlanSession

SIDE_BY_SIDE = 112
"""From a width of so many letters on, the latest entries stand beside table and chart."""
LATEST = 6
"""Entries beside the chart; the others are in the history."""


class MetricTable(RowsView):
    """One row per metric: now, expected today, what that is, needed a week."""

    def __init__(self, session: PlanSession) -> None:
        self._session = session
        formats = session.formats
        self.rows = RowsModel(
            [
                Column(tr("Metric"), lambda row: _name(row.progress.metric), stretches=True),
                Column(tr("Now"), self._teller(now_text), is_number=True),
                Column(tr("Expected"), self._teller(expected_text), is_number=True),
                Column(
                    tr("That is"),
                    lambda row: standing_text(row.progress, formats),
                    colour=_ink,
                    most=0.5,
                ),
                Column(tr("Needed a week"), self._teller(needed_text), is_number=True),
            ]
        )
        super().__init__(self.rows, tr("Where the metrics stand"), most_rows=5, wraps=True)

    def _teller(self, tell: Callable[[MetricProgress, Formats, str], str]) -> Callable[[_Row], str]:
        session = self._session
        return lambda row: tell(row.progress, session.formats, session.plan.currency)

    def show_plan(self, plan: Plan) -> None:
        """Show where the metrics of the plan stand today."""
        self.rows.show_rows([_Row(metric_progress(plan, m, today())) for m in plan.metrics])

    def choose(self, metric_id: str) -> None:
        """Mark the row of the metric, if one is marked: it takes its colour away."""
        row = self.rows.row_of(metric_id)
        if self.currentIndex().isValid() and row not in {-1, self.currentIndex().row()}:
            self.selectRow(row)


@dataclass(frozen=True)
class _Row:
    """The progress of a metric, with the id that a row needs."""

    progress: MetricProgress

    @property
    def id(self) -> str:
        return self.progress.metric.id


class ProgressTab(QWidget):
    """Shows the progress of the plan; everything follows the plan."""

    check_in_wanted = Signal()
    series_wanted = Signal()
    history_wanted = Signal()

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self.session = session
        self.metric_id = ""
        self.table = MetricTable(session)
        self.chart = ProgressChartView(session.formats)
        self.sentence = Label()
        self.heading = heading_label("")
        self.latest = HistoryList(session, most=LATEST)
        self.latest.more_wanted.connect(self.history_wanted)
        self._chips: dict[str, QPushButton] = {}
        self.empty = Label(
            tr("There is no metric yet. The wizard's step Metrics has the place for it."),
            tone="muted",
        )
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._choose_row)

    def show_plan(self, plan: Plan) -> None:
        """Show where the plan stands today."""
        ids = [metric.id for metric in plan.metrics]
        if self.metric_id not in ids:
            self.metric_id = ids[0] if ids else ""
        self.table.show_plan(plan)
        self.latest.show_plan(plan)
        self._show_chips(plan)
        self.empty.setVisible(not ids)
        for part in (self.table, self._chart_frame):
            part.setVisible(bool(ids))
        self._show_metric(plan)

    def choose(self, metric_id: str) -> None:
        """Show the chart of the metric."""
        if metric_id != self.metric_id:
            self.metric_id = metric_id
            self._show_metric(self.session.plan)

    def _show_metric(self, plan: Plan) -> None:
        if not self.metric_id:
            return
        metric = plan.metric(self.metric_id)
        progress = metric_progress(plan, metric, today())
        told = pace_text(progress, self.session.formats, plan.currency)
        channel = metric.channel.strip()
        name = _name(metric)
        self.heading.setText(f"{name} · {channel}" if channel else name)
        self.sentence.setText(unbroken(told))
        self.chart.show_metric(plan, metric.id, told)
        self.table.choose(metric.id)
        for metric_id, chip in self._chips.items():
            chip.setChecked(metric_id == self.metric_id)

    def _show_chips(self, plan: Plan) -> None:
        if list(self._chips) == [metric.id for metric in plan.metrics]:
            for metric in plan.metrics:
                self._chips[metric.id].setText(literal(_name(metric)))
            return
        for chip in self._chips.values():
            chip.hide()
            chip.deleteLater()
        self._chips = {metric.id: self._chip(metric) for metric in plan.metrics}
        for chip in self._chips.values():
            self._chip_row.addWidget(chip)
        self._chip_frame.setVisible(len(self._chips) > 1)

    def _chip(self, metric: Metric) -> QPushButton:
        chip = button(literal(_name(metric)), "filter")
        chip.setCheckable(True)
        chip.clicked.connect(self._chooser(metric.id))
        return chip

    def _chooser(self, metric_id: str) -> Callable[[], None]:
        def choose() -> None:
            self.choose(metric_id)
            self._chips[metric_id].setChecked(True)

        return choose

    def _choose_row(self, current: QModelIndex) -> None:
        if current.isValid():
            self.choose(self.table.rows.rows[current.row()].id)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(14)
        left.addWidget(self.empty)
        left.addWidget(self._table_card())
        left.addWidget(self._chart_card(), 1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(16)
        self._columns.addLayout(left, 11)
        self._columns.addWidget(self._latest_card(), 5)

    def _table_card(self) -> QFrame:
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(10, 8, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.table)
        row = FlowLayout()
        self.check_in_button = button(tr("Check in …"), "link")
        self.check_in_button.clicked.connect(self.check_in_wanted)
        self.series_button = button(tr("Paste or import values …"), "link")
        self.series_button.clicked.connect(self.series_wanted)
        row.addWidget(self.check_in_button)
        row.addWidget(self.series_button)
        column.addLayout(row)
        return frame

    def _chart_card(self) -> QFrame:
        self._chart_frame = card()
        column = QVBoxLayout(self._chart_frame)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(self.heading)
        self._chip_frame = QWidget()
        self._chip_row = FlowLayout()
        self._chip_frame.setLayout(self._chip_row)
        column.addWidget(self._chip_frame)
        column.addWidget(self.sentence)
        column.addWidget(self.chart, 1)
        return self._chart_frame

    def _latest_card(self) -> QFrame:
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(16, 14, 16, 14)
        column.addWidget(heading_label(tr("Check-ins and changes")))
        column.addSpacing(4)
        column.addWidget(self.latest)
        column.addStretch()
        return frame

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        turn(self._columns, is_wide=has_room(self, SIDE_BY_SIDE))


def _name(metric: Metric) -> str:
    return metric_name(metric) or tr("Metric without a name")


def _ink(row: _Row) -> str | None:
    c = theme.colours()
    kind = STATUS_KINDS[row.progress.status]
    return {"good": c.good, "look": c.look, "wrong": c.wrong}.get(kind)
