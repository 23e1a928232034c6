"""Going back to a backup, and back again."""

import contextlib
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from smartgoals.domain.plan import Plan
from smartgoals.storage.backup_files import backups
from smartgoals.storage.backups import back_up
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.storage.location import database_path
from smartgoals.storage.restore import plans_in, read_from, restore_file, restore_into
from smartgoals.storage.store import PlanStore


def change(path: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def backup_of(store: PlanStore) -> Path:
    made = back_up(store.path)
    assert made is not None
    return made.path


def titles(store: PlanStore) -> set[str]:
    return {each.title for each in store.overviews()}


def reason_of(action: Callable[[], object]) -> StorageReason:
    with pytest.raises(StorageError) as caught:
        action()
    return caught.value.reason


@pytest.fixture
def backup(store: PlanStore, plan: Plan) -> Path:
    """A backup with one plan, after which that plan was changed and another one added."""
    store.save(plan)
    made = backup_of(store)
    store.save(plan.replace(title="Changed since"))
    store.save(Plan(title="Added since"))
    return made


def test_everything_is_as_it_was_then(store: PlanStore, plan: Plan, backup: Path) -> None:
    restore_into(store, backup)
    assert store.load(plan.id) == plan
    assert titles(store) == {plan.title}


def test_after_going_back_work_goes_on(store: PlanStore, plan: Plan, backup: Path) -> None:
    restore_into(store, backup)
    store.save(store.load(plan.id).replace(title="On from there"))
    assert titles(store) == {"On from there"}


def test_what_was_there_before_is_kept_and_comes_back(store: PlanStore, backup: Path) -> None:
    before = restore_into(store, backup)
    assert before in {each.path for each in backups(store.path.parent)}
    restore_into(store, before)
    assert titles(store) == {"Changed since", "Added since"}


def test_a_plan_that_somebody_has_open_is_not_overwritten_unseen(
    store: PlanStore, plan: Plan, backup: Path
) -> None:
    mine = store.load(plan.id)
    restore_into(store, backup)
    assert reason_of(lambda: store.save(mine)) is StorageReason.CHANGED_ELSEWHERE


def test_another_window_sees_what_is_back(store: PlanStore, plan: Plan, backup: Path) -> None:
    with PlanStore.open(store.path.parent) as other:
        other.load(plan.id)
        restore_into(store, backup)
        assert other.load(plan.id) == plan


def test_the_plans_of_a_backup_can_be_looked_at(store: PlanStore, plan: Plan, backup: Path) -> None:
    before = backup.read_bytes()
    assert read_from(backup, [each.id for each in plans_in(backup)]) == [plan]
    assert backup.read_bytes() == before
    assert [*backup.parent.iterdir()] == [backup]


def test_a_plan_of_a_backup_that_is_gone_or_not_as_saved_is_not_shown(
    plan: Plan, backup: Path
) -> None:
    assert reason_of(lambda: read_from(backup, ["other"])) is StorageReason.NOT_FOUND
    change(backup, "UPDATE plan SET title = 'other'")
    assert reason_of(lambda: read_from(backup, [plan.id])) is StorageReason.DAMAGED
    backup.unlink()
    assert reason_of(lambda: read_from(backup, [plan.id])) is StorageReason.MISSING
    assert not backup.exists()


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("PRAGMA application_id=1", StorageReason.FOREIGN),
        ("PRAGMA user_version=99", StorageReason.NEWER),
        ("CREATE VIEW v AS SELECT 1", StorageReason.FOREIGN),
        ("DROP TABLE check_in", StorageReason.DAMAGED),
        ("UPDATE plan SET title = 'other'", StorageReason.DAMAGED),
    ],
)
def test_what_is_no_whole_backup_of_ours_changes_nothing(
    store: PlanStore, backup: Path, statement: str, reason: StorageReason
) -> None:
    change(backup, statement)
    before = store.path.read_bytes()
    with pytest.raises(StorageError) as caught:
        restore_into(store, backup)
    assert (caught.value.reason, caught.value.path) == (reason, backup)
    assert store.path.read_bytes() == before


@pytest.mark.parametrize("content", [b"", b"text " * 400])
def test_a_file_that_is_no_database_changes_nothing(
    store: PlanStore, backup: Path, content: bytes
) -> None:
    backup.write_bytes(content)
    assert reason_of(lambda: restore_into(store, backup)) is StorageReason.DAMAGED
    assert titles(store) == {"Changed since", "Added since"}


def test_a_backup_that_is_gone_is_told(store: PlanStore, backup: Path) -> None:
    backup.unlink()
    assert reason_of(lambda: restore_into(store, backup)) is StorageReason.MISSING


def test_one_damaged_plan_is_no_hindrance_for_going_back(
    store: PlanStore, plan: Plan, backup: Path
) -> None:
    change(store.path, "UPDATE plan SET brand = 'x'")
    kept = restore_into(store, backup)
    assert store.load(plan.id) == plan
    assert kept.name == store.path.name
    with contextlib.closing(sqlite3.connect(kept)) as connection:
        assert connection.execute("SELECT DISTINCT brand FROM plan").fetchall() == [("x",)]


@pytest.mark.parametrize("why", [StorageReason.READ_ONLY, StorageReason.DISK_FULL])
def test_where_nothing_can_be_written_that_is_the_reason(
    store: PlanStore, backup: Path, why: StorageReason
) -> None:
    with PlanStore.open_for_reading(store.path.parent, why) as reading:
        assert reason_of(lambda: restore_into(reading, backup)) is why


# Where no store is open


@pytest.fixture
def closed(store: PlanStore, backup: Path) -> Path:
    """A copy of the backup outside, and the store closed."""
    outside = store.path.parent.parent / "outside.db"
    shutil.copy(backup, outside)
    store.close()
    return outside


def test_a_closed_database_goes_back_as_well(closed: Path, folder: Path, plan: Plan) -> None:
    kept = restore_file(database_path(folder), closed)
    assert kept == backups(folder)[1].path
    assert restore_file(database_path(folder), closed) == backups(folder)[0].path
    with PlanStore.open(folder) as store:
        assert store.load(plan.id) == plan


def test_a_damaged_database_is_set_aside_with_its_journal(
    closed: Path, folder: Path, plan: Plan
) -> None:
    path, journal = database_path(folder), folder / "smartgoals.db-journal"
    path.write_bytes(b"garbage" * 1000)
    journal.write_bytes(b"old pages")
    kept = restore_file(path, closed)
    assert kept is not None
    assert (kept / path.name).read_bytes() == b"garbage" * 1000
    assert (kept / journal.name).read_bytes() == b"old pages"
    with PlanStore.open(folder) as store:
        assert store.load(plan.id) == plan


def test_a_damaged_database_behind_a_link_is_replaced_where_it_lies(
    closed: Path, folder: Path, plan: Plan
) -> None:
    path, real = database_path(folder), folder.parent / "real.db"
    real.write_bytes(b"garbage" * 1000)
    path.unlink()
    path.symlink_to("../real.db")
    kept = restore_file(path, closed)
    assert path.is_symlink()
    assert kept is not None
    assert (kept / "real.db").read_bytes() == b"garbage" * 1000
    with PlanStore.open(folder) as store:
        assert store.load(plan.id) == plan


def test_plans_come_into_an_empty_folder(closed: Path, tmp_path: Path, plan: Plan) -> None:
    assert restore_file(database_path(tmp_path / "new"), closed) is None
    with PlanStore.open(tmp_path / "new") as store:
        assert store.load(plan.id) == plan


@pytest.mark.parametrize("pragma", ["application_id=1", "user_version=99"])
def test_what_is_not_ours_to_replace_stays(closed: Path, folder: Path, pragma: str) -> None:
    path = database_path(folder)
    change(path, f"PRAGMA {pragma}")
    before = path.read_bytes()
    assert reason_of(lambda: restore_file(path, closed)) in {
        StorageReason.FOREIGN,
        StorageReason.NEWER,
    }
    assert path.read_bytes() == before
