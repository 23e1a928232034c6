"""Going back to a backup from the window, and back again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from smartgoals.domain.value import new_id
from smartgoals.language import ngettext, tr
from smartgoals.storage.backup_files import backups
from smartgoals.storage.errors import StorageError
from smartgoals.storage.location import database_path
from smartgoals.storage.restore import restore_file, restore_into
from smartgoals.words.backups import kept_before_text, moment_text, restored_text
from smartgoals.words.errors import storage_error_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from smartgoals.domain.plan import Plan
    from smartgoals.storage.backup_files import Backup
    from smartgoals.ui.main_window import MainWindow


class Restoring(QObject):
    """Restores for the window; every method returns whether it was done, else says why not."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.problem = ""
        """The sentence why the last one was not done."""

    def restore(self, backup: Backup) -> bool:
        """Put everything back as it was then."""
        if not self._window.put_desk_away():
            return False
        store = self._window.loader.store
        if store is None:
            return self._restore_closed(backup)
        try:
            before = restore_into(store, backup.path)
        except StorageError as error:
            return self._refuse(error)
        self._window.refresh_list()
        self._tell_restored(backup, before)
        return True

    def _tell_restored(self, backup: Backup, before: Path) -> None:
        """Say as of when the plans are back, and offer the way back to what was before."""
        text = restored_text(moment_text(backup.made_at, self._window.formats))
        undo = next((each for each in backups(self._window.folder) if each.path == before), None)
        if undo is None:
            text = f"{text} {kept_before_text(before)}"
            self._window.messages.tell(text, stays=True)
        else:
            undoing = tr("Undo"), partial(self.restore, undo)
            self._window.messages.tell(text, undoing, stays=True)

    def add_copies(self, plans: Sequence[Plan], backup: Backup) -> bool:
        """Add the plans as they were then to those that are here."""
        store = self._window.loader.store
        if store is None:
            return False
        moment = moment_text(backup.made_at, self._window.formats)
        copies = [_copy(plan, moment) for plan in plans]
        try:
            store.save_all(copies)
        except StorageError as error:
            return self._refuse(error)
        self._window.refresh_list()
        self._window.messages.tell(
            ngettext(
                "The plan was added as a copy.", "{n} plans were added as copies.", len(copies)
            ).format(n=len(copies)),
            (tr("Undo"), lambda: self._take_away(copies)),
        )
        return True

    def _restore_closed(self, backup: Backup) -> bool:
        """Put a backup in the place of a file that could not be opened."""
        try:
            restore_file(database_path(self._window.folder), backup.path)
        except StorageError as error:
            return self._refuse(error)
        self._window.loader.start()
        self._window.messages.tell(
            restored_text(moment_text(backup.made_at, self._window.formats)), stays=True
        )
        return True

    def _take_away(self, copies: Sequence[Plan]) -> None:
        store = self._window.loader.store
        if store is None:
            return
        try:
            for copy in copies:
                is_shown = self._window.desk is not None and self._window.desk.plan_id == copy.id
                if not is_shown or self._window.put_desk_away():
                    store.trash(copy.id)
        except StorageError as error:
            self._refuse(error)
        self._window.refresh_list()

    def _refuse(self, error: StorageError) -> bool:
        self.problem = storage_error_text(error.reason, error.path)
        self._window.messages.tell(self.problem, stays=True)
        return False


def _copy(plan: Plan, moment: str) -> Plan:
    name = plan.name or tr("Plan without a name")
    title = tr("{title} (as of {moment})").format(title=name, moment=moment)
    return plan.replace(id=new_id(), title=title)
