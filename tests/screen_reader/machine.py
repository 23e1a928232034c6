"""What a machine needs for a screen and the buses of a desktop; standard library only."""

from __future__ import annotations

import shutil
from pathlib import Path

PROGRAMS = {"Xvfb": "xvfb", "dbus-daemon": "dbus"}
"""What must be on the path, each with its package on Debian and Ubuntu."""
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
"""Where distributions keep what starts the accessibility bus."""
LAUNCHER_PACKAGE = "at-spi2-core"


def missing_programs() -> dict[str, str]:
    """Return what this machine lacks, each with its package."""
    lacking = {name: package for name, package in PROGRAMS.items() if shutil.which(name) is None}
    if not any(Path(launcher).exists() for launcher in LAUNCHERS):
        lacking["at-spi-bus-launcher"] = LAUNCHER_PACKAGE
    return lacking
