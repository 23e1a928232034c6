"""The value/complexity chart drawn by matplotlib, for pictures and drawings in files.

Everything stands at its place in the layout, whatever the resolution of the figure: the layout's
units of 1/96 inch are the pixels of a figure with ``dpi=96``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle
from matplotlib.transforms import Affine2D

from smartgoals.charts.chart_fonts import literal_text, measure
from smartgoals.charts.chart_text import UNITS_PER_INCH, PlacedText, TextStyle
from smartgoals.charts.points import chart_points
from smartgoals.charts.quadrant_layout import MAX_LABELS, key_height, lay_out
from smartgoals.words.chart import chart_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.artist import Artist
    from matplotlib.transforms import Transform

    from smartgoals.charts.colours import ChartColours, DotColours
    from smartgoals.charts.quadrant_fields import QuadrantField
    from smartgoals.charts.quadrant_layout import Dot, QuadrantLayout
    from smartgoals.domain.plan import Plan

_WIDTH, _HEIGHT = 720.0, 600.0
_KEY_WIDTH = 320.0
_STRONG = {TextStyle.QUADRANT, TextStyle.LABEL, TextStyle.KEY}


def draw_quadrants(figure: Figure, layout: QuadrantLayout, colours: ChartColours) -> None:
    """Draw the layout into the figure, which is emptied before and should have its size."""
    figure.clear()
    figure.set_facecolor(colours.ground)
    place = _to_figure(figure, layout)
    for artist in (*_background(layout, colours, place), *_dots(layout, colours, place)):
        figure.add_artist(artist)


def quadrant_figure(plan: Plan, colours: ChartColours) -> Figure:
    """Return a figure of the plan's chart that explains itself: above a dozen points with a key."""
    points = chart_points(plan)
    key_width = _KEY_WIDTH if len(points) > MAX_LABELS else 0
    width = _WIDTH + key_width
    height = max(_HEIGHT, key_height(len(points), measure) if key_width else 0)
    layout = lay_out(
        points, width, height, words=chart_words(), measure=measure, key_width=key_width
    )
    figure = Figure(figsize=(width / UNITS_PER_INCH, height / UNITS_PER_INCH), dpi=UNITS_PER_INCH)
    draw_quadrants(figure, layout, colours)
    return figure


def _to_figure(figure: Figure, layout: QuadrantLayout) -> Transform:
    """Return what turns units of the layout, y downwards, into places of the figure."""
    unit = 1 / UNITS_PER_INCH
    inches = Affine2D().scale(unit, -unit).translate(0, layout.height * unit)
    return inches + figure.dpi_scale_trans


def _background(
    layout: QuadrantLayout, colours: ChartColours, place: Transform
) -> Iterator[Artist]:
    for field in layout.quadrants:
        yield _field(field, colours, place)
    names = (text for field in layout.quadrants for text in field.texts)
    for text in (*names, *layout.axis_texts, *layout.key):
        yield _text(text, colours.text if text.style in _STRONG else colours.muted, place)


def _dots(layout: QuadrantLayout, colours: ChartColours, place: Transform) -> Iterator[Artist]:
    for dot in layout.dots:
        shown = colours.of_dot(dot.point.quadrant, is_parked=dot.point.is_parked)
        yield _circle(dot, shown, place)
        yield _text(dot.mark, shown.mark, place)
        if dot.label is not None:
            yield _text(dot.label, colours.text, place)


def _field(field: QuadrantField, colours: ChartColours, place: Transform) -> Artist:
    return Rectangle(
        (field.box.left, field.box.top),
        field.box.width,
        field.box.height,
        facecolor=colours.quadrants[field.quadrant - 1],
        edgecolor=colours.line,
        linewidth=0.75,
        transform=place,
    )


def _circle(dot: Dot, colours: DotColours, place: Transform) -> Artist:
    return Circle(
        (dot.x, dot.y),
        dot.radius,
        facecolor=colours.face,
        edgecolor=colours.line,
        linewidth=1,
        linestyle="--" if dot.point.is_parked else "-",
        transform=place,
    )


def _text(text: PlacedText, colour: str, place: Transform) -> Artist:
    spot = text.left, text.baseline
    return literal_text(spot, text.text, text.style, colour, transform=place)
