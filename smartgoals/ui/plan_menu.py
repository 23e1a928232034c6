"""What else can be done with a plan: close it, carry it over, copy it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from smartgoals.language import tr
from smartgoals.ui.labels import literal
from smartgoals.ui.mnemonics import assign_menu_mnemonics

if TYPE_CHECKING:
    from smartgoals.ui.session import PlanSession


class PlanMenu(QMenu):
    """Offers what fits the plan as it is when the menu opens."""

    series_wanted = Signal()
    close_wanted = Signal()
    reopen_wanted = Signal()
    next_period_wanted = Signal()
    duplicate_wanted = Signal()
    parked_goal_wanted = Signal(str)

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self._session = session
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Offer what fits the plan."""
        plan = self._session.plan
        self.clear()
        self._add(tr("Paste or import &values …"), self.series_wanted.emit)
        self.addSeparator()
        if plan.closing is None:
            self._add(tr("&Close the plan …"), self.close_wanted.emit)
        else:
            self._add(tr("&Reopen the plan"), self.reopen_wanted.emit)
        self._add(tr("Start the &next period"), self.next_period_wanted.emit)
        self._add(tr("&Duplicate"), self.duplicate_wanted.emit)
        goals = [goal for goal in plan.parked_goals if goal.strip()]
        if goals:
            self.addSeparator()
        for goal in goals:
            text = tr("Start: {goal}").format(goal=literal(goal))
            self._add(text, self._starter(goal))
        assign_menu_mnemonics(self)

    def _starter(self, goal: str) -> Callable[[], None]:
        return lambda: self.parked_goal_wanted.emit(goal)

    def _add(self, text: str, act: Callable[[], None]) -> None:
        # Without the lambda the signal would be told whether the action is checked.
        self.addAction(text).triggered.connect(lambda: act())  # noqa: PLW0108
