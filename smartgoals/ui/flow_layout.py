"""A layout that places widgets in rows, as words stand in a text; for chips."""

from PySide6.QtCore import QPoint, QRect

from smartgoals.overriding import override
from smartgoals.ui.items_layout import ItemsLayout

SPACING = 8


class FlowLayout(ItemsLayout):
    """Left to right (right to left in such languages), then the next row."""

    @override
    def place(self, rect: QRect, *, moving: bool) -> int:
        x, y, height = rect.x(), rect.y(), 0
        for item in self.shown():
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, height = rect.x(), y + height + SPACING, 0
            if moving:
                item.setGeometry(QRect(QPoint(x, y), hint))
            x += hint.width() + SPACING
            height = max(height, hint.height())
        return y + height - rect.y()
