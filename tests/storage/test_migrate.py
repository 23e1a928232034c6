"""The way from one schema to the next, tried with a made-up second schema."""

import contextlib
import shutil
import signal
import sqlite3
import subprocess
import sys
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config

from smartgoals.domain.plan import Plan
from smartgoals.storage.connection import connect, engine_of
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.storage.location import SCHEMA_VERSION, database_path
from smartgoals.storage.migrate import SCRIPTS, migrate
from smartgoals.storage.store import PlanStore
from tests.storage.filled import filled

SECOND = """
import os, signal
import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade():
    # Makes the table of the plans anew: with foreign keys on, every part would be lost.
    with op.batch_alter_table("plan", recreate="always") as plan:
        plan.add_column(sa.Column("colour", sa.Text(), server_default="green"))
    {trouble}
"""


def scripts_with(folder: Path, trouble: str = "") -> str:
    """Return the folder of migrations with a second one, which ends in the trouble."""
    scripts = folder / "100% #scripts"
    with as_file(files("smartgoals.storage.migrations")) as ours:
        shutil.copytree(ours, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "second.py").write_text(SECOND.format(trouble=trouble))
    return str(scripts)


def fetch(path: Path, query: str) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


@pytest.fixture
def path(folder: Path) -> Path:
    """A database of the first schema with two plans, one with every field set."""
    with PlanStore.open(folder) as store:
        store.save(filled(Plan).replace(id="full"))
        store.save(Plan(id="bare", title="Bare"))
        return store.path


def test_the_migrations_lead_to_the_tables_that_a_new_database_gets(
    tmp_path: Path, folder: Path
) -> None:
    PlanStore.open(folder).close()
    (migrated := tmp_path / "migrated.db").touch()
    with contextlib.closing(connect(migrated)) as bare, engine_of(bare).begin() as connection:
        config = Config()
        config.set_main_option("script_location", SCRIPTS)
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    query = "SELECT name, sql FROM sqlite_master WHERE tbl_name != 'alembic_version' ORDER BY name"
    assert fetch(migrated, query) == fetch(database_path(folder), query)
    latest = fetch(migrated, "SELECT version_num FROM alembic_version")
    assert latest == [(f"{SCHEMA_VERSION:04}",)]


def test_a_migration_keeps_every_plan_and_every_part(path: Path, tmp_path: Path) -> None:
    counts = "SELECT (SELECT count(*) FROM tactic), (SELECT count(*) FROM check_in)"
    before, parts = path.read_bytes(), fetch(path, counts)
    kept = migrate(path, scripts=scripts_with(tmp_path), version=2)
    assert kept.read_bytes() == before
    assert fetch(path, counts) == parts != [(0, 0)]
    assert fetch(path, "SELECT id, colour FROM plan ORDER BY id") == [
        ("bare", "green"),
        ("full", "green"),
    ]
    assert fetch(path, "PRAGMA user_version") == [(2,)]
    assert fetch(path, "SELECT * FROM sqlite_master WHERE name LIKE 'alembic%'") == []
    assert {entry.name for entry in path.parent.iterdir()} == {path.name, kept.name}


@pytest.mark.parametrize(
    ("trouble", "error"),
    [
        ("op.execute('DELETE FROM check_in')", StorageError),
        ("op.execute(\"UPDATE plan SET brand = 'other'\")", StorageError),
        ("op.execute('INSERT INTO nowhere VALUES (1)')", StorageError),
        ("op.execute(\"DELETE FROM plan WHERE id = 'bare'\")", StorageError),
        ("op.execute(\"DELETE FROM plan WHERE id = 'full'\")", StorageError),
        ("raise ZeroDivisionError", ZeroDivisionError),
    ],
)
def test_a_migration_that_goes_wrong_changes_nothing(
    path: Path, tmp_path: Path, trouble: str, error: type[Exception]
) -> None:
    before = path.read_bytes()
    with pytest.raises(error):
        migrate(path, scripts=scripts_with(tmp_path, trouble), version=2)
    assert path.read_bytes() == before
    assert [*path.parent.iterdir()] == [path]


def test_a_migration_that_is_killed_changes_nothing_and_can_be_done_again(
    path: Path, tmp_path: Path
) -> None:
    before = path.read_bytes()
    code = (
        "import sys, pathlib; from smartgoals.storage.migrate import migrate\n"
        "migrate(pathlib.Path(sys.argv[1]), scripts=sys.argv[2], version=2)"
    )
    deadly = scripts_with(tmp_path / "deadly", "os.kill(os.getpid(), signal.SIGKILL)")
    done = subprocess.run([sys.executable, "-c", code, str(path), deadly], check=False)
    assert done.returncode == -signal.SIGKILL
    assert path.read_bytes() == before
    kept = migrate(path, scripts=scripts_with(tmp_path), version=2)
    assert fetch(path, "PRAGMA user_version") == [(2,)]
    assert {*path.parent.iterdir()} == {path, kept}


def test_a_file_that_another_program_is_writing_is_not_migrated(path: Path, tmp_path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError) as caught:
            migrate(path, scripts=scripts_with(tmp_path), version=2)
    assert caught.value.reason is StorageReason.LOCKED


def test_alembic_is_not_loaded_for_a_present_schema(path: Path) -> None:
    code = (
        "import sys, pathlib; from smartgoals.storage.store import PlanStore\n"
        "print(len(PlanStore.open(pathlib.Path(sys.argv[1])).overviews()))\n"
        "print('alembic' in sys.modules)"
    )
    command = [sys.executable, "-c", code, str(path.parent)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["2", "False"]
