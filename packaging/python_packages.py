"""Build the source package and the wheel, look into them, and install the wheel in every way.

    python3 packaging/python_packages.py              # into dist
    python3 packaging/python_packages.py --install    # and try pip, pipx and uv tool, as a user

The wheel is built from the unpacked source package, so both are whole if it is.
"""

from __future__ import annotations

import os
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

import smoke
from project import DIST, ON_WINDOWS, ROOT, call, say, uv, version

SCRIPTS = "Scripts" if ON_WINDOWS else "bin"
COMMAND = "smartgoals.exe" if ON_WINDOWS else "smartgoals"
ONLY_SOURCE = {".po", ".pot"}
"""Endings of resources that no program reads."""


def main(arguments: list[str]) -> None:
    """Build, check and, if that is asked for, install."""
    wheel = build()
    if "--install" in arguments:
        for way in (by_pip, by_pipx, by_uv):
            with tempfile.TemporaryDirectory(prefix="smartgoals-install-") as folder:
                say(f"The wheel, installed {way.__name__.replace('_', ' ')}")
                smoke.main([str(way(wheel, Path(folder)))])


def build() -> Path:
    """Build both packages, see that nothing is missing in them, and return the wheel."""
    say("The source package and the wheel")
    for old in (*DIST.glob("smartgoals-*.whl"), *DIST.glob("smartgoals-*.tar.gz")):
        old.unlink()
    uv("build", "--out-dir", DIST)
    wheel = DIST / f"smartgoals-{version()}-py3-none-any.whl"
    source = DIST / f"smartgoals-{version()}.tar.gz"
    check_wheel(wheel)
    check_source(source)
    for package in (wheel, source):
        say(f"{package}: {package.stat().st_size / 1e6:.2f} MB")
    return wheel


def check_wheel(wheel: Path) -> None:
    """End with a sentence when the wheel has not exactly the modules and resources of the tree."""
    with zipfile.ZipFile(wheel) as archive:
        inside = {name for name in archive.namelist() if ".dist-info/" not in name}
    wanted = {path.relative_to(ROOT).as_posix() for path in files_below(ROOT / "smartgoals")}
    wanted |= {
        f"smartgoals/{path.relative_to(ROOT).as_posix()}"
        for path in files_below(ROOT / "resources")
        if path.suffix not in ONLY_SOURCE
    }
    differing = sorted(inside ^ wanted)
    if differing:
        raise SystemExit(f"The wheel differs from the source tree in {', '.join(differing)}")


def check_source(source: Path) -> None:
    """End with a sentence when the source package lacks what its README speaks of."""
    top = f"smartgoals-{version()}/"
    with tarfile.open(source) as archive:
        inside = {name.removeprefix(top) for name in archive.getnames()}
    folders = ("smartgoals", "resources", "tests", "packaging")
    files = [path for each in folders for path in files_below(ROOT / each)]
    wanted = {path.relative_to(ROOT).as_posix() for path in files}
    missing = sorted({*wanted, "README.md", "LICENSE", "uv.lock"} - inside)
    if missing:
        raise SystemExit(f"The source package lacks {', '.join(missing)}")


def files_below(folder: Path) -> list[Path]:
    """Return the files of a folder that are not made by running it."""
    return [path for path in folder.rglob("*") if path.is_file() and not is_made(path)]


def is_made(path: Path) -> bool:
    """Return whether the file was made by Python or a tool, in a folder for such things."""
    parts = path.relative_to(ROOT).parts
    return any(part == "__pycache__" or part.startswith(".") for part in parts)


def by_pip(wheel: Path, folder: Path) -> Path:
    """Install with pip into an environment, and return the command."""
    call(sys.executable, "-m", "venv", folder / "environment")
    python = folder / "environment" / SCRIPTS / "python"
    call(python, "-m", "pip", "--quiet", "--disable-pip-version-check", "install", wheel)
    return folder / "environment" / SCRIPTS / COMMAND


def by_pipx(wheel: Path, folder: Path) -> Path:
    """Install with pipx, which is fetched for it, and return the command."""
    uv("venv", "--python", sys.executable, folder / "pipx")
    uv("pip", "install", "--python", folder / "pipx", "pipx")
    own = {"PIPX_HOME": str(folder / "home"), "PIPX_BIN_DIR": str(folder / "commands")}
    pipx = folder / "pipx" / SCRIPTS / "pipx"
    call(pipx, "install", "--quiet", wheel, env={**os.environ, **own})
    return folder / "commands" / COMMAND


def by_uv(wheel: Path, folder: Path) -> Path:
    """Install as a tool of uv, and return the command."""
    os.environ["UV_TOOL_DIR"] = str(folder / "tools")
    os.environ["UV_TOOL_BIN_DIR"] = str(folder / "commands")
    uv("tool", "install", "--python", sys.executable, wheel)
    return folder / "commands" / COMMAND


if __name__ == "__main__":
    main(sys.argv[1:])
