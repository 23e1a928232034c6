"""Backups: when they are made, that they are whole, and how they are found again."""

import contextlib
import datetime as dt
import os
import sqlite3
import stat
import sys
from functools import partial
from pathlib import Path

import pytest
import time_machine

import smartgoals.storage.backups as backups_module
from smartgoals.domain.plan import Plan
from smartgoals.storage.backup_files import backup_folder, backups
from smartgoals.storage.backups import back_up, copy_verified, verify
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.storage.store import PlanStore

DAY = dt.timedelta(days=1)


def change(path: Path, statement: str) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


def reason_of(path: Path) -> StorageReason:
    with pytest.raises(StorageError) as caught:
        back_up(path)
    return caught.value.reason


def opened(backup: Path, folder: Path) -> PlanStore:
    folder.mkdir()
    (folder / "smartgoals.db").write_bytes(backup.read_bytes())
    return PlanStore.open(folder)


def test_a_backup_holds_every_plan(store: PlanStore, plan: Plan, tmp_path: Path) -> None:
    store.save(plan)
    made = back_up(store.path)
    assert made is not None
    assert backups(store.path.parent) == [made]
    store.save(plan.replace(title="Later"))
    with opened(made.path, tmp_path / "copy") as kept:
        assert kept.load(plan.id) == plan


def test_nothing_new_needs_no_new_backup(store: PlanStore, plan: Plan) -> None:
    store.save(plan)
    made = back_up(store.path)
    store.save(plan)
    assert back_up(store.path) == made
    assert backups(store.path.parent) == [made]


@pytest.mark.parametrize("action", ["save", "trash", "archive", "delete_forever"])
def test_any_change_is_worth_a_backup(store: PlanStore, plan: Plan, action: str) -> None:
    store.save(plan)
    first = back_up(store.path)
    if action == "save":
        store.save(plan.replace(title="Other"))
    else:
        getattr(store, action)(plan.id)
    second = back_up(store.path)
    assert second != first
    assert backups(store.path.parent) == [second, first]


def test_before_there_is_a_plan_there_is_no_backup(store: PlanStore) -> None:
    assert back_up(store.path) is None
    assert not backup_folder(store.path.parent).exists()
    assert back_up(store.path, even_empty=True) is not None


def test_backups_are_for_their_owner_only(store: PlanStore, plan: Plan) -> None:
    old = os.umask(0)
    try:
        store.save(plan)
        made = back_up(store.path)
    finally:
        os.umask(old)
    assert made is not None
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE plan SET title = 'Mope fans'",
        "UPDATE plan SET name = 'Mope fans'",
        "UPDATE metric SET baseline = '1201'",
        "DELETE FROM check_in",
    ],
)
def test_a_plan_that_is_not_as_it_was_saved_gets_into_no_backup(
    store: PlanStore, plan: Plan, statement: str
) -> None:
    store.save(plan)
    good = back_up(store.path)
    store.save(other := Plan(title="Other"))
    change(store.path, statement + (f" WHERE id != '{other.id}'" if "plan " in statement else ""))
    assert reason_of(store.path) is StorageReason.DAMAGED
    assert backups(store.path.parent) == [good]
    assert [*backup_folder(store.path.parent).iterdir()] == [good.path if good else None]


def test_a_damaged_backup_makes_way_for_a_new_one(store: PlanStore, plan: Plan) -> None:
    store.save(plan)
    first = back_up(store.path)
    assert first is not None
    first.path.write_bytes(b"garbage" * 1000)
    second = back_up(store.path)
    assert second is not None
    assert second != first
    verify(second.path)


def test_backups_are_thinned_when_one_is_made(store: PlanStore, plan: Plan) -> None:
    for day in range(40):
        with time_machine.travel(dt.datetime(2027, 1, 1, 12, day, tzinfo=dt.UTC) + day * DAY):
            store.save(plan.replace(title=f"Day {day}"))
            back_up(store.path)
    there = [backup.made_at for backup in backups(store.path.parent)]
    assert len(there) == 2 + 12 + 5 + 1
    assert there[0].date() == dt.date(2027, 2, 9)


def test_what_else_lies_in_the_folder_of_the_backups_stays(store: PlanStore, plan: Plan) -> None:
    backup_folder(store.path.parent).mkdir()
    mine = backup_folder(store.path.parent) / "my own copy.db"
    mine.write_bytes(b"x")
    left_over = mine.with_name("smartgoals-abc.part")
    left_over.write_bytes(b"half")
    os.utime(left_over, (0, 0))
    fresh = mine.with_name("smartgoals-def.part")
    fresh.write_bytes(b"another process writes it")
    store.save(plan)
    made = back_up(store.path)
    assert made is not None
    assert {*made.path.parent.iterdir()} == {mine, fresh, made.path}
    assert backups(store.path.parent) == [made]


def test_what_is_left_of_a_copy_beside_the_database_is_removed(
    store: PlanStore, plan: Plan
) -> None:
    left_over, fresh, mine = (
        store.path.with_name(name)
        for name in ("smartgoals-abc.part", "smartgoals-def.part", "mine.part")
    )
    for file in (left_over, fresh, mine):
        file.write_bytes(b"half")
    for file in (left_over, mine):
        os.utime(file, (0, 0))
    store.save(plan)
    back_up(store.path)
    assert not left_over.exists()
    assert fresh.exists()
    assert mine.exists()


def test_the_newest_backup_is_the_last_one_though_the_clock_was_put_back(
    store: PlanStore, plan: Plan
) -> None:
    store.save(plan)
    with time_machine.travel("2099-01-01T00:00:00Z"):
        back_up(store.path)
    store.save(plan.replace(title="Later"))
    made = back_up(store.path)
    assert made == backups(store.path.parent)[0]
    assert len(backups(store.path.parent)) == 2
    assert back_up(store.path) == made


def test_a_backup_of_a_database_that_others_gave_a_log_stands_alone(
    store: PlanStore, plan: Plan
) -> None:
    store.save(plan)
    change(store.path, "PRAGMA journal_mode=WAL")
    made = back_up(store.path)
    assert made is not None
    verify(made.path)
    assert [*made.path.parent.iterdir()] == [made.path]
    with contextlib.closing(sqlite3.connect(made.path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_a_copy_replaces_files_only_and_no_journal(store: PlanStore, plan: Plan) -> None:
    store.save(plan)
    pipe = store.path.with_name("pipe")
    os.mkfifo(pipe)
    journal = store.path.with_name(f"{store.path.name}-journal")
    for target in (pipe, journal, store.path.parent):
        with pytest.raises(StorageError) as caught:
            copy_verified(store.path, target)
        assert caught.value.reason is StorageReason.NOT_A_FILE
    assert pipe.is_fifo()
    assert not journal.exists()


def test_what_is_wrong_is_told_of_the_database_and_not_of_its_copy(
    store: PlanStore, plan: Plan
) -> None:
    store.save(plan)
    change(store.path, "UPDATE plan SET title = 'x'")
    for use in (back_up, lambda path: copy_verified(path, path.with_name("copy.db"))):
        with pytest.raises(StorageError) as caught:
            use(store.path)
        assert caught.value.path == store.path


def test_a_save_goes_between_the_steps_of_a_copy(
    store: PlanStore, plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[int] = []

    class Watched(sqlite3.Connection):
        def backup(self, target: sqlite3.Connection, *, pages: int) -> None:  # type: ignore[override]
            def stepped(_status: int, remaining: int, _total: int) -> None:
                if not steps:
                    store.save(plan.replace(title="Saved meanwhile"))
                # Who waits for the disk keeps the database locked for as long.
                assert target.execute("PRAGMA synchronous").fetchone() == (0,)
                steps.append(remaining)

            super().backup(target, pages=pages, progress=stepped)

    store.save(plan)
    target = tmp_path / "copy.db"
    monkeypatch.setattr(backups_module, "_STEP", 5)
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Watched))
    copy_verified(store.path, target)
    assert len(steps) > 2
    with opened(target, tmp_path / "kept") as kept:
        assert kept.load(plan.id).title == "Saved meanwhile"


def test_a_copy_that_cannot_be_written_leaves_the_old_one(store: PlanStore, plan: Plan) -> None:
    store.save(plan)
    target = store.path.parent / "gone" / "copy.db"
    with pytest.raises(StorageError) as caught:
        copy_verified(store.path, target)
    assert caught.value.reason is StorageReason.MISSING
    copy_verified(store.path, target := store.path.parent / "copy.db")
    before = target.read_bytes()
    change(store.path, "UPDATE plan SET title = 'x'")
    with pytest.raises(StorageError):
        copy_verified(store.path, target)
    assert target.read_bytes() == before
