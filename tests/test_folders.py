"""The data folder: chosen, named by the environment, or the system's own."""

from pathlib import Path

import pytest

from smartgoals.folders import cache_folder, data_folder, note_folder


def test_the_chosen_folder_wins(tmp_path):
    assert data_folder(tmp_path, {"SMARTGOALS_DATA_DIR": "/elsewhere"}) == tmp_path


def test_the_environment_names_the_folder(tmp_path):
    assert data_folder(None, {"SMARTGOALS_DATA_DIR": str(tmp_path)}) == tmp_path


def test_a_relative_folder_is_below_the_working_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert data_folder(Path("plans"), {}) == tmp_path / "plans"


def test_a_tilde_is_the_home_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert data_folder(None, {"SMARTGOALS_DATA_DIR": "~/plans"}) == tmp_path / "plans"


@pytest.mark.parametrize(
    ("platform", "environment", "below_home"),
    [
        ("linux", {"SMARTGOALS_DATA_DIR": ""}, ".local/share/smartgoals"),
        ("linux", {"XDG_DATA_HOME": "relative/does/not/count"}, ".local/share/smartgoals"),
        ("darwin", {"XDG_DATA_HOME": "/x"}, "Library/Application Support/smartgoals"),
        ("win32", {}, "AppData/Local/smartgoals"),
    ],
)
def test_every_system_has_its_own_folder(platform, environment, below_home, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert data_folder(None, environment) == tmp_path / below_home


def test_the_system_can_name_its_folder(monkeypatch, tmp_path):
    monkeypatch.setattr("sys.platform", "linux")
    assert data_folder(None, {"XDG_DATA_HOME": str(tmp_path)}) == tmp_path / "smartgoals"
    monkeypatch.setattr("sys.platform", "win32")
    assert data_folder(None, {"LOCALAPPDATA": str(tmp_path)}) == tmp_path / "smartgoals"


@pytest.mark.parametrize(
    ("platform", "below_home"),
    [
        ("linux", ".cache/smartgoals"),
        ("darwin", "Library/Caches/smartgoals"),
        ("win32", "AppData/Local/smartgoals/cache"),
    ],
)
def test_what_can_be_made_anew_lies_apart_from_the_plans(
    platform, below_home, tmp_path, monkeypatch
):
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert cache_folder({"XDG_CACHE_HOME": "relative/does/not/count"}) == tmp_path / below_home


def test_the_system_can_name_its_cache(monkeypatch, tmp_path):
    monkeypatch.setattr("sys.platform", "linux")
    assert cache_folder({"XDG_CACHE_HOME": str(tmp_path)}) == tmp_path / "smartgoals"


def test_the_folder_that_she_chose_is_used_until_another_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    environment = {"XDG_DATA_HOME": str(tmp_path / "share")}
    note_folder(tmp_path / "my plåns", environment)
    assert data_folder(None, environment) == tmp_path / "my plåns"
    named = {**environment, "SMARTGOALS_DATA_DIR": str(tmp_path / "named")}
    assert data_folder(None, named) == tmp_path / "named"


@pytest.mark.parametrize("text", [b"", b"relative/folder", b"\x00", b"\xff"])
def test_a_note_that_names_no_folder_counts_for_nothing(text, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    own = tmp_path / "smartgoals"
    own.mkdir()
    (own / "folder.txt").write_bytes(text)
    assert data_folder(None, {"XDG_DATA_HOME": str(tmp_path)}) == own
