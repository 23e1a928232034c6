"""The map of goals, plans and tactics for scripts and terminals."""

import json

import pytest
from pypdf import PdfReader

from smartgoals.storage.store import PlanStore
from tests.cli.conftest import SAMPLES
from tests.cli.test_commands import failed


@pytest.fixture
def samples(smartgoals):
    """The three samples, taken into the data folder."""
    files = [SAMPLES / f"{name}.json" for name in ("cafe", "campfire", "cost-per-click")]
    return smartgoals("import", *files).out.split()


def test_the_map_is_printed_brand_by_brand(smartgoals, samples):
    done = smartgoals("map")

    assert (done.code, done.err) == (0, "")
    lines = [line.strip() for line in done.out.splitlines()]
    brands = ["Campfire, Inc.", "Northlight Training", "Riverside Café"]
    assert [line for line in lines if line in brands] == brands
    goal = lines.index("become the regular stop for people living within five miles")
    assert lines[goal + 1].startswith("Put our café on the neighbourhood's map (Active · due ")
    assert lines[goal + 3] == "1. Post 3 café stories a week"
    assert "No plan serves this goal yet." in lines


def test_the_map_of_one_brand_is_found_however_it_is_typed(smartgoals, samples):
    done = smartgoals("map", "--brand", "RIVERSIDE cafe", "--json")

    [brand] = json.loads(done.out)
    assert brand["brand"] == "Riverside Café"
    [served] = [goal for goal in brand["goals"] if goal["plans"]]
    assert served["plans"][0]["id"] == "cafe"
    tactics = served["plans"][0]["tactics"]
    assert [tactic["place"] for tactic in tactics] == [1, 2, 3, 4, 5, None]
    assert [goal["goal"] for goal in brand["goals"] if not goal["plans"]]


def test_plans_that_serve_no_goal_are_listed_apart(smartgoals, samples):
    [brand] = json.loads(smartgoals("map", "--brand", "northlight training", "--json").out)
    assert [plan["id"] for plan in brand["serving_no_goal"]] == ["cost-per-click"]
    assert brand["goals"] == []


def test_what_is_archived_or_thrown_away_is_not_on_the_map(smartgoals, samples, folder):
    with PlanStore.open(folder) as store:
        store.archive("cafe")
        store.trash("campfire")
    assert [each["brand"] for each in json.loads(smartgoals("map", "--json").out)] == [
        "Northlight Training"
    ]


def test_the_map_is_written_as_pdf(smartgoals, samples, tmp_path):
    path = tmp_path / "map.pdf"
    assert smartgoals("map", "--to", path).code == 0
    assert "Riverside Café" in PdfReader(path).pages[0].extract_text()


@pytest.mark.parametrize("arguments", [["--to", "map.png"], ["--to", "map.pdf", "--json"]])
def test_what_cannot_be_meant_is_bad_use(smartgoals, samples, arguments):
    failed(smartgoals("map", *arguments), 2)


def test_a_brand_that_no_plan_has_is_refused_with_those_there_are(smartgoals, samples):
    done = smartgoals("map", "--brand", "Nobody")
    failed(done, 2)
    assert "Campfire, Inc." in done.err


def test_a_place_that_is_not_there_is_a_sentence(smartgoals, samples, tmp_path):
    failed(smartgoals("map", "--to", tmp_path / "gone" / "map.pdf"), 1)


def test_without_plans_the_map_says_so_and_makes_no_folder(smartgoals, folder):
    done = smartgoals("map")
    assert done.out.startswith("No plans yet.")
    assert not folder.exists()
    assert smartgoals("map", "--json").out == "[]\n"
