"""Making the data folder and a new, empty database in it, readable by its owner only."""

import contextlib
import datetime as dt
import os
import tempfile
from pathlib import Path

from smartgoals.storage.connection import WRITE, connect, engine_of, faults_named
from smartgoals.storage.disk import second_name, sync_folder
from smartgoals.storage.location import APPLICATION_ID, SCHEMA_VERSION, SIDE_SUFFIXES
from smartgoals.storage.tables import Row


def create_folder(folder: Path) -> None:
    """Make the data folder where it is not there yet; the folders above it as well.

    Raises:
        StorageError: it cannot be made.
    """
    with faults_named(folder):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)


def create_database(path: Path) -> None:
    """Put an empty database at the path, whole or not at all; what is there already stays.

    Raises:
        StorageError: the folder cannot be written, or the disk is full.
    """
    with faults_named(path):
        # A journal without its database would be played back into the new one.
        _move_side_files_away(path)
        part = new_file(path)
        try:
            fill(part)
            _put_where_nothing_is(part, path)
        finally:
            part.unlink(missing_ok=True)


def new_file(path: Path) -> Path:
    """Return an empty file beside the path that only the owner can read."""
    descriptor, name = tempfile.mkstemp(prefix=f"{path.stem}-", suffix=".part", dir=path.parent)
    os.close(descriptor)
    return Path(name)


def put_in_place(part: Path, path: Path, kind: str) -> Path | None:
    """Put the part at the path; return the folder where what was there is kept, None for nothing.

    The folder lies beside the path and has ``kind`` in its name. The old file keeps its name in
    it, with its journal, which must never be played back into the new one. At any moment one of
    the two stands at the path.

    Raises:
        OSError: it cannot be done; what was at the path is there still.
    """
    sides = [side for side in side_files(path) if side.exists()]
    kept = None
    if sides or path.exists():
        kept = keeping_folder(path, kind)
        for side in sides:
            side.rename(kept / side.name)
        if path.exists():
            second_name(path, kept / path.name)
    part.replace(path)
    sync_folder(path.parent)
    return kept


def _move_side_files_away(path: Path) -> None:
    for side in side_files(path):
        if side.exists():
            side.rename(keeping_folder(path, "stray") / side.name)


def side_files(path: Path) -> list[Path]:
    """Return the files that SQLite may have put beside the database."""
    return [path.with_name(path.name + suffix) for suffix in SIDE_SUFFIXES]


def keeping_folder(path: Path, kind: str) -> Path:
    """Return a new folder beside the path, for a file that is kept there under its own name."""
    stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%d-%H%M%S")
    prefix = f"{path.stem}-{kind}-{stamp}-"
    return Path(tempfile.mkdtemp(prefix=prefix, dir=path.parent))


def fill(part: Path) -> None:
    """Make the empty file an empty database."""
    with contextlib.closing(connect(part)) as connection:
        engine = engine_of(connection).execution_options(**{WRITE: True})
        with engine.begin() as transaction:
            Row.metadata.create_all(transaction)
            transaction.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            transaction.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")


def _put_where_nothing_is(part: Path, path: Path) -> None:
    try:
        os.link(part, path)
    except FileExistsError:
        return  # Somebody else was faster; theirs counts.
    except OSError:  # A file system without links.
        if not path.exists():
            part.rename(path)
    sync_folder(path.parent)
