"""Buttons that stay down: an aid's toggle is a click, what the program shows is none."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QButtonGroup
from pytestqt.qtbot import QtBot

from smartgoals.domain.terms import Step
from smartgoals.ui.labels import button
from smartgoals.ui.main_window import MainWindow
from smartgoals.ui.toggling import CheckBox, RadioButton

KINDS = ("chip", "box", "radio")


def made(kind: str) -> QAbstractButton:
    if kind == "chip":
        chip = button("Chip")
        chip.setCheckable(True)
        return chip
    return CheckBox("Box") if kind == "box" else RadioButton("Radio")


def toggle_by_aid(widget: QAbstractButton) -> None:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    interface.actionInterface().doAction("Toggle")


@pytest.mark.parametrize("kind", KINDS)
def test_an_aid_clicks(qapp: QApplication, kind: str) -> None:
    widget = made(kind)
    clicks: list[bool] = []
    widget.clicked.connect(lambda: clicks.append(widget.isChecked()))
    toggle_by_aid(widget)
    assert clicks == [True]


@pytest.mark.parametrize("kind", KINDS)
def test_a_click_counts_once_and_showing_not_at_all(qapp: QApplication, kind: str) -> None:
    widget = made(kind)
    clicks: list[bool] = []
    widget.clicked.connect(lambda: clicks.append(widget.isChecked()))
    widget.click()
    widget.setChecked(False)
    widget.setChecked(True)
    assert clicks == [True]


def test_the_one_of_the_group_that_goes_up_was_not_clicked(qapp: QApplication) -> None:
    group = QButtonGroup()
    one, other = made("chip"), made("chip")
    clicks: list[str] = []
    for widget, name in ((one, "one"), (other, "other")):
        group.addButton(widget)
        widget.clicked.connect(lambda *_, name=name: clicks.append(name))
    one.setChecked(True)
    toggle_by_aid(other)
    assert clicks == ["other"]


def test_an_aid_goes_to_a_step(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample("cafe")
    assert window.desk is not None
    window.desk.open(window.desk.plan_id, Step.WHY.value)
    wizard = window.desk.wizard
    assert wizard is not None
    rows = wizard.rail.findChildren(QAbstractButton)
    toggle_by_aid(next(row for row in rows if row.accessibleName() == "Tactics"))
    assert wizard.step is Step.TACTICS
