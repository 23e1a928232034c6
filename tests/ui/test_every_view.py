"""Every view: nothing unnamed for a screen reader, no key twice, no text but a catalogue's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from smartgoals import language
from smartgoals.domain.plan import Plan
from smartgoals.ui.main_window import MainWindow
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
        yield from (action.text() for action in widget.actions())


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


def same(plan: Plan) -> Plan:
    return plan


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
        said = (text.replace(here, "").replace(str(Path.home()), "") for text in texts(view))
        bad = {f"{unmarked(text)} in {text!r}" for text in said if unmarked(text)}
        found[name] = bad - set().union(*found.values())
    for menu in menus_of(window):
        found[f"menu {menu.title()}"] = {text for text in texts(menu) if unmarked(text)}
    lines = [f"{name}: {text}" for name, bad in found.items() for text in sorted(bad)]
    assert not lines, "\n".join(lines)
