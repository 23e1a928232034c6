import contextlib
import errno
import os
import sqlite3
import stat
import sys
from pathlib import Path
from typing import Any, NoReturn

import pytest

from smartgoals.documents.atomic import WriteError, WriteFault, write_atomically

OLD = b"the old sheet"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "sheet.pdf"
    path.write_bytes(OLD)
    return path


def failing_with(code: int) -> Any:
    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    return fail


def assert_untouched(target: Path) -> None:
    assert target.read_bytes() == OLD
    assert list(target.parent.iterdir()) == [target]


def test_a_new_file_holds_what_was_written(tmp_path: Path):
    write_atomically(tmp_path / "new.pdf", b"new")

    assert (tmp_path / "new.pdf").read_bytes() == b"new"
    assert len(list(tmp_path.iterdir())) == 1


def test_an_old_file_is_replaced_and_keeps_its_permissions(target: Path):
    target.chmod(0o640)

    write_atomically(target, b"new")

    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert list(target.parent.iterdir()) == [target]


def test_a_link_stays_a_link(target: Path):
    link = target.with_name("link.pdf")
    link.symlink_to(target)

    write_atomically(link, b"new")

    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_name_of_full_length_can_be_written(tmp_path: Path):
    path = tmp_path / ("n" * 251 + ".pdf")

    write_atomically(path, b"new")

    assert path.read_bytes() == b"new"


def test_a_disk_that_fills_while_writing_leaves_the_old_file(
    target: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(os, "fsync", failing_with(errno.ENOSPC))

    with pytest.raises(WriteError) as caught:
        write_atomically(target, b"new")

    assert caught.value.reason is WriteFault.DISK_FULL
    assert_untouched(target)


def test_a_refused_replacement_leaves_the_old_file(target: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Path, "replace", failing_with(errno.EACCES))

    with pytest.raises(WriteError) as caught:
        write_atomically(target, b"new")

    assert caught.value.reason is WriteFault.READ_ONLY
    assert_untouched(target)


def test_an_interruption_leaves_the_old_file(target: Path, monkeypatch: pytest.MonkeyPatch):
    def interrupt(_: int) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)

    with pytest.raises(KeyboardInterrupt):
        write_atomically(target, b"new")

    assert_untouched(target)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_a_full_device_is_a_full_disk():
    with pytest.raises(WriteError) as caught:
        write_atomically(Path("/dev/full"), b"new")

    assert caught.value.reason is WriteFault.DISK_FULL


def test_a_device_is_written_to_and_stays(tmp_path: Path):
    write_atomically(Path(os.devnull), b"new")

    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("name", ["plans.db", "plans.db-journal", "plans.db-wal", "link"])
def test_a_database_is_never_replaced(tmp_path: Path, name: str):
    database = tmp_path / "plans.db"
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.execute("CREATE TABLE plan (id)")
    (tmp_path / "link").symlink_to(database)
    before = database.read_bytes()
    with pytest.raises(WriteError) as caught:
        write_atomically(tmp_path / name, b"an export")
    assert caught.value.reason is WriteFault.READ_ONLY
    assert database.read_bytes() == before
    assert {entry.name for entry in tmp_path.iterdir()} == {"plans.db", "link"}


def test_our_database_is_not_replaced_even_when_it_is_damaged(tmp_path: Path):
    database = tmp_path / "smartgoals.db"
    database.write_bytes(b"garbage")
    with pytest.raises(WriteError):
        write_atomically(database, b"an export")
    assert database.read_bytes() == b"garbage"


def test_a_folder_that_is_gone_is_named(tmp_path: Path):
    with pytest.raises(WriteError, match="gone") as caught:
        write_atomically(tmp_path / "gone" / "sheet.pdf", b"new")

    assert caught.value.reason is WriteFault.NO_FOLDER
    assert not (tmp_path / "gone").exists()


def test_a_folder_in_the_place_of_the_file_is_kept(tmp_path: Path):
    with pytest.raises(WriteError) as caught:
        write_atomically(tmp_path, b"new")

    assert caught.value.reason in {WriteFault.IS_FOLDER, WriteFault.READ_ONLY}
    assert tmp_path.is_dir()


@pytest.mark.skipif(
    sys.platform != "win32" and os.geteuid() == 0, reason="the superuser may write everywhere"
)
def test_a_read_only_file_is_kept(target: Path):
    target.chmod(0o400)

    with pytest.raises(WriteError) as caught:
        write_atomically(target, b"new")

    assert caught.value.reason is WriteFault.READ_ONLY
    assert_untouched(target)


def test_a_read_only_disk_is_named(target: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(Path, "open", failing_with(errno.EROFS))

    with pytest.raises(WriteError) as caught:
        write_atomically(target, b"new")

    assert caught.value.reason is WriteFault.READ_ONLY
    monkeypatch.undo()
    assert_untouched(target)


@pytest.mark.parametrize("name", ["a\0b.pdf", "n" * 300])
def test_an_impossible_name_is_said_to_be_one(tmp_path: Path, name: str):
    with pytest.raises(WriteError) as caught:
        write_atomically(tmp_path / name, b"new")

    assert caught.value.reason is WriteFault.BAD_NAME


@pytest.mark.parametrize("reason", WriteFault)
def test_every_fault_has_a_sentence_that_names_the_file(reason: WriteFault):
    sentence = str(WriteError(Path("a") / "sheet\udcff.pdf", reason))

    assert "sheet?.pdf" in sentence
    assert sentence.encode()
