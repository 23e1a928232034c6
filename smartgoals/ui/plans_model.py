"""The saved plans as rows, and how a row is painted."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from smartgoals.domain.terms import PlanState, Status
from smartgoals.formats import Formats
from smartgoals.language import tr
from smartgoals.overriding import override
from smartgoals.storage.overview import PlanOverview
from smartgoals.ui import theme
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import elided
from smartgoals.words.names import plan_state_name, status_short_name

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
PLAN_ROLE = Qt.ItemDataRole.UserRole

STATUS_KINDS = {
    Status.ACHIEVED: "good",
    Status.AHEAD: "good",
    Status.ON_TRACK: "good",
    Status.TOO_EARLY: "calm",
    Status.NO_CHECK_IN: "calm",
    Status.BEHIND: "look",
    Status.OFF_TRACK: "wrong",
    Status.WRONG_WAY: "wrong",
    Status.MISSED: "wrong",
}
"""On which ground each status stands: good, calm, look, wrong."""

BAR = 6
"""Pixels high."""
DOT = " · "
SHORTEST = 6
"""Letters; what is no longer, or would be cut to fewer, is left out."""

More = Callable[[int], list[PlanOverview]]
"""Reads the plans that follow on so many."""


class PlansModel(QAbstractTableModel):
    """The plans of the list, one column; further ones are read when they are scrolled to."""

    def __init__(self, formats: Formats, today: Callable[[], dt.date]) -> None:
        super().__init__()
        self._formats = formats
        self._today = today
        self._more: More | None = None
        self.plans: list[PlanOverview] = []
        """Those that have been read."""

    def show_plans(self, plans: list[PlanOverview], more: More | None = None) -> None:
        """Show these plans; ``more`` reads those behind them, None when there are none."""
        self._more = more
        if [plan.id for plan in plans] == [plan.id for plan in self.plans]:
            self.plans = plans
            if plans:
                self.dataChanged.emit(self.index(0, 0), self.index(len(plans) - 1, 0))
            return
        self.beginResetModel()
        self.plans = plans
        self.endResetModel()

    def row_of(self, plan_id: str) -> int:
        """Return the row of the plan; -1 when it has not been read."""
        return next((row for row, plan in enumerate(self.plans) if plan.id == plan_id), -1)

    def pill(self, plan: PlanOverview) -> tuple[str, str]:
        """Return the word for the state of the plan and the ground it stands on."""
        if plan.archived and not plan.trashed:
            return tr("Archived"), "calm"
        if plan.state is PlanState.ACTIVE:
            status = plan.status(self._today())
            return status_short_name(status), STATUS_KINDS[status]
        return plan_state_name(plan.state), "calm"

    def detail(self, plan: PlanOverview) -> str:
        """Return the second line: whether it is a sample, brand, due date or when it went."""
        return DOT.join(self.detail_parts(plan)) or tr("no due date yet")

    def detail_parts(self, plan: PlanOverview) -> list[str]:
        """Return what stands in the second line, that which matters most at the end."""
        due = tr("due {day}").format(day=self._formats.medium_day(plan.due)) if plan.due else ""
        if plan.trashed_at is not None:
            day = self._formats.medium_day(plan.trashed_at.astimezone().date())
            due = tr("thrown away on {day}").format(day=day)
        parts = [tr("Sample") if plan.sample_id else "", plan.brand.strip(), due]
        return [part for part in parts if part]

    def share(self, plan: PlanOverview) -> float | None:
        """Return the share of the way that is done, from 0 to 1; None where there is no way."""
        if plan.state is not PlanState.ACTIVE or plan.archived or plan.trashed:
            return None
        done = plan.progress(self._today())
        return min(max(float(done), 0.0), 1.0) if done is not None else 0.0

    def title(self, plan: PlanOverview) -> str:
        """Return the name of the plan."""
        return plan.title.strip() or tr("Plan without a name")

    @override
    @guard(answer=0)
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.plans)

    @override
    @guard(answer=False)
    def canFetchMore(self, parent: Index = NOWHERE) -> bool:
        return not parent.isValid() and self._more is not None

    @override
    @guard()
    def fetchMore(self, parent: Index = NOWHERE) -> None:
        if parent.isValid() or self._more is None:
            return
        known = {plan.id for plan in self.plans}
        found = self._more(len(self.plans))
        new = [plan for plan in found if plan.id not in known]
        if not new:
            self._more = None
            return
        first = len(self.plans)
        self.beginInsertRows(NOWHERE, first, first + len(new) - 1)
        self.plans.extend(new)
        self.endInsertRows()

    @override
    @guard(answer=1)
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 1

    @override
    @guard()
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.plans):
            return None
        plan = self.plans[index.row()]
        if role == PLAN_ROLE:
            return plan
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(plan)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.title(plan)}. {self.pill(plan)[0]}. {self.detail(plan)}"
        return None


class PlanDelegate(QStyledItemDelegate):
    """Paints a plan as a small card: name, state, brand and due date."""

    def __init__(self, model: PlansModel) -> None:
        super().__init__()
        self._model = model

    @override
    @guard(answer=QSize(100, 64))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, row_height())

    @override
    @guard()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        plan = self._model.plans[index.row()]
        c = theme.colours()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(option.rect).adjusted(2, 2, -2, -4)
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QColor(c.accent if has_focus else c.line))
            painter.setBrush(QColor(c.surface))
            painter.drawRoundedRect(area, theme.CORNER, theme.CORNER)
        inner = area.toRect().adjusted(12, 8, -10, -8)
        font = theme.sized(painter.font(), 13)
        painter.setFont(font)
        painter.setPen(QColor(c.text))
        name = elided(self._model.title(plan), QFontMetrics(font), inner.width())
        line = QFontMetrics(font).height() + 2
        painter.drawText(inner.left(), inner.top() + QFontMetrics(font).ascent(), name)
        below = inner.adjusted(0, line + 6, 0, 0)
        pill_width = self._paint_pill(painter, plan, below)
        small = theme.sized(painter.font(), theme.SMALL_PIXELS)
        painter.setFont(small)
        painter.setPen(QColor(c.muted))
        room = inner.width() - pill_width - 8
        parts = self._model.detail_parts(plan) or [self._model.detail(plan)]
        detail = fitted(parts, QFontMetrics(small), room)
        baseline = below.top() + QFontMetrics(small).ascent()
        painter.drawText(inner.left(), baseline, detail)
        self._paint_way(painter, plan, inner)
        painter.restore()

    def _paint_way(self, painter: QPainter, plan: PlanOverview, inner: QRect) -> None:
        """Paint how far the plan is; the pill says in a word what that means."""
        share = self._model.share(plan)
        if share is None:
            return
        c = theme.colours()
        box = QRectF(inner.left(), inner.bottom() - BAR + 1, inner.width(), BAR)
        # Where lines are as dark as text, a full bar of theirs would look like all of the way.
        painter.setPen(QColor(c.line) if c.is_stark else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.surface if c.is_stark else c.line))
        painter.drawRoundedRect(box, BAR / 2, BAR / 2)
        if share:
            box.setWidth(max(inner.width() * share, BAR))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.accent))
            painter.drawRoundedRect(box, BAR / 2, BAR / 2)

    def _paint_pill(self, painter: QPainter, plan: PlanOverview, inner: QRect) -> int:
        word, kind = self._model.pill(plan)
        c = theme.colours()
        ink, ground = {
            "good": (c.good, c.good_ground),
            "look": (c.look, c.look_ground),
            "wrong": (c.wrong, c.wrong_ground),
        }.get(kind, (c.accent, c.tint))
        font = theme.sized(painter.font(), theme.SMALL_PIXELS, bold=True)
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(word) + 18
        box = QRectF(inner.right() - width + 1, inner.top() - 2, width, metrics.height() + 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, 8, 8)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
        return width


def fitted(parts: Sequence[str], metrics: QFontMetrics, room: int) -> str:
    """Return the parts in one line; where the room is short, the one before the last gives way."""
    text = DOT.join(parts)
    if metrics.horizontalAdvance(text) <= room or len(parts) == 1:
        return elided(text, metrics, room)
    *first, brand, last = parts
    rest = room - metrics.horizontalAdvance(DOT.join([*first, "", last]))
    if len(brand) <= SHORTEST or rest < SHORTEST * metrics.averageCharWidth():
        return fitted([*first, last], metrics, room)
    return DOT.join([*first, elided(brand, metrics, rest), last])


def row_height() -> int:
    """Return the height of one plan in the list, for the font of the system."""
    base = theme.sized(QFont(), 13)
    small = theme.sized(QFont(), theme.SMALL_PIXELS)
    return QFontMetrics(base).height() + QFontMetrics(small).height() + 38 + BAR
