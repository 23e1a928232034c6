"""One line of the benchmark: our time or size beside a floor or a peer, and the goal for it."""

from __future__ import annotations

import random
import statistics
import time
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

FRAME_MS = 1000 / 60
"""How long one picture stands on a screen of 60 pictures a second."""
NOT_MEASURED = "not measured"


@dataclass(frozen=True)
class Case:
    """What was measured; ``ratio`` is what the goal limits."""

    name: str
    ours: float | None
    floor: float | None
    """What ours stands beside, in the same unit; None where a peer is not installed."""
    beside: str
    """What the floor is."""
    unit: str
    goal: float
    """The ratio that is still good."""
    exponent: float | None = None
    """Where growth counts: the exponent of time over size, instead of the ratio."""

    @property
    def ratio(self) -> float | None:
        """Ours as a multiple of the floor, or the exponent."""
        if self.exponent is not None:
            return self.exponent
        if self.ours is None or not self.floor:
            return None
        return self.ours / self.floor

    @property
    def held(self) -> str:
        """Whether the goal is held: yes, no, or not measured."""
        if self.ratio is None:
            return NOT_MEASURED
        return "yes" if self.ratio <= self.goal else "no"

    def cells(self) -> tuple[str, ...]:
        """Return the texts of the line of the table."""
        return (
            self.name,
            _shown(self.ours, self.unit),
            f"{self.beside}: {_shown(self.floor, self.unit)}",
            NOT_MEASURED if self.ratio is None else f"{self.ratio:.3f}",
            f"≤ {self.goal:.3g}",
            self.held,
        )

    @classmethod
    def from_json(cls, fields: dict[str, Any]) -> Case:
        """Return what ``as_json`` gave."""
        return cls(**{name: fields[name] for name in cls.__dataclass_fields__})

    def as_json(self) -> dict[str, Any]:
        """Return all of it for a program."""
        return {**asdict(self), "ratio": self.ratio, "held": self.held}


@dataclass(frozen=True)
class Plenty:
    """How much is measured: all of it, or so little that it takes less than two minutes."""

    is_quick: bool

    def of(self, full: int, quick: int) -> int:
        """Return the number that fits."""
        return quick if self.is_quick else full


def _shown(value: float | None, unit: str) -> str:
    if value is None:
        return NOT_MEASURED
    digits = 0 if abs(value) >= 1000 else 1 if abs(value) >= 10 else 3
    return f"{value:,.{digits}f} {unit}".strip()


def milliseconds(action: Callable[[], object]) -> float:
    """Return how long the action takes."""
    begin = time.perf_counter()
    action()
    return (time.perf_counter() - begin) * 1000


def interleaved(
    actions: Mapping[str, Callable[[], float]], rounds: int, *, warm: int = 1
) -> dict[str, list[float]]:
    """Measure each action once per round, so that what disturbs the machine disturbs them all.

    Every round has another order: what one action leaves behind slows the next one.
    """
    chance, order = random.Random(1), list(actions)  # noqa: S311 - for an order, not for secrets
    for _ in range(warm):
        for action in actions.values():
            action()
    found: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(rounds):
        chance.shuffle(order)
        for name in order:
            found[name].append(actions[name]())
    return found


def medians(found: Mapping[str, Sequence[float]]) -> dict[str, float]:
    """Return the median of each series."""
    return {name: statistics.median(values) for name, values in found.items()}


def p95(values: Sequence[float]) -> float:
    """Return what 95 of 100 values do not exceed."""
    return sorted(values)[max(0, -(-len(values) * 95 // 100) - 1)]


def exponent(sizes: Sequence[int], times: Sequence[float]) -> float:
    """Return with which power of the size the time grows: 0 not at all, 1 in step with it."""
    from math import log

    x, y = [log(size) for size in sizes], [log(taken) for taken in times]
    return statistics.linear_regression(x, y).slope
