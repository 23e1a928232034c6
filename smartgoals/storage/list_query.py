"""What the list of plans can be asked for: a shelf, a client, a text, an order."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from smartgoals.domain.text import clean, fold

_MOST_WORDS = 16
_LONGEST_TEXT = 400
"""Characters of a search that are read; a pasted page finds nothing that they would not."""


class Shelf(StrEnum):
    """Where a plan stands in the list; the first four show what is neither archived nor gone."""

    ALL = ""
    ACTIVE = "active"
    DRAFT = "draft"
    DONE = "done"
    ARCHIVE = "archive"
    TRASH = "trash"

    @property
    def place(self) -> str:
        """The part of the store: ``listed``, ``archive`` or ``trash``."""
        return self.value if self in {Shelf.ARCHIVE, Shelf.TRASH} else "listed"

    @property
    def state(self) -> str:
        """The state that all its plans are in; blank for any."""
        return self.value if self in {Shelf.ACTIVE, Shelf.DRAFT, Shelf.DONE} else ""


class Order(StrEnum):
    """What the list goes by."""

    CHANGED = "changed"
    """Last saved first; in the trash, last thrown away first."""
    DUE = "due"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class ListQuery:
    """Which plans are listed, and in which order."""

    shelf: Shelf = Shelf.ALL
    text: str = ""
    """As it was typed; any characters."""
    brand: str = ""
    """The folded name of a brand; blank for all."""
    order: Order = Order.CHANGED
    emptied: dt.datetime | None = None
    """What was thrown away up to this moment is left out of the trash."""

    @property
    def is_plain(self) -> bool:
        """Whether the plans alone tell the answer, in the order in which they are stored."""
        return (
            self.shelf in {Shelf.ALL, Shelf.TRASH}
            and self.order is Order.CHANGED
            and not (self.brand or self.hides or self.words)
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether a text or a brand leaves plans out."""
        return bool(self.brand or self.words)

    @property
    def hides(self) -> bool:
        """Whether plans are left out that were emptied out of the trash."""
        return self.emptied is not None and self.shelf is Shelf.TRASH

    @property
    def words(self) -> list[str]:
        """The folded words to look for; none in a text of marks only, which finds everything."""
        return search_words(clean(self.text[:_LONGEST_TEXT]))[:_MOST_WORDS]


class Statement(NamedTuple):
    """SQL and what is bound to it."""

    sql: str
    values: tuple[object, ...]


def search_words(text: str) -> list[str]:
    """Return the folded words of a clean text, in their order; no mark interrupts a word."""
    return fold(text).translate(_WORD_MARKS).split()


def marks(place: str, state: str, brand: str) -> list[str]:
    """Return the words by which the index knows where a plan stands; nobody can type them."""
    from hashlib import sha256

    hashed = f"b{sha256(brand.encode()).hexdigest()[:16]}" if brand else ""
    return [f"_{mark}" for mark in (place, state, hashed) if mark]


def ids_statement(query: ListQuery, limit: int, offset: int) -> Statement:
    """Return the statement for the ids of the plans asked for, in their order."""
    order = _order(query)
    if not (words := _match(query)):
        where, values = _conditions(query)
        sql = f"SELECT plan_id FROM line WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"  # noqa: S608
        return Statement(sql, (*values, limit, offset))
    if query.order is Order.CHANGED and not query.hides:
        # Read from the end of the index and stopped when there are enough.
        found = "SELECT rowid FROM word WHERE word MATCH ? ORDER BY rowid DESC LIMIT ? OFFSET ?"
        sql = f"SELECT plan_id FROM line WHERE number IN ({found}) ORDER BY number DESC"  # noqa: S608
        return Statement(sql, (words, limit, offset))
    where, values = _conditions(query)
    found = "SELECT rowid FROM word WHERE word MATCH ?"
    sql = (
        f"SELECT plan_id FROM line WHERE number IN ({found}) AND {where}"  # noqa: S608
        f" ORDER BY {order} LIMIT ? OFFSET ?"
    )
    return Statement(sql, (words, *values, limit, offset))


def count_statement(query: ListQuery, most: int) -> Statement:
    """Return the statement that counts the plans asked for, up to so many."""
    words = _match(query)
    if words and not query.hides:
        sql = "SELECT count(*) FROM (SELECT 1 FROM word WHERE word MATCH ? LIMIT ?)"
        return Statement(sql, (words, most))
    where, values = _conditions(query)
    if words:
        where += " AND number IN (SELECT rowid FROM word WHERE word MATCH ?)"
        values = (*values, words)
    sql = f"SELECT count(*) FROM (SELECT 1 FROM line WHERE {where} LIMIT ?)"  # noqa: S608
    return Statement(sql, (*values, most))


def _match(query: ListQuery) -> str:
    """Return the expression for the full-text index; blank when no word is asked for.

    Every word stands in quotes and has nothing in it but letters and digits, so that nothing
    typed is ever read as the syntax of the index.
    """
    words = query.words
    if not words:
        return ""
    place = marks(query.shelf.place, query.shelf.state, query.brand)
    return " AND ".join([*(f'"{word}" *' for word in words), *(f'"{mark}"' for mark in place)])


def _conditions(query: ListQuery) -> tuple[str, tuple[object, ...]]:
    parts: list[tuple[str, object]] = [("place = ?", query.shelf.place)]
    if query.shelf.state:
        parts.append(("state = ?", query.shelf.state))
    if query.brand:
        parts.append(("brand_key = ?", query.brand))
    if query.emptied is not None and query.hides:
        moment = query.emptied.astimezone(dt.UTC).isoformat(timespec="microseconds")
        parts.append(("trashed_at > ?", moment))
    return " AND ".join(sql for sql, _ in parts), tuple(value for _, value in parts)


def _order(query: ListQuery) -> str:
    if query.order is Order.CHANGED and query.shelf is Shelf.TRASH:
        return "trashed_at DESC, number DESC"
    return {
        Order.CHANGED: "number DESC",
        Order.DUE: "due, number DESC",
        Order.TITLE: "title, number DESC",
    }[query.order]


class _WordMarks(dict[int, int | str]):
    """Turns all that stands between words into spaces; each character is judged once."""

    def __missing__(self, code: int) -> int | str:
        category = unicodedata.category(chr(code))
        # Pictures are words of their own; ZWJ, which ties them, and U+FFFD go.
        is_picture = category == "So" and code != _REPLACEMENT
        stays = category[0] in "LNM" or is_picture
        self[code] = code if stays else " "
        return self[code]


_REPLACEMENT = 0xFFFD
_WORD_MARKS = _WordMarks()
