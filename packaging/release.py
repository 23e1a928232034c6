"""Make all that is released for the system this runs on, with checksums, in ``dist``.

    python3 packaging/release.py                # after all checks
    python3 packaging/release.py --no-checks

On Linux: source package, wheel, Debian package (on Debian and Ubuntu) and portable archive; on
Windows the installer; on macOS the disk image. ``packaging/README.md`` has the steps around it.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
from pathlib import Path

import deb
import mac_image
import portable
import program
import python_packages
import smoke
import windows_installer
from project import DIST, ON_LINUX, ON_WINDOWS, ROOT, call, output, release_day, say, version

SUMS = "SHA256SUMS"
ENDINGS = (".whl", ".tar.gz", ".deb", ".tar.xz", ".exe", ".dmg")


def main(arguments: list[str]) -> None:
    """Check, build, try and sum up; end with a sentence where something is not as it should be."""
    parser = argparse.ArgumentParser(description="Make all that is released.")
    parser.add_argument("--no-checks", action="store_true", help="leave out .ci/run")
    parser.add_argument("--uncommitted", action="store_true", help="with changes not committed")
    options = parser.parse_args(arguments)
    say(f"SmartGoals {version()} of {release_day()}")
    if not options.uncommitted and output("git", "status", "--porcelain", cwd=ROOT):
        raise SystemExit("There are changes that are not committed.")
    if not options.no_checks:
        call("bash", ROOT / ".ci" / "run", cwd=ROOT)
    shutil.rmtree(DIST, ignore_errors=True)
    build()
    write_sums()


def build() -> None:
    """Make everything that this system can make."""
    if ON_WINDOWS:
        windows_installer.main([])
    elif not ON_LINUX:
        mac_image.main([])
    else:
        python_packages.main([])
        program.main([])
        smoke.main([])
        portable.main()
        if shutil.which("dpkg-shlibdeps"):
            deb.main()


def write_sums() -> None:
    """Write the checksums of the artefacts, in the form that sha256sum reads."""
    files = sorted(path for path in DIST.iterdir() if path.name.endswith(ENDINGS))
    lines = [f"{checksum(path)}  {path.name}\n" for path in files]
    (DIST / SUMS).write_text("".join(lines), "utf-8", newline="\n")
    say(f"{DIST / SUMS}:")
    print("".join(lines), end="")


def checksum(path: Path) -> str:
    """Return the SHA-256 of the file in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


if __name__ == "__main__":
    main(sys.argv[1:])
