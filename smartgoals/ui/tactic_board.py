"""The value/complexity chart beside the tactics in order of work, always in step."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Tactic
from smartgoals.language import tr
from smartgoals.ui import theme
from smartgoals.ui.chart_view import ChartView
from smartgoals.ui.fields import LineEdit
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import ClampedLabel, card, heading_label, small_label, takes_tab
from smartgoals.ui.session import PlanSession
from smartgoals.ui.tactic_paste import paste_tactics
from smartgoals.ui.tactic_table import TacticTable

SIDE_BY_SIDE = 860
"""From this width on, chart and table stand side by side."""


class NewTacticLine(LineEdit):
    """Takes one tactic; rows that are pasted from a spreadsheet are many."""

    rows_pasted = Signal(str)

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = QGuiApplication.clipboard().text().strip()
        if event.matches(QKeySequence.StandardKey.Paste) and ("\n" in text or "\t" in text):
            self.rows_pasted.emit(text)
        else:
            super().keyPressEvent(event)


class TacticBoard(QWidget):
    """Chart and table of one plan's tactics; choosing in one chooses in the other."""

    chosen = Signal(str)
    added = Signal(str)

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self.session = session
        self.chosen_id = ""
        self.chart = ChartView(session)
        self.table = TacticTable(session)
        self.new_tactic = NewTacticLine(tr("Add a tactic: a verb, an object, a count; then Enter"))
        self.new_tactic.setAccessibleName(tr("New tactic"))
        self.new_tactic.returnPressed.connect(self._add)
        self.new_tactic.rows_pasted.connect(self.paste)
        self.table.pasted.connect(self.paste)
        self.left_out = small_label(tone="wrong")
        self.left_out.hide()
        self.unscored = ClampedLabel(most=4, tone="muted", pixels=theme.SMALL_PIXELS)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(16)
        self._columns.addWidget(self._chart_card(), 1)
        self.under_table = QVBoxLayout()
        """The place for what belongs to the tactic that is chosen in the table."""
        beside_chart = QVBoxLayout()
        beside_chart.setSpacing(16)
        beside_chart.addWidget(self._table_card(), 1)
        beside_chart.addLayout(self.under_table)
        self._columns.addLayout(beside_chart, 1)
        self.chart.chosen.connect(self.choose)
        self.table.chosen.connect(self.choose)

    def show_plan(self, plan: Plan) -> None:
        """Show the tactics of the plan in both."""
        self.table.show_plan(plan)
        self.chart.show_plan(plan)
        if all(tactic.id != self.chosen_id for tactic in plan.tactics):
            self.chosen_id = ""
        self.table.choose(self.chosen_id)
        self.table.setVisible(bool(plan.tactics))
        names = [t.name.strip() for t in plan.tactics if not t.is_scored and t.name.strip()]
        self.unscored.setText(tr("Not scored yet: {names}").format(names=", ".join(names)))
        self.unscored.setVisible(bool(names))

    def choose(self, tactic_id: str) -> None:
        """Mark the tactic in chart and table."""
        self.table.choose(tactic_id)
        self.chart.choose(tactic_id)
        if tactic_id != self.chosen_id:
            self.chosen_id = tactic_id
            self.chosen.emit(tactic_id)

    def paste(self, text: str) -> None:
        """Add the tactics that the clipboard has, and say what could not be read."""
        if text.strip():
            self.left_out.setText(paste_tactics(self.session, text))
            self.left_out.setVisible(bool(self.left_out.text()))

    def _add(self) -> None:
        name = self.new_tactic.text().strip()
        if not name:
            return
        tactic = Tactic(name=name)
        self.new_tactic.clear()
        self.left_out.hide()
        self.session.edit(self.session.plan.with_tactic(tactic), tr("Add tactic"))
        self.choose(tactic.id)
        self.added.emit(tactic.id)

    def _chart_card(self) -> QFrame:
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(12, 14, 12, 14)
        column.addWidget(self.chart, 1)
        column.addWidget(
            small_label(tr("Drag a point, or choose it with Tab and move it with the arrow keys."))
        )
        column.addWidget(self.unscored)
        return frame

    def _table_card(self) -> QFrame:
        frame = card()
        column = QVBoxLayout(frame)
        column.setContentsMargins(14, 14, 14, 14)
        column.setSpacing(10)
        heading = heading_label(tr("In order of work"))
        heading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        column.addWidget(heading)
        column.addWidget(self.new_tactic)
        column.addWidget(self.left_out)
        column.addWidget(self.table)
        column.addStretch()
        return frame

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = self.width() >= SIDE_BY_SIDE
        direction = QBoxLayout.Direction
        wanted = direction.LeftToRight if is_wide else direction.BottomToTop
        if wanted is not self._columns.direction():
            self._columns.setDirection(wanted)
            self.order_tabs()

    def order_tabs(self) -> None:
        """Let Tab come by the chart where it is seen: before the table, or below all beside it."""
        if self._columns.direction() is QBoxLayout.Direction.LeftToRight:
            before = self._stop_before()
        else:
            stops = [self.table, *self._stops_under_table()]
            before = stops[-1]
        if before is not None:
            QWidget.setTabOrder(before, self.chart)

    def _stop_before(self) -> QWidget | None:
        found = self.new_tactic.previousInFocusChain()
        while found is not None and (found is self.chart or not takes_tab(found, self)):
            found = found.previousInFocusChain()
        return None if found is self.new_tactic else found

    def _stops_under_table(self) -> list[QWidget]:
        items = (self.under_table.itemAt(i) for i in range(self.under_table.count()))
        parts = [part for item in items if item is not None and (part := item.widget()) is not None]
        return [each for p in parts for each in p.findChildren(QWidget) if takes_tab(each, self)]
