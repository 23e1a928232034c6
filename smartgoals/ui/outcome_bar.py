"""What is said when all is reached, the time is over or the plan is closed; the ways on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from smartgoals.domain.clock import today
from smartgoals.domain.closing import is_over, is_reached
from smartgoals.language import tr
from smartgoals.ui.flow_layout import FlowLayout
from smartgoals.ui.labels import Label, button, literal, literal_tip
from smartgoals.words.names import outcome_name

if TYPE_CHECKING:
    from smartgoals.domain.plan import Plan
    from smartgoals.formats import Formats


class OutcomeBar(QFrame):
    """Congratulates, or tells that the time is over or how the plan ended; else hidden."""

    close_wanted = Signal()
    raise_wanted = Signal()
    hold_wanted = Signal()
    reopen_wanted = Signal()
    next_period_wanted = Signal()
    parked_goal_wanted = Signal(str)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setProperty("role", "tint")
        self._formats = formats
        self.heading = Label(bold=True)
        self.text = Label()
        self._buttons: list[QPushButton] = []
        self._offered: tuple[str, ...] = ()
        self._is_short = False
        place = QWidget()
        self._row = FlowLayout()
        place.setLayout(self._row)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 12)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.text)
        column.addWidget(place)
        self.hide()

    def set_short(self, *, is_short: bool) -> None:
        """Leave the sentence below the heading to the tip, where the window is low."""
        self._is_short = is_short
        self.text.setVisible(bool(self.text.text()) and not is_short)

    def show_plan(self, plan: Plan) -> None:
        """Show what there is to say of the plan today, if anything."""
        if plan.closing is not None:
            outcome = outcome_name(plan.closing.outcome)
            day = self._formats.day(plan.closing.day)
            self._say(
                tr("Closed on {day}: {outcome}").format(day=day, outcome=outcome),
                plan.closing.lesson.strip(),
            )
            self._offer(
                (tr("Start the next period"), self.next_period_wanted.emit),
                *self._parked(plan),
                (tr("Reopen"), self.reopen_wanted.emit),
            )
        elif is_reached(plan, today()):
            self._say(
                tr("Congratulations, all targets are reached!"),
                tr("Close the plan and note what you learned, aim higher, or hold the level."),
            )
            self._offer(
                (tr("Close the plan …"), self.close_wanted.emit),
                (tr("Raise the target"), self.raise_wanted.emit),
                (tr("Hold the level"), self.hold_wanted.emit),
            )
        elif plan.due is not None and is_over(plan, today()):
            self._say(
                tr("The time was over on {day}.").format(day=self._formats.day(plan.due)),
                tr("Close the plan and note what you learned, or go on with the next period."),
            )
            self._offer(
                (tr("Close the plan …"), self.close_wanted.emit),
                (tr("Start the next period"), self.next_period_wanted.emit),
            )
        else:
            self.hide()

    def _parked(self, plan: Plan) -> list[tuple[str, Callable[[], None]]]:
        goals = [goal for goal in plan.parked_goals if goal.strip()]
        return [(tr("Start: {goal}").format(goal=goal), self._starter(goal)) for goal in goals]

    def _starter(self, goal: str) -> Callable[[], None]:
        return lambda: self.parked_goal_wanted.emit(goal)

    def _say(self, heading: str, text: str) -> None:
        self.heading.setText(heading)
        self.text.setText(text)
        self.text.setVisible(bool(text) and not self._is_short)
        self.setToolTip(literal_tip(text))
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)
        self.show()

    def _offer(self, *ways: tuple[str, Callable[[], None]]) -> None:
        names = tuple(name for name, _ in ways)
        if names == self._offered:
            return
        self._offered = names
        for old in self._buttons:
            old.hide()
            old.deleteLater()
        self._buttons = []
        for name, act in ways:
            way = button(literal(name))
            way.clicked.connect(act)
            self._buttons.append(way)
            self._row.addWidget(way)
