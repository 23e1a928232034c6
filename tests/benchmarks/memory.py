"""How much memory the window takes: when its list is painted, idle, and after the chart."""

from __future__ import annotations

import shutil
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

from tests.benchmarks.case import Case, Plenty, interleaved, medians
from tests.benchmarks.programs import Program, new_folder, ours, peers
from tests.benchmarks.screen import Screen, end, has_screen
from tests.benchmarks.seed import fill

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

QUIET_SECONDS, QUICK_SECONDS = 6, 1
"""After this long nothing is being loaded any more; the other is a guess."""


def cases(plenty: Plenty) -> Iterator[Case]:
    """Measure the window with its list, at once and idle, and after the chart was looked at."""
    folder = new_folder()
    fill(folder / "some", 1000)
    office = "LibreOffice with a template"
    found: dict[str, float] = {}
    if has_screen():
        programs = {"ours": ours(folder / "some")}
        programs["chart"] = _with_chart(folder / "some")
        others = {k: v for k, v in peers(folder).items() if v is not None and k != "Vorta"}
        programs |= others
        quiet = plenty.of(QUIET_SECONDS, QUICK_SECONDS)
        with Screen() as screen:
            # A first start makes a profile, and LibreOffice starts a second time then.
            for each in others.values():
                _idle(screen, each, 1)
            actions = {name: partial(_idle, screen, each, quiet) for name, each in programs.items()}
            actions["painted"] = partial(_idle, screen, programs["ours"], 0)
            found = medians(interleaved(actions, plenty.of(3, 1), warm=0))
    name = "memory with the list painted, before anything else is loaded"
    yield Case(name, found.get("painted"), found.get("KeePassXC"), "KeePassXC, idle", "MB", 0.70)
    name = "idle memory with the list open, all loaded for the first click"
    yield Case(name, found.get("ours"), found.get("KeePassXC"), "KeePassXC", "MB", 0.70)
    name = "idle memory after the chart"
    yield Case(name, found.get("chart"), found.get(office), office, "MB", 0.75)
    shutil.rmtree(folder)


def _with_chart(folder: Path) -> Program:
    command = (sys.executable, "-m", "tests.benchmarks.probe_chart", str(folder))
    return Program(command, ours(folder).environment)


def _idle(screen: Screen, program: Program, seconds: float) -> float:
    screen.settle()
    started = screen.start(program.command, program.environment)
    time.sleep(seconds)
    taken = started.megabytes()
    end(started.process)
    return taken
