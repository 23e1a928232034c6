"""What every packaging script stands on: folders, names, the version, and the calls of uv."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

PACKAGING = Path(__file__).resolve().parent
ROOT = PACKAGING.parent
BUILD = ROOT / "build"
DIST = ROOT / "dist"
APP_ID = "org.smartgoals.SmartGoals"
MIME_TYPE = "application/x-smartgoals-plan"
LANGUAGES = ("en", "id", "it", "nb", "tr")
ON_LINUX = sys.platform.startswith("linux")
ON_WINDOWS = sys.platform == "win32"
ON_MAC = sys.platform == "darwin"


def version() -> str:
    """Return the version, which stands in ``smartgoals/__init__.py`` and nowhere else."""
    text = (ROOT / "smartgoals" / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "([0-9]+(?:\.[0-9]+)+)"$', text, re.MULTILINE)
    if found is None:
        raise SystemExit("smartgoals/__init__.py names no version.")
    return str(found[1])


def release_day() -> str:
    """Return the day of this version, as ``CHANGELOG.md`` has it, such as 2027-01-31."""
    text = (PACKAGING / "CHANGELOG.md").read_text("utf-8")
    found = re.search(rf"^## {re.escape(version())} \((\d{{4}}-\d\d-\d\d)\)$", text, re.MULTILINE)
    if found is None:
        raise SystemExit(f"packaging/CHANGELOG.md has no entry for version {version()}.")
    return str(found[1])


def changes() -> tuple[str, ...]:
    """Return what is new in this version, each thing in one line, as ``CHANGELOG.md`` has it."""
    text = (PACKAGING / "CHANGELOG.md").read_text("utf-8")
    pattern = rf"^## {re.escape(version())} .*?\n\n- (.*?)(?=^## |\Z)"
    found = re.search(pattern, text, re.MULTILINE | re.DOTALL)
    items = found[1].split("\n- ") if found is not None else []
    return tuple(" ".join(item.split()) for item in items)


def say(text: str) -> None:
    """Print what is done, at once."""
    print(f"--- {text}", flush=True)


def expect(condition: bool, text: str) -> None:  # noqa: FBT001 - it is what is expected
    """End with the text when the condition does not hold."""
    if not condition:
        raise SystemExit(f"Failed: {text}")


def call(*command: str | Path, **options: Any) -> None:
    """Run the command; the script ends when it fails."""
    try:
        subprocess.run([str(part) for part in command], check=True, **options)
    except FileNotFoundError:
        raise SystemExit(f"{command[0]} is not installed here.") from None
    except subprocess.CalledProcessError as error:
        raise SystemExit(f"{Path(str(command[0])).name} failed ({error.returncode}).") from None


def output(*command: str | Path, **options: Any) -> str:
    """Return what the command prints on standard output."""
    parts = [str(part) for part in command]
    return str(subprocess.check_output(parts, encoding="utf-8", **options))


def uv(*arguments: str | Path) -> None:
    """Run uv: the one that the set-up has installed, else the one on the path."""
    from bootstrap import UV

    program = str(UV) if UV.exists() else shutil.which("uv")
    if program is None:
        raise SystemExit("There is no uv; python3 packaging/bootstrap.py test installs it.")
    command = [program, "--quiet", *map(str, arguments)]
    if subprocess.run(command, cwd=ROOT, check=False).returncode != 0:
        # Behind some proxies only the certificates of the system will do.
        call(program, "--quiet", "--system-certs", *arguments, cwd=ROOT)


def fresh(folder: Path) -> Path:
    """Return the folder, which is there and empty now."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder
