"""What the disk is asked for beside reading and writing: second names, and names that last."""

import contextlib
import os
import shutil
from pathlib import Path


def second_name(path: Path, kept: Path) -> None:
    """Give the file another name, under which it stays when the first one is taken."""
    try:
        os.link(path, kept)
    except OSError:  # A file system without links.
        shutil.copy2(path, kept)


def sync_folder(folder: Path) -> None:
    """Bring the names in the folder to the disk, where the system can do that."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
