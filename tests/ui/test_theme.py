"""The looks: as the system has it, high contrast too, and changed while the window is open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from smartgoals.ui import theme
from smartgoals.ui.main_window import MainWindow
from smartgoals.ui.theme import DARK, LIGHT, STARK_DARK, STARK_LIGHT, Colours, Scheme


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    theme.apply_scheme(qapp, Scheme.LIGHT)


class Hints:
    """What a desktop asks for; the real one cannot be changed from here."""

    def __init__(self, scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> None:
        self.colorScheme = lambda: scheme
        self.contrastPreference = lambda: contrast
        self.accessibility = lambda: self
        self.styleHints = lambda: self


USUAL, HIGH = Qt.ContrastPreference.NoPreference, Qt.ContrastPreference.HighContrast


@pytest.mark.parametrize(
    ("scheme", "contrast", "expected"),
    [
        (Qt.ColorScheme.Light, USUAL, LIGHT),
        (Qt.ColorScheme.Unknown, USUAL, LIGHT),
        (Qt.ColorScheme.Dark, USUAL, DARK),
        (Qt.ColorScheme.Light, HIGH, STARK_LIGHT),
        (Qt.ColorScheme.Dark, HIGH, STARK_DARK),
    ],
)
def test_the_window_looks_as_the_system_has_it(
    scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference, expected: Colours
) -> None:
    assert theme.system_colours(Hints(scheme, contrast)) is expected  # type: ignore[arg-type]


def test_the_window_follows_when_the_system_asks_for_contrast(
    window: MainWindow, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert theme.colours() is LIGHT
    monkeypatch.setattr(theme, "system_colours", lambda _: STARK_DARK)
    qapp.styleHints().accessibility().contrastPreferenceChanged.emit(HIGH)
    assert theme.colours() is STARK_DARK
    ground = qapp.palette().color(QPalette.ColorRole.Window).name()
    assert ground == STARK_DARK.window.lower()


@pytest.mark.parametrize("scheme", [s for s in Scheme if s is not Scheme.SYSTEM])
def test_every_look_can_be_chosen_while_the_window_is_open(
    window: MainWindow, qapp: QApplication, scheme: Scheme
) -> None:
    window.open_sample("cafe")
    window.menus.looks[scheme].trigger()
    assert window.settings.scheme is scheme
    assert theme.colours().accent in qapp.styleSheet()
    assert ("border: 3px" in qapp.styleSheet()) is theme.colours().is_stark
