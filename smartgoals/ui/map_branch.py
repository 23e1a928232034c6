"""A goal of the business on the map, with lines to the plans that serve it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from smartgoals.ui import theme
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import Label, small_label
from smartgoals.ui.labels import card as framed
from smartgoals.ui.map_card import MapCard
from smartgoals.ui.turning import has_room, turn
from smartgoals.words.alignment_map import goal_label, others_title, unserved_text

if TYPE_CHECKING:
    from smartgoals.domain.alignment_map import PlanBranch
    from smartgoals.formats import Formats

SIDE_BY_SIDE = 96
"""From a width of so many letters on, the plans stand beside their goal."""
GAP = 40
"""Pixels for the lines."""
_INDENT = 28


class MapBranch(QWidget):
    """A goal at the left (where it is narrow, above) and its plans; None: plans without one."""

    def __init__(self, goal: str | None, *, is_served: bool = True) -> None:
        super().__init__()
        self.goal = _goal_card(goal)
        self._is_tied = goal is not None
        self.cards: list[MapCard] = []
        self._plans = QVBoxLayout()
        self._plans.setSpacing(10)
        if not is_served:
            note = Label(unserved_text(), tone="muted")
            note.setContentsMargins(0, 12, 0, 0)
            self._plans.addWidget(note)
        self._plans.addStretch()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(GAP)
        self._halves.addWidget(self.goal, 2, Qt.AlignmentFlag.AlignTop)
        self._halves.addLayout(self._plans, 5)

    def add(self, plan: PlanBranch, formats: Formats) -> MapCard:
        """Show one more plan that serves the goal, and return its card."""
        card = MapCard(plan, formats)
        self.cards.append(card)
        self._plans.insertWidget(self._plans.count() - 1, card)
        return card

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = has_room(self, SIDE_BY_SIDE)
        turn(self._halves, is_wide=is_wide)
        self._halves.setSpacing(GAP if is_wide else 10)
        self._halves.setAlignment(self.goal, Qt.AlignmentFlag.AlignTop if is_wide else _NOWHERE)
        self._plans.setContentsMargins(0 if is_wide else _INDENT, 0, 0, 0)

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._is_tied:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.colours().accent), 1.5))
        for each in self.cards:
            painter.drawPath(self._line_to(each))

    def _line_to(self, plan: MapCard) -> QPainterPath:
        goal, end = self.goal.geometry(), plan.geometry()
        if end.left() > goal.right():
            start = QPointF(goal.right() + 1, goal.center().y())
            stop = QPointF(end.left(), end.center().y())
            middle = (start.x() + stop.x()) / 2
            path = QPainterPath(start)
            path.cubicTo(QPointF(middle, start.y()), QPointF(middle, stop.y()), stop)
            return path
        path = QPainterPath(QPointF(goal.left() + _INDENT / 2, goal.bottom()))
        path.lineTo(goal.left() + _INDENT / 2, end.center().y())
        path.lineTo(end.left(), end.center().y())
        return path


_NOWHERE = Qt.AlignmentFlag(0)


def _goal_card(goal: str | None) -> QFrame:
    frame = framed("card" if goal is None else "tint")
    column = QVBoxLayout(frame)
    column.setContentsMargins(16, 12, 16, 14)
    column.setSpacing(2)
    if goal is None:
        column.addWidget(Label(others_title(), tone="muted"))
    else:
        column.addWidget(small_label(goal_label(), tone="accent"))
        column.addWidget(Label(goal, bold=True))
    return frame
