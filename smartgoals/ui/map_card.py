"""A plan on the alignment map: its name, how it stands, its tactics; one button in all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smartgoals.domain.clock import today
from smartgoals.domain.progress import plan_status
from smartgoals.domain.terms import PlanState
from smartgoals.language import ngettext, tr
from smartgoals.ui import theme
from smartgoals.ui.click_row import ClickRow, draw_ring
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import ClampedLabel, Label, Pill, small_label
from smartgoals.ui.plans_model import STATUS_KINDS
from smartgoals.ui.turning import has_room, turn
from smartgoals.words.alignment_map import (
    no_tactics_text,
    plan_facts,
    plan_title,
    tactic_text,
    tie_text,
)
from smartgoals.words.names import plan_state_name, status_short_name

if TYPE_CHECKING:
    from smartgoals.domain.alignment_map import PlanBranch
    from smartgoals.formats import Formats

MOST_TACTICS = 6
"""Tactics that are listed; the plan has them all."""
SIDE_BY_SIDE = 62
"""From a width of so many letters on, the tactics stand beside the name."""
_MOST_LINES = 3


class MapCard(ClickRow):
    """Shows the plan; a click or Enter opens it, the arrow keys go to the plans around it."""

    left = Signal(int)
    """For the next plan (1) or the one before (-1)."""

    def __init__(self, branch: PlanBranch, formats: Formats) -> None:
        super().__init__()
        self.plan_id = branch.plan.id
        self.line.hide()
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(18)
        self._parts.addLayout(_head(branch, formats), 2)
        self.tactics = _tactics_label(branch)
        self._parts.addWidget(self.tactics, 3, Qt.AlignmentFlag.AlignTop)
        self.row.setStretch(0, 0)
        self.row.setSpacing(0)
        self.row.addLayout(self._parts, 1)
        self.row.setContentsMargins(16, 12, 16, 12)
        facts = (plan_facts(branch, formats), tie_text(branch), self.tactics.text())
        self.setAccessibleName(plan_title(branch))
        self.setAccessibleDescription("\n".join(filter(None, facts)))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() in ways:
            self.left.emit(ways[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_wide = has_room(self, SIDE_BY_SIDE)
        turn(self._parts, is_wide=is_wide)
        self._parts.setSpacing(18 if is_wide else 8)

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        c = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_under = self.underMouse() and not self.isDown()
        painter.setPen(QPen(QColor(c.accent if is_under else c.line), 1))
        painter.setBrush(QColor(c.tint if self.isDown() else c.surface))
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(area, theme.CORNER, theme.CORNER)
        if self.hasFocus():
            draw_ring(painter, area, theme.CORNER)


def _head(branch: PlanBranch, formats: Formats) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(ClampedLabel(plan_title(branch), most=_MOST_LINES, bold=True))
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(_pill(branch))
    if branch.plan.due is not None:
        due = tr("due {day}").format(day=formats.medium_day(branch.plan.due))
        row.addWidget(small_label(due), 1)
    else:
        row.addStretch()
    column.addLayout(row)
    if tie := tie_text(branch):
        column.addWidget(
            ClampedLabel(tie, most=_MOST_LINES, tone="muted", pixels=theme.SMALL_PIXELS)
        )
    column.addStretch()
    return column


def _pill(branch: PlanBranch) -> Pill:
    if branch.state is PlanState.ACTIVE:
        status = plan_status(branch.plan, today())
        return Pill(status_short_name(status), STATUS_KINDS[status])
    return Pill(plan_state_name(branch.state), "calm")


def _tactics_label(branch: PlanBranch) -> Label:
    shown = branch.tactics[:MOST_TACTICS]
    lines = [
        f"{'–' if tactic.parked else f'{number}.'} {tactic_text(tactic)}"
        for number, tactic in enumerate(shown, 1)
    ]
    rest = len(branch.tactics) - len(shown)
    if rest:
        lines.append(ngettext("and {n} more", "and {n} more", rest).format(n=rest))
    return Label("\n".join(lines)) if lines else small_label(no_tactics_text())
