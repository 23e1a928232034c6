"""Which tactics of a list are in the plan already."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.domain.known_tactics import new_tactics
from smartgoals.domain.tactic import Recurrence, Tactic
from smartgoals.domain.terms import Frequency, HoursBasis

DAY = dt.date(2027, 4, 30)
KNOWN = Tactic(
    name="Post three stories",
    value=8,
    complexity=2,
    owners=("Ana", "Jo"),
    due=DAY,
    hours=Decimal("1.5"),
    note="With pictures",
)
FULL = KNOWN.replace(parked=True, parked_until="someone is hired", done_on=DAY)


def is_new(tactic, known=KNOWN):
    return bool(new_tactics([known], [tactic]))


@pytest.mark.parametrize("known", [KNOWN, FULL, Tactic(name="Sing")])
def test_a_tactic_that_is_in_the_plan_is_not_new(known):
    assert not is_new(known.replace(id="another"), known)


def test_letters_and_blanks_make_no_other_tactic():
    assert not is_new(KNOWN.replace(name="POST  three Stories "))


def test_a_name_alone_is_not_new_though_the_tactic_was_scored_since():
    assert not is_new(Tactic(name="Post three stories"))


def test_a_tactic_that_was_ticked_off_since_is_not_new():
    assert not is_new(KNOWN, KNOWN.replace(done_on=DAY))


@pytest.mark.parametrize(
    "changes",
    [
        {"name": "Post four stories"},
        {"value": 7},
        {"complexity": 3},
        {"owners": ("Ana",)},
        {"due": dt.date(2027, 5, 1)},
        {"due": None, "recurrence": Recurrence(month_day=30)},
        {"hours": Decimal(2)},
        {"hours_basis": HoursBasis.TOTAL},
        {"parked": True},
        {"note": "With music"},
    ],
)
def test_a_tactic_that_says_something_else_is_new(changes):
    assert is_new(KNOWN.replace(**changes))


def test_what_a_rhythm_does_not_use_makes_no_other_rhythm():
    daily = Recurrence(frequency=Frequency.DAILY, weekdays=(3,), month_day=5)
    post = Tactic(name="Post", recurrence=daily)

    assert not is_new(post.replace(recurrence=Recurrence(frequency=Frequency.DAILY)), post)
    assert is_new(post.replace(recurrence=Recurrence(month_day=5)), post)


def test_a_tactic_that_a_list_has_twice_is_new_twice():
    assert len(new_tactics([], [KNOWN, KNOWN])) == 2


@given(st.lists(st.sampled_from([KNOWN, FULL, Tactic(name="Sing"), Tactic(name="Dance")])))
def test_nothing_of_a_list_is_new_once_it_is_in_the_plan(listed):
    once = new_tactics([], listed)

    assert not new_tactics(once, listed)
