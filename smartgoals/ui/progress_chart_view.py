"""The progress chart of one metric in the window, painted with Qt in the colours of the theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget
from typing_extensions import override

from smartgoals.charts.progress_layout import MAX_DOTS, ProgressLayout, lay_out_progress
from smartgoals.charts.progress_points import progress_course
from smartgoals.domain.clock import today
from smartgoals.language import tr
from smartgoals.ui import theme
from smartgoals.ui.chart_painter import ChartPainter
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import literal_tip
from smartgoals.words.progress_chart import progress_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smartgoals.charts.chart_text import PlacedText
    from smartgoals.charts.geometry import Box
    from smartgoals.domain.plan import Plan
    from smartgoals.formats import Formats

REACH = 12
"""Pixels around a value that still belong to it."""
DOT = 4.5
DIAMOND = 4.0
DASHES = [6.0, 4.0]
DOTS = [1.0, 3.0]


class ProgressChartView(QWidget):
    """Shows the way to the target, what was read on it, and where it leads."""

    accessible_role = "Chart"

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._plan: Plan | None = None
        self._metric_id = ""
        self._layout: ProgressLayout | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Progress chart"))

    def show_metric(self, plan: Plan, metric_id: str, told: str) -> None:
        """Show the metric's course; ``told`` is the same in words, for who cannot see it."""
        self._plan, self._metric_id = plan, metric_id
        self._layout = None
        self.setAccessibleDescription(told)
        self.update()

    @property
    def layout_(self) -> ProgressLayout | None:
        """The places of everything, for the present size; None without a metric."""
        if self._layout is None and self._plan is not None and self._metric_id:
            metric = self._plan.metric(self._metric_id)
            self._layout = lay_out_progress(
                progress_course(self._plan, metric, today()),
                self.width(),
                self.height(),
                words=progress_words(metric, self._formats, self._plan.currency),
                measure=ChartPainter(self.font()).measure,
            )
        return self._layout

    @override
    @guard(answer=QSize(480, 280))
    def sizeHint(self) -> QSize:
        return QSize(520, 300)

    @override
    @guard(answer=QSize(300, 200))
    def minimumSizeHint(self) -> QSize:
        return QSize(300, 220)

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        layout = self.layout_
        if layout is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_ground(painter, layout)
            self._paint_ways(painter, layout)
            self._paint_values(painter, layout)
            painter.end()

    def _paint_ground(self, painter: QPainter, layout: ProgressLayout) -> None:
        c = theme.colours()
        frame = layout.frame
        for y in layout.grid:
            _draw_line(painter, [(frame.left, y), (frame.right, y)], c.line, 1)
        self._write(painter, layout.axis_texts, c.muted)
        if layout.today is not None:
            ends = [(layout.today, frame.top), (layout.today, frame.bottom)]
            _draw_line(painter, ends, c.text, 1, [1.0, 2.0])

    def _paint_ways(self, painter: QPainter, layout: ProgressLayout) -> None:
        c = theme.colours()
        for former in layout.former:
            _draw_line(painter, former, c.muted, 1.4, DOTS)
        _draw_line(painter, layout.path, c.muted, 1.4, DASHES)
        painter.setPen(QPen(QColor(c.muted), 1.2))
        painter.setBrush(QColor(c.surface))
        for x, y in layout.milestones:
            corners = ((x, y - DIAMOND), (x + DIAMOND, y), (x, y + DIAMOND), (x - DIAMOND, y))
            painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
        _draw_line(painter, layout.projection, c.accent, 1.2, [2.0, 3.0])
        for label in layout.labels:
            # No line goes through what is to be read.
            painter.fillRect(_area(label.box), QColor(c.surface))
        self._write(painter, layout.labels, c.text)

    def _paint_values(self, painter: QPainter, layout: ProgressLayout) -> None:
        c = theme.colours()
        _draw_line(painter, layout.values, c.accent, 2)
        if len(layout.dots) <= MAX_DOTS:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.accent))
            for dot in layout.dots:
                painter.drawEllipse(QPointF(dot.x, dot.y), DOT, DOT)

    def _write(self, painter: QPainter, texts: Sequence[PlacedText], ink: str) -> None:
        tools = ChartPainter(self.font())
        painter.setPen(QColor(ink))
        for text in texts:
            painter.setFont(tools.font(text.style))
            painter.drawText(QPointF(text.left, text.baseline), text.text)

    @override
    @guard(answer=False)
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            place = event.pos()
            QToolTip.showText(event.globalPos(), literal_tip(self._told_at(place.x(), place.y())))
            return True
        return super().event(event)

    @override
    @guard()
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._layout = None
            self.update()

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layout = None

    def _told_at(self, x: float, y: float) -> str:
        layout = self.layout_
        dot = layout.dot_at(x, y, REACH) if layout is not None else None
        if dot is None or self._plan is None:
            return ""
        metric = self._plan.metric(self._metric_id)
        return tr("{value} on {day}").format(
            value=self._formats.amount(dot.value.value, metric.kind, self._plan.currency),
            day=self._formats.day(dot.value.day),
        )


def _area(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)


def _draw_line(
    painter: QPainter,
    spots: Sequence[tuple[float, float]],
    ink: str,
    width: float,
    dashes: list[float] | None = None,
) -> None:
    if len(spots) > 1:
        pen = QPen(QColor(ink), width)
        if dashes:
            pen.setDashPattern(dashes)
        painter.setPen(pen)
        painter.drawPolyline([QPointF(*spot) for spot in spots])
