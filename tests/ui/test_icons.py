"""Icons stand in the colour and the size of the text around them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartgoals.ui import theme
from smartgoals.ui.icons import IconButton
from smartgoals.ui.theme import Scheme


@pytest.fixture
def opener(qtbot: QtBot, qapp: QApplication) -> Iterator[IconButton]:
    before = qapp.font()
    theme.apply_scheme(qapp, Scheme.LIGHT)
    made = IconButton("calendar")
    qtbot.addWidget(made)
    made.show()
    yield made
    qapp.setFont(before)
    theme.apply_scheme(qapp, Scheme.LIGHT)


def inks(opener: IconButton) -> set[str]:
    picture = opener.icon().pixmap(32).toImage()
    colours = (
        picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())
    )
    return {colour.name() for colour in colours if colour.alpha() == 255}


@pytest.mark.parametrize("scheme", [Scheme.DARK, Scheme.STARK_DARK, Scheme.STARK_LIGHT])
def test_an_icon_changes_its_colour_with_the_looks(
    opener: IconButton, qapp: QApplication, scheme: Scheme
) -> None:
    assert QColor(theme.LIGHT.text).name() in inks(opener)
    shown = theme.apply_scheme(qapp, scheme)
    qapp.processEvents()
    assert QColor(shown.text).name() in inks(opener)


def test_an_icon_grows_with_the_letters(opener: IconButton, qapp: QApplication) -> None:
    before = opener.iconSize().width()
    qapp.setFont(QFont(qapp.font().family(), 20))
    qapp.processEvents()
    assert opener.iconSize().width() > 1.5 * before
