"""Lines that offer names which are known already while one is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QListView
from typing_extensions import override

from smartgoals.ui.guard import guard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QEvent

    from smartgoals.ui.fields import LineField


def complete(field: LineField, names: Callable[[], Iterable[str]]) -> None:
    """Let the field offer the names that there are when it gets the keys."""
    completer = QCompleter(field.line)
    completer.setModel(QStringListModel(completer))
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    # What is chosen is set and not typed, so the field would not hear of it.
    completer.activated.connect(field.line.textEdited)
    popup = completer.popup()
    if isinstance(popup, QListView):
        popup.setSpacing(4)
    field.line.setCompleter(completer)
    field.line.installEventFilter(_Filler(completer, names))


class _Filler(QObject):
    """Looks the names up when the field gets the keys: others may have come meanwhile."""

    def __init__(self, completer: QCompleter, names: Callable[[], Iterable[str]]) -> None:
        super().__init__(completer)
        self._completer = completer
        self._names = names

    @override
    @guard(answer=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is event.Type.FocusIn:
            model = self._completer.model()
            if isinstance(model, QStringListModel):
                model.setStringList(list(self._names()))
        return False
