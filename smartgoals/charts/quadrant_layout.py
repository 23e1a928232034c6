"""Where everything of the value/complexity chart lies, for the window, the sheet and files.

Lengths are in units of 1/96 inch, which are a screen's logical pixels; y grows downwards.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from smartgoals.charts.chart_text import Measure, PlacedText, TextPlacer, TextStyle
from smartgoals.charts.dot_places import place_dots
from smartgoals.charts.geometry import Box, ScoreField
from smartgoals.charts.label_places import Labelled, place_labels
from smartgoals.charts.quadrant_fields import (
    NORMAL_SIZES,
    ChartSizes,
    QuadrantField,
    QuadrantFrame,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smartgoals.charts.points import Point
    from smartgoals.words.chart import ChartWords

MAX_LABELS = 12
"""With more points than these the dots have only their marks, and names go into a key."""
_SMALLEST = 40.0
"""The extent that the fields keep in a drawing too small for them."""


@dataclass(frozen=True)
class Dot:
    """One point with its mark and, when there is room, its name."""

    point: Point
    x: float
    y: float
    radius: float
    mark: PlacedText
    label: PlacedText | None = None

    @property
    def box(self) -> Box:
        """The square around the dot."""
        return Box(
            self.x - self.radius, self.y - self.radius, self.x + self.radius, self.y + self.radius
        )


@dataclass(frozen=True)
class QuadrantLayout:
    """The whole chart: what is drawn where, from the back to the front."""

    width: float
    height: float
    frame: Box
    """All four fields together."""
    field: ScoreField
    quadrants: tuple[QuadrantField, ...]
    axis_texts: tuple[PlacedText, ...]
    dots: tuple[Dot, ...]
    key: tuple[PlacedText, ...]

    def dot(self, tactic_id: str) -> Dot | None:
        """Return the dot of the tactic; None when it is not plotted."""
        return next((dot for dot in self.dots if dot.point.tactic_id == tactic_id), None)

    def dot_at(self, x: float, y: float, reach: float = 0) -> Dot | None:
        """Return the dot under the point, or the nearest one within reach of it."""
        distances = [(math.dist((x, y), (dot.x, dot.y)) - dot.radius, dot) for dot in self.dots]
        near = [(distance, dot) for distance, dot in distances if distance <= reach]
        return min(near, key=lambda item: item[0])[1] if near else None


def lay_out(
    points: Sequence[Point],
    width: float,
    height: float,
    *,
    words: ChartWords,
    measure: Measure,
    sizes: ChartSizes = NORMAL_SIZES,
    max_labels: int = MAX_LABELS,
    key_width: float = 0,
) -> QuadrantLayout:
    """Return the chart of the points in a drawing of that size.

    With up to ``max_labels`` points each has its name beside it; ``key_width`` is what the
    list of marks and names takes on the right, none when it is told elsewhere.
    """
    texts = TextPlacer(measure)
    frame = QuadrantFrame(_frame_box(width - key_width, height, texts, sizes), words, texts, sizes)
    dots = _dots(points, frame.field, texts, sizes)
    return QuadrantLayout(
        width=width,
        height=height,
        frame=frame.box,
        field=frame.field,
        quadrants=tuple(frame.quadrants()),
        axis_texts=tuple(frame.axis_texts()),
        dots=_named(dots, frame, texts, sizes) if len(points) <= max_labels else dots,
        key=tuple(_key(points, frame.box, key_width, texts, sizes)) if key_width > 0 else (),
    )


def key_height(count: int, measure: Measure, sizes: ChartSizes = NORMAL_SIZES) -> float:
    """Return the height of a drawing in which a key of so many points has room."""
    texts = TextPlacer(measure)
    around = sizes.padding + texts.line_height(TextStyle.AXIS) + sizes.gap
    return count * texts.line_height(TextStyle.KEY) + 2 * around


def _frame_box(width: float, height: float, texts: TextPlacer, sizes: ChartSizes) -> Box:
    line = texts.line_height(TextStyle.AXIS) + sizes.gap
    left, top = sizes.padding, sizes.padding + line
    right, bottom = width - sizes.padding, height - sizes.padding - line
    return Box(left, top, max(right, left + _SMALLEST), max(bottom, top + _SMALLEST))


def _dots(
    points: Sequence[Point], field: ScoreField, texts: TextPlacer, sizes: ChartSizes
) -> tuple[Dot, ...]:
    places = place_dots(points, field, sizes.dot_radius, sizes.gap)
    return tuple(
        Dot(
            point=point,
            x=places[point.tactic_id][0],
            y=places[point.tactic_id][1],
            radius=sizes.dot_radius,
            mark=texts.centred(point.mark, TextStyle.MARK, *places[point.tactic_id]),
        )
        for point in points
    )


def _named(
    dots: tuple[Dot, ...], frame: QuadrantFrame, texts: TextPlacer, sizes: ChartSizes
) -> tuple[Dot, ...]:
    field = frame.field
    labels = place_labels(
        [Labelled(dot.point.name, dot.box, field.quadrant_box(*dot.point.scores)) for dot in dots],
        room=field.box,
        widest=min(sizes.widest_label, field.box.width / 2),
        gap=sizes.gap,
        measured=lambda text: texts.size(text, TextStyle.LABEL),
    )
    return tuple(
        replace(dot, label=texts.placed(label[0], TextStyle.LABEL, label[1].left, label[1].top))
        if label
        else dot
        for dot, label in zip(dots, labels, strict=True)
    )


def _key(
    points: Sequence[Point], frame: Box, width: float, texts: TextPlacer, sizes: ChartSizes
) -> Iterator[PlacedText]:
    left, right = frame.right + sizes.padding, frame.right + width
    widest = max((texts.size(point.mark, TextStyle.KEY)[0] for point in points), default=0)
    indent = left + widest + sizes.gap
    for index, point in enumerate(points):
        top = frame.top + index * texts.line_height(TextStyle.KEY)
        yield texts.placed(point.mark, TextStyle.KEY, left, top)
        yield texts.fitting(point.name, TextStyle.KEY, indent, top, right - indent)
