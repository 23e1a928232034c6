"""Saves beside other processes: killed ones, locking ones, and ones without permission."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from smartgoals.domain.plan import Plan
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.storage.location import database_path
from smartgoals.storage.overview import read_overviews
from smartgoals.storage.store import PlanStore

SAVE_AND_SAY_SO = """
import pathlib, sys
from smartgoals.domain.plan import Plan
from smartgoals.storage.store import PlanStore
store = PlanStore.open(pathlib.Path(sys.argv[1]))
plan = Plan(id="p")
for number in range(10**6):
    plan = plan.replace(title=f"Save {number}", specific="word " * number)
    store.save(plan)
    print(number, flush=True)
"""
HOLD_THE_LOCK = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""
STOP_IN_THE_MIDDLE_OF_A_SAVE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size=1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE plan SET title = 'half', specific = hex(zeroblob(400000))")
print("half", flush=True)
sys.stdin.read()
"""


def start(code: str, argument: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, str(argument)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def kill(process: subprocess.Popen[str]) -> str:
    """Kill the process at once and return what it had still said."""
    process.kill()
    said, _ = process.communicate()
    return said


def line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


@pytest.mark.parametrize("saves", [1, 2, 7, 20])
def test_an_acknowledged_save_outlives_a_killed_process(folder: Path, saves: int) -> None:
    process = start(SAVE_AND_SAY_SO, folder)
    for number in range(saves):
        assert line_of(process) == str(number)
    said = kill(process).split()
    acknowledged = int(said[-1]) if said else saves - 1
    with PlanStore.open(folder) as store:
        title = store.load("p").title
    # The save after it may have been finished and not yet told.
    assert title in {f"Save {acknowledged}", f"Save {acknowledged + 1}"}


def test_a_save_cut_off_in_the_middle_is_taken_back(folder: Path, plan: Plan) -> None:
    with PlanStore.open(folder) as store:
        store.save(plan)
    process = start(STOP_IN_THE_MIDDLE_OF_A_SAVE, database_path(folder))
    assert line_of(process) == "half"
    kill(process)
    assert (folder / "smartgoals.db-journal").stat().st_size > 0
    with pytest.raises(StorageError) as caught:
        read_overviews(database_path(folder))
    assert caught.value.reason is StorageReason.UNFINISHED
    with PlanStore.open(folder) as store:
        assert store.load(plan.id) == plan
    assert [line.id for line in read_overviews(database_path(folder))] == [plan.id]


def test_a_save_of_a_newer_version_that_was_cut_off_is_left_to_it(folder: Path, plan: Plan) -> None:
    with PlanStore.open(folder) as store:
        store.save(plan)
    path, journal = database_path(folder), folder / "smartgoals.db-journal"
    process = start(STOP_IN_THE_MIDDLE_OF_A_SAVE, path)
    assert line_of(process) == "half"
    kill(process)
    with path.open("r+b") as file:
        file.seek(60)  # The place of user_version in the header.
        file.write((2).to_bytes(4))
    before = path.read_bytes(), journal.read_bytes()
    with pytest.raises(StorageError) as caught:
        PlanStore.open(folder)
    assert caught.value.reason is StorageReason.NEWER
    assert (path.read_bytes(), journal.read_bytes()) == before


def test_a_save_is_refused_while_another_program_holds_the_file_and_works_after(
    store: PlanStore, plan: Plan
) -> None:
    store.save(plan)
    process = start(HOLD_THE_LOCK, store.path)
    assert line_of(process) == "held"
    changed = plan.replace(title="Changed")
    uses: list[Callable[[], object]] = [
        lambda: store.save(changed),
        lambda: store.load(plan.id),
        lambda: read_overviews(store.path),
        lambda: PlanStore.open(store.path.parent),
    ]
    for use in uses:
        with pytest.raises(StorageError) as caught:
            use()
        assert caught.value.reason is StorageReason.LOCKED
    kill(process)
    store.save(changed)
    assert store.load(plan.id) == changed


# Permissions, tried as a user whom they bind


@pytest.fixture
def open_to_all() -> Iterator[Path]:
    """A folder that any user can reach."""
    if sys.platform == "win32":
        pytest.skip("Windows has no such permissions")
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def as_nobody(action: Callable[[], None]) -> None:
    """Do something in a process of its own, without the rights of root."""
    child = os.fork()
    if child == 0:
        try:
            if os.getuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            action()
            os._exit(0)
        except BaseException as error:  # noqa: BLE001 - told to the parent
            os.write(2, repr(error).encode())
        os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0


@pytest.mark.parametrize(("folder_mode", "file_mode"), [(0o555, 0o444), (0o555, 0o644)])
def test_a_folder_that_cannot_be_written_is_opened_for_reading(
    open_to_all: Path, plan: Plan, folder_mode: int, file_mode: int
) -> None:
    folder = open_to_all / "data"
    with PlanStore.open(folder) as store:
        store.save(plan)
    database_path(folder).chmod(file_mode)
    folder.chmod(folder_mode)
    before = database_path(folder).read_bytes()

    def read() -> None:
        with PlanStore.open(folder) as store:
            assert store.read_only is StorageReason.READ_ONLY
            assert store.load(plan.id) == plan
            assert [line.id for line in read_overviews(store.path)] == [plan.id]

    as_nobody(read)
    folder.chmod(0o700)
    assert database_path(folder).read_bytes() == before


@pytest.mark.parametrize("mode", [0o555, 0o000])
def test_a_folder_where_nothing_can_be_made_is_told(open_to_all: Path, mode: int) -> None:
    folder = open_to_all / "data"
    folder.mkdir()
    folder.chmod(mode)

    def try_it() -> None:
        with pytest.raises(StorageError) as caught:
            PlanStore.open(folder)
        assert caught.value.reason is StorageReason.NO_PERMISSION

    as_nobody(try_it)
    folder.chmod(0o700)
    assert list(folder.iterdir()) == []


def test_a_folder_that_became_read_only_refuses_the_save(open_to_all: Path, plan: Plan) -> None:
    open_to_all.chmod(0o777)
    folder = open_to_all / "data"

    def save_twice() -> None:
        with PlanStore.open(folder) as store:
            store.save(plan)
            folder.chmod(0o555)
            with pytest.raises(StorageError) as caught:
                store.save(plan.replace(title="Later"))
            assert caught.value.reason is StorageReason.READ_ONLY
            assert store.load(plan.id) == plan
        folder.chmod(0o700)

    as_nobody(save_twice)


def test_a_file_that_cannot_be_read_is_told(open_to_all: Path, plan: Plan) -> None:
    folder = open_to_all / "data"
    with PlanStore.open(folder) as store:
        store.save(plan)
    database_path(folder).chmod(0o000)
    folder.chmod(0o755)

    def try_it() -> None:
        for use in (lambda: PlanStore.open(folder), lambda: read_overviews(database_path(folder))):
            with pytest.raises(StorageError) as caught:
                use()
            assert caught.value.reason is StorageReason.NO_PERMISSION

    as_nobody(try_it)
