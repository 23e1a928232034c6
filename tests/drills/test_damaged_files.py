"""A thousand files damaged in ten ways: none is silently wrong, each comes back from a backup."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from smartgoals.domain.plan import Plan
from smartgoals.storage.backup_files import backup_folder, backups
from smartgoals.storage.backups import back_up
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.storage.location import database_path
from smartgoals.storage.recover import Recovery, open_plans
from smartgoals.storage.restore import restore_file
from tests.drills.test_kills import renewed
from tests.rounds import rounds
from tests.storage.damage import WAYS, damage
from tests.storage.filled import filled

pytestmark = pytest.mark.slow
PLANS = {
    plan.id: plan
    for plan in (
        filled(Plan).replace(id="full"),
        *(Plan(id=f"p{n}", title=f"Plan {n}", specific="word " * n * 90) for n in range(9)),
    )
}


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A folder with plans and a backup of them."""
    folder = tmp_path / "template"
    store, _ = open_plans(folder)
    with store:
        store.save_all(tuple(PLANS.values()))
        back_up(store.path)
    return folder


def loaded(folder: Path) -> tuple[dict[str, Plan], Recovery | None, StorageReason | None]:
    store, recovery = open_plans(folder)
    with store:
        plans = {line.id: store.load(line.id) for line in store.overviews()}
        titles = {line.id: line.title for line in store.overviews()}
        assert titles == {plan.id: plan.name for plan in plans.values()}
        return plans, recovery, store.read_only


def loaded_or_refused(
    folder: Path,
) -> tuple[dict[str, Plan], Recovery | None, StorageReason | None] | None:
    try:
        return loaded(folder)
    except StorageError as error:
        refusal = error
    assert refusal.reason is StorageReason.DAMAGED
    return None


def restore(path: Path, backup: Path) -> None:
    try:
        restore_file(path, backup)
    except StorageError as error:
        refusal = error
    else:
        return
    # Its mark says that it is another program's, or of a newer version.
    assert refusal.reason in {StorageReason.FOREIGN, StorageReason.NEWER}
    path.unlink()
    restore_file(path, backup)


@pytest.mark.parametrize("way", WAYS)
def test_a_damaged_file_comes_back_from_its_backup(template: Path, folder: Path, way: str) -> None:
    ends: Counter[str] = Counter()
    for seed in range(rounds(5, 100)):
        renewed(template, folder)()
        damage(database_path(folder), way, seed)
        damaged = database_path(folder).read_bytes()
        plans, recovery, read_only = loaded(folder)
        assert plans == PLANS, seed
        if recovery is None:
            ends["nothing that matters was hit" if read_only is None else "for reading"] += 1
            continue
        ends["came back"] += 1
        assert recovery.kept is not None
        assert (recovery.kept / database_path(folder).name).read_bytes() == damaged
        assert recovery.lost == 0
    print(f"{way}: {dict(ends)}")  # noqa: T201 - the figures


@pytest.mark.parametrize("way", WAYS)
def test_without_a_backup_what_is_lost_is_told_and_nothing_is_wrong(
    template: Path, folder: Path, way: str
) -> None:
    shutil.rmtree(backup_folder(template))
    ends: Counter[str] = Counter()
    saved = 0
    for seed in range(rounds(5, 100)):
        renewed(template, folder)()
        damage(database_path(folder), way, seed)
        if (found := loaded_or_refused(folder)) is None:
            ends["nothing could be read"] += 1
            continue
        plans, recovery, _ = found
        assert plans.items() <= PLANS.items(), seed
        saved += len(plans)
        assert plans == PLANS or recovery is not None
        ends["all is there" if plans == PLANS else "a part of it"] += 1
    print(f"{way}: {dict(ends)}, {saved} plans")  # noqa: T201


def test_restore_drill(template: Path, folder: Path) -> None:
    """A backup goes back over a damaged file, by the same code as the command and the window."""
    number = 0
    for seed in range(rounds(2, 20)):
        for way in WAYS:
            renewed(template, folder)()
            damage(database_path(folder), way, 1000 + seed)
            (backup,) = backups(folder)
            restore(database_path(folder), backup.path)
            assert loaded(folder) == (PLANS, None, None), (way, seed)
            number += 1
    print(f"{number} restored")  # noqa: T201
