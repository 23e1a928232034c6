import datetime as dt
from calendar import monthrange

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.domain.plan import Plan
from smartgoals.domain.recurrence import next_dates, occurrences
from smartgoals.domain.tactic import Recurrence, Tactic
from smartgoals.domain.terms import Frequency

MONTHLY_ON_THE_LAST_DAY = Recurrence(frequency=Frequency.MONTHLY, month_day=None)
DAILY = Recurrence(frequency=Frequency.DAILY)


def monthly(day):
    return Recurrence(frequency=Frequency.MONTHLY, month_day=day)


def weekly(*weekdays):
    return Recurrence(frequency=Frequency.WEEKLY, weekdays=weekdays)


def dates(recurrence, start, until):
    return [day.isoformat() for day in occurrences(recurrence, start, until)]


def plan_of_spring(**changes):
    return Plan(start=dt.date(2027, 3, 15), due=dt.date(2027, 6, 14)).replace(**changes)


def recurring(recurrence, **changes):
    return Tactic(name="Sponsored post", recurrence=recurrence, **changes)


def test_a_short_month_takes_its_last_day_and_the_anchor_stays():
    found = dates(monthly(31), dt.date(2027, 1, 31), dt.date(2027, 5, 31))
    assert found == ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"]


def test_the_thirtieth_falls_on_29_february_in_a_leap_year():
    found = dates(monthly(30), dt.date(2028, 1, 31), dt.date(2028, 3, 30))
    assert found == ["2028-02-29", "2028-03-30"]


def test_the_last_day_of_the_month_is_always_the_last():
    found = dates(MONTHLY_ON_THE_LAST_DAY, dt.date(2027, 2, 1), dt.date(2027, 4, 30))
    assert found == ["2027-02-28", "2027-03-31", "2027-04-30"]


def test_the_month_goes_on_over_the_turn_of_the_year():
    found = dates(monthly(5), dt.date(2027, 11, 6), dt.date(2028, 1, 5))
    assert found == ["2027-12-05", "2028-01-05"]


def test_a_weekly_tactic_is_due_on_each_of_its_weekdays():
    found = dates(weekly(3, 0), dt.date(2027, 3, 15), dt.date(2027, 3, 25))
    assert found == ["2027-03-15", "2027-03-18", "2027-03-22", "2027-03-25"]


def test_weekly_on_no_weekday_is_never():
    assert dates(weekly(), dt.date(2027, 3, 15), dt.date(2027, 6, 14)) == []


def test_a_daily_tactic_is_due_on_every_day_with_both_ends():
    assert len(dates(DAILY, dt.date(2028, 2, 28), dt.date(2028, 3, 1))) == 3


@pytest.mark.parametrize("recurrence", [DAILY, weekly(0, 1, 2, 3, 4, 5, 6), monthly(1)])
def test_nothing_is_due_when_the_end_lies_before_the_start(recurrence):
    assert dates(recurrence, dt.date(2027, 3, 2), dt.date(2027, 3, 1)) == []


@given(
    day=st.integers(1, 31),
    start=st.dates(dt.date(2000, 1, 1), dt.date(2190, 12, 31)),
    months=st.integers(1, 40),
)
def test_a_monthly_recurrence_never_skips_a_month_and_never_drifts(day, start, months):
    first = start.replace(day=1)
    until = first + relativedelta(months=months, days=-1)
    found = list(occurrences(monthly(day), first, until))
    assert [(d.year, d.month) for d in found] == [
        ((first + relativedelta(months=n)).year, (first + relativedelta(months=n)).month)
        for n in range(months)
    ]
    assert all(d.day == min(day, monthrange(d.year, d.month)[1]) for d in found)


@given(
    recurrence=st.one_of(
        st.builds(monthly, st.integers(1, 31)),
        st.lists(st.integers(0, 6), unique=True).map(lambda weekdays: weekly(*weekdays)),
        st.just(DAILY),
    ),
    start=st.dates(dt.date(2000, 1, 1), dt.date(2190, 12, 31)),
    length=st.integers(0, 200),
)
def test_due_dates_rise_and_lie_within_the_bounds(recurrence, start, length):
    until = start + dt.timedelta(length)
    found = list(occurrences(recurrence, start, until))
    assert found == sorted(set(found))
    assert all(start <= day <= until for day in found)


def test_campfire_posts_by_the_thirtieth_of_every_month():
    found = next_dates(recurring(monthly(30)), plan_of_spring(), dt.date(2027, 3, 1))
    assert found == (dt.date(2027, 3, 30), dt.date(2027, 4, 30), dt.date(2027, 5, 30))


def test_the_next_dates_begin_today():
    found = next_dates(recurring(DAILY), plan_of_spring(), dt.date(2027, 4, 2), count=2)
    assert found == (dt.date(2027, 4, 2), dt.date(2027, 4, 3))


def test_five_next_dates_are_given_while_the_plan_has_no_dates():
    found = next_dates(recurring(monthly(31)), Plan(), dt.date(2027, 1, 31))
    assert [day.day for day in found] == [31, 28, 31, 30, 31]


def test_an_occurrence_that_is_done_is_not_due_next():
    tactic = recurring(weekly(0), done_occurrences=(dt.date(2027, 3, 22),))
    found = next_dates(tactic, plan_of_spring(), dt.date(2027, 3, 16), count=2)
    assert found == (dt.date(2027, 3, 29), dt.date(2027, 4, 5))


def test_nothing_is_due_after_the_plan():
    assert next_dates(recurring(DAILY), plan_of_spring(), dt.date(2027, 6, 15)) == ()


def test_a_dated_tactic_is_due_on_its_date_late_or_not():
    tactic = Tactic(name="List 100 influencers", due=dt.date(2027, 2, 1))
    assert next_dates(tactic, Plan(), dt.date(2027, 3, 1)) == (dt.date(2027, 2, 1),)


@pytest.mark.parametrize(
    "changes",
    [{}, {"parked": True, "due": "2027-04-01"}, {"done_on": "2027-03-20", "due": "2027-04-01"}],
)
def test_a_tactic_without_date_parked_or_done_has_no_next_dates(changes):
    assert next_dates(Tactic(**changes), plan_of_spring(), dt.date(2027, 3, 21)) == ()
