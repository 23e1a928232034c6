"""The progress charts of metrics drawn by matplotlib, for files.

Everything stands at its place in the layout; the layout's units of 1/96 inch are the pixels of a
figure with ``dpi=96``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.transforms import Affine2D

from smartgoals.charts.chart_fonts import literal_text, measure
from smartgoals.charts.chart_text import UNITS_PER_INCH, PlacedText, TextStyle
from smartgoals.charts.progress_layout import MAX_DOTS, PADDING, lay_out_progress
from smartgoals.charts.progress_points import progress_course
from smartgoals.language import tr
from smartgoals.words.names import metric_name
from smartgoals.words.progress_chart import progress_words

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from matplotlib.artist import Artist
    from matplotlib.text import Text
    from matplotlib.transforms import Transform

    from smartgoals.charts.colours import ChartColours
    from smartgoals.charts.progress_layout import ProgressLayout, Spot
    from smartgoals.domain.metric import Metric
    from smartgoals.domain.plan import Plan
    from smartgoals.formats import Formats

_WIDTH, _HEIGHT = 720.0, 420.0
_TITLE_ROOM = 28.0
_ABOVE = 4
"""Higher than texts are drawn."""


def progress_figure(
    plan: Plan,
    metrics: Sequence[Metric],
    today: dt.date,
    colours: ChartColours,
    formats: Formats,
) -> Figure:
    """Return a figure of the courses of these metrics up to that day, one below the other.

    Each has its name above.
    """
    one = _HEIGHT + _TITLE_ROOM
    height = one * max(len(metrics), 1)
    figure = Figure(figsize=(_WIDTH / UNITS_PER_INCH, height / UNITS_PER_INCH), dpi=UNITS_PER_INCH)
    figure.set_facecolor(colours.ground)
    for index, metric in enumerate(metrics):
        layout = lay_out_progress(
            progress_course(plan, metric, today),
            _WIDTH,
            _HEIGHT,
            words=progress_words(metric, formats, plan.currency),
            measure=measure,
        )
        top = height - index * one
        place = _place(figure, top - _TITLE_ROOM)
        for artist in _artists(layout, colours):
            artist.set_transform(place)
            figure.add_artist(artist)
        figure.add_artist(_title(_name(metric), colours, figure, top))
    if not metrics:
        figure.add_artist(_title(tr("There is no metric yet."), colours, figure, height))
    return figure


def _place(figure: Figure, top: float) -> Transform:
    """Return the way from a layout to the figure, with the layout's top so high."""
    unit = 1 / UNITS_PER_INCH
    return Affine2D().scale(unit, -unit).translate(0, top * unit) + figure.dpi_scale_trans


def _name(metric: Metric) -> str:
    parts = (metric_name(metric) or tr("Metric without a name"), metric.channel.strip())
    return " · ".join(part for part in parts if part)


def _artists(layout: ProgressLayout, colours: ChartColours) -> Iterator[Artist]:
    frame = layout.frame
    for y in layout.grid:
        yield _line([(frame.left, y), (frame.right, y)], colours.line, 0.75)
    if layout.today is not None:
        ends = [(layout.today, frame.top), (layout.today, frame.bottom)]
        yield _line(ends, colours.text, 0.9, linestyle=(0, (1, 2)))
    for former in layout.former:
        yield _line(former, colours.muted, 1.2, linestyle=(0, (1, 3)))
    if layout.path:
        yield _line(layout.path, colours.muted, 1.2, linestyle=(0, (6, 3)))
    yield _line(
        layout.milestones,
        colours.muted,
        0,
        marker="D",
        markersize=5,
        markerfacecolor=colours.ground,
    )
    if layout.projection:
        yield _line(layout.projection, colours.dot, 1.0, linestyle=(0, (2, 3)))
    marker = "o" if len(layout.dots) <= MAX_DOTS else ""
    yield _line(layout.values, colours.dot, 1.8, marker=marker, markersize=6, zorder=_ABOVE)
    for text in layout.axis_texts:
        yield _text(text, colours.muted)
    for text in layout.labels:
        label = _text(text, colours.text)
        # No line goes through what is to be read.
        label.set_bbox({"facecolor": colours.ground, "edgecolor": "none", "pad": 0.5})
        yield label


def _line(spots: Sequence[Spot], colour: str, width: float, **options: Any) -> Line2D:
    xs, ys = [spot[0] for spot in spots], [spot[1] for spot in spots]
    return Line2D(xs, ys, color=colour, linewidth=width, **options)


def _text(text: PlacedText, colour: str) -> Text:
    return literal_text((text.left, text.baseline), text.text, text.style, colour)


def _title(text: str, colours: ChartColours, figure: Figure, top: float) -> Text:
    place = PADDING / UNITS_PER_INCH, (top - _TITLE_ROOM + PADDING / 2) / UNITS_PER_INCH
    inches = figure.dpi_scale_trans
    return literal_text(place, text, TextStyle.QUADRANT, colours.text, transform=inches)
