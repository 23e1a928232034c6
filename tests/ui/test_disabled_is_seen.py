"""What cannot be pressed now looks so, in every look."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartgoals.ui.labels import button
from smartgoals.ui.theme import Scheme, apply_scheme
from tests.ui.test_focus_is_seen import LEAST, SCHEMES, changed_pixels, picture


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply_scheme(qapp, Scheme.LIGHT)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("role", ["", "primary"])
def test_a_button_that_cannot_be_pressed_looks_so(
    scheme: Scheme, role: str, qapp: QApplication, qtbot: QtBot
) -> None:
    apply_scheme(qapp, scheme)
    add = button("Add 3 values", role)
    add.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    qtbot.addWidget(add)
    with qtbot.waitExposed(add):
        add.show()
    before = picture(add)
    add.setEnabled(False)
    assert changed_pixels(before, picture(add)) >= LEAST
