"""Pack the program in ``dist/SmartGoals`` with its install script, for any Linux.

    python3 packaging/portable.py

Who unpacks the archive can start ``SmartGoals/smartgoals`` right there, or run ``install.sh``,
which needs no rights. It runs on systems as new as the one it was made on, or newer.
"""

from __future__ import annotations

import platform
import shutil
import tarfile
from pathlib import Path

from desktop_files import LINUX, check_desktop_files, write_desktop_files
from program import PROGRAM
from project import BUILD, DIST, fresh, say, version


def main() -> Path:
    """Make the archive and return it."""
    say("The portable folder")
    name = f"smartgoals-{version()}-linux-{platform.machine()}"
    folder = fresh(BUILD / "portable") / name
    folder.mkdir()
    shutil.copytree(PROGRAM, folder / "SmartGoals", symlinks=True)
    shutil.copy(LINUX / "install.sh", folder)
    write_desktop_files(folder / "share")
    check_desktop_files(folder / "share")
    archive = DIST / f"{name}.tar.xz"
    with tarfile.open(archive, "w:xz") as tar:
        tar.add(folder, arcname=name, filter=without_owner)
    say(f"{archive}: {archive.stat().st_size / 1e6:.0f} MB")
    return archive


def without_owner(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Return the entry with nothing in it of the machine that packs."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mode |= 0o444 | (0o111 if entry.mode & 0o100 else 0)  # Whatever the umask was.
    return entry


if __name__ == "__main__":
    main()
