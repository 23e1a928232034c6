"""One-colour icons from ``resources/icons``, drawn in the colour of the text."""

from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from smartgoals.ui import theme

SIZES = (16, 24, 32, 48)


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
