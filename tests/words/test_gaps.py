"""Every gap has a name and a sentence."""

from __future__ import annotations

import pytest

from smartgoals.domain.gap import Gap, GapCode
from smartgoals.domain.plan import Plan
from smartgoals.domain.steps import all_gaps
from smartgoals.formats import Formats
from smartgoals.words.reasons import gap_name, gap_text


def text(code: GapCode, field: str = "metric.m.target", **facts: object) -> str:
    return gap_text(Gap(code, field, **facts), Formats())  # type: ignore[arg-type]


@pytest.mark.parametrize("code", GapCode)
def test_every_gap_has_a_name_and_a_sentence(code: GapCode) -> None:
    gap = Gap(code, "metric.m.target", subject="Fans", text="five")
    assert gap_name(gap)
    assert gap_text(gap, Formats())[-1] in ".?"
    assert gap_name(gap) != gap_text(gap, Formats())


@pytest.mark.parametrize("code", GapCode)
def test_a_gap_without_name_reads_all_the_same(code: GapCode) -> None:
    gap = Gap(code, "metric.m.target")
    assert "{" not in gap_name(gap) + gap_text(gap, Formats())
    assert not gap_text(gap, Formats())[0].islower()


def test_a_gap_names_the_metric_as_the_user_or_the_library_does() -> None:
    assert text(GapCode.BASELINE_MISSING, subject="Fans").startswith("Where does “Fans” stand")
    assert text(GapCode.BASELINE_MISSING, library_id="m01").startswith(
        "Where does “Followers” stand"
    )


def test_names_are_taken_literally() -> None:
    assert "“{count} <b>$”" in text(GapCode.TARGET_MISSING, subject="{count} <b>$")


def test_what_was_typed_is_shown_and_shortened() -> None:
    assert text(GapCode.UNREAD, "due", text="soon") == (
        "“soon” is kept, but is not a date yet. Please write it such as 14 June 2027."
    )
    assert text(GapCode.UNREAD, subject="Fans", text="5 followers") == (
        "“Fans”: “5 followers” is kept, but is not a target yet. "
        "Please write it such as 1500 or +15 %."
    )
    assert "not a number" in text(GapCode.UNREAD, "hours_per_week", text="many")
    assert "three letters" in text(GapCode.UNREAD, "currency", text="euros")
    assert len(text(GapCode.UNREAD, "due", text="x" * 10_000)) < 200
    assert len(gap_name(Gap(GapCode.UNREAD, "due", text="x" * 10_000))) < 50


def test_a_date_is_asked_for_in_the_writing_of_the_formats() -> None:
    gap = Gap(GapCode.UNREAD, "due", text="soon")
    assert "14 giugno 2027" in gap_text(gap, Formats("it_IT"))


def test_tactics_are_counted() -> None:
    one = text(GapCode.TACTIC_WITHOUT_OWNER, subject="Post")
    many = text(GapCode.TACTIC_WITHOUT_OWNER, subject="Post", count=3)
    assert one.startswith("Who does “Post”?")
    assert many.startswith("3 tactics have nobody who does them, “Post” among them.")


def test_the_gaps_of_a_new_plan_have_names_that_differ() -> None:
    names = [gap_name(gap) for gap in all_gaps(Plan())]
    assert names[:5] == ["broad goal", "a metric", "start", "due date", "a tactic"]
