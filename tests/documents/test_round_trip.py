"""A plan that is exported, deleted and taken in again is the plan that it was."""

import csv
import datetime as dt
import io
import string
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from openpyxl import load_workbook

from smartgoals.documents.exporters import exporter_for
from smartgoals.documents.plan_file import read_plan_file
from smartgoals.domain.check_in import CheckIn, Reading
from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Adjustment, Closing, Obstacle, Plan
from smartgoals.domain.tactic import Recurrence, Tactic
from smartgoals.domain.terms import Direction, Frequency, MetricKind, Outcome, TargetKind
from smartgoals.storage.store import PlanStore
from tests.documents.contexts import context
from tests.storage.filled import filled

IDS = st.text(string.ascii_letters + string.digits, min_size=1, max_size=8)
TEXTS = st.text(max_size=30)
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2199, 12, 31))
YEARS = st.dates(dt.date(2027, 1, 1), dt.date(2029, 12, 31))
AMOUNTS = st.decimals(-(10**14), 10**14, places=6)
QUANTITIES = st.decimals(0, 10**9, places=3)


def some(of, key=lambda each: each.id, most=3):
    return st.lists(of, max_size=most, unique_by=key).map(tuple)


METRICS = st.builds(
    Metric,
    id=IDS,
    name=TEXTS,
    kind=st.sampled_from(MetricKind),
    direction=st.sampled_from(Direction),
    baseline=st.none() | AMOUNTS,
    target=st.none() | st.builds(Target, kind=st.sampled_from(TargetKind), amount=AMOUNTS),
    recent_values=st.lists(AMOUNTS, max_size=12).map(tuple),
)
TACTICS = st.builds(
    Tactic,
    id=IDS,
    name=TEXTS,
    value=st.none() | st.integers(1, 10),
    complexity=st.none() | st.integers(1, 10),
    owners=st.lists(TEXTS, max_size=3).map(tuple),
    due=st.none() | DAYS,
    recurrence=st.none()
    | st.builds(
        Recurrence,
        frequency=st.sampled_from(Frequency),
        month_day=st.none() | st.integers(1, 31),
    ),
    hours=st.none() | QUANTITIES,
    parked=st.booleans(),
    done_on=st.none() | DAYS,
    note=TEXTS,
)
CHECK_INS = st.builds(
    CheckIn,
    id=IDS,
    day=DAYS,
    readings=some(
        st.builds(Reading, metric_id=IDS, value=AMOUNTS), lambda reading: reading.metric_id
    ),
    note=TEXTS,
)
PLANS = st.builds(
    Plan,
    id=IDS,
    title=TEXTS,
    broad_goal=TEXTS,
    specific=TEXTS,
    company_goals=st.lists(TEXTS, max_size=3).map(tuple),
    metrics=some(METRICS),
    tactics=some(TACTICS),
    check_ins=some(CHECK_INS),
    start=st.none() | YEARS,
    due=st.none() | YEARS,
    milestone_days=st.none() | st.lists(DAYS, max_size=3).map(tuple),
    obstacles=some(st.builds(Obstacle, id=IDS, if_text=TEXTS, then_text=TEXTS)),
    adjustments=some(st.builds(Adjustment, id=IDS, day=DAYS, field=TEXTS, why=TEXTS)),
    closing=st.none()
    | st.builds(Closing, day=DAYS, outcome=st.sampled_from(Outcome), lesson=TEXTS),
    hours_per_week=st.none() | QUANTITIES,
)


def carried_over(plan, suffix):
    """The plan after it was exported, deleted and imported."""
    with TemporaryDirectory() as place, PlanStore.open(Path(place) / "data") as store:
        path = Path(place) / f"plan{suffix}"
        store.save(plan)
        exporter_for(path).write(store.load(plan.id), path, context())
        store.delete_forever(plan.id)
        store.save(read_plan_file(path))
        return store.load(plan.id)


@given(PLANS)
@settings(max_examples=25, deadline=None)
def test_any_plan_comes_back_equal(plan):
    assert carried_over(plan, ".smartgoals") == plan


@pytest.mark.parametrize("suffix", [".smartgoals", ".json"])
def test_a_plan_with_every_field_set_comes_back_equal(suffix):
    plan = filled(Plan)

    assert carried_over(plan, suffix) == plan


@given(PLANS)
@settings(max_examples=20, deadline=None)
def test_any_plan_is_taken_by_every_form_that_others_read(plan):
    def exported(name):
        with TemporaryDirectory() as place:
            exporter = exporter_for(Path(place) / "plan", name)
            path = Path(place) / f"plan{exporter.suffix}"
            exporter.write(plan, path, context())
            return path.read_bytes()

    for event in Calendar.from_ical(exported("ics")).walk("VEVENT"):
        assert type(event.decoded("dtstart")) is dt.date
    book = load_workbook(io.BytesIO(exported("xlsx")))
    assert len(book.sheetnames) == 3
    for name in ("csv-metrics", "csv-tactics", "csv-check-ins"):
        text = exported(name).decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        assert len({len(row) for row in rows}) == 1
    for name in ("markdown", "text"):
        assert exported(name).decode().endswith("\n")
