"""A database of every schema so far is opened, for ever."""

import contextlib
import shutil
import sqlite3
from pathlib import Path

import pytest

from smartgoals.storage.backups import verify
from smartgoals.storage.location import SCHEMA_VERSION, database_path
from smartgoals.storage.recover import open_plans
from smartgoals.storage.restore import restore_file
from smartgoals.storage.store import PlanStore
from tests.storage.released import FOLDER, database_of, plans_of

SCHEMAS = range(1, SCHEMA_VERSION + 1)


def fetch(path: Path, query: str) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


@pytest.fixture
def path(folder: Path) -> Path:
    folder.mkdir()
    return database_path(folder)


def test_every_schema_so_far_has_its_database() -> None:
    """For a new schema: ``python -m tests.storage.released``."""
    names = {f"schema-{schema}{suffix}" for schema in SCHEMAS for suffix in (".db", ".json")}
    assert {path.name for path in FOLDER.iterdir()} == names


@pytest.mark.parametrize("schema", SCHEMAS)
def test_the_database_is_of_its_schema(path: Path, schema: int) -> None:
    shutil.copy(database_of(schema), path)
    assert fetch(path, "PRAGMA user_version") == [(schema,)]


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_database_of_each_schema_opens_with_every_plan_as_it_was(path: Path, schema: int) -> None:
    shutil.copy(database_of(schema), path)
    plans = plans_of(schema)
    store, recovery = open_plans(path.parent, thorough=True)
    with store:
        assert recovery is None
        assert store.read_only is None
        assert {plan_id: store.load(plan_id) for plan_id in plans} == plans
        trashed = {plan.id for plan in store.overviews(trashed=True)}
        assert trashed == {"trashed"}
        assert {plan.id for plan in store.overviews()} <= plans.keys() - trashed
        store.save(changed := plans["full"].replace(title="Changed by this version"))
        assert store.load("full") == changed
    verify(path)


@pytest.mark.parametrize("schema", SCHEMAS)
def test_a_backup_of_each_schema_comes_back(path: Path, schema: int) -> None:
    restore_file(path, database_of(schema))
    with PlanStore.open(path.parent) as store:
        assert {plan_id: store.load(plan_id) for plan_id in plans_of(schema)} == plans_of(schema)


def test_a_changed_table_is_a_new_schema(path: Path) -> None:
    """What this version makes anew is what the file of its schema holds; else count it up."""
    PlanStore.open(path.parent).close()
    tables = "SELECT type, name, sql FROM sqlite_master ORDER BY type, name"
    (stored := path.with_name("stored.db")).write_bytes(database_of(SCHEMA_VERSION).read_bytes())
    assert fetch(path, tables) == fetch(stored, tables)
