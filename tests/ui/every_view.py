"""Every view and dialog of the window, one after another, with a plan that has lived some weeks."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import CORE_STEPS, STRATEGY_STEPS, Step
from smartgoals.storage.list_query import Shelf
from smartgoals.ui.desk import Desk
from smartgoals.ui.details_dialog import DetailsDialog
from smartgoals.ui.list_menu import ListMenu
from smartgoals.ui.main_window import MainWindow
from smartgoals.ui.plans_panel import TRASH
from smartgoals.ui.wizard.metrics_page import MetricsPage
from tests.screens import LONGEST_WAIT, aimed, lived

TABLE = "name;value;complexity;due\nΑσκ;7;3;2027-04-30\nΣινγ;99;3;σοον\n"
ROUNDS = 6
"""How often events are handled until a view has settled."""


def every_view(
    app: QApplication, window: MainWindow, folder: Path, change: Callable[[Plan], Plan]
) -> Iterator[tuple[str, QWidget]]:
    """Yield the name and the widget of every view, each when it is shown.

    ``change`` is done to the plan before it is looked at; the folder is for files of the tests.
    """
    yield "welcome", _settled(app, window)
    desk = _lived_in(window, change)
    yield from _tabs(app, window, desk)
    for step in CORE_STEPS + STRATEGY_STEPS:
        desk.open(desk.plan_id, step.value)
        yield step.value, _settled(app, window)
    yield "empty plan", _empty(app, window)
    yield from _shelves(app, window)
    window.show_map()
    yield "map", _settled(app, window)
    window.open_plan(desk.plan_id)
    for name, ask in asked(window, desk, folder).items():
        ask()
        _settled(app, window)
        for dialog in [each for each in window.findChildren(QDialog) if each.isVisible()]:
            yield name, dialog
            dialog.reject()
            _settled(app, window)


def _lived_in(window: MainWindow, change: Callable[[Plan], Plan]) -> Desk:
    window.open_sample("cafe")
    desk = window.desk
    assert desk is not None
    assert desk.session is not None
    desk.session.edit(change(lived(desk.session.plan)), "Live")
    desk.session.edit(aimed(desk.session.plan), "Aim lower")
    window.save()
    return desk


def _tabs(app: QApplication, window: MainWindow, desk: Desk) -> Iterator[tuple[str, QWidget]]:
    assert desk.view is not None
    for tab in range(desk.view.tabs.count()):
        desk.view.tabs.setCurrentIndex(tab)
        yield f"tab {tab}", _settled(app, window)
    menu = desk.view.menu
    menu.aboutToShow.emit()
    yield "menu of the plan", menu


def _empty(app: QApplication, window: MainWindow) -> QWidget:
    shown = window.desk.plan_id if window.desk is not None else ""
    window.new_plan()
    for step in (*CORE_STEPS, CORE_STEPS[0]):
        assert window.desk is not None
        window.desk.open(window.desk.plan_id, step.value)
    view = _settled(app, window)
    window.open_plan(shown)
    return view


def _shelves(app: QApplication, window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    for shelf in (Shelf.ARCHIVE.value, TRASH):
        window.panel.set_filter(shelf)
        yield f"shelf {shelf}", _settled(app, window)
    window.panel.show_whole_list()
    window.find_plans()
    window.panel.filters.search.setText("ζζζ")
    yield "nothing found", _settled(app, window)
    window.panel.show_whole_list()


def asked(window: MainWindow, desk: Desk, folder: Path) -> dict[str, Callable[[], object]]:
    """Return what opens each dialog."""
    table, plan = folder / "ideas.csv", folder / "plan.smartgoals"
    table.write_text(TABLE, encoding="utf-8")
    assert desk.session is not None
    from smartgoals.documents.plan_file import dump_plan

    plan.write_text(dump_plan(desk.session.plan), encoding="utf-8")
    return {
        "library": lambda: _library(desk),
        "check in": desk.life.check_in,
        "series": desk.life.add_series,
        "close": desk.life.close,
        "backups": window.show_backups,
        "export all": window.export_all,
        "import a plan": lambda: window.open_file(plan),
        "import tactics": lambda: window.open_file(table),
        "settings": window.show_settings,
        "help": window.show_help,
        "keys": window.show_keys,
        "command search": window.find_command,
        "about": window.menus.about.trigger,
        "details": lambda: DetailsDialog(window, "1 × ZeroDivisionError").open(),
    }


def _library(desk: Desk) -> None:
    desk.open(desk.plan_id, Step.METRICS.value)
    assert desk.wizard is not None
    assert isinstance(desk.wizard.page, MetricsPage)
    desk.wizard.page.library_button.click()


def menus_of(window: MainWindow) -> Iterator[QMenu]:
    """Yield the menus of the bar, and that of a plan in the list."""
    yield from window.menuBar().findChildren(QMenu)
    if window.panel.current is not None:
        yield ListMenu(window, window.panel.current)


def _settled(app: QApplication, window: MainWindow) -> MainWindow:
    for _ in range(ROUNDS):
        app.processEvents()
    _settle_list(app, window)
    wizard = window.desk.wizard if window.desk is not None else None
    if wizard is not None and wizard._key_timer.isActive():
        # Nobody types, so that the pause it waits for is over.
        wizard._key_timer.stop()
        wizard._key_timer.timeout.emit()
        app.processEvents()
    return window


def _settle_list(app: QApplication, window: MainWindow) -> None:
    """Have all that is said of the list be shown, without the pause in typing it waits for."""
    end = time.monotonic() + LONGEST_WAIT
    while not window.keeper.is_settled and time.monotonic() < end:
        if window.keeper._pause.isActive():
            window.keeper._pause.stop()
            window.keeper._pause.timeout.emit()
        app.processEvents()
