"""Setting documents by typst: the fonts, and a compiler for each template."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import font_source_sans_pro
import typst

from smartgoals.documents.spare_memory import give_back

if TYPE_CHECKING:
    from collections.abc import Mapping

TAGGED = "ua-1"
"""The standard of PDF that can be read aloud."""
OWN_FAMILIES = ("Source Sans Pro", "DejaVu Sans")
_LAST_RESORT = "Last Resort"
"""The beginning of the name of a font that draws frames for what no other font has."""


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
def families() -> tuple[str, ...]:
    """Return our own families, then those for other scripts, those without serifs first.

    They are named because typst's own choice may be the font of last resort, whose frames
    stand for letters that the system could draw.
    """
    others = {
        family
        for family in _fonts().families()
        if family not in OWN_FAMILIES and not family.startswith(_LAST_RESORT)
    }
    others_in_order = sorted(others, key=lambda family: ("Sans" not in family, family))
    return *OWN_FAMILIES, *others_in_order


@cache
def compiler(template: str) -> typst.Compiler:
    """Return the compiler of the template of that name; it keeps what it has learned."""
    folder = Path(str(files("smartgoals.resources"))) / "templates"
    return typst.Compiler(folder / template, root=folder, font_paths=_fonts())


def typeset(template: str, inputs: Mapping[str, str], **options: Any) -> list[bytes]:
    """Return the document, in one piece or by pages; one at a time may use a template.

    The memory that it took goes back to the system.
    """
    document = compiler(template).compile(sys_inputs=dict(inputs), **options)
    give_back()
    return list(document) if isinstance(document, list) else [bytes(document or b"")]
