"""Run the journey of a screen reader, on a screen and an accessibility bus of its own.

    python3 packaging/screen_reader.py

After ``bootstrap.py test``, which makes the environment. On Debian and Ubuntu it installs what a
desktop would have, as root or with sudo; fails with a sentence where that cannot be done.
"""

from __future__ import annotations

import os
import subprocess
import sys

import bootstrap

SWITCH = "SMARTGOALS_SCREEN_READER"
"""With this in the environment the journey is not skipped."""


def main() -> int:
    """Return the exit code of the journey, or 1 when it cannot be made."""
    missing = missing_here()
    if missing and not bootstrap.install_packages(sorted(set(missing.values()))):
        bootstrap.say("The packages for a screen reader could not be installed.")
    missing = missing_here()
    if missing:
        bootstrap.say(f"No journey of a screen reader without {', '.join(missing)}. Type:")
        bootstrap.say(f"    sudo apt-get install -y {' '.join(sorted(set(missing.values())))}")
        return 1
    command = [str(bootstrap.ENVIRONMENT_PYTHON), "-P", "-m", "pytest", "-q", "tests/screen_reader"]
    return subprocess.call(command, cwd=bootstrap.ROOT, env={**os.environ, SWITCH: "1"})


def missing_here() -> dict[str, str]:
    """Return the programs and libraries that are missing, each with its package."""
    sys.path.insert(0, str(bootstrap.ROOT))
    from smartgoals.screen import QT_LIBRARIES, X11_LIBRARIES, missing_libraries
    from tests.screen_reader.machine import missing_programs

    libraries = {**QT_LIBRARIES, **X11_LIBRARIES}
    return {
        **missing_programs(),
        **{name: libraries[name] for name in missing_libraries(libraries)},
    }


if __name__ == "__main__":
    sys.exit(main())
