"""Plans full of hostile texts through every export, and back where there is a way back."""

import csv
import io
import zipfile
from xml.etree import ElementTree as ET

import pytest
from icalendar import Calendar
from openpyxl import load_workbook
from pypdf import PdfReader

from smartgoals.documents.computed import computed
from smartgoals.documents.exporters import EXPORTERS
from smartgoals.documents.plan_file import dump_plan, read_plan
from smartgoals.domain.clock import today
from smartgoals.formats import Formats
from smartgoals.storage.store import PlanStore
from tests.documents.contexts import context
from tests.hostile import TEXTS, hostile_plan, hostile_plans
from tests.storage.filled import filled

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def check(format_name, content, plan):
    """Read the export with a reader of somebody else."""
    match format_name:
        case "pdf":
            assert PdfReader(io.BytesIO(content)).pages
        case "smartgoals" | "json":
            assert read_plan(content) == plan
        case "svg" | "progress-svg":
            ET.fromstring(content)  # noqa: S314 - our own file
        case "png" | "progress-png":
            assert content.startswith(b"\x89PNG")
        case "ics":
            assert Calendar.from_ical(content).walk("VCALENDAR")
            assert b"\nSUMMARY:mine" not in content
        case "xlsx":
            book = load_workbook(io.BytesIO(content))
            cells = [cell for sheet in book for row in sheet for cell in row]
            assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
            assert not [n for n in zipfile.ZipFile(io.BytesIO(content)).namelist() if "vba" in n]
        case "csv-metrics" | "csv-tactics" | "csv-check-ins":
            for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))):
                for cell in row:
                    assert not cell.startswith(FORMULA_SIGNS) or is_number(cell), cell
        case _:
            assert content.decode()


def is_number(cell):
    return cell[1:].replace(".", "").replace(",", "").isdigit()


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.format)
def test_every_export_holds_hostile_texts_as_texts(exporter, tmp_path, cafe):
    for number, plan in enumerate((hostile_plan(cafe, 1), hostile_plan(filled(type(cafe)), 17))):
        path = tmp_path / f"{number}{exporter.suffix}"
        exporter.write(plan, path, context())
        check(exporter.format, path.read_bytes(), plan)


@pytest.mark.slow
def test_every_text_in_every_field_goes_through_every_export(tmp_path, cafe):
    for number, plan in enumerate(hostile_plans(cafe)):
        for exporter in EXPORTERS:
            path = tmp_path / f"{number}-{exporter.format}{exporter.suffix}"
            exporter.write(plan, path, context())
            check(exporter.format, path.read_bytes(), plan)


def test_every_text_in_every_field_is_kept_in_the_file_and_in_the_database(tmp_path, cafe):
    with PlanStore.open(tmp_path / "data") as store:
        for plan in hostile_plans(cafe):
            stored = plan.replace(id=f"{plan.id}-{len(store.overviews())}")
            assert read_plan(dump_plan(stored)) == stored
            store.save(stored)
            assert store.load(stored.id) == stored
        listed = {line.title for line in store.overviews()}
    assert len(listed) > len(TEXTS) // 2


def test_everything_is_calculated_of_hostile_plans(cafe):
    for plan in hostile_plans(cafe, step=3):
        assert computed(plan, Formats("en_GB"), today())["coach"]
