"""What saving costs beside bare SQLite that writes the same rows with the same pragmas."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from smartgoals.storage.connection import connect
from smartgoals.storage.location import database_path
from smartgoals.storage.store import PlanStore
from tests.benchmarks.case import Case, Plenty, interleaved, medians, milliseconds
from tests.benchmarks.seed import full_plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartgoals.domain.plan import Plan

GOAL = 12
_MEMORY = Path("/dev/shm")  # noqa: S108 - a file system without a disk, where there is one
_PARTS = ("metric", "tactic", "check_in")


def cases(plenty: Plenty) -> Iterator[Case]:
    """Measure in files that lie in memory, where only the work counts, and on the disk."""
    for place in (_MEMORY if _MEMORY.is_dir() else None, None):
        where = "in memory" if place else "on the disk"
        found = _saves(place, plenty)
        size = "5 metrics, 30 tactics, 100 check-ins"
        yield Case(
            f"save a plan of {size}, all changed, {where}",
            found["all"],
            found["raw"],
            "raw sqlite3, same rows and pragmas",
            "ms",
            GOAL,
        )
        yield Case(
            f"save the same plan with one word changed, {where}",
            found["word"],
            found["raw"],
            "raw sqlite3, all rows",
            "ms",
            GOAL,
        )


def _saves(place: Path | None, plenty: Plenty) -> dict[str, float]:
    folder = Path(tempfile.mkdtemp(prefix="benchmark-", dir=place))
    plan, numbers = full_plan(), count(1)
    with PlanStore.open(folder) as store:
        store.save(plan)
        shutil.copytree(folder, folder / "raw")
        raw = _Raw(database_path(folder / "raw"))
        actions = {
            "all": lambda: milliseconds(partial(store.save, _all_changed(plan, next(numbers)))),
            "word": lambda: _word(store, plan, next(numbers)),
            "raw": lambda: milliseconds(partial(raw.save, next(numbers))),
        }
        found = medians(interleaved(actions, plenty.of(60, 15), warm=3))
        raw.close()
    shutil.rmtree(folder)
    return found


def _word(store: PlanStore, plan: Plan, number: int) -> float:
    changed = _all_changed(plan, number)
    store.save(changed)
    return milliseconds(partial(store.save, changed.replace(description=f"Word {number}")))


def _all_changed(plan: Plan, number: int) -> Plan:
    """Return the plan with something else in every row."""
    return plan.replace(
        title=f"{plan.title} {number}",
        metrics=tuple(m.replace(source=f"Source {number}") for m in plan.metrics),
        tactics=tuple(t.replace(note=f"Note {number}") for t in plan.tactics),
        check_ins=tuple(c.replace(note=f"Note {number}") for c in plan.check_ins),
    )


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
