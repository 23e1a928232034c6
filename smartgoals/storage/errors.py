"""Why plans could not be read or kept; the standard library only."""

from __future__ import annotations

import errno
import sqlite3
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from smartgoals.domain.plan import Plan
    from smartgoals.storage.overview import PlanOverview


class StorageReason(StrEnum):
    """What is the matter."""

    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    """The file, its folder or the disk may be read and not written."""
    NO_PERMISSION = "no_permission"
    """The file or its folder may not even be read."""
    LOCKED = "locked"
    """Another program holds the file; it goes away by itself."""
    UNFINISHED = "unfinished"
    """An interrupted save has to be taken back first, which opening the store does."""
    OLDER = "older"
    """An earlier version made the file; opening the store brings it up to date."""
    NEWER = "newer"
    """A newer version made the file; it is not touched."""
    FOREIGN = "foreign"
    """The file, or something in it, is another program's."""
    NOT_A_FILE = "not_a_file"
    """Something else has the file's or the folder's name."""
    DAMAGED = "damaged"
    """The file is empty or garbage, or what it holds is not what was saved."""
    MISSING = "missing"
    """The file is not there, or not there any more."""
    MOVED = "moved"
    """Another file stands at the path now."""
    CHANGED_ELSEWHERE = "changed_elsewhere"
    """The stored plan is not the one that was loaded or saved last."""
    DELETED_ELSEWHERE = "deleted_elsewhere"
    """The plan that was loaded or saved last is stored no more."""
    NOT_FOUND = "not_found"
    AMBIGUOUS = "ambiguous"
    CLOSED = "closed"
    DISK_FAULT = "disk_fault"
    OTHER = "other"


class StorageError(Exception):
    """Plans could not be read or kept, for a reason outside the program.

    As a string it is for the log: it holds a reason and a fact, never a word of a plan.
    """

    def __init__(
        self, reason: StorageReason, path: Path | None = None, *, detail: str = ""
    ) -> None:
        self.reason = reason
        self.path = path
        self.detail = detail
        super().__init__(f"{reason}: {detail}" if detail else str(reason))

    def about(self, path: Path) -> StorageError:
        """Return the same of another file."""
        return StorageError(self.reason, path, detail=self.detail)


class ChangedElsewhereError(StorageError):
    """A save was refused because it would overwrite or resurrect; both sides are here."""

    def __init__(self, path: Path, mine: Plan, theirs: Plan | None) -> None:
        self.mine = mine
        self.theirs = theirs
        """The stored plan; None when it was deleted."""
        changed = StorageReason.CHANGED_ELSEWHERE
        super().__init__(changed if theirs else StorageReason.DELETED_ELSEWHERE, path)


class AmbiguousReferenceError(StorageError):
    """A reference fits several plans."""

    def __init__(self, path: Path, candidates: tuple[PlanOverview, ...]) -> None:
        self.candidates = candidates
        super().__init__(StorageReason.AMBIGUOUS, path, detail=f"{len(candidates)} plans")


def sqlite_fault(error: BaseException | None, path: Path) -> StorageError:
    """Return what an error of SQLite means for the file."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return StorageError(_reason_without_code(error), path, detail=type(error).__name__)
    reason = _EXTENDED.get(code) or _PRIMARY.get(code & 0xFF, StorageReason.OTHER)
    return StorageError(reason, path, detail=str(getattr(error, "sqlite_errorname", code)))


def system_fault(error: OSError, path: Path) -> StorageError:
    """Return what an error of the operating system means for the file."""
    reason = _SYSTEM.get(error.errno or 0, StorageReason.OTHER)
    return StorageError(reason, path, detail=errno.errorcode.get(error.errno or 0, ""))


def _reason_without_code(error: BaseException | None) -> StorageReason:
    if isinstance(error, sqlite3.ProgrammingError):
        return StorageReason.CLOSED
    # Python itself complains like this of text that is not UTF-8.
    if isinstance(error, sqlite3.OperationalError):
        return StorageReason.DAMAGED
    return StorageReason.OTHER


_EXTENDED = {
    sqlite3.SQLITE_READONLY_DBMOVED: StorageReason.MOVED,
    sqlite3.SQLITE_READONLY_ROLLBACK: StorageReason.UNFINISHED,
    sqlite3.SQLITE_READONLY_RECOVERY: StorageReason.UNFINISHED,
}
_PRIMARY = {
    # Our statements are sound, so it is a table that is missing.
    sqlite3.SQLITE_ERROR: StorageReason.DAMAGED,
    sqlite3.SQLITE_FULL: StorageReason.DISK_FULL,
    sqlite3.SQLITE_READONLY: StorageReason.READ_ONLY,
    sqlite3.SQLITE_BUSY: StorageReason.LOCKED,
    sqlite3.SQLITE_LOCKED: StorageReason.LOCKED,
    sqlite3.SQLITE_PROTOCOL: StorageReason.LOCKED,
    sqlite3.SQLITE_CORRUPT: StorageReason.DAMAGED,
    sqlite3.SQLITE_NOTADB: StorageReason.DAMAGED,
    sqlite3.SQLITE_FORMAT: StorageReason.DAMAGED,
    sqlite3.SQLITE_CANTOPEN: StorageReason.NO_PERMISSION,
    sqlite3.SQLITE_PERM: StorageReason.NO_PERMISSION,
    sqlite3.SQLITE_IOERR: StorageReason.DISK_FAULT,
    sqlite3.SQLITE_MISUSE: StorageReason.CLOSED,
}
_SYSTEM = {
    errno.ENOSPC: StorageReason.DISK_FULL,
    errno.EDQUOT: StorageReason.DISK_FULL,
    errno.EFBIG: StorageReason.DISK_FULL,
    errno.EROFS: StorageReason.READ_ONLY,
    errno.EACCES: StorageReason.NO_PERMISSION,
    errno.EPERM: StorageReason.NO_PERMISSION,
    errno.ENOENT: StorageReason.MISSING,
    errno.EEXIST: StorageReason.NOT_A_FILE,
    errno.ENOTDIR: StorageReason.NOT_A_FILE,
    errno.EISDIR: StorageReason.NOT_A_FILE,
    errno.ENAMETOOLONG: StorageReason.NOT_A_FILE,
    errno.ELOOP: StorageReason.NOT_A_FILE,
    errno.EIO: StorageReason.DISK_FAULT,
}
