"""Make the Windows installer of the program in ``dist/SmartGoals``.

    py packaging/windows_installer.py                      # builds and tries the program first
    python3 packaging/windows_installer.py --program DIR   # packs this folder, on any system

Needs NSIS 3 (``makensis``), on Windows where its own installer puts it, or on the path.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

import program
import smoke
from project import BUILD, DIST, ON_WINDOWS, PACKAGING, call, say, version

SCRIPT = PACKAGING / "windows" / "smartgoals.nsi"
ICON = BUILD / "smartgoals.ico"
"""Drawn when the program is built on Windows, else here."""


def main(arguments: list[str]) -> Path:
    """Make the installer and return it."""
    parser = argparse.ArgumentParser(description="Make the Windows installer.")
    parser.add_argument("--program", type=Path, help="a folder that holds the built program")
    folder = parser.parse_args(arguments).program
    if folder is None:
        program.main([])
        smoke.main([str(program.COMMAND)])
        folder = program.PROGRAM
    say("The Windows installer")
    DIST.mkdir(exist_ok=True)
    if not ICON.exists():
        program.draw_icon(ICON)
    installer = DIST / f"smartgoals-{version()}-windows.exe"
    defined = {
        "VERSION": version(),
        "PROGRAM": folder.absolute(),
        "ICON": ICON,
        "OUTPUT": installer,
    }
    call(
        makensis(), "-V2", "-WX", *(f"-D{name}={value}" for name, value in defined.items()), SCRIPT
    )
    say(f"{installer}: {installer.stat().st_size / 1e6:.1f} MB")
    return installer


def makensis() -> str:
    """Return the compiler of the installer."""
    if ON_WINDOWS:
        for name in ("ProgramFiles(x86)", "ProgramFiles"):
            usual = Path(os.environ.get(name, "")) / "NSIS" / "makensis.exe"
            if usual.exists():
                return str(usual)
    return shutil.which("makensis") or "makensis"


if __name__ == "__main__":
    main(sys.argv[1:])
