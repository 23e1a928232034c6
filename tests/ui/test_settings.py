"""What the window remembers: kept at once, private, and sane when it is broken."""

from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from smartgoals.ui.settings import FILE_NAME, Settings
from smartgoals.ui.theme import Scheme
from tests.windows import Windows


def test_what_is_kept_is_there_for_the_next_start(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.scheme = Scheme.DARK
    settings.paper = "us-letter"
    settings.place = ("abc", "metrics")
    settings.language = "tr"
    settings.export_folder = tmp_path
    again = Settings(tmp_path)
    assert again.scheme is Scheme.DARK
    assert again.paper == "us-letter"
    assert again.place == ("abc", "metrics")
    assert again.language == "tr"
    assert again.export_folder == tmp_path


def test_nonsense_means_the_defaults(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(
        b"[looks]\nscheme=pink\nlanguage=xx\n[sheet]\npaper=a0\nfolder=/nowhere\n[window]\ngeometry=7\n\xff"
    )
    settings = Settings(tmp_path)
    assert settings.scheme is Scheme.SYSTEM
    assert settings.language == ""
    assert settings.paper == ""
    assert settings.export_folder == Path.home()
    assert settings.geometry.isEmpty()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_folder_and_file_are_private(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    Settings(folder).scheme = Scheme.LIGHT
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / FILE_NAME).stat().st_mode) == 0o600


def test_a_window_from_a_monitor_that_is_gone_is_in_sight_again(
    windows: Windows, folder: Path
) -> None:
    far = windows.build(folder)
    far.setGeometry(9000, 7000, 1100, 800)
    far.show()
    far.close()
    near = windows.build(folder)
    near.show()
    screen = near.screen().availableGeometry()
    assert screen.contains(near.frameGeometry().center())
    assert near.height() <= max(screen.height(), near.minimumHeight())


def test_the_folder_of_the_last_import_is_offered_again(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.export_folder = tmp_path
    assert settings.import_folder == tmp_path
    (tmp_path / "tables").mkdir()
    settings.import_folder = tmp_path / "tables"
    assert Settings(tmp_path).import_folder == tmp_path / "tables"
    (tmp_path / "tables").rmdir()
    assert Settings(tmp_path).import_folder == tmp_path
