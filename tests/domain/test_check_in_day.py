from __future__ import annotations

import datetime as dt

import pytest

from smartgoals.domain.check_in_day import due_check_in

MONDAY, FRIDAY = 0, 4
START, DUE = dt.date(2027, 3, 15), dt.date(2027, 6, 14)  # both are Mondays


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(f"2027-{text}")


def open_day(today: str, last: str | None = None, weekday: int = MONDAY) -> dt.date | None:
    return due_check_in(START, DUE, weekday, day(last) if last else None, day(today))


def test_a_week_after_the_last_one_a_check_in_is_open() -> None:
    assert open_day("04-26", last="04-19") == day("04-26")


def test_it_stays_open_until_it_is_made() -> None:
    assert open_day("04-29", last="04-19") == day("04-26")
    assert open_day("04-29", last="04-28") is None


def test_the_day_before_nothing_is_open() -> None:
    assert open_day("04-25", last="04-19") is None


def test_a_day_or_two_early_counts_for_the_coming_day() -> None:
    assert open_day("04-26", last="04-24") is None
    assert open_day("04-26", last="04-22") == day("04-26")


@pytest.mark.parametrize("today", ["03-01", "03-15", "03-16", "03-21"])
def test_nothing_is_open_before_the_first_week_is_over(today: str) -> None:
    assert open_day(today) is None


def test_the_first_one_waits_for_some_days_to_have_passed() -> None:
    assert open_day("03-19", weekday=2) is None
    assert open_day("03-19", weekday=FRIDAY) == day("03-19")


def test_a_missed_week_is_asked_for_once() -> None:
    assert open_day("05-19") == day("05-17")


def test_the_last_one_is_on_the_due_date_and_then_it_is_over() -> None:
    assert open_day("06-14", last="06-07") == DUE
    assert open_day("08-01", last="06-07") == DUE
    assert open_day("08-01", last="06-14") is None


def test_a_plan_without_dates_in_order_asks_for_nothing() -> None:
    assert due_check_in(None, DUE, MONDAY, None, DUE) is None
    assert due_check_in(DUE, START, MONDAY, None, DUE) is None
