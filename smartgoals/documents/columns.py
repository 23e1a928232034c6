"""The columns of the tables that are written and read: their headings, and what stands in them.

A CSV file is for programs and has the same headings in every language; people read and type
those of their own. Both are known again when a table is read.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from smartgoals.domain.text import fold
from smartgoals.formats import FormatError, FormatReason, Formats
from smartgoals.language import tr

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable

    from smartgoals.documents.csv_reader import Row, Table
    from smartgoals.domain.terms import MetricKind

    NumberReader = Callable[[str, MetricKind | None], Decimal]
    DayReader = Callable[[str], dt.date]

_TWO_WAYS = re.compile(r"[-+−]? *[1-9][0-9]{0,2}[.,][0-9]{3} *%?")


class Column(StrEnum):
    """A column that is read, by its heading in a CSV file."""

    DATE = "date"
    METRIC = "metric"
    VALUE = "value"
    NOTE = "note"
    TACTIC = "name"
    COMPLEXITY = "complexity"
    OWNERS = "owners"
    DUE = "due"
    REPEATS = "repeats"
    HOURS = "hours"
    HOURS_FOR = "hours_for"
    PARKED = "parked"
    PARKED_UNTIL = "parked_until"
    DONE = "done"


_OTHER_WORDS = {
    Column.DATE: ("day",),
    Column.VALUE: ("number", "reading"),
    Column.NOTE: ("notes", "comment"),
    Column.TACTIC: ("tactic", "what", "task"),
    Column.OWNERS: ("owner", "who"),
    Column.DUE: ("when", "due date", "deadline"),
    Column.REPEATS: ("recurrence",),
    Column.HOURS_FOR: ("hours for",),
    Column.PARKED_UNTIL: ("parked until",),
}


def heading(column: Column) -> str:
    """Return what the column is called, in the user's language."""
    return {
        Column.DATE: tr("Date"),
        Column.METRIC: tr("Metric"),
        Column.VALUE: tr("Value"),
        Column.NOTE: tr("Note"),
        Column.TACTIC: tr("Tactic"),
        Column.COMPLEXITY: tr("Complexity"),
        Column.OWNERS: tr("Who"),
        Column.DUE: tr("When"),
        Column.REPEATS: tr("Repeats"),
        Column.HOURS: tr("Hours"),
        Column.HOURS_FOR: tr("Hours for"),
        Column.PARKED: tr("Parked"),
        Column.PARKED_UNTIL: tr("Parked until"),
        Column.DONE: tr("Done"),
    }[column]


def columns_of(row: Row, wanted: Iterable[Column]) -> dict[Column, int]:
    """Return where the wanted columns stand, if the row is one of headings; empty if not."""
    found: dict[Column, int] = {}
    for column in wanted:
        words = {fold(word) for word in (column, heading(column), *_OTHER_WORDS.get(column, ()))}
        for index, cell in enumerate(row.cells):
            if fold(cell) in words and column not in found and index not in found.values():
                found[column] = index
    return found


def number_reader(texts: Iterable[str], table: Table, formats: Formats) -> NumberReader:
    """Return how the numbers of the column are read; it raises ``FormatError``.

    A file of another country has its own decimal mark. ``1,5`` says which one, ``1,234`` does
    not: then the user's own writing is taken, unless the file looks like one of elsewhere.
    """
    own = "." if formats.parse_number("1,234") == Decimal(1234) else ","
    marks = {mark for text in texts for mark in _decimal_marks(text)}
    if not marks and table.separator != (";" if own == "." else ","):
        marks = {own}
    if len(marks) != 1:
        return partial(_read_clear_number, formats=formats)
    is_own = marks == {own}
    return (formats if is_own else Formats("en_GB" if "." in marks else "de_DE")).parse_number


def day_reader(texts: Iterable[str], formats: Formats) -> DayReader:
    """Return how the dates of the column are read; it raises ``FormatError``.

    That is the writing in which most of them are dates; the user's own where it is as good.
    """
    cells = list(texts)
    writings = (formats, Formats("en_GB"), Formats("en_US"))
    best = max(writings, key=lambda each: sum(_is_day(cell, each) for cell in cells))
    return best.parse_day


def _read_clear_number(text: str, kind: MetricKind | None, formats: Formats) -> Decimal:
    """Return the number; refuse one that is another where comma and point change places."""
    if _TWO_WAYS.fullmatch(text):
        raise FormatError(FormatReason.AMBIGUOUS, text)
    return formats.parse_number(text, kind)


def _decimal_marks(text: str) -> str:
    """Return the mark that can only part decimals in this number; blank where none must."""
    marks = re.findall("[.,]", text)
    if not marks or _TWO_WAYS.fullmatch(text):
        return ""
    if len(marks) > 1 and len(set(marks)) == 1:
        return "," if marks[0] == "." else "."  # This one parts thousands.
    return str(marks[-1])


def _is_day(text: str, formats: Formats) -> bool:
    try:
        formats.parse_day(text)
    except FormatError:
        return False
    return True
