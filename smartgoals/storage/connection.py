"""How the database file is opened, and how its transactions begin."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event
from sqlalchemy.exc import DBAPIError

from smartgoals.storage.errors import StorageError, StorageReason, sqlite_fault, system_fault
from smartgoals.storage.location import database_uri

PATIENCE = 0.25
"""Seconds to wait for another program to let go of the file."""
WRITE = "smartgoals_write"
"""The execution option of a connection whose transactions write."""

_PRAGMAS = (
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "secure_delete=ON",
)
# With these two no acknowledged save was lost by a power cut; without EXTRA most last ones were.
_WRITE_PRAGMAS = ("journal_mode=DELETE", "synchronous=EXTRA")


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """Return a connection to the file, which must exist.

    It leaves transactions to the caller and may be handed to another thread, as long as one
    thread at a time uses it.

    Raises:
        sqlite3.Error: the file cannot be opened.
    """
    connection = sqlite3.connect(
        database_uri(path, "mode=ro" if read_only else "mode=rw"),
        uri=True,
        timeout=PATIENCE,
        isolation_level=None,
        check_same_thread=False,
    )
    try:
        for pragma in _PRAGMAS if read_only else _PRAGMAS + _WRITE_PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except (sqlite3.Error, UnicodeDecodeError):
        connection.close()
        raise
    return connection


@contextlib.contextmanager
def faults_named(path: Path) -> Iterator[None]:
    """Turn the errors of SQLite and of the system into a ``StorageError`` about the file."""
    try:
        yield
    except OSError as error:
        raise system_fault(error, path) from error
    except DBAPIError as error:
        raise sqlite_fault(error.orig, path) from error
    except sqlite3.Error as error:
        raise sqlite_fault(error, path) from error
    except UnicodeDecodeError:
        # SQLite quotes a damaged schema in its complaint, which Python cannot read then.
        raise StorageError(StorageReason.DAMAGED, path, detail="text") from None


def engine_of(connection: sqlite3.Connection) -> Engine:
    """Return an engine on this one connection.

    A transaction that is to write takes the lock at its begin, so that what it reads first
    still holds when it writes.
    """
    engine = create_engine(
        "sqlite://", creator=lambda: connection, poolclass=StaticPool, hide_parameters=True
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
