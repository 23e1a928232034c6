"""What sections of the goal sheet are made of; the template knows how each looks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable


class Room(StrEnum):
    """How long a word may be until it is broken, about: 10, 14, 24 and 40 signs."""

    NARROW = "narrow"
    SMALL = "small"
    MEDIUM = "medium"
    WIDE = "wide"


@dataclass(frozen=True)
class Cell:
    """A cell of a table with a remark in small print, under it or beside it."""

    text: str
    note: str
    is_note_beside: bool = False


Content: TypeAlias = "str | Cell | None"
"""What a cell of a table holds; None is a line to fill in by hand."""


@dataclass(frozen=True)
class Pair:
    """A name and what is said under it, in one or more paragraphs."""

    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Pairs:
    """Names on the left, texts on the right."""

    items: tuple[Pair, ...]
    title: str | None = None
    kind: str = "pairs"


@dataclass(frozen=True)
class Column:
    """A column of a table."""

    head: str
    is_number: bool = False
    share: int = 0
    """Of the width that the columns without a share leave; without any, a table is narrow."""
    room: Room = Room.MEDIUM


@dataclass(frozen=True)
class Table:
    """Rows under a header, which repeats on every page."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Content, ...], ...]
    title: str | None = None
    blank_rows: int = 0
    """Rows to fill in by hand."""
    kind: str = "table"


Block: TypeAlias = Pairs | Table


@dataclass(frozen=True)
class Section:
    """Blocks under one heading."""

    heading: str
    blocks: tuple[Block, ...]


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the lines of the text that have something in them."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def pairs(items: Iterable[tuple[str, str]], title: str | None = None) -> tuple[Pairs, ...]:
    """Return a block of those names whose text is not blank; no block when all are."""
    found = tuple(Pair(label, paragraphs(text)) for label, text in items if text.strip())
    return (Pairs(found, title),) if found else ()


def named(name: str, *blocks: tuple[Pairs, ...]) -> tuple[Pairs, ...]:
    """Return the blocks; when there is none, the name alone, unless it is blank as well."""
    found = tuple(block for group in blocks for block in group)
    return found or ((Pairs((), name.strip()),) if name.strip() else ())


def table(
    columns: Iterable[Column], rows: Iterable[tuple[Content, ...]], title: str | None = None
) -> tuple[Table, ...]:
    """Return a table without the columns that are blank in every row; none without rows."""
    all_columns, all_rows = tuple(columns), tuple(rows)
    if not all_rows:
        return ()
    kept = [
        index
        for index, column in enumerate(all_columns)
        if column.share or any(row[index] != "" for row in all_rows)
    ]
    return (
        Table(
            tuple(all_columns[index] for index in kept),
            tuple(tuple(row[index] for index in kept) for row in all_rows),
            title,
        ),
    )


def section(heading: str, *blocks: tuple[Block, ...]) -> tuple[Section, ...]:
    """Return the section of these blocks; none when there is no block."""
    found = tuple(block for group in blocks for block in group)
    return (Section(heading, found),) if found else ()
