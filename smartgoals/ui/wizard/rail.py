"""The rail: every step with its number, name and what was decided there."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QVBoxLayout, QWidget

from smartgoals.domain.plan import Plan
from smartgoals.domain.steps import is_complete
from smartgoals.domain.terms import CORE_STEPS, STRATEGY_STEPS, Step
from smartgoals.formats import Formats
from smartgoals.language import tr
from smartgoals.overriding import override
from smartgoals.ui import theme
from smartgoals.ui.click_row import Badge, ClickRow
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import ClampedLabel, ElidedLabel, button, small_label
from smartgoals.words.names import step_name
from smartgoals.words.summaries import step_summary

INSET = 8
"""Pixels from the edge of a row to its sign; what has no row begins there, too."""


class StepRail(QFrame):
    """Shows the way through the plan; any step can be chosen at any time."""

    step_chosen = Signal(object)
    left = Signal()

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.setFixedWidth(theme.column_width(theme.RAIL_WIDTH, 27))
        self._formats = formats
        self._rows: dict[Step, ClickRow] = {}
        self._here: Step | None = None
        self._group = QButtonGroup(self)
        self._back = button(tr("← &All plans"), "link")
        self._back.clicked.connect(self.left)
        self._name = ClampedLabel(pixels=theme.HEADING_PIXELS, bold=True)
        self._position = small_label()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 16, 12, 12)
        outer.setSpacing(6)
        head = QVBoxLayout()
        head.setContentsMargins(INSET, 0, 0, 4)
        head.addWidget(self._back, alignment=Qt.AlignmentFlag.AlignLeft)
        head.addWidget(self._name)
        head.addWidget(self._position)
        outer.addLayout(head)
        # From outside in: what is put somewhere is styled anew with all that is in it.
        self._area = area = QScrollArea(self)
        outer.addWidget(area, 1)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        area.setWidget(page)
        self._build_rows(page)

    def show_plan(self, plan: Plan, step: Step) -> None:
        """Show what is decided at each step, and which step is on the page."""
        self._name.setText(plan.name or tr("New plan"))
        number = CORE_STEPS.index(step) + 1 if step in CORE_STEPS else 0
        self._position.setText(
            tr("Step {number} of {count}").format(number=number, count=len(CORE_STEPS))
            if number
            else tr("Strategy, optional")
        )
        for each, row in self._rows.items():
            self._show_row(row, each, plan, is_here=each is step)
        if step is not self._here:
            self._here = step
            self._bring_into_sight()

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._bring_into_sight()

    @override
    @guard()
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._bring_into_sight()

    def _bring_into_sight(self) -> None:
        """Scroll to the step on the page, with a part of its neighbours."""
        if self._here is not None:
            row = self._rows[self._here]
            self._area.ensureWidgetVisible(row, 0, row.height() // 2)

    def _show_row(self, row: ClickRow, step: Step, plan: Plan, *, is_here: bool) -> None:
        summary = step_summary(plan, step, self._formats)
        ticked = bool(summary) and is_complete(plan, step)
        row.setChecked(is_here)
        # Tab comes to the step that is shown; arrows lead on from there.
        policy = Qt.FocusPolicy
        row.setFocusPolicy(policy.StrongFocus if is_here else policy.ClickFocus)
        row.show_text(step_name(step), summary)
        state = tr("done") if ticked else tr("open")
        row.setAccessibleDescription(f"{state}. {summary}" if summary else state)
        if row.badge is not None:
            number = str(CORE_STEPS.index(step) + 1) if step in CORE_STEPS else "+"
            row.badge.show_sign(number, filled=is_here or ticked, ticked=ticked and not is_here)

    def _build_rows(self, page: QWidget) -> None:
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for step in CORE_STEPS:
            column.addWidget(self._row(step))
        caption = small_label(tr("Strategy, if you like"))
        caption.setContentsMargins(INSET, 12, 0, 0)
        column.addWidget(caption)
        for step in STRATEGY_STEPS:
            column.addWidget(self._row(step))
        column.addStretch()

    def _row(self, step: Step) -> ClickRow:
        detail = ElidedLabel(tone="muted", pixels=theme.SMALL_PIXELS)
        row = ClickRow(step_name(step), badge=Badge(), detail=detail)
        row.setCheckable(True)
        row.setAutoExclusive(True)  # A screen reader says that it is one of several.
        row.clicked.connect(self._chooser(step))
        self._group.addButton(row)
        self._rows[step] = row
        return row

    def _chooser(self, step: Step) -> Callable[[], None]:
        return lambda: self.step_chosen.emit(step)
