"""What the store says of files that are not as they should be, and that it leaves them alone."""

import contextlib
import random
import shutil
import sqlite3
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest

from smartgoals.domain.plan import Plan
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.storage.location import APPLICATION_ID, DATABASE_NAME, database_path
from smartgoals.storage.overview import read_overviews
from smartgoals.storage.store import PlanStore
from tests.storage.filled import filled


def reason_of(action: Callable[[], object]) -> StorageReason:
    with pytest.raises(StorageError) as caught:
        action()
    return caught.value.reason


def change(path: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


@pytest.fixture
def path(folder: Path, plan: Plan) -> Path:
    """A database with one plan, closed."""
    with PlanStore.open(folder) as store:
        store.save(plan)
        return store.path


# At the start


def test_a_newer_file_is_refused_without_changing_a_byte(path: Path) -> None:
    change(path, "PRAGMA user_version=2")
    before = path.read_bytes()
    assert reason_of(lambda: PlanStore.open(path.parent)) is StorageReason.NEWER
    assert path.read_bytes() == before
    assert [*path.parent.iterdir()] == [path]


def test_the_database_of_another_program_is_refused(folder: Path) -> None:
    folder.mkdir()
    change(folder / DATABASE_NAME, "CREATE TABLE plan (id)")
    before = (folder / DATABASE_NAME).read_bytes()
    assert reason_of(lambda: PlanStore.open(folder)) is StorageReason.FOREIGN
    assert (folder / DATABASE_NAME).read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER UPDATE ON plan BEGIN DELETE FROM plan; END",
        "CREATE VIEW v AS SELECT * FROM plan",
        "CREATE TABLE theirs (id)",
    ],
)
def test_a_database_with_something_of_strangers_in_it_is_refused(
    path: Path, statement: str
) -> None:
    change(path, statement)
    assert reason_of(lambda: PlanStore.open(path.parent)) is StorageReason.FOREIGN


@pytest.mark.parametrize("statement", ["DROP TABLE check_in", "DROP INDEX plan_overview"])
def test_a_database_that_lacks_something_is_damaged(path: Path, statement: str) -> None:
    change(path, statement)
    assert reason_of(lambda: PlanStore.open(path.parent)) is StorageReason.DAMAGED


def test_a_part_without_its_plan_is_damage(path: Path) -> None:
    change(path, "PRAGMA foreign_keys=OFF", "DELETE FROM plan")
    assert reason_of(lambda: PlanStore.open(path.parent)) is StorageReason.DAMAGED


@pytest.mark.parametrize(
    "content", [b"", b"\0", b"garbage " * 5000, b"SQLite format 3\0" + b"\xff" * 9000]
)
def test_a_file_that_is_no_database_is_damaged(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert reason_of(lambda: PlanStore.open(path.parent)) is StorageReason.DAMAGED
    assert reason_of(lambda: read_overviews(path)) is StorageReason.DAMAGED
    assert path.read_bytes() == content


@pytest.mark.parametrize("share", [0.001, 0.02, 0.3, 0.7, 0.99])
def test_a_file_that_was_cut_off_is_damaged(path: Path, share: float) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    assert reason_of(lambda: PlanStore.open(path.parent)) is StorageReason.DAMAGED


def test_a_file_with_a_garbled_schema_is_damaged(path: Path) -> None:
    # SQLite quotes it in a message that is no text for Python.
    path.write_bytes(path.read_bytes().replace(b"CREATE INDEX", b"CREATE IND\xf0X"))
    assert reason_of(lambda: PlanStore.open(path.parent)) is StorageReason.DAMAGED
    assert reason_of(lambda: read_overviews(path)) is StorageReason.DAMAGED


def test_a_folder_in_the_place_of_the_file_is_refused(folder: Path) -> None:
    (folder / DATABASE_NAME).mkdir(parents=True)
    assert reason_of(lambda: PlanStore.open(folder)) is StorageReason.NOT_A_FILE
    assert reason_of(lambda: read_overviews(folder / DATABASE_NAME)) is StorageReason.NOT_A_FILE


def test_a_file_in_the_place_of_the_folder_is_refused(folder: Path) -> None:
    folder.write_text("a file")
    assert reason_of(lambda: PlanStore.open(folder)) is StorageReason.NOT_A_FILE


def test_a_link_that_leads_nowhere_is_not_replaced(folder: Path) -> None:
    folder.mkdir()
    database_path(folder).symlink_to(folder / "unplugged" / DATABASE_NAME)
    assert reason_of(lambda: PlanStore.open(folder)) is StorageReason.MISSING
    assert database_path(folder).is_symlink()


def test_a_journal_without_its_database_is_not_played_into_a_new_one(folder: Path) -> None:
    folder.mkdir()
    journal = folder / f"{DATABASE_NAME}-journal"
    journal.write_bytes(b"old pages")
    with PlanStore.open(folder) as store:
        assert store.overviews() == []
    (kept,) = folder.rglob("*-journal")
    assert kept != journal
    assert kept.read_bytes() == b"old pages"


# Values that are not what was saved


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE plan SET title = 'Mope fans for the cafe'",
        "UPDATE plan SET title = CAST(x'ff' AS TEXT)",
        "UPDATE plan SET start = '2027-03-15'",
        "UPDATE plan SET start = 'sometime'",
        "UPDATE plan SET budget = 'much'",
        "UPDATE plan SET message = '{'",
        "UPDATE metric SET kind = 'guess'",
        "UPDATE metric SET baseline = '1201'",
        "UPDATE tactic SET position = -position",
        "DELETE FROM check_in",
        "UPDATE plan SET seal = ''",
    ],
)
def test_a_plan_that_is_not_as_it_was_saved_is_not_loaded(
    path: Path, plan: Plan, statement: str
) -> None:
    change(path, statement)
    with PlanStore.open(path.parent) as store:
        assert reason_of(lambda: store.load(plan.id)) is StorageReason.DAMAGED


def test_damage_of_one_plan_leaves_the_others_readable(path: Path, plan: Plan) -> None:
    change(path, "UPDATE plan SET brand = 'x'")
    with PlanStore.open(path.parent) as store:
        store.save(other := Plan(title="Whole"))
        assert reason_of(lambda: store.load(plan.id)) is StorageReason.DAMAGED
        assert store.load(other.id) == other


def test_no_flipped_bit_passes_for_a_plan(folder: Path) -> None:
    plan = filled(Plan)
    with PlanStore.open(folder) as store:
        store.save(plan)
    whole = database_path(folder).read_bytes()
    chance = random.Random(14)  # noqa: S311 - the same places every time
    for _ in range(200):
        damaged = bytearray(whole)
        damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        database_path(folder).write_bytes(damaged)
        with contextlib.suppress(StorageError), PlanStore.open(folder) as store:
            assert store.load(plan.id) == plan
            assert [line.title for line in store.overviews()] == [plan.title]


def test_an_error_holds_no_word_of_a_plan(path: Path, plan: Plan) -> None:
    change(path, "UPDATE plan SET message = '{\"Secret\": 1}'")
    with PlanStore.open(path.parent) as store, pytest.raises(StorageError) as caught:
        store.load(plan.id)
    assert "Secret" not in "".join(traceback.format_exception(caught.value))


# While it is open


def test_a_full_disk_refuses_the_save_and_loses_nothing(store: PlanStore, plan: Plan) -> None:
    store.save(plan)
    big = plan.replace(specific="word " * 2000, measurable="word " * 2000)
    with store._database.plain() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={pages}")
    assert reason_of(lambda: store.save(big)) is StorageReason.DISK_FULL
    assert store.load(plan.id) == plan
    with store._database.plain() as connection:
        connection.execute("PRAGMA max_page_count=1000000")
    store.save(big)
    assert store.load(plan.id) == big


def test_a_store_opened_for_reading_reads_and_refuses_to_save(path: Path, plan: Plan) -> None:
    before = path.read_bytes()
    with PlanStore.open(path.parent, read_only=True) as store:
        assert store.read_only is StorageReason.READ_ONLY
        assert store.load(plan.id) == plan
        assert reason_of(lambda: store.save(plan.replace(title="x"))) is StorageReason.READ_ONLY
        assert reason_of(lambda: store.trash(plan.id)) is StorageReason.READ_ONLY
    assert path.read_bytes() == before


def test_opening_for_reading_makes_nothing(folder: Path) -> None:
    assert reason_of(lambda: PlanStore.open(folder, read_only=True)) is StorageReason.MISSING
    assert not folder.exists()


def test_nothing_is_written_into_a_file_that_was_moved(path: Path, plan: Plan) -> None:
    with PlanStore.open(path.parent) as store:
        store.load(plan.id)
        elsewhere = path.rename(path.with_name("elsewhere.db"))
        before = elsewhere.read_bytes()
        assert reason_of(lambda: store.save(plan.replace(title="x"))) is StorageReason.MISSING
    assert elsewhere.read_bytes() == before
    assert not path.exists()


def test_nothing_is_written_when_another_file_took_its_place(path: Path, plan: Plan) -> None:
    with PlanStore.open(path.parent) as store:
        store.load(plan.id)
        copy = path.with_name("copy.db")
        shutil.copy(path, copy)
        before = copy.read_bytes()
        copy.replace(path)
        assert reason_of(lambda: store.save(plan.replace(title="x"))) is StorageReason.MOVED
    assert path.read_bytes() == before


def test_an_open_plan_is_saved_into_a_fresh_file_after_the_old_one_was_deleted(
    path: Path, plan: Plan
) -> None:
    with PlanStore.open(path.parent) as store:
        plan = store.load(plan.id).replace(title="Still here")
        path.unlink()
        assert reason_of(lambda: store.save(plan)) is StorageReason.MISSING
    with PlanStore.open(path.parent) as store:
        store.save(plan)
        assert store.load(plan.id) == plan


def test_our_mark_alone_does_not_make_a_database_ours(folder: Path) -> None:
    folder.mkdir()
    change(
        database_path(folder),
        "CREATE TABLE theirs (id)",
        f"PRAGMA application_id={APPLICATION_ID}",
        "PRAGMA user_version=1",
    )
    assert reason_of(lambda: PlanStore.open(folder)) is StorageReason.FOREIGN
