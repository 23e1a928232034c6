"""Which of the files that PyInstaller finds go into the program, on every system.

Of Qt, only what is on the lists is taken. Names are those of the files without "lib", suffix and
version.
"""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import PurePath, PurePosixPath

from project import LANGUAGES

QT_LIBRARIES = {
    *("Qt6Core", "Qt6DBus", "Qt6Gui", "Qt6Network", "Qt6PrintSupport", "Qt6Svg", "Qt6Widgets"),
    *("Qt6WaylandClient", "Qt6XcbQpa"),
    *("icudata", "icui18n", "icuuc"),
}
QT_MODULES = {"QtCore", "QtGui", "QtNetwork", "QtPrintSupport", "QtSvg", "QtWidgets"}
QT_FRAMEWORKS = {*QT_MODULES, "QtDBus"}
QT_PLUGINS = {
    *("platforms/qcocoa", "platforms/qoffscreen", "platforms/qwayland", "platforms/qwindows"),
    "platforms/qxcb",
    "platformthemes/qxdgdesktopportal",  # The desktop's own file dialogs and its dark mode.
    "platforminputcontexts/composeplatforminputcontextplugin",
    "platforminputcontexts/ibusplatforminputcontextplugin",
    *("printsupport/cupsprintersupport", "printsupport/cocoaprintersupport"),
    "printsupport/windowsprintersupport",
    *("iconengines/qsvgicon", "imageformats/qsvg"),
    *("styles/qmacstyle", "styles/qmodernwindowsstyle"),  # For the dialogs of the system.
    *("wayland-decoration-client/adwaita", "wayland-decoration-client/bradient"),
    "wayland-shell-integration/xdg-shell",
}
QT_TRANSLATIONS = tuple(f"qtbase_{language}.qm" for language in LANGUAGES)
DRAWN_BY_CARDS = {"opengl32sw", "d3dcompiler_47"}
"""Nothing here is drawn by the graphics card, nor by what stands in for one on Windows."""

CARRIED = {
    *("libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-image.so.0", "libxcb-keysyms.so.1"),
    *("libxcb-randr.so.0", "libxcb-render-util.so.0", "libxcb-render.so.0", "libxcb-shape.so.0"),
    *("libxcb-shm.so.0", "libxcb-sync.so.1", "libxcb-util.so.1", "libxcb-xfixes.so.0"),
    *("libxcb-xkb.so.1", "libxkbcommon-x11.so.0"),
    # What Python itself was built with; its versions differ from system to system.
    *("libbz2.so.1.0", "libexpat.so.1", "libffi.so.8", "libsqlite3.so.0"),
}
"""Libraries of a Linux system that another desktop may lack; all others are the system's matter."""

UNUSED_DATA = (
    *("matplotlib/mpl-data/sample_data/*", "matplotlib/mpl-data/fonts/afm/*"),
    *("matplotlib/mpl-data/fonts/pdfcorefonts/*", "matplotlib/mpl-data/images/*"),
    *("matplotlib/mpl-data/plot_directive/*", "matplotlib/mpl-data/fonts/ttf/STIX*"),
    *("matplotlib/mpl-data/fonts/ttf/cm*", "matplotlib/mpl-data/fonts/ttf/DejaVuSerif*"),
)


def is_used(target: str, source: str) -> bool:
    """Return whether the file is taken: where it would lie in the program, and whence it comes."""
    path, origin = (name.replace("\\", "/") for name in (target, source))
    # A link beside the programs is called as its library and only comes from Qt's folder.
    for place in (path, origin):
        if "PySide6/" in place:
            return is_used_of_qt(place[place.rindex("PySide6/") :])
    if any(fnmatch(path, pattern) for pattern in UNUSED_DATA):
        return False
    return not is_system_library(source) or PurePosixPath(path).name in CARRIED


def is_system_library(source: str) -> bool:
    """Return whether the file is a library of a Linux system."""
    name = PurePath(source).name
    is_library = ".so" in name and name.startswith("lib") and not name.startswith("libpython")
    return is_library and source.startswith(("/usr/lib/", "/lib/", "/usr/lib64/", "/lib64/"))


def is_used_of_qt(path: str) -> bool:
    """Return whether the file of Qt is on the lists."""
    place = PurePosixPath(path)
    name = place.name.split(".")[0].removeprefix("lib")
    if "/plugins/" in path:
        return f"{place.parent.name}/{name}" in QT_PLUGINS
    if "/translations/" in path:
        return path.endswith(QT_TRANSLATIONS)
    if "/qml/" in path or name in DRAWN_BY_CARDS:
        return False
    if ".framework/" in path:
        return any(f"/{each}.framework/" in path for each in QT_FRAMEWORKS)
    if name.startswith(("Qt6", "icu")):
        return name in QT_LIBRARIES
    return not name.startswith("Qt") or name in QT_MODULES
