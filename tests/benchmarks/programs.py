"""The programs that are started: ours, the empty window, and the peers that are installed."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.template import write_template

EMPTY_WINDOW = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1320, 860)
window.show()
sys.exit(app.exec())
"""
TEMPLATE = "template.odt"


@dataclass(frozen=True)
class Program:
    """What to start, and with which environment."""

    command: tuple[str, ...]
    environment: dict[str, str]


def ours(folder: Path) -> Program:
    """Return the start of the window on the data folder, as a desktop entry does it."""
    command = (sys.executable, "-m", "smartgoals")
    return Program(command, {**_environment(), "SMARTGOALS_DATA_DIR": str(folder)})


def empty_window() -> Program:
    """Return the least that a window of PySide6 can be."""
    return Program((sys.executable, "-c", EMPTY_WINDOW), _environment())


def peers(home: Path) -> dict[str, Program | None]:
    """Return the peers by name; None for one that is not installed.

    Each has an empty home of its own, used by all its starts, so that the first one (which
    is not counted) makes what it makes only once.
    """
    template = home / TEMPLATE
    write_template(template)
    office = ("--norestore", "--nologo", "--nofirststartwizard", "--writer", str(template))
    wanted = {"KeePassXC": ("keepassxc",), "Vorta": ("vorta", "--foreground")}
    wanted["LibreOffice with a template"] = ("soffice", *office)
    return {name: _peer(name, command, home) for name, command in wanted.items()}


def new_folder() -> Path:
    """Return an empty folder for one measurement."""
    return Path(tempfile.mkdtemp(prefix="benchmark-"))


def plain_environment() -> dict[str, str]:
    """Return the environment without what would disturb a measurement."""
    return _environment()


def _peer(name: str, command: tuple[str, ...], home: Path) -> Program | None:
    if shutil.which(command[0]) is None:
        return None
    own = home / name.split(maxsplit=1)[0]
    own.mkdir(exist_ok=True)
    return Program(command, {**_environment(), "HOME": str(own), "XDG_CONFIG_HOME": str(own)})


def _environment() -> dict[str, str]:
    # With it, every start would compile our modules anew.
    return {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
