"""A layout that places widgets in rows, as words stand in a text; for chips."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem
from typing_extensions import override

from smartgoals.ui.guard import guard

SPACING = 8


class FlowLayout(QLayout):
    """Left to right (right to left in such languages), then the next row."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

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
    @override
    @guard(answer=True)
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    @guard(answer=30)
    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), moving=False)

    @override
    @guard()
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, moving=True)

    @override
    @guard(answer=QSize(50, 30))
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    @guard(answer=QSize(50, 30))
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, moving: bool) -> int:
        x, y, height = rect.x(), rect.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, height = rect.x(), y + height + SPACING, 0
            if moving:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + SPACING
            height = max(height, hint.height())
        return y + height - rect.y()
