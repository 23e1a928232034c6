"""Tables of a plan's parts: a view that fits its rows and its columns."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView
from typing_extensions import override

from smartgoals.ui.column_widths import CELL_PADDING, NAME_PADDING, ColumnWidths
from smartgoals.ui.guard import guard
from smartgoals.ui.table_copy import copy_menu, handle_keys
from smartgoals.ui.table_model import RowsModel

ROW_HEIGHT = 34
_NAME_MARGIN = 16
"""Pixels above and below the name of a column, together."""
_CELL_MARGIN = 12
"""Pixels above and below a text that is broken, together."""
_HIGH = 10_000
_MOST_FITS = 3
MEASURED_ROWS = 20
"""Column widths follow the rows in view and so many more; all of 300 would slow the typing."""


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
        self._widths = ColumnWidths(self, model)
        self._left_out: frozenset[int] = frozenset()
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
        header.setMinimumSectionSize(1)  # Else a single digit gets the room of the widest letter.
        header.setResizeContentsPrecision(MEASURED_ROWS)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.columns = model.columns
        model.modelReset.connect(self.updateGeometry)
        self.horizontalScrollBar().rangeChanged.connect(self.updateGeometry)
        model.modelReset.connect(self._fit_columns)
        model.dataChanged.connect(self._fit_columns)

    def show_columns(self, shown: Collection[int]) -> None:
        """Show the columns of these places and hide all others."""
        left_out = frozenset(range(len(self.columns))) - frozenset(shown)
        if left_out != self._left_out:
            self._left_out = left_out
            self._hide_columns()
            self._fit_columns()

    @property
    def shown_columns(self) -> list[int]:
        """The places of all columns that are shown, be it below another one."""
        return [i for i in range(len(self.columns)) if i not in self._left_out]

    def _hide_columns(self) -> None:
        hidden = self._left_out | frozenset(self._rows.folded)
        for i in range(len(self.columns)):
            if self.isColumnHidden(i) != (i in hidden):
                self.setColumnHidden(i, i in hidden)

    def _fold(self, folded: tuple[int, ...]) -> None:
        if folded != self._rows.folded:
            self._rows.fold(folded)
            self._hide_columns()

    def _fit_columns(self) -> None:
        """Give each column what it needs, long ones at most a third; the rest stretches.

        Where not even the words fit, the last columns stand below the one that stretches.
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
        shown = self.shown_columns
        if not self._breaks:
            self._fold(())
        widths = [self._wanted_width(i) if i in shown else 0 for i in range(len(self.columns))]
        rest = self.viewport().width() - sum(widths)
        is_narrow = self._breaks and rest < 0
        self._fold(self._widths.to_fold(shown) if is_narrow else ())
        if is_narrow:
            for i in self._rows.folded:
                widths[i] = 0
            widths = self._widths.shared(widths, self._rows.folded)
            rest = self.viewport().width() - sum(widths) if self._rows.folded else 0
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
        if self._breaks:
            # Qt's own hint is that of a text that is broken already.
            return self._widths.whole(column)
        least = self.horizontalHeader().sectionSizeHint(column)
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
        room = QRect(0, 0, width - NAME_PADDING, _HIGH)
        wraps = Qt.TextFlag.TextWordWrap
        high = header.fontMetrics().boundingRect(room, wraps, shown.header).height()
        return max(round(high / header.fontMetrics().lineSpacing()), 1)

    def _texts(self, column: int) -> list[str]:
        # Directly: asking as Qt does takes ten times as long.
        return self._rows.texts(column, self._rows.folded)

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
        room = QRect(0, 0, self.columnWidth(column) - CELL_PADDING + 2, _HIGH)
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
