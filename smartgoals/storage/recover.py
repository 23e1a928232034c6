"""Opening the plans whatever state the file is in: a damaged or lost one comes back by itself.

What comes back is the newest backup that is whole, and from the damaged file every plan that is
newer there and as it was saved. The damaged file is kept. Only who has the lock of the folder
may do this.
"""

import contextlib
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, lazyload

from smartgoals.storage.backup_files import Backup, backups
from smartgoals.storage.backups import back_up, copy, sync_file, verify
from smartgoals.storage.checks import has_our_names
from smartgoals.storage.connection import WRITE, connect, engine_of, faults_named
from smartgoals.storage.create import create_folder, fill, new_file, put_in_place, side_files
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.storage.location import database_path, exists, real_path
from smartgoals.storage.restore import prepared
from smartgoals.storage.salvage import Salvaged, salvage
from smartgoals.storage.seal_check import all_plans, broken_plans, plans_unlike
from smartgoals.storage.store import PlanStore
from smartgoals.storage.tables import PlanRow

MOST_CHECKED = 500
"""Plans whose seals are checked at a start; any other is checked when it is opened."""
_LEAST_FREE = 1_000_000
"""Bytes; with fewer the disk counts as full."""


@dataclass(frozen=True)
class Recovery:
    """What was done to get the plans back."""

    path: Path
    kept: Path | None
    """The folder in which the damaged file is kept; None: there was none."""
    backup: Backup | None
    """The backup that is back; None: there was no whole one."""
    salvaged: int
    """Plans that were taken from the damaged file, beyond what the backup has."""
    lost: int
    """Plans that are in the damaged file and could not be had from anywhere."""


def open_plans(
    folder: Path, *, thorough: bool = False, anew: bool = False
) -> tuple[PlanStore, Recovery | None]:
    """Return the store of the data folder, and what had to be done to get the plans back.

    Where nothing may or can be written, and for a file of a newer version, the store is for
    reading. With ``thorough`` every plan is checked, else those that changed since the newest
    backup. With ``anew`` a file of which nothing at all can be had makes way for an empty one.

    Raises:
        StorageError: the plans are out of reach.
    """
    path = database_path(folder)
    recovery = None
    if _is_gone(path):
        recovery = recover(path, anew=anew)
    try:
        store = _open(folder)
        _check_seals(store, thorough=thorough)
    except StorageError as error:
        if recovery is not None or not _is_damage(error, path):
            raise
        recovery = _recover_from(error, path, anew=anew)
        store = _open(folder)
    return store, recovery


def recover(path: Path, *, anew: bool = False) -> Recovery:
    """Put the plans at the path together from the newest whole backup and the damaged file.

    Raises:
        StorageError: it could not be done, or without ``anew`` nothing could be had; the damaged
            file is where it was.
    """
    create_folder(path.parent)
    with faults_named(path):
        place = real_path(path)
        found = salvage(place) if place.exists() else Salvaged(())
        part = new_file(place)
        try:
            backup = _fill_from_backup(part, path)
            if backup is None and not found.rows and not anew:
                raise StorageError(StorageReason.DAMAGED, path, detail="nothing whole in it")
            taken, missing = _add(found, part)
            verify(part)
            sync_file(part)
            kept = put_in_place(part, place, "damaged")
        finally:
            part.unlink(missing_ok=True)
    with contextlib.suppress(StorageError):
        back_up(path)
    return Recovery(path, kept, backup, taken, missing)


def undo_recovery(recovery: Recovery) -> None:
    """Put the damaged file back to where it was; what was recovered stays as a backup.

    Raises:
        StorageError: it could not be done; then all is as it was.
    """
    back_up(recovery.path)
    with faults_named(recovery.path):
        path = real_path(recovery.path)
        part = new_file(path)
        try:
            if recovery.kept is None:
                fill(part)
            else:
                shutil.copyfile(recovery.kept / path.name, part)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
        if recovery.kept is not None:
            for side in side_files(recovery.kept / path.name):
                if side.exists():
                    shutil.copyfile(side, path.with_name(side.name))


def _open(folder: Path) -> PlanStore:
    try:
        if _is_full(folder):
            return PlanStore.open_for_reading(folder, StorageReason.DISK_FULL)
        return PlanStore.open(folder)
    except StorageError as error:
        if error.reason is not StorageReason.NEWER:
            raise
        return PlanStore.open_for_reading(folder, StorageReason.NEWER)


def _is_gone(path: Path) -> bool:
    """Return whether there is no database where there was one; a link may lead to another disk."""
    try:
        there = exists(path)
    except StorageError:
        return False
    return not there and not path.is_symlink() and bool(backups(path.parent))


def _is_full(folder: Path) -> bool:
    with contextlib.suppress(OSError):
        return database_path(folder).exists() and shutil.disk_usage(folder).free < _LEAST_FREE
    return False


def _is_damage(error: StorageError, path: Path) -> bool:
    """Return whether the file is ours and damaged; its very mark may be what is damaged."""
    if error.reason is not StorageReason.FOREIGN:
        return error.reason is StorageReason.DAMAGED
    with (
        contextlib.suppress(sqlite3.Error),
        contextlib.closing(connect(path, read_only=True)) as connection,
    ):
        return has_our_names(connection)
    return False


def _check_seals(store: PlanStore, *, thorough: bool) -> None:
    """Make sure that the plans that are to be checked are as they were saved.

    Raises:
        StorageError: they are not; the store is closed.
    """
    if store.read_only is not None:
        return
    try:
        with faults_named(store.path):
            broken = broken_plans(store.path, _to_check(store.path, thorough=thorough))
    except StorageError:
        store.close()
        raise
    if broken:
        store.close()
        raise StorageError(StorageReason.DAMAGED, store.path, detail=f"{len(broken)} plans")


def _to_check(path: Path, *, thorough: bool) -> list[str] | None:
    """Return the ids of the plans that are checked; None for all."""
    if thorough:
        return None
    newest = next(iter(backups(path.parent)), None)
    with contextlib.suppress(sqlite3.Error):
        if newest is not None:
            return plans_unlike(path, newest.path)[:MOST_CHECKED]
    with contextlib.closing(connect(path, read_only=True)) as connection:
        return all_plans(connection)[:MOST_CHECKED]


def _fill_from_backup(part: Path, path: Path) -> Backup | None:
    """Make the part a copy of the newest backup that is whole, or an empty database."""
    for backup in backups(path.parent):
        with contextlib.suppress(StorageError), prepared(backup.path, path) as whole:
            copy(whole, part)
            return backup
    fill(part)
    return None


def _add(found: Salvaged, part: Path) -> tuple[int, int]:
    """Add what is newer in the damaged file; return how many plans it was, and how many miss."""
    with contextlib.closing(connect(part)) as connection:
        engine = engine_of(connection).execution_options(**{WRITE: True})
        with Session(engine, autoflush=False) as session, session.begin():
            columns = PlanRow.id, PlanRow.version, PlanRow.saved_at, PlanRow.seal
            stored = {plan_id: mark for plan_id, *mark in session.execute(select(*columns))}
            newer = [row for row in found.rows if _is_newer(row, stored.get(row.id))]
            for row in newer:
                session.merge(row, options=[lazyload("*")])
    there = stored.keys() | {row.id for row in newer}
    missing = min(len(found.lost - there), found.seen - len(there))
    return len(newer), max(missing, 0)


def _recover_from(error: StorageError, path: Path, *, anew: bool) -> Recovery:
    try:
        return recover(path, anew=anew)
    except StorageError as hindrance:
        if hindrance.reason in {StorageReason.NO_PERMISSION, StorageReason.READ_ONLY}:
            raise error from hindrance
        raise


def _is_newer(row: PlanRow, stored: list[Any] | None) -> bool:
    """Return whether the row was saved after the stored one.

    Versions begin anew after a restore, and moments when the clock is put back; what is older
    indeed is so by both.
    """
    if stored is None:
        return True
    version, saved_at, seal = stored
    is_other = (row.version, row.seal) != (version, seal)
    return is_other and (row.version > version or row.saved_at > saved_at)
