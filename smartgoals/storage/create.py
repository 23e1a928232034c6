"""Making the data folder and a new, empty database in it, readable by its owner only."""

import contextlib
import os
import tempfile
from pathlib import Path

from smartgoals.storage.connection import WRITE, connect, engine_of, faults_named
from smartgoals.storage.location import APPLICATION_ID, SCHEMA_VERSION
from smartgoals.storage.tables import Row

_SIDE_FILES = ("-journal", "-wal", "-shm")


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
            _fill(part)
            _put_in_place(part, path)
        finally:
            part.unlink(missing_ok=True)


def new_file(path: Path) -> Path:
    """Return an empty file beside the path that only the owner can read."""
    descriptor, name = tempfile.mkstemp(prefix=f"{path.stem}-", suffix=".part", dir=path.parent)
    os.close(descriptor)
    return Path(name)


def sync_folder(folder: Path) -> None:
    """Bring the names in the folder to the disk, where the system can do that."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _move_side_files_away(path: Path) -> None:
    for suffix in _SIDE_FILES:
        side = path.with_name(path.name + suffix)
        if side.exists():
            kept = Path(tempfile.mkdtemp(prefix=f"{path.stem}-stray-", dir=path.parent))
            side.rename(kept / side.name)


def _fill(part: Path) -> None:
    with contextlib.closing(connect(part)) as connection:
        engine = engine_of(connection).execution_options(**{WRITE: True})
        with engine.begin() as transaction:
            Row.metadata.create_all(transaction)
            transaction.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            transaction.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")


def _put_in_place(part: Path, path: Path) -> None:
    try:
        os.link(part, path)
    except FileExistsError:
        return  # Somebody else was faster; theirs counts.
    except OSError:  # A file system without links.
        if not path.exists():
            part.rename(path)
    sync_folder(path.parent)
