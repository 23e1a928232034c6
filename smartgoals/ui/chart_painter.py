"""Paints the layout of the value/complexity chart with Qt, in the colours of the theme."""

from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QRegion

from smartgoals.charts.chart_text import PlacedText, TextSize, TextStyle
from smartgoals.charts.geometry import Box
from smartgoals.charts.quadrant_layout import Dot, QuadrantLayout
from smartgoals.ui import theme

BOLD = {TextStyle.QUADRANT, TextStyle.MARK}
SMALL = {TextStyle.ADVICE, TextStyle.AXIS, TextStyle.LABEL, TextStyle.MARK, TextStyle.KEY}


class ChartPainter:
    """Measures and draws; holds nothing but the fonts."""

    def __init__(self, font: QFont) -> None:
        self._font = font

    def measure(self, text: str, style: TextStyle) -> TextSize:
        """Return how large the text will be on the screen."""
        metrics = _metrics(self.font(style).toString())
        return TextSize(
            metrics.horizontalAdvance(text),
            metrics.ascent(),
            metrics.descent(),
            metrics.capHeight(),
        )

    def font(self, style: TextStyle) -> QFont:
        """Return the font of the style."""
        pixels = theme.SMALL_PIXELS if style in SMALL else 13
        return theme.sized(self._font, pixels, bold=style in BOLD)

    def fields(self, painter: QPainter, layout: QuadrantLayout) -> None:
        """Draw the four fields, their names and the words along the axes."""
        c = theme.colours()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for field in layout.quadrants:
            painter.fillRect(_rect(field.box), QColor(c.quadrants[field.quadrant - 1]))
        painter.setPen(QPen(QColor(c.line), 1))
        painter.drawRect(_rect(layout.frame))
        self._middle_lines(painter, layout)
        for field in layout.quadrants:
            for text in field.texts:
                ink = c.text if text.style is TextStyle.QUADRANT else c.muted
                self._text(painter, text, ink)
        for text in (*layout.axis_texts, *layout.key):
            self._text(painter, text, c.muted)

    @staticmethod
    def _middle_lines(painter: QPainter, layout: QuadrantLayout) -> None:
        """Draw the lines between the fields, but through no name of a point."""
        free = QRegion(_rect(layout.frame).toAlignedRect())
        for dot in layout.dots:
            if dot.label is not None:
                free -= QRegion(_rect(dot.label.box).adjusted(-2, 0, 2, 0).toAlignedRect())
        x, y = layout.frame.centre
        painter.save()
        painter.setClipRegion(free, Qt.ClipOperation.IntersectClip)
        painter.drawLine(QPointF(x, layout.frame.top), QPointF(x, layout.frame.bottom))
        painter.drawLine(QPointF(layout.frame.left, y), QPointF(layout.frame.right, y))
        painter.restore()

    def dot(
        self,
        painter: QPainter,
        dot: Dot,
        *,
        is_chosen: bool,
        has_focus: bool,
        at: QPointF | None = None,
    ) -> None:
        """Draw the point, elsewhere when a place is given (then without its name)."""
        c = theme.colours()
        centre = at if at is not None else QPointF(dot.x, dot.y)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen:
            painter.setPen(QPen(QColor(c.text if has_focus else c.muted), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, dot.radius + 4, dot.radius + 4)
        is_first = dot.point.quadrant <= 2 and not dot.point.is_parked  # noqa: PLR2004
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.accent if is_first else c.muted))
        painter.drawEllipse(centre, dot.radius, dot.radius)
        painter.save()
        painter.translate(centre - QPointF(dot.x, dot.y))
        self._text(painter, dot.mark, c.on_accent if is_first else c.surface)
        painter.restore()
        if dot.label is not None and at is None:
            self._text(painter, dot.label, c.muted if dot.point.is_parked else c.text)

    def _text(self, painter: QPainter, text: PlacedText, ink: str) -> None:
        painter.setFont(self.font(text.style))
        painter.setPen(QColor(ink))
        painter.drawText(QPointF(text.left, text.baseline), text.text)


@cache
def _metrics(font: str) -> QFontMetricsF:
    parsed = QFont()
    parsed.fromString(font)
    return QFontMetricsF(parsed)


def _rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)
