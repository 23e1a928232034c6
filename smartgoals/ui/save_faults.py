"""What is done when the plan in work cannot be saved: put right, or said with a way out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from smartgoals.domain.value import new_id
from smartgoals.language import tr
from smartgoals.storage.errors import ChangedElsewhereError, StorageError, StorageReason
from smartgoals.words.backups import put_anew_text
from smartgoals.words.errors import storage_error_text, waiting_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartgoals.domain.plan import Plan
    from smartgoals.ui.desk import Desk

_WENT_AWAY = {StorageReason.MISSING, StorageReason.MOVED}
_PASSING = {StorageReason.CLOSED}
"""Over in a moment, when the file has been opened again."""


class SaveFaults(QObject):
    """Deals with failed saves for the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = desk.window
        self._told: StorageReason | None = None

    def mend(self, error: StorageError) -> bool:
        """Put right what can be; return whether the save is worth another try at once."""
        if error.reason in _WENT_AWAY:
            return self._put_anew()
        if error.reason is StorageReason.DAMAGED:
            self._told = error.reason
            # Not now: a save is under way.
            QTimer.singleShot(0, self, self._open_again)
        return False

    def tell(self) -> None:
        """Say why the plan is not saved, once for each reason, and offer a way out."""
        session = self._desk.session
        error = session.save_error if session is not None else None
        if error is None:
            if self._told is not None:
                self._window.messages.dismiss()
            self._told = None
        elif error.reason not in _PASSING and error.reason is not self._told:
            self._told = error.reason
            if isinstance(error, ChangedElsewhereError):
                self._offer_both(error)
            else:
                self._offer_other_place(error)

    def tell_again(self) -> None:
        """Say it although it was said, as the window cannot close before it is settled."""
        self._told = None
        self.tell()

    def _offer_other_place(self, error: StorageError) -> None:
        is_locked = error.reason is StorageReason.LOCKED
        text = (
            waiting_text(error.path) if is_locked else storage_error_text(error.reason, error.path)
        )
        comfort = tr("Your text is kept here.")
        self._window.messages.tell(
            f"{text} {comfort}",
            (tr("Save elsewhere …"), self._save_elsewhere),
            stays=True,
            is_fault=True,
        )

    def _save_elsewhere(self) -> None:
        dialog = QFileDialog(self._window, tr("Save elsewhere"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([tr("Plan files (*.json)")])
        dialog.setDefaultSuffix("json")
        dialog.fileSelected.connect(lambda name: self._desk.export_to(Path(name)))
        dialog.open()

    # The file went away, or is damaged

    def _put_anew(self) -> bool:
        store = self._desk.store
        try:
            kept = store.put_anew()
        except StorageError:
            return False
        actions: list[tuple[str, Callable[[], object]]] = []
        if kept is not None:
            url = QUrl.fromLocalFile(str(kept))
            actions.append((tr("Show"), lambda: QDesktopServices.openUrl(url)))
        self._window.messages.tell(put_anew_text(store.path, kept), *actions, stays=True)
        return True

    def _open_again(self) -> None:
        """Open the file anew, where it comes back by itself, and save the plan into it."""
        self._told = None
        loader = self._window.loader
        loader.close()
        loader.start(thorough=True)
        loader.with_store(self._desk.use_store)

    # Changed elsewhere

    def _offer_both(self, error: ChangedElsewhereError) -> None:
        keep_theirs = tr("Keep theirs") if error.theirs is not None else tr("Leave it deleted")
        self._window.messages.tell(
            storage_error_text(error.reason, error.path),
            (tr("Keep mine"), lambda: self._settle(lambda: self._keep_mine(error))),
            (keep_theirs, lambda: self._settle(lambda: self._keep_theirs(error))),
            stays=True,
            is_fault=True,
        )

    def _settle(self, settle: Callable[[], None]) -> None:
        self._told = None
        try:
            settle()
        except StorageError as error:
            text = storage_error_text(error.reason, error.path)
            self._window.messages.tell(text, stays=True, is_fault=True)
        self._window.refresh_list(self._desk.plan_id)

    def _keep_mine(self, error: ChangedElsewhereError) -> None:
        """Save what is on the screen; the other version stays as a plan beside it."""
        session = self._desk.session
        if session is None:
            return
        if error.theirs is not None:
            self._keep_beside(error.theirs, tr("{title} (theirs)"))
        self._desk.store.overwrite(session.plan)
        session.save()

    def _keep_theirs(self, error: ChangedElsewhereError) -> None:
        """Show the other version; what was written here stays as a plan beside it."""
        session, store = self._desk.session, self._desk.store
        if session is None:
            return
        if error.theirs is None:
            store.overwrite(session.plan)
            store.trash(session.plan.id)
            session.adopt(session.plan)
            self._desk.clear()
            return
        self._keep_beside(session.plan, tr("{title} (mine)"))
        session.adopt(store.load(error.theirs.id))

    def _keep_beside(self, plan: Plan, title: str) -> None:
        name = plan.name or tr("Plan without a name")
        self._desk.store.save(plan.replace(id=new_id(), title=title.format(title=name)))
