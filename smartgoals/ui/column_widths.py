"""How wide the columns of a table are: by what their texts need and by the room there is."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QTableView

CELL_PADDING = 21
"""Pixels that a text has left and right of it, together."""
NAME_PADDING = 22
"""The same of the name of a column."""


class Columns(Protocol):
    """The columns of a table with their texts."""

    @property
    def names(self) -> Sequence[str]:
        """What stands above each column."""

    def is_number(self, column: int) -> bool:
        """Return whether the column has numbers, which are never broken."""

    def texts(self, column: int, folded: Sequence[int] = ()) -> list[str]:
        """Return the texts of the column while those columns are folded."""

    def foldable(self) -> Sequence[int]:
        """Return the columns that may stand below another one, the first to go first."""


class ColumnWidths:
    """Measures the columns of a view, and shares its room among them where it is scarce."""

    def __init__(self, view: QTableView, columns: Columns) -> None:
        self._view = view
        self._columns = columns

    def whole(self, column: int) -> int:
        """Return the pixels at which no text of the column is broken."""
        texts = self._columns.texts(column)
        widest = max((self._wide(text) for text in texts), default=0)
        # Qt knows no size of a column that is folded away.
        named = self._names.horizontalAdvance(self._columns.names[column]) + NAME_PADDING
        hint = self._view.horizontalHeader().sectionSizeHint(column)
        return max(hint, named, widest + CELL_PADDING)

    def to_fold(self, shown: Sequence[int]) -> tuple[int, ...]:
        """Return the columns to fold so that no word of the others is cut, as few as will do."""
        foldable = [column for column in self._columns.foldable() if column in shown]
        for count in range(len(foldable) + 1):
            folded = tuple(sorted(foldable[:count]))
            left = [column for column in shown if column not in folded]
            if sum(self._widest_word(column, folded) for column in left) <= self._room:
                return folded
        return tuple(sorted(foldable))

    def shared(self, wanted: Sequence[int], folded: Sequence[int]) -> list[int]:
        """Give all what cannot be broken; first texts and then numbers share the rest fairly."""
        shared = [min(width, self._widest_word(i, folded)) for i, width in enumerate(wanted)]
        missing = [width - shared[i] for i, width in enumerate(wanted)]
        room = max(self._room - sum(shared), 0)
        for is_number in (False, True):
            columns = [i for i in range(len(wanted)) if self._columns.is_number(i) is is_number]
            for place, i in enumerate(sorted(columns, key=missing.__getitem__)):
                more = min(missing[i], room // (len(columns) - place))
                shared[i] += more
                room -= more
        return shared

    def _widest_word(self, column: int, folded: Sequence[int]) -> int:
        """Return the pixels below which a number or a word would be cut.

        A word gets a third of the table at most.
        """
        is_number = self._columns.is_number(column)
        texts = self._columns.texts(column, folded)
        # Some languages part thousands by a space, at which no line may end.
        words = texts if is_number else (w for t in texts for w in t.replace("\n", " ").split(" "))
        widest = max((self._wide(word) for word in words), default=0) + CELL_PADDING
        named = self._names.horizontalAdvance
        least = max(map(named, self._columns.names[column].split(" "))) + NAME_PADDING
        return max(least, widest if is_number else min(widest, self._room // 3))

    def _wide(self, text: str) -> int:
        return max(map(self._view.fontMetrics().horizontalAdvance, text.split("\n")))

    @property
    def _names(self) -> QFontMetrics:
        return self._view.horizontalHeader().fontMetrics()

    @property
    def _room(self) -> int:
        return self._view.viewport().width()
