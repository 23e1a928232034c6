"""A part of a page that opens and closes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from smartgoals.ui.fold import Fold, unfold


@pytest.fixture
def fold(qtbot: QtBot) -> Fold:
    made = Fold("Persona")
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_begins_closed_and_a_click_opens_it(fold: Fold, qtbot: QtBot) -> None:
    assert not fold.content.isVisible()
    qtbot.mouseClick(fold.header, Qt.MouseButton.LeftButton)
    assert fold.content.isVisible()
    qtbot.mouseClick(fold.header, Qt.MouseButton.LeftButton)
    assert not fold.content.isVisible()


def test_the_space_bar_opens_it(fold: Fold, qtbot: QtBot) -> None:
    qtbot.keyClick(fold.header, Qt.Key.Key_Space)
    assert fold.is_open


def test_its_state_and_summary_are_read_aloud(fold: Fold) -> None:
    fold.show_summary("3 of 5 told")
    assert fold.header.accessibleName() == "Persona"
    assert fold.header.accessibleDescription() == "3 of 5 told. closed"
    fold.open()
    assert fold.header.accessibleDescription() == "3 of 5 told. open"


def test_a_field_inside_opens_every_fold_around_it(fold: Fold) -> None:
    inner, line = Fold("Inner"), QLineEdit()
    fold.column.addWidget(inner)
    inner.column.addWidget(line)
    unfold(line)
    assert line.isVisible()
