"""Copies of the whole database: made when something has changed, verified, thinned with time."""

import contextlib
import datetime as dt
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from smartgoals.storage.backup_files import (
    Backup,
    backup_folder,
    backup_path,
    backups,
    remove_left_over_parts,
)
from smartgoals.storage.checks import check_content
from smartgoals.storage.connection import connect, faults_named
from smartgoals.storage.create import create_folder, new_file
from smartgoals.storage.disk import sync_folder
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.storage.location import SIDE_SUFFIXES, check_identity, is_databases_own
from smartgoals.storage.seal_check import broken_plans, plans_unlike
from smartgoals.storage.thinning import kept

_STEP = 256
"""Pages that are copied at a time; they take some milliseconds."""


def back_up(path: Path, *, even_empty: bool = False) -> Backup | None:
    """Make a backup of the database when anything in it has changed since the newest one.

    Returns the backup that holds all; None when there is nothing to hold, unless that is to be
    held as well.

    Raises:
        StorageError: it cannot be made, or a plan that changed is not as it was saved.
    """
    folder = path.parent
    newest = next(iter(backups(folder)), None)
    if newest is None and not even_empty and not _has_plans(path):
        return None
    if newest is not None and holds_the_same(path, newest.path):
        return newest
    create_folder(backup_folder(folder))
    remove_left_over_parts(folder)
    now = _moment_after(newest)
    made = Backup(now, backup_path(folder, now))
    copy_verified(path, made.path, known=newest.path if newest else None)
    _thin(folder, now)
    return made


def _moment_after(newest: Backup | None) -> dt.datetime:
    """Return now; after the clock was put back, the next moment at which none is newer."""
    now = dt.datetime.now(dt.UTC)
    return now if newest is None else max(now, newest.made_at + dt.timedelta(microseconds=1))


def copy_verified(path: Path, target: Path, *, known: Path | None = None) -> None:
    """Copy the database to the target, whole and verified, or not at all.

    Plans that the known backup holds to the last bit are not verified again.

    Raises:
        StorageError: it cannot be read or written, or is not whole.
    """
    with faults_named(target):
        _check_target(target)
        part = new_file(target)
        try:
            copy(path, part)
            with part_named(part, path):
                verify(part, known=known)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
        sync_folder(target.parent)


def _check_target(target: Path) -> None:
    """Make sure that the copy takes the place of a file or of nothing, and of no journal."""
    is_other = target.exists() and not target.is_file()
    if is_other or (target.name.endswith(SIDE_SUFFIXES) and is_databases_own(target)):
        raise StorageError(StorageReason.NOT_A_FILE, target)


def verify(path: Path, *, known: Path | None = None) -> None:
    """Make sure that the database is ours and whole, and every plan as it was saved.

    Raises:
        StorageError: it is not.
    """
    with faults_named(path):
        with contextlib.closing(connect(path, read_only=True)) as connection:
            check_identity(connection, path)
            check_content(connection, path)
        if broken := broken_plans(path, _unverified(path, known)):
            raise StorageError(StorageReason.DAMAGED, path, detail=f"{len(broken)} plans")


def holds_the_same(path: Path, backup: Path) -> bool:
    """Return whether the backup holds all plans in the state that the database has them.

    Raises:
        StorageError: the database cannot be read.
    """
    with faults_named(path):
        states = _states(path)
    try:
        return states == _states(backup)
    except sqlite3.Error:
        return False  # A backup that cannot be read holds nothing.


def _states(path: Path) -> list[tuple[object, ...]]:
    query = "SELECT id, version, seal, saved_at, trashed_at, archived FROM plan ORDER BY id"
    with contextlib.closing(connect(path, read_only=True)) as connection:
        return connection.execute(query).fetchall()


def _has_plans(path: Path) -> bool:
    with faults_named(path), contextlib.closing(connect(path, read_only=True)) as connection:
        return connection.execute("SELECT 1 FROM plan LIMIT 1").fetchone() is not None


def copy(path: Path, part: Path) -> None:
    """Make the part a copy of the database as it is at one moment, and bring it to the disk.

    The database can be written meanwhile; what has changed is copied again.

    Raises:
        StorageError: it cannot be read or written.
    """
    with faults_named(path):
        with (
            contextlib.closing(connect(path, read_only=True)) as source,
            contextlib.closing(connect(part)) as target,
        ):
            # With each step the database is locked. A save does not wait for long, so that the
            # steps are short and none of them waits for the disk.
            target.execute("PRAGMA synchronous=OFF")
            source.backup(target, pages=_STEP)
            # How the original kept its journal has come along; a copy stands alone.
            target.execute("PRAGMA journal_mode=DELETE")
        sync_file(part)


@contextlib.contextmanager
def part_named(part: Path, path: Path) -> Iterator[None]:
    """Have a fault of the part, a copy that nobody knows of, be one of the file at the path."""
    try:
        yield
    except StorageError as error:
        if error.path != part:
            raise
        raise error.about(path) from error


def _unverified(path: Path, known: Path | None) -> list[str] | None:
    if known is None:
        return None
    try:
        return plans_unlike(path, known)
    except sqlite3.Error:
        return None


def sync_file(path: Path) -> None:
    """Bring the content of the file to the disk."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _thin(folder: Path, now: dt.datetime) -> None:
    there = backups(folder)
    moments = kept({backup.made_at for backup in there}, now)
    for backup in there:
        if backup.made_at not in moments:
            with contextlib.suppress(OSError):
                backup.path.unlink()
