"""One-colour icons from ``resources/icons``, drawn in the colour of the text."""

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QToolButton
from typing_extensions import override

from smartgoals.ui import theme
from smartgoals.ui.guard import guard

SIZES = (16, 24, 32, 48)


class IconButton(QToolButton):
    """A button that is an icon, in the colour and the size of the text around it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setAutoRaise(True)
        self._draw()

    @override
    @guard()
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._draw()

    def _draw(self) -> None:
        side = theme.scaled(SIZES[0])
        self.setIcon(icon(self._name))
        self.setIconSize(QSize(side, side))


def icon(name: str) -> QIcon:
    """Return the icon in the text colour of the theme shown."""
    return _drawn(name, theme.colours().text)


def app_icon() -> QIcon:
    """Return the program's own icon, in its own colours."""
    return _drawn("smartgoals", "")


@cache
def _drawn(name: str, colour: str) -> QIcon:
    svg = (files("smartgoals.resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
    result = QIcon()
    for size in SIZES:
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        result.addPixmap(pixmap)
    return result
