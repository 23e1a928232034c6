"""What has the focus is in sight, as a whole: Qt itself scrolls no further than to the cursor."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from smartgoals.ui.fields import Field

MARGIN = 8
"""Pixels kept above and below."""


class FocusInSight(QObject):
    """Scrolls the areas within a view after the focus, but never under the mouse."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        # What was made or shown just now has its place only afterwards.
        self._afterwards = QTimer(self, singleShot=True, interval=0)
        self._afterwards.timeout.connect(self._follow)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._hear)

    def rest(self) -> None:
        """Leave the areas where they are, whatever has come to have the focus just now."""
        self._afterwards.stop()

    def _hear(self, _old: QWidget | None, new: QWidget | None) -> None:
        is_ours = new is not None and self._view.isVisible() and self._view.isAncestorOf(new)
        if is_ours and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._afterwards.start()

    def _follow(self) -> None:
        focus = QApplication.focusWidget()
        if focus is None or not self._view.isAncestorOf(focus):
            return
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        whole = _around(focus, Field) or focus
        area = _around(focus, QScrollArea)
        if isinstance(area, QScrollArea) and (page := area.widget()) is not None:
            part = whole if whole.height() <= area.viewport().height() else focus
            _scroll(area, QRect(part.mapTo(page, QPoint(0, 0)), part.size()))


def _around(widget: QWidget, kind: type[QWidget]) -> QWidget | None:
    outer = widget.parentWidget()
    while outer is not None and not isinstance(outer, kind):
        outer = outer.parentWidget()
    return outer


def _scroll(area: QScrollArea, place: QRect) -> None:
    """Scroll as little as shows the whole place; one higher than the area is left as it is."""
    room, bar = area.viewport().height(), area.verticalScrollBar()
    place = place.adjusted(0, -MARGIN, 0, MARGIN)
    if place.height() > room:
        return
    if place.top() < bar.value():
        bar.setValue(place.top())
    elif place.bottom() > bar.value() + room:
        bar.setValue(place.bottom() - room)
