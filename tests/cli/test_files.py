"""The commands for files: every format out, all plans out, tables in."""

import datetime as dt
import json

import pytest
import time_machine

from smartgoals.documents.exporters import EXPORTERS
from smartgoals.storage.backup_files import backups
from tests.cli.conftest import SAMPLES
from tests.cli.test_commands import failed


@pytest.fixture(autouse=True)
def in_april():
    with time_machine.travel(dt.date(2027, 4, 20), tick=False):
        yield


@pytest.mark.parametrize("exporter", [e for e in EXPORTERS if e.format not in {"png", "svg"}])
def test_every_format_is_written_by_its_name(smartgoals, cafe_id, tmp_path, exporter):
    target = tmp_path / f"plan{exporter.suffix}"

    done = smartgoals("export", cafe_id, "--to", target, "--format", exporter.format)

    assert (done.code, done.out, done.err) == (0, "", "")
    assert target.stat().st_size


def test_the_help_names_every_format(smartgoals):
    shown = "".join(smartgoals("export", "--help").out.split())

    assert all(exporter.format in shown for exporter in EXPORTERS)


def test_export_delete_and_import_give_an_equal_plan(smartgoals, cafe_id, folder, tmp_path):
    smartgoals("check-in", cafe_id, "1", "1250", "--note", "rain")
    smartgoals("close", cafe_id, "--outcome", "missed", "--lesson", "more time")
    before = json.loads(smartgoals("show", cafe_id, "--json").out)
    smartgoals("export", cafe_id, "--to", tmp_path / "plan.json")
    (folder / "smartgoals.db").unlink()

    assert smartgoals("import", tmp_path / "plan.json").out.strip() == cafe_id

    assert json.loads(smartgoals("show", cafe_id, "--json").out) == before


# All plans


def test_all_plans_are_written_into_a_folder_and_named(smartgoals, tmp_path):
    smartgoals("import", *(SAMPLES / f"{name}.json" for name in ("cafe", "campfire")))

    done = smartgoals("export", "--all", "--to", tmp_path / "out", "--format", "ics")

    written = sorted((tmp_path / "out").iterdir())
    assert done.code == 0
    assert sorted(done.out.splitlines()) == [str(path) for path in written]
    assert [path.suffix for path in written] == [".ics", ".ics"]


@pytest.mark.parametrize(
    "arguments", [[], ["--format", "pdf"], ["cafe", "--all", "--format", "pdf"], ["--all"]]
)
def test_one_plan_or_all_have_to_be_named(smartgoals, cafe_id, tmp_path, arguments):
    failed(smartgoals("export", *arguments, "--to", tmp_path / "out"), 2, "--")
    assert not (tmp_path / "out").exists()


def test_without_plans_there_are_none_to_export(smartgoals, folder, tmp_path):
    done = smartgoals("export", "--all", "--to", tmp_path / "out", "--format", "md")

    failed(done, 1, "no plans")
    assert not folder.exists()


def test_a_folder_that_cannot_be_made_is_a_sentence(smartgoals, cafe_id, tmp_path):
    target = tmp_path / "no" / "out"
    failed(smartgoals("export", "--all", "--to", target, "--format", "md"), 1, "not there")


# Tables


@pytest.fixture
def add(smartgoals, cafe_id, tmp_path):
    """Take a text into the cafe's plan as a file."""

    def add(text, *more, name="table.csv"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return smartgoals("import", "--into", cafe_id, *more, path)

    return add


@pytest.fixture
def shown(smartgoals, cafe_id):
    return lambda: json.loads(smartgoals("show", cafe_id, "--json").out)


def test_tactics_are_taken_into_a_plan_and_logged(add, shown, cafe):
    done = add("name;value;complexity;owners;due;hours\nAsk guests;7;3;Ana, Jo;30.04.2027;1,5\n")

    assert (done.code, done.err) == (0, "")
    assert done.out == f"Added: 1 tactic for “{cafe.title}”\n"
    tactic = shown()["tactics"][-1]
    assert (tactic["name"], tactic["owners"], tactic["hours"]) == (
        "Ask guests",
        ["Ana", "Jo"],
        "1.5",
    )
    assert shown()["adjustments"][-1]["field"] == f"tactic.{tactic['id']}"


def test_a_table_that_is_taken_in_twice_adds_its_tactics_once(add, shown, cafe):
    text = "name,value\nAsk guests,7\nSing,2\n"
    add(text)
    before = shown()

    again = add(text)
    more = add(f"{text}Dance,3\n")

    known = f"2 tactics are in “{cafe.title}” already and are not added again.\n"
    assert (again.code, again.out) == (0, known)
    assert more.out == f"Added: 1 tactic for “{cafe.title}”\n{known}"
    names = [tactic["name"] for tactic in shown()["tactics"]]
    assert names == [*(tactic["name"] for tactic in before["tactics"]), "Dance"]


def test_one_file_named_twice_is_taken_in_once(smartgoals, cafe_id, shown, tmp_path):
    (tmp_path / "table.csv").write_text("name\nAsk guests\n")

    smartgoals("import", "--into", cafe_id, tmp_path / "table.csv", tmp_path / "table.csv")

    assert [tactic["name"] for tactic in shown()["tactics"]].count("Ask guests") == 1


def test_a_backup_is_made_before_rows_are_taken_in(smartgoals, add, shown, folder):
    smartgoals("duplicate", "cafe", "--title", "Changed since the last backup")
    add("name\nAsk guests\n")

    newest = max(backups(folder), key=lambda each: each.made_at).path.read_bytes()
    assert b"Changed since the last backup" in newest
    assert b"Ask guests" not in newest


def test_check_ins_are_taken_into_a_plan(add, shown):
    done = add("metric,date,value,note\nFacebook fans,2027-04-05,1240,\nlink,2027-04-05,410,calm\n")

    assert "2 values of 1 day" in done.out
    [check_in] = shown()["check_ins"]
    assert (check_in["day"], check_in["note"]) == ("2027-04-05", "calm")


def test_check_ins_of_one_plan_can_be_taken_into_another(smartgoals, cafe_id, tmp_path, shown):
    smartgoals("check-in", cafe_id, "1", "1250.5", "--on", "2027-04-01", "--note", "rain; wind")
    target = tmp_path / "values.csv"
    smartgoals("export", cafe_id, "--to", target, "--format", "csv-check-ins")
    other = smartgoals("import", SAMPLES / "cafe.json").out.strip()

    smartgoals("import", "--into", other, target)

    def facts(plan):
        return [(c["day"], c["note"], c["readings"]) for c in plan["check_ins"]]

    assert facts(json.loads(smartgoals("show", other, "--json").out)) == facts(shown())


def test_a_table_with_a_bad_row_changes_nothing(add, shown):
    before = shown()

    failed(
        add("date,metric,value\n2027-04-05,1,5\n2027-04-31,1,6\n"), 2, "table.csv: Row 3", "--skip"
    )

    assert shown() == before


def test_bad_rows_can_be_left_out(add, shown):
    done = add("date,metric,value\n2027-04-05,1,5\n2027-04-31,1,6\n", "--skip")

    assert done.code == 0
    assert "Row 3" in done.err
    assert len(shown()["check_ins"]) == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\x00\x01", "not text"),
        (b"", "nothing"),
        (b"2027-03-22,1\n" * 100_000, "20000 rows"),
        (b"x" * 5_000_001, "5 MB"),
        ((SAMPLES / "cafe.json").read_bytes(), "plan file"),
    ],
)
def test_what_is_no_table_is_a_sentence(add, shown, content, words):
    before = shown()

    failed(add(content), 2, "table.csv", words)

    assert shown() == before


def test_of_several_tables_all_or_none_are_taken(smartgoals, add, shown, cafe_id, tmp_path):
    (tmp_path / "good.csv").write_text("name\nAsk guests\n")
    (tmp_path / "bad.csv").write_text("name,value\nAsk guests,11\n")
    before = shown()

    failed(smartgoals("import", "--into", cafe_id, tmp_path / "good.csv", tmp_path / "bad.csv"), 2)

    assert shown() == before
