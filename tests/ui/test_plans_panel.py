"""The column of the plans: all of it is to be seen, however little room there is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartgoals.formats import Formats
from smartgoals.storage.plan_list import Brand
from smartgoals.ui.plans_panel import TRASH, PlansPanel
from smartgoals.ui.speaking import speak
from smartgoals.ui.theme import Scheme, apply_scheme
from tests.ui.test_models import line

BESIDE_A_MESSAGE = 572
"""The height of the column in a window of 1024 x 700, above a message of two lines."""


@pytest.fixture
def large_turkish_letters(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    qapp.setFont(QFont(before.family(), 20))
    apply_scheme(qapp, Scheme.LIGHT)
    speak(qapp, "tr")
    yield
    qapp.setFont(before)
    apply_scheme(qapp, Scheme.LIGHT)
    speak(qapp, "en")


@pytest.mark.usefixtures("large_turkish_letters")
def test_no_shelf_is_covered_beside_the_message_of_what_went_into_the_trash(
    qtbot: QtBot, qapp: QApplication
) -> None:
    panel = PlansPanel(Formats("tr_TR"))
    qtbot.addWidget(panel)
    panel.filters.show_brands([Brand("a", "A"), Brand("b", "B")])
    panel.set_filter(TRASH)
    panel.show_plans([line(1)])
    panel.resize(panel.width(), BESIDE_A_MESSAGE)
    panel.show()
    for _ in range(3):
        qapp.processEvents()
    lowest = max(chip.geometry().bottom() for chip in panel.filters.chips.values())
    assert lowest < panel.filters.brand_box.y()
    assert panel.filters.geometry().bottom() < panel.list.y()
    assert panel.list.geometry().bottom() < panel.restore_button.y()
