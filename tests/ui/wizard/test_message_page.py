"""The message page: fans, message, voice, and the time for conversation."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Step
from smartgoals.ui.session import PlanSession


@pytest.fixture
def page(open_page: Any) -> Any:
    return open_page(Step.MESSAGE, Plan(hours_per_week=Decimal(8)))


def test_three_fans_are_heard(page: Any, session: PlanSession, write: Any) -> None:
    for index, text in enumerate(("the view", "the cake", "Ana")):
        write(page.make.fields[f"fan_answers.{index}"], text)
    assert session.plan.message.fan_answers == ("the view", "the cake", "Ana")


@pytest.mark.parametrize("name", ["simple_message", "one_thing", "human", "criticism"])
def test_each_text_is_kept(page: Any, session: PlanSession, write: Any, name: str) -> None:
    page.voice.open()
    write(page.make.fields[name], "Your table by the river")
    assert getattr(session.plan.message, name) == "Your table by the river"


def test_a_reply_time_standard_is_set(page: Any, session: PlanSession, write: Any) -> None:
    page.conversation.open()
    write(page.make.fields["reply_hours"], "4")
    assert session.plan.message.reply_hours == 4


def test_the_hours_of_the_slots_are_added_up(page: Any, write: Any) -> None:
    page.conversation.open()
    for name, hours in {
        "listening_hours": "1",
        "posting_hours": "3",
        "replying_hours": "2",
    }.items():
        write(page.make.fields[name], hours)
    assert page.hours_note.text() == "Together 6 h of the 8 h a week that there are."


def test_negative_hours_are_kept_with_a_reason(page: Any, session: PlanSession, write: Any) -> None:
    page.conversation.open()
    field = page.make.fields["posting_hours"]
    write(field, "-3")
    assert field.line.text() == "-3"
    assert field.note.text()
    assert session.plan.message.posting_hours is None


def test_a_gap_opens_the_fold_that_hides_it(page: Any) -> None:
    page.focus_field("message.reply_hours")
    assert page.make.fields["reply_hours"].isVisible()
