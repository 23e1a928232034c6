"""The one undo and the one redo of the window, for the list of plans and the plan in work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence, QUndoGroup, QUndoStack
from PySide6.QtWidgets import QMenu

from smartgoals.language import tr


class UndoActions(QObject):
    """Takes back what was done last; when nothing is left of that kind, what was done before.

    The active stack of the group is the one in which something was done last.
    """

    def __init__(self, group: QUndoGroup, menu: QMenu) -> None:
        super().__init__(menu)
        self._group = group
        self.undo = QAction(menu)
        self.undo.setShortcuts(QKeySequence.StandardKey.Undo)
        self.undo.triggered.connect(lambda: self._go(QUndoStack.canUndo, QUndoStack.undo))
        self.redo = QAction(menu)
        self.redo.setShortcuts(QKeySequence.StandardKey.Redo)
        self.redo.triggered.connect(lambda: self._go(QUndoStack.canRedo, QUndoStack.redo))
        for change in (
            group.activeStackChanged,
            group.indexChanged,
            group.undoTextChanged,
            group.redoTextChanged,
        ):
            # The group outlives the menus, which are made anew with every change of the language.
            change.connect(self._show)
        self._show()

    def _go(self, can: Callable[[QUndoStack], bool], do: Callable[[QUndoStack], None]) -> None:
        stack = self._stack(can)
        if stack is not None:
            self._group.setActiveStack(stack)
            do(stack)
        self._show()

    def _show(self) -> None:
        undoing, redoing = self._stack(QUndoStack.canUndo), self._stack(QUndoStack.canRedo)
        self.undo.setEnabled(undoing is not None)
        self.redo.setEnabled(redoing is not None)
        self.undo.setText(_named(tr("&Undo"), undoing.undoText() if undoing is not None else ""))
        self.redo.setText(_named(tr("&Redo"), redoing.redoText() if redoing is not None else ""))

    def _stack(self, can: Callable[[QUndoStack], bool]) -> QUndoStack | None:
        active = self._group.activeStack()
        others = (stack for stack in self._group.stacks() if stack is not active)
        stacks = [*([active] if active is not None else []), *others]
        return next((stack for stack in stacks if can(stack)), None)


def _named(text: str, step: str) -> str:
    return f"{text} {step}".rstrip()
