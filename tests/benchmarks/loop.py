"""How long the window does not answer while the storage is loaded after the first paint."""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

from tests.benchmarks.case import FRAME_MS, Case, Plenty, interleaved, medians
from tests.benchmarks.programs import new_folder, ours
from tests.benchmarks.seed import fill

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


def cases(plenty: Plenty) -> Iterator[Case]:
    """Measure the longest gap between two turns of the event loop."""
    folder = new_folder()
    fill(folder, 1000)
    environment = {**ours(folder).environment, "QT_QPA_PLATFORM": "offscreen"}
    actions = {"ours": partial(_stall, folder, environment)}
    found = medians(interleaved(actions, plenty.of(9, 3)))
    name = "storage ready after the first paint: longest stall"
    yield Case(name, found["ours"], 2 * FRAME_MS, "two frames", "ms", 1.0)
    shutil.rmtree(folder)


def _stall(folder: Path, environment: Mapping[str, str]) -> float:
    command = [sys.executable, "-m", "tests.benchmarks.probe_loop", str(folder)]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return float(done.stdout)
