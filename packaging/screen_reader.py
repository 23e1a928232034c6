"""Run the journey of a screen reader, on a screen and an accessibility bus of its own.

    python3 packaging/screen_reader.py

After ``bootstrap.py test``, which makes the environment. On Debian and Ubuntu it installs what a
desktop would have, as root or with sudo; where that cannot be done it says so, with exit code 77.
"""

from __future__ import annotations

import os
import subprocess
import sys

import bootstrap

SWITCH = "SMARTGOALS_SCREEN_READER"
"""With this in the environment the journey is not skipped."""


def main() -> int:
    """Return the exit code of the journey, or the one that says that it cannot be made here."""
    if not bootstrap.provide("The journey of a screen reader", missing_here):
        return bootstrap.LEFT_OUT
    command = [str(bootstrap.ENVIRONMENT_PYTHON), "-P", "-m", "pytest", "-q", "tests/screen_reader"]
    return subprocess.call(command, cwd=bootstrap.ROOT, env={**os.environ, SWITCH: "1"})


def missing_here() -> dict[str, str]:
    """Return the programs and libraries that are missing, each with its package."""
    from smartgoals.screen import QT_LIBRARIES, X11_LIBRARIES, missing_libraries
    from tests.screen_reader.machine import missing_programs

    libraries = {**QT_LIBRARIES, **X11_LIBRARIES}
    return {
        **missing_programs(),
        **{name: libraries[name] for name in missing_libraries(libraries)},
    }


if __name__ == "__main__":
    sys.exit(main())
