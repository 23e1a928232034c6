"""The value/complexity chart as a picture of its own."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import matplotlib as mpl

from smartgoals.charts.colours import PRINT
from smartgoals.charts.quadrant_chart import UNITS_PER_INCH, quadrant_figure

if TYPE_CHECKING:
    from smartgoals.domain.plan import Plan

_PICTURE_DPI = 2 * UNITS_PER_INCH


def chart_png(plan: Plan) -> bytes:
    """Return the chart as PNG, in twice the sharpness of a screen."""
    return _saved(plan, format="png", dpi=_PICTURE_DPI, metadata={"Title": plan.name})


def chart_svg(plan: Plan) -> bytes:
    """Return the chart as SVG with letters as shapes, the same bytes for the same plan."""
    # Without the salt and the date, each file would differ from the last one.
    with mpl.rc_context({"svg.fonttype": "path", "svg.hashsalt": "smartgoals"}):
        return _saved(plan, format="svg", metadata={"Title": plan.name, "Date": None})


def _saved(plan: Plan, **options: Any) -> bytes:
    file = io.BytesIO()
    quadrant_figure(plan, PRINT).savefig(file, **options)
    return file.getvalue()
