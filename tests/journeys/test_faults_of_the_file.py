"""What she sees and keeps when something is the matter with the file of her plans."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Step
from smartgoals.storage.backup_files import backups
from smartgoals.storage.backups import back_up
from smartgoals.storage.location import database_path
from smartgoals.storage.store import PlanStore
from smartgoals.ui.message_bar import MessageBar
from smartgoals.ui.session import SaveState
from tests.journeys.hands import Hands
from tests.journeys.program import run_program
from tests.storage.damage import damage
from tests.storage.test_processes import HOLD_THE_LOCK, line_of
from tests.storage.test_processes import start as start_process

Start = Callable[..., Hands]


def change(path: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def told(hands: Hands, words: str, bar: MessageBar | None = None) -> None:
    """Wait until the window says it; a screen reader is told as well."""
    shown = bar or hands.window.messages
    hands.qtbot.waitUntil(lambda: shown.isVisible() and words in shown.text.text(), timeout=20_000)
    assert words in shown.accessibleName()


def titles(hands: Hands) -> set[str]:
    return {plan.title for plan in hands.window.panel.model.plans}


@pytest.fixture
def path(folder: Path) -> Path:
    """A database with two plans and a backup of it."""
    with PlanStore.open(folder) as store:
        store.save(Plan(id="one", title="First plan", broad_goal="be known"))
        store.save(Plan(id="two", title="Second plan"))
        back_up(store.path)
    return database_path(folder)


@pytest.fixture
def holder(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that holds the lock of the file."""
    process = start_process(HOLD_THE_LOCK, path)
    assert line_of(process) == "held"
    yield process
    process.kill()
    process.communicate()


# Damaged, empty, deleted


@pytest.mark.parametrize(
    "fault", ["damaged", "empty", "deleted", "cut off", "no version", "one plan"]
)
def test_a_damaged_file_is_back_at_the_start_and_says_so(
    start: Start, path: Path, fault: str
) -> None:
    if fault == "damaged":
        damage(path, "a page of zeros", 2)
    elif fault == "empty":
        path.write_bytes(b"")
    elif fault == "deleted":
        path.unlink()
    elif fault == "cut off":
        path.write_bytes(path.read_bytes()[:9000])
    elif fault == "no version":
        change(path, "PRAGMA user_version=0")
    else:
        change(path, "UPDATE plan SET title = 'x', name = 'x' WHERE id = 'one'")
    hands = start()
    told(hands, "is back")
    assert titles(hands) == {"First plan", "Second plan"}
    assert hands.store.load("one").broad_goal == "be known"
    if fault != "deleted":
        assert "is kept in" in hands.window.messages.text.text()


def test_the_return_of_a_damaged_file_can_be_undone(start: Start, path: Path) -> None:
    path.write_bytes(b"garbage" * 999)
    hands = start()
    told(hands, "is back")
    hands.click_text("Undo")
    told(hands, "is damaged")
    assert path.read_bytes() == b"garbage" * 999
    hands.click_text("Restore from a backup …")
    restore = hands.backups
    hands.click(restore.restore_button)
    hands.qtbot.waitUntil(lambda: hands.window.loader.store is not None)
    hands.qtbot.waitUntil(lambda: titles(hands) == {"First plan", "Second plan"})


def test_a_file_of_which_nothing_is_left_is_kept_and_she_can_begin(
    start: Start, folder: Path
) -> None:
    folder.mkdir()
    database_path(folder).write_bytes(b"garbage" * 999)
    hands = start()
    told(hands, "no plan in it could be read")
    hands.press("Ctrl+N")
    hands.write("We bake bread")
    assert hands.desk.save()


def test_a_plan_that_turns_out_damaged_when_it_is_opened_comes_back(
    start: Start, path: Path
) -> None:
    hands = start()
    change(path, "UPDATE plan SET broad_goal = 'x' WHERE id = 'one'")
    hands.window.open_plan("one")
    told(hands, "is back")
    hands.qtbot.waitUntil(lambda: hands.window.desk is not None)
    assert hands.plan.broad_goal == "be known"


def test_a_file_damaged_while_she_writes_comes_back_with_what_she_wrote(
    start: Start, path: Path
) -> None:
    hands = start()
    hands.window.open_plan("one", Step.GOAL.value)
    hands.write("!")
    assert hands.desk.save()
    damage(path, "another file altogether", 3)
    hands.write(" Really")
    written = hands.plan
    hands.desk.save()
    told(hands, "is back")
    hands.qtbot.waitUntil(lambda: hands.desk.session.save_state is SaveState.SAVED)  # type: ignore[union-attr]
    assert hands.plan == written
    assert hands.store.load("one") == written


# Only for reading


def test_a_newer_file_is_read_and_not_changed(start: Start, path: Path) -> None:
    change(path, "ALTER TABLE plan ADD COLUMN mood TEXT", "PRAGMA user_version=99")
    before = path.read_bytes()
    hands = start()
    told(hands, "made by a newer SmartGoals", hands.window.notice)
    assert titles(hands) == {"First plan", "Second plan"}
    hands.window.open_plan("one", Step.GOAL.value)
    hands.write("!")
    field = hands.focus
    assert isinstance(field, QLineEdit)
    assert field.text() == hands.plan.broad_goal == "be known"
    hands.close()
    assert path.read_bytes() == before


def test_on_a_full_disk_the_plans_can_be_read_and_a_copy_goes_elsewhere(
    start: Start, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = shutil.disk_usage(path.parent)
    monkeypatch.setattr(
        shutil, "disk_usage", lambda place: room._replace(free=0) if place == path.parent else room
    )
    hands = start()
    told(hands, "can be read, not changed", hands.window.notice)
    hands.window.open_plan("one", Step.GOAL.value)
    hands.write("!")
    assert hands.plan.broad_goal == "be known"
    hands.window.care.go_on_in(tmp_path / "elsewhere")
    told(hands, "elsewhere")
    hands.qtbot.waitUntil(lambda: hands.window.loader.store is not None)
    assert not hands.window.notice.isVisible()
    assert titles(hands) == {"First plan", "Second plan"}
    hands.window.open_plan("one", Step.GOAL.value)
    hands.write("!")
    assert hands.desk.save()
    assert database_path(tmp_path / "elsewhere").exists()


def test_when_there_is_room_again_she_goes_on(
    start: Start, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = shutil.disk_usage(path.parent)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: room._replace(free=0))
    hands = start()
    told(hands, "can be read, not changed", hands.window.notice)
    monkeypatch.undo()
    hands.click_text("Try again", hands.window.notice)
    hands.qtbot.waitUntil(lambda: hands.window.loader.store is not None)
    hands.qtbot.waitUntil(lambda: not hands.window.notice.isVisible())
    assert hands.store.read_only is None


# Not ours, or out of reach


def test_another_programs_file_is_left_alone_and_another_place_offered(
    start: Start, folder: Path, tmp_path: Path
) -> None:
    folder.mkdir()
    change(database_path(folder), "CREATE TABLE theirs (id)")
    before = database_path(folder).read_bytes()
    hands = start(opens=False)
    told(hands, "belongs to another program")
    assert hands.button("Use another folder …", hands.window.messages)
    hands.window.care.go_on_in(tmp_path / "elsewhere")
    hands.qtbot.waitUntil(lambda: hands.window.loader.store is not None)
    hands.press("Ctrl+N")
    hands.write("We bake bread")
    assert hands.desk.save()
    assert database_path(folder).read_bytes() == before


def test_when_another_programs_file_took_the_place_the_backup_comes_along(
    start: Start, path: Path, tmp_path: Path
) -> None:
    path.unlink()
    change(path, "CREATE TABLE theirs (id)")
    hands = start(opens=False)
    told(hands, "belongs to another program")
    hands.window.care.go_on_in(tmp_path / "elsewhere")
    hands.qtbot.waitUntil(lambda: hands.window.loader.store is not None)
    hands.qtbot.waitUntil(lambda: titles(hands) == {"First plan", "Second plan"})
    assert hands.store.load("one").broad_goal == "be known"


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("a trigger", "belongs to another program"),
        ("a view", "belongs to another program"),
        ("a folder", "something else has that name"),
        ("a link that leads nowhere", "is not there"),
    ],
)
def test_what_cannot_be_opened_is_told_and_the_backup_goes_to_another_place(
    start: Start, path: Path, tmp_path: Path, fault: str, words: str
) -> None:
    if fault == "a trigger":
        change(path, "CREATE TRIGGER t AFTER UPDATE ON plan BEGIN DELETE FROM metric; END")
    elif fault == "a view":
        change(path, "CREATE VIEW v AS SELECT * FROM plan")
    else:
        path.unlink()
        if fault == "a folder":
            path.mkdir()
        else:
            path.symlink_to(tmp_path / "unplugged" / "smartgoals.db")
    hands = start(opens=False)
    told(hands, words)
    hands.window.care.go_on_in(tmp_path / "elsewhere")
    hands.qtbot.waitUntil(lambda: hands.window.loader.store is not None)
    hands.qtbot.waitUntil(lambda: titles(hands) == {"First plan", "Second plan"})
    assert hands.store.load("one").broad_goal == "be known"


def test_a_locked_file_is_waited_for(
    start: Start, path: Path, holder: subprocess.Popen[str]
) -> None:
    hands = start(opens=False)
    told(hands, "goes on as soon as it lets go")
    holder.kill()
    hands.qtbot.waitUntil(lambda: hands.window.loader.store is not None, timeout=20_000)
    hands.qtbot.waitUntil(lambda: titles(hands) == {"First plan", "Second plan"})
    assert not hands.window.messages.isVisible()


# While she writes


def test_on_a_full_disk_her_text_is_kept_and_saved_when_there_is_room(
    start: Start, path: Path, tmp_path: Path
) -> None:
    hands = start()
    hands.window.open_plan("one", Step.GOAL.value)
    with hands.store._database.plain() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={pages}")
    hands.press("Ctrl+A")
    QApplication.clipboard().setText("long " * 1500)
    hands.press("Ctrl+V")
    assert not hands.desk.save()
    told(hands, "the disk is full")
    assert "Your text is kept" in hands.window.messages.text.text()
    assert hands.button("Save elsewhere …", hands.window.messages)
    written = hands.plan
    hands.window.close()
    assert hands.window.isVisible()
    hands.window.open_plan("two")
    hands.window.new_plan()
    hands.window.trash_shown()
    hands.window.change_language("it")
    assert hands.plan == written
    hands.desk.export_to(tmp_path / "elsewhere.json")
    hands.qtbot.waitUntil((tmp_path / "elsewhere.json").exists, timeout=20_000)
    with hands.store._database.plain() as connection:
        connection.execute("PRAGMA max_page_count=1000000")
    hands.qtbot.waitUntil(lambda: hands.desk.session.save_state is SaveState.SAVED)  # type: ignore[union-attr]
    assert hands.store.load("one") == hands.plan


def test_a_moved_or_deleted_file_stands_anew_with_every_plan(start: Start, path: Path) -> None:
    hands = start()
    hands.window.open_plan("one", Step.GOAL.value)
    path.rename(path.with_name("moved away.db"))
    moved = path.with_name("moved away.db").read_bytes()
    hands.write("!")
    assert hands.desk.save()
    told(hands, "was moved or deleted")
    assert path.with_name("moved away.db").read_bytes() == moved
    with PlanStore.open(path.parent, read_only=True) as store:
        assert store.load("one") == hands.plan
        assert store.load("two").title == "Second plan"


def test_another_file_in_its_place_is_kept(start: Start, path: Path) -> None:
    hands = start()
    hands.window.open_plan("one", Step.GOAL.value)
    other = path.with_name("other.db")
    shutil.copy(path, other)
    change(other, "UPDATE plan SET brand = 'theirs'")
    theirs = other.read_bytes()
    other.replace(path)
    hands.write("!")
    assert hands.desk.save()
    told(hands, "the other file is kept in")
    (kept,) = path.parent.glob("smartgoals-other-*/smartgoals.db")
    assert kept.read_bytes() == theirs
    assert hands.store.load("one") == hands.plan


def test_a_deleted_folder_is_made_anew(start: Start, path: Path) -> None:
    hands = start()
    hands.window.open_plan("one", Step.GOAL.value)
    shutil.rmtree(path.parent)
    hands.write("!")
    assert hands.desk.save()
    assert hands.store.load("one") == hands.plan


def test_a_file_that_another_program_holds_is_saved_into_afterwards(
    start: Start, path: Path
) -> None:
    hands = start()
    hands.window.open_plan("one", Step.GOAL.value)
    holder = start_process(HOLD_THE_LOCK, path)
    assert line_of(holder) == "held"
    hands.write("!")
    assert not hands.desk.save()
    told(hands, "goes on as soon as it lets go")
    holder.kill()
    holder.communicate()
    hands.qtbot.waitUntil(lambda: hands.desk.session.save_state is SaveState.SAVED)  # type: ignore[union-attr]
    assert not hands.window.messages.isVisible()


# Changed elsewhere


def changed_elsewhere(start: Start, path: Path) -> Hands:
    hands = start()
    hands.window.open_plan("one", Step.GOAL.value)
    with PlanStore.open(path.parent) as other:
        other.save(other.load("one").replace(title="Theirs"))
    hands.press("Ctrl+A")
    hands.write("mine")
    assert not hands.desk.save()
    told(hands, "changed in another window")
    return hands


def test_keep_mine_keeps_theirs_beside(start: Start, path: Path) -> None:
    hands = changed_elsewhere(start, path)
    hands.click_text("Keep mine")
    assert hands.desk.save()
    stored = {plan.title: hands.store.load(plan.id) for plan in hands.store.overviews()}
    assert stored.keys() == {"First plan", "Theirs (theirs)", "Second plan"}
    assert stored["First plan"].broad_goal == hands.plan.broad_goal == "mine"
    assert stored["Theirs (theirs)"].broad_goal == "be known"


def test_keep_theirs_keeps_mine_beside(start: Start, path: Path) -> None:
    hands = changed_elsewhere(start, path)
    hands.click_text("Keep theirs")
    assert hands.desk.save()
    assert hands.plan.title == "Theirs"
    stored = {plan.title: hands.store.load(plan.id) for plan in hands.store.overviews()}
    assert stored.keys() == {"Theirs", "First plan (mine)", "Second plan"}
    assert stored["First plan (mine)"].broad_goal == "mine"


def test_a_check_in_by_the_command_line_meanwhile_is_kept(start: Start, path: Path) -> None:
    fans = Metric(id="fans", name="Fans", baseline=Decimal(1), target=Target(amount=Decimal(99)))
    with PlanStore.open(path.parent) as store:
        store.save(store.load("one").replace(metrics=(fans,)))
    hands = start()
    hands.window.open_plan("one", Step.GOAL.value)
    assert run_program(path.parent, "check-in", "one", "fans", "50") == (0, "")
    hands.press("Ctrl+A")
    hands.write("mine")
    assert not hands.desk.save()
    told(hands, "changed in another window")
    hands.click_text("Keep mine")
    assert hands.desk.save()
    kept = [hands.store.load(plan.id) for plan in hands.store.overviews()]
    (theirs,) = (plan for plan in kept if plan.check_ins)
    assert theirs.broad_goal == "be known"
    assert hands.plan.broad_goal == "mine"
    assert hands.store.load("one") == hands.plan


@pytest.mark.parametrize("choice", ["Keep mine", "Leave it deleted"])
def test_a_plan_deleted_elsewhere_is_brought_back_only_if_she_wants(
    start: Start, path: Path, choice: str
) -> None:
    hands = start()
    hands.window.open_plan("one", Step.GOAL.value)
    with PlanStore.open(path.parent) as other:
        other.delete_forever("one")
    hands.press("Ctrl+A")
    hands.write("mine")
    assert not hands.desk.save()
    told(hands, "deleted in another window")
    hands.click_text(choice)
    listed = {plan.id for plan in hands.store.overviews()}
    assert listed == ({"one", "two"} if choice == "Keep mine" else {"two"})
    assert hands.store.load("one").broad_goal == "mine"


def test_she_may_close_only_after_the_choice(start: Start, path: Path) -> None:
    hands = changed_elsewhere(start, path)
    hands.window.close()
    assert hands.window.isVisible()
    hands.click_text("Keep mine")
    hands.window.close()
    assert not hands.window.isVisible()


# Backups


def test_leaving_makes_a_backup(start: Start, path: Path) -> None:
    hands = start()
    before = backups(path.parent)
    hands.window.open_plan("one", Step.GOAL.value)
    hands.write("!")
    hands.window.close()
    hands.window.care.end()
    assert len(backups(path.parent)) == len(before) + 1


def test_starting_makes_a_backup_of_what_changed(start: Start, path: Path) -> None:
    before = backups(path.parent)
    with PlanStore.open(path.parent) as other:
        other.save(Plan(title="By the command line"))
    hands = start()
    hands.qtbot.waitUntil(lambda: len(backups(path.parent)) == len(before) + 1)
    hands.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a matter of Unix permissions")
def test_everything_in_the_folder_is_for_its_owner_only(start: Start, path: Path) -> None:
    hands = start()
    hands.window.open_plan("one", Step.GOAL.value)
    hands.write("!")
    hands.window.close()
    hands.window.care.end()
    modes = {
        entry.relative_to(path.parent): entry.stat().st_mode & 0o077
        for entry in [path.parent, *path.parent.rglob("*")]
    }
    assert not {entry: oct(mode) for entry, mode in modes.items() if mode}
