"""What the packages are made of agrees with the program and with itself."""

import configparser
import re
import tomllib
from xml.etree import ElementTree as ET

import pytest

import smartgoals
from smartgoals.app import DESKTOP_ID
from smartgoals.cli import arguments
from smartgoals.cli.arguments import COMMANDS
from smartgoals.documents.exporters import EXPORTERS
from smartgoals.language import LANGUAGES
from tests.packaging.scripts import PACKAGING, ROOT, load

project = load("project")
smoke = load("smoke")
LINUX = PACKAGING / "linux"
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
EVERYWHERE = {"-h", "--help", "--data-dir"}
"""The options that every command has."""


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


def test_of_all_that_the_program_needs_the_licence_is_told():
    locked = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    needs = {each["name"]: [one["name"] for one in each.get("dependencies", ())] for each in locked}
    carried = {"smartgoals"}
    while more := {need for name in carried for need in needs[name]} - carried:
        carried |= more

    assert carried > {"matplotlib", "packaging"}
    assert not carried & load("licences").BUILDERS


def test_the_built_program_is_tried_with_every_format():
    tried = {name: suffix for name, (suffix, _) in smoke.FORMATS.items()}

    assert tried == {exporter.format: exporter.suffix for exporter in EXPORTERS}


def test_the_desktop_entry_is_the_one_that_the_window_names():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(LINUX / f"{DESKTOP_ID}.desktop", encoding="utf-8")
    entry = parser["Desktop Entry"]

    assert project.APP_ID == DESKTOP_ID == entry["Icon"]
    assert entry["MimeType"] == f"{project.MIME_TYPE};"


@pytest.mark.parametrize("command", COMMANDS)
def test_the_manual_page_has_every_command_with_its_options(command):
    (subparsers,) = (each for each in arguments._command_parser()._actions if each.choices)
    actions = subparsers.choices[command]._actions
    options = {option for action in actions for option in action.option_strings}
    entries = [entry for entry in manual_page().split(".TP\n") if entry.split()[0] == command]

    assert entries
    assert options - EVERYWHERE <= set(re.findall(r"--[a-z-]+", "".join(entries)))


def test_the_manual_page_has_every_format():
    formats = manual_page().partition(".SH FORMATS")[2].partition(".SH")[0]

    assert {exporter.format for exporter in EXPORTERS} <= set(re.findall(r"[a-z-]+", formats))


def manual_page():
    """The page without its marks of fonts."""
    text = (LINUX / "smartgoals.1").read_text(encoding="utf-8")
    return re.sub(r"\\f.", "", text).replace("\\-", "-")


def test_software_centres_are_told_what_is_new_and_shown_pictures_that_are_there():
    desktop_files = load("desktop_files")
    metainfo = (LINUX / f"{DESKTOP_ID}.metainfo.xml").read_text(encoding="utf-8")
    component = ET.fromstring(desktop_files.filled(metainfo))  # noqa: S314 - our own
    pictures = [image.text.rpartition("/")[2] for image in component.iter("image")]

    assert [item.text for item in component.find("releases").iter("li")] == [*project.changes()]
    assert project.changes()
    assert sorted(pictures) == sorted(path.name for path in (PACKAGING / "pictures").iterdir())


def test_plan_files_are_known_by_the_suffix_that_they_are_written_with():
    kind = ET.parse(LINUX / f"{DESKTOP_ID}.xml").find("{*}mime-type")  # noqa: S314 - our own
    (suffix,) = (each.suffix for each in EXPORTERS if each.format == "smartgoals")

    assert kind.get("type") == project.MIME_TYPE
    assert kind.find("{*}glob").get("pattern") == f"*{suffix}"


@pytest.mark.parametrize("name", ["summary", "p", "li", "caption"])
def test_software_centres_are_told_what_it_is_in_every_language(name):
    component = ET.parse(LINUX / f"{DESKTOP_ID}.metainfo.xml").getroot()  # noqa: S314 - our own
    component.remove(component.find("releases"))
    spoken = [each.get(XML_LANGUAGE, "en") for each in component.iter(name)]

    assert spoken
    assert spoken == ["en", "id", "it", "nb", "tr"] * (len(spoken) // 5)
    assert set(spoken) == set(project.LANGUAGES)


@pytest.mark.parametrize("name", ["Name", "GenericName", "Comment", "Keywords"])
def test_the_desktop_entry_speaks_every_language(name):
    lines = (LINUX / f"{DESKTOP_ID}.desktop").read_text(encoding="utf-8").splitlines()
    languages = {line.split("[")[1].split("]")[0] for line in lines if line.startswith(f"{name}[")}

    assert set(project.LANGUAGES) == set(LANGUAGES)
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
