"""Boxes and radio buttons whose text goes on in a second line; Qt's own never breaks it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from smartgoals.overriding import override
from smartgoals.ui.guard import guard

# Qt's classes cannot be inherited from twice, so this one is a button for the type checker only.
if TYPE_CHECKING:
    Button = QAbstractButton
else:
    Button = object

_SIGN = 30
"""Pixels for the box or circle, and the room after it."""
_FEWEST_LETTERS = 12


class Wrapping(Button):
    """Shows its text in as many lines as it needs; ``text`` is the whole of it, unbroken."""

    _whole = ""

    def wrap_text(self, text: str) -> None:
        """Begin to wrap; to be called when the button is made."""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(text)

    @override
    def text(self) -> str:
        return self._whole

    @override
    def setText(self, text: str | None) -> None:
        self._whole = text or ""
        if not self.accessibleName():
            self.setAccessibleName(self._whole.replace("&", ""))
        self._break()

    @override
    @guard(answer=QSize(40, 20))
    def sizeHint(self) -> QSize:
        return QSize(self._whole_width, super().sizeHint().height())

    @override
    @guard(answer=QSize(40, 20))
    def minimumSizeHint(self) -> QSize:
        least = _SIGN + self.fontMetrics().averageCharWidth() * _FEWEST_LETTERS
        return QSize(min(self._whole_width, least), super().sizeHint().height())

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break()

    @property
    def _whole_width(self) -> int:
        room = _SIGN if self._whole else super().sizeHint().width()
        return self.fontMetrics().horizontalAdvance(self._whole) + room

    def _break(self) -> None:
        fits = self.width() >= self._whole_width
        broken = self._whole if fits else "\n".join(self._lines(self.width() - _SIGN))
        if broken != super().text():
            super().setText(broken)

    def _lines(self, width: int) -> list[str]:
        layout, lines = QTextLayout(self._whole, self.font()), []
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            start = line.textStart()
            lines.append(self._whole[start : start + line.textLength()].rstrip())
        layout.endLayout()
        return lines
