"""Makes the pictures of README and the desktop metadata: ``python -m tests.screens --pictures``.

They show the sample plan of the cafe, as the program that runs draws it.
"""

from __future__ import annotations

import datetime as dt
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from smartgoals.domain.plan import Plan
    from smartgoals.ui.main_window import MainWindow

SIZE = (1320, 860)
SCALE = 1.5
DAY = dt.date(2027, 3, 15)
"""On which the sheet was drawn."""
SHEET_DOTS = 110
"""Dots per inch of the printed sheet."""
COLOURS = 200
"""So many are enough for flat surfaces and smooth letters, and keep the files small."""


def make_pictures(folder: Path) -> None:
    """Write ``wizard-metrics``, ``plan-priorities-dark`` and ``goal-sheet`` as PNG."""
    os.environ["QT_SCALE_FACTOR"] = str(SCALE)
    from PySide6.QtWidgets import QApplication

    from smartgoals.app import build_window
    from smartgoals.ui.settings import Settings
    from smartgoals.ui.theme import Scheme
    from tests.screens import settle, wait

    app = QApplication(["smartgoals"])
    with tempfile.TemporaryDirectory() as data:
        Settings(Path(data)).language = "en"
        Settings(Path(data)).scheme = Scheme.LIGHT
        window = build_window(app, Path(data))
        window.resize(*SIZE)
        window.show()
        wait(app, lambda: window.loader.store is not None)
        for sample in ("cost-per-click", "campfire", "cafe"):
            window.open_sample(sample)
        assert window.desk is not None
        assert window.desk.session is not None
        cafe = window.desk.session.plan
        _show_metrics(window)
        settle(app)
        _write(window, folder / "wizard-metrics.png")
        window.menus.set_scheme(Scheme.DARK)
        _show_priorities(window)
        settle(app)
        wait(app, lambda: not window.messages.isVisible())
        _write(window, folder / "plan-priorities-dark.png")
        window.close()
    _write_sheet(cafe, folder / "goal-sheet.png")


def _show_metrics(window: MainWindow) -> None:
    from smartgoals.domain.terms import Step

    desk = window.desk
    assert desk is not None
    desk.open(desk.plan_id, Step.METRICS)
    assert desk.wizard is not None
    desk.wizard.show_field("metric.reach.target")
    desk.wizard.stack.currentWidget().verticalScrollBar().setValue(0)  # type: ignore[attr-defined]


def _show_priorities(window: MainWindow) -> None:
    from tests.screens import aimed, lived

    desk = window.desk
    assert desk is not None
    desk.open(desk.plan_id)
    assert desk.session is not None
    assert desk.view is not None
    desk.session.edit(aimed(lived(desk.session.plan)), "Live")
    desk.save()
    window.refresh_list(desk.plan_id)
    desk.view.tabs.setCurrentIndex(1)
    desk.view.edit_button.clearFocus()


def _write(window: MainWindow, path: Path) -> None:
    window.grab().save(str(path))
    _make_small(path)


def _write_sheet(plan: Plan, path: Path) -> None:
    from smartgoals.documents.exporter import ExportContext
    from smartgoals.documents.goal_sheet import render_pages
    from smartgoals.formats import Formats

    context = ExportContext(formats=Formats("en_GB"), today=DAY, language="en")
    path.write_bytes(render_pages(plan, context, SHEET_DOTS)[0])
    _make_small(path)


def _make_small(path: Path) -> None:
    """Keep fewer colours, which nobody sees and which takes a third of the room."""
    from PIL import Image

    with Image.open(path) as picture:
        small = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    small.save(path, optimize=True)
