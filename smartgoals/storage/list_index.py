"""The index of the list of plans: a small database of its own beside the plans.

What stands in it follows from the plans and can be made anew at any time. It lies apart, so that
it takes no part in saving, backing up and recovering them, and so that nothing that happens to
it can harm them. Where the folder cannot be written it is kept in memory.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
from typing import TYPE_CHECKING, Any

from smartgoals.domain.brands import brand_key
from smartgoals.domain.text import sorting_key
from smartgoals.language import language
from smartgoals.storage.list_query import Statement, marks, search_words
from smartgoals.storage.list_words import MARK
from smartgoals.storage.location import database_uri

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from smartgoals.storage.list_words import StoredPlan

INDEX_NAME = "search.db"
APPLICATION_ID = 0x534D4749
"""Marks the file as our index; "SMGI"."""
INDEX_VERSION = 1
_PATIENCE = 0.25
"""Seconds."""
_LAST = "\U0010ffff"
"""Stands behind every title: where plans without one go."""
_NO_DAY = "9999"
_LONGEST_TITLE = 80
"""Characters by which titles are sorted."""

# Every beginning of a word up to ten letters has its own list of plans, so that a search reads
# only what it shows; longer beginnings are rare enough to be gathered.
_TABLES = (
    """CREATE TABLE line (
        number INTEGER PRIMARY KEY, plan_id TEXT NOT NULL UNIQUE, mark TEXT NOT NULL,
        place TEXT NOT NULL, state TEXT NOT NULL, trashed_at TEXT, due TEXT NOT NULL,
        title TEXT NOT NULL, brand_key TEXT NOT NULL, brand TEXT NOT NULL)""",
    "CREATE INDEX line_state ON line (place, state)",
    "CREATE INDEX line_due ON line (place, due, number DESC, state, brand_key, plan_id)",
    "CREATE INDEX line_title ON line (place, title, number DESC, state, brand_key, plan_id)",
    "CREATE INDEX line_brand ON line (brand_key) WHERE place <> 'trash'",
    """CREATE VIRTUAL TABLE word USING fts5(
        words, detail=none, tokenize="ascii tokenchars '_'", prefix='1 2 3 4 5 6 7 8 9 10')""",
    "CREATE TABLE note (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID",
)
_STALE = (
    f"SELECT id FROM (SELECT id, saved_at, {MARK} AS now FROM plans.plan) AS p"  # noqa: S608
    " LEFT JOIN line ON line.plan_id = p.id WHERE line.mark IS NOT p.now ORDER BY p.saved_at"
)
_GONE = "SELECT plan_id FROM line WHERE plan_id NOT IN (SELECT id FROM plans.plan)"


class ListIndex:
    """The open index; one thread at a time may use it."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self._connection = connection
        self._path = path
        """None: it is kept in memory."""

    @classmethod
    def open(cls, folder: Path, edition: str) -> ListIndex:
        """Return the index in the folder; a new, empty one where it is not as we make it.

        ``edition`` is what its words depend on besides the plans.
        """
        path = folder / INDEX_NAME
        try:
            index = cls(_connect(path), path)
            if not index._is_ours(edition):
                index.delete()
                index = cls(_connect(path), path)
                index._make(edition)
        except (sqlite3.Error, OSError):
            index = cls(sqlite3.connect(":memory:", uri=True, check_same_thread=False), None)
            index._connection.isolation_level = None
            index._make(edition)
        return index

    def delete(self) -> None:
        """Close the index and remove its file."""
        self.close()
        if self._path is not None:
            for suffix in ("", "-journal"):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @property
    def size(self) -> int:
        """How many plans the index has."""
        return int(self._connection.execute("SELECT count(*) FROM line").fetchone()[0])

    def rows(self, statement: Statement) -> list[tuple[Any, ...]]:
        """Return what the statement finds."""
        return self._connection.execute(*statement).fetchall()

    def outdated(self, plans: Path) -> tuple[list[str], list[str]]:
        """Return the ids of plans that changed, last saved last, and of those that are gone."""
        self._connection.execute("ATTACH ? AS plans", (database_uri(plans, "mode=ro"),))
        try:
            stale = self._connection.execute(_STALE).fetchall()
            gone = self._connection.execute(_GONE).fetchall()
        finally:
            self._connection.execute("DETACH plans")
        return [plan_id for (plan_id,) in stale], [plan_id for (plan_id,) in gone]

    def put(self, plan_ids: Sequence[str], found: Mapping[str, StoredPlan]) -> None:
        """Keep what was found of these plans, in their order; one that was not found goes."""
        with self._writing():
            for plan_id in plan_ids:
                self._drop(plan_id)
                if plan_id in found:
                    self._put(plan_id, found[plan_id])

    def drop(self, plan_ids: Sequence[str]) -> None:
        """Forget these plans."""
        with self._writing():
            for plan_id in plan_ids:
                self._drop(plan_id)

    def wipe(self) -> None:
        """Leave no trace in the file of the words of plans that are gone."""
        self._connection.execute("INSERT INTO word(word) VALUES('optimize')")

    def note(self, name: str) -> str:
        """Return the note of that name; blank when there is none."""
        row = self._connection.execute("SELECT text FROM note WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def keep_note(self, name: str, text: str) -> None:
        """Keep the note."""
        self._connection.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (name, text))

    def _put(self, plan_id: str, plan: StoredPlan) -> None:
        place = "trash" if plan.trashed_at else "archive" if plan.archived else "listed"
        number = self._number(dt.datetime.fromisoformat(plan.saved_at))
        key = brand_key(plan.brand)
        name = sorting_key(plan.name, language())
        title = " ".join(search_words(name))[:_LONGEST_TITLE] or _LAST
        due = plan.due or _NO_DAY
        line = number, plan_id, plan.mark, place, plan.state, plan.trashed_at, due, title, key
        self._connection.execute(
            "INSERT INTO line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*line, plan.brand)
        )
        words = " ".join([plan.words, *marks(place, plan.state, key)])
        self._connection.execute("INSERT INTO word(rowid, words) VALUES (?, ?)", (number, words))

    def _drop(self, plan_id: str) -> None:
        query = "SELECT number FROM line WHERE plan_id = ?"
        for number in self._connection.execute(query, (plan_id,)).fetchall():
            self._connection.execute("DELETE FROM word WHERE rowid = ?", number)
            self._connection.execute("DELETE FROM line WHERE number = ?", number)

    def _number(self, saved_at: dt.datetime) -> int:
        """Return the number of a line: the moment of saving, so that numbers are the order."""
        number = int(saved_at.timestamp() * 1000)
        query = "SELECT max(number) FROM line WHERE ? IN (SELECT number FROM line WHERE number = ?)"
        (last,) = self._connection.execute(query, (number, number)).fetchone()
        return number if last is None else int(last) + 1

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        self._connection.execute("BEGIN")
        try:
            yield
        except BaseException:
            self._connection.rollback()
            raise
        self._connection.commit()

    def _is_ours(self, edition: str) -> bool:
        try:
            return (
                self._pragma("application_id") == APPLICATION_ID
                and self._pragma("user_version") == INDEX_VERSION
                and self.note("edition") == edition
            )
        except sqlite3.DatabaseError:
            return False

    def _pragma(self, name: str) -> int:
        return int(self._connection.execute(f"PRAGMA {name}").fetchone()[0])

    def _make(self, edition: str) -> None:
        with self._writing():
            for statement in _TABLES:
                self._connection.execute(statement)
            self.keep_note("edition", edition)
            self._connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            self._connection.execute(f"PRAGMA user_version={INDEX_VERSION}")


def _connect(path: Path) -> sqlite3.Connection:
    """Open the file, which is made when missing, readable by its owner only."""
    with contextlib.suppress(FileExistsError):
        path.touch(mode=0o600, exist_ok=False)
    connection = sqlite3.connect(
        database_uri(path, "mode=rw"),
        uri=True,
        timeout=_PATIENCE,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        # A lost line is written again; a torn file would have to be made anew.
        for pragma in ("trusted_schema=OFF", "secure_delete=ON", "synchronous=NORMAL"):
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection
