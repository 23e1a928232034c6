"""Backup, restore and verify as commands; a damaged database under every command."""

import contextlib
import shutil
import sqlite3
import threading
from pathlib import Path

import pytest

from smartgoals.storage.backup_files import backups
from smartgoals.storage.lock import FolderLock
from tests.cli.conftest import SAMPLES
from tests.storage.damage import damage


def change(path, statement):
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


@pytest.fixture
def database(smartgoals, cafe_id, folder):
    """The path of a database with the cafe plan."""
    return folder / "smartgoals.db"


def content_of(folder):
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


# backup


def test_a_backup_goes_to_the_others_and_says_where(smartgoals, database, folder):
    (before,) = backups(folder) or [None]
    done = smartgoals("backup")
    assert done.code == 0
    assert Path(done.out.strip()) == backups(folder)[0].path
    assert smartgoals("backup").out == done.out
    assert before is None or before != backups(folder)[0]


def test_a_backup_goes_to_a_file_of_her_choice(smartgoals, database, tmp_path):
    target = tmp_path / "copy of June.db"
    target.write_text("an old one")
    assert smartgoals("backup", "--to", target).code == 0
    with contextlib.closing(sqlite3.connect(target)) as connection:
        assert connection.execute("SELECT count(*) FROM plan").fetchone() == (1,)
    assert sorted(path.name for path in tmp_path.iterdir()) == [target.name, "plans"]


def test_a_backup_never_goes_over_the_database(smartgoals, database):
    before = database.read_bytes()
    done = smartgoals("backup", "--to", database)
    assert done.code == 2
    assert database.read_bytes() == before


def test_a_backup_into_a_folder_that_is_not_there_is_a_sentence(smartgoals, database, tmp_path):
    done = smartgoals("backup", "--to", tmp_path / "gone" / "copy.db")
    assert done.code == 1
    assert done.err.startswith("There is no folder")


def test_without_plans_there_is_nothing_to_back_up(smartgoals, folder):
    done = smartgoals("backup")
    assert done.code == 1
    assert "is not there" in done.err
    assert not folder.exists()


# restore


def test_restore_brings_back_what_the_backup_has(smartgoals, database, cafe_id, tmp_path):
    copy = tmp_path / "copy.db"
    smartgoals("backup", "--to", copy)
    smartgoals("import", SAMPLES / "campfire.json")
    done = smartgoals("restore", copy)
    assert done.code == 0
    assert done.out.startswith("1 plan is here")
    assert [line.split()[0] for line in smartgoals("list").out.splitlines()] == [cafe_id]
    # And back again.
    before = done.out.split("“")[-1].split("”")[0]
    assert smartgoals("restore", before).code == 0
    assert len(smartgoals("list").out.splitlines()) == 2


def test_restore_says_where_a_plan_that_was_not_as_saved_is_kept(
    smartgoals, database, folder, tmp_path
):
    smartgoals("backup", "--to", tmp_path / "copy.db")
    change(database, "UPDATE plan SET brand = 'x'")
    done = smartgoals("restore", tmp_path / "copy.db")
    assert done.code == 0
    (kept,) = folder.glob("smartgoals-before-restore-*/smartgoals.db")
    assert str(kept) in done.out


@pytest.mark.parametrize("content", [b"", b"text " * 999, None])
def test_restore_from_what_is_no_backup_is_bad_input(smartgoals, database, tmp_path, content):
    bad = tmp_path / "bad.db"
    if content is not None:
        bad.write_bytes(content)
    before = database.read_bytes()
    done = smartgoals("restore", bad)
    assert done.code == 2
    assert "bad.db" in done.err
    assert "Traceback" not in done.err
    assert database.read_bytes() == before


def test_restore_waits_for_the_window_to_be_closed(smartgoals, database, folder, tmp_path):
    copy = tmp_path / "copy.db"
    smartgoals("backup", "--to", copy)
    with FolderLock.take(folder) or contextlib.nullcontext():
        done = smartgoals("restore", copy)
    assert done.code == 1
    assert "close it first" in done.err
    assert smartgoals("restore", copy).code == 0


# verify


def test_verify_sums_up_what_is_whole(smartgoals, database, folder):
    smartgoals("backup")
    before = content_of(folder)
    done = smartgoals("verify")
    assert done.code == 0
    assert "1 plan" in done.out
    assert "backup is whole" in done.out
    assert content_of(folder) == before


def test_verify_of_an_empty_folder_makes_nothing(smartgoals, folder):
    done = smartgoals("verify")
    assert done.code == 0
    assert not folder.exists()


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE plan SET title = 'x'", "The plan {id} is not as it was saved."),
        ("DROP TABLE check_in", "is damaged"),
        ("CREATE TABLE theirs (id)", "another program"),
        ("PRAGMA user_version=99", "newer SmartGoals"),
    ],
)
def test_verify_tells_what_is_wrong(smartgoals, database, cafe_id, folder, statement, words):
    change(database, statement)
    before = content_of(folder)
    done = smartgoals("verify")
    assert done.code == 1
    assert words.format(id=cafe_id) in done.err
    assert content_of(folder) == before


def test_verify_finds_a_damaged_backup(smartgoals, database, folder):
    smartgoals("backup")
    smartgoals("import", SAMPLES / "campfire.json")
    smartgoals("backup")
    older = backups(folder)[-1].path
    change(older, "UPDATE metric SET name = 'x'")
    done = smartgoals("verify")
    assert done.code == 1
    assert older.name in done.err


def test_verify_tells_of_a_lost_database(smartgoals, database, folder):
    smartgoals("backup")
    database.unlink()
    done = smartgoals("verify")
    assert done.code == 1
    assert "is not there" in done.err


# A database that another program holds


@pytest.fixture
def holder(database):
    with contextlib.closing(
        sqlite3.connect(database, isolation_level=None, check_same_thread=False)
    ) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield connection


@pytest.mark.parametrize("command", [["list"], ["close", "cafe", "--outcome", "dropped"]])
def test_a_database_that_is_held_for_a_moment_is_waited_for(smartgoals, holder, command):
    release = threading.Timer(0.6, lambda: holder.execute("ROLLBACK"))
    release.start()
    assert smartgoals(*command).code == 0
    release.join()


def test_a_database_that_stays_held_is_one_sentence(smartgoals, holder):
    done = smartgoals("list")
    assert done.code == 1
    assert done.err.count("Another program is using") == 1
    assert done.err.count("\n") == 1


# A database of a newer version


def test_a_newer_database_is_read_and_not_changed(smartgoals, database, cafe_id, tmp_path):
    change(database, "ALTER TABLE plan ADD COLUMN mood TEXT")
    change(database, "PRAGMA user_version=99")
    before = database.read_bytes()
    exported = tmp_path / "plan.md"
    for command in (["list"], ["show", cafe_id], ["export", cafe_id, "--to", exported]):
        done = smartgoals(*command)
        assert done.code == 0
        assert "our café" in (done.out or exported.read_text("utf-8"))
        assert done.err.count("newer SmartGoals") == 1
    for command in (
        ["import", SAMPLES / "campfire.json"],
        ["duplicate", cafe_id],
        ["close", cafe_id, "--outcome", "dropped"],
    ):
        done = smartgoals(*command)
        assert done.code == 1
        assert done.err.count("newer SmartGoals") == 1
    assert database.read_bytes() == before


def test_a_newer_database_that_cannot_be_understood_is_left_alone(smartgoals, database):
    change(database, "DROP TABLE check_in")
    change(database, "PRAGMA user_version=99")
    done = smartgoals("list")
    assert done.code == 1
    assert done.err.count("newer SmartGoals") == 1


# A damaged or lost database under every command


@pytest.mark.parametrize("command", ["list", "show", "export", "import", "duplicate", "map"])
@pytest.mark.parametrize("fault", ["damaged", "deleted", "one plan", "no version"])
def test_every_command_brings_the_plans_back_and_says_so(
    smartgoals, database, cafe_id, tmp_path, command, fault
):
    smartgoals("backup")
    if fault == "damaged":
        damage(database, "a page of zeros", 2)
    elif fault == "deleted":
        database.unlink()
    elif fault == "no version":
        change(database, "PRAGMA user_version=0")
    else:
        change(database, "UPDATE plan SET broad_goal = 'x', name = 'x'")
    arguments = {
        "map": [],
        "list": [],
        "show": [cafe_id],
        "export": [cafe_id, "--to", tmp_path / "plan.json"],
        "import": [SAMPLES / "campfire.json"],
        "duplicate": [cafe_id],
    }[command]
    done = smartgoals(command, *arguments)
    assert done.code == 0
    assert "Traceback" not in done.err
    if fault != "one plan" or command in {"show", "duplicate", "map"}:
        assert "is back" in done.err
    assert cafe_id in smartgoals("list").out


def test_an_import_goes_on_when_a_plan_that_is_not_as_saved_is_away(smartgoals, database, cafe_id):
    smartgoals("duplicate", cafe_id)
    change(database, "UPDATE plan SET broad_goal = 'x' WHERE id = 'cafe'")
    for backup in backups(database.parent):
        backup.path.unlink()
    done = smartgoals("import", SAMPLES / "campfire.json")
    assert done.code == 0
    assert "One plan could not be read any more" in done.err
    assert smartgoals("list").out.count("\n") == 2


def test_a_link_to_a_disk_that_is_not_there_is_told_by_every_command(smartgoals, folder, tmp_path):
    folder.mkdir()
    (folder / "smartgoals.db").symlink_to(tmp_path / "unplugged" / "smartgoals.db")
    for command in (
        ["list"],
        ["show", "cafe"],
        ["export", "--all", "--to", tmp_path / "all", "--format", "json"],
        ["import", SAMPLES / "campfire.json"],
        ["map"],
        ["backup"],
        ["verify"],
    ):
        done = smartgoals(*command)
        assert done.code == 1
        assert "is not there" in done.err
    assert (folder / "smartgoals.db").is_symlink()


def test_nothing_is_mended_under_an_open_window(smartgoals, database, folder):
    smartgoals("backup")
    shutil.copy(database, database.with_name("whole"))
    damage(database, "a page of zeros", 2)
    damaged = database.read_bytes()
    with FolderLock.take(folder) or contextlib.nullcontext():
        assert smartgoals("list").code == 1
    assert database.read_bytes() == damaged
