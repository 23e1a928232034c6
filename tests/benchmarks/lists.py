"""How the list of plans and the opening of one grow from 10 to 100,000 plans."""

from __future__ import annotations

import shutil
import statistics
from functools import partial
from typing import TYPE_CHECKING

from smartgoals.storage.list_query import ListQuery
from smartgoals.storage.location import database_path
from smartgoals.storage.overview import read_overviews
from smartgoals.storage.plan_list import PlanList
from smartgoals.storage.store import PlanStore
from tests.benchmarks.case import (
    FRAME_MS,
    Case,
    Plenty,
    exponent,
    interleaved,
    medians,
    milliseconds,
    p95,
)
from tests.benchmarks.hands import Hands
from tests.benchmarks.programs import new_folder
from tests.benchmarks.seed import COMMON, fill, seeded_plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZES = (10, 100, 1000, 10_000, 100_000)
QUICK_SIZES = (10, 100, 1000, 3000)
WINDOW = 200
"""Plans that the list reads at once."""
SHOWN = 30
"""Plans that are in view, and a few more."""
READS = 20
"""Reads that are measured together: one alone is shorter than the noise."""


def cases(plenty: Plenty) -> Iterator[Case]:
    """Measure with databases of every size."""
    sizes = QUICK_SIZES if plenty.is_quick else SIZES
    folder = new_folder()
    for size in sizes:
        fill(folder / str(size), size)
    rounds = plenty.of(15, 5)
    yield _growth("list window of 200", _windows(folder, sizes, rounds), 0.02)
    yield _growth("open one plan", _openings(folder, sizes, rounds), 0.08)
    yield from _searches(folder / str(sizes[-1]), sizes[-1], rounds)
    many, few = sizes[-1], 100
    shown = _shown(folder, many, few, plenty)
    name = f"show a list of {many:,} plans"
    yield Case(name, shown["many"], shown["few"], f"of {few}", "ms", 1.3)
    shutil.rmtree(folder)


def _growth(name: str, taken: dict[int, float], goal: float) -> Case:
    sizes = tuple(taken)
    name = f"growth exponent, {sizes[0]:,} to {sizes[-1]:,} plans: {name}"
    beside = f"with {sizes[0]:,}"
    grown = exponent(sizes, list(taken.values()))
    return Case(name, taken[sizes[-1]], taken[sizes[0]], beside, "ms", goal, exponent=grown)


def _windows(folder: Path, sizes: tuple[int, ...], rounds: int) -> dict[int, float]:
    """Read a window of the list; from 1,000 plans on, for fewer do not fill it."""
    actions = {
        str(size): partial(_read, database_path(folder / str(size)))
        for size in sizes
        if size >= WINDOW
    }
    found = medians(interleaved(actions, rounds))
    return {int(size): taken for size, taken in found.items()}


def _read(path: Path) -> float:
    def reads() -> None:
        for _ in range(READS):
            read_overviews(path, limit=WINDOW)

    return milliseconds(reads) / READS


def _openings(folder: Path, sizes: tuple[int, ...], rounds: int) -> dict[int, float]:
    stores = {size: PlanStore.open(folder / str(size)) for size in sizes}
    wanted = seeded_plan(3).id
    actions = {
        str(size): partial(milliseconds, partial(store.load, wanted))
        for size, store in stores.items()
    }
    found = interleaved(actions, rounds * 3)
    for store in stores.values():
        store.close()
    return {int(size): statistics.median(taken) for size, taken in found.items()}


def _searches(folder: Path, count: int, rounds: int) -> Iterator[Case]:
    """Search as the list does at every key: the plans that are shown, and how many there are."""
    plans = PlanList(folder)
    plans.catch_up()
    number = str(count - 1)
    for kind, text in {"common": COMMON, "rare": number, "absent": "zeppelin"}.items():
        query = ListQuery(text=text)

        def search(query: ListQuery = query) -> None:
            plans.read(query, SHOWN)
            plans.counts(query)

        taken = interleaved({kind: partial(milliseconds, search)}, rounds * 3)[kind]
        name = f"search {count:,} plans, {kind} word (p95)"
        yield Case(name, p95(taken), FRAME_MS, "one frame", "ms", 1.0)
    plans.close()


def _shown(folder: Path, many: int, few: int, plenty: Plenty) -> dict[str, float]:
    hands = {name: Hands(folder / str(size)) for name, size in (("many", many), ("few", few))}
    actions = {
        name: partial(each.painted, each.window.refresh_list) for name, each in hands.items()
    }
    found = medians(interleaved(actions, plenty.of(15, 5)))
    for each in hands.values():
        each.close()
    return found
