"""Killed before each step of everything that writes: always the old state or the new one."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from smartgoals.domain.plan import Plan
from smartgoals.storage import migrate
from smartgoals.storage.backup_files import backups
from smartgoals.storage.backups import back_up, copy_verified, verify
from smartgoals.storage.location import database_path
from smartgoals.storage.recover import open_plans, recover, undo_recovery
from smartgoals.storage.restore import restore_file, restore_into
from smartgoals.storage.store import PlanStore
from tests.drills.stepping import killed_at_every_step
from tests.storage.damage import damage
from tests.storage.filled import filled
from tests.storage.test_migrate import scripts_with

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="processes are forked"),
]
OLD = filled(Plan).replace(id="one", title="Old")
OTHER = Plan(id="two", title="Other")
BEFORE = {"one": OLD, "two": OTHER}


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A folder with two plans and a backup of an earlier state with one."""
    folder = tmp_path / "template"
    with PlanStore.open(folder) as store:
        store.save(OTHER)
        back_up(store.path)
        store.save(OLD)
    return folder


def renewed(template: Path, folder: Path) -> Callable[[], None]:
    def renew() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(template, folder)

    return renew


def plans_of(folder: Path) -> dict[str, Plan]:
    """Open the folder as any start does, and load every plan."""
    store, _ = open_plans(folder, thorough=True)
    with store:
        assert store.read_only is None
        return {line.id: store.load(line.id) for line in store.overviews()}


def drill(
    template: Path,
    folder: Path,
    action: Callable[[], object],
    *states: dict[str, Plan],
    more: Callable[[], object] = lambda: None,
) -> None:
    """Kill the action at every step; each time one of the states must be found whole."""
    found: list[dict[str, Plan]] = []

    def check() -> None:
        more()
        plans = plans_of(folder)
        assert plans in states, sorted(plans)
        found.append(plans)
        for backup in backups(folder):
            verify(backup.path)

    steps = killed_at_every_step(action, renewed(template, folder), check)
    assert steps > 0
    assert found[-1] == states[-1]
    print(f"{steps} steps")  # noqa: T201 - the figure


def saved(folder: Path, *plans: Plan) -> None:
    with PlanStore.open(folder) as store:
        for plan in plans:
            if plan.id in {line.id for line in store.overviews()}:
                store.load(plan.id)
        store.save_all(plans)


def test_a_save(template: Path, folder: Path) -> None:
    new = OLD.replace(title="New", tactics=OLD.tactics[:1], check_ins=())
    drill(template, folder, lambda: saved(folder, new), BEFORE, {**BEFORE, "one": new})


def test_an_import_of_three_plans(template: Path, folder: Path) -> None:
    plans = tuple(OLD.replace(id=f"imported-{n}") for n in range(3))
    after = {**BEFORE, **{plan.id: plan for plan in plans}}
    drill(template, folder, lambda: saved(folder, *plans), BEFORE, after)


def test_a_deletion(template: Path, folder: Path) -> None:
    def delete() -> None:
        with PlanStore.open(folder) as store:
            store.delete_forever("one")

    drill(template, folder, delete, BEFORE, {"two": OTHER})


def test_the_first_start(tmp_path: Path, folder: Path) -> None:
    (template := tmp_path / "empty").mkdir()
    drill(template, folder, lambda: saved(folder, OTHER), {}, {"two": OTHER})


def test_a_backup(template: Path, folder: Path) -> None:
    drill(template, folder, lambda: back_up(database_path(folder)), BEFORE)


def test_a_copy_to_a_file(template: Path, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    shutil.copy(backups(template)[0].path, target)
    drill(
        template,
        folder,
        lambda: copy_verified(database_path(folder), target),
        BEFORE,
        more=lambda: verify(target),
    )


def test_going_back_in_an_open_store(template: Path, folder: Path) -> None:
    def restore() -> None:
        with PlanStore.open(folder) as store:
            restore_into(store, backups(folder)[-1].path)

    drill(template, folder, restore, BEFORE, {"two": OTHER})


def test_going_back_over_a_damaged_file(template: Path, folder: Path) -> None:
    damage(database_path(template), "another file altogether", 1)
    drill(
        template,
        folder,
        lambda: restore_file(database_path(folder), backups(folder)[-1].path),
        {"two": OTHER},
    )


@pytest.mark.parametrize("way", ["another file altogether", "the first page lost", "cut off"])
def test_the_recovery_of_a_damaged_file(template: Path, folder: Path, way: str) -> None:
    damage(database_path(template), way, 1)
    renewed(template, folder)()
    after = plans_of(folder)
    assert "two" in after
    drill(template, folder, lambda: recover(database_path(folder)), {"two": OTHER}, after)


def test_the_undo_of_a_recovery(template: Path, folder: Path) -> None:
    database_path(template).write_bytes(b"")
    recovery = recover(database_path(template))
    assert recovery.kept is not None

    def undo() -> None:
        there = folder / recovery.kept.name  # type: ignore[union-attr]
        undo_recovery(type(recovery)(database_path(folder), there, recovery.backup, 0, 0))

    drill(template, folder, undo, {"two": OTHER})


def test_a_file_put_anew_after_it_went_away(template: Path, folder: Path) -> None:
    def go_on() -> None:
        with PlanStore.open(folder) as store:
            database_path(folder).rename(folder / "moved.db")
            store.put_anew()

    # Between the move, which is not ours, and the new file, the backup is what there is.
    drill(template, folder, go_on, BEFORE, {"two": OTHER}, BEFORE)


def test_a_migration(template: Path, folder: Path, tmp_path: Path) -> None:
    scripts = scripts_with(tmp_path)
    path = database_path(folder)
    versions: list[int] = []

    def check() -> None:
        with contextlib.closing(sqlite3.connect(path)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
            titles = connection.execute("SELECT title FROM plan ORDER BY id").fetchall()
            colours = "colour" in {r[1] for r in connection.execute("PRAGMA table_info(plan)")}
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            (parts,) = connection.execute("SELECT count(*) FROM tactic").fetchone()
        assert titles == [("Old",), ("Other",)]
        assert parts == len(OLD.tactics)
        assert colours == (version == 2)
        if version == 1:
            assert plans_of(folder) == BEFORE
            migrate.migrate(path, scripts=scripts, version=2)
        versions.append(version)

    steps = killed_at_every_step(
        lambda: migrate.migrate(path, scripts=scripts, version=2), renewed(template, folder), check
    )
    assert steps > 50
    assert versions[-1] == 2
    print(f"{steps} steps, of which {versions.count(1)} left the old file")  # noqa: T201
