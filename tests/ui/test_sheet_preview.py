"""The preview shows the pages as wide as there is room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from smartgoals.domain.plan import Plan
from smartgoals.ui.sheet_preview import MARGIN, MOST_WIDTH, POINTS_OF_WIDTH, SheetPreview


def blank_page(_plan: Plan, dots_per_inch: int) -> list[bytes]:
    image = QImage(round(POINTS_OF_WIDTH * dots_per_inch / 72), 400, QImage.Format.Format_RGB32)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return [bytes(buffer.data().data())]


@pytest.fixture
def preview(qtbot: QtBot) -> SheetPreview:
    made = SheetPreview(blank_page)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("width", [300, 420, 700, 1600])
def test_a_page_is_as_wide_as_the_room_and_never_wider(
    preview: SheetPreview, qtbot: QtBot, width: int
) -> None:
    preview.resize(width, 500)
    preview.show_plan(Plan())
    with qtbot.waitSignal(preview.shown, timeout=20_000):
        preview.show()
    room = min(preview.viewport().width() - 2 * MARGIN, MOST_WIDTH)
    assert room - 20 <= preview._pages[0].pixmap().width() <= room


def test_a_window_that_becomes_narrow_makes_the_pages_narrow(
    preview: SheetPreview, qtbot: QtBot
) -> None:
    preview.resize(390, 500)
    preview.show_plan(Plan())
    with qtbot.waitSignal(preview.shown, timeout=20_000):
        preview.show()
    with qtbot.waitSignal(preview.shown, timeout=20_000):
        preview.resize(320, 500)
    assert preview._pages[0].pixmap().width() <= preview.viewport().width() - 2 * MARGIN
