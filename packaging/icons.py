"""Draw the program's icon, ``resources/icons/smartgoals.svg``, in the sizes that systems want.

    python packaging/icons.py FOLDER            # an icon theme's folders, for Linux
    python packaging/icons.py smartgoals.ico    # all sizes in one file, for Windows
    python packaging/icons.py smartgoals.icns   # the same for macOS

Needs PySide6, and no screen.
"""

from __future__ import annotations

import os
import shutil
import struct
import sys
from pathlib import Path

from project import APP_ID, MIME_TYPE, ROOT
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = ROOT / "resources" / "icons" / "smartgoals.svg"
THEME_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
ICNS_KINDS = {
    b"icp4": 16,
    b"ic11": 32,
    b"icp5": 32,
    b"ic12": 64,
    b"ic07": 128,
    b"ic13": 256,
    b"ic08": 256,
    b"ic14": 512,
    b"ic09": 512,
    b"ic10": 1024,
}
"""macOS's names of the sizes; those of sharp screens are the double of what they are shown at."""
_ICO_DIRECTORY = 6
_ICO_ENTRY = 16
_ICO_LARGEST = 256


def main(target: Path) -> None:
    """Write the icon in the form that the name of the target tells."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication.instance() or QGuiApplication([])
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.suffix == ".ico":
        target.write_bytes(windows_icon())
    elif target.suffix == ".icns":
        target.write_bytes(mac_icon())
    else:
        write_theme(target)
    del app


def png(size: int) -> bytes:
    """Return the icon as a PNG picture of so many pixels in each direction."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())


def windows_icon() -> bytes:
    """Return the sizes one after another, with the directory that Windows reads."""
    pictures = [png(size) for size in ICO_SIZES]
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    place = _ICO_DIRECTORY + _ICO_ENTRY * len(pictures)
    for size, picture in zip(ICO_SIZES, pictures, strict=True):
        side = size % _ICO_LARGEST  # 256 is written as 0.
        directory += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return directory + b"".join(pictures)


def mac_icon() -> bytes:
    """Return the sizes one after another, each with its name and length."""
    parts = [(kind, png(size)) for kind, size in ICNS_KINDS.items()]
    body = b"".join(kind + struct.pack(">I", len(data) + 8) + data for kind, data in parts)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def write_theme(folder: Path) -> None:
    """Write the icon of the program, and of its files, where an icon theme has them."""
    file_icon = MIME_TYPE.replace("/", "-")
    for context, name in (("apps", APP_ID), ("mimetypes", file_icon)):
        for size in THEME_SIZES:
            place = folder / f"{size}x{size}" / context
            place.mkdir(parents=True, exist_ok=True)
            (place / f"{name}.png").write_bytes(png(size))
        place = folder / "scalable" / context
        place.mkdir(parents=True, exist_ok=True)
        shutil.copy(DRAWING, place / f"{name}.svg")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
