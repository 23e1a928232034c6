"""What is said of backups and of a damaged file that came back."""

import datetime as dt
from pathlib import Path

import pytest
import time_machine

from smartgoals.formats import Formats
from smartgoals.words.backups import (
    listed_moment_text,
    moment_text,
    plans_text,
    put_anew_text,
    recovered_text,
)

FORMATS = Formats("en_GB")
NOW = dt.datetime(2027, 6, 14, 15, 0, tzinfo=dt.UTC)
PATH = Path("plans") / "smartgoals.db"


def said(**facts):
    known = {"kept": PATH.parent / "kept", "copy_of": NOW, "salvaged": 0, "lost": 0}
    with time_machine.travel(NOW, tick=False):
        return recovered_text(PATH, FORMATS, **{**known, **facts})


def hour(moment):
    return f"{moment.astimezone():%H:%M}"


def test_a_moment_of_today_is_its_hour_and_another_one_has_its_day():
    with time_machine.travel(NOW, tick=False):
        assert moment_text(NOW, FORMATS) == hour(NOW)
        assert listed_moment_text(NOW, FORMATS) == f"Today, {hour(NOW)}"
        before = NOW - dt.timedelta(days=40)
        assert moment_text(before, FORMATS) == f"5 May 2027, {hour(before)}"
        assert listed_moment_text(before, FORMATS) == moment_text(before, FORMATS)


def test_a_damaged_file_names_the_copy_and_the_place_of_the_file():
    assert said() == (
        f"“smartgoals.db” was damaged; the copy of {hour(NOW)} is back. "
        f"The damaged file is kept in “{PATH.parent / 'kept'}”."
    )


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"kept": None}, "was gone; the copy of"),
        ({"copy_of": None, "salvaged": 3}, "what could be read of it is back"),
        ({"copy_of": None}, "no plan in it could be read"),
        ({"salvaged": 1}, "One plan that is newer was saved"),
        ({"salvaged": 2}, "2 plans that are newer were saved"),
        ({"lost": 1}, "One plan could not be read any more."),
        ({"lost": 4}, "4 plans could not be read any more."),
    ],
)
def test_what_was_saved_and_what_was_lost_is_told(facts, words):
    assert words in said(**facts)


def test_plans_are_counted():
    assert (plans_text(1), plans_text(12)) == ("1 plan", "12 plans")


def test_a_file_that_went_away_and_one_that_took_its_place_are_told_apart():
    assert "was moved or deleted" in put_anew_text(PATH, None)
    assert "other file is kept in “kept”" in put_anew_text(PATH, Path("kept"))
