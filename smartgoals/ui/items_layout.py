"""What our own layouts have in common: a list of items, and a height that hangs on the width."""

from abc import abstractmethod

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from smartgoals.overriding import override
from smartgoals.ui.guard import guard


class ItemsLayout(QLayout):
    """Keeps its items in their order; a subclass says where they go."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        """Qt asks for the height of the same width some twenty times per layout of a page."""
        self.least_widths: dict[QWidget, int] = {}
        """What a subclass has measured of its items; forgotten when one of them changes."""
        self.setContentsMargins(0, 0, 0, 0)

    @abstractmethod
    def place(self, rect: QRect, *, moving: bool) -> int:
        """Return the height that the items take in that width; move them there if asked to."""

    def clear(self) -> None:
        """Take every item out, and its widget off the screen for good."""
        while self._items:
            if (widget := self._items.pop().widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.invalidate()

    def shown(self) -> list[QLayoutItem]:
        """Return the items that are to be seen."""
        return [item for item in self._items if not item.isEmpty()]

    @override
    @guard()
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    @guard(answer=0)
    def count(self) -> int:
        return len(self._items)

    @override
    @guard()
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    @guard()
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    @guard(answer=True)
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    @guard(answer=30)
    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self.place(QRect(0, 0, width, 0), moving=False)
        return self._heights[width]

    @override
    @guard()
    def invalidate(self) -> None:
        self._heights.clear()
        self.least_widths.clear()
        super().invalidate()

    @override
    @guard()
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self.place(rect, moving=True)

    @override
    @guard(answer=QSize(50, 30))
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    @guard(answer=QSize(50, 30))
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self.shown():
            size = size.expandedTo(item.minimumSize())
        return size
