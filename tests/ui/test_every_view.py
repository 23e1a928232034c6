"""Every view: nothing unnamed for a screen reader, no key twice, no text but a catalogue's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from smartgoals import language
from smartgoals.ui.main_window import MainWindow
from smartgoals.ui.mnemonics import split_mnemonic
from smartgoals.ui.speaking import speak
from tests.pseudo import PseudoWords, greek, unmarked
from tests.ui.every_view import every_view, menus_of


def texts(view: QWidget) -> Iterator[str]:
    """Yield all that the view says to eyes and ears."""
    yield view.windowTitle()
    for widget in (view, *view.findChildren(QWidget)):
        if widget.isVisibleTo(view) or isinstance(view, QMenu):
            yield from said_by(widget)


def plain(tip: str) -> str:
    """Return what is to be read of a tip."""
    return unescape(re.sub("<[^>]*>", "", tip))


def said_by(widget: QWidget) -> Iterator[str]:
    yield from (widget.accessibleName(), widget.accessibleDescription(), plain(widget.toolTip()))
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    elif isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit)):
        yield widget.placeholderText()
        yield (
            widget.toPlainText()
            if isinstance(widget, (QPlainTextEdit, QTextEdit))
            else widget.text()
        )
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(index) for index in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(index) for index in range(widget.count()))
    elif isinstance(widget, QAbstractItemView):
        yield from cells(widget)
    elif isinstance(widget, QMenu):
        yield from (action.text().partition("\t")[0] for action in widget.actions())


def cells(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    for column in range(model.columnCount()):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(model.rowCount()):
            index = model.index(row, column)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                yield str(index.data(role) or "")


NOT_WORDS = {"keys", "details"}
"""Views of what has the same name in every language: keys, places in the program."""


def test_no_text_comes_but_from_the_catalogue(
    qapp: QApplication, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language, "_words", PseudoWords())
    window._build()
    found: dict[str, set[str]] = {}
    for name, view in every_view(qapp, window, tmp_path, greek):
        if name in NOT_WORDS:
            continue
        here = str(window.folder)
        # Where a long path may be broken, it has signs that are not seen.
        read = (text.replace("\u200b", "") for text in texts(view))
        said = (text.replace(here, "").replace(str(Path.home()), "") for text in read)
        bad = {f"{unmarked(text)} in {text!r}" for text in said if unmarked(text)}
        found[name] = bad - set().union(*found.values())
    for menu in menus_of(window):
        found[f"menu {menu.title()}"] = {text for text in texts(menu) if unmarked(text)}
    lines = [f"{name}: {text}" for name, bad in found.items() for text in sorted(bad)]
    assert not lines, "\n".join(lines)


NAMELESS = {
    QAccessible.Role.Client,
    QAccessible.Role.Pane,
    QAccessible.Role.LayeredPane,
    QAccessible.Role.Border,
    QAccessible.Role.Separator,
    QAccessible.Role.ScrollBar,
    QAccessible.Role.MenuBar,
    QAccessible.Role.PopupMenu,
    QAccessible.Role.StaticText,
    QAccessible.Role.Whitespace,
    QAccessible.Role.Grip,
    QAccessible.Role.Splitter,
    QAccessible.Role.ButtonMenu,
}
"""What only holds other things, or says itself what it is."""


def faults(view: QWidget) -> Iterator[str]:
    yield from (f"unnamed: {thing}" for thing in unnamed(view))
    letters = keys_of(view)
    yield from (f"twice: Alt+{letter}" for letter in set(letters) if letters.count(letter) > 1)
    yield from (f"markup: {text}" for text in spoken(view) if "<p>" in text)


def spoken(view: QWidget) -> Iterator[str]:
    for widget in view.findChildren(QWidget):
        if widget.isVisibleTo(view) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            interface = QAccessible.queryAccessibleInterface(widget)
            yield interface.text(QAccessible.Text.Description)


def unnamed(view: QWidget) -> Iterator[str]:
    return _unnamed(QAccessible.queryAccessibleInterface(view), type(view).__name__)


def _unnamed(thing: QAccessibleInterface, place: str) -> Iterator[str]:
    for number in range(thing.childCount()):
        child = thing.child(number)
        if child is None or child.state().invisible:
            continue
        widget = child.object()
        here = f"{place} > {type(widget).__name__ if widget is not None else child.role().name}"
        if not is_named(child):
            yield f"{here}, {child.role().name}"
        # The cells and items of lists are named by their texts, which may be blank.
        if not isinstance(widget, (QAbstractItemView, QComboBox, QTabBar)):
            yield from _unnamed(child, here)


def is_named(thing: QAccessibleInterface) -> bool:
    if isinstance(thing.object(), QComboBox):
        # Its name is its choice, so that what it is for must be said by a label.
        return bool(thing.relations(QAccessible.RelationFlag.Label))
    if isinstance(thing.object(), QDialogButtonBox):
        return True
    return thing.role() in NAMELESS or bool(thing.text(QAccessible.Text.Name).strip())


def keys_of(view: QWidget) -> list[str]:
    """Return the letters that lead somewhere in what is shown."""
    found: list[str] = []
    bars = view.findChildren(QMenuBar)
    found += [action.text() for bar in bars for action in bar.actions()]
    for widget in view.findChildren(QWidget):
        if widget.window() is not view.window() or not widget.isVisibleTo(view):
            continue
        if isinstance(widget, QTabBar):
            found += [widget.tabText(tab) for tab in range(widget.count())]
        elif isinstance(widget, QAbstractButton) or (
            isinstance(widget, QLabel) and widget.buddy() is not None
        ):
            found.append(widget.text())
    return [letter.casefold() for text in found if (letter := split_mnemonic(text)[1])]


@pytest.mark.parametrize("code", ["en", "id", "it", "nb", "tr"])
def test_nothing_is_unnamed_and_no_key_leads_to_two_places(
    code: str, qapp: QApplication, window: MainWindow, tmp_path: Path
) -> None:
    window.change_language(code)
    found: dict[str, set[str]] = {}
    for name, view in every_view(qapp, window, tmp_path, lambda plan: plan):
        if isinstance(view, QMenu):
            continue
        found[name] = set(faults(view)) - set().union(*found.values())
    for menu in menus_of(window):
        letters = [split_mnemonic(action.text())[1].casefold() for action in menu.actions()]
        found[f"menu {menu.title()}"] = {x for x in letters if x and letters.count(x) > 1}
    speak(qapp, "en")
    lines = [f"{name}: {text}" for name, bad in found.items() for text in sorted(bad)]
    assert not lines, "\n".join(lines)
