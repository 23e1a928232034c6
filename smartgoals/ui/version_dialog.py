"""An earlier version of a plan: what it said, and the way back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from smartgoals.domain.adjustments import restored
from smartgoals.domain.priorities import order_of_work
from smartgoals.language import tr
from smartgoals.ui.keyed_dialog import KeyedDialog
from smartgoals.ui.labels import Label, button, heading_label, small_label, unbroken
from smartgoals.words.adjustments import adjustment_text, field_value
from smartgoals.words.names import metric_name
from smartgoals.words.sentences import due_text, timeframe_text
from smartgoals.words.statement import statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartgoals.domain.adjustments import Version
    from smartgoals.domain.plan import Plan
    from smartgoals.formats import Formats
    from smartgoals.ui.session import PlanSession

SIZE = (560, 520)


class VersionDialog(KeyedDialog):
    """Shows the plan as it was before the changes of one day, and can bring it back."""

    def __init__(self, parent: QWidget, session: PlanSession, version: Version) -> None:
        super().__init__(parent)
        self._session = session
        self._version = version
        day = session.formats.day(version.day)
        self.setWindowTitle(tr("The plan before {day}").format(day=day))
        self.resize(*SIZE)
        self.restore_button = button(tr("&Bring this version back"), "primary")
        self.restore_button.clicked.connect(self.restore)
        close = button(tr("&Close"))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(small_label(tr("Check-ins stay. It can be undone.")), 1)
        row.addWidget(close)
        row.addWidget(self.restore_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addWidget(heading_label(self.windowTitle()))
        column.addWidget(self._content(), 1)
        column.addLayout(row)

    def restore(self) -> None:
        """Bring the version back, as an edit."""
        self._session.close_step()
        plan = restored(self._session.plan, self._version)
        self._session.edit(plan, tr("Bring back an earlier version"))
        self.accept()

    def _content(self) -> QScrollArea:
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setSpacing(6)
        for label in self._labels(self._version.plan, self._session.formats):
            column.addWidget(label)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        return area

    def _labels(self, plan: Plan, formats: Formats) -> Iterator[Label]:
        yield Label(unbroken(statement(plan, formats)))
        yield small_label(timeframe_text(plan, formats))
        yield Label(tr("Metrics"), bold=True)
        for metric in plan.metrics:
            target = field_value(plan, f"metric.{metric.id}.target", formats)
            name = metric_name(metric) or tr("Metric without a name")
            yield Label(tr("{metric}: target {target}").format(metric=name, target=target or "–"))
        yield Label(tr("Tactics"), bold=True)
        parked = tuple(tactic for tactic in plan.tactics if tactic.parked)
        for tactic in (*order_of_work(plan.tactics), *parked):
            when = due_text(tactic, formats)
            name = tactic.name.strip() or tr("Tactic without a name")
            yield Label(tr("{name} ({when})").format(name=name, when=when) if when else name)
        yield Label(tr("What was changed then"), bold=True)
        for change in self._version.changes:
            yield Label(formats.upper_first(adjustment_text(change)))
