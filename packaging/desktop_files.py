"""Put the files that a Linux desktop reads into a folder such as ``/usr/share``.

    python3 packaging/desktop_files.py FOLDER

The desktop entry, the description for software centres, the kind of the plan files, the icons in
all sizes and the manual page. The icons are drawn by the environment of packaging/program.py.
"""

from __future__ import annotations

import sys
from pathlib import Path
from xml.sax.saxutils import escape

from program import draw_icon
from project import APP_ID, PACKAGING, call, changes, release_day, version

LINUX = PACKAGING / "linux"
PLACES = {
    f"{APP_ID}.desktop": "applications",
    f"{APP_ID}.metainfo.xml": "metainfo",
    f"{APP_ID}.xml": "mime/packages",
    "smartgoals.1": "man/man1",
}


def write_desktop_files(folder: Path) -> None:
    """Write all files below the folder, with the version and its day filled in."""
    for name, place in PLACES.items():
        text = filled((LINUX / name).read_text("utf-8"))
        (folder / place).mkdir(parents=True, exist_ok=True)
        (folder / place / name).write_text(text, "utf-8")
    draw_icon(folder / "icons" / "hicolor")


def filled(text: str) -> str:
    """Return the text with the version, its day and what is new in it in their places."""
    news = "".join(f"<li>{escape(change)}</li>" for change in changes())
    for place, value in {"VERSION": version(), "DAY": release_day(), "CHANGES": news}.items():
        text = text.replace(f"@{place}@", value)
    return text


def check_desktop_files(folder: Path) -> None:
    """End with what is wrong, as the tools of the desktops see it."""
    call("desktop-file-validate", folder / "applications" / f"{APP_ID}.desktop")
    metainfo = folder / "metainfo" / f"{APP_ID}.metainfo.xml"
    call("appstreamcli", "validate", "--no-net", metainfo, stdout=sys.stderr)


if __name__ == "__main__":
    write_desktop_files(Path(sys.argv[1]))
