"""The calendar, read back by icalendar and expanded by dateutil."""

import datetime as dt
from decimal import Decimal

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from smartgoals.documents.calendar_file import calendar_file
from smartgoals.documents.exporter import ExportContext
from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Closing, Plan
from smartgoals.domain.recurrence import occurrences
from smartgoals.domain.tactic import Recurrence, Tactic
from smartgoals.domain.terms import Frequency, Outcome
from smartgoals.formats import Formats

START = dt.date(2027, 1, 1)
DUE = dt.date(2027, 12, 31)
SAVED = dt.datetime(2027, 1, 1, 9, 30, tzinfo=dt.UTC)


def context(saved_at=SAVED):
    return ExportContext(Formats("en_GB"), START, saved_at=saved_at)


def plan_of_a_year(**changes):
    return Plan(id="year", title="A year", start=START, due=DUE).replace(**changes)


def events(plan, saved_at=SAVED):
    return Calendar.from_ical(calendar_file(plan, context(saved_at))).walk("VEVENT")


def days_of(event):
    """The days on which the event is, by an expansion that is not ours."""
    first = event.decoded("dtstart")
    if "rrule" not in event:
        return [first]
    start = dt.datetime.combine(first, dt.time())
    rule = rrulestr(event["rrule"].to_ical().decode(), dtstart=start)
    return [each.date() for each in rule]


def days_of_tactic(recurrence, **changes):
    tactic = Tactic(id="post", name="Post", recurrence=recurrence)
    plan = plan_of_a_year(tactics=(tactic,), **changes)
    return sorted(d for e in events(plan) if e["summary"] == "Post" for d in days_of(e))


def monthly(day):
    return Recurrence(frequency=Frequency.MONTHLY, month_day=day)


@pytest.mark.parametrize("day", [29, 30, 31, None])
def test_a_monthly_tactic_is_there_on_28_february(day):
    found = days_of_tactic(monthly(day))

    assert dt.date(2027, 2, 28) in found
    assert len(found) == 12


@given(
    st.one_of(
        st.builds(monthly, st.one_of(st.none(), st.integers(1, 31))),
        st.just(Recurrence(frequency=Frequency.DAILY)),
        st.builds(
            lambda days: Recurrence(frequency=Frequency.WEEKLY, weekdays=tuple(days)),
            st.lists(st.integers(0, 6)),
        ),
    ),
    st.dates(dt.date(2026, 1, 1), dt.date(2028, 12, 31)),
    st.integers(0, 500),
)
def test_the_days_of_a_recurring_tactic_are_those_of_the_plan(recurrence, start, length):
    due = start + dt.timedelta(length)

    found = days_of_tactic(recurrence, start=start, due=due)

    assert found == list(occurrences(recurrence, start, due))


def test_the_check_in_comes_every_week_until_the_plan_is_due():
    plan = plan_of_a_year(metrics=(Metric(name="Fans", source="the page"),), check_in_weekday=2)
    [event] = [e for e in events(plan) if e["uid"].startswith("year.check-in")]

    days = days_of(event)

    assert (days[0], days[-1]) == (dt.date(2027, 1, 6), dt.date(2027, 12, 29))
    assert {day.weekday() for day in days} == {2}
    assert "Fans (the page)" in event["description"]


def test_no_check_in_is_asked_for_after_the_plan_is_closed():
    closing = Closing(day=dt.date(2027, 2, 1), outcome=Outcome.PARTLY)
    plan = plan_of_a_year(metrics=(Metric(name="Fans"),), closing=closing)
    [event] = [e for e in events(plan) if "check-in" in e["uid"]]

    assert days_of(event)[-1] == dt.date(2027, 2, 1)


def test_milestones_tell_what_should_be_reached():
    metric = Metric(name="Fans", baseline=Decimal(1200), target=Target(amount=Decimal(1380)))
    found = [e for e in events(plan_of_a_year(metrics=(metric,))) if "milestone" in e["uid"]]

    assert found[-1].decoded("dtstart") == DUE
    assert str(found[-1]["summary"]) == "Due: A year"
    assert "Fans: 1,380" in found[-1]["description"]


def test_every_event_is_a_whole_day_that_blocks_nothing(cafe):
    for event in events(cafe):
        first, end = event.decoded("dtstart"), event.decoded("dtend")
        assert type(first) is dt.date
        assert end - first == dt.timedelta(1)
        assert event["transp"] == "TRANSPARENT"
        assert event["summary"]


def test_a_second_export_moves_the_events_of_the_first(cafe):
    later = cafe.with_tactic(cafe.tactics[0].replace(name="Another name"))

    before = {event["uid"]: event for event in events(cafe)}
    after = {event["uid"]: event for event in events(later, SAVED + dt.timedelta(seconds=1))}

    assert before.keys() == after.keys()
    assert len(before) == len(events(cafe))
    assert all(after[uid]["sequence"] > before[uid]["sequence"] for uid in before)
    assert all(after[uid].decoded("dtstamp") > before[uid].decoded("dtstamp") for uid in before)


def test_a_change_of_the_day_of_the_month_moves_the_events():
    def uids(day):
        tactics = (Tactic(id="post", recurrence=monthly(day)),)
        return {event["uid"] for event in events(plan_of_a_year(tactics=tactics))}

    assert uids(30) == uids(31)


def test_the_same_plan_gives_the_same_bytes(cafe):
    assert calendar_file(cafe, context()) == calendar_file(cafe, context())


def test_a_parked_tactic_is_no_event():
    tactics = (Tactic(name="Podcast", due=START, parked=True),)

    assert "Podcast" not in calendar_file(plan_of_a_year(tactics=tactics), context()).decode()


def test_a_plan_without_dates_is_a_calendar_without_events():
    assert events(Plan(tactics=(Tactic(name="Some day"),))) == []


def test_a_tactic_without_an_end_recurs_for_a_year():
    found = days_of_tactic(monthly(15), due=None)

    assert (found[0], found[-1]) == (dt.date(2027, 1, 15), dt.date(2027, 12, 15))


@pytest.mark.parametrize(
    "text", ["BEGIN:VALARM", "a;b,c:d\\n", "x" * 500, "ünï 🎉 مقهى", 'say "hi"', "END:VEVENT\nX:1"]
)
def test_hostile_text_stays_text(text):
    tactic = Tactic(name=text, due=START, note=f"first\n{text}")
    [event] = [e for e in events(plan_of_a_year(tactics=(tactic,))) if "tactic" in e["uid"]]

    assert str(event["summary"]) == tactic.name
    assert str(event["description"]).endswith(tactic.note)
