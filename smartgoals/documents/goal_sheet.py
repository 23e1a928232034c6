"""The goal sheet as PDF and as pictures of its pages, set by typst from one template."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any

from smartgoals.documents.sheet_data import sheet_data
from smartgoals.documents.typesetting import TAGGED, compiler, families, typeset

if TYPE_CHECKING:
    from smartgoals.documents.exporter import ExportContext
    from smartgoals.domain.plan import Plan

_TEMPLATE = "goal_sheet.typ"
_SCALES = (1.0, 0.95, 0.9, 0.86)
"""Of the type sizes; the smallest is still read with ease."""
_ALMOST_ONE_PAGE = 2
"""A main part of more pages than these fits on one in no size."""
_lock = Lock()


def goal_sheet_pdf(plan: Plan, context: ExportContext) -> bytes:
    """Return the goal sheet as PDF/UA-1: tagged, with title and language, fonts embedded."""
    return _compiled(plan, context, format="pdf", pdf_standards=[TAGGED])[0]


def render_pages(plan: Plan, context: ExportContext, dpi: float) -> list[bytes]:
    """Return the pages of the very same sheet as PNG pictures, for preview and printer."""
    return _compiled(plan, context, format="png", ppi=dpi)


def _compiled(plan: Plan, context: ExportContext, **options: Any) -> list[bytes]:
    """Return the document, as large as its main part fits on one page, else in full size.

    The smallest size is tried before those between: what does not fit in it, fits in none.
    """
    attempts = (partial(_set, plan, context, scale=scale, **options) for scale in _SCALES)
    largest, *between, smallest = attempts
    document, pages = largest()
    if pages != _ALMOST_ONE_PAGE:
        return document
    tight, pages = smallest()
    if pages != 1:
        return document
    fitting = (sheet for sheet, pages in (attempt() for attempt in between) if pages == 1)
    return next(fitting, tight)


def _set(
    plan: Plan, context: ExportContext, *, scale: float, **options: Any
) -> tuple[list[bytes], int]:
    """Return the document, in one piece or by pages, and how many pages its main part takes."""
    paper = replace(context, formats=context.formats.unbroken())
    data = sheet_data(plan, paper, scale=scale)
    data["fonts"] = families()
    with _lock:  # The question is about what was set last.
        document = typeset(_TEMPLATE, {"sheet": json.dumps(data)}, **options)
        pages = json.loads(compiler(_TEMPLATE).query("<main-part-end>", field="value", one=True))
    return document, pages
