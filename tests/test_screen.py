"""A screen to open a window on, and the system libraries for it."""

import pytest

from smartgoals import screen

linux_only = pytest.mark.skipif("not sys.platform.startswith('linux')")


@linux_only
@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"QT_QPA_PLATFORM": "minimal"}, True),
        ({"QT_QPA_PLATFORM": "xcb"}, False),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, False),
        ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":0"}, True),
    ],
)
def test_a_window_needs_a_screen_unless_it_is_drawn_elsewhere(environment, found):
    assert screen.has_screen(environment) is found


def test_other_systems_always_have_a_screen(monkeypatch):
    monkeypatch.setattr("sys.platform", "darwin")
    assert screen.has_screen({})
    assert screen.needed_libraries({}) == {}


@linux_only
def test_the_libraries_of_a_screen_are_needed_only_with_one():
    assert "libxcb-cursor.so.0" in screen.needed_libraries({"DISPLAY": ":0"})
    assert "libxcb-cursor.so.0" not in screen.needed_libraries({})
    offscreen = {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}
    assert screen.needed_libraries(offscreen) == dict(screen.QT_LIBRARIES)


@linux_only
def test_only_libraries_that_do_not_load_are_missing():
    assert screen.missing_libraries(["libc.so.6", "libnowhere.so.9"]) == ("libnowhere.so.9",)


def test_the_install_line_names_packages(tmp_path, monkeypatch):
    apt = tmp_path / "apt-get"
    apt.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    line = screen.install_line(["libEGL.so.1", "libxcb-shape.so.0"])
    assert line == "sudo apt-get install -y libegl1 libxcb-shape0"


def test_without_apt_there_is_no_install_line(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert screen.install_line(["libEGL.so.1"]) is None
