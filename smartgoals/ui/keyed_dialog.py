"""A dialog whose captions and buttons have underlined letters, none of them twice."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog

from smartgoals.overriding import override
from smartgoals.ui.guard import guard
from smartgoals.ui.mnemonics import assign_mnemonics


class KeyedDialog(QDialog):
    """Gives out its letters when it is shown, in whatever language."""

    @override
    @guard()
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        assign_mnemonics(self)
