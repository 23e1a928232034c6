"""A plan as plain text."""

import datetime as dt

from smartgoals.cli.plan_text import plan_text
from smartgoals.domain.check_in import CheckIn, Reading
from smartgoals.domain.plan import Plan
from smartgoals.formats import Formats

TODAY = dt.date(2027, 4, 30)


def shown(plan):
    return plan_text(plan, Formats(), TODAY)


def part(plan, title):
    """The lines below the title."""
    parts = (text.splitlines() for text in shown(plan).split("\n\n"))
    return next((lines[1:] for lines in parts if lines[0] == title), [])


def test_it_begins_with_title_state_time_and_statement(cafe):
    lines = shown(cafe).splitlines()
    assert lines[0] == f"{cafe.name} – {cafe.brand}"
    assert lines[1] == "Active, No check-in yet"
    assert lines[3].startswith("By 14 June 2027, raise Facebook fans from 1,200 to 1,380 (+15 %)")


def test_every_metric_is_shown_with_its_way(cafe):
    assert "  Facebook fans: 1,200 → 1,380 (+15 %)" in part(cafe, "Metrics")


def test_a_check_in_is_judged(cafe):
    reading = Reading(metric_id=cafe.metrics[0].id, value=1260)
    checked = cafe.replace(check_ins=(CheckIn(day=TODAY, readings=(reading,)),))
    assert any("1,260 on 30 April 2027" in line for line in part(checked, "Metrics"))


def test_tactics_come_in_the_order_of_work_and_parked_ones_last(cafe):
    lines = part(cafe, "Tactics in order of work")
    assert lines[0].startswith("  1. ")
    assert lines[-1].startswith("  – ")


def test_a_level_to_keep_is_no_change(cafe):
    metric = cafe.metrics[0].replace(direction="at_least")
    assert "stay at or above 1,380" in part(cafe.with_metric(metric), "Metrics")[0]


def test_an_empty_plan_says_what_is_open():
    assert shown(Plan()).startswith("Untitled plan\nDraft")
    assert part(Plan(), "Still open")
    assert not part(Plan(), "Metrics")


def test_a_plan_without_dates_or_names_is_shown_all_the_same(cafe):
    nameless = [metric.replace(name="", library_id=None) for metric in cafe.metrics]
    open_plan = cafe.replace(start=None, due=None, metrics=tuple(nameless))
    assert "Metric without name" in part(open_plan, "Metrics")[0]
