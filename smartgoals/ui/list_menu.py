"""The menu of a plan in the list: the commands for it, with their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from smartgoals.language import tr
from smartgoals.ui.mnemonics import assign_menu_mnemonics

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from smartgoals.storage.overview import PlanOverview
    from smartgoals.ui.main_window import MainWindow


class ListMenu(QMenu):
    """Offers what fits the plan where it stands."""

    def __init__(self, window: MainWindow, plan: PlanOverview) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menus = window.menus
        if plan.trashed:
            self._add(tr("&Restore"), lambda: window.restore(plan.id))
            self.addSeparator()
            self._add(tr("&Empty trash"), window.empty_trash)
            assign_menu_mnemonics(self)
            return
        self._add(tr("&Open"), lambda: window.open_plan(plan.id), _key(Qt.Key.Key_Return))
        self._add(tr("Edit in &wizard"), lambda: window.open_plan(plan.id, "why"))
        self._add(tr("&Check in …"), lambda: window.check_in(plan.id), _keys_of(menus.check_in))
        self.addSeparator()
        self._add(tr("&Duplicate"), lambda: window.duplicate(plan.id), _keys_of(menus.duplicate))
        archive = tr("Take out of the &archive") if plan.archived else tr("&Archive")
        self._add(archive, lambda: window.archive(plan.id), _keys_of(menus.archive))
        trash = tr("&Move to trash")
        self._add(trash, lambda: window.trash(plan.id), _key(Qt.Key.Key_Delete))
        assign_menu_mnemonics(self)

    def _add(self, text: str, act: Callable[[], object], keys: str = "") -> None:
        # Only shown: the keys themselves belong to the menu bar and to the list.
        action = self.addAction(f"{text}\t{keys}" if keys else text)
        action.triggered.connect(lambda: act())  # noqa: PLW0108


def _keys_of(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _key(key: Qt.Key) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
