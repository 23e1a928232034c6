"""The fonts of charts drawn by matplotlib: our own first, the system's for other scripts."""

from __future__ import annotations

import logging
from functools import cache, lru_cache, partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

import font_source_sans_pro
from matplotlib.font_manager import FontProperties, fontManager, get_font, weight_dict
from matplotlib.text import Text
from matplotlib.textpath import text_to_path

from smartgoals.charts.chart_text import UNITS_PER_INCH, TextSize, TextStyle

if TYPE_CHECKING:
    from matplotlib.font_manager import FontEntry

# Fonts of other scripts seldom have our weights; the nearest one will do, without a word.
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)

OWN_FAMILIES = ("Source Sans Pro", "DejaVu Sans")
_LAST_RESORT = "Last Resort"
"""The beginning of the name of a font that draws frames for all characters."""
_UNKNOWN = "\ufffd"
_POINTS = 72 / UNITS_PER_INCH
_PIXELS = {
    TextStyle.QUADRANT: 14.0,
    TextStyle.ADVICE: 13.0,
    TextStyle.LABEL: 13.0,
    TextStyle.MARK: 11.0,
    TextStyle.AXIS: 13.0,
    TextStyle.KEY: 13.0,
}
_REGULAR, _SEMIBOLD = 400, 600
_ASCENT, _DESCENT, _CAPITAL = 0.98, 0.28, 0.66
"""Of Source Sans, in parts of the size."""


def font(text: str, style: TextStyle) -> FontProperties:
    """Return the font to draw the text in, with a system font behind it for other scripts."""
    weight = _weight(style)
    return FontProperties(
        family=list(_families(text, weight)), size=_PIXELS[style] * _POINTS, weight=weight
    )


def drawable(text: str, style: TextStyle) -> str:
    """Return the text with one sign in the place of all that no font of this machine can draw."""
    weight = _weight(style)
    runs = groupby(text, key=lambda character: _family(ord(character), weight) is not None)
    return "".join("".join(run) if is_known else _UNKNOWN for is_known, run in runs)


def literal_text(
    place: tuple[float, float], text: str, style: TextStyle, colour: str, **options: Any
) -> Text:
    """Return the text, from its left end and baseline, as it stands: without mathematics."""
    shown = drawable(text, style)
    fonts = font(shown, style)
    return Text(*place, shown, color=colour, fontproperties=fonts, parse_math=False, **options)


@lru_cache(maxsize=4096)
def measure(text: str, style: TextStyle) -> TextSize:
    """Return the size that the text will have, in units of 1/96 inch."""
    shown = drawable(text, style)
    width, _, _ = text_to_path.get_text_width_height_descent(
        shown, font(shown, style), ismath=False
    )
    size = _PIXELS[style]
    return TextSize(width / _POINTS, size * _ASCENT, size * _DESCENT, size * _CAPITAL)


def _weight(style: TextStyle) -> int:
    return _SEMIBOLD if style in {TextStyle.QUADRANT, TextStyle.MARK} else _REGULAR


def _families(text: str, weight: int) -> tuple[str, ...]:
    found = {_family(ord(character), weight) for character in text}
    others = {family for family in found if family is not None}
    return *OWN_FAMILIES, *sorted(others.difference(OWN_FAMILIES))


@lru_cache(maxsize=4096)
def _family(codepoint: int, weight: int) -> str | None:
    """Return the first family that can draw the character; None when there is none."""
    entries = _entries(weight)
    return next((entry.name for entry in entries if codepoint in _characters(entry.fname)), None)


@cache
def _entries(weight: int) -> tuple[FontEntry, ...]:
    """Return the upright font of each family that is drawn in this weight.

    Our own come first and those without serifs next.
    """
    for name in ("SourceSansPro", "SourceSansProSemibold"):
        fontManager.addfont(font_source_sans_pro.font_files_ttf[name])
    # Its other faces may have characters that this one lacks.
    upright = {
        entry.name: entry
        for entry in sorted(fontManager.ttflist, key=partial(_distance, weight), reverse=True)
        if entry.style == "normal" and not entry.name.startswith(_LAST_RESORT)
    }
    return tuple(sorted(upright.values(), key=_preference))


def _distance(weight: int, entry: FontEntry) -> tuple[bool, int]:
    named = entry.weight
    number = named if isinstance(named, int) else weight_dict.get(named, _REGULAR)
    return entry.stretch != "normal", abs(number - weight)


def _preference(entry: FontEntry) -> tuple[int, bool, str]:
    own = OWN_FAMILIES.index(entry.name) if entry.name in OWN_FAMILIES else len(OWN_FAMILIES)
    return own, "Sans" not in entry.name, entry.name


@cache
def _characters(path: str) -> frozenset[int]:
    """Return the characters of a font; none of one that cannot be read, as some with bitmaps."""
    try:
        return frozenset(get_font(path).get_charmap())
    except (RuntimeError, OSError, ValueError):
        return frozenset()
