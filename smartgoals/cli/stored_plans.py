"""The plans that a command works on: opened for reading, found, changed."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, TypeVar

from smartgoals.cli.output import tell
from smartgoals.folders import data_folder
from smartgoals.storage.backup_files import backups
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.storage.location import database_path, exists
from smartgoals.storage.lock import FolderLock
from smartgoals.words.backups import recovered_text
from smartgoals.words.errors import storage_error_text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from smartgoals.domain.plan import Plan
    from smartgoals.storage.store import PlanStore

T = TypeVar("T")

_PUT_RIGHT = frozenset({StorageReason.UNFINISHED, StorageReason.OLDER})
_MAY_COME_BACK = frozenset({StorageReason.DAMAGED, StorageReason.FOREIGN, StorageReason.MISSING})


def is_read_by_opening(error: StorageError) -> bool:
    """Return whether opening the plans may put right what is the matter, or read them anyway."""
    return error.reason in _PUT_RIGHT | _MAY_COME_BACK | {StorageReason.NEWER}


def is_lost(folder: Path) -> bool:
    """Return whether the database is gone although there are backups of it, or a link to it."""
    path = database_path(folder)
    return not exists(path) and (path.is_symlink() or bool(backups(folder)))


def open_to_read(folder: Path) -> PlanStore:
    """Open the plans for reading.

    Nothing is written, but to take an interrupted save back, or to bring a damaged or lost
    database back, which is told; as is that a newer version has made it.
    """
    from smartgoals.storage.store import PlanStore

    try:
        return PlanStore.open(folder, read_only=True)
    except StorageError as error:
        if error.reason is StorageReason.NEWER:
            store = PlanStore.open_for_reading(folder, StorageReason.NEWER)
            tell(storage_error_text(error.reason, error.path))
            return store
        if error.reason in _MAY_COME_BACK:
            return _brought_back(folder, error)
        if error.reason not in _PUT_RIGHT:
            raise
    return open_to_change(folder)


def open_to_change(folder: Path) -> PlanStore:
    """Open the plans; the folder and the database are made when missing."""
    from smartgoals.storage.store import PlanStore

    try:
        if not is_lost(folder):
            return PlanStore.open(folder)
    except StorageError as error:
        if error.reason not in _MAY_COME_BACK:
            raise
        return _brought_back(folder, error)
    return _brought_back(folder, StorageError(StorageReason.MISSING, database_path(folder)))


def with_plans(
    folder: Path, use: Callable[[PlanStore], T], *, opened: Callable[[Path], PlanStore]
) -> T:
    """Return what the use makes of the plans.

    When it meets one that is not as it was saved, which only its seal tells, the plans are
    brought back and it begins again; so it must not have changed anything by then.
    """
    try:
        with opened(folder) as store:
            return use(store)
    except StorageError as error:
        if error.reason is not StorageReason.DAMAGED:
            raise
        damage = error
    with _brought_back(folder, damage, thorough=True) as store:
        return use(store)


def _brought_back(folder: Path, error: StorageError, *, thorough: bool = False) -> PlanStore:
    """Open the plans after a damaged or lost database has come back; say so."""
    from smartgoals.storage.recover import open_plans

    if error.reason is StorageReason.MISSING and not is_lost(folder):
        raise error
    lock = FolderLock.take(folder)
    if lock is None:  # The open window will see to it.
        raise error
    with lock:
        store, recovery = open_plans(folder, thorough=thorough)
    if recovery is not None:
        from smartgoals.formats.system import system_formats

        tell(
            recovered_text(
                recovery.path,
                system_formats(),
                kept=recovery.kept,
                copy_of=recovery.backup.made_at if recovery.backup else None,
                salvaged=recovery.salvaged,
                lost=recovery.lost,
            )
        )
    return store


@contextlib.contextmanager
def found(options: argparse.Namespace) -> Iterator[tuple[PlanStore, str]]:
    """Give the store, for reading, and the id of the plan that is asked for."""
    with _open_to_find(data_folder(options.data_dir)) as store:
        yield store, store.find(options.plan)


def loaded(options: argparse.Namespace) -> Plan:
    """Return the plan that is asked for."""
    return with_plans(
        data_folder(options.data_dir),
        lambda store: store.load(store.find(options.plan)),
        opened=_open_to_find,
    )


def all_plans(folder: Path) -> list[Plan]:
    """Return the plans that are neither archived nor in the trash, last saved first."""

    def read(store: PlanStore) -> list[Plan]:
        return [store.read(each.id) for each in store.overviews() if not each.archived]

    try:
        return with_plans(folder, read, opened=open_to_read)
    except StorageError as error:
        if error.reason is not StorageReason.MISSING or is_lost(folder):
            raise
        return []


def changed(
    options: argparse.Namespace, change: Callable[[Plan], Plan], *, backs_up: bool = False
) -> Plan:
    """Change the plan that is asked for, keep it, and return it; if wanted after a backup."""
    loaded(options)  # Where there is no such plan, nothing is made either.

    def keep(store: PlanStore) -> Plan:
        if backs_up:
            from smartgoals.storage.backups import back_up

            back_up(store.path)
        plan = change(store.load(store.find(options.plan)))
        store.save(plan)
        return plan

    return with_plans(data_folder(options.data_dir), keep, opened=open_to_change)


def _open_to_find(folder: Path) -> PlanStore:
    """Open the plans to find one among them; where there are none, there is no such plan."""
    try:
        return open_to_read(folder)
    except StorageError as error:
        if error.reason is not StorageReason.MISSING or is_lost(folder):
            raise
        raise StorageError(StorageReason.NOT_FOUND, error.path) from error
