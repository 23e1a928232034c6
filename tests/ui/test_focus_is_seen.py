"""Whatever has the focus can be seen to have it, in every look."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QComboBox, QTabBar, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from smartgoals.ui.click_row import Badge, ClickRow
from smartgoals.ui.fields import LineEdit, TextEdit
from smartgoals.ui.icons import icon
from smartgoals.ui.labels import button
from smartgoals.ui.table import RowsView
from smartgoals.ui.table_model import Column, RowsModel
from smartgoals.ui.theme import Scheme, apply_scheme
from smartgoals.ui.toggling import CheckBox, RadioButton

SCHEMES = [scheme for scheme in Scheme if scheme is not Scheme.SYSTEM]
LEAST = 40
"""Pixels that must change; a blinking cursor alone has fewer."""


def tool_button() -> QWidget:
    made = QToolButton()
    made.setIcon(icon("calendar"))
    made.setAutoRaise(True)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def combo() -> QWidget:
    made = QComboBox()
    made.addItem("increase to")
    return made


def tabs() -> QWidget:
    made = QTabBar()
    for name in ("Goal sheet", "Priorities"):
        made.addTab(name)
    return made


def table() -> QWidget:
    return RowsView(RowsModel([Column("Name", lambda row: row.name)]), "People")


KINDS: dict[str, Callable[[], QWidget]] = {
    "button": lambda: button("Back"),
    "primary": lambda: button("Next", "primary"),
    "link": lambda: button("Remove", "link"),
    "chip": lambda: button("+ Shares", "chip"),
    "filter": lambda: button("Drafts", "filter"),
    "line": lambda: LineEdit("such as"),
    "text": lambda: TextEdit("such as"),
    "combo": combo,
    "box": lambda: CheckBox("Park it for now"),
    "radio": lambda: RadioButton("This plan serves goal 1"),
    "tool": tool_button,
    "tabs": tabs,
    "row": lambda: ClickRow("Why", badge=Badge("1")),
    "table": table,
}


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply_scheme(qapp, Scheme.LIGHT)


def picture(widget: QWidget) -> QImage:
    QApplication.processEvents()
    return widget.grab().toImage()


def changed_pixels(one: QImage, other: QImage) -> int:
    places = [(x, y) for x in range(one.width()) for y in range(one.height())]
    return sum(one.pixel(*place) != other.pixel(*place) for place in places)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_kind_of_control_shows_that_it_has_the_focus(
    scheme: Scheme, qapp: QApplication, qtbot: QtBot
) -> None:
    apply_scheme(qapp, scheme)
    view = QWidget()
    column = QVBoxLayout(view)
    elsewhere = LineEdit()
    column.addWidget(elsewhere)
    controls = {name: make() for name, make in KINDS.items()}
    for control in controls.values():
        column.addWidget(control)
    qtbot.addWidget(view)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    unseen = []
    for name, control in controls.items():
        elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
        before = picture(control)
        control.setFocus(Qt.FocusReason.TabFocusReason)
        if changed_pixels(before, picture(control)) < LEAST:
            unseen.append(name)
    assert unseen == []
