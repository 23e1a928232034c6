"""The way of the plans into another folder; those in the old one stay as a copy."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from smartgoals.storage.backups import copy_verified
from smartgoals.storage.create import create_folder
from smartgoals.storage.location import database_path, exists

if TYPE_CHECKING:
    from pathlib import Path

SETTINGS_NAME = "settings.ini"


def move_plans(old: Path, new: Path) -> None:
    """Have the plans and settings of the old folder in the new one, whole and verified.

    Plans that are in the new folder already stay, and nothing is copied over them.

    Raises:
        StorageError: they cannot be read or written.
        OSError: the settings cannot be.
    """
    create_folder(new)
    if exists(database_path(new)):
        return
    if exists(database_path(old)):
        copy_verified(database_path(old), database_path(new))
    settings = old / SETTINGS_NAME
    if settings.exists():
        shutil.copy2(settings, new / SETTINGS_NAME)
