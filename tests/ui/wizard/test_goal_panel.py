"""Beside every page: what she does, her goal so far, and what the coach says of it."""

from __future__ import annotations

from typing import Any

import pytest

from smartgoals.domain.metric import Metric
from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Step


@pytest.mark.parametrize("step", [Step.GOAL, Step.METRICS, Step.REVIEW, Step.MONEY])
def test_what_the_business_does_is_shown_on_later_pages(open_page: Any, step: Step) -> None:
    page = open_page(step, Plan(description="We bake bread for the people of our street"))
    panel = page.window().panel
    assert panel.description.text() == "We bake bread for the people of our street"
    assert panel.description.isVisible()


def test_no_room_is_taken_by_a_description_that_is_not_there(open_page: Any) -> None:
    assert not open_page(Step.GOAL, Plan()).window().panel.description.isVisible()


def test_a_very_long_description_takes_three_lines_at_most(open_page: Any) -> None:
    page = open_page(Step.GOAL, Plan(description="bread " * 1600))
    label = page.window().panel.description
    assert label.height() <= 3 * label.fontMetrics().lineSpacing()


def test_the_coach_is_reached_below_a_statement_without_end(open_page: Any) -> None:
    metrics = tuple(Metric(name="clicks " * 1000, id=f"m{number}") for number in range(5))
    panel = open_page(Step.GOAL, Plan(metrics=metrics)).window().panel
    assert len(panel.statement.text()) < 1000
    last = list(panel.rows.values())[-1].line
    assert last.height() >= last.heightForWidth(last.width())


def test_a_word_without_end_is_broken_where_the_room_ends(open_page: Any) -> None:
    page = open_page(Step.REVIEW, Plan(broad_goal="x" * 2000))
    assert page.statement.width() <= page.window().width()
    assert page.statement.minimumSizeHint().width() < page.window().width() // 2
