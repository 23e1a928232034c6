"""The rows and columns that a table shows: texts of values, read-only unless a column edits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from smartgoals.ui.guard import guard
from smartgoals.ui.labels import unbroken

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Column:
    """One column: its header, the text of a row, and if wanted colour, alignment, editing."""

    header: str
    text: Callable[[Any], str]
    colour: Callable[[Any], str | None] | None = None
    is_number: bool = False
    most: float = 0.34
    """The share of the table's width that it takes at most, unless it stretches."""
    stretches: bool = False
    least: int = 80
    """Pixels that a stretching column keeps where the others leave no room."""
    is_whole: bool = False
    """Whether a stretching column is never narrower than its texts."""
    edit: Callable[[Any, str], bool] | None = None
    """Takes what was typed into a cell; returns whether it was understood."""


class RowsModel(QAbstractTableModel):
    """Rows of values, each with an ``id``, in columns of text."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = list(columns)
        self.rows: list[Any] = []
        self.folded: tuple[int, ...] = ()
        """The columns whose texts stand below those of the column that stretches."""
        self._cells: dict[tuple[int, int], tuple[str, str | None]] = {}
        """Text and colour of what was looked at; Qt asks for each cell some ten times a key."""

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows; the selection stays where the same ids are."""
        old_ids = [row.id for row in self.rows]
        new = list(rows)
        if old_ids == [row.id for row in new]:
            self.rows = new
            seen, self._cells = self._cells, {}
            if any(self._cell(*place) != cell for place, cell in seen.items()):
                last = self.index(len(new) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._cells = {}
        self.rows = new
        self.endResetModel()

    @property
    def names(self) -> list[str]:
        """What stands above each column."""
        return [column.header for column in self.columns]

    def is_number(self, column: int) -> bool:
        """Return whether the column has numbers, which are never broken."""
        return self.columns[column].is_number

    def texts(self, column: int, folded: Sequence[int] = ()) -> list[str]:
        """Return the texts of the column while those columns are folded."""
        if not folded or column != self._holder:
            return [self._cell(row, column)[0] for row in range(len(self.rows))]
        return [self._with_folded(row, column, folded) for row in range(len(self.rows))]

    def foldable(self) -> list[int]:
        """Return the columns that may stand below another one, the first to go first."""
        last_first = range(len(self.columns) - 1, -1, -1)
        free = [i for i in last_first if i != self._holder and self.columns[i].edit is None]
        return free if self._holder is not None else []

    def fold(self, folded: tuple[int, ...]) -> None:
        """Have the texts of these columns below those of the column that stretches."""
        if folded != self.folded:
            self.folded = folded
            if self._holder is not None and self.rows:
                ends = (0, len(self.rows) - 1)
                first, last = (self.index(row, self._holder) for row in ends)
                self.dataChanged.emit(first, last)

    @property
    def _holder(self) -> int | None:
        return next((i for i, column in enumerate(self.columns) if column.stretches), None)

    def _with_folded(self, row: int, column: int, folded: Sequence[int]) -> str:
        """Return the text of the cell, below it a line for each folded one that says anything."""
        cells = ((self.columns[i].header, self._cell(row, i)[0]) for i in folded)
        lines = [unbroken(f"{header}: {text}") for header, text in cells if text.strip("–")]
        return "\n".join([self._cell(row, column)[0], *lines])

    def row_of(self, part_id: str) -> int:
        """Return the row of the id, or -1."""
        return next((i for i, row in enumerate(self.rows) if row.id == part_id), -1)

    @override
    @guard(answer=0)
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    @guard(answer=0)
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    @guard()
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        column = self.columns[index.column()]
        text, colour = self._cell(index.row(), index.column())
        if role == Qt.ItemDataRole.EditRole:
            return text
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            if self.folded and index.column() == self._holder:
                text = self._with_folded(index.row(), index.column(), self.folded)
            is_spoken = role == Qt.ItemDataRole.AccessibleTextRole
            return f"{column.header}: {text}" if is_spoken else text
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(colour) if colour else None
        if role == Qt.ItemDataRole.TextAlignmentRole and column.is_number:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _cell(self, row: int, column: int) -> tuple[str, str | None]:
        if (row, column) not in self._cells:
            value, shown = self.rows[row], self.columns[column]
            colour = shown.colour(value) if shown.colour is not None else None
            self._cells[row, column] = shown.text(value), colour
        return self._cells[row, column]

    @override
    @guard()
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.header
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextWordWrap)
        return None

    @override
    @guard(answer=Qt.ItemFlag.NoItemFlags)
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self.columns[index.column()].edit is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags if index.isValid() else Qt.ItemFlag.NoItemFlags

    @override
    @guard(answer=False)
    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        edit = self.columns[index.column()].edit
        if edit is None or role != Qt.ItemDataRole.EditRole:
            return False
        return edit(self.rows[index.row()], str(value))
