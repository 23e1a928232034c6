"""One quiet line at the foot of the window: what happened, and what can be done about it."""

from collections.abc import Callable

from PySide6.QtCore import QMetaObject, QObject, QTimer
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from smartgoals.language import tr
from smartgoals.ui.announcing import announce
from smartgoals.ui.labels import Label, button, card, restyle

SHOWN_MS = 10_000


class MessageBar(QFrame):
    """Shows one message at a time, beside the work and never in its way."""

    def __init__(self, *, is_lasting: bool = False) -> None:
        super().__init__()
        self._is_lasting = is_lasting
        """Whether the message stays until it is no longer true."""
        self.text = Label()
        self._actions: list[QPushButton] = []
        self._watched: list[QMetaObject.Connection] = []
        """What ends the message, besides its time."""
        self.close_button = button(tr("Close"), "link", name=tr("Close message"))
        self.close_button.clicked.connect(self.dismiss)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.dismiss)
        column = QHBoxLayout(self)
        column.setContentsMargins(16, 8 if is_lasting else 0, 16, 0 if is_lasting else 8)
        self._frame = card("tint")
        self._row = QHBoxLayout(self._frame)
        self._row.setContentsMargins(16, 6, 10, 6)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.close_button)
        column.addWidget(self._frame)
        self.close_button.setVisible(not is_lasting)
        self.hide()

    def tell(
        self,
        text: str,
        *actions: tuple[str, Callable[[], object]],
        stays: bool = False,
        is_fault: bool = False,
    ) -> None:
        """Show the message, with what can be done about it; it goes by itself unless it stays.

        A fault stands on another ground, so that it is not taken for a word in passing.
        """
        self._frame.setProperty("role", "fault" if is_fault else "tint")
        restyle(self._frame)
        self._drop_actions()
        self._drop_watch()
        self.text.setText(text)
        for name, act in actions:
            self._add_action(name, act)
        self.show()
        self._timer.stop()
        if not stays:
            self._timer.start()
        self.setAccessibleName(text)
        self.repeat()

    def tell_undoable(
        self,
        text: str,
        stack: QUndoStack,
        *actions: tuple[str, Callable[[], object]],
        stays: bool = False,
    ) -> None:
        """Show what was done last, which can be undone here until something else is done."""
        self.tell(text, *actions, (tr("Undo"), stack.undo), stays=stays)
        # What the button would undo then is not what the message tells.
        self._watched = [
            stack.indexChanged.connect(self.dismiss),
            stack.destroyed.connect(self.dismiss),
        ]

    def repeat(self) -> None:
        """Have a screen reader say the message that is shown, once more."""
        if self.isVisible():
            announce(self, self.text.text())

    def dismiss(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._drop_watch()
        self.hide()

    def _add_action(self, name: str, act: Callable[[], object]) -> None:
        action = button(name, "link")
        if not self._is_lasting:
            action.clicked.connect(self.dismiss)
        action.clicked.connect(act)
        self._actions.append(action)
        self._row.insertWidget(self._row.count() - 1, action)
        action.show()

    def _drop_watch(self) -> None:
        for connection in self._watched:
            QObject.disconnect(connection)
        self._watched = []

    def _drop_actions(self) -> None:
        for action in self._actions:
            action.hide()
            action.deleteLater()
        self._actions = []
