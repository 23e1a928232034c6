"""The list of plans: searched, put in order and counted by an index that follows the plans.

The standard library only, as the list itself. What the index is made with is imported when first
used: the first paint shows the plans as they were saved.
"""

from __future__ import annotations

import contextlib
import sqlite3
import threading
import time
from dataclasses import replace
from queue import SimpleQueue
from typing import TYPE_CHECKING, NamedTuple

from smartgoals.domain.text import sorting_key
from smartgoals.language import language
from smartgoals.storage.errors import StorageError, StorageReason, sqlite_fault
from smartgoals.storage.list_query import (
    ListQuery,
    Shelf,
    Statement,
    count_statement,
    ids_statement,
)
from smartgoals.storage.location import database_path, exists
from smartgoals.storage.overview import (
    PlanOverview,
    read_overviews,
    reading,
    select_overviews_of,
)

if TYPE_CHECKING:
    from pathlib import Path

    from smartgoals.storage.list_index import ListIndex

MOST_COUNTED = 1000
MOST_BRANDS = 300
_MANY = 50
"""Plans that are taken in at a time."""
_BREATH = 0.001
"""Seconds in which another thread gets its turn."""
_MOST_FAILURES = 3
_MOST_COMPARED = 5000
"""Plans that are compared with the index after every change; above, what was noted is believed."""

_State = tuple[int, int, int]
"""What tells one state of the file from another. It is not opened for this: to close it would
release the locks that SQLite holds on it."""


class Brand(NamedTuple):
    """A client or brand of the plans."""

    key: str
    name: str
    """As it was written last."""


class PlanList:
    """Answers what the list of plans is asked for; several threads take turns.

    Once it is closed, what only the index knows is refused with ``StorageReason.CLOSED``.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.path = database_path(folder)
        self._turn = threading.RLock()
        self._one_catches_up = threading.Lock()
        self._is_closed = False
        self._failures = 0
        self._index: ListIndex | None = None
        self._noted: SimpleQueue[str] = SimpleQueue()
        self._noted_state: _State | None = None
        self._seen: _State | None = None
        """The state of the file whose changes the index or the backlog has."""
        self._backlog: list[str] = []
        """Plans that are to be taken in, last saved first."""

    def read(self, query: ListQuery, limit: int, offset: int = 0) -> list[PlanOverview]:
        """Return plans of the list, from the offset on; none without a file.

        Raises:
            StorageError: the plans cannot be read as they are.
        """
        if query.is_plain:
            is_trash = query.shelf is Shelf.TRASH
            which = {"trashed": is_trash, "archived": is_trash}
            return read_overviews(self.path, **which, limit=limit, offset=offset)
        if not exists(self.path):
            return []
        ids = [plan_id for (plan_id,) in self._rows(ids_statement(query, limit, offset))]
        with reading(self.path) as connection:
            return select_overviews_of(connection, self.path, ids)

    def find(self, plan_id: str) -> PlanOverview | None:
        """Return the plan as it is stored now; None when there is none, or it cannot be read."""
        with contextlib.suppress(StorageError):
            if exists(self.path):
                with reading(self.path) as connection:
                    found = select_overviews_of(connection, self.path, [plan_id])
                return found[0] if found else None
        return None

    def counts(self, query: ListQuery) -> dict[Shelf, int]:
        """Return how many plans each shelf has of those asked for; at most ``MOST_COUNTED``."""
        found = {}
        for shelf in Shelf:
            statement = count_statement(replace(query, shelf=shelf), MOST_COUNTED)
            ((number,),) = self._rows(statement)
            found[shelf] = int(number)
        return found

    def brands(self) -> list[Brand]:
        """Return the brands of plans that are not in the trash, by name."""
        # From each brand to the next one in the index, however many plans it has.
        after = "SELECT min(brand_key) FROM line WHERE brand_key > {} AND place <> 'trash'"
        walk = (
            f"WITH RECURSIVE each(key) AS ({after.format(chr(39) * 2)} UNION ALL"  # noqa: S608
            f" SELECT ({after.format('each.key')}) FROM each WHERE each.key IS NOT NULL)"
            " SELECT key, (SELECT brand FROM line WHERE brand_key = key AND place <> 'trash'"
            " ORDER BY number DESC LIMIT 1) FROM each WHERE key IS NOT NULL LIMIT ?"
        )
        rows = self._rows(Statement(walk, (MOST_BRANDS,)))
        found = [Brand(key, name.strip()) for key, name in rows if name is not None]
        return sorted(found, key=lambda brand: sorting_key(brand.name, language()))

    def latest_of(self, brand: str, but: str = "", limit: int = 1) -> list[str]:
        """Return the ids of the plans of the brand that were saved last, of others than one."""
        sql = (
            "SELECT plan_id FROM line WHERE brand_key = ? AND place <> 'trash' AND plan_id <> ?"
            " ORDER BY number DESC LIMIT ?"
        )
        return [plan_id for (plan_id,) in self._rows(Statement(sql, (brand, but, limit)))]

    def changed(self, plan_id: str) -> None:
        """Note that one plan was saved, moved or deleted; blank: they are other plans now."""
        if plan_id:
            self._noted.put(plan_id)
            with contextlib.suppress(OSError):
                self._noted_state = _state_of(self.path)
        else:
            self._seen = None

    @property
    def is_settled(self) -> bool:
        """Whether the index has all that has changed; once closed it has."""
        if self._is_closed:
            return True
        if self._one_catches_up.locked() or self._backlog or not self._noted.empty():
            return False
        with contextlib.suppress(OSError):
            return _state_of(self.path) == self._seen
        return True

    def catch_up(self) -> None:
        """Take in all that has changed; for a thread of its own. The list can be read meanwhile.

        Raises:
            StorageError: the plans cannot be read as they are.
        """
        with self._one_catches_up:
            while not self._is_closed and self._take_in(_MANY):
                time.sleep(_BREATH)

    def wipe(self) -> None:
        """Leave no word of deleted plans in the file of the index."""
        self.catch_up()
        with self._turn:
            self._open_index().wipe()

    @property
    def is_closed(self) -> bool:
        """Whether the index has been let go of; it is not opened again."""
        return self._is_closed

    def close(self) -> None:
        """Let go of the file for good, in whatever is going on."""
        with self._turn:
            self._is_closed = True
            if self._index is not None:
                self._index.close()
            self._index = None

    def _rows(self, statement: Statement) -> list[tuple[str, ...]]:
        with self._turn:
            try:
                return self._open_index().rows(statement)
            except sqlite3.DatabaseError:
                self._begin_anew()
            try:
                return self._open_index().rows(statement)
            except sqlite3.Error as error:
                raise sqlite_fault(error, self.path) from error

    def _open_index(self) -> ListIndex:
        if self._is_closed:
            raise StorageError(StorageReason.CLOSED, self.path)
        if self._index is None:
            from smartgoals.storage.list_index import ListIndex
            from smartgoals.storage.list_words import words_edition

            self._index = ListIndex.open(self.folder, words_edition())
        return self._index

    def _begin_anew(self) -> None:
        """Make the index anew; what was wrong with it does not matter."""
        with self._turn:
            if self._index is not None:
                self._index.delete()
            self._index, self._seen = None, None

    def _take_in(self, most: int) -> bool:
        """Bring so many plans up to date; return whether there may be more."""
        try:
            with self._turn:
                if self._is_closed or not exists(self.path):
                    return False
                self._find_out()
                batch = self._backlog[: -most - 1 : -1]
                del self._backlog[-most:]
            if not batch:
                return False
            from smartgoals.storage.list_words import stored_plans

            with reading(self.path) as connection:
                found = stored_plans(connection, batch)
            with self._turn:
                if not self._is_closed:
                    self._open_index().put(batch, found)
        except sqlite3.DatabaseError as error:
            self._failures += 1
            if self._failures > _MOST_FAILURES:
                raise sqlite_fault(error, self.path) from error
            self._begin_anew()
        except BaseException:
            self._seen = None
            raise
        else:
            self._failures = 0
        return True

    def _find_out(self) -> None:
        """Put what has changed on the backlog: what was noted, and what else is found."""
        noted = self._take_notes()
        self._backlog = [*noted, *(each for each in self._backlog if each not in noted)]
        now = _state_of(self.path)
        if now != self._seen and not self._is_believed(now):
            stale, gone = self._open_index().outdated(self.path)
            self._open_index().drop(gone)
            self._backlog = stale[::-1]
        self._seen = now

    def _take_notes(self) -> list[str]:
        """Return each plan that was noted once, the last one first."""
        noted = [self._noted.get() for _ in range(self._noted.qsize())]
        return list(dict.fromkeys(reversed(noted)))

    def _is_believed(self, now: _State) -> bool:
        """Return whether what was noted is all that has changed, as far as can be told."""
        if self._seen is None or now != self._noted_state:
            return False
        return self._open_index().size > _MOST_COMPARED


def _state_of(path: Path) -> _State:
    status = path.stat()
    return status.st_ino, status.st_mtime_ns, status.st_size
