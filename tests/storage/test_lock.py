"""One living process per data folder, and nobody kept out by what a dead one left."""

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from smartgoals.storage.lock import LOCK_NAME, FolderLock
from tests.storage.test_processes import as_nobody, kill, line_of, open_to_all, start

__all__ = ["open_to_all"]

HOLD = """
import pathlib, sys
from smartgoals.storage.lock import FolderLock
lock = FolderLock.take(pathlib.Path(sys.argv[1]))
print(lock is not None and lock.was_cut_off, flush=True)
sys.stdin.read()
lock.release()
"""
unix_only = pytest.mark.skipif(sys.platform == "win32", reason="a matter of Unix files")


def is_free(folder: Path) -> bool:
    lock = FolderLock.take(folder)
    if lock is not None:
        lock.release()
    return lock is not None


def test_the_second_one_is_told(folder: Path) -> None:
    with FolderLock.take(folder) or contextlib.nullcontext() as lock:
        assert lock is not None
        assert FolderLock.take(folder) is None
    assert is_free(folder)


def test_another_process_is_told_until_the_first_is_killed(folder: Path) -> None:
    first = start(HOLD, folder)
    assert line_of(first) == "False"
    assert not is_free(folder)
    kill(first)
    lock = FolderLock.take(folder)
    assert lock is not None
    assert lock.was_cut_off
    lock.release()


def test_an_orderly_end_leaves_no_word(folder: Path) -> None:
    first = start(HOLD, folder)
    assert line_of(first) == "False"
    first.communicate("")
    with FolderLock.take(folder) or contextlib.nullcontext() as lock:
        assert lock is not None
        assert not lock.was_cut_off


@pytest.mark.parametrize("content", [b"", b"garbage" * 999, b"4711\nsmartgoals\nother-host\n"])
def test_what_is_in_the_file_keeps_nobody_out(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / LOCK_NAME).write_bytes(content)
    lock = FolderLock.take(folder)
    assert lock is not None
    assert not lock.was_cut_off
    assert FolderLock.take(folder) is None
    lock.release()


@unix_only
@pytest.mark.parametrize("kind", ["folder", "pipe", "link to nowhere", "link", "read only"])
def test_what_stands_in_the_place_of_the_file_keeps_nobody_out(folder: Path, kind: str) -> None:
    folder.mkdir()
    path = folder / LOCK_NAME
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        os.mkfifo(path)
    elif kind == "link to nowhere":
        path.symlink_to(folder / "gone" / "lock")
    elif kind == "link":
        path.symlink_to(folder / "theirs")
    else:
        path.touch(0o400)
    assert is_free(folder)


def test_a_removed_lock_file_is_made_anew(folder: Path) -> None:
    first = FolderLock.take(folder)
    assert first is not None
    (folder / LOCK_NAME).unlink()
    second = FolderLock.take(folder)
    assert second is not None
    assert FolderLock.take(folder) is None
    first.release()
    second.release()


def test_a_folder_that_may_only_be_read_is_not_closed_to_anybody(open_to_all: Path) -> None:
    folder = open_to_all / "data"
    folder.mkdir(mode=0o755)

    def take_twice() -> None:
        assert is_free(folder)
        with FolderLock.take(folder) or contextlib.nullcontext():
            assert is_free(folder)

    as_nobody(take_twice)
    assert list(folder.iterdir()) == []


@unix_only
def test_only_the_owner_can_read_the_lock_file(folder: Path) -> None:
    assert is_free(folder)
    assert (folder / LOCK_NAME).stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


def test_the_lock_needs_the_standard_library_only() -> None:
    code = "import sys, smartgoals.storage.lock; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"pydantic", "sqlalchemy", "PySide6"} & set(done.stdout.split())
