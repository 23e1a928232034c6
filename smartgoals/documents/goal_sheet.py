"""The goal sheet as PDF and as pictures of its pages, set by typst from one template."""

from __future__ import annotations

import json
from functools import cache, partial
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import font_source_sans_pro
import typst

from smartgoals.documents.sheet_data import sheet_data

if TYPE_CHECKING:
    from smartgoals.documents.exporter import ExportContext
    from smartgoals.domain.plan import Plan

OWN_FAMILIES = ("Source Sans Pro", "DejaVu Sans")
_LAST_RESORT = "Last Resort"
"""The beginning of the name of a font that draws frames for what no other font has."""
_TEMPLATE = "goal_sheet.typ"
_TAGGED = "ua-1"
_SCALES = (1.0, 0.95, 0.9, 0.86)
"""Of the type sizes; the smallest is still read with ease."""
_ALMOST_ONE_PAGE = 2
"""A main part of more pages than these fits on one in no size."""
_lock = Lock()


def goal_sheet_pdf(plan: Plan, context: ExportContext) -> bytes:
    """Return the goal sheet as PDF/UA-1: tagged, with title and language, fonts embedded."""
    return _compiled(plan, context, format="pdf", pdf_standards=[_TAGGED])[0]


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
    data = sheet_data(plan, context, scale=scale)
    data["fonts"] = [*OWN_FAMILIES, *_system_families()]
    with _lock:  # The question is about what was set last.
        document = _compiler().compile(sys_inputs={"sheet": json.dumps(data)}, **options)
        pages = json.loads(_compiler().query("<main-part-end>", field="value", one=True))
    return list(document) if isinstance(document, list) else [bytes(document or b"")], pages


@cache
def _fonts() -> typst.Fonts:
    """Return our own fonts and those of the system, which is searched once."""
    folders = [Path(font_source_sans_pro.font_directory), *_dejavu_folders()]
    return typst.Fonts(font_paths=folders, include_embedded_fonts=False)


def _dejavu_folders() -> list[Path]:
    """Return where matplotlib keeps its fonts, without the cost of importing it."""
    found = find_spec("matplotlib")
    places = found.submodule_search_locations if found else None
    return [Path(place) / "mpl-data" / "fonts" / "ttf" for place in places or ()]


@cache
def _system_families() -> tuple[str, ...]:
    """Return the families for other scripts, those without serifs first.

    They are named because typst's own choice may be the font of last resort, whose frames
    stand for letters that the system could draw.
    """
    families = {
        family
        for family in _fonts().families()
        if family not in OWN_FAMILIES and not family.startswith(_LAST_RESORT)
    }
    return tuple(sorted(families, key=lambda family: ("Sans" not in family, family)))


@cache
def _compiler() -> typst.Compiler:
    folder = Path(str(files("smartgoals.resources"))) / "templates"
    return typst.Compiler(folder / _TEMPLATE, root=folder, font_paths=_fonts())
