"""The sentences of the optional pages."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from smartgoals.domain.plan import Plan
from smartgoals.domain.strategy import (
    Audience,
    Cadence,
    ContentPlan,
    Headline,
    Listener,
    Listening,
    Message,
)
from smartgoals.formats import Formats
from smartgoals.words.strategy import (
    activity_text,
    cadence_text,
    cadences_text,
    community_text,
    conversation_text,
    headlines_text,
    listener_name,
    share_of_voice_text,
    voice_share_text,
)

ENGLISH = Formats("en_GB")
START, DUE = dt.date(2027, 3, 15), dt.date(2027, 6, 14)
CADENCE = Cadence(posts_per_week=Decimal(3), hours_per_post=Decimal(1), price_per_post=Decimal(15))


def heard(ours: int | None, *theirs: int | None) -> Listening:
    numbers = [None if number is None else Decimal(number) for number in (ours, *theirs)]
    competitors = tuple(Listener(id=f"c{i}", mentions=n) for i, n in enumerate(numbers[1:]))
    return Listening(us=Listener(id="us", mentions=numbers[0]), competitors=competitors)


def test_of_1200_members_12_create_108_comment_and_1080_read() -> None:
    text = community_text(Audience(members=1200), ENGLISH)
    for number in ("12 ", "108 ", "1,080 "):
        assert number in text


def test_without_members_nothing_is_said_of_them() -> None:
    assert community_text(Audience(), ENGLISH) == ""
    assert activity_text(Audience(), ENGLISH) == ""


def test_one_percent_needs_no_note() -> None:
    audience = Audience(members=1200, active_target_percent=Decimal(1))
    assert activity_text(audience, ENGLISH) == "That would be 12 people."


def test_more_than_one_percent_active_gets_a_note() -> None:
    text = activity_text(Audience(active_target_percent=Decimal("1.5")), ENGLISH)
    assert "rare" in text


def test_the_share_of_voice_names_its_numbers() -> None:
    text = share_of_voice_text(heard(50, 120, None), ENGLISH)
    assert text == "Your share of voice is 29.4 %: 50 of 170 mentions."


@pytest.mark.parametrize(
    ("listening", "needs"),
    [
        (heard(None, 120), "Count how often you are mentioned"),
        (heard(50), "one competitor"),
        (heard(50, None), "one competitor"),
        (heard(0, 0), "Nobody was mentioned"),
    ],
)
def test_a_share_of_voice_that_cannot_be_says_what_it_needs(
    listening: Listening, needs: str
) -> None:
    assert needs in share_of_voice_text(listening, ENGLISH)


def test_every_voice_has_its_share() -> None:
    listening = heard(50, 150, None)
    everybody = (listening.us, *listening.competitors)
    shares = [voice_share_text(each, listening, ENGLISH) for each in everybody]
    assert shares == ["25 %", "75 %", "–"]


def test_there_are_no_shares_while_our_own_mentions_are_not_known() -> None:
    listening = heard(None, 150)
    assert voice_share_text(listening.competitors[0], listening, ENGLISH) == "–"


def test_a_listener_is_us_or_has_a_name_or_has_none_yet() -> None:
    listening = heard(None, None)
    assert listener_name(listening.us, listening) == "Us"
    assert listener_name(Listener(name="The bakery"), listening) == "The bakery"
    assert listener_name(listening.competitors[0], listening) == "Competitor without a name"


def test_a_cadence_shows_the_sum_behind_its_budget() -> None:
    plan = Plan(start=START, due=DUE)
    assert cadence_text(CADENCE, plan, ENGLISH) == "3 a week × 13 weeks × 15 = 585 · 3 h a week"


def test_a_price_without_dates_says_what_it_waits_for() -> None:
    text = cadence_text(CADENCE, Plan(), ENGLISH)
    assert text == "the whole price follows from start and due · 3 h a week"


def test_a_plan_of_one_week_has_one_week() -> None:
    plan = Plan(start=START, due=START + dt.timedelta(7))
    assert "× 1 week ×" in cadence_text(CADENCE, plan, ENGLISH)


def test_an_empty_cadence_says_nothing() -> None:
    assert cadence_text(Cadence(), Plan(start=START, due=DUE), ENGLISH) == ""


def test_cadences_are_held_against_the_budget() -> None:
    content = ContentPlan(cadences=(CADENCE,))
    plan = Plan(start=START, due=DUE, content=content, budget=Decimal(500))
    assert cadences_text(plan, ENGLISH) == (
        "Together 585 and 3 h a week. That is 85 more than the budget of 500."
    )
    enough = plan.replace(budget=Decimal(585))
    assert cadences_text(enough, ENGLISH) == "Together 585 and 3 h a week."


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 of 25 headlines"),
        (7, "7 of 25 headlines"),
        (25, "25 headlines, enough to begin with"),
        (300, "300 headlines, enough to begin with"),
    ],
)
def test_headlines_are_counted_up_to_25(count: int, text: str) -> None:
    lines = tuple(Headline(text=f"Headline {number}") for number in range(count))
    assert headlines_text(Plan(content=ContentPlan(headlines=lines)), ENGLISH) == text


def test_the_slots_are_held_against_the_hours_there_are() -> None:
    plan = Plan(message=Message(listening_hours=Decimal(2), posting_hours=Decimal(4)))
    assert conversation_text(plan, ENGLISH) == "Together 6 h a week."
    enough = plan.replace(hours_per_week=Decimal(8))
    assert conversation_text(enough, ENGLISH) == "Together 6 h of the 8 h a week that there are."
    none = plan.replace(hours_per_week=Decimal(0))
    text = conversation_text(none, ENGLISH)
    assert text == "Together 6 h a week; there are 0 h for everything."


def test_without_slots_the_hours_are_asked_for() -> None:
    assert "Note the hours" in conversation_text(Plan(), ENGLISH)
