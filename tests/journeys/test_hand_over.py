"""She hands a plan over in every form, loses it, and takes it in again."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

from icalendar import Calendar
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from smartgoals.documents.exporters import EXPORTERS
from smartgoals.documents.plan_file import read_plan
from smartgoals.domain.plan import Plan
from smartgoals.ui.export_all_dialog import ExportAllDialog
from smartgoals.ui.export_dialog import ExportDialog
from smartgoals.ui.import_preview import ImportPreviewDialog
from tests.journeys.hands import Hands

PNG = b"\x89PNG"


def dialog_of(hands: Hands, kind: type[QWidget]) -> QWidget:
    return next(d for d in hands.window.findChildren(kind) if d.isVisible())


def export(hands: Hands, name: str, path: Path) -> bytes:
    """Choose the format by its name, name the file, accept."""
    hands.window.menus.export.trigger()
    dialog = dialog_of(hands, ExportDialog)
    assert isinstance(dialog, ExportDialog)
    wanted = next(text for text in dialog.nameFilters() if text.startswith(f"{name} ("))
    dialog.selectNameFilter(wanted)
    dialog.filterSelected.emit(wanted)
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(line, QLineEdit)
    line.setText(str(path.with_suffix("")))  # Typed, it would open a list of folders.
    dialog.accept()
    hands.qtbot.waitUntil(path.exists, timeout=30_000)
    saved = f"Saved as {path.name}."
    hands.qtbot.waitUntil(lambda: hands.window.messages.text.text() == saved)
    return path.read_bytes()


def drop(hands: Hands, path: Path) -> None:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path))])
    button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPoint(5, 5), Qt.DropAction.CopyAction, content, button, key)
    hands.window.dropEvent(event)


def check(exported: dict[str, bytes], plan: Plan) -> None:
    """Read every form with a reader of somebody else."""
    assert plan.name in str(PdfReader(io.BytesIO(exported["pdf"])).metadata)
    assert read_plan(exported["smartgoals"]) == read_plan(exported["json"]) == plan
    assert exported["png"].startswith(PNG)
    assert ET.fromstring(exported["svg"]).tag.endswith("svg")  # noqa: S314 - our own file
    summaries = {str(e["summary"]) for e in Calendar.from_ical(exported["ics"]).walk("VEVENT")}
    assert {tactic.name for tactic in plan.tactics if not tactic.parked} <= summaries
    sheets = load_workbook(io.BytesIO(exported["xlsx"])).sheetnames
    assert sheets == ["Metrics", "Tactics", "Check-ins"]
    rows = list(csv.DictReader(io.StringIO(exported["csv-tactics"].decode("utf-8-sig"))))
    assert [row["name"] for row in rows] == [tactic.name for tactic in plan.tactics]
    assert exported["markdown"].decode().startswith(f"# {plan.name}")
    assert exported["text"].decode().startswith(plan.name)


def test_a_plan_goes_out_in_every_form_and_comes_in_again(
    start: Callable[[], Hands], tmp_path: Path
) -> None:
    hands = start()
    hands.window.open_sample("cafe")
    plan = hands.plan

    exported = {
        each.format: export(hands, each.name(), tmp_path / f"{each.format}{each.suffix}")
        for each in EXPORTERS
    }
    check(exported, plan)

    hands.window.trash_shown()
    hands.store.delete_forever(plan.id)
    drop(hands, tmp_path / "smartgoals.smartgoals")
    preview = dialog_of(hands, ImportPreviewDialog)
    hands.click_text("Add this plan", preview)

    assert hands.plan == plan
    assert hands.store.load(plan.id) == plan


def test_all_plans_go_out_at_once(start: Callable[[], Hands], tmp_path: Path) -> None:
    hands = start()
    for sample in ("cafe", "campfire", "cost-per-click"):
        hands.window.open_sample(sample)
    hands.window.menus.export_all.trigger()
    dialog = dialog_of(hands, ExportAllDialog)
    assert isinstance(dialog, ExportAllDialog)
    dialog.folder.setText(str(tmp_path / "all"))

    hands.click_text("Export all", dialog)

    hands.qtbot.waitUntil(
        lambda: hands.window.messages.text.text() == "3 plans are exported.", timeout=30_000
    )
    assert len(list((tmp_path / "all").glob("*.pdf"))) == 3
    assert not any(d.isVisible() for d in hands.window.findChildren(QDialog))
