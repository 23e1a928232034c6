"""Opens the plan store in a worker thread, so that the first window need not wait for it."""

import contextlib
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.storage.location import database_path

if TYPE_CHECKING:
    from smartgoals.storage.recover import Recovery
    from smartgoals.storage.store import PlanStore

Use = Callable[["PlanStore"], None]
RETRY_MS = 250
"""While another program has the file; each try waits for it as long again."""
MOST_AT_QUIT = 64_000_000
"""Bytes; a larger database is backed up at the start only, where nobody waits for it."""


class StoreLoader(QObject):
    """Loads the storage modules and opens the store; work that needs it waits its turn.

    A damaged database comes back on the way, and a backup is made when the store is open.
    """

    opened = Signal(object)
    recovered = Signal(object)
    """What had to be done to get the plans back; comes after ``opened``."""
    failed = Signal(object)
    backup_failed = Signal(object)
    _arrived = Signal(int, object, object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.store: PlanStore | None = None
        self.is_loading = False
        self.folder = folder
        self._waiting: list[Use] = []
        self._is_locked = False
        self._number = 0
        """Of the opening that counts; what an earlier one finds comes too late."""
        self._backup_turn = threading.Lock()
        self._arrived.connect(self._receive)
        self._retry = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._retry.timeout.connect(self.start)

    def start(self, *, thorough: bool = False, mend: bool = True) -> None:
        """Begin to open the store, unless that goes on already or is done.

        ``thorough`` checks every plan; without ``mend`` a damaged file is left as it is.
        """
        if self.is_loading or self.store is not None:
            return
        self.is_loading = True
        self._retry.stop()
        self._number += 1
        work = partial(self._open, self._number, self.folder, thorough=thorough, mend=mend)
        threading.Thread(target=work, name="open-store", daemon=True).start()

    def with_store(self, use: Use) -> None:
        """Call with the store: now, or as soon as it is open."""
        if self.store is not None:
            use(self.store)
        else:
            self._waiting.append(use)
            self.start()

    def go_to(self, folder: Path) -> None:
        """Open the store of another folder instead."""
        self.close()
        self.folder = folder
        self.start()

    def close(self) -> None:
        """Let go of the file; it can be opened again."""
        self._number += 1
        self.is_loading = False
        self._retry.stop()
        if self.store is not None:
            self.store.close()
            self.store = None

    def back_up(self, *, at_most: int | None = None) -> None:
        """Make a backup now if anything has changed; a database of more bytes is left out.

        Raises:
            StorageError: it could not be made.
        """
        if self.store is None or self.store.read_only is not None:
            return
        from smartgoals.storage.backups import back_up

        path = self.store.path
        with contextlib.suppress(OSError):
            if at_most is not None and path.stat().st_size > at_most:
                return
        with self._backup_turn:
            back_up(path)

    def _open(self, number: int, folder: Path, *, thorough: bool, mend: bool) -> None:
        try:
            store, recovery = _opened(folder, thorough=thorough, mend=mend)
        except StorageError as error:
            self._arrived.emit(number, error, None)
            return
        except Exception:
            other = StorageError(StorageReason.OTHER, database_path(folder))
            self._arrived.emit(number, other, None)
            raise
        self._arrived.emit(number, store, recovery)
        self._back_up_at_start(store)

    def _back_up_at_start(self, store: "PlanStore") -> None:
        if store.read_only is not None:
            return
        from smartgoals.storage.backups import back_up

        try:
            with self._backup_turn:
                back_up(store.path)
        except StorageError as error:
            self.backup_failed.emit(error)

    def _receive(self, number: int, result: "PlanStore | StorageError", recovery: object) -> None:
        if number != self._number:
            if not isinstance(result, StorageError):
                result.close()
            return
        self.is_loading = False
        if isinstance(result, StorageError):
            self._fail(result)
            return
        self.store = result
        self._is_locked = False
        waiting, self._waiting = self._waiting, []
        self.opened.emit(result)
        if recovery is not None:
            self.recovered.emit(recovery)
        for use in waiting:
            use(result)

    def _fail(self, error: StorageError) -> None:
        """Tell the error; while another program has the file, try again by itself."""
        is_locked = error.reason is StorageReason.LOCKED
        if is_locked:
            self._retry.start()
        if not (is_locked and self._is_locked):
            self.failed.emit(error)
        self._is_locked = is_locked


def _opened(folder: Path, *, thorough: bool, mend: bool) -> tuple["PlanStore", "Recovery | None"]:
    from smartgoals.storage.recover import open_plans
    from smartgoals.storage.store import PlanStore

    if mend:
        return open_plans(folder, thorough=thorough, anew=True)
    return PlanStore.open(folder), None
