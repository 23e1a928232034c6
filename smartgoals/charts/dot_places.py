"""Where the dots go: on their scores, fanned out where several would cover each other."""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from smartgoals.charts.geometry import Box, ScoreField
    from smartgoals.charts.points import Point

_RING = 6
"""Up to so many equal points stand in a ring; more of them in a honeycomb."""
_TRIES = 600
"""Places looked at around a crowded point before a dot is allowed to cover another one."""


def place_dots(
    points: Sequence[Point], field: ScoreField, radius: float, gap: float
) -> dict[str, tuple[float, float]]:
    """Return the middle of every dot by the id of its tactic.

    Points alone on their scores lie exactly there. Equal ones fan out around them; every dot
    stays in its quadrant, and none covers another as long as the quadrant has room.
    """
    groups: dict[tuple[int, int], list[Point]] = defaultdict(list)
    for point in points:
        groups[point.scores].append(point)
    taken = _Taken(2 * radius + gap)
    places: dict[str, tuple[float, float]] = {}
    for scores, group in sorted(groups.items(), key=lambda item: len(item[1])):
        room = field.quadrant_box(*scores).shrunk(radius)
        wished = _wished(field.point(*scores), len(group), taken.distance, room)
        is_crowded = False
        for point, place in zip(group, wished, strict=True):
            # Where there was no room for one of them, the rest need not look for it again.
            free = None if is_crowded else taken.nearest_free(place, room)
            is_crowded = free is None
            places[point.tactic_id] = taken.take(free or room.clamped(*place))
    return places


def _wished(
    centre: tuple[float, float], count: int, distance: float, room: Box
) -> list[tuple[float, float]]:
    """Return the fan of equal points, moved as a whole to where it lies in the room."""
    fan = list(_fan(count, distance))
    xs, ys = [x for x, _ in fan], [y for _, y in fan]
    x, y = centre
    left, right = room.left - min(xs), room.right - max(xs)
    top, bottom = room.top - min(ys), room.bottom - max(ys)
    x = min(max(x, left), right) if left <= right else x
    y = min(max(y, top), bottom) if top <= bottom else y
    return [(x + dx, y + dy) for dx, dy in fan]


def _fan(count: int, distance: float) -> Iterator[tuple[float, float]]:
    """Yield places around (0, 0), no two nearer than the distance."""
    if count == 1:
        yield 0.0, 0.0
    elif count <= _RING:
        ring = distance / (2 * math.sin(math.pi / count))
        # Two lie side by side; more begin at the top and go round like a clock.
        first = math.pi if count == 2 else -math.pi / 2  # noqa: PLR2004
        for index in range(count):
            angle = first + 2 * math.pi * index / count
            yield ring * math.cos(angle), ring * math.sin(angle)
    else:
        yield from islice(_honeycomb(distance), count)


def _honeycomb(distance: float) -> Iterator[tuple[float, float]]:
    """Yield the places of a honeycomb from its middle outwards, without end."""
    yield 0.0, 0.0
    ring = 1
    while True:
        corners = [(ring * math.cos(a), ring * math.sin(a)) for a in _SIXTHS]
        for (x, y), (next_x, next_y) in zip(corners, corners[1:] + corners[:1], strict=True):
            for step in range(ring):
                share = step / ring
                yield (
                    distance * (x + (next_x - x) * share),
                    distance * (y + (next_y - y) * share),
                )
        ring += 1


_SIXTHS = [math.pi * corner / 3 for corner in range(6)]


class _Taken:
    """The places that have a dot, found by the square of the chart in which they lie."""

    def __init__(self, distance: float) -> None:
        self.distance = distance
        self._squares: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)

    def take(self, place: tuple[float, float]) -> tuple[float, float]:
        """Return the place, which has a dot from now on."""
        self._squares[self._square(*place)].append(place)
        return place

    def nearest_free(self, wished: tuple[float, float], room: Box) -> tuple[float, float] | None:
        """Return the wished place or else a free one near to it; None when there is none."""
        return next(filter(self._is_free, self._around(wished, room)), None)

    def _around(self, wished: tuple[float, float], room: Box) -> Iterable[tuple[float, float]]:
        steps = islice(_honeycomb(self.distance / 2), _TRIES)
        return (room.clamped(wished[0] + dx, wished[1] + dy) for dx, dy in steps)

    def _is_free(self, place: tuple[float, float]) -> bool:
        column, row = self._square(*place)
        # The fan's own neighbours lie at just this distance, give or take a rounding.
        nearest = self.distance - 0.01
        return all(
            math.dist(place, other) >= nearest
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            for other in self._squares.get((column + dx, row + dy), ())
        )

    def _square(self, x: float, y: float) -> tuple[int, int]:
        return math.floor(x / self.distance), math.floor(y / self.distance)
