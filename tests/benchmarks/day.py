"""A long day: plans opened, edited, checked in, exported and closed, 2,000 times over."""

from __future__ import annotations

import datetime as dt
import gc
import os
import shutil
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smartgoals.domain.check_in import CheckIn, Reading
from smartgoals.domain.terms import Step
from tests.benchmarks.case import Case, Plenty
from tests.benchmarks.hands import Hands
from tests.benchmarks.programs import new_folder
from tests.benchmarks.screen import memory_of
from tests.benchmarks.seed import ORIGINALS, START, seeded_plan
from tests.benchmarks.window import MOMENT

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS, QUICK_ROUNDS = 2000, 20
EARLY = 10
"""The first tenth of the rounds fills what is kept on purpose; from there on nothing may grow."""


@dataclass(frozen=True)
class Holdings:
    """What the process holds at one moment."""

    megabytes: float
    handles: int
    threads: int
    objects: int
    """Qt objects below the window, and widgets anywhere."""


def cases(plenty: Plenty) -> Iterator[Case]:
    """Compare what is held after all rounds with what was held after the first tenth."""
    rounds = plenty.of(ROUNDS, QUICK_ROUNDS)
    folder = new_folder()
    hands = Hands(folder)
    assert hands.window.loader.store is not None
    for number in range(ORIGINALS):
        hands.window.loader.store.save(seeded_plan(number))
    held = []
    for number in range(rounds):
        _round(hands, number, folder)
        if number + 1 in {rounds // EARLY, rounds}:
            held.append(_holdings(hands))
    hands.close()
    shutil.rmtree(folder)
    early, late = held
    name, after = f"a long day of {rounds:,} rounds", f"after {rounds // EARLY}"
    yield Case(f"{name}: memory", late.megabytes, early.megabytes, after, "MB", 1.10)
    yield Case(f"{name}: open files", late.handles, early.handles, after, "", 1.0)
    yield Case(f"{name}: threads", late.threads, early.threads, after, "", 1.0)
    yield Case(f"{name}: Qt objects", late.objects, early.objects, after, "", 1.0)


def _round(hands: Hands, number: int, folder: Path) -> None:
    """Open a plan, type a letter and take it back, check in, export, and close it."""
    plan_id = seeded_plan(number % ORIGINALS).id
    hands.window.open_plan(plan_id, Step.GOAL.value)
    hands.app.processEvents()
    for key in (Qt.Key.Key_X, Qt.Key.Key_Backspace):
        QTest.keyClick(hands.window.focusWidget(), key)
    session = hands.desk.session
    assert session is not None
    plan = session.plan
    day = START + dt.timedelta(days=number % 80)
    readings = tuple(Reading(metric_id=m.id, value=Decimal(number)) for m in plan.metrics)
    others = tuple(c for c in plan.check_ins if c.day != day)
    check_in = CheckIn(day=day, readings=readings)
    session.edit(plan.replace(check_ins=(*others, check_in)), "Check in")
    hands.window.open_plan(plan_id)
    hands.app.processEvents()
    sheet = folder / "sheet.pdf"
    sheet.unlink(missing_ok=True)
    hands.desk.export_to(sheet)
    hands.wait(sheet.exists)
    hands.desk.clear()
    hands.window.refresh_list()
    hands.rest(0.01)


def _holdings(hands: Hands) -> Holdings:
    hands.rest(MOMENT)  # What is made ahead is there then, at both times.
    gc.collect()
    own = Path("/proc/self")
    return Holdings(
        megabytes=memory_of(os.getpid()),
        handles=len(list((own / "fd").iterdir())),
        threads=len(list((own / "task").iterdir())),
        objects=len(hands.window.findChildren(QObject)) + len(QApplication.allWidgets()),
    )
