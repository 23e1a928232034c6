"""The points of a plan's chart: its scored tactics, marked in the order of work."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_lowercase
from typing import TYPE_CHECKING

from smartgoals.domain.priorities import order_of_work, quadrant

if TYPE_CHECKING:
    from smartgoals.domain.plan import Plan
    from smartgoals.domain.tactic import Tactic
    from smartgoals.domain.terms import Quadrant

_NO_PLACE = "–"


@dataclass(frozen=True)
class Point:
    """A tactic as the chart shows it."""

    tactic_id: str
    name: str
    mark: str
    """Its place in the order of work; a parked tactic, which has none, has a letter."""
    complexity: int
    value: int
    quadrant: Quadrant
    is_parked: bool

    @property
    def scores(self) -> tuple[int, int]:
        """Complexity and value."""
        return self.complexity, self.value


def chart_points(plan: Plan) -> tuple[Point, ...]:
    """Return a point for every scored tactic, in the order of work and the parked ones last."""
    points = (_point(tactic, mark) for tactic, mark in marked_tactics(plan))
    return tuple(point for point in points if point is not None)


def marked_tactics(plan: Plan) -> tuple[tuple[Tactic, str], ...]:
    """Return every tactic with what stands in its dot, and beside its name in lists.

    They come in the order of work ("1", "2" ...), those without scores next ("–") and the
    parked ones last ("a", "b" ...).
    """
    order = order_of_work(plan.tactics)
    parked = [tactic for tactic in plan.tactics if tactic.parked]
    return (
        *(
            (tactic, str(place) if tactic.is_scored else _NO_PLACE)
            for place, tactic in enumerate(order, start=1)
        ),
        *((tactic, _letters(index)) for index, tactic in enumerate(parked)),
    )


def _point(tactic: Tactic, mark: str) -> Point | None:
    field = quadrant(tactic)
    if field is None or tactic.value is None or tactic.complexity is None:
        return None
    return Point(
        tactic_id=tactic.id,
        name=tactic.name.strip(),
        mark=mark,
        complexity=tactic.complexity,
        value=tactic.value,
        quadrant=field,
        is_parked=tactic.parked,
    )


def _letters(index: int) -> str:
    """Return a, b ... z, aa, ab and so on."""
    higher, lower = divmod(index, len(ascii_lowercase))
    return (_letters(higher - 1) if higher else "") + ascii_lowercase[lower]
