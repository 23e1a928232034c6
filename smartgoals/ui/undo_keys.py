"""The keys for undo and redo, which belong to the plan and not to the single field."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from smartgoals.overriding import override
from smartgoals.ui.guard import guard

# Qt's classes cannot be inherited from twice, so this one is a widget for the type checker only.
if TYPE_CHECKING:
    Widget = QWidget
else:
    Widget = object

_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class LeavesUndo(Widget):
    """A field that lets the keys for undo and redo go by; stands before the class of Qt."""

    @override
    @guard(answer=False)
    def event(self, event: QEvent) -> bool:
        # Both when Qt asks whether the field wants the key, and when the key comes.
        if isinstance(event, QKeyEvent) and any(map(event.matches, _KEYS)):
            event.ignore()
            return False
        return super().event(event)
