"""Ended while she types, by whatever ends a program: what was told as saved is there."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Step
from smartgoals.storage.location import database_path
from smartgoals.storage.recover import open_plans
from smartgoals.storage.store import PlanStore
from smartgoals.ui.settings import Settings
from tests.drills.typist import text_of
from tests.rounds import are_full, rounds

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="ended by signals"),
]
MOST_LOST = 1 if are_full() else 3
"""Seconds of typing: the longest wait of the autosave, and the save itself, which takes longer
where the tests share a busy machine."""


LONG_ENOUGH = 3
"""Seconds of typing after which the place where she is has been written down."""


def start(folder: Path, plan_id: str, *ending: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.drills.typist", str(folder), plan_id, *ending],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def stored_text(folder: Path, plan_id: str) -> str:
    store, recovery = open_plans(folder, thorough=True)
    with store:
        assert recovery is None
        return store.load(plan_id).broad_goal


def test_killed_at_random_while_typing(folder: Path) -> None:
    """On one folder, so that every start has what the kill before has left."""
    chance = random.Random(5)  # noqa: S311 - no secret
    kept: dict[str, str] = {}
    most_lost = 0.0
    for number in range(rounds(5, 300)):
        with PlanStore.open(folder) as store:
            store.save(Plan(id=f"plan-{number}"))
        process = start(folder, f"plan-{number}")
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(chance.uniform(0.0, 4.0))
        process.kill()
        rest, said = process.communicate()
        assert first.startswith("key"), said
        lines = [line.split() for line in (first + rest).splitlines()]
        times = {int(line[1]): float(line[2]) for line in lines if line[0] == "key"}
        acknowledged = max((int(line[1]) for line in lines if line[0] == "saved"), default=0)

        text = stored_text(folder, f"plan-{number}")
        assert text == text_of(len(text))
        assert len(text) >= acknowledged
        if len(text) < len(times):
            most_lost = max(most_lost, times[len(times)] - times[len(text) + 1])
        kept[f"plan-{number}"] = text
        if len(times) > 1 and times[len(times)] - times[1] > LONG_ENOUGH:
            assert Settings(folder).place == (f"plan-{number}", Step.GOAL.value)
    assert most_lost <= MOST_LOST
    store, recovery = open_plans(folder, thorough=True)
    with store:
        assert recovery is None
        assert {p.id: store.load(p.id).broad_goal for p in store.overviews()} == kept
    print(f"{len(kept)} kills, most typing lost: {most_lost:.2f} s")  # noqa: T201 - the figure


@pytest.mark.parametrize("action", ["SIGTERM", "SIGINT", "SIGHUP", "close"])
def test_no_key_is_lost_when_the_program_is_ended(folder: Path, action: str) -> None:
    chance = random.Random(action)  # noqa: S311
    for number in range(rounds(2, 25)):
        plan_id = f"plan-{number}"
        with PlanStore.open(folder) as store:
            store.save(Plan(id=plan_id))
        process = start(folder, plan_id, str(chance.randrange(50, 2500)), action)
        told, said = process.communicate(timeout=120)
        assert process.returncode == 0, said
        keys = sum(line.startswith("key") for line in told.splitlines())
        assert stored_text(folder, plan_id) == text_of(keys)
    assert database_path(folder).exists()
