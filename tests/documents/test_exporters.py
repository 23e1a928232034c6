import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from smartgoals.documents.atomic import WriteError
from smartgoals.documents.exporter import Exporter, Paper, usual_paper
from smartgoals.documents.exporters import EXPORTERS, UnknownFormatError, exporter_for
from smartgoals.documents.plan_file import read_plan
from smartgoals.domain.plan import Plan
from tests.documents.contexts import context


def exported(plan: Plan, path: Path) -> bytes:
    exporter_for(path).write(plan, path, context())
    return path.read_bytes()


def test_a_plan_file_is_read_back_as_the_same_plan(cafe: Plan, tmp_path: Path):
    assert read_plan(exported(cafe, tmp_path / "plan.json")) == cafe


def test_a_plan_file_keeps_letters_as_letters(cafe: Plan, tmp_path: Path):
    content = exported(cafe, tmp_path / "plan.json")

    assert "café" in content.decode()
    assert json.loads(content)["plan"]["title"] == cafe.title


def test_the_goal_sheet_is_a_pdf(cafe: Plan, tmp_path: Path):
    assert len(PdfReader(io.BytesIO(exported(cafe, tmp_path / "sheet.pdf"))).pages) >= 1


def test_the_chart_is_a_sharp_picture(cafe: Plan, tmp_path: Path):
    picture = exported(cafe, tmp_path / "chart.png")

    assert int.from_bytes(picture[16:20]) > 1000


def test_the_chart_is_a_drawing_without_pixels(cafe: Plan, tmp_path: Path):
    drawing = exported(cafe, tmp_path / "chart.svg")
    tags = {element.tag.rpartition("}")[2] for element in ET.fromstring(drawing).iter()}  # noqa: S314

    assert "path" in tags
    assert "image" not in tags


@pytest.mark.parametrize("title", ["<b> & -- ]]>", "مقهى 🎉", "x" * 10_000, "\ufffe\uffff"])
@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_any_title_goes_into_a_picture(cafe: Plan, title: str, suffix: str, tmp_path: Path):
    content = exported(cafe.replace(title=title), tmp_path / f"chart.{suffix}")

    assert suffix != "svg" or ET.fromstring(content).tag.endswith("svg")  # noqa: S314


def test_the_same_plan_makes_the_same_drawing(cafe: Plan, tmp_path: Path):
    assert exported(cafe, tmp_path / "a.svg") == exported(cafe, tmp_path / "b.svg")


@pytest.mark.parametrize("exporter", EXPORTERS)
def test_an_export_replaces_the_old_file_and_leaves_nothing_beside_it(
    cafe: Plan, exporter: Exporter, tmp_path: Path
):
    path = tmp_path / f"export{exporter.suffix}"
    path.write_bytes(b"old")

    exporter.write(cafe, path, context())

    assert path.read_bytes() != b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("exporter", EXPORTERS)
def test_an_export_into_a_folder_that_is_gone_is_refused(
    cafe: Plan, exporter: Exporter, tmp_path: Path
):
    with pytest.raises(WriteError):
        exporter.write(cafe, tmp_path / "gone" / "export", context())


@pytest.mark.parametrize("exporter", EXPORTERS)
def test_an_empty_plan_can_be_exported(exporter: Exporter, tmp_path: Path):
    path = tmp_path / "empty"

    exporter.write(Plan(), path, context())

    assert path.stat().st_size > 20


def test_every_exporter_has_a_name_and_a_format_of_its_own():
    assert len({exporter.format for exporter in EXPORTERS}) == len(EXPORTERS)
    assert len({exporter.name() for exporter in EXPORTERS} - {""}) == len(EXPORTERS)


def test_the_suffix_tells_the_format_in_any_case():
    assert exporter_for(Path("Sheet.PDF")).format == "pdf"


def test_a_format_that_is_named_goes_before_the_suffix():
    assert exporter_for(Path("plan.pdf"), "json").format == "json"


@pytest.mark.parametrize(
    ("path", "format_name", "named"),
    [("plan.doc", None, ".doc"), ("plan", None, "pdf"), ("plan.pdf", "word", "word")],
)
def test_an_unknown_format_is_refused_with_those_there_are(
    path: str, format_name: str | None, named: str
):
    with pytest.raises(UnknownFormatError, match=named) as caught:
        exporter_for(Path(path), format_name)

    assert "json" in str(caught.value)


@pytest.mark.parametrize(
    ("locale_name", "paper"),
    [("en_US", Paper.LETTER), ("es-MX", Paper.LETTER), ("en_GB", Paper.A4), ("it", Paper.A4)],
)
def test_the_usual_paper_follows_the_country(locale_name: str, paper: Paper):
    assert usual_paper(locale_name) is paper


@pytest.mark.parametrize(
    ("suffix", "known_as"),
    [
        ("ics", "ics"),
        ("xlsx", "xlsx"),
        ("csv", "csv-metrics"),
        ("md", "markdown"),
        ("txt", "text"),
        ("JSON", "json"),
    ],
)
def test_the_suffix_says_the_format_also_as_the_name_of_it(suffix: str, known_as: str):
    assert exporter_for(Path(f"plan.{suffix}")).format == known_as
    assert exporter_for(Path("plan"), suffix).format == known_as


@pytest.mark.parametrize("subject", ["metrics", "tactics", "check-ins"])
def test_each_table_is_a_format_of_its_own(cafe: Plan, subject: str, tmp_path: Path):
    exporter = exporter_for(tmp_path / "plan.csv", f"csv-{subject}")

    exporter.write(cafe, tmp_path / "plan.csv", context())

    first = {"metrics": "metric", "tactics": "name", "check-ins": "date"}[subject]
    assert (tmp_path / "plan.csv").read_text("utf-8-sig").startswith(f"{first},")
