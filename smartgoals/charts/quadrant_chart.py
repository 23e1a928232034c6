"""The value/complexity chart drawn by matplotlib, for the window and for files.

Everything stands at its place in the layout, whatever the resolution of the figure: the layout's
units of 1/96 inch are the pixels of a figure with ``dpi=96``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from matplotlib.figure import Figure
from matplotlib.patches import Circle, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from smartgoals.charts.chart_fonts import drawable, font, measure
from smartgoals.charts.chart_text import PlacedText, TextStyle
from smartgoals.charts.points import chart_points
from smartgoals.charts.quadrant_layout import MAX_LABELS, key_height, lay_out
from smartgoals.words.chart import chart_words

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.transforms import Transform

    from smartgoals.charts.colours import ChartColours
    from smartgoals.charts.geometry import Box
    from smartgoals.charts.quadrant_layout import Dot, QuadrantLayout
    from smartgoals.domain.plan import Plan

UNITS_PER_INCH = 96
_WIDTH, _HEIGHT = 720.0, 600.0
_KEY_WIDTH = 320.0
_STRONG = {TextStyle.QUADRANT, TextStyle.LABEL, TextStyle.KEY}

DrawText: TypeAlias = Callable[[PlacedText, str, "Transform"], "Artist"]
"""Makes the artist of a text of the layout, in a colour; the figure takes it."""


@dataclass(frozen=True)
class DotArtists:
    """What is drawn of one tactic, and moves as one."""

    dot: Dot
    circle: Circle
    texts: tuple[Artist, ...]
    _offset: Affine2D

    @property
    def artists(self) -> tuple[Artist, ...]:
        """All of it, from the back to the front."""
        return self.circle, *self.texts

    def move_to(self, x: float, y: float) -> None:
        """Move the middle of the dot there, in units of the layout."""
        self._offset.clear().translate(x - self.dot.x, y - self.dot.y)

    def set_animated(self, animated: bool) -> None:  # noqa: FBT001 (as matplotlib calls it)
        """Say whether the figure leaves these artists to whoever blits them."""
        for artist in self.artists:
            artist.set_animated(animated)


@dataclass(frozen=True)
class ChartArtists:
    """What the figure consists of, from the back to the front."""

    background: tuple[Artist, ...]
    dots: dict[str, DotArtists]
    """By the id of the tactic, in the order of the layout."""


def draw_text(text: PlacedText, colour: str, transform: Transform) -> Artist:
    """Return the text as matplotlib draws it: literal, whatever signs are in it."""
    shown = drawable(text.text)
    return Text(
        text.left,
        text.baseline,
        shown,
        color=colour,
        fontproperties=font(shown, text.style),
        parse_math=False,
        transform=transform,
    )


def draw_quadrants(
    figure: Figure,
    layout: QuadrantLayout,
    colours: ChartColours,
    draw_text: DrawText = draw_text,
) -> ChartArtists:
    """Draw the layout into the figure, which is emptied before, and return the artists.

    The figure's size should be that of the layout. ``draw_text`` may be another way to draw
    texts, such as the window's own.
    """
    figure.clear()
    figure.set_facecolor(colours.ground)
    place = _to_figure(figure, layout)
    background = tuple(_background(layout, colours, place, draw_text))
    dots = {
        dot.point.tactic_id: _dot_artists(dot, colours, place, draw_text) for dot in layout.dots
    }
    for artist in (*background, *(part for dot in dots.values() for part in dot.artists)):
        figure.add_artist(artist)
    return ChartArtists(background, dots)


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
    layout: QuadrantLayout, colours: ChartColours, place: Transform, draw_text: DrawText
) -> list[Artist]:
    artists: list[Artist] = []
    for field in layout.quadrants:
        ground = colours.quadrants[field.quadrant - 1]
        artists.append(_rectangle(field.box, place, facecolor=ground, edgecolor=colours.line))
    texts = [
        *(text for field in layout.quadrants for text in field.texts),
        *layout.axis_texts,
        *layout.key,
    ]
    for text in texts:
        colour = colours.text if text.style in _STRONG else colours.muted
        artists.append(draw_text(text, colour, place))
    return artists


def _rectangle(box: Box, place: Transform, *, facecolor: str, edgecolor: str) -> Rectangle:
    return Rectangle(
        (box.left, box.top),
        box.width,
        box.height,
        facecolor=facecolor,
        edgecolor=edgecolor,
        linewidth=0.75,
        transform=place,
    )


def _dot_artists(
    dot: Dot, colours: ChartColours, place: Transform, draw_text: DrawText
) -> DotArtists:
    offset = Affine2D()
    moved = offset + place
    shown = colours.of_dot(dot.point.quadrant, is_parked=dot.point.is_parked)
    circle = Circle(
        (dot.x, dot.y),
        dot.radius,
        facecolor=shown.face,
        edgecolor=shown.line,
        linewidth=1,
        linestyle="--" if dot.point.is_parked else "-",
        transform=moved,
    )
    texts = [draw_text(dot.mark, shown.mark, moved)]
    if dot.label is not None:
        texts.append(draw_text(dot.label, colours.text, moved))
    return DotArtists(dot, circle, tuple(texts), offset)
