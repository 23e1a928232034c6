"""How soon the window is there, seen from outside: pixels in the frame buffer of the screen."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

from tests.benchmarks.case import Case, Plenty, interleaved, medians
from tests.benchmarks.programs import (
    Program,
    empty_window,
    new_folder,
    ours,
    peers,
    plain_environment,
)
from tests.benchmarks.screen import Screen, end, has_screen
from tests.benchmarks.seed import fill

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GOALS = {"KeePassXC": 1.10, "Vorta": 0.35, "LibreOffice with a template": 0.22}
MANY = 100_000
_QUIT_WHEN_PAINTED = """
import os, sys
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        os._exit(0)
app = QApplication(sys.argv)
window = Window()
window.resize(1320, 860)
window.show()
app.exec()
"""


def cases(plenty: Plenty) -> Iterator[Case]:
    """Measure the start against the empty window, the peers, and with many plans."""
    folder = new_folder()
    few, some, many = (folder / name for name in ("few", "some", "many"))
    for each, count in ((few, 10), (some, 1000), (many, plenty.of(MANY, 10_000))):
        fill(each, count)
    programs: dict[str, Program | None] = {
        "ours": ours(some),
        "empty": empty_window(),
        "few": ours(few),
        "many": ours(many),
    }
    programs |= peers(folder)
    found = _starts(programs, plenty.of(11, 2)) if has_screen() else {}
    yield Case(
        "start to the painted list of 1,000 plans",
        found.get("ours"),
        found.get("empty"),
        "empty PySide6 window",
        "ms",
        1.40,
    )
    for name, goal in GOALS.items():
        yield Case("start", found.get("ours"), found.get(name), name, "ms", goal)
    count = f"{plenty.of(MANY, 10_000):,}"
    yield Case(
        f"start with {count} plans",
        found.get("many"),
        found.get("few"),
        "with 10 plans",
        "ms",
        1.05,
    )
    yield _instructions(some, plenty)
    shutil.rmtree(folder)


def _starts(programs: dict[str, Program | None], rounds: int) -> dict[str, float]:
    with Screen() as screen:
        installed = {name: program for name, program in programs.items() if program is not None}
        actions = {name: partial(_start, screen, program) for name, program in installed.items()}
        return medians(interleaved(actions, rounds))


def _start(screen: Screen, program: Program) -> float:
    screen.settle()
    started = screen.start(program.command, program.environment)
    end(started.process)
    return started.milliseconds


def _instructions(folder: Path, plenty: Plenty) -> Case:
    """Count what does not depend on who else uses the machine: instructions up to the paint."""
    name, goal = "start, in instructions (callgrind)", 1.50
    if shutil.which("valgrind") is None or plenty.is_quick:
        return Case(name, None, None, "empty PySide6 window", "million", goal)
    probe = [sys.executable, "-m", "tests.benchmarks.probe_start", str(folder)]
    bare = [sys.executable, "-c", _QUIT_WHEN_PAINTED]
    for command in (probe, bare):  # Their bytecode is written now.
        subprocess.run(command, env=_offscreen(), check=True)
    counted = {"ours": probe, "empty": bare}
    found = medians(interleaved({k: partial(_counted, v) for k, v in counted.items()}, 1, warm=0))
    return Case(name, found["ours"], found["empty"], "empty PySide6 window", "million", goal)


def _counted(command: list[str]) -> float:
    tool = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    done = subprocess.run(
        [*tool, *command], env=_offscreen(), capture_output=True, text=True, check=True
    )
    found = re.search(r"Collected : (\d+)", done.stderr)
    assert found, done.stderr
    return int(found[1]) / 1e6


def _offscreen() -> dict[str, str]:
    return {**plain_environment(), "QT_QPA_PLATFORM": "offscreen", "PYTHONHASHSEED": "0"}
