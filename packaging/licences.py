"""Write the licences of all that a built program carries into one file beside it.

    ENVIRONMENT/bin/python packaging/licences.py dist/SmartGoals

Runs in the environment that the program was built from: what is installed there is what the
program holds. Fails when a package comes without the text of its licence.
"""

from __future__ import annotations

import importlib.metadata
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from project import PACKAGING, ROOT

FILE_NAME = "THIRD-PARTY-LICENCES.txt"
OURS = "smartgoals"
BUILDERS = {
    *("altgraph", "macholib", "pefile", "pip", "pyinstaller-hooks-contrib", "pywin32-ctypes"),
    "setuptools",
}
"""Installed beside, and no part of the program."""
HEADING = """\
SmartGoals is under the MIT licence. It carries the work of others, which is listed
here with its licences. Qt and Qt for Python are used under the GNU Lesser General
Public License, version 3: they lie in the folder of the program as libraries of
their own and may be replaced there; their source is at
https://download.qt.io/official_releases/. Qt itself contains the work of others, such as
FreeType, HarfBuzz, libpng, zlib, PCRE2, double-conversion, TinyCBOR and MD4C; their
notices are at https://doc.qt.io/qt-6/licenses-used-in-qt.html. Portions of this
software are copyright © The FreeType Project (https://freetype.org). All rights
reserved.
"""
TEXTS = {
    "pyside6-essentials": ("LGPL-3.0.txt", "GPL-3.0.txt", "ICU.txt"),
    "shiboken6": (),  # Part of Qt for Python, whose licences stand above.
}
"""Of packages that come without: what stands for them in ``packaging/licences``."""
_TEXT = re.compile(r"(?i)^(licen[cs]e|copying|notice|copyright)[^/]*$")
_LINE = "=" * 78
_LONG = 400
"""Characters from which on the field of the licence is its text, not its name."""


class Licence(NamedTuple):
    """What is to be told of one part of the program."""

    name: str
    kind: str
    home: str
    texts: tuple[str, ...]


def main(program: Path) -> None:
    """Write the file into the folder of the program, and our own licence."""
    parts = [python_licence(), *distribution_licences(), *system_licences(program)]
    without = [part.name for part in parts if not part.texts and part.name not in TEXTS]
    if without:
        raise SystemExit(f"Without the text of a licence: {', '.join(without)}")
    (program / FILE_NAME).write_text("\n".join([heading(parts), *map(section, parts)]), "utf-8")
    shutil.copy(ROOT / "LICENSE", program / "LICENCE.txt")


def heading(parts: list[Licence]) -> str:
    """Return the list of all parts."""
    names = [f"  {part.name:<34}{part.kind}".rstrip() for part in parts]
    return "\n".join([HEADING, *names, ""])


def section(part: Licence) -> str:
    """Return all that is to be said of one part."""
    head = "\n".join(filter(None, [_LINE, part.name, part.kind, part.home, _LINE]))
    return "\n\n".join([head, *(text.strip() for text in part.texts)]) + "\n"


def python_licence() -> Licence:
    """Return the licence of Python itself."""
    folders = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    found = [folder / name for folder in folders for name in ("LICENSE.txt", "LICENSE")]
    texts = [path.read_text("utf-8") for path in found if path.is_file()][:1]
    name = f"Python {sys.version.split()[0]}"
    return Licence(name, "PSF-2.0", "https://www.python.org", tuple(texts))


def distribution_licences() -> Iterator[Licence]:
    """Yield the licences of the installed packages, by their names."""
    installed = {each.name.lower().replace("_", "-"): each for each in _distributions()}
    for name in sorted(set(installed) - BUILDERS - {OURS}):
        each = installed[name]
        texts = [_read(PACKAGING / "licences" / file) for file in TEXTS.get(name, ())]
        texts += [_read(path) for path in _licence_files(each)] or _field(each)
        title = name if name in TEXTS else f"{each.name} {each.version}"
        yield Licence(title, _kind(each), _home(each), tuple(dict.fromkeys(texts)))


def system_licences(program: Path) -> Iterator[Licence]:
    """Yield the licences of libraries of a Debian system that the program carries."""
    if shutil.which("dpkg-query") is None:
        return
    files = (path.name for path in sorted((program / "_internal").glob("lib*.so*")))
    packages = {package for package in map(_package_of, files) if package}
    for package in sorted(packages):
        text = _read(Path("/usr/share/doc") / package / "copyright")
        yield Licence(package, "", "", (text,))


def _package_of(library: str) -> str:
    """Return the Debian package of a system library; blank when it is none."""
    pattern = f"/lib/*/{library}"
    command = ["dpkg-query", "--search", pattern, f"/usr{pattern}"]
    found = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    package = found.partition(":")[0]
    return "" if package.startswith("libpython") else package  # Told of already.


def _distributions() -> Iterator[importlib.metadata.Distribution]:
    return iter(importlib.metadata.distributions())


def _licence_files(each: importlib.metadata.Distribution) -> list[Path]:
    files = [Path(str(file.locate())) for file in each.files or () if _TEXT.match(file.name)]
    return sorted(path for path in files if path.suffix not in {".py", ".pyc"})


def _field(each: importlib.metadata.Distribution) -> list[str]:
    text = each.metadata["License"] or ""
    return [text] if len(text) > _LONG else []


def _kind(each: importlib.metadata.Distribution) -> str:
    metadata = each.metadata
    name = metadata["License-Expression"] or metadata["License"] or ""
    if name and "\n" not in name and len(name) < _LONG:
        return str(name)
    named = [one for one in metadata.get_all("Classifier") or () if one.startswith("License")]
    return ", ".join(one.rpartition(" :: ")[2] for one in named)


def _home(each: importlib.metadata.Distribution) -> str:
    links = [link.split(", ", 1)[-1] for link in each.metadata.get_all("Project-URL") or ()]
    return str(each.metadata["Home-page"] or (links[0] if links else ""))


def _read(path: Path) -> str:
    return path.read_text("utf-8", errors="replace")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
