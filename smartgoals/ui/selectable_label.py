"""Text that can be selected; what is copied of it is the true text."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAction,
    QClipboard,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)

from smartgoals.overriding import override
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import Label, without_marks

_COPY = "edit-copy"
"""What Qt calls the entry of its own menu."""


class SelectableLabel(Label):
    """A label whose unseen marks, which tell where a line may end, are not copied along."""

    def __init__(
        self, text: str = "", *, tone: str = "", pixels: int = 13, by_keys: bool = True
    ) -> None:
        super().__init__(text, tone=tone, pixels=pixels)
        flags = Qt.TextInteractionFlag
        keys = flags.TextSelectableByKeyboard if by_keys else flags.NoTextInteraction
        self.setTextInteractionFlags(flags.TextSelectableByMouse | keys)

    def copy(self) -> None:
        """Copy what is selected."""
        self._copy_to(QClipboard.Mode.Clipboard)

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    @override
    @guard()
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        # Where the middle button pastes what is selected, Qt has just copied it there.
        if QGuiApplication.clipboard().supportsSelection():
            self._copy_to(QClipboard.Mode.Selection)

    @override
    @guard()
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        super().contextMenuEvent(event)
        for entry in self.findChildren(QAction, _COPY):
            entry.triggered.disconnect()
            entry.triggered.connect(self.copy)

    def _copy_to(self, place: QClipboard.Mode) -> None:
        if self.hasSelectedText():
            QGuiApplication.clipboard().setText(without_marks(self.selectedText()), place)
