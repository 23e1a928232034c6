"""Going back to a backup: everything in place, or single plans out of it."""

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from smartgoals.domain.plan import Plan
from smartgoals.storage.backups import back_up, copy, part_named, sync_file, verify
from smartgoals.storage.connection import connect, faults_named
from smartgoals.storage.create import create_folder, keeping_folder, new_file, put_in_place
from smartgoals.storage.database import Database, check_identity_of, open_database
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.storage.location import exists, real_path
from smartgoals.storage.overview import PlanOverview
from smartgoals.storage.store import PlanStore


def restore_into(store: PlanStore, backup: Path) -> Path:
    """Put all that the backup holds in the place of what the open store holds.

    Returns the file that holds what was there before: a backup, or where that could not be
    verified a mere copy in a folder of its own.

    Raises:
        StorageError: the backup is not whole or not ours, or it could not be done; then nothing
            is changed.
    """
    if store.read_only is not None:
        raise StorageError(store.read_only, store.path)
    with prepared(backup, store.path) as part:
        before = _kept_before(store.path)
        store.take_over(part)
    back_up(store.path, even_empty=True)
    return before


def restore_file(path: Path, backup: Path) -> Path | None:
    """Put all that the backup holds at the path, where no store is open.

    Returns where what was there is kept; None when there was nothing.

    Raises:
        StorageError: as ``restore_into``; or what is at the path is not ours to replace.
    """
    create_folder(path.parent)
    if _is_sound(path):
        with PlanStore.open(path.parent) as store:
            return restore_into(store, backup)
    with faults_named(path):
        place = real_path(path)
    with prepared(backup, place) as part, faults_named(path):
        kept = put_in_place(part, place, "damaged")
    back_up(path, even_empty=True)
    return kept


@contextlib.contextmanager
def prepared(backup: Path, path: Path) -> Iterator[Path]:
    """Give a verified copy of the backup, of the present version, beside the path.

    Raises:
        StorageError: the backup is not whole or not ours, or the disk is full.
    """
    if not exists(backup):
        raise StorageError(StorageReason.MISSING, backup)
    with faults_named(path):
        part = new_file(path)
    try:
        is_older = _is_older(backup)
        copy(backup, part)
        if is_older:
            from smartgoals.storage.migrate import migrate

            migrate(part).unlink()
        with part_named(part, backup):
            verify(part)
        sync_file(part)
        yield part
    finally:
        part.unlink(missing_ok=True)


def plans_in(backup: Path) -> list[PlanOverview]:
    """Return what a backup holds, last saved first; one of an earlier version is refused.

    Raises:
        StorageError: it is damaged, not ours, or of another version.
    """
    with PlanStore(open_database(backup, read_only=StorageReason.READ_ONLY)) as store:
        return store.overviews()


def read_from(backup: Path, plan_ids: Sequence[str]) -> list[Plan]:
    """Return plans of a backup that ``plans_in`` has found sound; each is checked by its seal.

    Raises:
        StorageError: the backup is gone, or one of them is not in it or not as it was saved.
    """
    if not exists(backup):
        raise StorageError(StorageReason.MISSING, backup)
    with faults_named(backup):
        connection = connect(backup, read_only=True)
        database = Database(backup, connection, read_only=StorageReason.READ_ONLY)
    with PlanStore(database) as store:
        return [store.read(plan_id) for plan_id in plan_ids]


def _is_sound(path: Path) -> bool:
    """Return whether the database at the path can be opened; nothing there is not.

    Raises:
        StorageError: it is of a newer version, another program's, or out of reach.
    """
    try:
        if not exists(path):
            return False
        open_database(path).close()
    except StorageError as error:
        if error.reason is not StorageReason.DAMAGED:
            raise
        return False
    return True


def _is_older(backup: Path) -> bool:
    try:
        check_identity_of(backup)
    except StorageError as error:
        if error.reason is not StorageReason.OLDER:
            raise
        return True
    return False


def _kept_before(path: Path) -> Path:
    try:
        made = back_up(path, even_empty=True)
    except StorageError as error:
        if error.reason is not StorageReason.DAMAGED:
            raise
        made = None
    if made is not None:
        return made.path
    # A plan in it is not as it was saved, which may be why she goes back.
    with faults_named(path):
        kept = keeping_folder(path, "before-restore") / path.name
        copy(path, new_file(kept).replace(kept))
        return kept
