from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.domain.carry_over import (
    duplicate,
    next_period,
    start_parked_goal,
    with_parked_goal,
)
from smartgoals.domain.check_ins import with_check_in
from smartgoals.domain.closing import close
from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Outcome

TODAY = dt.date(2027, 6, 14)


def lived(cafe: Plan) -> Plan:
    plan = with_check_in(cafe, TODAY, {"fans": Decimal(1391)}, today=TODAY)
    video = plan.tactic("video").replace(done_on=dt.date(2027, 4, 30))
    stories = plan.tactic("stories").replace(done_occurrences=(TODAY,))
    plan = plan.with_tactic(video).with_tactic(stories)
    return close(plan, Outcome.PARTLY, "Tastings work.", TODAY)


def test_a_copy_has_its_own_ids_and_title_and_no_past(cafe: Plan) -> None:
    plan = duplicate(lived(cafe), "Copy")
    assert plan.title == "Copy"
    assert (plan.check_ins, plan.adjustments, plan.closing, plan.sample_id) == ((), (), None, None)
    assert all(t.done_on is None and t.done_occurrences == () for t in plan.tactics)
    old = {cafe.id, *(p.id for p in (*cafe.metrics, *cafe.tactics, *cafe.audiences))}
    new = {plan.id, *(p.id for p in (*plan.metrics, *plan.tactics, *plan.audiences))}
    assert not old & new
    assert len(new) == len(old)


def test_a_copy_says_the_same(cafe: Plan) -> None:
    plan = duplicate(cafe, cafe.title)
    assert [m.replace(id="x") for m in plan.metrics] == [m.replace(id="x") for m in cafe.metrics]
    assert (plan.start, plan.due, plan.money.costs[0].amount) == (cafe.start, cafe.due, 585)


def test_the_next_period_begins_where_the_last_one_ended(cafe: Plan) -> None:
    plan = next_period(lived(cafe), TODAY)
    assert (plan.start, plan.due) == (dt.date(2027, 6, 15), dt.date(2027, 9, 14))
    fans, clicks, _ = plan.metrics
    assert fans.baseline == 1391
    assert fans.target == cafe.metric("fans").target
    assert clicks.baseline == 400
    assert (plan.check_ins, plan.adjustments, plan.closing) == ((), (), None)


def test_the_dates_of_tactics_and_milestones_move_with_it(cafe: Plan) -> None:
    plan = next_period(cafe.replace(milestone_days=(dt.date(2027, 4, 15),)), TODAY)
    (video,) = [t for t in plan.tactics if t.name == cafe.tactic("video").name]
    assert video.due == dt.date(2027, 7, 31)
    assert plan.milestone_days == (dt.date(2027, 7, 16),)


def test_a_baseline_that_was_not_known_is_known_then(cafe: Plan) -> None:
    unknown = cafe.metric("fans").replace(baseline=None, baseline_unknown=True)
    fans = next_period(lived(cafe.with_metric(unknown)), TODAY).metrics[0]
    assert (fans.baseline, fans.baseline_unknown) == (1391, False)


@pytest.mark.parametrize(
    ("start", "due", "following"),
    [
        ("2027-01-31", "2027-02-28", ("2027-03-01", "2027-04-01")),
        ("2027-01-01", "2027-03-31", ("2027-04-01", "2027-06-30")),
        ("2027-03-01", "2027-03-10", ("2027-03-11", "2027-03-20")),
        ("2027-03-01", "2027-03-01", ("2027-03-02", "2027-03-02")),
        ("2028-02-29", "2029-02-28", ("2029-03-01", "2030-03-01")),
    ],
)
def test_whole_months_stay_whole_months(
    cafe: Plan, start: str, due: str, following: tuple[str, str]
) -> None:
    dates = {"start": dt.date.fromisoformat(start), "due": dt.date.fromisoformat(due)}
    plan = next_period(cafe.replace(**dates), dates["due"])
    assert (str(plan.start), str(plan.due)) == following


def test_periods_that_are_over_already_are_left_out(cafe: Plan) -> None:
    plan = next_period(cafe, dt.date(2028, 1, 10))
    assert (plan.start, plan.due) == (dt.date(2027, 12, 15), dt.date(2028, 3, 14))


def test_without_dates_the_next_period_has_none_either(cafe: Plan) -> None:
    plan = next_period(cafe.replace(start=None), TODAY)
    assert (plan.start, plan.due) == (None, cafe.due)


@given(st.dates(dt.date(2000, 1, 1), dt.date(2199, 12, 31)), st.integers(0, 4000))
def test_the_next_period_follows_at_once_or_has_no_dates(start: dt.date, days: int) -> None:
    due = min(start + dt.timedelta(days), dt.date(2199, 12, 31))
    plan = next_period(Plan(start=start, due=due), start)
    assert plan.start is None or plan.start == due + dt.timedelta(1)
    assert plan.start is None or (plan.due is not None and plan.due >= plan.start)


def test_a_parked_goal_becomes_a_plan_that_knows_the_business(cafe: Plan) -> None:
    goal = "Win orders for office breakfasts"
    left, begun = start_parked_goal(cafe, goal)
    assert left == cafe.replace(parked_goals=())
    assert begun.broad_goal == goal
    assert (begun.brand, begun.company_goals) == (cafe.brand, cafe.company_goals)
    assert begun.id != cafe.id
    assert begun.metrics == ()


def test_a_goal_goes_back_to_its_place_in_the_parking_lot(cafe: Plan) -> None:
    before = ("first", "second", "third")
    plan = cafe.replace(parked_goals=before)
    left, _ = start_parked_goal(plan, "second")
    assert with_parked_goal(left, "second", before) == plan
    written_since = left.replace(parked_goals=("third", "fourth"))
    again = with_parked_goal(written_since, "second", before)
    assert again.parked_goals == ("third", "fourth", "second")
