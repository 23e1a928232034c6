"""The texts of the chart: their styles, their measured sizes and their places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from smartgoals.charts.eliding import elided
from smartgoals.charts.geometry import Box

UNITS_PER_INCH = 96
"""The layouts of charts measure in pixels of this size."""


class TextStyle(StrEnum):
    """The kinds of text in the chart."""

    QUADRANT = "quadrant"
    ADVICE = "advice"
    LABEL = "label"
    MARK = "mark"
    AXIS = "axis"
    KEY = "key"


@dataclass(frozen=True)
class TextSize:
    """The extent of one line of text, in its font."""

    width: float
    ascent: float
    descent: float
    capital: float
    """The height of a digit above the baseline."""

    @property
    def height(self) -> float:
        """From the top of the tallest to the bottom of the lowest character."""
        return self.ascent + self.descent


Measure: TypeAlias = Callable[[str, TextStyle], TextSize]
"""Tells how large a text will be drawn."""


@dataclass(frozen=True)
class PlacedText:
    """One line of text where it is drawn, from its left end and baseline."""

    text: str
    style: TextStyle
    left: float
    baseline: float
    box: Box


class TextPlacer:
    """Places texts by their measured sizes."""

    def __init__(self, measure: Measure) -> None:
        self._measure = measure

    def line_height(self, style: TextStyle) -> float:
        """Return the height of any one line."""
        return self._measure("Hg", style).height

    def ascent(self, style: TextStyle) -> float:
        """Return the part of that height which lies above the baseline."""
        return self._measure("Hg", style).ascent

    def size(self, text: str, style: TextStyle) -> tuple[float, float]:
        """Return width and height of the text."""
        measured = self._measure(text, style)
        return measured.width, measured.height

    def placed(self, text: str, style: TextStyle, left: float, top: float) -> PlacedText:
        """Return the text with the upper left corner there."""
        measured = self._measure(text, style)
        box = Box(left, top, left + measured.width, top + measured.height)
        return PlacedText(text, style, left, top + measured.ascent, box)

    def centred(self, text: str, style: TextStyle, x: float, y: float) -> PlacedText:
        """Return the text with its capitals and digits in the middle of the point."""
        measured = self._measure(text, style)
        left, baseline = x - measured.width / 2, y + measured.capital / 2
        top = baseline - measured.ascent
        box = Box(left, top, left + measured.width, top + measured.height)
        return PlacedText(text, style, left, baseline, box)

    def fitting(
        self, text: str, style: TextStyle, left: float, top: float, width: float
    ) -> PlacedText:
        """Return the text with the upper left corner there, shortened to the width."""
        shown = elided(text, width, lambda part: self._measure(part, style).width)
        return self.placed(shown, style, left, top)
