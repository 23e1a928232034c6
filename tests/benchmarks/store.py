"""What saving costs beside bare SQLite that writes the same rows with the same pragmas."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smartgoals.storage.connection import connect
from smartgoals.storage.location import database_path
from smartgoals.storage.store import PlanStore
from tests.benchmarks.case import Case, Plenty, interleaved, medians, milliseconds
from tests.benchmarks.seed import full_plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartgoals.domain.plan import Plan

GOAL = 12
SAVED = {
    "a new plan of 5 metrics, 30 tactics, 100 check-ins": "new",
    "this plan with one word changed": "word",
    "this plan with one check-in changed": "check-in",
}
_MEMORY = Path("/dev/shm")  # noqa: S108 - a file system without a disk, where there is one
_PARTS = ("metric", "tactic", "check_in")


def cases(plenty: Plenty) -> Iterator[Case]:
    """Measure in files that lie in memory, where only the work counts, and on the disk."""
    for place in (_MEMORY if _MEMORY.is_dir() else None, None):
        where = "in memory" if place else "on the disk"
        found = _saves(place, plenty)
        beside = "raw sqlite3, all its rows, same pragmas"
        for name, case in SAVED.items():
            yield Case(f"save {name}, {where}", found[case], found["raw"], beside, "ms", GOAL)


def _saves(place: Path | None, plenty: Plenty) -> dict[str, float]:
    folder = Path(tempfile.mkdtemp(prefix="benchmark-", dir=place))
    plan, numbers = full_plan(), count(1)
    with PlanStore.open(folder) as store:
        store.save(plan)
        shutil.copytree(folder, folder / "raw")
        raw = _Raw(database_path(folder / "raw"))
        actions = {
            "new": lambda: _changed(store, plan, {"id": f"new{next(numbers)}"}),
            "word": lambda: _changed(store, plan, {"description": f"Word {next(numbers)}"}),
            "check-in": lambda: _changed(store, plan, _checked_in(plan, next(numbers))),
            "raw": lambda: milliseconds(partial(raw.save, next(numbers))),
        }
        found = medians(interleaved(actions, plenty.of(60, 15), warm=3))
        raw.close()
    shutil.rmtree(folder)
    return found


def _changed(store: PlanStore, plan: Plan, changes: dict[str, Any]) -> float:
    # As she goes on with a plan: what was saved before is known.
    before = plan.replace(description="Before")
    store.save(before)
    return milliseconds(partial(store.save, before.replace(**changes)))


def _checked_in(plan: Plan, number: int) -> dict[str, Any]:
    *others, last = plan.check_ins
    return {"check_ins": (*others, last.replace(note=f"Note {number}"))}


class _Raw:
    """The least that writes the rows of a plan: SQL by hand on a bare connection."""

    def __init__(self, path: Path) -> None:
        self._connection = connect(path)
        self._rows = {table: self._read(table) for table in ("plan", *_PARTS)}

    def save(self, number: int) -> None:
        """Write all rows of the plan, in one transaction that is on the disk at its end."""
        execute = self._connection.execute
        execute("BEGIN IMMEDIATE")
        for table in _PARTS:
            execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
        execute("UPDATE plan SET version = ?", (number + 10,))
        for table in ("plan", *_PARTS):
            names, rows = self._rows[table]
            places = ", ".join("?" * len(names))
            self._connection.executemany(
                f"INSERT OR REPLACE INTO {table} ({', '.join(names)}) VALUES ({places})",  # noqa: S608
                rows,
            )
        execute("COMMIT")

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _read(self, table: str) -> tuple[list[str], list[tuple[object, ...]]]:
        with closing(self._connection.execute(f"SELECT * FROM {table}")) as found:  # noqa: S608
            names = [column[0] for column in found.description]
            return [f'"{name}"' for name in names], found.fetchall()
