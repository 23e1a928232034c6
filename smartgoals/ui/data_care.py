"""What the window says and does about the file of the plans, beside the work on one plan."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from smartgoals.folders import note_folder
from smartgoals.language import tr
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.storage.location import database_path
from smartgoals.storage.lock import FolderLock
from smartgoals.ui.settings import Settings
from smartgoals.ui.store_loader import MOST_AT_QUIT
from smartgoals.words.errors import (
    no_backup_text,
    open_elsewhere_text,
    storage_error_text,
    waiting_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartgoals.storage.recover import Recovery
    from smartgoals.ui.main_window import MainWindow

_CAN_BE_COPIED = {StorageReason.READ_ONLY, StorageReason.DISK_FULL}


class DataCare(QObject):
    """Looks after the database: its faults, its backups, its place."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._locks: list[FolderLock] = []
        self.next_folder: Path | None = None
        """Where the plans go at the end, if they are to be kept elsewhere."""
        self._has_told = False
        """Whether the message that is shown is about the file, and is over when it opens."""
        loader = window.loader
        loader.failed.connect(self.tell)
        loader.opened.connect(self._show_opened)
        loader.recovered.connect(self._tell_recovered)
        loader.backup_failed.connect(self._tell_no_backup)

    def hold(self, lock: FolderLock) -> None:
        """Keep the lock of the folder until ``end``."""
        self._locks.append(lock)

    def end(self) -> None:
        """Make the last backup and let go of the file and the folder."""
        # Where it cannot be made, the next start makes it; nothing is lost meanwhile.
        with contextlib.suppress(StorageError):
            self._window.loader.back_up(at_most=MOST_AT_QUIT)
        self._window.loader.close()
        self._move()
        for lock in self._locks:
            lock.release()
        self._locks = []

    def _move(self) -> None:
        """Take the plans to the folder that was chosen; where that fails all stays as it is."""
        if self.next_folder is not None:
            from smartgoals.storage.moving import move_plans

            with contextlib.suppress(StorageError, OSError):
                move_plans(self._window.folder, self.next_folder)
                note_folder(self.next_folder)

    # Faults

    def tell(self, error: StorageError) -> None:
        """Say what is the matter with the file, and offer what can be done."""
        if error.reason is StorageReason.LOCKED:
            self._say(waiting_text(error.path))
            return
        actions: list[tuple[str, Callable[[], object]]] = []
        if error.reason is StorageReason.DAMAGED:
            actions.append((tr("Restore from a backup …"), self.show_backups))
        self._say(
            storage_error_text(error.reason, error.path),
            *actions,
            (tr("Use another folder …"), self.ask_for_folder),
        )

    def remind(self) -> None:
        """Bring the notice to mind that nothing can be changed."""
        self._window.notice.repeat()

    def bring_back(self, plan_id: str) -> None:
        """Bring back a plan that is not as it was saved, with every other one like it."""
        self.reopen(thorough=True)
        self._window.open_plan(plan_id)

    def reopen(self, *, thorough: bool = False, mend: bool = True) -> None:
        """Open the file again, such as after it was damaged while it was open."""
        if self._window.put_desk_away():
            self._window.loader.close()
            self._window.loader.start(thorough=thorough, mend=mend)

    def _say(self, text: str, *actions: tuple[str, Callable[[], object]]) -> None:
        self._window.messages.tell(text, *actions, stays=True, is_fault=True)
        self._has_told = True

    def _show_opened(self, _store: object) -> None:
        if self._has_told:
            self._window.messages.dismiss()
            self._has_told = False
        self.show_notice()

    def show_notice(self) -> None:
        """Say for as long as it is so that the plans can be read and not changed."""
        notice, store = self._window.notice, self._window.loader.store
        if store is None or store.read_only is None:
            notice.dismiss()
            return
        actions: list[tuple[str, Callable[[], object]]] = []
        if store.read_only in _CAN_BE_COPIED:
            actions.append((tr("Try again"), self.reopen))
            actions.append((tr("Save a copy …"), self.ask_for_folder))
        text = storage_error_text(store.read_only, store.path)
        if store.read_only is StorageReason.DISK_FULL:
            text = tr("The disk is full. Your plans can be read, not changed.")
        notice.tell(text, *actions, stays=True, is_fault=True)

    def _tell_recovered(self, recovery: Recovery) -> None:
        from smartgoals.words.backups import recovered_text

        text = recovered_text(
            recovery.path,
            self._window.formats,
            kept=recovery.kept,
            copy_of=recovery.backup.made_at if recovery.backup else None,
            salvaged=recovery.salvaged,
            lost=recovery.lost,
        )
        shown = recovery.kept or recovery.path.parent
        self._window.messages.tell(
            text,
            (tr("Show"), lambda: _show_folder(shown)),
            (tr("Undo"), lambda: self._undo(recovery)),
            stays=True,
        )

    def _undo(self, recovery: Recovery) -> None:
        from smartgoals.storage.recover import undo_recovery

        if not self._window.put_desk_away():
            return
        self._window.loader.close()
        try:
            undo_recovery(recovery)
        except StorageError as error:
            self.tell(error)
        self._window.loader.start(mend=False)
        self._window.refresh_list()

    # Backups

    def back_up(self) -> bool:
        """Make a backup before a larger change; return whether it is there, else say why not."""
        try:
            self._window.loader.back_up()
        except StorageError as error:
            self._tell_no_backup(error)
            return False
        return True

    def show_backups(self) -> None:
        """Show the backups, to look into them and to go back to one."""
        from smartgoals.ui.restore_window import RestoreWindow

        self._window.save()
        RestoreWindow(self._window).open()

    def _tell_no_backup(self, error: StorageError) -> None:
        self._window.messages.tell(no_backup_text(error.reason, error.path), stays=True)

    # Another place

    def ask_for_folder(self) -> None:
        """Let the user choose a folder to work in; the plans go there as well."""
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, tr("A folder for your plans"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(str(Path.home()))
        dialog.fileSelected.connect(lambda name: self.go_on_in(Path(name)))
        dialog.open()

    def go_on_in(self, folder: Path) -> None:
        """Work in the folder from now on, with a copy of the plans unless there are some."""
        window = self._window
        if not window.put_desk_away():
            return
        lock = FolderLock.take(folder)
        if lock is None:
            window.messages.tell(open_elsewhere_text(folder), stays=True)
            return
        try:
            self._copy_into(folder)
        except StorageError as error:
            lock.release()
            self.tell(error)
            return
        self._locks.append(lock)
        window.notice.dismiss()
        window.folder = folder
        window.settings = Settings(folder)
        window.loader.go_to(folder)
        window.refresh_list()
        window.messages.tell(
            tr("You are working in “{place}” now.").format(place=folder), stays=True
        )

    def _copy_into(self, folder: Path) -> None:
        """Bring the plans along; where their file cannot be opened, those of a backup."""
        store, target = self._window.loader.store, database_path(folder)
        if target.exists():
            return
        if store is not None:
            from smartgoals.storage.backups import copy_verified

            copy_verified(store.path, target)
        from smartgoals.storage.backup_files import backups

        for backup in backups(self._window.folder) if store is None else ():
            from smartgoals.storage.restore import restore_file

            with contextlib.suppress(StorageError):
                restore_file(target, backup.path)
                return


def _show_folder(folder: Path) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
