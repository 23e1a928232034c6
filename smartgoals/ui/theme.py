"""The looks: named colours and sizes, light, dark and stark, as palette and one style sheet."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from importlib import import_module
from pathlib import Path
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory


class Scheme(StrEnum):
    """Which of the looks is shown; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    STARK_LIGHT = "stark-light"
    STARK_DARK = "stark-dark"


@dataclass(frozen=True)
class Colours:
    """One colour per role, as ``#RRGGBB``."""

    window: str
    side: str
    surface: str
    text: str
    muted: str
    line: str
    field_line: str
    accent: str
    on_accent: str
    tint: str
    good: str
    good_ground: str
    look: str
    look_ground: str
    wrong: str
    wrong_ground: str
    quadrants: tuple[str, str, str, str]
    is_dark: bool = False
    is_stark: bool = False
    """High contrast: lines tell things apart, not grounds."""


LIGHT = Colours(
    window="#F6F6F3",
    side="#ECECE7",
    surface="#FFFFFF",
    text="#1D2126",
    muted="#5A626C",
    line="#DFE1E4",
    field_line="#858D97",
    accent="#2F5BD7",
    on_accent="#FFFFFF",
    tint="#E9EEFC",
    good="#1B7446",
    good_ground="#E4F3EA",
    look="#8A5B00",
    look_ground="#FBF0D9",
    wrong="#B3261E",
    wrong_ground="#FBE9E7",
    quadrants=("#E7F4EC", "#E9EEFC", "#F7F2E6", "#F0F0EE"),
)
DARK = Colours(
    window="#17191D",
    side="#1B1E23",
    surface="#202329",
    text="#E9ECEF",
    muted="#A2AAB5",
    line="#363B43",
    field_line="#6B7480",
    accent="#86A6FF",
    on_accent="#10151F",
    tint="#2A3350",
    good="#6FCF97",
    good_ground="#1F3328",
    look="#E3B341",
    look_ground="#362D17",
    wrong="#FF8A80",
    wrong_ground="#3B2220",
    quadrants=("#22352B", "#25304A", "#33302A", "#292C31"),
    is_dark=True,
)
STARK_LIGHT = Colours(
    window="#FFFFFF",
    side="#FFFFFF",
    surface="#FFFFFF",
    text="#000000",
    muted="#000000",
    line="#000000",
    field_line="#000000",
    accent="#0000B0",
    on_accent="#FFFFFF",
    tint="#E4E4FF",
    good="#004D1A",
    good_ground="#FFFFFF",
    look="#573600",
    look_ground="#FFFFFF",
    wrong="#8A0000",
    wrong_ground="#FFFFFF",
    quadrants=("#FFFFFF",) * 4,
    is_stark=True,
)
STARK_DARK = Colours(
    window="#000000",
    side="#000000",
    surface="#000000",
    text="#FFFFFF",
    muted="#FFFFFF",
    line="#FFFFFF",
    field_line="#FFFFFF",
    accent="#FFE94A",
    on_accent="#000000",
    tint="#2B2B2B",
    good="#8CFFB0",
    good_ground="#000000",
    look="#FFC65C",
    look_ground="#000000",
    wrong="#FFA8A0",
    wrong_ground="#000000",
    quadrants=("#000000",) * 4,
    is_dark=True,
    is_stark=True,
)
_BY_SCHEME = {
    Scheme.LIGHT: LIGHT,
    Scheme.DARK: DARK,
    Scheme.STARK_LIGHT: STARK_LIGHT,
    Scheme.STARK_DARK: STARK_DARK,
}

STEP = 4
"""Spacing goes in steps of this many pixels."""
CORNER = 10
TITLE_PIXELS = 24
HEADING_PIXELS = 16
SMALL_PIXELS = 12
USUAL_POINTS = 9.75
"""The size of letters at which 13 pixels are high."""
RAIL_WIDTH = 248
LIST_WIDTH = 340
ASIDE_WIDTH = 320

_RESOURCES = Path(import_module("smartgoals.resources").__path__[0])
"""A folder, for style sheets take pictures from files; ``importlib.resources`` is slow to load."""
_shown = LIGHT


def colours() -> Colours:
    """Return the colours that are shown at present."""
    return _shown


def apply_scheme(app: QApplication, scheme: Scheme) -> Colours:
    """Dress the application, now and for windows to come; return the colours."""
    found = apply_colours(app, scheme)
    apply_style_sheet(app)
    return found


def apply_colours(app: QApplication, scheme: Scheme) -> Colours:
    """Do the same without the style sheet."""
    global _shown  # noqa: PLW0603 - the look is one for the whole application
    _shown = _colours_of(app, scheme)
    if app.style().objectName().lower() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(_palette(_shown))
    return _shown


def apply_style_sheet(app: QApplication) -> None:
    """Put on the style sheet, in the colours that are shown.

    Widgets that are put into each other under a style sheet are styled anew each time; what is
    made before it is put on is styled once.
    """
    app.setStyleSheet(_style_sheet(_shown))


def _colours_of(app: QApplication, scheme: Scheme) -> Colours:
    return _BY_SCHEME.get(scheme) or system_colours(app)


def system_colours(app: QApplication) -> Colours:
    """Return the colours that are nearest to what the desktop shows."""
    hints = app.styleHints()
    is_dark = hints.colorScheme() is Qt.ColorScheme.Dark
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return STARK_DARK if is_dark else STARK_LIGHT
    return DARK if is_dark else LIGHT


def column_width(pixels: int, letters: int) -> int:
    """Return the width of a side column: so many pixels, or letters where they are large."""
    return max(pixels, letters * QFontMetrics(QApplication.font()).averageCharWidth())


def scaled(pixels: int) -> int:
    """Return the pixels, more of them where the system's letters are larger than usual."""
    points = QApplication.font().pointSizeF()
    return max(pixels, round(pixels * points / USUAL_POINTS))


def sized(font: QFont, pixels: int, *, bold: bool = False) -> QFont:
    """Return the font at a size given for text of 13 pixels, scaled with the system's size."""
    base = QApplication.font()
    points = base.pointSizeF() if base.pointSizeF() > 0 else USUAL_POINTS
    result = QFont(font)
    result.setPointSizeF(points * pixels / 13)
    result.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return result


def _palette(c: Colours) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: c.window,
        QPalette.ColorRole.WindowText: c.text,
        QPalette.ColorRole.Base: c.surface,
        QPalette.ColorRole.AlternateBase: c.side,
        QPalette.ColorRole.ToolTipBase: c.surface,
        QPalette.ColorRole.ToolTipText: c.text,
        QPalette.ColorRole.PlaceholderText: c.muted,
        QPalette.ColorRole.Text: c.text,
        QPalette.ColorRole.Button: c.surface,
        QPalette.ColorRole.ButtonText: c.text,
        QPalette.ColorRole.BrightText: c.wrong,
        QPalette.ColorRole.Link: c.accent,
        QPalette.ColorRole.LinkVisited: c.accent,
        QPalette.ColorRole.Highlight: c.accent,
        QPalette.ColorRole.HighlightedText: c.on_accent,
        QPalette.ColorRole.Accent: c.accent,
        QPalette.ColorRole.Light: c.surface,
        QPalette.ColorRole.Midlight: c.line,
        QPalette.ColorRole.Mid: c.line,
        QPalette.ColorRole.Dark: c.field_line,
        QPalette.ColorRole.Shadow: c.field_line,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.WindowText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(c.muted))
    return palette


def _picture(name: str, c: Colours) -> str:
    """Return the path of the picture in these looks: a style sheet takes pictures from files."""
    looks = "dark" if c.is_dark else "light"
    return (_RESOURCES / "icons" / f"{name}-{looks}.svg").as_posix()


def _style_sheet(c: Colours) -> str:
    """Return the rules that a palette cannot say, in these colours."""
    names = ["window.qss", "contrast.qss"] if c.is_stark else ["window.qss"]
    rules = "".join((_RESOURCES / "templates" / name).read_text("utf-8") for name in names)
    roles = {name: value for name, value in asdict(c).items() if isinstance(value, str)}
    # A least height in the style sheet goes before the height that the text itself asks for.
    line_height = max(20, QFontMetrics(QApplication.font()).height() + 2)
    return Template(rules).substitute(
        roles,
        corner=f"{CORNER}px",
        chevron=_picture("chevron", c),
        check=_picture("check", c),
        line_height=f"{line_height}px",
        arrow=f"{scaled(12)}px",
        box=f"{scaled(14)}px",
        round=f"{(scaled(14) + 2) // 2}px",
        hole=f"{scaled(14) - 8}px",
    )
