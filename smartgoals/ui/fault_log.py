"""The log of what failed: never a word of a plan, for the owner's eyes only, and never long."""

import contextlib
import datetime as dt
import os
import re
import traceback
from pathlib import Path
from types import TracebackType
from typing import IO

LOG_NAME = "smartgoals.log"
CRASH_NAME = "crash.log"
MOST_BYTES = 200_000
_QUOTED = r"\"[^\"]*\"|'[^']*'|“[^”]*”"
_LONGEST_LINE = 300


class FaultLog:
    """Two files in the data folder; where none can be written, nothing is."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / LOG_NAME
        self._crash_path = folder / CRASH_NAME

    def write(self, text: str) -> None:
        """Add the text with the moment, bring it to the disk, keep the file short."""
        stamp = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        with contextlib.suppress(OSError, ValueError):
            if self.path.exists() and self.path.stat().st_size > MOST_BYTES:
                self.path.replace(self.path.with_suffix(".old.log"))
            with _opened(self.path, "ab") as file:
                file.write(f"{stamp} {text}\n".encode(errors="replace"))

    def crash_file(self) -> IO[bytes] | None:
        """Return the open file for the last words of a crash; None where there cannot be one."""
        with contextlib.suppress(OSError):
            return _opened(self._crash_path, "wb")
        return None

    def last_crash(self) -> str:
        """Return the last words of the run before, and put them into the log; blank for none."""
        try:
            words = self._crash_path.read_text("utf-8", "replace").strip()
        except OSError:
            return ""
        if words:
            self.write(f"The run before crashed.\n{words}")
        return words


def fault_text(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> str:
    """Return the kind of the error and the lines it passed, without what it says.

    Its message may quote a plan.
    """
    frames = traceback.extract_tb(trace)
    lines = [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    cause = _cause(error)
    if cause is not None:
        lines.append(f"after {fault_text(type(cause), cause, cause.__traceback__)}")
    return "\n".join([kind.__name__, *lines])


def _cause(error: BaseException | None) -> BaseException | None:
    if error is None:
        return None
    return error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def without_quotes(message: str) -> str:
    """Return a message of Qt's as one short line, without what it quotes."""
    line = " ".join(re.sub(_QUOTED, '"…"', message).split())
    return line[:_LONGEST_LINE]


def _opened(path: Path, mode: str) -> IO[bytes]:
    """Open the file; a new one can be read by its owner only, from its beginning."""
    return open(path, mode, opener=lambda name, flags: os.open(name, flags, 0o600))
