"""Text in rows and columns: CSV files, and what comes from a spreadsheet by copy and paste."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartgoals.domain.text import clean
from smartgoals.language import tr

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 5_000_000
MAX_ROWS = 20_000
_SEPARATORS = ("\t", ";", ",")
"""Where several fit, the earlier one: a comma may part decimals, a tab parts nothing else."""
_SAMPLE = 20_000
"""Characters from the beginning by which the separator is found."""
_FORMULA = re.compile(r"[\s']*[=+\-@＝＋－＠]")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY = {"tr": "cp1254"}
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")
_SEPARATOR_LINE = re.compile("sep=(.)\n", re.IGNORECASE)
"""The line with which a spreadsheet is told the separator; it does not count as a row."""


class TableTextError(ValueError):
    """Nothing that can be read as rows and columns; as a string, the sentence that says why."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is not blank, and its number, counted from 1 as a spreadsheet does."""

    number: int
    cells: tuple[str, ...]

    def cell(self, index: int | None) -> str:
        """Return the text of the column; blank where the row is shorter, or for no column."""
        return self.cells[index] if index is not None and index < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a text, clean and without blanks around each cell."""

    rows: tuple[Row, ...]
    separator: str
    """A tab, a semicolon or a comma; blank where there is one column only."""


def read_table_file(path: Path, language: str = "en") -> Table:
    """Return the rows of the file; a file beyond the size limit is not read to its end.

    Raises:
        OSError: the file cannot be read.
        TableTextError: as for ``read_table``.
    """
    with path.open("rb") as file:
        return read_table(file.read(MAX_BYTES + 1), language)


def read_table(content: str | bytes, language: str = "en") -> Table:
    """Return the rows of the text; bytes are UTF-8, UTF-16 or the old encoding of the language.

    Raises:
        TableTextError: it is too large, has too many rows, or is no text.
    """
    if len(content) > MAX_BYTES:
        raise TableTextError(tr("This is larger than 5 MB; please take a part of it."))
    text = content if isinstance(content, str) else _decoded(content, language)
    if _CONTROLS.search(text):
        raise TableTextError(tr("This is not text in rows and columns, such as a CSV file."))
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    named = _SEPARATOR_LINE.match(text)
    if named:
        text = text[named.end() :]
    separator = named[1] if named else _separator(text)
    return Table(_rows(text, separator), separator)


def neutral(text: str) -> str:
    """Return the text so that a spreadsheet takes it for text, never for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def _as_written(cell: str) -> str:
    """Return the cell without the mark of ``neutral``, and clean."""
    is_marked = cell.startswith("'") and _FORMULA.match(cell, 1)
    return clean(cell[1:] if is_marked else cell).strip()


def _decoded(content: bytes, language: str) -> str:
    encoding = next((name for bom, name in _BOMS if content.startswith(bom)), "")
    try:
        if encoding:
            return content.decode(encoding)
        return content.decode(_unmarked(content))
    except UnicodeDecodeError:
        # The few bytes that these have no letter for are what binary content is full of.
        text = content.decode(_LEGACY.get(language, "cp1252"), errors="replace")
    return text.replace("\ufffd", "\x00")


def _unmarked(content: bytes) -> str:
    """Return the encoding of a text without byte order mark, by where its zeros stand."""
    start = content[:400]
    first, second = start[::2].count(0), start[1::2].count(0)
    if 4 * max(first, second) < len(start) // 2 or first == second:
        return "utf-8"
    return "utf-16-be" if first > second else "utf-16-le"


def _separator(text: str) -> str:
    """Return the separator with which most rows have equally many cells; blank for none."""
    sample = text[:_SAMPLE]
    scores = {separator: _evenness(sample, separator) for separator in _SEPARATORS}
    best = max(_SEPARATORS, key=lambda separator: scores[separator])
    return best if scores[best] else ""


def _evenness(text: str, separator: str) -> float:
    """Return the share of rows, 0 to 1, that have the most usual number of cells above one."""
    records = _quoted_records(text, separator)
    widths = Counter(map(len, records or _plain_records(text, separator)))
    usual = max((count for width, count in widths.items() if width > 1), default=0)
    # Quotes that do not match up tell of a wrong separator.
    return usual / max(1, widths.total()) / (1 if records else 2)


def _rows(text: str, separator: str) -> tuple[Row, ...]:
    rows = []
    for number, record in enumerate(_records(text, separator), start=1):
        if number > MAX_ROWS:
            sentence = tr("This has more than {count} rows; please take a part of it.")
            raise TableTextError(sentence.format(count=MAX_ROWS))
        cells = tuple(_as_written(cell) for cell in record)
        if any(cells):
            rows.append(Row(number, cells))
    if not rows:
        raise TableTextError(tr("There is nothing in it."))
    return tuple(rows)


def _records(text: str, separator: str) -> list[list[str]]:
    """Return the cells of each row; where the quotes do not match up, they are plain letters."""
    if not separator:
        return [[line] for line in text.split("\n")]
    return _quoted_records(text, separator) or _plain_records(text, separator)


def _quoted_records(text: str, separator: str) -> list[list[str]]:
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        return []


def _plain_records(text: str, separator: str) -> list[list[str]]:
    return [line.split(separator) for line in text.split("\n")]
