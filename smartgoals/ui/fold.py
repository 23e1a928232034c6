"""A part of a page behind its heading: opened and closed by a click, Enter or the space bar."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from smartgoals.language import tr
from smartgoals.ui import theme
from smartgoals.ui.click_row import Badge, ClickRow
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import card, small_label

ARROW = 20


class Fold(QWidget):
    """A heading with a line of summary, and the content that it opens."""

    def __init__(self, title: str, *, is_open: bool = False) -> None:
        super().__init__()
        self._title = title
        self._summary = ""
        self._arrow = _Arrow()
        self.header = ClickRow(title, badge=self._arrow, detail=small_label())
        self.header.row.setAlignment(self._arrow, Qt.AlignmentFlag.AlignVCenter)
        self.header.line.setFont(theme.sized(self.font(), theme.HEADING_PIXELS, bold=True))
        self.header.row.setContentsMargins(0, 8, 8, 8)
        self.header.clicked.connect(self._turn)
        self.content = QWidget()
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(0, 4, 0, 12)
        self.column.setSpacing(14)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(card("line"))
        outer.addWidget(self.header)
        outer.addWidget(self.content)
        self._show(is_open=is_open)

    @property
    def is_open(self) -> bool:
        """Whether the content can be seen."""
        return not self.content.isHidden()

    def open(self) -> None:
        """Show the content."""
        self._show(is_open=True)

    def show_summary(self, text: str) -> None:
        """Say in one line what is inside."""
        self._summary = text
        self._name()

    def _turn(self) -> None:
        self._show(is_open=not self.is_open)

    def _show(self, *, is_open: bool) -> None:
        self.content.setVisible(is_open)
        self._arrow.show_open(is_open=is_open)
        self._name()

    def _name(self) -> None:
        self.header.show_text(self._title, self._summary)
        state = tr("open") if self.is_open else tr("closed")
        description = f"{self._summary}. {state}" if self._summary else state
        self.header.setAccessibleDescription(description)


def unfold(widget: QWidget) -> None:
    """Open every fold that hides the widget."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, Fold):
            parent.open()
        parent = parent.parentWidget()


class _Arrow(Badge):
    """Points to the content: down when it is open."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(ARROW, ARROW)
        self._is_open = False

    def show_open(self, *, is_open: bool) -> None:
        """Point down, or to where the text goes."""
        self._is_open = is_open
        self.update()

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = QColor(theme.colours().muted)
        painter.setPen(QPen(ink, 2, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
        painter.translate(self.width() / 2, self.height() / 2)
        if self._is_open:
            painter.rotate(90)
        elif self.isRightToLeft():
            painter.rotate(180)
        painter.drawPolyline([QPointF(-2, -4.5), QPointF(2.5, 0), QPointF(-2, 4.5)])
