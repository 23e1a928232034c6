"""The commands with which a script lives with a plan: check in, close, begin anew."""

import datetime as dt
import json

import pytest
import time_machine

from smartgoals.documents.plan_file import dump_plan
from tests.cli.test_commands import failed


@pytest.fixture(autouse=True)
def in_april():
    with time_machine.travel(dt.date(2027, 4, 20), tick=False):
        yield


@pytest.fixture
def shown(smartgoals, cafe_id):
    """The plan as it is stored now."""
    return lambda: json.loads(smartgoals("show", cafe_id, "--json").out)


def test_a_check_in_is_kept_and_answered_in_one_sentence(smartgoals, cafe_id, shown):
    done = smartgoals("check-in", cafe_id, "fan", "1,283", "--note", "Reels work")

    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Facebook fans: today it should be ")
    assert "it is 1,283" in done.out
    assert done.out.count("\n") == 1
    [check_in] = shown()["check_ins"]
    assert (check_in["day"], check_in["note"]) == ("2027-04-20", "Reels work")
    assert [reading["value"] for reading in check_in["readings"]] == ["1283"]


def test_a_check_in_can_be_of_a_past_day(smartgoals, cafe_id, shown):
    smartgoals("check-in", cafe_id, "1", "1250", "--on", "2027-04-01")
    smartgoals("check-in", cafe_id, "2", "410", "--on", "2027-04-01")

    [check_in] = shown()["check_ins"]
    assert (check_in["day"], len(check_in["readings"])) == ("2027-04-01", 2)


def test_a_second_check_in_of_a_day_replaces_the_value_and_keeps_the_note(
    smartgoals, cafe_id, shown
):
    smartgoals("check-in", cafe_id, "1", "1250", "--note", "first")
    smartgoals("check-in", cafe_id, "1", "1260")

    [check_in] = shown()["check_ins"]
    assert [reading["value"] for reading in check_in["readings"]] == ["1260"]
    assert check_in["note"] == "first"


def test_a_number_that_looks_like_a_slip_is_taken_and_asked_about(smartgoals, cafe_id, shown):
    done = smartgoals("check-in", cafe_id, "1", "-5")

    assert done.code == 0
    assert done.err.startswith("Less than 0? It is taken")
    assert shown()["check_ins"][0]["readings"][0]["value"] == "-5"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["visitors", "5"], "no metric “visitors”"),
        (["4", "5"], "no metric “4”"),
        (["1", "5 followers"], "number alone"),
        (["1", "nan"], "not a number"),
        (["1", "8 %"], "not a percentage"),
        (["1", "1234,567"], "two different numbers"),
        (["1", "5", "--on", "2027-04-21"], "still to come"),
        (["1", "5", "--on", "2027-02-30"], "2027-02-30"),
        (["1", "5", "--note", "x" * 10_001], "10000"),
    ],
)
def test_what_cannot_be_entered_is_a_sentence_and_changes_nothing(
    smartgoals, cafe_id, cafe, arguments, words, tmp_path
):
    failed(smartgoals("check-in", cafe_id, *arguments), 2, words)

    smartgoals("export", cafe_id, "--to", tmp_path / "plan.json")
    assert (tmp_path / "plan.json").read_text("utf-8") == dump_plan(cafe.replace(id=cafe_id))


def test_a_check_in_for_no_plan_makes_nothing(smartgoals, folder):
    failed(smartgoals("check-in", "Nowhere", "1", "5"), 1, "Nowhere")
    assert not folder.exists()


def test_a_plan_is_closed_with_its_lesson(smartgoals, cafe_id, shown):
    done = smartgoals("close", cafe_id, "--outcome", "partly", "--lesson", "Start earlier")

    assert done.out == "Closed on 20 April 2027: Partly achieved.\n"
    closing = shown()["closing"]
    assert closing == {"day": "2027-04-20", "outcome": "partly", "lesson": "Start earlier"}
    assert shown()["computed"]["state"] == "done"


def test_a_plan_can_be_closed_as_of_a_past_day(smartgoals, cafe_id, shown):
    smartgoals("close", cafe_id, "--outcome", "dropped", "--on", "2027-04-01")

    assert shown()["closing"]["day"] == "2027-04-01"


def test_another_outcome_keeps_the_lesson_that_was_written(smartgoals, cafe_id, shown):
    smartgoals("close", cafe_id, "--outcome", "missed", "--lesson", "Start earlier")
    smartgoals("close", cafe_id, "--outcome", "partly")

    closing = shown()["closing"]
    assert (closing["outcome"], closing["lesson"]) == ("partly", "Start earlier")


@pytest.mark.parametrize(
    "arguments", [[], ["--outcome", "won"], ["--outcome", "missed", "--on", "2027-05-01"]]
)
def test_a_closing_that_cannot_be_is_bad_use(smartgoals, cafe_id, shown, arguments):
    failed(smartgoals("close", cafe_id, *arguments), 2)
    assert shown()["closing"] is None


def test_a_copy_begins_its_own_life(smartgoals, cafe_id, cafe):
    smartgoals("check-in", cafe_id, "1", "1250")

    copy_id = smartgoals("duplicate", cafe_id).out.strip()

    copy = json.loads(smartgoals("show", copy_id, "--json").out)
    assert copy_id != cafe_id
    assert copy["title"] == f"{cafe.title} (copy)"
    assert copy["check_ins"] == []
    assert [t["name"] for t in copy["tactics"]] == [tactic.name for tactic in cafe.tactics]


def test_a_copy_can_have_its_own_title(smartgoals, cafe_id):
    copy_id = smartgoals("duplicate", cafe_id, "--title", "Next summer").out.strip()

    assert json.loads(smartgoals("show", copy_id, "--json").out)["title"] == "Next summer"
