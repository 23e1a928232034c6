"""A dialog that begins as high as what it says needs, and never higher than the screen."""

from PySide6.QtGui import QShowEvent

from smartgoals.overriding import override
from smartgoals.ui.guard import guard
from smartgoals.ui.keyed_dialog import KeyedDialog


class FittedDialog(KeyedDialog):
    """Has the height of its texts as they are wrapped, which Qt's own first size leaves out."""

    @override
    @guard()
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        layout, screen = self.layout(), self.screen().availableGeometry()
        if layout is None:
            return
        layout.activate()
        width = min(max(self.width(), layout.totalMinimumSize().width()), screen.width())
        needed = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else 0
        height = max(self.height(), needed, layout.totalSizeHint().height())
        self.resize(width, min(height, screen.height() * 9 // 10))
