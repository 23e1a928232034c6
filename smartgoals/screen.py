"""What a window needs of the machine: a screen, and the system libraries that Qt loads.

Standard library only, and nothing is imported for the check that every start makes: the set-up
script asks here before anything is installed.
"""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

QT_LIBRARIES: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
"""What Qt itself loads on Linux, each with the package that has it on Debian and Ubuntu."""

X11_LIBRARIES: Mapping[str, str] = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""What a window on the screen needs besides."""

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY")
_ON_SCREEN = ("xcb", "wayland")


def uses_screen(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether Qt will open its windows on a Linux desktop's screen."""
    platform = environment.get("QT_QPA_PLATFORM", "")
    return sys.platform.startswith("linux") and (not platform or platform.startswith(_ON_SCREEN))


def has_screen(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether there is a place to open a window, without trying it."""
    return not uses_screen(environment) or any(environment.get(name) for name in _SCREENS)


def needed_libraries(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the system libraries that the program will load here, each with its package."""
    if not sys.platform.startswith("linux"):
        return {}
    on_screen = uses_screen(environment) and has_screen(environment)
    return {**QT_LIBRARIES, **(X11_LIBRARIES if on_screen else {})}


def missing_libraries(libraries: Iterable[str]) -> tuple[str, ...]:
    """Return those of the libraries that the system cannot load."""
    import ctypes

    def loads(library: str) -> bool:
        try:
            ctypes.CDLL(library)
        except OSError:
            return False
        return True

    return tuple(library for library in libraries if not loads(library))


def install_line(libraries: Iterable[str]) -> str | None:
    """Return what to type to install the libraries; None where packages have other names."""
    if shutil.which("apt-get") is None:
        return None
    known = {**QT_LIBRARIES, **X11_LIBRARIES}
    return "sudo apt-get install -y " + " ".join(known[library] for library in libraries)
