"""Files in and out of the window, through its own dialogs."""

import csv
import errno
import os
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from smartgoals.documents import atomic
from smartgoals.documents.exporters import EXPORTERS, exporter_for
from smartgoals.documents.plan_file import read_plan_file
from smartgoals.ui.export_all_dialog import ExportAllDialog, exported_text
from smartgoals.ui.export_dialog import ExportDialog
from smartgoals.ui.import_preview import ImportPreviewDialog
from smartgoals.ui.mnemonics import split_mnemonic
from smartgoals.ui.series_dialog import SeriesDialog

CAFE = Path(str(files("smartgoals.resources") / "samples" / "cafe.json"))


@pytest.fixture
def cafe_window(window, qtbot):
    """The window with the cafe example open."""
    window.open_sample("cafe")
    window.settings.export_folder = window.folder
    return window


def dialog_of(window, kind):
    found = [d for d in window.findChildren(kind) if d.isVisible()]
    assert len(found) == 1
    return found[0]


def message(window):
    return window.messages.text.text()


def table(tmp_path, text, name="table.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


# Out


def test_the_export_dialog_lists_every_format_by_name(cafe_window):
    cafe_window.export()

    filters = dialog_of(cafe_window, ExportDialog).nameFilters()

    assert [each.name() in text for each, text in zip(EXPORTERS, filters, strict=True)]
    assert filters[0].startswith("Goal sheet (PDF)")


def test_the_ending_of_the_file_follows_the_format(cafe_window):
    cafe_window.export()
    dialog = dialog_of(cafe_window, ExportDialog)
    before = Path(dialog.selectedFiles()[0])

    calendar = next(text for text in dialog.nameFilters() if "*.ics" in text)
    dialog.selectNameFilter(calendar)
    dialog.filterSelected.emit(calendar)

    after = Path(dialog.selectedFiles()[0])
    assert (before.suffix, after.suffix) == (".pdf", ".ics")
    assert after.stem == before.stem


def test_of_the_formats_with_one_ending_the_chosen_one_is_written(cafe_window, qtbot, tmp_path):
    cafe_window.export()
    dialog = dialog_of(cafe_window, ExportDialog)
    tactics = next(text for text in dialog.nameFilters() if text.startswith("Tactics (CSV)"))
    dialog.selectNameFilter(tactics)

    with qtbot.waitSignal(dialog.chosen) as chosen:
        dialog.fileSelected.emit(str(tmp_path / "work.csv"))

    assert chosen.args[1].format == "csv-tactics"
    qtbot.waitUntil(lambda: message(cafe_window) == "Saved as work.csv.")
    with (tmp_path / "work.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 6
    assert cafe_window.settings.export_folder == tmp_path


def test_an_ending_that_was_typed_goes_before_the_filter(cafe_window, qtbot, tmp_path):
    cafe_window.export()
    dialog = dialog_of(cafe_window, ExportDialog)

    dialog.fileSelected.emit(str(tmp_path / "plan.json"))

    qtbot.waitUntil(lambda: message(cafe_window) == "Saved as plan.json.")
    assert read_plan_file(tmp_path / "plan.json") == cafe_window.desk.session.plan


def test_a_format_that_is_chosen_changes_the_ending_that_we_gave(cafe_window, qtbot, tmp_path):
    (tmp_path / "plan.md").write_text("mine")
    cafe_window.export()
    dialog = dialog_of(cafe_window, ExportDialog)
    dialog.selectNameFilter(next(text for text in dialog.nameFilters() if "*.md" in text))

    dialog.fileSelected.emit(str(tmp_path / "plan.pdf"))

    qtbot.waitUntil(lambda: message(cafe_window) == "Saved as plan (2).md.")
    assert (tmp_path / "plan.md").read_text() == "mine"
    assert (tmp_path / "plan (2).md").read_text("utf-8").startswith("# ")


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EROFS])
def test_a_target_that_takes_nothing_is_one_sentence_and_the_old_file_is_intact(
    cafe_window, qtbot, tmp_path, monkeypatch, fault
):
    target = tmp_path / "plan.json"
    target.write_text("old")

    def fail(_):
        raise OSError(fault, os.strerror(fault))

    monkeypatch.setattr(atomic.os, "fsync", fail)
    cafe_window.desk.export_to(target)

    qtbot.waitUntil(lambda: "was not written" in message(cafe_window))
    assert target.read_text() == "old"


def test_a_folder_that_is_gone_is_one_sentence(cafe_window, qtbot, tmp_path):
    cafe_window.desk.export_to(tmp_path / "gone" / "plan.json")

    qtbot.waitUntil(lambda: "is not there" in message(cafe_window))


def test_the_plan_is_copied_as_text(cafe_window, cafe):
    cafe_window.menus.copy_text.trigger()

    text = QApplication.clipboard().text()
    assert text.startswith(cafe.title)
    assert all(tactic.name in text for tactic in cafe.tactics)


def test_the_window_answers_while_it_exports(cafe_window, qtbot, tmp_path):
    told = []
    QTest.qWait(0)
    cafe_window.desk.export_to(tmp_path / "sheet.pdf")
    told.append(message(cafe_window))

    qtbot.waitUntil(lambda: message(cafe_window) == "Saved as sheet.pdf.", timeout=20_000)
    assert told != ["Saved as sheet.pdf."]


# All at once


@pytest.fixture
def export_all(cafe_window, tmp_path):
    """The dialog, with a folder to fill and two plans to write."""
    cafe_window.open_sample("campfire")
    cafe_window.menus.export_all.trigger()
    dialog = dialog_of(cafe_window, ExportAllDialog)
    dialog.folder.setText(str(tmp_path / "all"))
    dialog.formats.setCurrentIndex([each.format for each in EXPORTERS].index("json"))
    return dialog


def test_all_plans_are_exported_at_once(cafe_window, export_all, qtbot, tmp_path):
    with qtbot.waitSignal(export_all.ended):
        export_all.start_button.click()

    found = [read_plan_file(path) for path in (tmp_path / "all").iterdir()]
    assert len(found) == 2
    assert message(cafe_window) == "2 plans are exported."
    assert cafe_window.settings.export_folder == tmp_path / "all"


def test_what_is_stopped_says_how_far_it_came(cafe_window, export_all, qtbot):
    with qtbot.waitSignal(export_all.ended) as ended:
        export_all.start()
        export_all.stop()

    result = ended.args[0]
    assert not result.is_complete or len(result.written) == 2
    assert message(cafe_window) == exported_text(result)


def test_a_folder_that_cannot_be_made_lets_another_one_be_chosen(export_all, qtbot, tmp_path):
    export_all.folder.setText(str(tmp_path / "no" / "all"))

    export_all.start()

    qtbot.waitUntil(lambda: "is not there" in export_all.note.text())
    assert export_all.start_button.isEnabled()
    assert export_all.isVisible()


@pytest.mark.parametrize("typed", ["", "relative"])
def test_a_folder_has_to_be_named(export_all, typed):
    export_all.folder.setText(typed)

    export_all.start()

    assert export_all.note.text() == "Please choose a folder for the files."


def test_the_dialog_is_left_by_escape(export_all):
    QTest.keyClick(export_all, Qt.Key.Key_Escape)

    assert not export_all.isVisible()


# In


def test_a_plan_is_seen_before_it_is_added(window, qtbot, cafe):
    window.open_file(CAFE)
    dialog = dialog_of(window, ImportPreviewDialog)

    assert dialog.preview.title == cafe.title
    assert window.loader.store.overviews() == []
    dialog.add_button.click()

    assert [each.title for each in window.loader.store.overviews()] == [cafe.title]
    assert window.desk.session.plan == cafe
    assert "is added" in message(window)


def test_a_plan_that_is_not_wanted_leaves_nothing(window):
    window.open_file(CAFE)
    dialog_of(window, ImportPreviewDialog).cancel_button.click()

    assert window.loader.store.overviews() == []


def test_a_plan_that_is_here_is_offered_as_a_copy(window):
    window.open_file(CAFE)
    dialog_of(window, ImportPreviewDialog).add_button.click()
    window.open_file(CAFE)
    dialog = dialog_of(window, ImportPreviewDialog)

    assert split_mnemonic(dialog.add_button.text())[0] == "Add a copy"
    dialog.add_button.click()
    assert len({each.id for each in window.loader.store.overviews()}) == 2


def test_a_plan_whose_twin_is_in_the_trash_is_added_beside_it(window):
    window.open_file(CAFE)
    dialog_of(window, ImportPreviewDialog).add_button.click()
    window.desk.moves.trash("cafe")
    window.open_file(CAFE)
    dialog_of(window, ImportPreviewDialog).add_button.click()

    store = window.loader.store
    assert len(store.overviews()) == len(store.overviews(trashed=True)) == 1


def test_an_added_plan_can_be_taken_back(window):
    window.open_file(CAFE)
    dialog_of(window, ImportPreviewDialog).add_button.click()

    next(
        b
        for b in window.messages.findChildren(type(window.messages.close_button))
        if b.text() == "Undo"
    ).click()

    assert window.loader.store.overviews() == []


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("plan.json", b"{}", "not a SmartGoals plan file"),
        ("plan.json", b'{"format": "smartgoals-plan", "version": 9}', "newer SmartGoals"),
        ("photo.csv", b"\x89PNG\x00", "not text"),
        ("rows.csv", b"2027-03-22,1\n" * 100_000, "20000 rows"),
        ("rows.csv", b"name\nPost\n", "open the plan first"),
    ],
)
def test_what_cannot_be_taken_in_is_one_sentence(window, tmp_path, name, content, words):
    (tmp_path / name).write_bytes(content)

    window.open_file(tmp_path / name)

    assert words in message(window)
    assert window.loader.store.overviews() == []


def test_a_file_that_is_gone_is_one_sentence(window, tmp_path):
    window.open_file(tmp_path / "gone.json")

    assert "There is no file" in message(window)


def test_tactics_are_seen_and_added_as_one_step(cafe_window, tmp_path):
    path = table(tmp_path, "name;value\nAsk guests;7\nSing;99\n")
    cafe_window.open_file(path)
    dialog = dialog_of(cafe_window, ImportPreviewDialog)

    assert dialog.preview.added == ("Ask guests",)
    assert dialog.preview.problems[0].startswith("Row 3: ")
    dialog.add_button.click()

    session = cafe_window.desk.session
    assert session.plan.tactics[-1].name == "Ask guests"
    session.undo_stack.undo()
    assert len(session.plan.tactics) == 6


def test_tactics_that_are_in_the_plan_already_are_told_and_not_added(cafe_window, tmp_path):
    path = table(tmp_path, "name;value\nAsk guests;7\n")
    cafe_window.open_file(path)
    dialog_of(cafe_window, ImportPreviewDialog).add_button.click()
    cafe_window.open_file(path)
    dialog = dialog_of(cafe_window, ImportPreviewDialog)

    assert dialog.preview.facts[0].startswith("1 tactic is in “")
    assert not dialog.add_button.isVisible()
    assert len(cafe_window.desk.session.plan.tactics) == 7


def test_where_no_row_fits_there_is_nothing_to_press_but_close(cafe_window, tmp_path):
    cafe_window.open_file(table(tmp_path, "name,value\nSing,99\n"))
    dialog = dialog_of(cafe_window, ImportPreviewDialog)

    assert not dialog.add_button.isVisible()
    assert dialog.cancel_button.text() == "&Close"


def test_check_ins_lead_to_the_page_for_values(cafe_window, tmp_path):
    path = table(tmp_path, "metric,date,value\nFacebook fans,2026-03-22,1210\n")
    cafe_window.open_file(path)
    dialog = dialog_of(cafe_window, SeriesDialog)

    dialog.add_button.click()

    [check_in] = cafe_window.desk.session.plan.check_ins
    assert check_in.readings[0].value == 1210


def test_dropped_files_are_shown_one_after_the_other(window, tmp_path):
    content = QMimeData()
    campfire = CAFE.with_name("campfire.json")
    (tmp_path / "broken.json").write_text("{")
    paths = (CAFE, tmp_path / "broken.json", campfire)
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, content, button, key))

    for _ in range(2):
        dialog = dialog_of(window, ImportPreviewDialog)
        dialog.add_button.click()

    assert {each.id for each in window.loader.store.overviews()} == {"cafe", "campfire"}


def test_the_import_dialog_shows_plans_and_tables(window):
    window.menus.import_.trigger()

    shown = dialog_of(window, QFileDialog).selectedNameFilter()

    assert "*.csv" in shown
    assert "*.smartgoals" in shown


def test_every_exporter_can_be_meant_by_name_in_the_dialog(cafe_window):
    for exporter in EXPORTERS:
        assert exporter_for(Path("x"), exporter.format) is exporter
