"""She goes back to a backup: looks into it, puts everything back, or takes one plan out of it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Step
from smartgoals.storage.backup_files import backups
from smartgoals.storage.backups import back_up
from smartgoals.storage.location import database_path
from smartgoals.storage.store import PlanStore
from tests.journeys.hands import Hands

Start = Callable[..., Hands]
OPEN_FILES = Path("/proc/self/fd")


@pytest.fixture
def path(folder: Path, cafe: Plan) -> Path:
    """A database whose plan was changed, and to which one was added, after the backup."""
    with PlanStore.open(folder) as store:
        store.save(cafe)
        store.save(Plan(id="two", title="Second plan"))
        back_up(store.path)
        store.save(cafe.replace(title="Changed since"))
        store.save(Plan(id="late", title="Added since"))
    return database_path(folder)


def titles(hands: Hands) -> set[str]:
    return {plan.title for plan in hands.window.panel.model.plans}


def choose_oldest(hands: Hands) -> None:
    """Open the window of the backups by the menu and choose the last one."""
    hands.window.menus.backups.trigger()
    hands.backups.backups.selectRow(hands.backups.backups.model().rowCount() - 1)


def test_a_backup_shows_its_plans_and_what_is_in_them(start: Start, path: Path, cafe: Plan) -> None:
    hands = start()
    choose_oldest(hands)
    window = hands.backups
    shown = {window.plans.model().index(row, 0).data() for row in range(2)}
    assert shown == {cafe.title, "Second plan"}
    window.plans.selectRow(
        [window.plans.model().index(r, 0).data() for r in range(2)].index(cafe.title)
    )
    words = " ".join(label.text() for label in window.findChildren(QLabel))
    assert cafe.tactics[0].name in words
    assert "1,380" in words
    window.reject()


@pytest.mark.skipif(not OPEN_FILES.exists(), reason="the system does not list open files")
def test_what_she_looks_into_is_not_held_open(start: Start, path: Path) -> None:
    hands = start()
    choose_oldest(hands)
    assert hands.backups.chosen_plans
    looked_into = {each.path for each in backups(path.parent)}
    assert not looked_into & {each.resolve() for each in OPEN_FILES.iterdir()}


def test_everything_goes_back_and_comes_again_by_undo(start: Start, path: Path, cafe: Plan) -> None:
    hands = start()
    hands.window.open_plan(cafe.id, Step.GOAL.value)
    hands.write("!")
    now = hands.plan
    choose_oldest(hands)
    hands.click(hands.backups.restore_button)
    assert titles(hands) == {cafe.title, "Second plan"}
    assert hands.store.load(cafe.id) == cafe
    assert "are back as of" in hands.window.messages.text.text()
    hands.click_text("Undo")
    assert titles(hands) == {"Changed since", "Added since", "Second plan"}
    assert hands.store.load(cafe.id) == now


def test_one_plan_comes_back_as_a_copy_and_goes_by_undo(
    start: Start, path: Path, cafe: Plan
) -> None:
    hands = start()
    choose_oldest(hands)
    window = hands.backups
    names = [window.plans.model().index(row, 0).data() for row in range(2)]
    window.plans.selectRow(names.index(cafe.title))
    hands.click(window.copy_button)
    (copy,) = titles(hands) - {"Changed since", "Added since", "Second plan"}
    assert copy.startswith(f"{cafe.title} (as of ")
    plan = hands.store.load(next(p.id for p in hands.store.overviews() if p.title == copy))
    assert plan.replace(id=cafe.id, title=cafe.title) == cafe
    hands.click_text("Undo")
    assert titles(hands) == {"Changed since", "Added since", "Second plan"}


def test_a_plan_that_was_not_as_saved_is_kept_where_she_is_told(
    start: Start, path: Path, cafe: Plan
) -> None:
    hands = start()
    hands.qtbot.waitUntil(lambda: len(backups(path.parent)) == 2)  # The one of this start, too.
    hands.store.save(Plan(id="later", title="Added after the backup"))
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE plan SET brand = 'x' WHERE id = 'later'")
    choose_oldest(hands)
    hands.click(hands.backups.restore_button)
    assert hands.store.load(cafe.id) == cafe
    (kept,) = path.parent.glob("smartgoals-before-restore-*/smartgoals.db")
    assert str(kept) in hands.window.messages.text.text()


def test_a_damaged_backup_says_so_and_changes_nothing(start: Start, path: Path) -> None:
    (made,) = backups(path.parent)
    with contextlib.closing(sqlite3.connect(made.path, isolation_level=None)) as connection:
        connection.execute("UPDATE plan SET brand = 'x'")
    hands = start()
    before = titles(hands)
    choose_oldest(hands)
    hands.click(hands.backups.restore_button)
    assert hands.backups.isVisible()
    assert "is damaged" in hands.backups.note.text()
    assert titles(hands) == before


def test_without_backups_the_window_says_when_there_will_be_one(start: Start) -> None:
    hands = start()
    hands.window.menus.backups.trigger()
    assert "There is no backup yet" in hands.backups.note.text()
    assert not hands.backups.restore_button.isEnabled()
    assert not hands.backups.copy_button.isEnabled()
