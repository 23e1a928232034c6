"""Hostile texts in every field of every view: shown as they are, and nothing else happens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from smartgoals.domain.plan import Plan
from smartgoals.ui.about_dialog import AboutDialog
from smartgoals.ui.wizard.pages import PAGES
from tests.hostile import hostile_plan, hostile_plans
from tests.journeys.hands import Hands
from tests.storage.filled import filled

Start = Callable[..., Hands]


def look_at(hands: Hands) -> None:
    """Look at everything that is in sight, for what Qt would read as markup."""
    QApplication.processEvents()
    hands.window.grab()
    for widget in hands.window.findChildren(QWidget):
        if isinstance(widget, QLabel):
            assert widget.textFormat() is Qt.TextFormat.PlainText, widget.text()
        tip = widget.toolTip()
        assert not tip or (tip.startswith("<p>") and "<" not in tip[3:-4]), tip


def look_everywhere(hands: Hands, plan: Plan) -> None:
    """Show the plan in the list, in every step and in every tab."""
    hands.store.save(plan)
    hands.window.refresh_list()
    for step in PAGES:
        hands.window.open_plan(plan.id, step.value)
        look_at(hands)
    hands.window.open_plan(plan.id)
    assert hands.desk.view is not None
    for index in range(hands.desk.view.tabs.count()):
        hands.desk.view.tabs.setCurrentIndex(index)
        look_at(hands)
    hands.window.find_command()
    look_at(hands)
    hands.window.trash_shown()
    look_at(hands)


@pytest.mark.parametrize("first", [1, 14, 27])
def test_hostile_texts_are_shown_as_they_are(start: Start, cafe: Plan, first: int) -> None:
    hands = start()
    look_everywhere(hands, hostile_plan(cafe, first))


def test_a_plan_with_every_field_filled_with_hostile_texts_is_shown(start: Start) -> None:
    look_everywhere(start(), hostile_plan(filled(Plan), 5))


@pytest.mark.slow
def test_every_text_in_every_field_of_every_view(start: Start, cafe: Plan) -> None:
    hands = start()
    for number, plan in enumerate(hostile_plans(cafe)):
        look_everywhere(hands, plan.replace(id=f"plan-{number}"))


@pytest.mark.parametrize("name", ["<img src=?dev?zero>", "[*] &x {0} %1", "\u202eשלום $x$"])
def test_a_data_folder_with_a_hostile_name_works(
    start: Start, tmp_path: Path, cafe: Plan, name: str
) -> None:
    hands = start(tmp_path / name)
    look_everywhere(hands, cafe)
    hands.window.menus.about.trigger()
    about = hands.window.findChild(AboutDialog)
    assert about is not None
    labels = about.findChildren(QLabel)
    assert any(str(tmp_path) in label.text().replace("\u200b", "") for label in labels)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
    about.grab()
    about.reject()
