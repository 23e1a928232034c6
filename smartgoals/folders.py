"""Where the plans are kept, on every system; standard library only, as Qt may be missing."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DATA_VARIABLE = "SMARTGOALS_DATA_DIR"
"""The environment variable that names the data folder as ``--data-dir`` does."""

NOTE_NAME = "folder.txt"
"""In the system's own folder: names the one that she chose instead."""


def data_folder(chosen: Path | None = None, environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of the plans: the chosen one, the environment's, hers, or the system's.

    Hers is the one that she chose in the settings.
    It need not exist. A relative ``XDG_DATA_HOME`` does not count, as its specification says.
    """
    if chosen is not None:
        return chosen.expanduser().absolute()
    if named := environment.get(DATA_VARIABLE):
        return Path(named).expanduser().absolute()
    own = _system_folder(environment) / "smartgoals"
    return _folder_noted(own / NOTE_NAME) or own


def note_folder(folder: Path, environment: Mapping[str, str] = os.environ) -> None:
    """Have the plans in this folder from the next start on.

    Raises:
        OSError: it cannot be noted.
    """
    own = _system_folder(environment) / "smartgoals"
    own.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = own / f"{NOTE_NAME}.part"
    part.write_text(str(folder.absolute()), "utf-8", errors="surrogateescape")
    part.replace(own / NOTE_NAME)


def _folder_noted(note: Path) -> Path | None:
    try:
        folder = Path(note.read_text("utf-8", errors="surrogateescape").strip())
    except (OSError, ValueError):
        return None
    return folder if folder.is_absolute() else None


def cache_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of what can be made anew at any time, such as the list of fonts.

    It need not exist. A relative ``XDG_CACHE_HOME`` does not count, as its specification says.
    """
    if sys.platform == "win32":
        return _system_folder(environment) / "smartgoals" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "smartgoals"
    cache = Path(environment.get("XDG_CACHE_HOME", ""))
    return (cache if cache.is_absolute() else Path.home() / ".cache") / "smartgoals"


def _system_folder(environment: Mapping[str, str]) -> Path:
    if sys.platform == "win32":
        local = environment.get("LOCALAPPDATA", "")
        return Path(local) if local else Path.home() / "AppData" / "Local"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support"
    shared = Path(environment.get("XDG_DATA_HOME", ""))
    return shared if shared.is_absolute() else Path.home() / ".local" / "share"
