"""Start or test SmartGoals on a machine that has only Python 3.11 or newer with pip.

    python3 packaging/bootstrap.py run [what smartgoals understands]
    python3 packaging/bootstrap.py test [what pytest understands]

Without a word more, all tests run, on several processors at once.

The first time it installs the locked dependencies into ``.venv``, by ``uv``, which pip puts into
``.tools``; nothing goes into the system's Python. On Debian and Ubuntu it installs the system
libraries that Qt lacks, where it may, or prints the line to type. After that it works offline:
as long as ``uv.lock`` and ``pyproject.toml`` stay as they are it only starts the program.
Its own messages go to standard error.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parent.parent
# What Qt needs of the system, the program itself knows best; no more of it is imported.
sys.path.insert(0, str(ROOT))
TOOLS = ROOT / ".tools"
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "bootstrap.stamp"
ON_WINDOWS = sys.platform == "win32"
# A virtual environment need not have pip and may be the very one to make: use what it stands on.
PYTHON = getattr(sys, "_base_executable", None) or sys.executable
ENVIRONMENT_PYTHON = ENVIRONMENT / ("Scripts/python.exe" if ON_WINDOWS else "bin/python")
UV = TOOLS / "bin" / ("uv.exe" if ON_WINDOWS else "uv")
LEFT_OUT = 77
"""The exit code of a check for which the machine lacks something, as it is usual for tests."""
MODULES = {"run": "smartgoals", "test": "pytest"}
ALL_TESTS = ["-n", "auto", "--maxprocesses", "4", "--dist", "worksteal"]
"""A worker takes up to half a gigabyte, and more than four wait for the same disk."""


def main(arguments: list[str]) -> int:
    """Set up what is missing, then turn into the program; return 1 or 2 when it cannot."""
    if sys.version_info < (3, 11):
        say(f"SmartGoals needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        return 1
    if not arguments or arguments[0] not in MODULES:
        say("Usage: python3 packaging/bootstrap.py run|test [arguments]")
        return 2
    verb, *rest = arguments
    if verb == "test":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.chdir(ROOT)
        rest = rest or ALL_TESTS
    install_system_libraries()
    try:
        set_up(with_tests=verb == "test")
    except (OSError, subprocess.CalledProcessError) as error:
        say(f"SmartGoals could not be set up: {error}")
        return 1
    return start(MODULES[verb], rest)


def say(text: str) -> None:
    """Print the text on standard error: standard output belongs to the program."""
    print(text, file=sys.stderr, flush=True)


def install_system_libraries() -> None:
    """Install what Qt lacks on this Linux system, or say what to type; go on in any case."""
    from smartgoals.screen import install_line, missing_libraries, needed_libraries

    needed = needed_libraries()
    missing = missing_libraries(needed)
    if not missing:
        return
    say(f"Qt needs system libraries that are missing here: {', '.join(missing)}.")
    line = install_line(missing)
    if line is None:
        say("Please install them with your system's packages.")
    elif not install_packages([needed[library] for library in missing]):
        say(f"To install them, type:\n    {line}")


def install_packages(packages: list[str]) -> bool:
    """Return whether apt could install the packages without a question."""
    try:
        as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
        apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
        call([*apt, "-o", "DPkg::Lock::Timeout=120", "update"])
        call([*apt, "-o", "DPkg::Lock::Timeout=120", "install", "-y", *packages])
    except (OSError, subprocess.CalledProcessError):
        return False
    return True


def provide(what: str, find_missing: Callable[[], dict[str, str]]) -> bool:
    """Return whether nothing is missing for it any more, and say what is and what to type.

    What is missing comes with its package on Debian and Ubuntu, which is installed where it may be.
    """
    missing = find_missing()
    if missing and install_packages(sorted(set(missing.values()))):
        missing = find_missing()
    if missing:
        say(f"{what}: left out, as {', '.join(missing)} is missing. On Debian and Ubuntu, type:")
        say(f"    sudo apt-get install -y {' '.join(sorted(set(missing.values())))}")
    return not missing


def set_up(*, with_tests: bool) -> None:
    """Bring ``.venv`` in step with ``uv.lock``; do nothing when it is."""
    known = STAMP.read_text("utf-8").splitlines() if STAMP.exists() else []
    with_tests = with_tests or "with tests" in known  # Never take away what was installed.
    wanted = [fingerprint(), *(["with tests"] if with_tests else [])]
    if known == wanted and ENVIRONMENT_PYTHON.exists():
        return
    say("Setting up SmartGoals; this needs the network and takes a minute or two.")
    STAMP.unlink(missing_ok=True)
    get_uv()
    install([] if with_tests else ["--no-dev"])
    STAMP.write_text("\n".join(wanted), "utf-8")


def fingerprint() -> str:
    """Return a line that changes when the environment has to be made anew."""
    digest = hashlib.sha256()
    for name in ("pyproject.toml", "uv.lock"):
        digest.update((ROOT / name).read_bytes())
    for fact in (ROOT, sys.version, sys.base_prefix):
        digest.update(str(fact).encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def get_uv() -> None:
    """Have a ``uv`` that runs in ``.tools``."""
    try:
        subprocess.run([UV, "--version"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        shutil.rmtree(TOOLS, ignore_errors=True)
        pip("install", "--target", str(TOOLS), "uv")


def install(groups: list[str]) -> None:
    """Install exactly what is locked, with this Python; try every way to the packages."""
    os.environ["UV_PROJECT_ENVIRONMENT"] = str(ENVIRONMENT)
    os.environ.pop("VIRTUAL_ENV", None)
    project = ["--project", str(ROOT), "--python", PYTHON, "--no-python-downloads"]
    for certificates in ([], ["--system-certs"]):
        try:
            call([str(UV), "sync", "--locked", *certificates, *project, *groups])
        except subprocess.CalledProcessError:
            say("Trying another way to the packages.")
        else:
            return
    install_with_pip(groups)


def install_with_pip(groups: list[str]) -> None:
    """Install the same files, checked by their hashes, with pip, which may be set up for it."""
    locked = str(TOOLS / "locked.txt")
    plain = ["--frozen", "--no-emit-project", "--quiet", "--output-file", locked]
    call([str(UV), "export", "--project", str(ROOT), *plain, *groups])
    call([str(UV), "venv", "--clear", "--python", PYTHON, str(ENVIRONMENT)])
    into = ["--python", str(ENVIRONMENT_PYTHON), "install"]
    pip(*into, "--require-hashes", "-r", locked)
    pip(*into, "--no-deps", "--editable", str(ROOT))


def pip(*arguments: str) -> None:
    """Run pip, unmoved by settings that forbid or redirect what is done here."""
    os.environ.update(PIP_USER="0", PIP_REQUIRE_VIRTUALENV="0", PIP_ROOT_USER_ACTION="ignore")
    asked = subprocess.run([PYTHON, "-m", "pip", "--version"], check=False, capture_output=True)
    if asked.returncode != 0:
        say("This Python has no pip. On Debian and Ubuntu: sudo apt-get install -y python3-pip")
    call([PYTHON, "-m", "pip", "--disable-pip-version-check", "--quiet", *arguments])


def call(command: list[str]) -> None:
    """Run the command; what it prints goes to standard error. Raises when it fails."""
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=sys.stderr)


def start(module: str, arguments: list[str]) -> int:
    """Turn this process into the module's, or where there is no such thing return its exit code.

    The user's folder stays the working folder.
    """
    # -P: what lies in the working folder is not imported.
    command = [str(ENVIRONMENT_PYTHON), "-P", "-m", module, *arguments]
    if not ON_WINDOWS:
        os.execv(command[0], command)  # noqa: S606
    return subprocess.call(command)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
