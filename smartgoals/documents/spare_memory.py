"""Gives memory that is not needed any more back to the system.

A page takes some 50 MB while it is set, in thousands of pieces. The C library of GNU keeps what
is freed of them, and in the course of a day that adds up; those of other systems do not.
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache

_MMAP_THRESHOLD = -3
"""Of glibc's ``mallopt``: pieces from this size on go back by themselves when freed."""
_LARGE_BYTES = 256 * 1024


def give_back() -> None:
    """Give back what is free; for a worker thread, as it may take some milliseconds."""
    library = _glibc()
    if library is not None:
        library.malloc_trim(0)


@cache
def _glibc() -> ctypes.CDLL | None:
    """Return the C library of GNU, told to keep no large pieces; None elsewhere."""
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None)
    if not hasattr(library, "malloc_trim"):
        return None
    # Left to itself it raises the threshold to the size of the largest piece that was freed.
    library.mallopt(_MMAP_THRESHOLD, _LARGE_BYTES)
    return library
