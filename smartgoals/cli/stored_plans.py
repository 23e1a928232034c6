"""The plans that a command works on: opened for reading, found, changed."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from smartgoals.folders import data_folder
from smartgoals.storage.errors import StorageError, StorageReason

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from smartgoals.domain.plan import Plan
    from smartgoals.storage.store import PlanStore

MENDED_BY_OPENING = frozenset({StorageReason.UNFINISHED, StorageReason.OLDER})


def open_to_read(folder: Path) -> PlanStore:
    """Open the plans for reading; nothing is written, but to take an interrupted save back."""
    from smartgoals.storage.store import PlanStore

    try:
        return PlanStore.open(folder, read_only=True)
    except StorageError as error:
        if error.reason not in MENDED_BY_OPENING:
            raise
    return PlanStore.open(folder)


def open_to_change(folder: Path) -> PlanStore:
    """Open the plans; the folder and the database are made when missing."""
    from smartgoals.storage.store import PlanStore

    return PlanStore.open(folder)


@contextlib.contextmanager
def found(options: argparse.Namespace) -> Iterator[tuple[PlanStore, str]]:
    """Give the store, for reading, and the id of the plan that is asked for."""
    try:
        store = open_to_read(data_folder(options.data_dir))
    except StorageError as error:
        if error.reason is not StorageReason.MISSING:
            raise
        raise StorageError(StorageReason.NOT_FOUND, error.path) from error
    with store:
        yield store, store.find(options.plan)


def loaded(options: argparse.Namespace) -> Plan:
    """Return the plan that is asked for."""
    with found(options) as (store, plan_id):
        return store.load(plan_id)


def changed(options: argparse.Namespace, change: Callable[[Plan], Plan]) -> Plan:
    """Change the plan that is asked for, keep it, and return it."""
    with found(options) as (_, plan_id):
        pass  # Where there is no such plan, nothing is made either.
    with open_to_change(data_folder(options.data_dir)) as store:
        plan = change(store.load(plan_id))
        store.save(plan)
    return plan
