"""The backups as files: where they lie, what they are called, which are there.

The standard library only: whether there is a backup is asked before anything heavy is loaded.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FOLDER_NAME = "backups"
_NAME = "smartgoals-"
_PATTERN = f"{_NAME}%Y%m%d-%H%M%S-%f.db"
"""Of the moment in UTC."""
_PART_SUFFIX = ".part"
_LEFT_OVER_AFTER = 3600
"""Seconds after which nobody is still writing a part."""


@dataclass(frozen=True, order=True)
class Backup:
    """A copy of the database as it was at a moment."""

    made_at: dt.datetime
    """In UTC."""
    path: Path


def backup_folder(folder: Path) -> Path:
    """Return the folder of the backups in the data folder; it need not exist."""
    return folder / FOLDER_NAME


def backup_path(folder: Path, moment: dt.datetime) -> Path:
    """Return the path of the backup that is made at the moment."""
    return backup_folder(folder) / moment.astimezone(dt.UTC).strftime(_PATTERN)


def backups(folder: Path) -> list[Backup]:
    """Return the backups in the data folder, newest first; none where they cannot be looked for.

    Their moment is that of their name: the times of a file change when it is copied.
    """
    found = [
        Backup(moment, path)
        for path in _entries(backup_folder(folder))
        if (moment := _moment(path))
    ]
    return sorted(found, reverse=True)


def remove_left_over_parts(folder: Path) -> None:
    """Remove the unfinished copies of processes that were killed while they made them."""
    now = dt.datetime.now(dt.UTC).timestamp()
    for path in (*_entries(backup_folder(folder)), *_entries(folder)):
        if path.name.startswith(_NAME) and path.suffix == _PART_SUFFIX:
            with contextlib.suppress(OSError):
                if now - path.stat().st_mtime > _LEFT_OVER_AFTER:
                    path.unlink()


def _entries(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _moment(path: Path) -> dt.datetime | None:
    try:
        return dt.datetime.strptime(path.name, _PATTERN).replace(tzinfo=dt.UTC)
    except ValueError:
        return None
