"""The four fields of the chart with their names, and the words along its axes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from smartgoals.charts.chart_text import PlacedText, TextPlacer, TextStyle
from smartgoals.charts.geometry import Box, ScoreField
from smartgoals.domain.terms import Quadrant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartgoals.words.chart import ChartWords


@dataclass(frozen=True)
class ChartSizes:
    """The measures of the chart apart from its texts."""

    dot_radius: float = 10
    padding: float = 12
    gap: float = 5
    """Between a dot and its name, or the fields and the words around them."""
    inset: float = 7
    """Around the name of a field."""
    widest_label: float = 240


NORMAL_SIZES = ChartSizes()
"""The measures for texts of the usual size."""


@dataclass(frozen=True)
class QuadrantField:
    """One of the four coloured fields; the outer strip has its name, so that no dot covers it."""

    quadrant: Quadrant
    box: Box
    texts: tuple[PlacedText, ...]


@dataclass(frozen=True)
class QuadrantFrame:
    """The four fields together, and what is written in and around them."""

    box: Box
    words: ChartWords
    texts: TextPlacer
    sizes: ChartSizes

    @cached_property
    def field(self) -> ScoreField:
        """The square of scores between the strips with the names."""
        box = self.box
        return ScoreField(Box(box.left, box.top + self._strip, box.right, box.bottom - self._strip))

    def quadrants(self) -> Iterator[QuadrantField]:
        """Yield the fields with their names and advice."""
        x, y = self.box.centre
        for quadrant in Quadrant:
            is_left = quadrant in {Quadrant.QUICK_WINS, Quadrant.FILL_INS}
            is_upper = quadrant in {Quadrant.QUICK_WINS, Quadrant.BIG_BETS}
            left, right = (self.box.left, x) if is_left else (x, self.box.right)
            top, bottom = (self.box.top, y) if is_upper else (y, self.box.bottom)
            strip = Box(left, top, right, top + self._strip)
            if not is_upper:
                strip = Box(left, bottom - self._strip, right, bottom)
            texts = self._strip_texts(quadrant, strip.shrunk(self.sizes.inset))
            yield QuadrantField(quadrant, Box(left, top, right, bottom), texts)

    def axis_texts(self) -> Iterator[PlacedText]:
        """Yield what the axes are called, above and below the fields."""
        above = self.box.top - self.sizes.gap - self.texts.line_height(TextStyle.AXIS)
        below = self.box.bottom + self.sizes.gap
        for text, share, top in (
            (self.words.value, 0.0, above),
            (self.words.low, 0.0, below),
            (self.words.complexity, 0.5, below),
            (self.words.high, 1.0, below),
        ):
            idle = self.box.width - self.texts.size(text, TextStyle.AXIS)[0]
            yield self.texts.placed(text, TextStyle.AXIS, self.box.left + idle * share, top)

    def _strip_texts(self, quadrant: Quadrant, strip: Box) -> tuple[PlacedText, ...]:
        title, advice = self.words.titles[quadrant], self.words.advice[quadrant]
        first = self.texts.fitting(title, TextStyle.QUADRANT, strip.left, strip.top, strip.width)
        left, top = strip.left, first.box.bottom
        if self._is_one_line:
            left = first.box.right + self.sizes.gap
            top = first.baseline - self.texts.ascent(TextStyle.ADVICE)
        second = self.texts.fitting(advice, TextStyle.ADVICE, left, top, strip.right - left)
        return tuple(text for text in (first, second) if text.text)

    @cached_property
    def _is_one_line(self) -> bool:
        """Whether the advice fits beside the name in every field."""
        room = self.box.width / 2 - 2 * self.sizes.inset - self.sizes.gap
        return all(
            self.texts.size(self.words.titles[quadrant], TextStyle.QUADRANT)[0]
            + self.texts.size(self.words.advice[quadrant], TextStyle.ADVICE)[0]
            <= room
            for quadrant in Quadrant
        )

    @cached_property
    def _strip(self) -> float:
        height = 2 * self.sizes.inset + self.texts.line_height(TextStyle.QUADRANT)
        if not self._is_one_line:
            height += self.texts.line_height(TextStyle.ADVICE)
        return min(height, self.box.height / 2 - 1)
