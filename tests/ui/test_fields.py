"""Line edits: what came by other ways than keys counts as typed, what is shown does not."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smartgoals.ui.fields import LineEdit


@pytest.fixture
def line(qapp: QApplication) -> LineEdit:
    return LineEdit()


@pytest.fixture
def typed(line: LineEdit) -> list[str]:
    texts: list[str] = []
    line.textEdited.connect(texts.append)
    return texts


def dictate(line: LineEdit, text: str) -> None:
    interface = QAccessible.queryAccessibleInterface(line)
    assert interface is not None
    interface.setText(QAccessible.Text.Value, text)


def test_what_is_dictated_counts_as_typed(line: LineEdit, typed: list[str]) -> None:
    dictate(line, "A bakery")
    assert typed == ["A bakery"]


def test_what_the_program_shows_does_not(line: LineEdit, typed: list[str]) -> None:
    line.show_text("A bakery")
    line.setText("x" * 20_000)
    line.clear()
    assert typed == []


def test_a_key_counts_once(line: LineEdit, typed: list[str]) -> None:
    QTest.keyClicks(line, "ab")
    assert typed == ["a", "ab"]


def test_the_same_can_be_dictated_again_after_it_was_shown(
    line: LineEdit, typed: list[str]
) -> None:
    dictate(line, "one")
    line.show_text("two")
    dictate(line, "one")
    assert typed == ["one", "one"]
