"""A plan in the list, painted: what the bar says is seen in every look."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage, qGray
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartgoals.domain.terms import PlanState
from smartgoals.formats import Formats
from smartgoals.ui.plans_model import BAR, PlanDelegate, PlansModel
from smartgoals.ui.plans_view import PlansView
from smartgoals.ui.theme import Scheme, apply_scheme, colours
from tests.ui.test_focus_is_seen import SCHEMES
from tests.ui.test_models import MONDAY, line

WIDTH = 300
CLEAR = 60
"""Steps of grey, of 255."""


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    apply_scheme(qapp, Scheme.LIGHT)


def painted(qtbot: QtBot, current: int) -> QImage:
    """A plan that goes from 0 to 100 and is there."""
    numbers = {"baseline": "0", "current": str(current), "target": "100"}
    facts = {"since": "2027-03-01", "start": None, "due": None, "direction": "increase_to"}
    standing = {**facts, **numbers}
    plan = line(1, state=PlanState.ACTIVE, progresses=json.dumps([[standing]]))
    model = PlansModel(Formats("en_GB"), lambda: MONDAY)
    model.show_plans([plan])
    assert model.share(plan) == current / 100
    view = PlansView(model)
    view.setItemDelegate(PlanDelegate(model))
    view.setFixedSize(WIDTH, 120)
    qtbot.addWidget(view)
    with qtbot.waitExposed(view):
        view.show()
    card = view.visualRect(model.index(0, 0))
    bar = card.adjusted(0, card.height() - 12 - 2 * BAR, 0, 0)
    return view.viewport().grab(bar).toImage()


def coloured(image: QImage) -> int:
    """How many pixels have the colour of the way that is done."""
    accent = colours().accent.lower()
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return sum(image.pixelColor(*place).name() == accent for place in places)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_bar_is_as_long_as_the_way_that_is_done(
    scheme: Scheme, qapp: QApplication, qtbot: QtBot
) -> None:
    apply_scheme(qapp, scheme)
    nothing, half, all_ = (coloured(painted(qtbot, current)) for current in (0, 50, 100))
    assert nothing == 0
    assert 0.4 < half / all_ < 0.6


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_bar_without_a_way_is_not_taken_for_a_full_one(
    scheme: Scheme, qapp: QApplication, qtbot: QtBot
) -> None:
    apply_scheme(qapp, scheme)
    nothing, all_ = painted(qtbot, 0), painted(qtbot, 100)
    middle = nothing.width() // 2
    greys = [
        [qGray(image.pixel(middle, y)) for y in range(image.height())] for image in (nothing, all_)
    ]
    assert max(abs(a - b) for a, b in zip(*greys, strict=True)) > CLEAR
