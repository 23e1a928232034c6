"""The list of keys (F1), made from the actions themselves."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialogButtonBox, QMenu, QMenuBar, QVBoxLayout, QWidget

from smartgoals.language import tr
from smartgoals.ui import theme
from smartgoals.ui.keyed_dialog import KeyedDialog
from smartgoals.ui.labels import small_label, title_label
from smartgoals.ui.mnemonics import split_mnemonic
from smartgoals.ui.table import RowsView
from smartgoals.ui.table_model import Column, RowsModel


@dataclass(frozen=True)
class Key:
    """What a key does; the text is its identity."""

    id: str
    keys: str


def actions_of(bar: QMenuBar) -> Iterator[tuple[str, QAction]]:
    """Yield every action of the menus with the names of its menus, in their order."""
    for action in bar.actions():
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from _actions_of(menu, split_mnemonic(action.text())[0])


def _actions_of(menu: QMenu, path: str) -> Iterator[tuple[str, QAction]]:
    for action in menu.actions():
        name = split_mnemonic(action.text())[0]
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _actions_of(inner, f"{path} › {name}")
        elif name:
            yield f"{path} › {name}", action


def keys_of(bar: QMenuBar) -> list[Key]:
    """Return what has a key: the actions of the menus, then the keys of the views."""
    keys = [
        Key(name, _shown(action.shortcut()))
        for name, action in actions_of(bar)
        if not action.shortcut().isEmpty()
    ]
    return keys + [Key(name, _shown(QKeySequence(key))) for name, key in _view_keys()]


def _view_keys() -> list[tuple[str, str]]:
    return [
        (tr("Wizard: next step"), "Ctrl+Return"),
        (tr("Wizard: next step"), "Alt+Right"),
        (tr("Wizard: step before"), "Alt+Left"),
        (tr("Chart: choose a point"), "Tab"),
        (tr("Chart: more complexity"), "Right"),
        (tr("Chart: more value"), "Up"),
        (tr("Date: open the calendar"), "F4"),
        (tr("Table: copy what is marked"), "Ctrl+C"),
        (tr("Tactics: paste rows of a spreadsheet"), "Ctrl+V"),
        (tr("List: open the plan"), "Return"),
        (tr("List: move to trash"), "Del"),
    ]


def _shown(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


class ShortcutsDialog(KeyedDialog):
    """Lists what has a key."""

    def __init__(self, bar: QMenuBar, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keys"))
        self.resize(theme.column_width(560, 78), 640)
        model = RowsModel(
            [
                Column(tr("What it does"), lambda key: key.id, stretches=True),
                Column(tr("Key"), lambda key: key.keys, most=0.5),
            ]
        )
        model.show_rows(keys_of(bar))
        self.table = RowsView(model, tr("Keys"))
        self.table.selectRow(0)
        buttons = QDialogButtonBox()
        buttons.addButton(tr("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(title_label(tr("Keys")))
        column.addWidget(
            small_label(
                tr("With Alt, an underlined letter leads to its field or presses its button.")
            )
        )
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
