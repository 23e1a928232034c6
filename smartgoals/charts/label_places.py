"""Where the names go: beside their dots, covering no dot and no other name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartgoals.charts.eliding import elided
from smartgoals.charts.geometry import Box

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_SHARES = (1.0, 0.7, 0.45)
"""The widths tried in turn, of the widest allowed."""


@dataclass(frozen=True)
class Labelled:
    """A dot and the name that is to stand beside it."""

    name: str
    dot: Box
    quadrant: Box


def place_labels(
    wanted: Sequence[Labelled],
    *,
    room: Box,
    widest: float,
    gap: float,
    measured: Callable[[str], tuple[float, float]],
) -> list[tuple[str, Box] | None]:
    """Return the text and the box of every name, in their order; None where no place is free.

    Names stay in the room and, where it can be, in the quadrant of their dot; one that finds
    no free place is shortened before it is left out. ``measured`` returns width and height.
    """
    free = _Free(room, [labelled.dot for labelled in wanted])
    places: list[tuple[str, Box] | None] = []
    for labelled in wanted:
        for text in _versions(labelled.name, widest, measured):
            boxes = tuple(_beside(labelled.dot, gap, *measured(text)))
            box = free.take_first(boxes, labelled.quadrant)
            if box is not None:
                places.append((text, box))
                break
        else:
            places.append(None)
    return places


def _versions(
    name: str, widest: float, measured: Callable[[str], tuple[float, float]]
) -> Iterator[str]:
    """Yield the name as long as it may be, and then shorter."""
    last = ""
    for share in _SHARES:
        text = elided(name, widest * share, lambda text: measured(text)[0])
        if text and text != last:
            yield text
        last = text


class _Free:
    """What is left of the room beside the dots and the names placed so far."""

    def __init__(self, room: Box, taken: list[Box]) -> None:
        self._room = room
        self._taken = taken

    def take_first(self, boxes: Sequence[Box], preferred: Box) -> Box | None:
        """Return the first free box, in the preferred part if one is there; it is taken then."""
        for bounds in (preferred, self._room):
            for box in boxes:
                if bounds.contains(box) and not any(map(box.overlaps, self._taken)):
                    self._taken.append(box)
                    return box
        return None


def _beside(dot: Box, gap: float, width: float, height: float) -> Iterator[Box]:
    """Yield the places beside a dot, the one that reads best first."""
    x, y = dot.centre
    right, left = dot.right + gap, dot.left - gap - width
    above, below = dot.top - height, dot.bottom
    middle, across = y - height / 2, x - width / 2
    for corner in (
        (right, middle),
        (left, middle),
        (across, below),
        (across, above),
        (right, above + height / 2),
        (right, below - height / 2),
        (left, above + height / 2),
        (left, below - height / 2),
        (dot.left, below),
        (dot.left, above),
        (dot.right - width, below),
        (dot.right - width, above),
    ):
        yield Box(corner[0], corner[1], corner[0] + width, corner[1] + height)
