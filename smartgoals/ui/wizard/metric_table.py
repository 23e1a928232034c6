"""The metrics of a plan in a table, each against the recent pace."""

from decimal import Decimal

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal

from smartgoals.domain.change import change
from smartgoals.domain.course import effective_baseline, effective_target
from smartgoals.domain.metric import Metric
from smartgoals.domain.plan import Plan
from smartgoals.domain.realism import RealismResult, plan_realism
from smartgoals.domain.terms import Realism
from smartgoals.language import tr
from smartgoals.ui import theme
from smartgoals.ui.session import PlanSession
from smartgoals.ui.table import RowsView
from smartgoals.ui.table_model import Column, RowsModel
from smartgoals.words.names import metric_name, realism_name, short
from smartgoals.words.realism import ratio_text
from smartgoals.words.sentences import change_text

TONES = {
    Realism.REALISTIC: "good",
    Realism.STRETCH: "look",
    Realism.BELOW_TREND: "look",
    Realism.NOT_REALISTIC: "wrong",
    Realism.AGAINST_GOAL: "look",
    Realism.NO_PACE: "look",
}
LONGEST_NAME = 80
"""Characters of a name in the table; its editor has the whole of it."""


class MetricTable(RowsView):
    """One row per metric; the first one is the primary one. A row leads to its editor."""

    chosen = Signal(str)

    def __init__(self, session: PlanSession) -> None:
        self._session = session
        self._rows = RowsModel(
            [
                Column(tr("Metric"), self._name, stretches=True),
                Column(tr("Channel"), lambda metric: short(metric.channel)),
                Column(tr("Now"), self._now, is_number=True),
                Column(tr("Target"), self._target, is_number=True),
                Column(tr("Change"), self._change, is_number=True),
                Column(tr("Recent pace"), self._pace, colour=self._pace_colour),
            ]
        )
        super().__init__(self._rows, tr("Metrics of this plan"), wraps=True)
        self.selectionModel().currentRowChanged.connect(self._choose)

    def show_plan(self, plan: Plan) -> None:
        """Show the metrics of the plan."""
        self._rows.show_rows(plan.metrics)

    def choose(self, metric_id: str) -> None:
        """Mark the row of the metric, without telling anybody."""
        row = self._rows.row_of(metric_id)
        if row >= 0 and row != self.currentIndex().row():
            self.selectionModel().blockSignals(True)  # noqa: FBT003 - Qt's own signature
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(
                self._rows.index(row, 0), flags.ClearAndSelect | flags.Rows
            )
            self.selectionModel().blockSignals(False)  # noqa: FBT003
            self.viewport().update()

    def _choose(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._rows.rows[current.row()].id)

    def _name(self, metric: Metric) -> str:
        return short(metric_name(metric), LONGEST_NAME) or tr("Metric without a name")

    def _now(self, metric: Metric) -> str:
        baseline = effective_baseline(self._session.plan, metric)
        if baseline is None:
            return tr("not known yet") if metric.baseline_unknown else "–"
        return self._shown(baseline, metric)

    def _target(self, metric: Metric) -> str:
        if metric.target is None:
            return "–"
        value = effective_target(metric, effective_baseline(self._session.plan, metric))
        if value is None:
            return self._session.formats.target(metric.target)
        return self._shown(value, metric)

    def _shown(self, value: Decimal, metric: Metric) -> str:
        currency = self._session.plan.currency
        return self._session.formats.amount(value, metric.kind, currency)

    def _change(self, metric: Metric) -> str:
        baseline = effective_baseline(self._session.plan, metric)
        value = effective_target(metric, baseline)
        if value is None or baseline is None or metric.direction.is_stay:
            return ""
        result = change(baseline, value, metric.kind)
        return change_text(result, self._session.formats, metric.kind)

    def _pace(self, metric: Metric) -> str:
        result = self._realism(metric)
        if result.level in {Realism.NO_HISTORY, Realism.NOT_ENOUGH}:
            return "–"
        name = realism_name(result.level)
        ratio = ratio_text(result, self._session.formats)
        return f"{ratio} × · {name}" if ratio else name

    def _pace_colour(self, metric: Metric) -> str | None:
        tone = TONES.get(self._realism(metric).level)
        return getattr(theme.colours(), tone) if tone else None

    def _realism(self, metric: Metric) -> RealismResult:
        return plan_realism(self._session.plan, metric)
