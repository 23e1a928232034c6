"""Opens the plan store in a worker thread, so that the first window need not wait for it."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from smartgoals.storage.store import PlanStore

Use = Callable[["PlanStore"], None]


class StoreLoader(QObject):
    """Loads the storage modules and opens the store; work that needs it waits its turn."""

    opened = Signal(object)
    failed = Signal(object)
    _arrived = Signal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.store: PlanStore | None = None
        self.is_loading = False
        self._folder = folder
        self._waiting: list[Use] = []
        self._arrived.connect(self._receive)

    def start(self) -> None:
        """Begin to open the store, unless that goes on already or is done."""
        if self.is_loading or self.store is not None:
            return
        self.is_loading = True
        threading.Thread(target=self._open, name="open-store", daemon=True).start()

    def with_store(self, use: Use) -> None:
        """Call with the store: now, or as soon as it is open."""
        if self.store is not None:
            use(self.store)
        else:
            self._waiting.append(use)
            self.start()

    def _open(self) -> None:
        from smartgoals.storage.errors import StorageError
        from smartgoals.storage.store import PlanStore

        try:
            self._arrived.emit(PlanStore.open(self._folder))
        except StorageError as error:
            self._arrived.emit(error)

    def _receive(self, result: object) -> None:
        self.is_loading = False
        if isinstance(result, Exception):
            self.failed.emit(result)
            return
        self.store = result  # type: ignore[assignment]
        waiting, self._waiting = self._waiting, []
        self.opened.emit(result)
        for use in waiting:
            use(result)  # type: ignore[arg-type]
