"""Writing a file so that the old one is whole until the new one is."""

import contextlib
import errno
import os
import secrets
import stat
from enum import StrEnum
from pathlib import Path

from smartgoals.language import tr
from smartgoals.storage.disk import sync_folder
from smartgoals.storage.location import is_databases_own
from smartgoals.words.errors import printable


class WriteFault(StrEnum):
    """Why a file could not be written."""

    DISK_FULL = "disk_full"
    NO_FOLDER = "no_folder"
    READ_ONLY = "read_only"
    IS_FOLDER = "is_folder"
    BAD_NAME = "bad_name"
    OTHER = "other"


class WriteError(Exception):
    """A file was not written and what stood there before is intact; as a string, the sentence."""

    def __init__(self, path: Path, reason: WriteFault) -> None:
        self.path = path
        self.reason = reason
        super().__init__(_sentence(path, reason))


def write_atomically(path: Path, content: bytes) -> None:
    """Put the content into the file: all of it, or nothing of it.

    It is written beside the file, brought to the disk, and put in its place in one step; a
    link stays a link, and an old file's permissions stay. Devices and pipes, which hold nothing
    to lose, are written to directly. A database, ours or another's, is never replaced.

    Raises:
        WriteError: the disk is full, the folder is gone, or it may not be written.
    """
    try:
        target = Path(os.path.realpath(path))
        mode = _mode(target)
        if mode is not None and not stat.S_ISREG(mode):
            target.write_bytes(content)
            return
        if is_databases_own(target):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
        _write_beside(target, content, mode)
    except OSError as error:
        raise WriteError(path, _reason(error)) from error
    except ValueError as error:  # A name with a NUL in it.
        raise WriteError(path, WriteFault.BAD_NAME) from error


def _mode(target: Path) -> int | None:
    """Return the mode of what stands there, None for nothing; raise if it may not be replaced."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return mode


def _write_beside(target: Path, content: bytes, mode: int | None) -> None:
    # A short name of its own: beside a name of full length a longer one would not fit.
    beside = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with beside.open("xb") as file:
            if mode is not None:
                beside.chmod(stat.S_IMODE(mode))
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise
    sync_folder(target.parent)


def _reason(error: OSError) -> WriteFault:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return WriteFault.DISK_FULL
        case errno.ENOENT | errno.ENOTDIR | errno.ENODEV | errno.ENXIO:
            return WriteFault.NO_FOLDER
        case errno.EROFS | errno.EACCES | errno.EPERM | errno.EBUSY | errno.ETXTBSY:
            return WriteFault.READ_ONLY
        case errno.EISDIR:
            return WriteFault.IS_FOLDER
        case errno.ENAMETOOLONG | errno.EINVAL | errno.ELOOP:
            return WriteFault.BAD_NAME
        case _:
            return WriteFault.OTHER


def _sentence(path: Path, reason: WriteFault) -> str:
    sentences = {
        WriteFault.DISK_FULL: tr("“{name}” was not written: the disk is full."),
        WriteFault.NO_FOLDER: tr("“{name}” was not written: the folder “{folder}” is not there."),
        WriteFault.READ_ONLY: tr(
            "“{name}” was not written: it may not be changed there, or another program has it open."
        ),
        WriteFault.IS_FOLDER: tr("“{name}” was not written: a folder of that name is there."),
        WriteFault.BAD_NAME: tr("“{name}” was not written: a file cannot have this name."),
        WriteFault.OTHER: tr("“{name}” was not written: the disk reported a fault."),
    }
    shown = sentences[reason].format(name=printable(path.name), folder=printable(path.parent))
    comfort = tr("What was there before is unchanged.")
    return f"{shown} {comfort}"
