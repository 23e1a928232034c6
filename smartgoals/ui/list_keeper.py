"""Keeps the list of plans as the plans are: reads it, follows changes, counts, empties the trash.

Light, as the window itself: the plans are read by the standard library alone.
"""

from __future__ import annotations

import contextlib
import threading
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from smartgoals.domain.clock import today
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.storage.list_query import ListQuery, Shelf
from smartgoals.storage.overview import read_due
from smartgoals.storage.plan_list import PlanList
from smartgoals.ui.guard import GONE
from smartgoals.words.errors import storage_error_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from smartgoals.storage.overview import PlanOverview
    from smartgoals.storage.plan_list import Brand
    from smartgoals.storage.store import PlanStore
    from smartgoals.ui.main_window import MainWindow

PAGE = 200
"""Plans that are read at a time."""
MOST_REREAD = 1000
"""Plans that are read again at once when the list was scrolled far."""
PAUSE_MS = 120
"""Counting waits for this pause in typing."""
MOST_DUE = 200
"""Plans to check in with that are listed; who has more knows it."""
_WAIT = 0.05
"""Seconds that a search waits for what has just changed."""


class _Found(NamedTuple):
    """What was found out of the plans beside the window."""

    query: ListQuery
    """What the panel asked for."""
    has_news: bool
    """Whether the index had to be brought up to date: a search may find others now."""
    counts: dict[Shelf, int]
    brands: list[Brand]
    due: list[PlanOverview]


class ListKeeper(QObject):
    """Fills the panel of the window with the plans that it asks for."""

    _found = Signal(object)
    settled = Signal()
    """The list and all that is said of it are as the plans are."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.plans = PlanList(window.folder)
        self.emptied: dt.datetime | None = None
        """What was thrown away up to then is gone for the user; the end of the program does it."""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._settle)
        self._looking: threading.Thread | None = None
        self._found.connect(self._show_found)
        window.loader.opened.connect(self._follow)

    def refresh(self, choose: str = "") -> None:
        """Read the list anew, with this plan chosen; after the end there is none to show."""
        if self.plans.is_closed:
            return
        panel, query = self._window.panel, self.query
        try:
            plans = self._read(query, max(PAGE, min(len(panel.model.plans), MOST_REREAD)))
            has_any = bool(plans) or self._has_any()
        except StorageError as error:
            self._tell_unreadable(error)
            return
        more = self._more(query) if len(plans) >= PAGE else None
        panel.show_plans(plans, choose, more)
        if _shows_latest(query) and (len(plans) < PAGE or not panel.due_list.has_plans):
            # Of more plans the rest follows when nobody types.
            panel.show_due(plans)
        panel.setVisible(has_any)
        self._pause.start(PAUSE_MS)

    @property
    def is_settled(self) -> bool:
        """Whether the list and all that is said of it are as the plans are."""
        return not self._pause.isActive() and self._looking is None and self.plans.is_settled

    @property
    def query(self) -> ListQuery:
        """What the panel asks for, without what is as good as gone."""
        return replace(self._window.panel.query, emptied=self.emptied)

    def latest(self) -> list[PlanOverview]:
        """Return the plans that were saved last, whichever are listed; none when unreadable."""
        with contextlib.suppress(StorageError):
            return self._read(ListQuery(), MOST_REREAD)
        return []

    def shelf_of(self, plan_id: str) -> Shelf | None:
        """Return whether the plan is in the trash, in the archive or neither (``ALL``)."""
        plan = self.plans.find(plan_id) if plan_id else None
        if plan is None:
            return None
        return Shelf.TRASH if plan.trashed else Shelf.ARCHIVE if plan.archived else Shelf.ALL

    def trashed(self) -> list[PlanOverview]:
        """Return all plans in the trash.

        Raises:
            StorageError: they cannot be read.
        """
        return self._read(ListQuery(Shelf.TRASH, emptied=self.emptied), limit=-1)

    def end(self) -> None:
        """Delete for good what the user has emptied out of the trash, and let go of the file.

        News of the plans that arrives later opens nothing again.
        """
        self._pause.stop()
        store = self._window.loader.store
        if self.emptied is not None and store is not None and store.read_only is None:
            # Without a backup of them they stay in the trash.
            with contextlib.suppress(StorageError):
                self._window.loader.back_up()
                store.empty_trash(self.emptied)
                self.plans.wipe()
        self.emptied = None
        self.plans.close()

    def _tell_unreadable(self, error: StorageError) -> None:
        """Say why the plans cannot be read, unless opening them puts it right, or tells."""
        if self._window.loader.store is None:
            self._window.loader.start()
        else:
            text = storage_error_text(error.reason, error.path)
            self._window.messages.tell(text, stays=True)

    def _read(self, query: ListQuery, limit: int, offset: int = 0) -> list[PlanOverview]:
        store = self._window.loader.store
        if store is not None and store.read_only is StorageReason.NEWER:
            trashed = query.shelf is Shelf.TRASH
            plans = store.overviews(trashed=trashed, limit=limit, offset=offset)
            return [plan for plan in plans if query.shelf.state in {"", plan.state}]
        if not query.is_plain and not self.plans.is_settled:
            self._look_beside().join(_WAIT)
        return self.plans.read(query, limit, offset)

    def _has_any(self) -> bool:
        """Return whether there is any plan, wherever it stands."""
        return any(
            self._read(ListQuery(shelf, emptied=self.emptied), 1)
            for shelf in (Shelf.ALL, Shelf.TRASH, Shelf.ARCHIVE)
        )

    def _more(self, query: ListQuery) -> Callable[[int], list[PlanOverview]]:
        def more(offset: int) -> list[PlanOverview]:
            with contextlib.suppress(StorageError):
                return self._read(query, PAGE, offset)
            return []

        return more

    def _follow(self, store: PlanStore) -> None:
        """Hear of every change of the store."""
        if self.plans.is_closed:
            return
        if store.path.parent != self.plans.folder:
            self.plans.close()
            self.plans, self._looking = PlanList(store.path.parent), None
        store.on_change = self.plans.changed
        self.refresh()

    def _settle(self) -> None:
        """Bring the index up to date and find out what follows from it."""
        if not self.plans.is_closed:
            self._look_beside()

    def _look_beside(self) -> threading.Thread:
        """Do so in a thread of its own, unless one does, and return that one."""
        if self._looking is None:
            work = partial(self._look, self.plans, self.query)
            self._looking = threading.Thread(target=work, name="look-at-plans", daemon=True)
            self._looking.start()
        return self._looking

    def _look(self, plans: PlanList, query: ListQuery) -> None:
        found = None
        # The list itself tells what cannot be read; a file that goes away is read again later.
        try:
            with contextlib.suppress(StorageError, OSError):
                has_news = not plans.is_settled
                plans.catch_up()
                due = read_due(plans.path, today(), MOST_DUE)
                found = _Found(query, has_news, plans.counts(query), plans.brands(), due)
        finally:  # Else nothing would be looked at any more.
            with contextlib.suppress(*GONE):
                self._found.emit(found)

    def _show_found(self, found: _Found | None) -> None:
        self._looking = None
        if found is None or self.plans.is_closed:
            return
        if found.has_news and not self.query.is_plain:
            self.refresh()
        elif found.query != self.query or not self.plans.is_settled:
            self._pause.start(PAUSE_MS)
        else:
            panel = self._window.panel
            panel.show_counts(found.counts)
            panel.filters.show_brands(found.brands)
            panel.show_due(found.due)
            self.settled.emit()


def _shows_latest(query: ListQuery) -> bool:
    """Return whether the list begins with what was changed last."""
    return query.is_plain and query.shelf is Shelf.ALL
