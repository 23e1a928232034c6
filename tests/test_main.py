"""The entrance: what it needs, and what it says where there is no screen or no Qt."""

import os
import subprocess
import sys

import pytest

import smartgoals

on_linux = pytest.mark.skipif("not sys.platform.startswith('linux')")


def start(*arguments, **environment):
    """Run the program in a process of its own, on a machine without a screen."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "SMARTGOALS_DATA_DIR")
    settings = {name: value for name, value in os.environ.items() if name not in screens}
    return subprocess.run(
        [sys.executable, "-m", "smartgoals", *map(str, arguments)],
        env={**settings, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def no_qt(tmp_path):
    """Settings under which Qt is there and one of its libraries is not."""
    package = tmp_path / "no_qt" / "PySide6"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    for name in ("QtCore", "QtGui", "QtWidgets"):
        error = "ImportError('libEGL.so.1: cannot open shared object file')"
        (package / f"{name}.py").write_text(f"raise {error}")
    return {"PYTHONPATH": str(package.parent), "QT_QPA_PLATFORM": "offscreen"}


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_need_no_qt_and_no_screen(option, no_qt):
    del no_qt["QT_QPA_PLATFORM"]
    done = start(option, **no_qt)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout


def test_the_version_is_the_one_of_the_package():
    assert start("--version").stdout == f"SmartGoals {smartgoals.__version__}\n"


@on_linux
def test_without_a_screen_one_sentence_is_said():
    done = start()
    assert done.returncode == 1
    assert done.stderr.startswith("There is no screen")
    assert len(done.stderr.splitlines()) == 1


@on_linux
def test_a_screen_that_turns_the_window_away_is_no_abort(tmp_path):
    done = start(QT_QPA_PLATFORM="xcb", DISPLAY=":59999", SMARTGOALS_DATA_DIR=str(tmp_path))
    assert done.returncode == 1
    assert "The window could not be opened" in done.stderr or "apt-get" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_qt_that_cannot_be_loaded_is_a_sentence(no_qt, tmp_path):
    done = start(**no_qt, SMARTGOALS_DATA_DIR=str(tmp_path))
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "libEGL.so.1" in done.stderr


def test_plans_are_listed_without_qt(no_qt, tmp_path):
    done = start("--data-dir", tmp_path, "list", **no_qt)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("name", ["lsit", "missing.json"])
def test_a_word_that_is_neither_command_nor_file_is_bad_usage(name, tmp_path):
    done = start(name, QT_QPA_PLATFORM="offscreen", SMARTGOALS_DATA_DIR=str(tmp_path))
    assert done.returncode == 2
    assert f"There is no file “{name}”." in done.stderr


def test_the_window_opens_on_the_data_folder(tmp_path):
    done = start(
        "--data-dir",
        tmp_path / "plans",
        QT_QPA_PLATFORM="offscreen",
        SMARTGOALS_QUIT_AFTER_PAINT="1",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "plans" / "smartgoals.db").exists()
