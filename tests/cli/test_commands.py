"""The commands: what they print, what they leave alone, and how they fail."""

import datetime as dt
import json
import os
import sqlite3
from pathlib import Path

import pytest

from smartgoals.documents.plan_file import dump_plan
from smartgoals.domain.plan import Plan
from smartgoals.storage.location import database_path
from smartgoals.storage.store import PlanStore
from tests.cli.conftest import SAMPLES
from tests.storage.test_processes import STOP_IN_THE_MIDDLE_OF_A_SAVE, kill, line_of, start

FULL = Path("/dev/full")
"""Takes nothing, as a full disk."""


def failed(done, code, *words):
    """Whether the command failed with sentences that have these words, and printed nothing."""
    assert done.code == code
    assert done.out == ""
    assert "Traceback" not in done.err
    assert all(word in done.err for word in words), done.err


def test_an_empty_folder_lists_no_plans_and_stays_empty(smartgoals, folder):
    done = smartgoals("list")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert smartgoals("list", "--json").out == "[]\n"
    assert not folder.exists()


def test_an_imported_plan_is_listed(smartgoals, cafe_id, cafe):
    listed = smartgoals("list").out.splitlines()
    assert len(listed) == 1
    assert listed[0].split()[:2] == [cafe_id, "active"]
    assert listed[0].endswith(cafe.name)


def test_the_list_as_json_has_the_facts_of_each_plan(smartgoals, cafe_id, cafe):
    [facts] = json.loads(smartgoals("list", "--json").out)
    assert facts["id"] == cafe_id
    assert facts["title"] == cafe.name
    assert facts["state"] == "active"
    assert dt.date.fromisoformat(facts["due"]) == cafe.due
    assert dt.datetime.fromisoformat(facts["saved_at"]).tzinfo is not None


def test_a_plan_in_the_trash_is_not_listed(smartgoals, cafe_id, folder):
    with PlanStore.open(folder) as store:
        store.trash(cafe_id)
    assert smartgoals("list").out == ""


def test_show_as_json_is_the_whole_plan_and_what_follows(smartgoals, cafe_id, cafe):
    shown = json.loads(smartgoals("show", cafe_id, "--json", "--on", "2027-04-30").out)
    computed = shown.pop("computed")
    assert Plan.model_validate_json(json.dumps(shown)) == cafe.replace(id=cafe_id)
    assert computed["on"] == "2027-04-30"
    assert computed["metrics"][0]["change_percent"] == 15


def test_show_prints_the_plan_for_people(smartgoals, cafe_id, cafe):
    done = smartgoals("show", cafe_id, "--on", "2027-04-30")
    assert done.code == 0
    assert done.out.startswith(cafe.name)
    assert "+15 %" in done.out


@pytest.mark.parametrize("make", [str, lambda title: title[:8], str.upper])
def test_a_plan_is_found_by_the_start_of_its_title(smartgoals, cafe_id, cafe, make):
    shown = smartgoals("show", make(cafe.name), "--json")
    assert json.loads(shown.out)["id"] == cafe_id


def test_a_plan_that_is_not_there_is_a_sentence(smartgoals, cafe_id):
    failed(smartgoals("show", "Nowhere"), 1, "Nowhere")


@pytest.mark.parametrize("blank", ["", "  "])
def test_a_blank_name_is_bad_usage(smartgoals, cafe_id, tmp_path, blank):
    failed(smartgoals("show", blank), 2, "blank")
    failed(smartgoals("export", blank, "--to", tmp_path / "p.pdf"), 2, "blank")


def test_of_a_very_long_name_the_sentence_shows_the_beginning(smartgoals, cafe_id):
    done = smartgoals("show", "Nowhere " * 1000)
    failed(done, 1, "Nowhere Nowhere")
    assert len(done.err) < 200


def test_a_name_with_control_characters_is_printed_without(smartgoals, cafe_id):
    done = smartgoals("show", "No\x1b[31mwhere")
    failed(done, 1, "where")
    assert "\x1b" not in done.err


def test_without_any_plans_there_is_none_to_show(smartgoals, folder):
    failed(smartgoals("show", "Nowhere"), 1, "Nowhere")
    assert not folder.exists()


def test_a_title_that_fits_two_plans_names_both(smartgoals, cafe_id, cafe):
    other = smartgoals("import", SAMPLES / "cafe.json").out.strip()
    failed(smartgoals("show", cafe.name), 1, cafe_id, other)


@pytest.mark.parametrize("day", ["2027-02-29", "20270614", "1999-12-31", "tomorrow", "2027-W01-1"])
def test_a_day_that_is_none_is_bad_usage(smartgoals, cafe_id, day):
    failed(smartgoals("show", cafe_id, "--on", day), 2, day)


def test_an_imported_file_comes_out_the_same(smartgoals, cafe_id, cafe, tmp_path):
    target = tmp_path / "out.json"
    assert smartgoals("export", cafe_id, "--to", target).code == 0
    assert target.read_text(encoding="utf-8") == dump_plan(cafe.replace(id=cafe_id))


def test_the_goal_sheet_is_written(smartgoals, cafe_id, tmp_path):
    done = smartgoals("export", cafe_id, "--to", tmp_path / "sheet.pdf")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF-")


def test_the_format_may_differ_from_the_suffix(smartgoals, cafe_id, tmp_path):
    smartgoals("export", cafe_id, "--to", tmp_path / "plan.txt", "--format", "json")
    assert json.loads((tmp_path / "plan.txt").read_text(encoding="utf-8"))


@pytest.mark.parametrize("more", [["--to", "plan.xyz"], ["--to", "p.json", "--format", "docx"]])
def test_an_unknown_format_is_bad_usage_and_names_the_known_ones(smartgoals, cafe_id, more):
    failed(smartgoals("export", cafe_id, *more), 2, "pdf")


def test_a_target_that_cannot_be_written_is_a_sentence(smartgoals, cafe_id, tmp_path):
    failed(smartgoals("export", cafe_id, "--to", tmp_path / "no" / "p.json"), 1, "p.json")
    (tmp_path / "d.json").mkdir()
    failed(smartgoals("export", cafe_id, "--to", tmp_path / "d.json"), 1, "d.json")


def test_a_plan_that_is_here_already_gets_a_new_id(smartgoals, cafe_id, cafe, tmp_path):
    copy = tmp_path / "copy.json"
    smartgoals("export", cafe_id, "--to", copy)
    new_id = smartgoals("import", copy).out.strip()
    assert new_id != cafe_id
    assert len(smartgoals("list").out.splitlines()) == 2


def test_several_files_print_their_ids_in_order(smartgoals):
    names = ("cafe.json", "campfire.json", "cost-per-click.json")
    ids = smartgoals("import", *(SAMPLES / name for name in names)).out.split()
    kept = [json.loads((SAMPLES / name).read_text(encoding="utf-8")) for name in names]
    shown = [json.loads(smartgoals("show", plan_id, "--json").out) for plan_id in ids]
    assert [s["broad_goal"] for s in shown] == [k["plan"]["broad_goal"] for k in kept]


BAD_FILES = {
    "blank.json": b"",
    "other.json": b"{}",
    "text.json": b"hello",
    "latin.json": '{"format": "é"}'.encode("latin-1"),
    "binary.json": bytes(range(256)),
    "deep.json": b"[" * 100_000,
    "nan.json": b'{"format": "smartgoals-plan", "version": 1, "plan": {"budget": NaN}}',
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_named_and_nothing_is_imported(smartgoals, folder, tmp_path, name):
    (tmp_path / name).write_bytes(BAD_FILES[name])
    failed(smartgoals("import", SAMPLES / "cafe.json", tmp_path / name), 2, name)
    assert not folder.exists()


@pytest.mark.parametrize("name", ["missing.json", ".", "a\nb.json"])
def test_a_file_that_cannot_be_read_is_bad_input(smartgoals, tmp_path, name):
    failed(smartgoals("import", tmp_path / name), 2, "“")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may do all")
def test_a_file_without_permission_is_bad_input(smartgoals, tmp_path):
    file = tmp_path / "mine.json"
    file.touch(mode=0)
    failed(smartgoals("import", file), 2, "mine.json")


def test_the_schema_describes_the_plan_file_and_what_is_computed(smartgoals, cafe_id):
    schema = json.loads(smartgoals("schema").out)
    assert {"format", "version", "plan"} == set(schema["properties"])
    documented = schema["$defs"]["Computed"]["properties"]
    shown = json.loads(smartgoals("show", cafe_id, "--json").out)
    assert set(documented) == set(shown["computed"])
    assert set(schema["$defs"]["MetricFacts"]["properties"]) == set(shown["computed"]["metrics"][0])


@pytest.mark.parametrize(
    "order", [("--data-dir", "FOLDER", "list"), ("list", "--data-dir", "FOLDER")]
)
def test_the_folder_may_stand_before_or_after_the_command(
    smartgoals, cafe_id, folder, order, monkeypatch
):
    monkeypatch.setenv("SMARTGOALS_DATA_DIR", "elsewhere")
    done = smartgoals(*(str(folder) if word == "FOLDER" else word for word in order))
    assert cafe_id in done.out


def test_a_damaged_database_is_a_sentence_and_is_kept(smartgoals, folder):
    folder.mkdir()
    (folder / "smartgoals.db").write_bytes(b"garbage" * 1000)
    for command in (["list"], ["show", "x"], ["import", SAMPLES / "cafe.json"]):
        failed(smartgoals(*command), 1, "smartgoals.db")
    assert (folder / "smartgoals.db").read_bytes() == b"garbage" * 1000


def test_the_database_of_another_program_is_left_alone(smartgoals, folder):
    folder.mkdir()
    with sqlite3.connect(folder / "smartgoals.db") as connection:
        connection.execute("CREATE TABLE theirs (name)")
    connection.close()
    before = (folder / "smartgoals.db").read_bytes()
    failed(smartgoals("import", SAMPLES / "cafe.json"), 1, "another program")
    assert (folder / "smartgoals.db").read_bytes() == before


def test_a_file_in_the_place_of_the_folder_is_a_sentence(smartgoals, folder):
    folder.write_text("not a folder")
    failed(smartgoals("import", SAMPLES / "cafe.json"), 1, "plans")
    failed(smartgoals("list"), 1, "plans")


def test_reading_changes_nothing(smartgoals, cafe_id, folder):
    before = {path: path.read_bytes() for path in folder.iterdir()}
    for command in (["list"], ["show", cafe_id], ["show", cafe_id, "--json"]):
        assert smartgoals(*command).code == 0
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("command", [["list"], ["show", "cafe", "--json"]])
def test_a_save_that_was_cut_off_is_no_obstacle(smartgoals, cafe_id, folder, command):
    process = start(STOP_IN_THE_MIDDLE_OF_A_SAVE, database_path(folder))
    assert line_of(process) == "half"
    kill(process)
    done = smartgoals(*command)
    assert done.code == 0
    assert cafe_id in done.out


def test_a_reader_that_has_gone_is_no_traceback(smartgoals_process):
    reader, writer = os.pipe()
    os.close(reader)
    results = smartgoals_process("schema", stdout=writer)
    usage = smartgoals_process("--help", stdout=writer)
    os.close(writer)
    assert (results.returncode, results.stderr) == (1, b"")
    assert usage.stderr == b""


@pytest.mark.skipif(not FULL.exists(), reason="Linux only")
def test_a_full_disk_behind_the_output_is_a_sentence(smartgoals_process):
    with FULL.open("wb") as full:
        done = smartgoals_process("schema", stdout=full)
    assert done.returncode == 1
    assert done.stderr == b"The result could not be written.\n"
