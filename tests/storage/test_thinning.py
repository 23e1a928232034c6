"""The thinning of backups, over any history and day by day over years."""

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from smartgoals.storage.thinning import DAILY, MONTHLY, WEEKLY, kept

NOW = dt.datetime(2027, 6, 14, 12, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
ages = st.integers(min_value=-100, max_value=24 * 900)
histories = st.sets(ages.map(lambda hours: NOW - hours * HOUR), max_size=60)


@given(histories)
def test_the_newest_backup_is_kept(moments: set[dt.datetime]) -> None:
    assert not moments or max(moments) in kept(moments, NOW)


@given(histories)
def test_all_of_two_days_are_kept(moments: set[dt.datetime]) -> None:
    assert {moment for moment in moments if NOW - moment <= 2 * DAY} <= kept(moments, NOW)


@given(histories)
def test_nothing_is_kept_that_was_not_there(moments: set[dt.datetime]) -> None:
    assert kept(moments, NOW) <= moments


@given(histories)
def test_thinning_twice_is_thinning_once(moments: set[dt.datetime]) -> None:
    once = kept(moments, NOW)
    assert kept(once, NOW) == once


@given(histories)
def test_what_is_older_than_two_days_takes_a_bounded_number(moments: set[dt.datetime]) -> None:
    older = [moment for moment in kept(moments, NOW) if NOW - moment > 2 * DAY]
    assert len(older) <= DAILY + WEEKLY + MONTHLY + 1


@given(st.integers(min_value=1, max_value=30), st.integers(min_value=1, max_value=3))
def test_a_few_backups_of_old_days_are_all_kept(days: int, per_year: int) -> None:
    """Who opens the program rarely loses nothing to the calendar."""
    moments = {NOW - n * days * 30 * DAY for n in range(1, 5 * per_year)}
    assert kept(moments, NOW) == moments


def test_used_every_day_for_two_years_the_steps_back_grow_slowly() -> None:
    there: set[dt.datetime] = set()
    now = NOW
    for day in range(2 * 365):
        now = NOW + day * DAY
        there = kept({*there, now, now - 3 * HOUR}, now)
    by_age = sorted((now - moment).days for moment in there)
    assert by_age[:5] == [0, 0, 1, 1, 2]
    assert by_age[-1] >= 300
    steps = [later - sooner for sooner, later in pairwise(by_age)]
    recent = [step for step, age in zip(steps, by_age, strict=False) if age < 12]
    weeks = [step for step, age in zip(steps, by_age, strict=False) if 20 <= age < 70]
    assert max(recent) == 1
    assert max(weeks) <= 8
    assert max(steps) <= 31 + 7


def test_a_clock_set_back_does_not_cost_the_backups_from_the_future() -> None:
    moments = {NOW + 300 * DAY, NOW + 301 * DAY, NOW - DAY}
    assert kept(moments, NOW) == moments
