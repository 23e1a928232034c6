"""The value/complexity chart as editor of the two scores: drag a point, or use the keys.

It paints the layout that the goal sheet and the image exports draw as well. All but the point
being dragged is kept as one picture, so a drag repaints that point and nothing else.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from smartgoals.charts.points import chart_points
from smartgoals.charts.quadrant_layout import Dot, QuadrantLayout, lay_out
from smartgoals.domain.plan import Plan
from smartgoals.language import tr
from smartgoals.ui.announcing import announce
from smartgoals.ui.chart_painter import ChartPainter
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import literal_tip
from smartgoals.ui.session import PlanSession
from smartgoals.words.chart import chart_words
from smartgoals.words.sentences import place_text

REACH = 6
"""Pixels around a point that still belong to it."""
STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
"""The change of complexity and value for each arrow key."""

ENTRIES = {
    Qt.FocusReason.TabFocusReason: 0,
    Qt.FocusReason.BacktabFocusReason: -1,
    Qt.FocusReason.OtherFocusReason: 0,
}
"""The point that is chosen when the focus comes, but not by the mouse; aids bring it otherwise."""


class ChartView(QWidget):
    """Shows the tactics of the plan as points that can be moved."""

    accessible_role = "Chart"
    chosen = Signal(str)

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self.session = session
        self.chosen_id = ""
        self.pictures_painted = 0
        """How often the whole chart was painted; dragging must not add to it."""
        self._plan = session.plan
        self._layout: QuadrantLayout | None = None
        self._picture: QPixmap | None = None
        self._dragged: Dot | None = None
        self._at = QPointF()
        self._grip = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Value and complexity of the tactics"))
        self._describe()

    @property
    def layout_(self) -> QuadrantLayout:
        """The places of everything, for the present size."""
        if self._layout is None:
            self._layout = lay_out(
                chart_points(self._plan),
                self.width(),
                self.height(),
                words=chart_words(),
                measure=ChartPainter(self.font()).measure,
            )
        return self._layout

    def show_plan(self, plan: Plan) -> None:
        """Show the tactics of the plan; while a point is dragged, it waits for its end."""
        self._plan = plan
        if self._dragged is None:
            self._forget()

    def choose(self, tactic_id: str) -> None:
        """Mark the point of the tactic, without telling anybody."""
        if tactic_id != self.chosen_id:
            self.session.close_step()
            self.chosen_id = tactic_id
            self._describe()
            self._picture = None
            self.update()

    @override
    @guard(answer=QSize(420, 380))
    def sizeHint(self) -> QSize:
        return QSize(480, 440)

    @override
    @guard(answer=QSize(300, 280))
    def minimumSizeHint(self) -> QSize:
        return QSize(320, 340)

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._picture is None:
            self._picture = self._painted_picture()
        painter.drawPixmap(0, 0, self._picture)
        if self._dragged is not None:
            tools = ChartPainter(self.font())
            tools.dot(painter, self._dragged, at=self._at, is_chosen=True, has_focus=True)

    def _painted_picture(self) -> QPixmap:
        self.pictures_painted += 1
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        tools = ChartPainter(self.font())
        tools.fields(painter, self.layout_)
        dragged_id = self._dragged.point.tactic_id if self._dragged is not None else ""
        for dot in self.layout_.dots:
            if dot.point.tactic_id != dragged_id:
                is_chosen = dot.point.tactic_id == self.chosen_id
                tools.dot(painter, dot, is_chosen=is_chosen, has_focus=self.hasFocus())
        painter.end()
        return picture

    # Mouse

    @override
    @guard()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        dot = self._dot_under(event.position())
        if dot is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._choose_and_tell(dot.point.tactic_id)
        self.session.close_step()
        self._dragged = dot
        self._at = QPointF(dot.x, dot.y)
        self._grip = self._at - event.position()
        self._picture = None
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.update()

    @override
    @guard()
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragged is None:
            over = self._dot_under(event.position()) is not None
            shape = Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            return
        old = self._dragged_area()
        field = self.layout_.field
        self._at = QPointF(*field.box.clamped(*(event.position() + self._grip).toTuple()))
        complexity, value = field.scores_at(*self._at.toTuple())
        self._score(self._dragged.point.tactic_id, complexity, value)
        self.update(old.united(self._dragged_area()).toAlignedRect())

    @override
    @guard()
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged is None:
            super().mouseReleaseEvent(event)
            return
        self._dragged = None
        self.session.close_step()
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._forget()
        self._announce()

    def _dragged_area(self) -> QRectF:
        room = 8 + (self._dragged.radius if self._dragged is not None else 0)
        return QRectF(self._at.x() - room, self._at.y() - room, 2 * room, 2 * room)

    # Keys

    @override
    @guard(answer=False)
    def focusNextPrevChild(self, forward: bool) -> bool:
        ids = [dot.point.tactic_id for dot in self.layout_.dots]
        here = ids.index(self.chosen_id) if self.chosen_id in ids else -1 if forward else len(ids)
        following = here + (1 if forward else -1)
        if self.hasFocus() and 0 <= following < len(ids):
            self._choose_and_tell(ids[following])
            self._announce()
            return True
        return super().focusNextPrevChild(forward)

    @override
    @guard()
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        ids = [dot.point.tactic_id for dot in self.layout_.dots]
        reason = event.reason()
        is_there = self.chosen_id in ids and reason is Qt.FocusReason.OtherFocusReason
        if ids and reason in ENTRIES:
            self._choose_and_tell(self.chosen_id if is_there else ids[ENTRIES[reason]])
            self._announce()
        self._picture = None
        self.update()

    @override
    @guard()
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.session.close_step()
        self._picture = None
        self.update()

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        dot = self.layout_.dot(self.chosen_id)
        step = STEPS.get(Qt.Key(event.key()))
        if dot is None or step is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        complexity, value = dot.point.complexity + step[0], dot.point.value + step[1]
        self._score(dot.point.tactic_id, min(max(complexity, 1), 10), min(max(value, 1), 10))
        self._announce()

    # Inside

    @override
    @guard(answer=False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            dot = self._dot_under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), literal_tip(self._told(dot)) if dot else "")
            return True
        return super().event(event)

    @override
    @guard()
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._forget()

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._forget()

    def _dot_under(self, place: QPointF) -> Dot | None:
        return self.layout_.dot_at(place.x(), place.y(), REACH)

    def _score(self, tactic_id: str, complexity: int, value: int) -> None:
        plan = self.session.plan
        tactic = plan.tactic(tactic_id).replace(complexity=complexity, value=value)
        self.session.edit(plan.with_tactic(tactic), tr("Move tactic"), key=f"move.{tactic_id}")

    def _choose_and_tell(self, tactic_id: str) -> None:
        if tactic_id != self.chosen_id:
            self.choose(tactic_id)
            self.chosen.emit(tactic_id)

    def _forget(self) -> None:
        self._layout = None
        self._picture = None
        self._describe()
        self.update()

    def _describe(self) -> None:
        # Without a chosen point no layout is made for a size that nobody will see.
        dot = self.layout_.dot(self.chosen_id) if self.chosen_id else None
        how = tr("Tab chooses a point, the arrow keys move it.")
        self.setAccessibleDescription(self._told(dot) if dot is not None else how)

    def _announce(self) -> None:
        dot = self.layout_.dot(self.chosen_id)
        if dot is not None:
            announce(self, self._told(dot))

    def _told(self, dot: Dot) -> str:
        point = dot.point
        return place_text(point.name, point.value, point.complexity, point.quadrant)
