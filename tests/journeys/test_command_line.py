"""The cafe plan by the command line: from an empty folder to the printed sheet, and moved."""

import json
import os
import subprocess
import sys
from importlib.resources import files

import pytest
from pypdf import PdfReader

SAMPLE = files("smartgoals.resources") / "samples" / "cafe.json"


@pytest.fixture
def smartgoals(tmp_path):
    """Type a command on an empty machine; gives what it printed."""

    def run(*arguments, folder="plans"):
        done = subprocess.run(
            [sys.executable, "-m", "smartgoals", *map(str, arguments)],
            env={**os.environ, "SMARTGOALS_DATA_DIR": str(tmp_path / folder)},
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return run


def test_the_cafe_plan_is_taken_in_judged_printed_and_moved(smartgoals, tmp_path, cafe):
    plan_id = smartgoals("import", SAMPLE).strip()
    assert cafe.name in smartgoals("list")

    shown = json.loads(smartgoals("show", cafe.name[:10], "--json", "--on", "2027-04-30"))
    computed = shown["computed"]
    assert [each["change_percent"] for each in computed["metrics"]][:2] == [15, 15]
    assert computed["money"]["cadence_budget"] == 585
    assert {each["verdict"] for each in computed["coach"].values()} == {"pass"}

    smartgoals("export", plan_id, "--to", "sheet.pdf")
    sheet = " ".join(PdfReader(tmp_path / "sheet.pdf").pages[0].extract_text().split())
    for words in ("Riverside Café", "1,380", "+15 %", cafe.tactics[0].name, "14 June 2027"):
        assert words in sheet

    smartgoals("export", plan_id, "--to", "moved.json")
    moved_id = smartgoals("import", "moved.json", folder="other machine").strip()
    there = json.loads(
        smartgoals("show", moved_id, "--json", "--on", "2027-04-30", folder="other machine")
    )
    assert there == shown
