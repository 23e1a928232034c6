"""Check-ins and changes of a plan, newest first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartgoals.domain.clock import today
from smartgoals.domain.history import Happening, HistoryEntry, history
from smartgoals.language import tr
from smartgoals.ui.labels import Label, button, small_label
from smartgoals.words.history import entry_lines

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from smartgoals.domain.plan import Plan
    from smartgoals.ui.session import PlanSession

Shown = tuple[str, str, tuple[str, ...]]
"""What is on the screen of an entry: its key, its day and its lines."""


class HistoryList(QWidget):
    """Shows the latest entries; with actions each can be gone into."""

    more_wanted = Signal()
    check_in_wanted = Signal(object)
    """The day of a check-in that is to be changed."""
    removal_wanted = Signal(str)
    """The id of a check-in."""
    why_wanted = Signal(object)
    version_wanted = Signal(object)

    def __init__(self, session: PlanSession, most: int, *, has_actions: bool = False) -> None:
        super().__init__()
        self.session = session
        self.most = most
        self._has_actions = has_actions
        self._shown: list[Shown] = []
        self._rows: list[QWidget] = []
        self.empty = small_label(tr("Nothing yet. The first check-in will be the first entry."))
        self.more_button = button(tr("Show earlier ones"), "link")
        self.more_button.clicked.connect(self.more_wanted)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._column.addWidget(self.empty)
        self._column.addWidget(self.more_button, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_plan(self, plan: Plan) -> None:
        """Show what happened to the plan up to today."""
        entries = history(plan, today())
        latest = entries[: self.most]
        formats = self.session.formats
        shown = [
            (entry.key, formats.day(entry.day), entry_lines(entry, plan, formats))
            for entry in latest
        ]
        self.empty.setVisible(not entries)
        self.more_button.setVisible(len(entries) > len(latest))
        if shown != self._shown:
            self._shown = shown
            self._rebuild(latest)

    def _rebuild(self, entries: tuple[HistoryEntry, ...]) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        pairs = zip(entries, self._shown, strict=True)
        self._rows = [self._row(entry, shown) for entry, shown in pairs]
        for index, row in enumerate(self._rows):
            self._column.insertWidget(index + 1, row)

    def _row(self, entry: HistoryEntry, shown: Shown) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        _, day, lines = shown
        column.addWidget(small_label(day))
        for line in lines:
            column.addWidget(Label(line))
        if self._has_actions:
            column.addLayout(self._actions(entry, day))
        return row

    def _actions(self, entry: HistoryEntry, day: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        for name, told, act in self._offered(entry, day):
            row.addWidget(_link(name, told, act))
        row.addStretch()
        return row

    def _offered(self, entry: HistoryEntry, day: str) -> list[tuple[str, str, Callable[[], None]]]:
        """Return what can be done with the entry: its word, its name when read aloud, the act."""
        check_in, version = entry.check_in, entry.version
        if entry.kind is Happening.CHECK_IN and check_in is not None:
            return [
                (
                    tr("Edit"),
                    tr("Edit the check-in of {day}").format(day=day),
                    lambda: self.check_in_wanted.emit(entry.day),
                ),
                (
                    tr("Remove"),
                    tr("Remove the check-in of {day}").format(day=day),
                    lambda: self.removal_wanted.emit(check_in.id),
                ),
            ]
        if version is None:
            return []
        return [
            (
                tr("Why?"),
                tr("Say why, for the changes of {day}").format(day=day),
                lambda: self.why_wanted.emit(version),
            ),
            (
                tr("The plan before this"),
                tr("Look at the plan before {day}").format(day=day),
                lambda: self.version_wanted.emit(version),
            ),
        ]


def _link(name: str, told: str, act: Callable[[], None]) -> QPushButton:
    link = button(name, "link", name=told)
    link.clicked.connect(act)
    return link
