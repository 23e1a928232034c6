"""Underlined letters: proposed ones are kept, taken ones make room, none stands twice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from smartgoals.ui.mnemonics import assign_mnemonics, split_mnemonic


def shown(texts: list[str], reserved: str = "") -> list[str]:
    view = QWidget()
    buttons = [QPushButton(text, view) for text in texts]
    assign_mnemonics(view, reserved)
    return [button.text() for button in buttons]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["&Start", "Due"], ["&Start", "&Due"]),
        (["&Start", "&Since"], ["&Start", "S&ince"]),
        (["Back to it", "&Back"], ["Back &to it", "&Back"]),
        (["Salt && pepper", "Salt"], ["&Salt && pepper", "S&alt"]),
        (["a", "a"], ["&a", "a"]),
        (["Öğe", "öğe"], ["&Öğe", "ö&ğe"]),
    ],
)
def test_each_text_gets_a_letter_of_its_own(
    qapp: QApplication, texts: list[str], expected: list[str]
) -> None:
    assert shown(texts) == expected


def test_reserved_letters_are_left_alone(qapp: QApplication) -> None:
    assert shown(["&Plan"], reserved="P") == ["P&lan"]


@given(texts=st.lists(st.text(alphabet="ab &ÖöIiİı+…", min_size=1, max_size=6), max_size=8))
def test_no_letter_stands_twice_and_no_text_changes(qapp: QApplication, texts: list[str]) -> None:
    results = shown(texts)
    letters = [letter.casefold() for text in results if (letter := split_mnemonic(text)[1])]
    assert len(letters) == len(set(letters))
    assert [split_mnemonic(t)[0] for t in results] == [split_mnemonic(t)[0] for t in texts]
