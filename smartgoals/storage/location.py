"""Where the database lies and how SQLite is told; the standard library only."""

import os
import sqlite3
import stat
from pathlib import Path
from urllib.parse import quote

from smartgoals.storage.errors import StorageError, StorageReason, system_fault

DATABASE_NAME = "smartgoals.db"
APPLICATION_ID = 0x534D474F
"""Marks a SQLite file as ours; "SMGO"."""
FIRST_VERSION = 1
SCHEMA_VERSION = 1
"""Kept in the file as ``user_version``; the number of the latest migration."""
SIDE_SUFFIXES = ("-journal", "-wal", "-shm")
"""Of what SQLite puts beside a database, and reads as its own when it opens it."""
_FIRST_BYTES = b"SQLite format 3\0"
SMALLEST = 512
"""Bytes; SQLite takes a shorter file for an empty database."""


def database_path(folder: Path) -> Path:
    """Return the path of the database in the data folder."""
    return folder.absolute() / DATABASE_NAME


def database_uri(path: Path, options: str) -> str:
    """Return the path as a URI for SQLite, with options such as ``mode=ro``.

    Quoted by bytes, so that a path may hold ``?``, ``#``, ``%`` or anything else.
    """
    text = path.absolute().as_posix()
    root = "" if text.startswith("/") else "/"
    return f"file://{root}{quote(os.fsencode(text))}?{options}"


def is_databases_own(path: Path) -> bool:
    """Return whether a database is at the path, or would take what is written there for its own."""
    suffix = next((suffix for suffix in SIDE_SUFFIXES if path.name.endswith(suffix)), "")
    database = path.with_name(path.name.removesuffix(suffix) or path.name)
    if database.name == DATABASE_NAME:
        return True
    if not database.is_file():
        return False
    try:
        with database.open("rb") as file:
            return file.read(len(_FIRST_BYTES)) == _FIRST_BYTES
    except OSError:
        return False


def real_path(path: Path) -> Path:
    """Return where the file itself lies, be it that a link leads to it.

    SQLite keeps its journals there. A link that leads nowhere stands for itself.
    """
    return path.resolve() if path.exists() else path


def exists(path: Path) -> bool:
    """Return whether the database file is there.

    Raises:
        StorageError: it cannot be looked at, is empty, or something else has its name.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise system_fault(error, path) from error
    if not stat.S_ISREG(status.st_mode):
        raise StorageError(StorageReason.NOT_A_FILE, path)
    if status.st_size < SMALLEST:
        raise StorageError(StorageReason.DAMAGED, path, detail="cut off")
    return True


def check_identity(connection: sqlite3.Connection, path: Path) -> None:
    """Make sure that the file is ours and of this version.

    Raises:
        StorageError: it is another program's, of another version, or of none that ever was.
        sqlite3.Error: it cannot be read.
    """
    application_id = _pragma(connection, "application_id")
    if application_id != APPLICATION_ID:
        raise StorageError(StorageReason.FOREIGN, path, detail=f"application {application_id}")
    version = _pragma(connection, "user_version")
    if version < FIRST_VERSION:
        raise StorageError(StorageReason.DAMAGED, path, detail=f"version {version}")
    if version != SCHEMA_VERSION:
        newer = version > SCHEMA_VERSION
        reason = StorageReason.NEWER if newer else StorageReason.OLDER
        raise StorageError(reason, path, detail=f"version {version}")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
