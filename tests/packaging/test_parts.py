"""Which files go into the built program, by the names that they have on each system."""

import pytest

from tests.packaging.scripts import load

parts = load("parts")
WHEEL = "/environment/lib/site-packages/"


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/QtWidgets.abi3.so",
        "PySide6/Qt/lib/libQt6Gui.so.6",
        "PySide6/Qt/lib/libicudata.so.73",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/translations/qtbase_it.qm",
        "PySide6/libpyside6.abi3.so.6.11",
        r"PySide6\QtCore.pyd",
        r"PySide6\Qt6Core.dll",
        r"PySide6\plugins\platforms\qwindows.dll",
        r"PySide6\plugins\styles\qmodernwindowsstyle.dll",
        r"PySide6\translations\qtbase_tr.qm",
        r"PySide6\MSVCP140.dll",
        "PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore",
        "PySide6/Qt/lib/QtDBus.framework/Versions/A/QtDBus",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "smartgoals/resources/templates/goal_sheet.typ",
        "matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf",
        "numpy.libs/libscipy_openblas64_.so",
    ],
)
def test_what_is_used_is_taken(path):
    assert parts.is_used(path, WHEEL + path)


@pytest.mark.parametrize(
    "path",
    [
        "PySide6/QtQml.abi3.so",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/qml/QtQuick/libqtquick2plugin.so",
        r"PySide6\Qt6Qml.dll",
        r"PySide6\opengl32sw.dll",
        r"PySide6\plugins\tls\qopensslbackend.dll",
        "PySide6/Qt/lib/QtQuick.framework/Versions/A/QtQuick",
        "PySide6/Qt/plugins/imageformats/libqtiff.dylib",
        "matplotlib/mpl-data/sample_data/README.txt",
    ],
)
def test_what_is_not_used_stays_out(path):
    assert not parts.is_used(path, WHEEL + path)


def test_a_link_goes_along_with_the_library_that_it_leads_to():
    assert parts.is_used("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6")
    assert not parts.is_used("libQt6OpenGL.so.6", "PySide6/Qt/lib/libQt6OpenGL.so.6")


def test_of_the_systems_libraries_only_those_go_along_that_a_desktop_may_lack():
    assert parts.is_used("libxcb-cursor.so.0", "/usr/lib/x86_64-linux-gnu/libxcb-cursor.so.0")
    assert not parts.is_used("libglib-2.0.so.0", "/lib/x86_64-linux-gnu/libglib-2.0.so.0")


@pytest.mark.parametrize(
    "name", ["libpython3.11.so.1.0", "python3.11/lib-dynload/_sqlite3.cpython-311.so"]
)
def test_python_goes_along_even_if_it_is_the_systems(name):
    assert parts.is_used(name, f"/usr/lib/{name}")
