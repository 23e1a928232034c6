"""Tables of a plan's parts: a model of read-only columns and a view that fits its rows."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from smartgoals.ui.guard import guard
from smartgoals.ui.table_copy import copy_menu, handle_keys

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROW_HEIGHT = 34
_CELL_PADDING = 21
"""Pixels that a text has left and right of it, together."""
_NAME_PADDING = 22
_NAME_MARGIN = 16
"""The same of the name of a column: beside it, and above and below it."""
_CELL_MARGIN = 12
"""Pixels above and below a text that is broken, together."""
_HIGH = 10_000
_MOST_FITS = 3
MEASURED_ROWS = 20
"""Column widths follow the rows in view and so many more; all of 300 would slow the typing."""


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

    def texts(self, column: int) -> list[str]:
        """Return the texts of the column."""
        return [self._cell(row, column)[0] for row in range(len(self.rows))]

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
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.header}: {text}"
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


class RowsView(QTableView):
    """A table that is as high as its rows (up to a limit) and moves its focus by rows.

    With ``wraps`` a text that is too long for its column goes on in a second line, as long as
    there are no more than ``most_rows``, or ``most_broken`` that are scrolled to.
    """

    pasted = Signal(str)
    """What the clipboard has, for tables that take rows."""

    def __init__(
        self,
        model: RowsModel,
        name: str,
        most_rows: int = 12,
        *,
        wraps: bool = False,
        most_broken: int = 0,
    ) -> None:
        super().__init__()
        self._most_rows = most_rows
        self._most_broken = max(most_rows, most_broken)
        self._wraps = wraps
        self._header_height = 0
        self._is_fitting = False
        self._rows = model
        self.setModel(model)
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setWordWrap(wraps)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        height = max(ROW_HEIGHT, self.fontMetrics().height() + 16)
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setProperty("edits", any(column.edit is not None for column in model.columns))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setResizeContentsPrecision(MEASURED_ROWS)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.columns = model.columns
        model.modelReset.connect(self.updateGeometry)
        self.horizontalScrollBar().rangeChanged.connect(self.updateGeometry)
        model.modelReset.connect(self._fit_columns)
        model.dataChanged.connect(self._fit_columns)

    def show_columns(self, shown: Collection[int]) -> None:
        """Show the columns of these places and hide all others."""
        hidden = {i for i in range(len(self.columns)) if self.isColumnHidden(i)}
        wanted = set(range(len(self.columns))) - set(shown)
        for i in hidden ^ wanted:
            self.setColumnHidden(i, i in wanted)
        if hidden != wanted:
            self._fit_columns()

    def _fit_columns(self) -> None:
        """Give each column what it needs, long ones at most a third; the rest stretches.

        A header that grows makes the view fit itself anew; that is taken up afterwards.
        """
        if self._is_fitting:
            return
        self._is_fitting = True
        try:
            fitted = -1
            for _ in range(_MOST_FITS):
                if fitted != self.viewport().width():
                    fitted = self.viewport().width()
                    self._fit_all()
        finally:
            self._is_fitting = False

    def _fit_all(self) -> None:
        header = self.horizontalHeader()
        columns = range(len(self.columns))
        widths = [0 if self.isColumnHidden(i) else self._wanted_width(i) for i in columns]
        rest = self.viewport().width() - sum(widths)
        if self._breaks and rest < 0:
            widths, rest = self._shared_widths(widths), 0
        self._fit_header(widths)
        for i, column in enumerate(self.columns):
            width = widths[i]
            if column.stretches and rest != 0:
                width = max(width + rest, self._least_width(i))
            if not self.isColumnHidden(i):
                header.resizeSection(i, width)
        if self._wraps:
            self._fit_rows()
        if self.horizontalScrollBar().maximum() and header.length() <= self.viewport().width():
            self.updateGeometries()  # Qt itself would keep a bar that is needed no more.

    @property
    def _breaks(self) -> bool:
        """Whether texts go on in a second line: measuring hundreds would slow the typing."""
        return self._wraps and self.model().rowCount() <= self._most_broken

    def _wanted_width(self, column: int) -> int:
        least = self.horizontalHeader().sectionSizeHint(column)
        if self._breaks:
            # Qt's own hint is that of a text that is broken already.
            wide = self.fontMetrics().horizontalAdvance
            return max([least, *(wide(text) + _CELL_PADDING for text in self._texts(column))])
        most = max(int(self.viewport().width() * self.columns[column].most), least)
        return min(max(self.sizeHintForColumn(column) + 14, least), most)

    def _least_width(self, column: int) -> int:
        shown = self.columns[column]
        least = max(shown.least, self.horizontalHeader().sectionSizeHint(column))
        return max(least, self.sizeHintForColumn(column) + 8) if shown.is_whole else least

    def _fit_header(self, widths: Sequence[int]) -> None:
        """Give the header as many lines as its names need where a column is narrow."""
        header = self.horizontalHeader()
        shown = [i for i, width in enumerate(widths) if width > 0]
        lines = max((self._lines_of_name(i, widths[i]) for i in shown), default=1)
        height = header.fontMetrics().lineSpacing() * lines + _NAME_MARGIN
        if height != self._header_height:
            self._header_height = height
            # Both limits at once: Qt turns in a circle while the least is above the most.
            header.setFixedHeight(height)
            self.updateGeometry()

    def _lines_of_name(self, column: int, width: int) -> int:
        shown, header = self.columns[column], self.horizontalHeader()
        if shown.stretches or width >= header.sectionSizeHint(column):
            return 1
        room = QRect(0, 0, width - _NAME_PADDING, _HIGH)
        wraps = Qt.TextFlag.TextWordWrap
        high = header.fontMetrics().boundingRect(room, wraps, shown.header).height()
        return max(round(high / header.fontMetrics().lineSpacing()), 1)

    def _shared_widths(self, wanted: Sequence[int]) -> list[int]:
        """Give all what cannot be broken; first texts and then numbers share the rest fairly."""
        shared = [min(width, self._widest_word(i)) for i, width in enumerate(wanted)]
        missing = [width - shared[i] for i, width in enumerate(wanted)]
        room = max(self.viewport().width() - sum(shared), 0)
        for is_number in (False, True):
            columns = [i for i, each in enumerate(self.columns) if each.is_number is is_number]
            for place, i in enumerate(sorted(columns, key=missing.__getitem__)):
                more = min(missing[i], room // (len(columns) - place))
                shared[i] += more
                room -= more
        return shared

    def _widest_word(self, column: int) -> int:
        """Return the pixels below which a number or a word would be cut.

        A word gets a third of the table at most.
        """
        shown, wide = self.columns[column], self.fontMetrics().horizontalAdvance
        texts = self._texts(column)
        # Some languages part thousands by a space, at which no line may end.
        words = texts if shown.is_number else (w for text in texts for w in text.split(" "))
        widest = max((wide(word) + _CELL_PADDING for word in words), default=0)
        named = self.horizontalHeader().fontMetrics().horizontalAdvance
        least = max(named(word) + _NAME_PADDING for word in shown.header.split(" "))
        most = widest if shown.is_number else self.viewport().width() // 3
        return max(least, min(widest, most))

    def _texts(self, column: int) -> list[str]:
        return self._rows.texts(column)  # Directly: asking as Qt does takes ten times as long.

    def _fit_rows(self) -> None:
        """Give each row the height that its texts need, and none less than the usual one."""
        rows, before = self.verticalHeader(), self.verticalHeader().length()
        if not self._breaks:
            for row in range(self._most_broken):
                rows.resizeSection(row, rows.defaultSectionSize())
            return
        shown = [i for i in range(len(self.columns)) if not self.isColumnHidden(i)]
        heights = [[self._height(text, i) for text in self._texts(i)] for i in shown]
        for row, needed in enumerate(zip(*heights, strict=True)):
            rows.resizeSection(row, max(rows.defaultSectionSize(), *needed))
        if rows.length() != before:
            self.updateGeometry()

    def _height(self, text: str, column: int) -> int:
        room = QRect(0, 0, self.columnWidth(column) - _CELL_PADDING + 2, _HIGH)
        wraps = Qt.TextFlag.TextWordWrap
        return self.fontMetrics().boundingRect(room, wraps, text).height() + _CELL_MARGIN

    @override
    @guard()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    @override
    @guard(answer=QSize(200, 100))
    def sizeHint(self) -> QSize:
        rows = min(max(self.model().rowCount(), 1), self._most_rows)
        height = max(self.horizontalHeader().sizeHint().height(), self._header_height) + 6
        if self.horizontalScrollBar().maximum() > 0:
            height += self.horizontalScrollBar().sizeHint().height()
        if self._wraps and self.model().rowCount() in range(1, self._most_rows + 1):
            return QSize(320, height + self.verticalHeader().length())
        return QSize(320, height + rows * self.verticalHeader().defaultSectionSize())

    @override
    @guard(answer=QSize(200, 100))
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    @guard()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        elif not handle_keys(self, event):
            super().keyPressEvent(event)

    @override
    @guard()
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        copy_menu(self).popup(event.globalPos())
