import contextlib
import datetime as dt
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.domain.check_in import CheckIn, Reading
from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Closing, Plan
from smartgoals.domain.progress import metric_progress, plan_status
from smartgoals.domain.terms import Direction, Outcome, PlanState, Status, TargetKind
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.storage.location import database_path
from smartgoals.storage.overview import PlanOverview, read_due, read_overviews, select_overviews
from smartgoals.storage.store import PlanStore


def only(store: PlanStore) -> PlanOverview:
    (overview,) = read_overviews(store.path)
    return overview


def test_there_are_no_plans_before_the_first_start(tmp_path: Path) -> None:
    assert read_overviews(database_path(tmp_path / "nowhere")) == []
    assert list(tmp_path.iterdir()) == []


def test_a_line_shows_what_was_saved(store: PlanStore, plan: Plan) -> None:
    store.save(plan.replace(sample_id="cafe"))
    line = only(store)
    assert (line.id, line.title, line.brand) == (plan.id, plan.title, plan.brand)
    assert (line.start, line.due, line.sample_id) == (plan.start, plan.due, "cafe")
    assert (line.state, line.archived, line.trashed) == (PlanState.ACTIVE, False, False)


def test_the_broad_goal_stands_in_for_a_title(store: PlanStore) -> None:
    store.save(Plan(broad_goal="Be known here"))
    assert only(store).title == "Be known here"


def test_an_unfinished_plan_is_a_draft_and_a_closed_one_is_done(
    store: PlanStore, plan: Plan
) -> None:
    store.save(plan.replace(tactics=()))
    assert only(store).state is PlanState.DRAFT
    closing = Closing(day=dt.date(2027, 6, 14), outcome=Outcome.ACHIEVED)
    store.save(plan.replace(closing=closing))
    assert only(store).state is PlanState.DONE


def test_the_store_lists_the_same_lines(store: PlanStore, plan: Plan) -> None:
    store.save(plan)
    store.save(Plan(title="Second"))
    assert store.overviews() == read_overviews(store.path)


def test_the_plan_saved_last_comes_first_and_pages_follow_each_other(store: PlanStore) -> None:
    plans = [Plan(title=f"Plan {number}") for number in range(5)]
    for plan in plans:
        store.save(plan)
    store.save(plans[1].replace(brand="Touched"))
    order = ["Plan 1", "Plan 4", "Plan 3", "Plan 2", "Plan 0"]
    assert [line.title for line in read_overviews(store.path)] == order
    pages = [read_overviews(store.path, limit=2, offset=offset) for offset in (0, 2, 4, 6)]
    assert [[line.title for line in page] for page in pages] == [
        order[:2],
        order[2:4],
        order[4:],
        [],
    ]


def test_the_archive_can_be_left_out(store: PlanStore) -> None:
    plans = [Plan(title=f"Plan {number}") for number in range(3)]
    store.save_all(plans)
    store.archive(plans[1].id)
    titles = [line.title for line in read_overviews(store.path, archived=False)]
    assert sorted(titles) == ["Plan 0", "Plan 2"]


def test_the_plan_thrown_away_last_comes_first_in_the_trash(store: PlanStore) -> None:
    plans = [Plan(title=f"Plan {number}") for number in range(3)]
    for plan in plans:
        store.save(plan)
    for place in (1, 0):
        store.trash(plans[place].id)
    lines = read_overviews(store.path, trashed=True)
    assert [line.title for line in lines] == ["Plan 0", "Plan 1"]


@pytest.mark.parametrize(("trashed", "archived"), [(False, True), (False, False), (True, True)])
def test_the_list_is_read_from_its_index_alone(
    store: PlanStore, *, trashed: bool, archived: bool
) -> None:
    queries: list[str] = []
    with contextlib.closing(sqlite3.connect(store.path)) as connection:
        connection.set_trace_callback(queries.append)
        which = {"trashed": trashed, "archived": archived}
        select_overviews(connection, store.path, **which, limit=200)
        connection.set_trace_callback(None)
        steps = connection.execute(f"EXPLAIN QUERY PLAN {queries[0]}").fetchall()
    (step,) = steps  # A second one would be a sort.
    assert "USING COVERING INDEX plan_overview" in step[-1]


def test_nothing_heavy_is_loaded_for_the_list(store: PlanStore, plan: Plan) -> None:
    store.save(plan)
    code = (
        "import sys, pathlib, datetime\n"
        "from smartgoals.storage.overview import read_overviews\n"
        "lines = read_overviews(pathlib.Path(sys.argv[1]))\n"
        "lines[0].status(datetime.date(2027, 4, 1))\n"
        "print(len(lines), *{'pydantic', 'sqlalchemy', 'alembic'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", code, str(store.path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1"]


# The status on a later day, without loading the plan

days = st.dates(dt.date(2027, 1, 1), dt.date(2027, 12, 31))
amounts = st.integers(-50, 50).map(Decimal)
targets = st.builds(Target, kind=st.sampled_from(TargetKind), amount=amounts)
metrics = st.builds(
    Metric,
    id=st.sampled_from(["one", "two"]),
    direction=st.sampled_from(Direction),
    baseline=st.none() | amounts,
    baseline_unknown=st.booleans(),
    target=st.none() | targets,
)
readings = st.builds(Reading, metric_id=st.sampled_from(["one", "two"]), value=amounts)
check_ins = st.builds(CheckIn, day=days, readings=st.lists(readings, max_size=2).map(tuple))
plans = st.builds(
    Plan,
    metrics=st.lists(metrics, max_size=2, unique_by=lambda metric: metric.id).map(tuple),
    check_ins=st.lists(check_ins, max_size=4).map(tuple),
    start=st.none() | days,
    due=st.none() | days,
)


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlanStore]:
    with PlanStore.open(tmp_path_factory.mktemp("data")) as store:
        yield store


@given(plan=plans, saved_on=days, later=st.integers(0, 400))
def test_the_line_and_the_plan_say_the_same_status(
    shared_store: PlanStore, plan: Plan, saved_on: dt.date, later: int
) -> None:
    with time_machine.travel(dt.datetime.combine(saved_on, dt.time(12)), tick=False):
        shared_store.save(plan)
    try:
        (line,) = shared_store.overviews()
    finally:
        shared_store.delete_forever(plan.id)
    day = saved_on + dt.timedelta(days=later)
    assert line.status(day) is plan_status(plan, day)
    way = metric_progress(plan, plan.metrics[0], day).progress if plan.metrics else None
    assert line.progress(day) == way


def test_a_plan_without_metrics_has_no_check_in_yet(store: PlanStore) -> None:
    store.save(Plan(title="Bare"))
    assert only(store).status(dt.date(2027, 1, 1)) is Status.NO_CHECK_IN
    assert only(store).progress(dt.date(2027, 1, 1)) is None


# Files that cannot be listed


def reason_of(path: Path) -> StorageReason:
    with pytest.raises(StorageError) as caught:
        read_overviews(path)
    return caught.value.reason


def test_a_file_of_a_newer_version_is_not_listed(store: PlanStore) -> None:
    with contextlib.closing(sqlite3.connect(store.path)) as connection:
        connection.execute("PRAGMA user_version=99")
    assert reason_of(store.path) is StorageReason.NEWER


@pytest.mark.parametrize(
    "change", ["name = x'00'", "due = '2027-66-66'", "state = 'odd'", "saved_at = 'never'"]
)
def test_a_line_with_values_that_no_save_wrote_is_not_listed(
    store: PlanStore, plan: Plan, change: str
) -> None:
    store.save(plan)
    with contextlib.closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute(f"UPDATE plan SET {change}")  # noqa: S608
    assert reason_of(store.path) is StorageReason.DAMAGED


@pytest.mark.parametrize("progresses", ["", "[[]]", "[[{}]]", "7", "[[7]]"])
def test_a_status_that_follows_from_nothing_is_damage(
    store: PlanStore, plan: Plan, progresses: str
) -> None:
    store.save(plan)
    with contextlib.closing(sqlite3.connect(store.path)) as connection, connection:
        connection.execute("UPDATE plan SET progresses = ?", (progresses,))
    with pytest.raises(StorageError) as caught:
        only(store).status(dt.date(2027, 4, 1))
    assert caught.value.reason is StorageReason.DAMAGED


def test_a_list_is_read_while_a_save_is_under_way(store: PlanStore, plan: Plan) -> None:
    store.save(plan)
    with contextlib.closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert [line.id for line in read_overviews(store.path)] == [plan.id]


def checked_in(plan: Plan, *days: dt.date) -> Plan:
    return plan.replace(check_ins=tuple(CheckIn(day=day, note="read") for day in days))


def test_a_line_knows_whether_a_check_in_is_open(store: PlanStore, plan: Plan) -> None:
    monday = dt.date(2027, 4, 26)
    store.save(checked_in(plan.replace(start=dt.date(2027, 3, 15), due=dt.date(2027, 6, 14))))
    assert only(store).due_check_in(monday) == monday
    store.save(checked_in(store.load(plan.id), dt.date(2027, 4, 12), monday))
    assert only(store).last_check_in == monday
    assert only(store).due_check_in(monday) is None


def test_a_closed_plan_asks_for_no_check_in(store: PlanStore, plan: Plan) -> None:
    closing = Closing(day=dt.date(2027, 4, 20), outcome=Outcome.DROPPED)
    dates = {"start": dt.date(2027, 3, 15), "due": dt.date(2027, 6, 14)}
    store.save(plan.replace(closing=closing, **dates))
    assert only(store).due_check_in(dt.date(2027, 4, 26)) is None


# What is due


def test_what_asks_for_a_check_in_is_found_among_all_plans(store: PlanStore, plan: Plan) -> None:
    monday = dt.date(2027, 4, 26)
    closing = Closing(day=monday, outcome=Outcome.MISSED)
    read_today = CheckIn(day=monday, readings=(Reading(metric_id="fans", value=Decimal(1250)),))
    store.save(plan.replace(id="due"))
    store.save(plan.replace(id="read", check_ins=(read_today,)))
    store.save(plan.replace(id="closed", closing=closing))
    store.save(plan.replace(id="draft", tactics=()))
    store.save(plan.replace(id="later", start=dt.date(2027, 5, 1)))
    store.save(plan.replace(id="archived"))
    store.archive("archived")
    store.save(plan.replace(id="gone"))
    store.trash("gone")
    assert [line.id for line in read_due(store.path, monday, 9)] == ["due"]


def test_of_many_that_are_due_only_so_many_are_read(store: PlanStore, plan: Plan) -> None:
    for number in range(4):
        store.save(plan.replace(id=f"p{number}"))
    found = read_due(store.path, dt.date(2027, 4, 26), 2)
    assert [line.id for line in found] == ["p3", "p2"]


def test_none_is_passed_over_that_the_list_itself_would_show(store: PlanStore, plan: Plan) -> None:
    for weekday in range(7):
        last = dt.date(2027, 4, 1 + weekday * 3)
        check_in = CheckIn(day=last, readings=(Reading(metric_id="fans", value=Decimal(1250)),))
        store.save(plan.replace(id=f"p{weekday}", check_in_weekday=weekday, check_ins=(check_in,)))
    lines = read_overviews(store.path)
    for day in (dt.date(2027, 3, 10) + dt.timedelta(n) for n in range(110)):
        due = {line.id for line in lines if line.due_check_in(day) is not None}
        assert {line.id for line in read_due(store.path, day, 99)} == due


def test_nothing_is_due_before_the_first_start(tmp_path: Path) -> None:
    assert read_due(database_path(tmp_path), dt.date(2027, 4, 26), 9) == []
