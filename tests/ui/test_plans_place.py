"""The data folder in the settings: shown, and changed with nothing lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from smartgoals.domain.plan import Plan
from smartgoals.folders import data_folder
from smartgoals.storage.store import PlanStore
from smartgoals.ui.main_window import MainWindow
from smartgoals.ui.plans_place import PlansPlace
from tests.windows import Windows


@pytest.fixture
def usual(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the system, which nobody named."""
    monkeypatch.setattr("smartgoals.folders._system_folder", lambda _: tmp_path / "share")
    monkeypatch.delenv("SMARTGOALS_DATA_DIR", raising=False)
    return data_folder()


@pytest.fixture
def window(qtbot: QtBot, windows: Windows, usual: Path) -> MainWindow:
    shown = windows.build(usual)
    shown.show()
    qtbot.waitUntil(lambda: shown.loader.store is not None)
    return shown


def titles(folder: Path) -> list[str]:
    with PlanStore.open(folder) as store:
        return [plan.title for plan in store.overviews()]


def test_the_plans_go_where_she_wants_when_the_window_is_closed(
    window: MainWindow, usual: Path, tmp_path: Path
) -> None:
    store = window.loader.store
    assert store is not None
    store.save(Plan(title="Mine"))
    place = PlansPlace(window)
    assert not place.other_button.isHidden()
    place.choose(tmp_path / "elsewhere")
    assert "elsewhere" in place.note.text()
    assert data_folder() == usual
    window.close()
    window.care.end()
    assert data_folder() == tmp_path / "elsewhere"
    assert titles(tmp_path / "elsewhere") == ["Mine"]
    assert titles(usual) == ["Mine"]


def test_plans_that_are_there_already_stay_and_are_opened(
    window: MainWindow, tmp_path: Path
) -> None:
    with PlanStore.open(tmp_path / "elsewhere") as other:
        other.save(Plan(title="Hers"))
    PlansPlace(window).choose(tmp_path / "elsewhere")
    window.close()
    window.care.end()
    assert titles(data_folder()) == ["Hers"]


def test_where_they_cannot_go_they_stay(window: MainWindow, usual: Path, tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("mine")
    PlansPlace(window).choose(tmp_path / "a file" / "below")
    window.close()
    window.care.end()
    assert data_folder() == usual


def test_a_folder_that_was_named_at_the_start_is_not_changed_here(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SMARTGOALS_DATA_DIR", str(tmp_path / "named"))
    assert PlansPlace(window).other_button.isHidden()
