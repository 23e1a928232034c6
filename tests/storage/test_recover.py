"""A damaged or lost database comes back by itself, and nothing of it is thrown away."""

import contextlib
import shutil
import sqlite3
from pathlib import Path

import pytest
import time_machine

from smartgoals.domain.plan import Plan
from smartgoals.domain.value import new_id
from smartgoals.storage.backup_files import backup_folder, backups
from smartgoals.storage.backups import back_up
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.storage.location import DATABASE_NAME, database_path
from smartgoals.storage.recover import Recovery, open_plans, undo_recovery
from smartgoals.storage.restore import restore_file
from smartgoals.storage.salvage import salvage
from smartgoals.storage.store import PlanStore
from tests.storage.damage import WAYS, damage
from tests.storage.filled import filled
from tests.storage.test_processes import (
    STOP_IN_THE_MIDDLE_OF_A_SAVE,
    as_nobody,
    kill,
    line_of,
    open_to_all,
    start,
)

__all__ = ["open_to_all"]
PAGE = 4096


def change(path: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def reopened(folder: Path, *, thorough: bool = False) -> tuple[list[Plan], Recovery | None]:
    store, recovery = open_plans(folder, thorough=thorough)
    with store:
        return [store.load(each.id) for each in store.overviews()], recovery


@pytest.fixture
def plans() -> list[Plan]:
    """Plans of all sizes, one of them with every field set."""
    full = filled(Plan)
    others = [Plan(id=f"p{n}", title=f"Plan {n}", specific="word " * n * 40) for n in range(20)]
    return [*others, full.replace(id="full")]


@pytest.fixture
def path(folder: Path, plans: list[Plan]) -> Path:
    """A database with the plans and a backup of them, closed."""
    with PlanStore.open(folder) as store:
        for plan in plans:
            store.save(plan)
        back_up(store.path)
        return store.path


def by_id(plans: list[Plan]) -> dict[str, Plan]:
    return {plan.id: plan for plan in plans}


def test_a_whole_database_is_left_alone(path: Path, plans: list[Plan]) -> None:
    before = path.read_bytes()
    found, recovery = reopened(path.parent, thorough=True)
    assert recovery is None
    assert by_id(found) == by_id(plans)
    assert path.read_bytes() == before


@pytest.mark.parametrize("way", [way for way in WAYS if "bit" not in way and "two" not in way])
def test_a_damaged_database_comes_back_and_is_kept(path: Path, plans: list[Plan], way: str) -> None:
    damage(path, way, 1)
    damaged = path.read_bytes()
    found, recovery = reopened(path.parent, thorough=True)
    assert by_id(found) == by_id(plans)
    if recovery is not None:
        assert recovery.backup == backups(path.parent)[0]
        assert recovery.kept is not None
        assert (recovery.kept / DATABASE_NAME).read_bytes() == damaged
        assert recovery.lost == 0
        assert reopened(path.parent)[1] is None


def test_a_deleted_database_comes_back(path: Path, plans: list[Plan]) -> None:
    path.unlink()
    found, recovery = reopened(path.parent)
    assert by_id(found) == by_id(plans)
    assert recovery is not None
    assert recovery.kept is None


def test_a_new_folder_is_no_loss(folder: Path) -> None:
    assert reopened(folder) == ([], None)


def test_a_link_to_a_disk_that_is_not_there_is_not_replaced(path: Path) -> None:
    path.rename(path.with_name("elsewhere"))
    path.symlink_to(path.parent / "unplugged" / DATABASE_NAME)
    with pytest.raises(StorageError) as caught:
        open_plans(path.parent)
    assert caught.value.reason is StorageReason.MISSING
    assert path.is_symlink()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE plan SET title = 'Other' WHERE id = 'p3'",
        "UPDATE plan SET name = 'Other' WHERE id = 'p3'",
        "DELETE FROM metric WHERE plan_id = 'full'",
        "UPDATE plan SET seal = '' WHERE id = 'p3'",
    ],
)
def test_a_changed_value_is_noticed_and_put_right(
    path: Path, plans: list[Plan], statement: str
) -> None:
    change(path, statement)
    found, recovery = reopened(path.parent)
    assert by_id(found) == by_id(plans)
    assert recovery is not None
    assert (recovery.salvaged, recovery.lost) == (0, 0)


def test_what_was_saved_after_the_backup_is_taken_from_the_damaged_file(
    path: Path, plans: list[Plan]
) -> None:
    with PlanStore.open(path.parent) as store:
        changed = store.load("p5").replace(title="Changed after the backup")
        store.save(changed)
        store.save(added := Plan(id="added", title="Added after the backup"))
        store.trash("p6")
    change(path, "UPDATE plan SET brand = 'x' WHERE id = 'p3'")
    found, recovery = reopened(path.parent)
    assert recovery is not None
    assert (recovery.salvaged, recovery.lost) == (3, 0)
    expected = {**by_id(plans), "p5": changed, "added": added}
    del expected["p6"]
    assert by_id(found) == expected


def test_the_newest_backup_that_is_whole_counts(path: Path, plans: list[Plan]) -> None:
    with PlanStore.open(path.parent) as store:
        store.save(Plan(id="later"))
        newest = back_up(store.path)
    assert newest is not None
    newest.path.write_bytes(newest.path.read_bytes()[:-PAGE])
    path.write_bytes(b"garbage" * 999)
    found, recovery = reopened(path.parent)
    assert by_id(found) == by_id(plans)
    assert recovery is not None
    assert recovery.backup == backups(path.parent)[-1]


def test_a_changed_mark_of_the_file_is_damage(path: Path, plans: list[Plan]) -> None:
    change(path, "PRAGMA application_id=7")
    found, recovery = reopened(path.parent)
    assert by_id(found) == by_id(plans)
    assert recovery is not None


def test_the_database_of_another_program_is_left_alone(path: Path) -> None:
    path.unlink()
    change(path, "CREATE TABLE theirs (id)")
    before = path.read_bytes()
    with pytest.raises(StorageError) as caught:
        open_plans(path.parent)
    assert caught.value.reason is StorageReason.FOREIGN
    assert path.read_bytes() == before


def test_an_interrupted_save_is_taken_back_and_no_damage(path: Path, plans: list[Plan]) -> None:
    process = start(STOP_IN_THE_MIDDLE_OF_A_SAVE, path)
    assert line_of(process) == "half"
    kill(process)
    found, recovery = reopened(path.parent)
    assert recovery is None
    assert by_id(found) == by_id(plans)


def test_the_journal_of_a_damaged_file_is_set_aside_with_it(path: Path) -> None:
    process = start(STOP_IN_THE_MIDDLE_OF_A_SAVE, path)
    assert line_of(process) == "half"
    kill(process)
    journal = path.with_name(f"{path.name}-journal")
    pages = journal.read_bytes()
    path.write_bytes(path.read_bytes()[: PAGE * 3])
    journal.write_bytes(pages[:700])
    _, recovery = reopened(path.parent, thorough=True)
    assert recovery is not None
    assert recovery.kept is not None
    assert not journal.exists()
    assert (recovery.kept / path.name).exists()


# Without any backup


def without_backups(path: Path) -> Path:
    shutil.rmtree(backup_folder(path.parent))
    return path


def test_a_lost_first_page_costs_nothing(path: Path, plans: list[Plan]) -> None:
    damage(without_backups(path), "the first page lost", 3)
    found, recovery = reopened(path.parent)
    assert by_id(found) == by_id(plans)
    assert recovery is not None
    assert (recovery.backup, recovery.salvaged, recovery.lost) == (None, len(plans), 0)


def test_one_damaged_plan_costs_that_one_only(path: Path, plans: list[Plan]) -> None:
    change(without_backups(path), "UPDATE plan SET brand = 'x' WHERE id = 'p3'")
    found, recovery = reopened(path.parent)
    expected = by_id(plans)
    del expected["p3"]
    assert by_id(found) == expected
    assert recovery is not None
    assert recovery.lost == 1


@pytest.mark.parametrize("seed", range(5))
def test_a_lost_page_costs_only_what_was_on_it(path: Path, plans: list[Plan], seed: int) -> None:
    damage(without_backups(path), "a page of noise", seed)
    salvaged = salvage(path)
    stored = by_id(plans)
    assert {row.id for row in salvaged.rows} <= stored.keys()
    assert all(row.title == stored[row.id].title for row in salvaged.rows)
    assert len(salvaged.rows) >= len(plans) // 2


def test_a_file_of_which_nothing_is_left_makes_way_for_an_empty_one(path: Path) -> None:
    damage(without_backups(path), "another file altogether", 1)
    damaged = path.read_bytes()
    with pytest.raises(StorageError) as caught:
        open_plans(path.parent)
    assert caught.value.reason is StorageReason.DAMAGED
    assert path.read_bytes() == damaged
    store, recovery = open_plans(path.parent, anew=True)
    with store:
        assert store.overviews() == []
    assert recovery is not None
    assert recovery.kept is not None
    assert (recovery.kept / path.name).read_bytes() == damaged


# Undo


def test_a_damaged_database_behind_a_link_comes_back_where_it_lies(
    path: Path, plans: list[Plan]
) -> None:
    real = path.parent.parent / "real.db"
    path.rename(real)
    path.symlink_to("../real.db")
    real.write_bytes(b"garbage" * 999)
    found, recovery = reopened(path.parent)
    assert by_id(found) == by_id(plans)
    assert path.is_symlink()
    assert recovery is not None
    assert recovery.kept is not None
    assert (recovery.kept / "real.db").read_bytes() == b"garbage" * 999
    undo_recovery(recovery)
    assert path.is_symlink()
    assert real.read_bytes() == b"garbage" * 999


def test_the_journal_of_a_damaged_database_behind_a_link_is_set_aside_with_it(path: Path) -> None:
    real = path.parent.parent / "real.db"
    path.rename(real)
    path.symlink_to(real)
    real.write_bytes(b"garbage" * 999)
    journal = real.with_name("real.db-journal")
    journal.write_bytes(b"old pages")
    _, recovery = reopened(path.parent)
    assert recovery is not None
    assert recovery.kept is not None
    assert (recovery.kept / journal.name).read_bytes() == b"old pages"
    assert not journal.exists()


@pytest.mark.parametrize("version", [0, -5])
def test_a_version_that_never_was_is_damage(path: Path, plans: list[Plan], version: int) -> None:
    change(path, f"PRAGMA user_version={version}")
    found, recovery = reopened(path.parent)
    assert by_id(found) == by_id(plans)
    assert recovery is not None


def test_what_was_saved_after_the_clock_was_put_back_is_newer(path: Path) -> None:
    with time_machine.travel("2001-01-01T00:00:00Z"), PlanStore.open(path.parent) as store:
        store.save(changed := store.load("p3").replace(title="Saved with a wrong clock"))
    change(path, "UPDATE plan SET title = 'x' WHERE id = 'p4'")
    found, recovery = reopened(path.parent)
    assert recovery is not None
    assert recovery.salvaged == 1
    assert changed in found


@pytest.mark.parametrize("content", [b"garbage" * 999, b""])
def test_a_recovery_can_be_undone(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    store, recovery = open_plans(path.parent)
    store.save(later := Plan(id=new_id(), title="After the recovery"))
    store.close()
    assert recovery is not None
    undo_recovery(recovery)
    assert path.read_bytes() == content
    # What was recovered, and done since, is a backup now.
    restore_file(path, backups(path.parent)[0].path)
    found, _ = reopened(path.parent)
    assert later in found


def test_undone_after_a_deletion_the_plans_are_gone_as_they_were(path: Path) -> None:
    path.unlink()
    store, recovery = open_plans(path.parent)
    store.close()
    assert recovery is not None
    undo_recovery(recovery)
    assert reopened(path.parent) == ([], None)


# For reading


def test_a_newer_database_is_opened_for_reading(path: Path, plans: list[Plan]) -> None:
    change(
        path,
        "ALTER TABLE plan ADD COLUMN mood TEXT NOT NULL DEFAULT 'good'",
        "CREATE TABLE news (id)",
        "UPDATE plan SET seal = 'over more fields than we know'",
        "PRAGMA user_version=99",
    )
    before = path.read_bytes()
    store, recovery = open_plans(path.parent)
    with store:
        assert recovery is None
        assert store.read_only is StorageReason.NEWER
        assert {each.id for each in store.overviews()} == by_id(plans).keys()
        assert store.load("p3") == by_id(plans)["p3"]
        with pytest.raises(StorageError) as caught:
            store.save(Plan())
        assert caught.value.reason is StorageReason.NEWER
    assert path.read_bytes() == before
    assert not any(entry.suffix == "-journal" for entry in path.parent.iterdir())


def test_a_newer_database_that_cannot_be_read_is_told(path: Path) -> None:
    change(path, "ALTER TABLE metric RENAME TO measure", "PRAGMA user_version=99")
    with pytest.raises(StorageError) as caught:
        open_plans(path.parent)
    assert caught.value.reason is StorageReason.NEWER


def test_a_full_disk_at_the_start_opens_for_reading(
    path: Path, plans: list[Plan], monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(path.parent)._replace(free=0)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    before = {entry: entry.stat().st_mtime_ns for entry in path.parent.iterdir()}
    store, _ = open_plans(path.parent)
    with store:
        assert store.read_only is StorageReason.DISK_FULL
        assert store.load("full") == by_id(plans)["full"]
    assert {entry: entry.stat().st_mtime_ns for entry in path.parent.iterdir()} == before


def test_a_damaged_file_that_may_not_be_changed_is_told(open_to_all: Path) -> None:
    folder = open_to_all / "data"
    with PlanStore.open(folder) as store:
        store.save(Plan(title="x"))
    database_path(folder).write_bytes(b"garbage" * 999)
    database_path(folder).chmod(0o444)
    folder.chmod(0o555)

    def try_it() -> None:
        with pytest.raises(StorageError) as caught:
            open_plans(folder)
        assert caught.value.reason is StorageReason.DAMAGED

    as_nobody(try_it)
    folder.chmod(0o700)
