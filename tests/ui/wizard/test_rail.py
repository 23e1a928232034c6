"""The rail beside the page: the step on the page is always in sight."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.qtbot import QtBot

from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Step
from smartgoals.formats import Formats
from smartgoals.ui.click_row import ClickRow
from smartgoals.ui.wizard.rail import StepRail


@pytest.fixture
def rail(qtbot: QtBot) -> StepRail:
    made = StepRail(Formats())
    qtbot.addWidget(made)
    made.resize(made.width(), 300)
    return made


def is_in_sight(rail: StepRail) -> bool:
    QApplication.processEvents()
    area = rail.findChild(QScrollArea)
    assert area is not None
    [row] = (row for row in rail.findChildren(ClickRow) if row.isChecked())
    top = row.mapTo(area.viewport(), row.rect().topLeft()).y()
    return top >= 0 and top + row.height() <= area.viewport().height()


@pytest.mark.parametrize("step", [Step.WHY, Step.REVIEW, Step.MONEY])
def test_a_plan_that_is_opened_at_a_step_shows_the_step(rail: StepRail, step: Step) -> None:
    rail.show_plan(Plan(), step)
    rail.show()
    assert is_in_sight(rail)


def test_the_rail_goes_along_with_the_pages(rail: StepRail) -> None:
    rail.show_plan(Plan(), Step.WHY)
    rail.show()
    for step in (Step.MONEY, Step.GOAL):
        rail.show_plan(Plan(), step)
        assert is_in_sight(rail)


def test_a_window_that_becomes_lower_keeps_the_step_in_sight(rail: StepRail) -> None:
    rail.resize(rail.width(), 900)
    rail.show_plan(Plan(), Step.REVIEW)
    rail.show()
    rail.resize(rail.width(), 260)
    assert is_in_sight(rail)
