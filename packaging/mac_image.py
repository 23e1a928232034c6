"""Make the disk image of the program for macOS, on macOS.

    python3 packaging/mac_image.py
    python3 packaging/mac_image.py --sign "Developer ID Application: ..."

Without a name to sign by, the program is signed for this machine alone (ad hoc), and another Mac
asks before it opens it for the first time.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

import licences
import program
import smoke
from project import BUILD, DIST, ON_MAC, call, fresh, say, version

APP = DIST / "SmartGoals.app"


def main(arguments: list[str]) -> Path:
    """Build, sign and try the program, then make the image and return it."""
    parser = argparse.ArgumentParser(description="Make the disk image for macOS.")
    parser.add_argument("--sign", default="-", metavar="NAME", help="the certificate to sign by")
    name = parser.parse_args(arguments).sign
    if not ON_MAC:
        raise SystemExit("A disk image for macOS can be made on macOS only.")
    program.main([])
    for file in (licences.FILE_NAME, "LICENCE.txt"):
        shutil.copy(program.PROGRAM / file, APP / "Contents" / "Resources")
    call("codesign", "--force", "--deep", "--options", "runtime", "--sign", name, APP)
    smoke.main([str(APP / "Contents" / "MacOS" / "smartgoals")])
    return pack()


def pack() -> Path:
    """Put the program into an image, beside the folder that it is to be dragged to."""
    say("The disk image")
    content = fresh(BUILD / "image")
    call("ditto", APP, content / APP.name)
    (content / "Applications").symlink_to("/Applications")
    image = DIST / f"smartgoals-{version()}-macos.dmg"
    options = ("-volname", "SmartGoals", "-srcfolder", content, "-ov", "-format", "UDZO")
    call("hdiutil", "create", *options, image)
    say(f"{image}: {image.stat().st_size / 1e6:.0f} MB")
    return image


if __name__ == "__main__":
    main(sys.argv[1:])
