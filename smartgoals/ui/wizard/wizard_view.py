"""The wizard: the rail of steps, the page, "Your goal so far", Back and Next."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from smartgoals.domain.plan import Plan
from smartgoals.domain.steps import gaps, step_of_field
from smartgoals.domain.terms import CORE_STEPS, Step
from smartgoals.language import ngettext, tr
from smartgoals.ui import theme
from smartgoals.ui.field_row import FieldRow
from smartgoals.ui.focus_in_sight import FocusInSight
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import button, card, small_label, takes_tab
from smartgoals.ui.mnemonics import assign_mnemonics, menu_letters
from smartgoals.ui.session import PlanSession
from smartgoals.ui.wizard.goal_panel import GoalPanel
from smartgoals.ui.wizard.page import PlanPage
from smartgoals.ui.wizard.pages import PAGES
from smartgoals.ui.wizard.pages_ahead import PagesAhead
from smartgoals.ui.wizard.rail import StepRail
from smartgoals.words.gaps import gap_name
from smartgoals.words.names import step_name

KEYS_PAUSE_MS = 50
_NEXT_TO_NOTHING = QRect(0, 0, 1, 1)
FOLD_WIDTH = 1160
FOLD_LETTERS = 145
"""Below this width of the view, or so many letters, "Your goal so far" folds under the page."""
ASIDE_LETTERS = 46


class WizardView(QWidget):
    """Leads through the steps of one plan, in order or by free choice."""

    left = Signal()
    finished = Signal()
    step_changed = Signal(object)

    def __init__(
        self, session: PlanSession, step: Step | None, language: str, parent: QWidget | None = None
    ) -> None:
        """Show the step at once, or with None nothing before ``show_step``."""
        super().__init__(parent)
        self.session = session
        self.step = step or CORE_STEPS[0]
        self._is_resting = step is None
        self._told: Plan | None = None
        self._pages: dict[Step, PlanPage] = {}
        self._areas: dict[Step, QScrollArea] = {}
        self.rail = StepRail(session.formats)
        self.rail.left.connect(self.left)
        self.rail.step_chosen.connect(self.show_step)
        self.panel = GoalPanel(session.formats, language)
        self.panel.field_chosen.connect(self.show_field)
        self._aside = QScrollArea()
        self._aside.setWidgetResizable(True)
        self._aside.setFixedWidth(theme.column_width(theme.ASIDE_WIDTH, ASIDE_LETTERS))
        self._aside.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._aside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.stack = QStackedWidget()
        self.saved_label = small_label()
        self.open_label = small_label()
        self.back_button = button(tr("&Back"))
        self.back_button.clicked.connect(self.go_back)
        self.next_button = button("", "primary")
        self.next_button.clicked.connect(self.go_on)
        self._in_sight = FocusInSight(self)
        self._lay_out()
        self._add_shortcuts()
        self._key_timer = QTimer(self, singleShot=True, interval=KEYS_PAUSE_MS)
        self._key_timer.timeout.connect(self._assign_keys)
        self._pages_ahead = PagesAhead(self)
        session.plan_changed.connect(self._follow)
        if step is not None:
            self.show_step(step)

    @property
    def page(self) -> PlanPage:
        """The page that is shown."""
        return self._pages[self.step]

    def show_plan(self, plan: Plan) -> None:
        """Show the plan on the rail, the page that is in view, and beside it."""
        self._show_page(plan)
        self._tell(plan)

    def _show_page(self, plan: Plan) -> None:
        self.rail.show_plan(plan, self.step)
        self.page.show_plan(plan)
        self._show_open(plan)
        self._key_timer.start()

    def _tell(self, plan: Plan) -> None:
        """Say beside the page what the coach says of the plan."""
        self.panel.show_plan(plan)
        self._told = plan

    def show_step(self, step: Step) -> None:
        """Show the page of the step, with the cursor in its first field."""
        self.session.close_step()
        self.session.save()
        if self._is_resting:
            self._is_resting = False
            self._pages_ahead.begin_anew()
        self.step = step
        self.build(step)
        if self.stack.isAncestorOf(self.focusWidget() or self):
            # From a page that goes away Qt would move on as Tab does, which marks all the text.
            self.setFocus()
        self.stack.setCurrentWidget(self._areas[step])
        self._place_panel()
        self._name_buttons()
        self._show_page(self.session.plan)
        if self._told is not self.session.plan:  # Another page of the same plan changes nothing.
            self._tell(self.session.plan)
        self._areas[step].verticalScrollBar().setValue(0)
        self.page.focus_field("")
        self._in_sight.rest()  # A page begins with its title.
        self.step_changed.emit(step)
        self._pages_ahead.go_on_soon()

    def show_field(self, field: str) -> None:
        """Show the page that has the field, with the cursor in it."""
        self.show_step(step_of_field(field))
        self.page.focus_field(field)

    def go_on(self) -> None:
        """Show the next step; after the last one, or after a strategy step, the plan."""
        self._move(1)

    def go_back(self) -> None:
        """Show the step before; from the first one, all plans."""
        self._move(-1)

    def _follow(self, plan: Plan) -> None:
        if not self._is_resting:
            self.show_plan(plan)
            self._pages_ahead.wait()

    def _assign_keys(self) -> None:
        """Give out the underlined letters: what is shown may have changed with the plan."""
        window = self.window()
        reserved = menu_letters(window.menuBar()) if isinstance(window, QMainWindow) else []
        assign_mnemonics(self, reserved)

    def _move(self, by: int) -> None:
        if self.step not in CORE_STEPS:
            self.show_step(Step.REVIEW)
            return
        index = CORE_STEPS.index(self.step) + by
        if index < 0:
            self.left.emit()
        elif index == len(CORE_STEPS):
            self.finished.emit()
        else:
            self.show_step(CORE_STEPS[index])

    def build(self, step: Step) -> bool:
        """Make the page of the step unless it is there; return whether it was made."""
        if step in self._pages:
            return False
        # From outside in: a page that is put somewhere is styled anew with all that is in it.
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Its fields have keys to scroll with.
        self.stack.addWidget(area)
        container = QWidget()
        container.setProperty("role", "page")
        area.setWidget(container)
        column = QVBoxLayout(container)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        page = PAGES[step](self.session)
        page.field_chosen.connect(self.show_field)
        column.addWidget(page)
        column.addStretch(1)
        self._pages[step] = page
        self._areas[step] = area
        self._tab_on_from(page)
        return True

    def lay_out_unseen(self, step: Step) -> None:
        """Dress and lay out a page that is made but not in view, with the plan in it."""
        if self._is_resting and (place := self.parentWidget()) is not None:
            self.resize(place.size())
            self.grab(_NEXT_TO_NOTHING)
        self._pages[step].show_plan(self.session.plan)
        area = self._areas[step]
        area.resize(self.stack.size())
        area.grab(_NEXT_TO_NOTHING)  # Whatever is drawn must have been laid out.

    def _tab_on_from(self, page: PlanPage) -> None:
        """Let Tab go from the page to Back and Next and on to the coach, as one reads."""
        stops = [child for child in page.findChildren(QWidget) if takes_tab(child, page)]
        chain = [*stops[-1:], self.back_button, self.next_button, *self.panel.rows.values()]
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _name_buttons(self) -> None:
        if self.step not in CORE_STEPS:
            self.next_button.setText(tr("&Next: {step}").format(step=step_name(Step.REVIEW)))
        elif self.step is CORE_STEPS[-1]:
            self.next_button.setText(tr("&Open the plan"))
        else:
            following = CORE_STEPS[CORE_STEPS.index(self.step) + 1]
            self.next_button.setText(tr("&Next: {step}").format(step=step_name(following)))

    def _show_open(self, plan: Plan) -> None:
        missing = [gap for gap in gaps(plan, self.step) if gap.required]
        if missing and self.step is not Step.REVIEW:
            names = ", ".join(gap_name(gap) for gap in missing[:3])
            text = ngettext("Still open here: {names}", "Still open here: {names}", len(missing))
            self.open_label.setText(text.format(names=names))
        else:
            self.open_label.setText("")
        self.open_label.setVisible(bool(self.open_label.text()))
        self.next_button.setAccessibleDescription(self.open_label.text())

    def _lay_out(self) -> None:
        told = QWidget()
        lines = QVBoxLayout(told)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(self.saved_label)
        lines.addWidget(self.open_label)
        moves = QWidget()
        ways = QHBoxLayout(moves)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(10)
        ways.addStretch()
        ways.addWidget(self.back_button)
        ways.addWidget(self.next_button)
        footer = QVBoxLayout()
        footer.setContentsMargins(32, 10, 32, 16)
        footer.addLayout(FieldRow((told, 1), (moves, 0)))
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.stack, 1)
        middle.addWidget(card("line"))
        middle.addLayout(footer)
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._columns.addWidget(self.rail)
        self._columns.addLayout(middle, 1)
        self._columns.addWidget(self._aside)
        self._aside.setWidget(self.panel)

    def _place_panel(self) -> None:
        """Put "Your goal so far" at the right, or under the page where the view is narrow."""
        container = self._areas[self.step].widget() if self._areas else None
        is_wide = self.width() >= theme.column_width(FOLD_WIDTH, FOLD_LETTERS)
        if is_wide:
            self._aside.setWidget(self.panel)
        elif container is not None and (column := container.layout()) is not None:
            self._aside.takeWidget()
            column.addWidget(self.panel)
        self._aside.setVisible(is_wide)

    def _add_shortcuts(self) -> None:
        moves: list[tuple[QKeySequence, Callable[[], None]]] = [
            (QKeySequence("Ctrl+Return"), self.go_on),
            (QKeySequence("Ctrl+Enter"), self.go_on),
            (QKeySequence("Alt+Right"), self.go_on),
            (QKeySequence("Alt+Left"), self.go_back),
        ]
        for keys, move in moves:
            QShortcut(keys, self, move)

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_panel()
