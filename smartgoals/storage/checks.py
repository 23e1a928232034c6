"""What is checked in a database file before anything in it is believed."""

import sqlite3
from pathlib import Path

from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.storage.tables import Row


def check_content(connection: sqlite3.Connection, path: Path) -> None:
    """Make sure that the file holds our tables, nothing of strangers, and is whole.

    Raises:
        StorageError: FOREIGN or DAMAGED.
        sqlite3.Error: it cannot be read.
    """
    stored = _stored_names(connection)
    if strangers := stored - _expected_names():
        raise StorageError(StorageReason.FOREIGN, path, detail=f"{len(strangers)} strange names")
    if missing := _expected_names() - stored:
        raise StorageError(StorageReason.DAMAGED, path, detail=f"{len(missing)} names missing")
    check_whole(connection, path)


def check_newer_content(connection: sqlite3.Connection, path: Path) -> None:
    """Make sure that a file of a newer version holds what is read of it, and is whole.

    Raises:
        StorageError: NEWER, when this version cannot read it; or DAMAGED.
        sqlite3.Error: it cannot be read.
    """
    if missing := _expected_names() - _stored_names(connection):
        raise StorageError(StorageReason.NEWER, path, detail=f"{len(missing)} names missing")
    check_whole(connection, path)


def has_our_names(connection: sqlite3.Connection) -> bool:
    """Return whether the file holds exactly our tables, whatever its mark says."""
    return _stored_names(connection) == _expected_names()


def check_whole(connection: sqlite3.Connection, path: Path) -> None:
    """Make sure that the pages of the file and the rows in it hang together.

    Raises:
        StorageError: DAMAGED.
        sqlite3.Error: it cannot be read.
    """
    if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
        raise StorageError(StorageReason.DAMAGED, path, detail="integrity")
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise StorageError(StorageReason.DAMAGED, path, detail="foreign keys")


def _stored_names(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    rows = connection.execute(
        "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    )
    return set(rows.fetchall())


def _expected_names() -> set[tuple[str, str]]:
    tables = Row.metadata.tables.values()
    return {("table", table.name) for table in tables} | {
        ("index", str(index.name)) for table in tables for index in table.indexes
    }
