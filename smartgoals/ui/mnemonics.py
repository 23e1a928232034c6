"""The underlined letters: given out when a view is shown, so that none stands twice in it.

A text may propose its letter with ``&``; where that one is taken, or the text is a translation
without a proposal, the first free letter serves. So every language has keys that work.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QMenuBar, QTabBar, QWidget

WITHOUT_KEY = {"chip", "filter"}
"""The roles of buttons that come in crowds: letters are too few for them."""


class _Bearer(Protocol):
    """Something whose text can have an underlined letter."""

    @property
    def text(self) -> str: ...

    def show(self, text: str) -> None: ...


class _Entry:
    """The entry of a menu; behind a tab it may show a key."""

    def __init__(self, action: QAction) -> None:
        self._action = action

    @property
    def text(self) -> str:
        return self._action.text().partition("\t")[0]

    def show(self, text: str) -> None:
        _, tab, keys = self._action.text().partition("\t")
        self._action.setText(text + tab + keys)


class _Seen:
    """A widget, or one of its tabs."""

    def __init__(self, widget: QWidget, tab: int = -1) -> None:
        self._widget = widget
        self._tab = tab

    @property
    def text(self) -> str:
        if isinstance(self._widget, QTabBar):
            return self._widget.tabText(self._tab)
        if isinstance(self._widget, (QLabel, QAbstractButton)):
            return self._widget.text()
        return ""

    def show(self, text: str) -> None:
        if text == self.text:
            return
        if isinstance(self._widget, QTabBar):
            self._widget.setTabText(self._tab, text)
        elif isinstance(self._widget, (QLabel, QAbstractButton)):
            self._widget.setText(text)


def assign_mnemonics(view: QWidget, reserved: Iterable[str] = ()) -> None:
    """Give each caption and button that is shown in the view a letter of its own.

    ``reserved`` are letters that lead elsewhere, such as those of the menu bar.
    """
    _assign(list(_bearers(view)), {letter.casefold() for letter in reserved})


def assign_menu_mnemonics(menu: QMenu | QMenuBar) -> None:
    """Give each entry of the menu, and of the menus in it, a letter of its own."""
    actions = [action for action in menu.actions() if action.text()]
    _assign([_Entry(action) for action in actions], set())
    for action in actions:
        inner = action.menu()
        if isinstance(inner, QMenu):
            assign_menu_mnemonics(inner)


def _assign(bearers: Sequence[_Bearer], taken: set[str]) -> None:
    waiting: list[tuple[_Bearer, str]] = []
    for bearer in bearers:
        plain, proposed = split_mnemonic(bearer.text)
        if proposed and proposed.casefold() not in taken:
            taken.add(proposed.casefold())
        else:
            waiting.append((bearer, plain))
    for bearer, plain in waiting:
        position = _free_position(plain, taken)
        if position is None:
            bearer.show(_escaped(plain))
        else:
            taken.add(plain[position].casefold())
            bearer.show(f"{_escaped(plain[:position])}&{_escaped(plain[position:])}")


def menu_letters(bar: QMenuBar) -> list[str]:
    """Return the letters that open the menus."""
    return [split_mnemonic(action.text())[1] for action in bar.actions()]


def split_mnemonic(text: str) -> tuple[str, str]:
    """Return the text as it is read, and its underlined letter or nothing."""
    plain, letter, i = "", "", 0
    while i < len(text):
        if text[i] == "&" and i + 1 < len(text):
            i += 1
            if text[i] != "&":
                letter = letter or text[i]
        plain += text[i]
        i += 1
    return plain, letter


def _bearers(view: QWidget) -> Iterator[_Seen]:
    for widget in _shown(view):
        if isinstance(widget, QTabBar):
            yield from (_Seen(widget, tab) for tab in range(widget.count()))
        elif _has_key(widget):
            yield _Seen(widget)


def _shown(view: QWidget) -> Iterator[QWidget]:
    """Yield what is not hidden in the view, each by its own parent.

    Whom a widget was asked for, PySide keeps as long as that widget lives.
    """
    for child in view.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if not child.isHidden():
            yield child
            yield from _shown(child)


def _has_key(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return widget.buddy() is not None
    if isinstance(widget, QAbstractButton):
        return bool(widget.text()) and widget.property("role") not in WITHOUT_KEY
    return False


def _free_position(text: str, taken: set[str]) -> int | None:
    """Return where a free letter stands: the beginnings of words before all others."""
    letters = [i for i, letter in enumerate(text) if letter.isalnum()]
    beginnings = [i for i in letters if i == 0 or not text[i - 1].isalnum()]
    for i in (*beginnings, *letters):
        if text[i].casefold() not in taken:
            return i
    return None


def _escaped(text: str) -> str:
    return text.replace("&", "&&")
