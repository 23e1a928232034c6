"""What the packages are made of agrees with the program and with itself."""

import configparser
import tomllib
from xml.etree import ElementTree as ET

import pytest

import smartgoals
from smartgoals.app import DESKTOP_ID
from smartgoals.documents.exporters import EXPORTERS
from tests.packaging.scripts import PACKAGING, ROOT, load

project = load("project")
smoke = load("smoke")
LINUX = PACKAGING / "linux"


def test_there_is_one_version():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    assert project.version() == smartgoals.__version__
    assert "version" in settings["project"]["dynamic"]


def test_the_version_has_its_day_in_the_list_of_changes():
    assert project.release_day() >= "2026-01-01"


def test_every_package_of_the_tree_goes_into_the_wheel():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    folders = {path.parent for path in (ROOT / "smartgoals").rglob("*.py")}
    names = {".".join(folder.relative_to(ROOT).parts) for folder in folders}

    assert set(settings["tool"]["setuptools"]["packages"]) == names | {"smartgoals.resources"}


def test_the_built_program_is_tried_with_every_format():
    assert set(smoke.BEGINNINGS) == {exporter.suffix for exporter in EXPORTERS}


def test_the_desktop_entry_is_the_one_that_the_window_names():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(LINUX / f"{DESKTOP_ID}.desktop", encoding="utf-8")
    entry = parser["Desktop Entry"]

    assert project.APP_ID == DESKTOP_ID == entry["Icon"]
    assert entry["MimeType"] == f"{project.MIME_TYPE};"


def test_plan_files_are_known_by_the_suffix_that_they_are_written_with():
    kind = ET.parse(LINUX / f"{DESKTOP_ID}.xml").find("{*}mime-type")  # noqa: S314 - our own
    (suffix,) = (each.suffix for each in EXPORTERS if each.format == "smartgoals")

    assert kind.get("type") == project.MIME_TYPE
    assert kind.find("{*}glob").get("pattern") == f"*{suffix}"


@pytest.mark.parametrize("name", ["Name", "GenericName", "Comment", "Keywords"])
def test_the_desktop_entry_speaks_every_language(name):
    lines = (LINUX / f"{DESKTOP_ID}.desktop").read_text(encoding="utf-8").splitlines()
    languages = {line.split("[")[1].split("]")[0] for line in lines if line.startswith(f"{name}[")}

    assert name == "Name" or languages == set(project.LANGUAGES) - {"en"}


def test_every_text_of_the_windows_installer_is_there_in_every_language():
    lines = (PACKAGING / "windows" / "smartgoals.nsi").read_text(encoding="utf-8").splitlines()
    chosen = [line for line in lines if line.startswith("!insertmacro MUI_LANGUAGE ")]
    texts = [tuple(line.split()[1:3]) for line in lines if line.startswith("LangString ")]
    names = {name for name, _ in texts}

    assert len(chosen) == len(project.LANGUAGES)
    assert len(texts) == len(set(texts)) == len(names) * len(chosen)


@pytest.mark.parametrize("suffix", [".ico", ".icns"])
def test_an_icon_holds_its_picture_in_every_size(suffix, tmp_path, qapp):
    icons = load("icons")
    icons.main(tmp_path / f"smartgoals{suffix}")
    content = (tmp_path / f"smartgoals{suffix}").read_bytes()

    sizes = icons.ICO_SIZES if suffix == ".ico" else icons.ICNS_KINDS
    assert content.count(b"\x89PNG") == len(sizes)
