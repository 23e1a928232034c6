"""A screen whose picture can be read: Xvfb with its frame buffer in a file."""

from __future__ import annotations

import contextlib
import mmap
import os
import shutil
import signal
import struct
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WIDTH, HEIGHT = 1400, 900
XVFB = ("Xvfb", "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp", "-noreset")
LOOKED_AT = 60
"""Rows of pixels that are compared, spread over the screen."""
CHANGED = 6
"""Rows that must differ before something counts as painted: a pointer or a border is not."""
LONGEST_WAIT = 40.0
PATIENCE = 5.0


@dataclass
class Screen:
    """An X server without a monitor; ``with`` starts and ends it."""

    name: str = ""

    def __enter__(self) -> Self:
        self._folder = Path(tempfile.mkdtemp(prefix="screen-"))
        read, write = os.pipe()
        self._server = subprocess.Popen(
            [*XVFB, "-displayfd", str(write), "-fbdir", str(self._folder)],
            pass_fds=[write],
            stderr=subprocess.DEVNULL,
        )
        os.close(write)
        with os.fdopen(read) as answers:
            self.name = f":{answers.readline().strip()}"
        with (self._folder / "Xvfb_screen0").open("rb") as file:
            self._picture = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        # XWD: the size of the header, the bytes of a line and the number of colours.
        fields = struct.unpack(">25I", self._picture[:100])
        self._start, self._line = fields[0] + fields[19] * 12, fields[12]
        return self

    def __exit__(self, *_: object) -> None:
        self._picture.close()
        self._server.terminate()
        self._server.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def rows(self) -> list[bytes]:
        """Return some rows of the picture as it is now."""
        step = HEIGHT // LOOKED_AT
        places = (self._start + y * self._line for y in range(step, HEIGHT, step))
        return [self._picture[place : place + WIDTH * 4] for place in places]

    def start(self, command: Sequence[str], environment: Mapping[str, str]) -> Started:
        """Start the program, wait until its window is painted, and measure."""
        blank = self.rows()
        begin = time.perf_counter()
        process = subprocess.Popen(
            command,
            env={**environment, "DISPLAY": self.name, "QT_QPA_PLATFORM": "xcb"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            process_group=0,
        )
        while time.perf_counter() - begin < LONGEST_WAIT:
            if sum(map(_differ, blank, self.rows())) >= CHANGED:
                return Started(process, (time.perf_counter() - begin) * 1000)
            time.sleep(0.001)
        end(process)
        raise TimeoutError(command[0])

    def settle(self) -> None:
        """Wait until the screen is blank and stays so."""
        before, since = self.rows(), time.perf_counter()
        while time.perf_counter() - since < 0.25:
            time.sleep(0.02)
            if (now := self.rows()) != before:
                before, since = now, time.perf_counter()


@dataclass(frozen=True)
class Started:
    """A program with its window on the screen."""

    process: subprocess.Popen[bytes]
    milliseconds: float
    """From the start of the process to the first picture."""

    def megabytes(self) -> float:
        """Return the memory that the program and its helpers take."""
        return sum(map(memory_of, _members(self.process.pid)))


def end(process: subprocess.Popen[bytes]) -> None:
    """End the program and its helpers, kindly first."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    last = time.monotonic() + PATIENCE
    while _members(process.pid) and time.monotonic() < last:
        process.poll()
        time.sleep(0.01)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def has_screen() -> bool:
    """Return whether there is an Xvfb to measure on."""
    return shutil.which("Xvfb") is not None


def _differ(old: bytes, new: bytes) -> bool:
    return old != new


def _members(group: int) -> list[int]:
    """Return the processes of the group that the program was started in."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            # What follows the name, which may hold anything: state, parent, group.
            fields = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            if fields[2] == str(group) and fields[0] != "Z":
                found.append(int(folder.name))
    return found


def memory_of(pid: int) -> float:
    """Return the megabytes that the process has in memory.

    Libraries count in full, whoever uses them as well: their shares would depend on what else
    runs on the machine.
    """
    text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    found = [line.split()[1] for line in text.splitlines() if line.startswith("Rss:")]
    return int(found[0]) / 1024
