"""The metric library: searched and filtered by goal and platform."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from smartgoals.domain.metric import Metric
from smartgoals.domain.plan import Plan
from smartgoals.ui.wizard.metric_library import MetricLibrary

Open = Callable[..., Any]


@pytest.fixture
def library(qtbot: QtBot) -> Open:
    # The dialog goes with its parent.
    parent = QWidget()
    qtbot.addWidget(parent)
    return lambda plan: MetricLibrary(plan, parent)


def shown(dialog: Any) -> list[str]:
    return [metric.id for metric in dialog._model.rows]


def test_all_metrics_are_there_but_those_the_plan_has(library: Open) -> None:
    dialog = library(Plan(metrics=(Metric(library_id="m01"),)))
    assert len(shown(dialog)) == 53
    assert "m01" not in shown(dialog)


@pytest.mark.parametrize("chosen", [{"goal_idea_id": "B2.3"}, {"marketing_goal_id": "B2.3"}])
def test_the_goal_of_the_plan_chooses_at_first(library: Open, chosen: dict[str, str]) -> None:
    assert shown(library(Plan(**chosen)))[:4] == ["m16", "m17", "m18", "m19"]


def test_a_platform_leaves_out_what_it_does_not_have(library: Open) -> None:
    dialog = library(Plan())
    dialog.platform.setCurrentIndex(dialog.platform.findData("S9-pinterest"))
    assert "m31" not in shown(dialog)
    assert "m01" in shown(dialog)


def test_each_platform_tells_its_strength(library: Open) -> None:
    dialog = library(Plan())
    combo = dialog.platform
    tips = [combo.itemData(i, Qt.ItemDataRole.ToolTipRole) for i in range(1, combo.count())]
    assert len(tips) == 5
    assert all(tips)


def test_a_word_finds_beyond_the_filters_and_whatever_its_accents(library: Open) -> None:
    dialog = library(Plan(goal_idea_id="B2.3"))
    dialog.search.setText("FÓLLOWERS")
    assert shown(dialog)[0] == "m01"
