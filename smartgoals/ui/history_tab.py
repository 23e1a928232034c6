"""The whole history of a plan: check-ins to correct, changes to explain, versions to go back to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from smartgoals.ui.history_list import HistoryList
from smartgoals.ui.labels import card

if TYPE_CHECKING:
    from smartgoals.domain.plan import Plan
    from smartgoals.ui.session import PlanSession

PAGE = 40
"""Entries that are shown at first, and that each further click adds."""


class HistoryTab(QScrollArea):
    """Shows every entry, newest first."""

    check_in_wanted = Signal(object)
    removal_wanted = Signal(str)
    why_wanted = Signal(object)
    version_wanted = Signal(object)

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.session = session
        self.list = HistoryList(session, PAGE, has_actions=True)
        self.list.more_wanted.connect(self._show_more)
        self.list.check_in_wanted.connect(self.check_in_wanted)
        self.list.removal_wanted.connect(self.removal_wanted)
        self.list.why_wanted.connect(self.why_wanted)
        self.list.version_wanted.connect(self.version_wanted)
        page = QWidget()
        page.setProperty("role", "page")
        frame = card()
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(20, 16, 20, 16)
        inner.addWidget(self.list)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 16, 0, 16)
        column.addWidget(frame)
        column.addStretch()
        self.setWidget(page)

    def show_plan(self, plan: Plan) -> None:
        """Show the history of the plan."""
        self.list.show_plan(plan)

    def _show_more(self) -> None:
        self.list.most += PAGE
        self.list.show_plan(self.session.plan)
