"""Metrics: which numbers tell that it worked, from where to where. Source: B2, S4, S5, M."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from smartgoals.domain.catalogue import catalogue
from smartgoals.domain.catalogue_entries import LibraryMetric
from smartgoals.domain.metric import MAX_METRICS, Metric
from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Step
from smartgoals.language import tr
from smartgoals.ui.flow_layout import FlowLayout
from smartgoals.ui.labels import button, card, literal, small_label, tab_after, tab_within, tip
from smartgoals.ui.session import PlanSession
from smartgoals.ui.wizard.metric_editor import MetricEditor, from_library
from smartgoals.ui.wizard.metric_library import MetricLibrary
from smartgoals.ui.wizard.metric_table import MetricTable
from smartgoals.ui.wizard.page import PlanPage
from smartgoals.words.catalogue import entry_hint, entry_name

SUGGESTED = 6


class MetricsPage(PlanPage):
    """Asks for one to three numbers, each with its present value and its target."""

    step = Step.METRICS

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self.set_question(
            tr("How will you know that it worked?"),
            tr(
                "Pick one to three numbers that you can read off today. "
                "Fewer is better: each one is a promise to check in."
            ),
        )
        self._suggested: tuple[str, ...] | None = None
        self._ideas = QWidget()
        self._chips = FlowLayout()
        self._ideas.setLayout(self._chips)
        self._chosen = ""
        self.library_button = button(tr("All &metrics …"), "link")
        self.library_button.clicked.connect(self._open_library)
        self.own_button = button(tr("&One of your own"), "link")
        self.own_button.clicked.connect(lambda: self._add(Metric()))
        self.body.addWidget(self._ideas)
        more = FlowLayout()
        more.addWidget(self.library_button)
        more.addWidget(self.own_button)
        self.body.addLayout(more)
        self.full_note = small_label(
            tr("Five numbers are enough. Remove one to put another in its place.")
        )
        self.body.addWidget(self.full_note)
        self.table = MetricTable(session)
        self.table.chosen.connect(self._choose)
        self.fields["metrics"] = self.library_button
        self._frame = self._framed(self.table)
        self.body.addWidget(self._frame)
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        self.editor: MetricEditor | None = None
        self._explain()
        self.body.addStretch()

    def _explain(self) -> None:
        self.set_why(
            tr("Why so few, and what is a good target?"),
            tr(
                "The café chose three: fans +15 %, link clicks +15 % and 1,000 people reached per "
                "post. The first number of your list is the one that decides; the others help to "
                "understand it. A target is good when you can say why you will get there: your "
                "own recent numbers are the best reason. Nobody else's growth says anything about "
                "yours, so no benchmark is built in."
            ),
        )

    @override
    def show_more(self, plan: Plan) -> None:
        self._suggest(plan)
        self.table.show_plan(plan)
        ids = [metric.id for metric in plan.metrics]
        if self._chosen not in ids:
            self._chosen = ids[0] if ids else ""
        if self._chosen != (self.editor.metric_id if self.editor is not None else ""):
            self._edit_metric(self._chosen)
        self.table.choose(self._chosen)
        self._frame.setVisible(bool(ids))
        if self.editor is not None:
            self.editor.show_plan(plan)
        is_full = len(ids) >= MAX_METRICS
        for way in (self.library_button, self.own_button):
            way.setEnabled(not is_full)
        self.full_note.setVisible(is_full)

    @override
    def focus_field(self, name: str) -> None:
        metric_id = name.split(".")[1] if name.startswith("metric.") else ""
        if any(metric.id == metric_id for metric in self.session.plan.metrics):
            self._choose(metric_id)
        is_ahead = not name or (name == "metrics" and not self.library_button.isEnabled())
        if is_ahead and self.editor is not None:
            self.editor.setFocus()
            return
        if not name and (ideas := self._ideas.findChildren(QPushButton)):
            ideas[-len(self._suggested or ()) :][0].setFocus()
            return
        super().focus_field(name)

    def _suggest(self, plan: Plan) -> None:
        taken = {metric.library_id for metric in plan.metrics}
        goal = catalogue().known_goal(plan.goal_idea_id or plan.marketing_goal_id)
        fitting = catalogue().metrics_for(goal.id) if goal else catalogue().metrics
        fresh = [metric for metric in fitting if metric.id not in taken][:SUGGESTED]
        ids = () if len(plan.metrics) >= MAX_METRICS else tuple(metric.id for metric in fresh)
        if ids == self._suggested:
            return
        self._suggested = ids
        self._chips.clear()
        for metric in fresh if ids else []:
            chip = self._chip(metric)
            self._chips.addWidget(chip)
            chip.show()  # at once, for it may be given the focus
        self._ideas.setVisible(bool(ids))
        tab_within(self._ideas)

    def _chip(self, metric: LibraryMetric) -> QPushButton:
        chip = button(f"+ {literal(entry_name(metric))}", "chip")
        chip.setAccessibleName(tr("Add the metric {name}").format(name=entry_name(metric)))
        tip(chip, entry_hint(metric))
        chip.clicked.connect(lambda: self._add(from_library(metric)))
        return chip

    def _add(self, metric: Metric) -> None:
        plan = self.session.plan
        if len(plan.metrics) >= MAX_METRICS:
            return
        self._chosen = metric.id
        self.session.edit(plan.with_metric(metric), tr("Add metric"))
        if self.editor is not None:
            self.editor.setFocus()

    def _open_library(self) -> None:
        library = MetricLibrary(self.session.plan, self)
        library.picked.connect(lambda metric: self._add(from_library(metric)))
        library.open()

    def _choose(self, metric_id: str) -> None:
        self._chosen = metric_id
        self.show_plan(self.session.plan)

    def _edit_metric(self, metric_id: str) -> None:
        """Put the editor of the metric in the place of the one before."""
        if self.editor is not None:
            for field in self.editor.fields:
                self.drop(field)
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
        if metric_id:
            self.editor = MetricEditor(self.session, metric_id)
            for field in self.editor.fields:
                self.add(field)
                field.show_plan(self.session.plan)
            self._place.addWidget(self.editor)
            tab_after(self.table, self.editor)

    def _framed(self, widget: QWidget) -> QWidget:
        frame = card()
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(8, 6, 8, 6)
        inner.addWidget(widget)
        return frame
