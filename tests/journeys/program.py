"""The program as a process of its own, offscreen, on a data folder."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

PATIENCE = 180
"""Seconds until a process is taken to hang."""


def start_program(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start the program; what it says on standard error can be read."""
    environment = {**os.environ, "SMARTGOALS_DATA_DIR": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(
        [sys.executable, "-m", "smartgoals", *arguments],
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
    )


def run_program(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run the program to its end; return its exit code and what it said."""
    with start_program(folder, *arguments) as process:
        try:
            _, said = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
    return process.returncode, said


def wait_until(is_so: Callable[[], object]) -> None:
    """Wait for something that another process does."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.02)
