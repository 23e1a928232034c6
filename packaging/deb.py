"""Make the Debian package of the program in ``dist/SmartGoals``, on Debian or Ubuntu.

    python3 packaging/deb.py

It installs on the release that it was made on and on later ones. What the program needs of the
system is computed from its binaries; libraries that the system has are left out and depended on.
Needs dpkg-dev, desktop-file-utils and appstream.
"""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
import sys
import tempfile
import textwrap
from functools import partial
from pathlib import Path

from desktop_files import check_desktop_files, write_desktop_files
from licences import FILE_NAME
from program import PROGRAM
from project import (
    BUILD,
    DIST,
    PACKAGING,
    ROOT,
    call,
    changes,
    fresh,
    output,
    release_day,
    say,
    version,
)

DEBIAN = PACKAGING / "linux" / "debian"
HOME = Path("usr/lib/smartgoals")
OPTIONAL = ("libcupsprintersupport", "libqwayland", "libQt6WaylandClient", "libxdg-shell")
"""Parts of Qt that some systems use; where what they need is missing, the program runs without."""
OPTIONAL_FOLDERS = ("wayland-decoration-client",)
_ELF = b"\x7fELF"


def main() -> Path:
    """Make the package and return it."""
    say("The Debian package")
    tree = fresh(BUILD / "deb")
    tree.chmod(0o755)
    lay_out(tree)
    check_desktop_files(tree / "usr" / "share")
    write_control(tree)
    set_modes(tree)
    package = DIST / f"smartgoals_{version()}_{architecture()}.deb"
    call("dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, package, stdout=sys.stderr)
    say(f"{package}: {package.stat().st_size / 1e6:.0f} MB")
    return package


def lay_out(tree: Path) -> None:
    """Put everything where it will lie on the user's system."""
    shutil.copytree(PROGRAM, tree / HOME, symlinks=True)
    remove_carried(tree / HOME)
    (tree / "usr" / "bin").mkdir()
    (tree / "usr" / "bin" / "smartgoals").symlink_to("../lib/smartgoals/smartgoals")
    share = tree / "usr" / "share"
    write_desktop_files(share)
    compress(share / "man" / "man1" / "smartgoals.1")
    write_documents(tree)
    overrides = share / "lintian" / "overrides"
    overrides.mkdir(parents=True)
    shutil.copy(DEBIAN / "lintian-overrides", overrides / "smartgoals")


def remove_carried(home: Path) -> None:
    """Remove the system's libraries, which the portable folder carries and a package depends on."""
    for path in sorted((home / "_internal").glob("lib*.so*")):
        if not path.is_symlink() and is_of_system(path.name):
            path.unlink()


def is_of_system(name: str) -> bool:
    """Return whether a library of this name comes from a package of this system."""
    folders = (Path("/usr/lib") / multiarch(), Path("/lib") / multiarch())
    return not name.startswith("libpython") and any((each / name).exists() for each in folders)


def write_documents(tree: Path) -> None:
    """Write the licences and the changes as Debian wants them."""
    documents = tree / "usr" / "share" / "doc" / "smartgoals"
    documents.mkdir(parents=True)
    shutil.move(tree / HOME / FILE_NAME, documents / FILE_NAME)
    compress(documents / FILE_NAME)
    (tree / HOME / "LICENCE.txt").unlink()
    (documents / "copyright").write_text(
        f"SmartGoals\n\n{(ROOT / 'LICENSE').read_text('utf-8')}\nThe works of others that the "
        f"package carries, and their licences, are listed in\n"
        f"/usr/share/doc/smartgoals/{FILE_NAME}.gz.\n",
        "utf-8",
    )
    day = output("date", "--utc", "--rfc-email", "--date", release_day()).strip()
    entry = f"smartgoals ({version()}) unstable; urgency=medium\n\n{listed_changes()}\n"
    changelog = documents / "changelog"
    changelog.write_text(f"{entry} -- {maintainer()}  {day}\n", "utf-8")
    compress(changelog)


def listed_changes() -> str:
    """Return what is new in this version, in Debian's form."""
    wrap = partial(textwrap.fill, width=78, initial_indent="  * ", subsequent_indent="    ")
    return "".join(f"{wrap(item)}\n" for item in changes())


def compress(path: Path) -> None:
    """Replace the file by its compressed form, the same for the same content."""
    with gzip.GzipFile(f"{path}.gz", "wb", mtime=0) as file:
        file.write(path.read_bytes())
    path.unlink()


def write_control(tree: Path) -> None:
    """Write what dpkg has to know, and the sums of all files."""
    control = tree / "DEBIAN"
    control.mkdir()
    needed, optional = dependencies(tree)
    size = sum(path.lstat().st_size for path in tree.rglob("*") if not path.is_dir()) // 1024
    text = (DEBIAN / "control").read_text("utf-8")
    for name, value in {
        "VERSION": version(),
        "ARCHITECTURE": architecture(),
        "SIZE": str(size),
        "DEPENDS": needed,
        "RECOMMENDS": ", ".join(filter(None, [optional, "shared-mime-info", "xdg-utils"])),
    }.items():
        text = text.replace(f"@{name}@", value)
    (control / "control").write_text(text, "utf-8")
    files = sorted(path.relative_to(tree) for path in (tree / "usr").rglob("*") if is_file(path))
    sums = output("md5sum", "--", *files, cwd=tree)
    (control / "md5sums").write_text(sums, "utf-8")


def dependencies(tree: Path) -> tuple[str, str]:
    """Return the packages that the program needs, and those that optional parts of it need."""
    binaries = [path for path in (tree / HOME).rglob("*") if is_file(path) and is_binary(path)]
    needed = [path for path in binaries if not is_optional(path)]
    optional = [path for path in binaries if is_optional(path)]
    folders = sorted({path.parent for path in binaries})
    with tempfile.TemporaryDirectory() as folder:
        # The tool insists on a source package around it.
        (Path(folder) / "debian").mkdir()
        (Path(folder) / "debian" / "control").write_text("Source: smartgoals\n\n", "utf-8")
        done = subprocess.run(
            [
                *("dpkg-shlibdeps", "-O", "--ignore-missing-info"),
                *(f"-l{each}" for each in folders),
                *(f"-e{path}" for path in needed),
                *(part for path in optional for part in ("-dRecommends", f"-e{path}")),
            ],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode != 0:
        missing = set(re.findall(r"cannot find library (\S+)", done.stderr))
        raise SystemExit(f"Not on this system: {', '.join(sorted(missing)) or done.stderr}")
    lines = done.stdout.splitlines()
    found = dict(line.split("=", 1) for line in lines if "=" in line)
    return found["shlibs:Depends"], found.get("shlibs:Recommends", "")


def is_file(path: Path) -> bool:
    """Return whether it is a file itself, not a link to one."""
    return path.is_file() and not path.is_symlink()


def is_binary(path: Path) -> bool:
    """Return whether the file is a program or library."""
    with path.open("rb") as file:
        return file.read(len(_ELF)) == _ELF


def is_optional(path: Path) -> bool:
    """Return whether the program runs without it."""
    return path.name.startswith(OPTIONAL) or path.parent.name in OPTIONAL_FOLDERS


def set_modes(tree: Path) -> None:
    """Let everybody read everything, and execute what is a program."""
    for path in tree.rglob("*"):
        if not path.is_symlink():
            executable = path.is_dir() or path == tree / HOME / "smartgoals"
            path.chmod(0o755 if executable else 0o644)


def architecture() -> str:
    """Return Debian's name of this kind of machine."""
    return output("dpkg", "--print-architecture").strip()


def multiarch() -> str:
    """Return the name of the folder of this system's libraries."""
    return output("dpkg-architecture", "-qDEB_HOST_MULTIARCH").strip()


def maintainer() -> str:
    """Return who maintains the package, as its control file says."""
    text = (DEBIAN / "control").read_text("utf-8")
    return text.partition("Maintainer: ")[2].partition("\n")[0]


if __name__ == "__main__":
    main()
