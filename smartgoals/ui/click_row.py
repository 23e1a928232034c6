"""A row of text that is one button: for the rail of steps, the coach and lists of gaps."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from smartgoals.overriding import override
from smartgoals.ui import theme
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import Label, small_label
from smartgoals.ui.toggling import EnterPresses

BADGE = 28
"""Pixels across, with the system's usual size of text."""


def badge_size() -> int:
    """Return the pixels across of a badge: its sign needs more with larger text."""
    return max(BADGE, QFontMetrics(theme.sized(QFont(), 13, bold=True)).height() + 10)


class Badge(QWidget):
    """A round sign with a number, a letter or a tick; drawn, not written in a font's glyphs."""

    def __init__(self, text: str = "", *, filled: bool = True) -> None:
        super().__init__()
        self.setFixedSize(badge_size(), badge_size())
        self._text = text
        self._filled = filled
        self._ticked = False

    def show_sign(self, text: str, *, filled: bool, ticked: bool = False) -> None:
        """Show a number or letter, on the accent colour when filled; or a tick."""
        if (text, filled, ticked) != (self._text, self._filled, self._ticked):
            self._text, self._filled, self._ticked = text, filled, ticked
            self.update()

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        c = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        circle = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        ink = QColor(c.on_accent if self._filled else c.muted)
        painter.setPen(Qt.PenStyle.NoPen if self._filled else QPen(QColor(c.field_line), 1))
        painter.setBrush(QColor(c.accent) if self._filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(circle)
        painter.setPen(QPen(ink, 2, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        if self._ticked:
            x, y, unit = circle.center().x(), circle.center().y(), self.width() / BADGE
            ends = (QPointF(-5, 0), QPointF(-1.5, 4), QPointF(5, -4))
            painter.drawPolyline([QPointF(x, y) + end * unit for end in ends])
            return
        painter.setFont(theme.sized(self.font(), 13, bold=self._filled))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self._text)


class ClickRow(EnterPresses, QAbstractButton):
    """A button that looks like a row: a badge, a line of text and a smaller line below."""

    def __init__(
        self, text: str = "", *, badge: Badge | None = None, detail: Label | None = None
    ) -> None:
        super().__init__()
        self.hear_aids()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.badge = badge
        self.line = Label(text)
        self.detail = detail if detail is not None else small_label()
        self.detail.hide()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(8, 6, 8, 6)
        self.row.setSpacing(10)
        words = QVBoxLayout()
        words.setSpacing(1)
        if badge is not None and detail is None:
            # The first line stands beside the middle of the badge.
            above = (badge_size() - self.line.fontMetrics().height()) // 2
            words.setContentsMargins(0, max(0, above), 0, 0)
        words.addWidget(self.line)
        words.addWidget(self.detail)
        if detail is not None:
            words.insertStretch(0)
            words.addStretch()
        elif badge is not None:
            self.line.setAlignment(Qt.AlignmentFlag.AlignTop)
        if badge is not None:
            # With two fixed lines in their middle; with text that goes on, beside its first line.
            aligned = Qt.AlignmentFlag.AlignTop if detail is None else Qt.AlignmentFlag.AlignVCenter
            self.row.addWidget(badge, alignment=aligned)
        self.row.addLayout(words, 1)
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_text(self, text: str, detail: str = "") -> None:
        """Show other words; a screen reader hears both lines."""
        self.line.setText(text)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.setAccessibleName(text)
        self.setAccessibleDescription(detail)

    @override
    @guard(answer=QSize(100, 40))
    def sizeHint(self) -> QSize:
        return self.row.sizeHint()

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        c = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse() or self.isDown():
            painter.setPen(QPen(QColor(c.line), 1) if c.is_stark else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(c.surface if self.isChecked() else c.tint))
            painter.drawRoundedRect(area, 8, 8)
        if self.hasFocus():
            draw_ring(painter, area, 8)


def draw_ring(painter: QPainter, area: QRectF, corner: float) -> None:
    """Draw the ring around what has the focus."""
    painter.setPen(QPen(QColor(theme.colours().accent), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area, corner, corner)
