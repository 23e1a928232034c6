"""Tactics in rows, as people keep them in a spreadsheet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from smartgoals.documents.columns import Column, columns_of, day_reader, heading, number_reader
from smartgoals.documents.recurrence_words import known_recurrences
from smartgoals.documents.series import RowProblem, shown_row
from smartgoals.domain.known_tactics import new_tactics
from smartgoals.domain.tactic import Recurrence, Tactic
from smartgoals.domain.terms import HoursBasis
from smartgoals.domain.text import MAX_TEXT, fold
from smartgoals.formats import FormatError
from smartgoals.language import tr
from smartgoals.words.format_errors import format_error_text
from smartgoals.words.names import hours_basis_name

if TYPE_CHECKING:
    from smartgoals.documents.columns import DayReader, NumberReader
    from smartgoals.documents.csv_reader import Row, Table
    from smartgoals.domain.plan import Plan
    from smartgoals.formats import Formats

COLUMNS = (
    Column.TACTIC,
    Column.VALUE,
    Column.COMPLEXITY,
    Column.OWNERS,
    Column.DUE,
    Column.HOURS,
    Column.REPEATS,
    Column.HOURS_FOR,
    Column.PARKED,
    Column.PARKED_UNTIL,
    Column.NOTE,
)
"""In the order of a table without headings."""
_BEST_SCORE = 10


@dataclass(frozen=True, slots=True)
class FoundTactics:
    """The tactics of the rows that fit, and the rows that do not."""

    tactics: tuple[Tactic, ...]
    problems: tuple[RowProblem, ...]
    present: int = 0
    """How many more rows fit that say nothing but what the plan has already."""

    def new_to(self, plan: Plan) -> FoundTactics:
        """Return what the plan does not have yet, so that a table may be read in twice."""
        new = new_tactics(plan.tactics, self.tactics)
        present = self.present + len(self.tactics) - len(new)
        return FoundTactics(new, self.problems, present)


class _CellError(ValueError):
    """A cell that does not fit; as a string, the sentence."""


def read_tactics(table: Table, formats: Formats) -> FoundTactics:
    """Return a tactic for each row; one that does not fit has its sentence.

    Columns are known by their headings, which may be those of our own exports. Without headings
    they are name, value, complexity, owners, due and hours. ``due`` takes a date or words such
    as "by the 30th of every month".
    """
    places = columns_of(table.rows[0], COLUMNS)
    has_headings = Column.TACTIC in places
    rows = table.rows[1:] if has_headings else table.rows
    if not has_headings:
        places = {column: index for index, column in enumerate(COLUMNS)}
    reader = _TacticReader(
        places,
        day_reader([row.cell(places.get(Column.DUE)) for row in rows], formats),
        number_reader([row.cell(places.get(Column.HOURS)) for row in rows], table, formats),
        known_recurrences(formats),
        formats,
    )
    read = [reader.read(row) for row in rows]
    return FoundTactics(
        tuple(each for each in read if isinstance(each, Tactic)),
        tuple(each for each in read if isinstance(each, RowProblem)),
    )


@dataclass(frozen=True)
class _TacticReader:
    places: dict[Column, int]
    read_day: DayReader
    read_number: NumberReader
    recurrences: dict[str, Recurrence]
    formats: Formats

    def read(self, row: Row) -> Tactic | RowProblem:
        cells = {column: row.cell(index) for column, index in self.places.items()}
        try:
            return Tactic(**self._fields(cells))
        except _CellError as error:
            sentence = str(error)
        except FormatError as error:
            sentence = format_error_text(error, self.formats)
        except ValidationError:
            sentence = tr("Something in this row is too long or too large for a plan.")
        return RowProblem(row.number, shown_row(row), sentence)

    def _fields(self, cells: dict[Column, str]) -> dict[str, Any]:
        name = cells[Column.TACTIC]
        if not name:
            raise _CellError(tr("The tactic has no name."))
        if len(name) > MAX_TEXT:
            raise _CellError(tr("The name is too long."))
        basis = cells.get(Column.HOURS_FOR, "")
        return {
            "name": name,
            "value": _score(cells.get(Column.VALUE, ""), Column.VALUE),
            "complexity": _score(cells.get(Column.COMPLEXITY, ""), Column.COMPLEXITY),
            "owners": _owners(cells.get(Column.OWNERS, "")),
            "hours": self._hours(cells.get(Column.HOURS, "")),
            "hours_basis": _basis(basis) if basis else HoursBasis.WEEK,
            "parked": _is_yes(cells.get(Column.PARKED, "")),
            "parked_until": cells.get(Column.PARKED_UNTIL, ""),
            "note": cells.get(Column.NOTE, ""),
            **self._when(cells.get(Column.DUE, ""), cells.get(Column.REPEATS, "")),
        }

    def _when(self, due: str, repeats: str) -> dict[str, Any]:
        recurrence = self.recurrences.get(fold(" ".join((repeats or due).split())))
        if recurrence is not None:
            return {"recurrence": recurrence}
        if repeats:
            raise _CellError(_unknown_recurrence(repeats))
        return {"due": self.read_day(due) if due else None}

    def _hours(self, text: str) -> Decimal | None:
        hours = self.read_number(text.removesuffix("h").strip(), None) if text else None
        if hours is not None and hours < 0:
            raise _CellError(tr("Hours cannot be less than nothing."))
        return hours


def _score(text: str, column: Column) -> int | None:
    if not text:
        return None
    if re.fullmatch(r"[0-9]{1,2}([.,]0+)?", text) and 1 <= int(text[:2].strip(".,")) <= _BEST_SCORE:
        return int(text[:2].strip(".,"))
    sentence = tr("“{heading}” should be a whole number from 1 to 10.")
    raise _CellError(sentence.format(heading=heading(column)))


def _owners(text: str) -> tuple[str, ...]:
    pieces = re.split("[;\n]" if ";" in text else "[,\n]", text)
    return tuple(piece.strip() for piece in pieces if piece.strip())


def _basis(text: str) -> HoursBasis:
    for basis in HoursBasis:
        if fold(text) in {basis.value, fold(hours_basis_name(basis))}:
            return basis
    names = ", ".join(hours_basis_name(basis) for basis in HoursBasis)
    raise _CellError(
        tr("“{heading}” should be one of: {names}.").format(
            heading=heading(Column.HOURS_FOR), names=names
        )
    )


def _is_yes(text: str) -> bool:
    return fold(text) in {"yes", "true", "1", "x", fold(tr("yes"))}


def _unknown_recurrence(text: str) -> str:
    return tr(
        "“{text}” is not known as a rhythm; please write it such as “monthly 30” or “weekly mon”."
    ).format(text=text)
