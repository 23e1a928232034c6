"""How soon the window answers: a key, another page, a click to the first page."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartgoals.domain.terms import CORE_STEPS, Step
from tests.benchmarks.case import FRAME_MS, Case, Plenty, p95
from tests.benchmarks.hands import Hands

if TYPE_CHECKING:
    from collections.abc import Iterator

TYPED_IN = (Step.GOAL, Step.SMART, Step.METRICS, Step.REALITY)
KEYS_OF_A_WORD = 6
MOMENT = 3.0
"""Seconds after which all that is made ahead is there."""
_MEMORY = Path("/dev/shm")  # noqa: S108 - a file system without a disk, where there is one


def cases(plenty: Plenty) -> Iterator[Case]:
    """Measure with the café's plan, in files that lie in memory: the disk is not ours."""
    place = _MEMORY if _MEMORY.is_dir() else None
    folder = Path(tempfile.mkdtemp(prefix="benchmark-", dir=place))
    hands = Hands(folder)
    hands.window.open_sample("cafe")
    hands.wait(lambda: hands.window.desk is not None and hands.desk.plan_id != "")
    hands.rest()
    plan_id = hands.desk.plan_id
    hands.rest(MOMENT)
    yield _frame("click to the first page of a new plan (p95)", _first_pages(hands, plenty))
    hands.open(plan_id, Step.WHY.value)
    seen, unseen = (_first_looks(hands, plan_id, plenty, rest) for rest in (MOMENT, 0))
    yield _frame("first look at a page, a moment after the plan was opened (p95)", seen)
    yield _frame("first look at a page, at once, before it is made (p95)", unseen)
    yield _frame("page switch (p95)", _switches(hands, plenty))
    for step in TYPED_IN:
        shown, saved = _keys(hands, step, plenty)
        yield _frame(f"key to picture, page {step.value} (p95)", shown)
        yield _frame(f"key to saved, page {step.value} (p95)", saved)
    hands.close()
    shutil.rmtree(folder)


def _frame(name: str, taken: list[float]) -> Case:
    return Case(name, p95(taken), FRAME_MS, "one frame", "ms", 1.0)


def _first_pages(hands: Hands, plenty: Plenty) -> list[float]:
    def again() -> float:
        taken = hands.painted(hands.window.new_plan)
        hands.rest()
        hands.window.show_list()
        hands.rest(MOMENT)  # As she looks at the list; the next wizard is made meanwhile.
        return taken

    return [again() for _ in range(plenty.of(20, 2))]


def _first_looks(hands: Hands, plan_id: str, plenty: Plenty, rest: float) -> list[float]:
    """Jump to pages that nobody has seen yet, each time in a new wizard, after some seconds."""

    def jump(step: Step) -> float:
        hands.desk.clear()
        hands.open(plan_id, Step.WHY.value)
        hands.rest(rest)
        wizard = hands.desk.wizard
        assert wizard is not None
        return hands.painted(lambda: wizard.show_step(step))

    steps = CORE_STEPS[2:] if not plenty.is_quick else (Step.METRICS, Step.TACTICS)
    return [jump(step) for _ in range(plenty.of(4, 1)) for step in steps]


def _switches(hands: Hands, plenty: Plenty) -> list[float]:
    wizard = hands.desk.wizard
    assert wizard is not None
    for step in CORE_STEPS:
        wizard.show_step(step)
        hands.rest(0.1)
    return [
        hands.painted(lambda step=step: wizard.show_step(step))
        for _ in range(plenty.of(12, 4))
        for step in CORE_STEPS
    ]


def _keys(hands: Hands, step: Step, plenty: Plenty) -> tuple[list[float], list[float]]:
    """Return how long each key took until it was painted, and until it was saved as well."""
    hands.open(hands.desk.plan_id, step.value)
    shown, saved = [], []
    for _ in range(plenty.of(16, 3)):
        for turn in range(KEYS_OF_A_WORD):
            key = Qt.Key.Key_1 if turn < KEYS_OF_A_WORD / 2 else Qt.Key.Key_Backspace
            shown.append(
                hands.painted(lambda key=key: QTest.keyClick(hands.window.focusWidget(), key))
            )

            def typed_and_saved(key: Qt.Key = key) -> None:
                QTest.keyClick(hands.window.focusWidget(), key)
                hands.desk.save()

            saved.append(hands.painted(typed_and_saved))
    return shown, saved
