"""What leaves the plan leaves its page: by Remove, and by an undo of its beginning."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from smartgoals.domain.metric import Metric
from smartgoals.domain.plan import Obstacle, Plan
from smartgoals.domain.tactic import Tactic
from smartgoals.domain.terms import Step
from smartgoals.ui.session import PlanSession

TWO_METRICS = Plan(metrics=(Metric(id="a", name="Fans"), Metric(id="b", name="Clicks")))
TWO_TACTICS = Plan(tactics=(Tactic(id="a", name="Film"), Tactic(id="b", name="Post")))
TWO_OBSTACLES = Plan(obstacles=(Obstacle(id="a", if_text="Rain"), Obstacle(id="b", if_text="Snow")))


@pytest.mark.parametrize(
    ("step", "plan", "text", "left"),
    [
        (Step.METRICS, TWO_METRICS, "Remove", TWO_METRICS.replace(metrics=TWO_METRICS.metrics[1:])),
        (
            Step.TACTICS,
            TWO_TACTICS,
            "Remove tactic",
            TWO_TACTICS.replace(tactics=TWO_TACTICS.tactics[1:]),
        ),
        (
            Step.REALITY,
            TWO_OBSTACLES,
            "Remove",
            TWO_OBSTACLES.replace(obstacles=TWO_OBSTACLES.obstacles[1:]),
        ),
    ],
    ids=["metric", "tactic", "obstacle"],
)
def test_a_part_is_removed_with_its_fields_and_comes_back_by_undo(
    open_page: Any,
    session: PlanSession,
    click: Callable[[Any], None],
    step: Step,
    plan: Plan,
    text: str,
    left: Plan,
) -> None:
    page = open_page(step, plan)
    fields = set(page.fields)
    first = next(field for name, field in page.fields.items() if ".a." in name)
    first.setFocus()
    click(next(b for b in page.findChildren(QPushButton) if b.text().replace("&", "") == text))
    assert session.plan == left
    assert not any(".a." in field for field in page.fields)
    session.undo_stack.undo()
    assert session.plan == plan
    assert set(page.fields) >= {field for field in fields if field.count(".") < 2}


def test_a_metric_that_was_just_added_goes_by_undo(open_page: Any, session: PlanSession) -> None:
    page = open_page(Step.METRICS, Plan())
    page.own_button.click()
    assert page.editor is not None
    session.undo_stack.undo()
    assert page.editor is None
    assert not any(field.startswith("metric.") for field in page.fields)


@pytest.mark.parametrize("name", ["baseline", "target", "recent_values", "source", "direction"])
def test_a_metric_goes_while_the_cursor_is_in_it(
    open_page: Any, session: PlanSession, name: str
) -> None:
    page = open_page(Step.METRICS, TWO_METRICS)
    page.focus_field(f"metric.a.{name}")
    session.edit(session.plan.without_metric("a"), "")
    assert page.editor.metric_id == "b"


@pytest.mark.parametrize("name", ["hours", "due", "owners", "value"])
def test_a_tactic_goes_while_the_cursor_is_in_it(
    open_page: Any, session: PlanSession, name: str
) -> None:
    page = open_page(Step.TACTICS, TWO_TACTICS)
    page.focus_field(f"tactic.a.{name}")
    session.edit(session.plan.without_tactic("a"), "")
    assert page.editor.tactic_id == "b"


SCORED = tuple(
    Tactic(id=id_, name=id_, value=value, complexity=3) for id_, value in (("a", 9), ("b", 8))
)


def test_a_tactic_goes_while_the_cursor_is_in_its_last_field(
    open_page: Any, session: PlanSession, qtbot: QtBot
) -> None:
    """The focus must not wander through the chart, which would choose a point meanwhile."""
    page = open_page(Step.TACTICS, Plan(tactics=SCORED))
    page.window().activateWindow()
    page.editor.parked.setFocus()
    qtbot.waitUntil(page.editor.parked.hasFocus)
    session.edit(session.plan.without_tactic("a"), "")
    assert page.editor.tactic_id == "b"
    assert page.board.table.hasFocus()
    assert page.board.chosen_id == "b"
