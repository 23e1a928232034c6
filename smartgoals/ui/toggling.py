"""Buttons that stay down: what an aid such as voice control toggles counts as clicked.

Qt lets such aids toggle a button without a ``clicked``, which is what we listen to.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton

from smartgoals.overriding import override
from smartgoals.ui.guard import guard
from smartgoals.ui.wrapping import Wrapping

# Qt's classes cannot be inherited from twice, so this one is a button for the type checker only.
if TYPE_CHECKING:
    Button = QAbstractButton
else:
    Button = object


class Toggling(Button):
    """Says ``clicked`` also when neither mouse, key nor program changed whether it is down."""

    _is_known = False
    """Whether the change under way comes from a click, from the program or from the group."""

    def hear_aids(self) -> None:
        """Begin to listen; to be called when the button is made."""
        self.toggled.connect(self._tell_of_aids)

    @override
    def setChecked(self, arg__1: bool) -> None:
        # Only Python comes by here, so it is the program that shows something.
        self._is_known = True
        super().setChecked(arg__1)
        self._is_known = False

    @override
    @guard()
    def nextCheckState(self) -> None:
        self._is_known = True
        super().nextCheckState()
        self._is_known = False

    def _tell_of_aids(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's own signature
        if not self._is_known:
            self.clicked[bool].emit(is_on)  # type: ignore[index]  # the one with the state


class EnterPresses(Toggling):
    """A button that Enter presses as the space bar does, outside dialogs too."""

    @override
    @guard()
    def keyPressEvent(self, e: QKeyEvent) -> None:
        if e.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(e)


class CheckBox(Toggling, Wrapping, QCheckBox):
    """A box to tick."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.wrap_text(text)
        self.hear_aids()


class RadioButton(Toggling, Wrapping, QRadioButton):
    """One of several, of which one is chosen."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.wrap_text(text)
        self.hear_aids()
