"""Renders every screen to PNG, for looking at: ``python -m tests.screens FOLDER [options]``.

``python -m tests.screens --pictures FOLDER`` renders those that are shown to the world.
Without a screen it runs offscreen. The plans shown are the samples that are shipped.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import tempfile
import time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

    from smartgoals.domain.plan import Plan
    from smartgoals.ui.main_window import MainWindow

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
LONGEST_WAIT = 20
"""Seconds."""


def main() -> None:
    """Read the options and render."""
    parser = argparse.ArgumentParser(prog="python -m tests.screens", description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument(
        "--pictures", action="store_true", help="render those of README and the desktop metadata"
    )
    schemes = ("light", "dark", "stark-light", "stark-dark")
    parser.add_argument("--scheme", choices=schemes, default="light")
    parser.add_argument("--size", default="1320x860", help="width and height of the window")
    parser.add_argument("--scale", default="1", help="scale factor, such as 2")
    parser.add_argument("--points", type=float, default=10, help="size of the system's font")
    parser.add_argument("--language", default="en", help="such as tr")
    parser.add_argument("--only", default="", help="render only screens with this in their name")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.pictures:
        from tests.pictures import make_pictures

        make_pictures(options.folder)
        return
    os.environ["QT_SCALE_FACTOR"] = options.scale
    render(options)


def render(options: argparse.Namespace) -> None:
    """Render the screens that the options ask for."""
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QApplication

    from smartgoals.app import build_window
    from smartgoals.domain.terms import CORE_STEPS, STRATEGY_STEPS
    from smartgoals.ui.settings import Settings
    from smartgoals.ui.theme import Scheme
    from smartgoals.ui.wizard.pages import PAGES

    app = QApplication(["smartgoals"])
    app.setFont(QFont(app.font().family(), int(options.points)))
    width, height = (int(number) for number in options.size.split("x"))
    with tempfile.TemporaryDirectory() as data:
        Settings(Path(data)).scheme = Scheme(options.scheme)
        Settings(Path(data)).language = options.language
        window = build_window(app, Path(data))
        window.resize(width, height)
        window.show()
        window.loader.start()
        wait(app, lambda: window.loader.store is not None)

        def shoot(name: str) -> None:
            if options.only in name:
                settle(app)
                window.grab().save(str(options.folder / f"{name}-{options.scheme}.png"))

        shoot("welcome")
        window.new_plan()
        shoot("wizard-empty-why")
        window.show_list()
        for sample in ("cost-per-click", "campfire", "cafe"):
            window.open_sample(sample)
        if options.only in "map":
            _shoot_map(app, window, shoot)
        desk = window.desk
        assert desk is not None
        assert desk.view is not None
        shown: list[bool] = []
        desk.view.preview.shown.connect(lambda: shown.append(True))
        wait(app, lambda: bool(shown))
        for index in range(desk.view.tabs.count()):
            desk.view.tabs.setCurrentIndex(index)
            shoot(f"plan-{index}")
        for step in [s for s in CORE_STEPS + STRATEGY_STEPS if s in PAGES]:
            desk.open(desk.plan_id, step.value)
            shoot(f"wizard-{step}")
            area = desk.wizard.stack.currentWidget() if desk.wizard is not None else None
            bar = area.verticalScrollBar() if area is not None else None  # type: ignore[attr-defined]
            if bar is not None and bar.maximum() > 0:
                bar.setValue(bar.maximum())
                shoot(f"wizard-{step}-below")
        _shoot_file_dialogs(app, window, Path(data), options)
        _shoot_rare_states(app, window, options)
        _shoot_life(app, window, options)
        _shoot_care(app, window, options)
        window.close()


def _shoot_rare_states(app: QApplication, window: MainWindow, options: argparse.Namespace) -> None:
    """Render what is seen rarely, and come back to the plan of the cafe."""
    from PySide6.QtWidgets import QDialog

    from tests.screen_states import rare_states

    desk = window.desk
    assert desk is not None
    cafe = desk.plan_id
    desk.open(cafe)
    for name, go in rare_states(window, lived):
        go()
        settle(app)
        settle(app)
        dialogs = [each for each in window.findChildren(QDialog) if each.isVisible()]
        if options.only in f"state-{name}":
            shown = dialogs[-1] if dialogs else window
            shown.grab().save(str(options.folder / f"state-{name}-{options.scheme}.png"))
        for dialog in dialogs:
            dialog.reject()
    window.messages.dismiss()
    desk.open(cafe)


def _shoot_map(app: QApplication, window: MainWindow, shoot: Callable[[str], None]) -> None:
    """Render which plans serve which goals, and go back to the plan."""
    window.show_map()
    assert window.desk is not None
    shown = window.desk.map
    wait(app, lambda: shown.view is not None and shown.view.is_drawn)
    shoot("map")
    shown.close()


def _shoot_file_dialogs(
    app: QApplication, window: MainWindow, folder: Path, options: argparse.Namespace
) -> None:
    """Render what is asked when files come in and when all plans go out."""
    from PySide6.QtWidgets import QDialog
    from smartgoals.resources import __file__ as resources

    table = folder / "ideas.csv"
    table.write_text(
        "name;value;complexity;owners;due;hours\n"
        "Ask ten guests what they like;7;3;Ana;30 April 2027;1,5\n"
        "Sing in the street;99;3;Jo;;\n"
        "Send a letter;3;4;Jo;soon;2\n",
        encoding="utf-8",
    )
    shots = {
        "import-plan": lambda: window.open_file(Path(resources).parent / "samples" / "cafe.json"),
        "import-tactics": lambda: window.open_file(table),
        "export-all": window.export_all,
    }
    for name, show in shots.items():
        if options.only in name:
            show()
            settle(app)
            for dialog in window.findChildren(QDialog):
                if dialog.isVisible():
                    dialog.grab().save(str(options.folder / f"{name}-{options.scheme}.png"))
                    dialog.close()


def _shoot_care(app: QApplication, window: MainWindow, options: argparse.Namespace) -> None:
    """Render the backups, and what is said of faults of the file and of our own."""
    from smartgoals.storage.backups import back_up
    from smartgoals.storage.errors import StorageError, StorageReason
    from smartgoals.ui.details_dialog import DetailsDialog
    from smartgoals.ui.restore_window import RestoreWindow

    if not any(options.only in name for name in ("restore", "read-only", "fault", "details")):
        return
    path = window.folder / "smartgoals.db"
    window.save()
    back_up(path)
    window.show_backups()
    dialogs = [("restore", RestoreWindow)]
    DetailsDialog(window, "1 × ZeroDivisionError\n  progress_tab.py:118 _draw").open()
    dialogs.append(("details", DetailsDialog))
    settle(app)
    for name, kind in dialogs:
        for dialog in window.findChildren(kind):
            dialog.grab().save(str(options.folder / f"{name}-{options.scheme}.png"))
            dialog.close()
    window.notice.tell(
        f"“{path}” can be read, not changed.",
        ("Try again", window.care.reopen),
        ("Save a copy …", window.care.ask_for_folder),
        is_fault=True,
    )
    window.care.tell(StorageError(StorageReason.DAMAGED, path))
    settle(app)
    window.grab().save(str(options.folder / f"fault-{options.scheme}.png"))


def _shoot_life(app: QApplication, window: MainWindow, options: argparse.Namespace) -> None:
    """Render the cafe's plan as it is after some weeks: progress, history, what is asked."""
    from PySide6.QtWidgets import QDialog

    desk = window.desk
    assert desk is not None
    assert desk.session is not None
    desk.open(desk.plan_id)
    desk.session.edit(lived(desk.session.plan), "Live")
    desk.session.edit(aimed(desk.session.plan), "Aim lower")
    view, life = desk.view, desk.life
    assert view is not None

    def shoot(name: str) -> None:
        settle(app)
        dialogs = [each for each in window.findChildren(QDialog) if each.isVisible()]
        shown = dialogs[-1] if dialogs else window
        if options.only in name:
            shown.grab().save(str(options.folder / f"{name}-{options.scheme}.png"))
        for dialog in dialogs:
            dialog.reject()

    for index in range(1, view.tabs.count()):
        view.tabs.setCurrentIndex(index)
        shoot(f"life-{index}")
    for name, ask in (
        ("check-in", life.check_in),
        ("series", life.add_series),
        ("close", life.close),
    ):
        ask()
        shoot(f"life-{name}")


def lived(plan: Plan) -> Plan:
    """Return the plan six weeks after it began, with a check-in every week."""
    from smartgoals.domain.check_ins import with_check_in
    from smartgoals.domain.clock import today

    start = today() - dt.timedelta(42)
    plan = plan.replace(start=start, due=start + dt.timedelta(91), milestone_days=None)
    for week, fans in enumerate((1200, 1211, 1222, 1241, 1255, 1271, 1283)):
        values = {"fans": fans, "clicks": 400 + 6 * week, "reach": 310 + 15 * week}
        readings = {name: Decimal(value) for name, value in values.items()}
        note = "The influencer's post doubled our reach for two days." if week == 4 else ""
        day = start + dt.timedelta(7 * week)
        plan = with_check_in(plan, day, readings, note, today=today())
    return plan


def aimed(plan: Plan) -> Plan:
    """Return the plan with a target that is within reach."""
    from smartgoals.domain.metric import Target

    return plan.with_metric(plan.metric("reach").replace(target=Target(amount=Decimal(540))))


def wait(app: QApplication, is_so: Callable[[], bool]) -> None:
    """Let the program go on until it is so, for a while."""
    end = time.monotonic() + LONGEST_WAIT
    while not is_so() and time.monotonic() < end:
        app.processEvents()


def settle(app: QApplication) -> None:
    """Let the window come to rest."""
    from smartgoals.ui.main_window import MainWindow

    for _ in range(12):
        app.processEvents()
    windows = [each for each in app.topLevelWidgets() if isinstance(each, MainWindow)]
    wait(app, lambda: all(window.keeper.is_settled for window in windows))


if __name__ == "__main__":
    main()
