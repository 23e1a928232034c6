"""Memory that is not needed any more goes back to the system."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

import pytest

from smartgoals.documents.goal_sheet import goal_sheet_pdf
from smartgoals.documents.spare_memory import give_back
from tests.benchmarks.seed import seeded_plan
from tests.documents.contexts import context

PIECES, BYTES = 40_000, 2_000
"""Together 80 MB, in pieces that the C library takes from the middle of its heap."""
SHEETS = 12
LITTLE = 4_000_000

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "malloc_trim"),
    reason="only the C library of GNU keeps it",
)


def test_what_was_freed_goes_back_though_a_last_piece_is_still_needed() -> None:
    pieces = [bytes(BYTES) for _ in range(PIECES)]
    last = pieces[-1]
    pieces.clear()
    before = _resident_bytes()
    give_back()
    assert len(last) == BYTES
    assert before - _resident_bytes() > PIECES * BYTES / 2


def test_sheets_that_were_set_leave_little_to_give_back() -> None:
    for number in range(SHEETS):
        goal_sheet_pdf(seeded_plan(number, tactics=40), context())
    before = _resident_bytes()
    give_back()
    assert before - _resident_bytes() < LITTLE


def _resident_bytes() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
