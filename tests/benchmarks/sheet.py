"""The goal sheet as PDF, beside LibreOffice that turns the bare template into one."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

from smartgoals.documents.goal_sheet import goal_sheet_pdf
from smartgoals.storage.store import PlanStore
from tests.benchmarks.case import (
    FRAME_MS,
    Case,
    Plenty,
    exponent,
    interleaved,
    medians,
    milliseconds,
)
from tests.benchmarks.context import export_context
from tests.benchmarks.hands import Hands
from tests.benchmarks.heartbeat import Heartbeat
from tests.benchmarks.programs import TEMPLATE, new_folder, ours, peers
from tests.benchmarks.seed import seeded_plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

COUNTS = (50, 100, 200, 400, 1000)
QUICK_COUNTS = (10, 20, 40)
OFFICE = "LibreOffice with a template"


def cases(plenty: Plenty) -> Iterator[Case]:
    """Measure one sheet, many sheets, and the window while it writes one."""
    folder = new_folder()
    yield from _one(folder, plenty)
    yield from _many(plenty)
    yield _gap(folder / "window", plenty)
    shutil.rmtree(folder)


def _one(folder: Path, plenty: Plenty) -> Iterator[Case]:
    plan = seeded_plan(1, tactics=40)
    with PlanStore.open(folder / "plans") as store:
        store.save(plan)
    context = export_context()
    export = [*ours(folder).command, "--data-dir", str(folder / "plans")]
    export += ["export", plan.id, "--to", str(folder / "sheet.pdf")]
    actions = {
        "warm": partial(milliseconds, partial(goal_sheet_pdf, plan, context)),
        "command": partial(_command, export, ours(folder).environment),
    }
    office = peers(folder)[OFFICE]
    if office is not None:
        convert = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
        convert.append(str(folder / TEMPLATE))
        actions["office"] = partial(_command, convert, office.environment)
    found = medians(interleaved(actions, plenty.of(7, 2)))
    beside = "LibreOffice headless, the bare template"
    name = "goal sheet PDF with 40 tactics, warm"
    yield Case(name, found["warm"], found.get("office"), beside, "ms", 1 / 25)
    name = "goal sheet PDF with 40 tactics, whole command"
    yield Case(name, found["command"], found.get("office"), beside, "ms", 1 / 12)


def _command(command: list[str], environment: dict[str, str]) -> float:
    def run() -> None:
        done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
        if done.returncode:
            sys.stderr.write(done.stderr)
        done.check_returncode()

    return milliseconds(run)


def _many(plenty: Plenty) -> Iterator[Case]:
    counts = QUICK_COUNTS if plenty.is_quick else COUNTS
    found = {count: _sheets(count) for count in counts}
    few, many = found[counts[0]], found[counts[-1]]
    times = [found[count]["seconds"] for count in counts]
    yield Case(
        f"processor time exponent, PDFs of {counts[0]} to {counts[-1]} plans",
        many["seconds"] * 1000,
        few["seconds"] * 1000,
        f"of {counts[0]}",
        "ms",
        1.02,
        exponent=exponent(counts, times),
    )
    name = f"memory after the PDFs of {counts[-1]} plans"
    yield Case(name, many["megabytes"], few["megabytes"], f"of {counts[0]}", "MB", 1.1)


def _sheets(count: int) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.probe_sheets", str(count)]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def _gap(folder: Path, plenty: Plenty) -> Case:
    """Measure the longest time without an answer while the window writes a goal sheet."""
    hands = Hands(folder)
    plan = seeded_plan(1, tactics=40)
    assert hands.window.loader.store is not None
    hands.window.loader.store.save(plan)
    hands.open(plan.id)
    time.sleep(1)
    hands.rest(2)
    heartbeat = Heartbeat(hands.window)
    longest = []
    for number in range(plenty.of(7, 2)):
        path = folder / f"sheet-{number}.pdf"
        heartbeat.start()
        hands.desk.export_to(path)
        hands.wait(path.exists)
        hands.rest(0.1)
        longest.append(heartbeat.stop())
    hands.close()
    name = "longest gap in the event loop while exporting"
    return Case(name, sorted(longest)[len(longest) // 2], FRAME_MS, "one frame", "ms", 1.0)
