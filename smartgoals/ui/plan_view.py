"""A plan reopened: its sentence, its state, and tabs for all that is done with it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from smartgoals.domain.clock import today
from smartgoals.domain.plan import Plan
from smartgoals.domain.progress import metric_progress, plan_state, plan_status
from smartgoals.domain.terms import PlanState
from smartgoals.language import tr
from smartgoals.ui import theme
from smartgoals.ui.flow_layout import SPACING, FlowLayout
from smartgoals.ui.guard import guard
from smartgoals.ui.history_tab import HistoryTab
from smartgoals.ui.labels import (
    ClampedLabel,
    ElidedLabel,
    Pill,
    button,
    small_label,
    unbroken,
)
from smartgoals.ui.outcome_bar import OutcomeBar
from smartgoals.ui.plan_menu import PlanMenu
from smartgoals.ui.plans_model import STATUS_KINDS
from smartgoals.ui.progress_tab import ProgressTab
from smartgoals.ui.session import PlanSession
from smartgoals.ui.sheet_preview import SheetPreview
from smartgoals.ui.sheet_tab import SheetTab
from smartgoals.ui.strategy_tab import StrategyTab
from smartgoals.ui.tactic_board import TacticBoard
from smartgoals.ui.turning import turn
from smartgoals.ui.why_bar import WhyBar
from smartgoals.ui.work_table import WorkTable
from smartgoals.words.names import metric_name, plan_state_name, status_name
from smartgoals.words.sentences import timeframe_text
from smartgoals.words.standing import way_text
from smartgoals.words.statement import statement

SHORT = 38
"""A view that is less high than so many lines keeps its head short."""
GAP = 8
MARGIN = 28


class PlanView(QWidget):
    """Shows one plan; the priorities can be changed here as in the wizard."""

    edit_wanted = Signal()
    export_wanted = Signal()
    print_wanted = Signal()
    check_in_wanted = Signal()

    def __init__(self, session: PlanSession, preview: SheetPreview) -> None:
        super().__init__()
        self.session = session
        self.preview = preview
        self._was_short = False
        self.title = ClampedLabel(pixels=theme.TITLE_PIXELS, bold=True)
        self.sentence = ClampedLabel(tone="muted")
        self.pill = Pill()
        self.facts = ElidedLabel(tone="muted", pixels=theme.SMALL_PIXELS)
        self.saved_label = small_label()
        self.edit_button = button(tr("Edit in &wizard"))
        self.edit_button.clicked.connect(self.edit_wanted)
        self.check_in_button = button(tr("Check &in …"))
        self.check_in_button.clicked.connect(self.check_in_wanted)
        self.print_button = button(tr("P&rint …"))
        self.print_button.clicked.connect(self.print_wanted)
        self.export_button = button(tr("E&xport …"), "primary")
        self.export_button.clicked.connect(self.export_wanted)
        self.menu = PlanMenu(session)
        self.more_button = button(tr("&More"))
        self.more_button.setMenu(self.menu)
        self.why_bar = WhyBar(session)
        self.outcome_bar = OutcomeBar(session.formats)
        self.board = TacticBoard(session)
        self.work = WorkTable(session)
        self.sheet_tab = SheetTab(preview, session.formats)
        self.progress_tab = ProgressTab(session)
        self.strategy_tab = StrategyTab(session.formats)
        self.history_tab = HistoryTab(session)
        self._add_tabs()
        self._lay_out()
        self.progress_tab.history_wanted.connect(
            lambda: self.tabs.setCurrentWidget(self.history_tab)
        )
        session.plan_changed.connect(self._follow)
        self.show_plan(session.plan)

    def show_plan(self, plan: Plan) -> None:
        """Show the plan in the heading and in the tabs."""
        formats = self.session.formats
        self.title.setText(plan.name or tr("Plan without a name"))
        self.sentence.setText(unbroken(statement(plan, formats)))
        state = plan_state(plan)
        facts = timeframe_text(plan, formats)
        if state is PlanState.ACTIVE:
            status = plan_status(plan, today())
            self.pill.show_word(status_name(status), STATUS_KINDS[status])
            first = plan.metrics[0]
            way = way_text(metric_progress(plan, first, today()), formats)
            if way and len(plan.metrics) > 1:
                # The word beside it is that of the metric that is worst off.
                way = tr("{metric}: {way}").format(metric=metric_name(first), way=way)
            facts = way or facts
        else:
            self.pill.show_word(plan_state_name(state), "calm")
        self.facts.setText(facts)
        self.why_bar.show_plan(plan)
        self.outcome_bar.show_plan(plan)
        self._arrange()
        self.board.show_plan(plan)
        self.sheet_tab.show_plan(plan)
        self.strategy_tab.show_plan(plan)
        self._show_tab()

    def _follow(self, plan: Plan) -> None:
        """Show the changed plan, unless the wizard hides this view; it will when it comes back."""
        if self.isVisible():
            self.show_plan(plan)

    @override
    @guard()
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.show_plan(self.session.plan)

    def _show_tab(self) -> None:
        """Bring up to date what is shown only when its tab is in view."""
        plan, tab = self.session.plan, self.tabs.currentWidget()
        if tab is self._work_area:
            self.work.show_plan(plan)
        elif tab is self._progress_area:
            self.progress_tab.show_plan(plan)
        elif tab is self.history_tab:
            self.history_tab.show_plan(plan)

    def _add_tabs(self) -> None:
        self._work_area = _scrolled(self.board, self.work)
        self._progress_area = _scrolled(self.progress_tab)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setDrawBase(False)
        for tab, name in (
            (self.sheet_tab, tr("&Goal sheet")),
            (self._work_area, tr("&Priorities")),
            (self._progress_area, tr("Pr&ogress")),
            (self.strategy_tab, tr("&Strategy")),
            (self.history_tab, tr("&History")),
        ):
            self.tabs.addTab(tab, name)
        self.tabs.currentChanged.connect(lambda _: self._show_tab())

    def show_progress(self) -> None:
        """Bring the tab with the progress to the front."""
        self.tabs.setCurrentWidget(self._progress_area)

    def _lay_out(self) -> None:
        self._state = QHBoxLayout()
        self._state.setSpacing(GAP)
        self._state.addWidget(self.pill)
        self._state.addWidget(self.facts, 1)
        self._state.addWidget(self.saved_label)
        self._actions = QWidget()
        actions = FlowLayout()
        self._actions.setLayout(actions)
        for each in self._buttons():
            actions.addWidget(each)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(GAP)
        self._head.addLayout(self._state, 1)
        self._head.addWidget(self._actions)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 20, MARGIN, 0)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        column.addLayout(self._head)
        column.addWidget(self.why_bar)
        column.addWidget(self.outcome_bar)
        column.addWidget(self.tabs, 1)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (
            self.edit_button,
            self.check_in_button,
            self.print_button,
            self.more_button,
            self.export_button,
        )

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Give the head the room there is: less where the window is low, rows where narrow."""
        room = self.width() - 2 * MARGIN
        is_short = self.height() < SHORT * self.fontMetrics().lineSpacing()
        self.title.set_most(1 if is_short else 2)
        self.sentence.set_most(2 if is_short else 4)
        if is_short and not self.outcome_bar.isHidden():
            self.why_bar.hide()  # The history asks, too.
        elif self._was_short and not is_short:
            self.why_bar.show_plan(self.session.plan)
        self._was_short = is_short
        says_more = not (self.why_bar.isHidden() and self.outcome_bar.isHidden())
        self.sentence.setVisible(not (is_short and says_more))
        self.outcome_bar.set_short(is_short=is_short)
        # What is said above is read whole before more of the tab is seen.
        least = self.tabs.tabBar().sizeHint().height() + 2 * self.fontMetrics().lineSpacing()
        self.tabs.setMinimumHeight(least if is_short else 0)
        self._place_saved(room)
        told = self.pill.sizeHint().width() + self.facts.whole_width + 2 * GAP
        is_wide = told + self._width_of_buttons() <= room
        # Printing is in the menu, too; the tab below needs the row more.
        self.print_button.setVisible(not is_short or self._width_of_buttons() <= room)
        turn(self._head, is_wide=is_wide)
        self._actions.setMinimumWidth(self._width_of_buttons() if is_wide else 0)

    def _width_of_buttons(self) -> int:
        return sum(each.sizeHint().width() + SPACING for each in self._buttons()) - SPACING

    def _place_saved(self, room: int) -> None:
        """Say what is saved at the end of the tabs, or where they need the room, above them."""
        needed = self.tabs.tabBar().sizeHint().width() + self.saved_label.sizeHint().width()
        is_beside = needed + 4 * GAP <= room
        if is_beside and self.tabs.cornerWidget() is None:
            self.tabs.setCornerWidget(self.saved_label)
            self.saved_label.setContentsMargins(0, 0, 0, GAP)  # in line with the tabs' names
            self.saved_label.show()
        elif not is_beside and self.tabs.cornerWidget() is not None:
            self.tabs.setCornerWidget(None)  # type: ignore[arg-type]  # none is allowed
            self.saved_label.setContentsMargins(0, 0, 0, 0)
            self._state.addWidget(self.saved_label)
            self.saved_label.show()


def _scrolled(*parts: QWidget) -> QScrollArea:
    page = QWidget()
    page.setProperty("role", "page")
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 16, 0, 16)
    column.setSpacing(16)
    for part in parts:
        column.addWidget(part)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area
