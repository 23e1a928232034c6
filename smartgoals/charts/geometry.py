"""Boxes, and the field of scores on which the points of the chart lie.

Lengths are in units of 1/96 inch, which are a screen's logical pixels; y grows downwards.
"""

from __future__ import annotations

from dataclasses import dataclass

LOWEST_SCORE = 1
HIGHEST_SCORE = 10
MIDDLE = 5.5
_HALF_STEP = 0.5


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Its extent to the right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Its extent downwards."""
        return self.bottom - self.top

    @property
    def centre(self) -> tuple[float, float]:
        """The point in its middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def overlaps(self, other: Box) -> bool:
        """Return whether the two share some area; touching edges do not."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def contains(self, other: Box) -> bool:
        """Return whether the other one lies wholly in this one."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )

    def shrunk(self, margin: float) -> Box:
        """Return the box without a margin on all four sides; a negative one lets it grow."""
        return Box(self.left + margin, self.top + margin, self.right - margin, self.bottom - margin)

    def clamped(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of the box that is nearest to the given one."""
        return (
            min(max(x, self.left), max(self.left, self.right)),
            min(max(y, self.top), max(self.top, self.bottom)),
        )


@dataclass(frozen=True)
class ScoreField:
    """The square of scores: complexity grows to the right, value upwards.

    Each score has a tenth of the width or height and lies in its middle, so no score lies on
    an edge or on the line in the middle.
    """

    box: Box

    @property
    def middle(self) -> tuple[float, float]:
        """Where the lines between the quadrants cross."""
        return self.box.centre

    def point(self, complexity: float, value: float) -> tuple[float, float]:
        """Return where a pair of scores lies."""
        return (
            self.box.left + self.box.width * _share(complexity),
            self.box.bottom - self.box.height * _share(value),
        )

    def scores_at(self, x: float, y: float) -> tuple[int, int]:
        """Return complexity and value, 1-10, nearest to the point; outside counts as the edge."""
        return (
            _score((x - self.box.left) / self.box.width),
            _score((self.box.bottom - y) / self.box.height),
        )

    def quadrant_box(self, complexity: float, value: float) -> Box:
        """Return the quarter in which the pair of scores lies."""
        x, y = self.middle
        left, right = (self.box.left, x) if complexity < MIDDLE else (x, self.box.right)
        top, bottom = (self.box.top, y) if value > MIDDLE else (y, self.box.bottom)
        return Box(left, top, right, bottom)


def _share(score: float) -> float:
    return (score - LOWEST_SCORE + _HALF_STEP) / (HIGHEST_SCORE - LOWEST_SCORE + 1)


def _score(share: float) -> int:
    steps = HIGHEST_SCORE - LOWEST_SCORE + 1
    return min(max(int(share * steps // 1) + LOWEST_SCORE, LOWEST_SCORE), HIGHEST_SCORE)
