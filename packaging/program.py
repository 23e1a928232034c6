"""Build the one-folder program for the system this runs on, which needs no Python.

    python3 packaging/program.py            # from a new environment, into dist/SmartGoals
    python3 packaging/program.py --environment FOLDER

The environment holds the wheel and the locked packages that it needs, and gets PyInstaller: what
is not in the wheel cannot get into the program. Of the result, the licences are collected. What
PyInstaller needs of Debian or Ubuntu is installed, as root or with sudo; where that cannot be done
a sentence says so, with exit code 77.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import sysconfig
from pathlib import Path

import bootstrap
from project import BUILD, DIST, ON_LINUX, ON_WINDOWS, PACKAGING, call, fresh, say, uv

ENVIRONMENT = BUILD / "environment"
PROGRAM = DIST / "SmartGoals"
COMMAND = PROGRAM / ("smartgoals-cli.exe" if ON_WINDOWS else "smartgoals")
PYTHON = Path("Scripts/python.exe" if ON_WINDOWS else "bin/python")
BINUTILS = ("objcopy", "objdump", "strip")
# Their libraries were rewritten after linking and would not survive.
NEVER_STRIPPED = ("numpy", "numpy.libs", "PIL", "pillow.libs", "PySide6", "shiboken6")


def main(arguments: list[str]) -> None:
    """Build the program, in the environment that is named or in a new one."""
    parser = argparse.ArgumentParser(description="Build the one-folder program.")
    parser.add_argument("--environment", type=Path, help="where the wheel is installed already")
    given = parser.parse_args(arguments).environment
    if not bootstrap.provide("The one-folder program", missing_here):
        raise SystemExit(bootstrap.LEFT_OUT)
    build((given.absolute() if given else new_environment()) / PYTHON)


def missing_here() -> dict[str, str]:
    """Return what PyInstaller needs of a Linux system and does not find, each with its package."""
    if not ON_LINUX:
        return {}
    from smartgoals.screen import missing_libraries

    missing = {name: "binutils" for name in BINUTILS if shutil.which(name) is None}
    # Debian's own Python is one piece; the library that the program carries is another package.
    library = str(sysconfig.get_config_var("INSTSONAME"))
    package = f"libpython{sysconfig.get_python_version()}"
    return missing | dict.fromkeys(missing_libraries([library]), package)


def new_environment() -> Path:
    """Return an environment that holds a new wheel and what it needs, as locked."""
    say("The wheel, and an environment for it")
    environment = ENVIRONMENT
    wheels, locked = fresh(BUILD / "wheel"), BUILD / "locked.txt"
    uv("build", "--out-dir", wheels)  # By way of the source package: nothing old gets in.
    uv("venv", "--clear", "--python", sys.executable, environment)
    plain = ("--frozen", "--no-emit-project", "--output-file", locked)
    uv("export", "--no-dev", *plain)
    uv("pip", "install", "--python", environment, "--requirements", locked)
    uv("pip", "install", "--python", environment, "--no-deps", next(wheels.glob("*.whl")))
    return environment


def build(python: Path) -> None:
    """Build the program from the environment of this Python."""
    say("The one-folder program")
    locked = BUILD / "locked-builder.txt"
    BUILD.mkdir(exist_ok=True)
    uv("export", "--frozen", "--only-group", "build", "--output-file", locked)
    uv("pip", "install", "--python", python, "--requirements", locked)
    if not ON_LINUX:
        target = BUILD / ("smartgoals.ico" if ON_WINDOWS else "smartgoals.icns")
        call(python, PACKAGING / "icons.py", target)
    shutil.rmtree(PROGRAM, ignore_errors=True)
    folders = ("--distpath", DIST, "--workpath", BUILD / "pyinstaller")
    options = ("--noconfirm", "--log-level", "ERROR")
    spec = PACKAGING / "smartgoals.spec"
    # In another folder than the source tree, so that the installed wheel is what is taken.
    call(python, "-P", "-m", "PyInstaller", *options, *folders, spec, cwd=BUILD)
    if ON_LINUX:
        strip(PROGRAM)
    call(python, PACKAGING / "licences.py", PROGRAM)
    size = sum(file.stat().st_size for file in PROGRAM.rglob("*") if not file.is_symlink())
    say(f"{PROGRAM}: {size / 1e6:.0f} MB")


def draw_icon(target: Path) -> None:
    """Draw the icon in the form that the target tells, by the environment that was made here."""
    if not (ENVIRONMENT / PYTHON).exists():
        raise SystemExit("First comes python3 packaging/program.py, whose environment is used.")
    call(ENVIRONMENT / PYTHON, PACKAGING / "icons.py", target)


def strip(folder: Path) -> None:
    """Take the names for debuggers out of libraries, but for those that would not survive."""
    inside = folder / "_internal"
    libraries = [
        path
        for path in inside.rglob("*.so*")
        if not path.is_symlink() and path.relative_to(inside).parts[0] not in NEVER_STRIPPED
    ]
    call("strip", "--strip-unneeded", *libraries)


if __name__ == "__main__":
    main(sys.argv[1:])
