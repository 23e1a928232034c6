"""A plan reopened: its sentence, its state, the goal sheet and the priorities."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from smartgoals.domain.clock import today
from smartgoals.domain.plan import Plan
from smartgoals.domain.progress import plan_state, plan_status
from smartgoals.domain.terms import PlanState
from smartgoals.language import tr
from smartgoals.ui import theme
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import (
    ElidedLabel,
    Label,
    Pill,
    button,
    small_label,
    title_label,
    unbroken,
)
from smartgoals.ui.plans_model import STATUS_KINDS
from smartgoals.ui.session import PlanSession
from smartgoals.ui.sheet_preview import SheetPreview
from smartgoals.ui.tactic_board import TacticBoard
from smartgoals.words.names import plan_state_name, status_name
from smartgoals.words.sentences import timeframe_text
from smartgoals.words.statement import statement


class PlanView(QWidget):
    """Shows one plan; the priorities can be changed here as in the wizard."""

    edit_wanted = Signal()
    export_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, session: PlanSession, preview: SheetPreview) -> None:
        super().__init__()
        self.session = session
        self.preview = preview
        self.title = title_label("")
        self.sentence = Label(tone="muted")
        self.pill = Pill()
        self.facts = ElidedLabel(tone="muted", pixels=theme.SMALL_PIXELS)
        self.saved_label = small_label()
        self.edit_button = button(tr("Edit in &wizard"))
        self.edit_button.clicked.connect(self.edit_wanted)
        self.print_button = button(tr("P&rint …"))
        self.print_button.clicked.connect(self.print_wanted)
        self.export_button = button(tr("E&xport …"), "primary")
        self.export_button.clicked.connect(self.export_wanted)
        self.board = TacticBoard(session)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(preview, tr("&Goal sheet"))
        self.tabs.addTab(self._priorities(), tr("&Priorities"))
        self._lay_out()
        session.plan_changed.connect(self._follow)
        self.show_plan(session.plan)

    def show_plan(self, plan: Plan) -> None:
        """Show the plan in the heading and in the tabs."""
        formats = self.session.formats
        self.title.setText(plan.name or tr("Plan without a name"))
        self.sentence.setText(unbroken(statement(plan, formats)))
        state = plan_state(plan)
        if state is PlanState.ACTIVE:
            status = plan_status(plan, today())
            self.pill.show_word(status_name(status), STATUS_KINDS[status])
        else:
            self.pill.show_word(plan_state_name(state), "calm")
        self.facts.setText(timeframe_text(plan, formats))
        self.board.show_plan(plan)
        self.preview.show_plan(plan)

    def _follow(self, plan: Plan) -> None:
        """Show the changed plan, unless the wizard hides this view; it will when it comes back."""
        if self.isVisible():
            self.show_plan(plan)

    @override
    @guard()
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_plan(self.session.plan)

    def _lay_out(self) -> None:
        actions = QHBoxLayout()
        actions.setSpacing(8)
        actions.addWidget(self.pill)
        actions.addWidget(self.facts, 1)
        actions.addWidget(self.saved_label)
        actions.addWidget(self.edit_button)
        actions.addWidget(self.print_button)
        actions.addWidget(self.export_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 16)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        column.addLayout(actions)
        column.addWidget(self.tabs, 1)

    def _priorities(self) -> QWidget:
        area = QScrollArea()
        area.setWidgetResizable(True)
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 16, 0, 0)
        column.addWidget(self.board)
        area.setWidget(page)
        return area
