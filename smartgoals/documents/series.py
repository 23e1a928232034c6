"""Dates and values in rows: a series that was pasted, or a file of check-ins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartgoals.documents.columns import Column, columns_of, day_reader, number_reader
from smartgoals.documents.csv_reader import Row
from smartgoals.formats import FormatError
from smartgoals.language import tr
from smartgoals.words.format_errors import format_error_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from decimal import Decimal

    from smartgoals.documents.columns import DayReader, NumberReader
    from smartgoals.documents.csv_reader import Table
    from smartgoals.domain.terms import MetricKind
    from smartgoals.formats import Formats

_WITHOUT_HEADINGS = {
    2: (Column.DATE, Column.VALUE),
    3: (Column.DATE, Column.VALUE, Column.NOTE),
    4: (Column.METRIC, Column.DATE, Column.VALUE, Column.NOTE),
}
"""What the columns of a table without headings are, by their number."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of one day; ``row`` counts from 1, ``metric`` is blank where no column says it."""

    row: int
    day: dt.date
    value: Decimal | None
    """None only in a row with a note alone, where these are wanted."""
    metric: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row that does not fit: its number, what stands in it, and a sentence that says why."""

    row: int
    text: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Series:
    """What was understood, in the order of the rows, and what was not."""

    entries: tuple[Entry, ...]
    problems: tuple[RowProblem, ...]


def read_series(
    table: Table,
    formats: Formats,
    kind_of: Callable[[str], MetricKind | None] = lambda _: None,
    *,
    takes_notes: bool = False,
) -> Series:
    """Return the dates and values of the rows; each row that does not fit has its sentence.

    Columns are known by the headings date, value, note and metric, in any order; without
    headings the first is the date and the second the value, or of four columns the metric, the
    date, the value and the note. ``kind_of`` returns the kind of the metric that a row names.
    With ``takes_notes`` a row with a date and a note needs no value.
    """
    places = columns_of(table.rows[0], (Column.DATE, Column.VALUE, Column.METRIC, Column.NOTE))
    has_headings = {Column.DATE, Column.VALUE} <= places.keys()
    rows = table.rows[1:] if has_headings else table.rows
    if not table.separator:
        rows = tuple(_parted(row) for row in rows)
    if not has_headings:
        width = max(2, min(4, max(len(row.cells) for row in rows)))
        places = {column: index for index, column in enumerate(_WITHOUT_HEADINGS[width])}
    reader = _RowReader(
        places,
        day_reader([row.cell(places[Column.DATE]) for row in rows], formats),
        number_reader([row.cell(places[Column.VALUE]) for row in rows], table, formats),
        kind_of,
        formats,
        takes_notes=takes_notes,
    )
    read = [reader.read(row) for row in rows]
    return Series(
        tuple(each for each in read if isinstance(each, Entry)),
        tuple(each for each in read if isinstance(each, RowProblem)),
    )


def shown_row(row: Row) -> str:
    """Return the cells as one line, to be shown beside what is wrong with them."""
    return " · ".join(cell.replace("\n", " ") for cell in row.cells if cell)


def _parted(row: Row) -> Row:
    """Return the row of a list that was typed, date and value with a space between."""
    return Row(row.number, tuple(row.cell(0).rsplit(maxsplit=1)))


@dataclass(frozen=True)
class _RowReader:
    places: dict[Column, int]
    read_day: DayReader
    read_number: NumberReader
    kind_of: Callable[[str], MetricKind | None]
    formats: Formats
    takes_notes: bool

    def read(self, row: Row) -> Entry | RowProblem:
        day, value = row.cell(self.places[Column.DATE]), row.cell(self.places[Column.VALUE])
        metric = row.cell(self.places.get(Column.METRIC))
        note = row.cell(self.places.get(Column.NOTE))
        if not day:
            return RowProblem(row.number, shown_row(row), tr("The date is missing."))
        if not value and not (note and self.takes_notes):
            return RowProblem(row.number, shown_row(row), tr("The value is missing."))
        try:
            amount = self.read_number(value, self.kind_of(metric)) if value else None
            return Entry(row.number, self.read_day(day), amount, metric, note)
        except FormatError as error:
            sentence = format_error_text(error, self.formats)
            return RowProblem(row.number, shown_row(row), sentence)
