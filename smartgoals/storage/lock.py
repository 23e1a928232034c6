"""One window per data folder, held by a lock that the system lets go when its process ends.

What is in the lock file never keeps anybody out, be it empty, garbage or left by another
machine: only a living process does. The standard library only.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathlib import Path

LOCK_NAME = "smartgoals.lock"
_IN_USE = b"in use\n"
_ATTEMPTS = 10
_FAR = 1 << 30
"""The byte that is locked on Windows: beyond what is read, which a lock there would forbid."""

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


_TAKEN = (BlockingIOError,) if sys.platform != "win32" else (BlockingIOError, PermissionError)


class FolderLock:
    """The hold of this process on a data folder."""

    def __init__(self, descriptor: int | None) -> None:
        self._descriptor = descriptor
        self.was_cut_off = False
        """Whether the process that held the folder before ended without letting go."""
        self._note_use()

    @classmethod
    def take(cls, folder: Path) -> Self | None:
        """Return the hold on the folder, or None when another living process has it.

        Where no lock can be had, as on a full disk or in a folder that may only be read,
        nobody is kept out: the hold is given without one.
        """
        path = folder / LOCK_NAME
        for _ in range(_ATTEMPTS):
            descriptor = _open(path)
            if descriptor is None:
                return cls(None)
            try:
                _lock(descriptor)
            except _TAKEN:
                os.close(descriptor)
                return None
            except OSError:  # A file system without locks.
                os.close(descriptor)
                return cls(None)
            if _stands_at(descriptor, path):
                return cls(descriptor)
            os.close(descriptor)  # Somebody has removed the file meanwhile; lock the new one.
        return cls(None)

    def release(self) -> None:
        """Let go of the folder, in good order; twice is once."""
        if self._descriptor is not None:
            with contextlib.suppress(OSError):
                os.ftruncate(self._descriptor, 0)
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def _note_use(self) -> None:
        """Leave the word that only an orderly end takes away."""
        if self._descriptor is None:
            return
        with contextlib.suppress(OSError):
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            self.was_cut_off = os.read(self._descriptor, len(_IN_USE) + 1) == _IN_USE
            os.ftruncate(self._descriptor, 0)
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, _IN_USE)


def _open(path: Path) -> int | None:
    """Return a descriptor of the lock file, for writing where it can be; None for none."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Without waiting for whoever may read from a pipe of that name.
    flags = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    for mode in (os.O_RDWR | os.O_CREAT, os.O_RDONLY):
        with contextlib.suppress(OSError):
            return os.open(path, mode | flags, 0o600)
    return None


def _stands_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except OSError:
        return False
