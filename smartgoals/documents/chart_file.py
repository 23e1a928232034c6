"""The charts of a plan as pictures of their own: its priorities and its progress."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import matplotlib as mpl

from smartgoals.charts.chart_text import UNITS_PER_INCH
from smartgoals.charts.colours import PRINT
from smartgoals.charts.progress_chart import progress_figure
from smartgoals.charts.quadrant_chart import quadrant_figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from smartgoals.documents.exporter import ExportContext
    from smartgoals.domain.plan import Plan

_PICTURE_DPI = 2 * UNITS_PER_INCH


def chart_png(plan: Plan) -> bytes:
    """Return the value/complexity chart as PNG, in twice the sharpness of a screen."""
    return _png(quadrant_figure(plan, PRINT), plan.name)


def chart_svg(plan: Plan) -> bytes:
    """Return the same as SVG with letters as shapes, the same bytes for the same plan."""
    return _svg(quadrant_figure(plan, PRINT), plan.name)


def progress_png(plan: Plan, context: ExportContext) -> bytes:
    """Return the progress charts of all metrics below each other as PNG."""
    return _png(_progress(plan, context), plan.name)


def progress_svg(plan: Plan, context: ExportContext) -> bytes:
    """Return the same as SVG with letters as shapes."""
    return _svg(_progress(plan, context), plan.name)


def _progress(plan: Plan, context: ExportContext) -> Figure:
    plan = plan.replace(currency=plan.currency or context.currency)
    return progress_figure(plan, plan.metrics, context.today, PRINT, context.formats)


def _png(figure: Figure, title: str) -> bytes:
    return _saved(figure, format="png", dpi=_PICTURE_DPI, metadata={"Title": title})


def _svg(figure: Figure, title: str) -> bytes:
    # Without the salt and the date, each file would differ from the last one.
    with mpl.rc_context({"svg.fonttype": "path", "svg.hashsalt": "smartgoals"}):
        return _saved(figure, format="svg", metadata={"Title": title, "Date": None})


def _saved(figure: Figure, **options: Any) -> bytes:
    file = io.BytesIO()
    figure.savefig(file, **options)
    return file.getvalue()
