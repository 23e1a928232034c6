"""The chart of the goal sheet: the numbers by which the template draws it, and its words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from smartgoals.charts.chart_text import TextSize, TextStyle
from smartgoals.charts.colours import PRINT
from smartgoals.charts.points import chart_points
from smartgoals.charts.quadrant_fields import ChartSizes
from smartgoals.charts.quadrant_layout import lay_out
from smartgoals.domain.terms import Quadrant
from smartgoals.language import tr
from smartgoals.words.chart import chart_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartgoals.charts.chart_text import PlacedText
    from smartgoals.charts.points import Point
    from smartgoals.charts.quadrant_layout import Dot, QuadrantLayout
    from smartgoals.domain.plan import Plan

_WIDTH, _HEIGHT = 276.0, 232.0
_LARGE = 1.5
"""How many times as large a chart of many dots is, whose table has pages of its own."""
_MOST_DOTS = 25
_SIZES = ChartSizes(dot_radius=8, padding=1, gap=3, inset=5, widest_label=0)
_FONT_SIZES = {TextStyle.QUADRANT: 11.5, TextStyle.MARK: 10.0}
_USUAL_SIZE = 11.0


@dataclass(frozen=True)
class ChartField:
    """A coloured field."""

    left: float
    top: float
    width: float
    height: float
    fill: str
    line: str


@dataclass(frozen=True)
class ChartText:
    """A text from its left end and baseline."""

    text: str
    left: float
    baseline: float
    size: float
    is_strong: bool
    colour: str


@dataclass(frozen=True)
class ChartDot:
    """A dot with its mark in the middle."""

    x: float
    y: float
    radius: float
    face: str
    line: str
    is_dashed: bool
    mark: str
    baseline: float
    size: float
    mark_colour: str


@dataclass(frozen=True)
class SheetChart:
    """The chart in units of 1/96 inch, and what it says to who cannot see it."""

    heading: str
    alt: str
    width: float
    height: float
    fields: tuple[ChartField, ...]
    texts: tuple[ChartText, ...]
    dots: tuple[ChartDot, ...]


def sheet_chart(plan: Plan, *, scale: float) -> SheetChart:
    """Return the chart with marks only: the names stand in the table beside it."""
    points = chart_points(plan)
    size = _LARGE if len(points) > _MOST_DOTS else 1
    width, height = _WIDTH * size, _HEIGHT * size * scale * scale
    words = replace(chart_words(), advice=dict.fromkeys(Quadrant, ""))
    layout = lay_out(
        points, width, height, words=words, measure=_measure, sizes=_SIZES, max_labels=0
    )
    return SheetChart(
        heading=tr("Priorities"),
        alt=chart_description(points),
        width=width,
        height=height,
        fields=tuple(_fields(layout)),
        texts=tuple(_texts(layout)),
        dots=tuple(_dot(dot) for dot in layout.dots),
    )


def chart_description(points: tuple[Point, ...]) -> str:
    """Return what the chart shows, in words."""
    lines = [tr("Chart of the tactics by value and complexity, each from 1 to 10.")]
    words = chart_words()
    for quadrant in Quadrant:
        found = [_described(point) for point in points if point.quadrant is quadrant]
        tactics = "; ".join(found) if found else tr("none")
        lines.append(f"{words.titles[quadrant]}: {tactics}.")
    return " ".join(lines)


def _described(point: Point) -> str:
    text = tr("{mark} {name}, value {value}, complexity {complexity}").format(
        mark=point.mark, name=point.name, value=point.value, complexity=point.complexity
    )
    return tr("{tactic}, parked").format(tactic=text) if point.is_parked else text


def _measure(text: str, style: TextStyle) -> TextSize:
    """Return about the size in Source Sans; nothing here depends on an exact one."""
    size = _FONT_SIZES.get(style, _USUAL_SIZE)
    return TextSize(0.5 * size * len(text), size * 0.8, size * 0.25, size * 0.65)


def _fields(layout: QuadrantLayout) -> Iterator[ChartField]:
    for field in layout.quadrants:
        box = field.box
        fill = PRINT.quadrants[field.quadrant - 1]
        yield ChartField(box.left, box.top, box.width, box.height, fill, PRINT.line)


def _texts(layout: QuadrantLayout) -> Iterator[ChartText]:
    for field in layout.quadrants:
        yield from (_text(text, PRINT.text) for text in field.texts)
    yield from (_text(text, PRINT.muted) for text in layout.axis_texts)


def _text(text: PlacedText, colour: str) -> ChartText:
    size = _FONT_SIZES.get(text.style, _USUAL_SIZE)
    is_strong = text.style is TextStyle.QUADRANT
    return ChartText(text.text, text.left, text.baseline, size, is_strong, colour)


def _dot(dot: Dot) -> ChartDot:
    colours = PRINT.of_dot(dot.point.quadrant, is_parked=dot.point.is_parked)
    return ChartDot(
        x=dot.x,
        y=dot.y,
        radius=dot.radius,
        face=colours.face,
        line=colours.line,
        is_dashed=dot.point.is_parked,
        mark=dot.mark.text,
        baseline=dot.mark.baseline,
        size=_FONT_SIZES[TextStyle.MARK],
        mark_colour=colours.mark,
    )
