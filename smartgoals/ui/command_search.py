"""Find a command or a plan by a few letters (Ctrl+K)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from smartgoals.domain.text import fold
from smartgoals.language import tr
from smartgoals.ui import theme
from smartgoals.ui.announcing import announce
from smartgoals.ui.fields import LineEdit
from smartgoals.ui.guard import guard
from smartgoals.ui.keyed_dialog import KeyedDialog
from smartgoals.ui.labels import small_label
from smartgoals.ui.table import RowsView
from smartgoals.ui.table_model import Column, RowsModel

MOST = 12


@dataclass(frozen=True)
class Find:
    """Something to go to or to do; the id is unique among all."""

    id: str
    name: str
    kind: str
    go: Callable[[], object]


def found(all_finds: Sequence[Find], text: str) -> list[Find]:
    """Return what has every typed word in its name, names that begin so first."""
    words = fold(text).split()
    fitting = [find for find in all_finds if all(word in fold(find.name) for word in words)]
    fitting.sort(key=lambda find: not fold(find.name).startswith(fold(text).strip()))
    return fitting[:MOST]


class CommandSearch(KeyedDialog):
    """A line and what fits it; Enter takes the marked one, arrows move the mark."""

    def __init__(self, finds: Sequence[Find], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Find a command or a plan"))
        self.resize(theme.column_width(620, 86), 480)
        self._finds = finds
        self.line = LineEdit(tr("A few letters of a command or a plan"))
        self.line.setAccessibleName(self.windowTitle())
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._show)
        self.model = RowsModel(
            [
                Column(tr("Name"), lambda find: find.name, stretches=True),
                Column(tr("Where"), lambda find: find.kind, most=0.4),
            ]
        )
        self.table = RowsView(self.model, tr("What was found"), most_rows=MOST)
        self.table.activated.connect(lambda _: self._take())
        self.table.doubleClicked.connect(lambda _: self._take())
        self.nothing = small_label(tr("Nothing has these letters."))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.addWidget(self.line)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        self._show("")

    def _show(self, text: str) -> None:
        self.model.show_rows(found(self._finds, text))
        self.nothing.setVisible(not self.model.rows)
        self.table.setVisible(bool(self.model.rows))
        self.table.selectRow(0)

    def _take(self) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.model.rows):
            find = self.model.rows[row]
            self.accept()
            find.go()

    @override
    @guard(answer=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        ways = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if Qt.Key(event.key()) in ways and self.model.rows:
            row = self.table.currentIndex().row() + ways[Qt.Key(event.key())]
            self.table.selectRow(row % len(self.model.rows))
            find = self.model.rows[row % len(self.model.rows)]
            # The keys stay in the line, where a screen reader does not see the mark move.
            announce(self.line, f"{find.name}, {find.kind}")
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
            return True
        return False
