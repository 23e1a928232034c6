"""The list of the check-ins that are due: whatever the titles, nothing of it needs scrolling."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from pytestqt.qtbot import QtBot

from smartgoals.domain.terms import PlanState
from smartgoals.formats import Formats
from smartgoals.ui.due_list import DueList
from tests.ui.test_models import MONDAY, line

WIDTH = 308


@pytest.mark.parametrize("words", [1, 4, 5, 6, 7, 8, 12])
def test_a_row_is_as_high_as_its_title_needs(qtbot: QtBot, words: int) -> None:
    started = {"start": dt.date(2027, 3, 1), "due": dt.date(2027, 6, 1)}
    plans = [line(n, title="known " * words, state=PlanState.ACTIVE, **started) for n in (1, 2)]
    due = DueList(Formats("en_GB"))
    qtbot.addWidget(due)
    due.setFixedWidth(WIDTH)
    due.set_room(400)
    with time_machine.travel(MONDAY):
        due.show_plans(plans)
    with qtbot.waitExposed(due):
        due.show()
    qtbot.waitUntil(lambda: due._rows[0].width() > WIDTH // 2)

    assert due._area.verticalScrollBar().maximum() == 0
    assert [row.height() for row in due._rows] == [
        row.heightForWidth(row.width()) for row in due._rows
    ]
