import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.domain.capacity import capacity, tactic_hours_per_week
from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Recurrence, Tactic
from smartgoals.domain.terms import Frequency, HoursBasis

START = dt.date(2027, 3, 15)
DUE = dt.date(2027, 6, 14)
EVERY_MONDAY = Recurrence(frequency=Frequency.WEEKLY, weekdays=(0,))
ON_THE_30TH = Recurrence(frequency=Frequency.MONTHLY, month_day=30)


def tactic(name, hours, scores=(None, None), **changes):
    value, complexity = scores
    known = None if hours is None else Decimal(hours)
    return Tactic(id=name, name=name, hours=known, value=value, complexity=complexity).replace(
        **changes
    )


def weekly_hours(one):
    return tactic_hours_per_week(one, START, DUE)


def plan_of(*tactics, hours_per_week="8"):
    available = None if hours_per_week is None else Decimal(hours_per_week)
    return Plan(start=START, due=DUE, tactics=tactics, hours_per_week=available)


def to_park(plan):
    return [t.name for t in capacity(plan).to_park]


QUICK, BET, FILL, SINK = (9, 1), (9, 9), (2, 2), (2, 9)


def test_weekly_hours_count_as_they_are():
    assert weekly_hours(tactic("a", "2.5")) == Decimal("2.5")
    assert tactic_hours_per_week(tactic("a", "2.5"), None, None) == Decimal("2.5")


def test_hours_for_each_occurrence_are_spread_over_the_plan():
    post = tactic("post", "13", hours_basis=HoursBasis.OCCURRENCE, recurrence=ON_THE_30TH)
    assert weekly_hours(post) == 3  # 30 March, 30 April, 30 May in 13 weeks


def test_both_ends_of_the_plan_are_due_dates():
    monday = tactic("a", "13", hours_basis=HoursBasis.OCCURRENCE, recurrence=EVERY_MONDAY)
    assert weekly_hours(monday) == 14


def test_a_tactic_that_does_not_recur_occurs_once():
    assert weekly_hours(tactic("a", "26", hours_basis=HoursBasis.OCCURRENCE)) == 2


def test_hours_in_all_are_spread_up_to_the_date_of_the_tactic():
    total = tactic("list", "26", hours_basis=HoursBasis.TOTAL)
    assert weekly_hours(total) == 2
    assert weekly_hours(total.replace(due=START + dt.timedelta(28))) == Decimal("6.5")


@pytest.mark.parametrize("basis", [HoursBasis.OCCURRENCE, HoursBasis.TOTAL])
def test_the_hours_of_a_plan_of_one_day_are_those_of_its_week(basis):
    assert tactic_hours_per_week(tactic("a", "6", hours_basis=basis), START, START) == 6


def test_a_tactic_dated_before_the_start_takes_its_hours_in_one_week():
    early = tactic("a", "6", hours_basis=HoursBasis.TOTAL, due=START - dt.timedelta(9))
    assert weekly_hours(early) == 6


@pytest.mark.parametrize(("start", "due"), [(None, DUE), (START, None), (DUE, START)])
def test_hours_cannot_be_spread_without_two_dates_in_order(start, due):
    total = tactic("a", "6", hours_basis=HoursBasis.TOTAL)
    assert tactic_hours_per_week(total, start, due) is None


def test_unknown_hours_are_not_zero():
    open_ = tactic("a", None)
    found = capacity(plan_of(open_, tactic("b", "3")))
    assert (found.planned, found.unknown) == (3, (open_,))


def test_six_of_eight_hours_fit():
    found = capacity(plan_of(tactic("a", "4"), tactic("b", "2")))
    assert (found.planned, found.available, found.over, found.to_park) == (6, 8, None, ())


def test_exactly_the_hours_there_are_fit():
    assert capacity(plan_of(tactic("a", "8"))).over is None


def test_nothing_is_over_while_the_available_hours_are_not_known():
    found = capacity(plan_of(tactic("a", "80", SINK), hours_per_week=None))
    assert (found.available, found.over, found.to_park) == (None, None, ())


def test_zero_hours_a_week_are_an_answer():
    found = capacity(plan_of(tactic("a", "1", FILL), hours_per_week="0"))
    assert (found.over, found.over_after_parking) == (1, None)


def test_parked_tactics_take_no_hours():
    found = capacity(plan_of(tactic("a", "4"), tactic("b", "40", parked=True)))
    assert found.planned == 4


def test_quadrants_four_three_two_are_parked_in_that_order():
    plan = plan_of(
        tactic("bet", "2", BET),
        tactic("quick", "9", QUICK),
        tactic("fill", "1", FILL),
        tactic("sink", "1", SINK),
    )
    assert capacity(plan).over == 5
    assert to_park(plan) == ["sink", "fill", "bet"]


def test_no_more_is_parked_than_it_takes_to_fit():
    plan = plan_of(tactic("quick", "6", QUICK), tactic("bet", "2", BET), tactic("sink", "3", SINK))
    assert to_park(plan) == ["sink"]
    assert capacity(plan).over_after_parking is None


def test_inside_a_quadrant_the_last_in_the_order_of_work_is_parked_first():
    plan = plan_of(tactic("better", "8", (4, 7)), tactic("worse", "1", (3, 7)))
    assert to_park(plan) == ["worse"]


def test_parking_a_tactic_without_known_hours_would_not_help():
    plan = plan_of(tactic("open", None, SINK), tactic("fill", "9", FILL))
    assert to_park(plan) == ["fill"]


def test_quick_wins_and_unscored_tactics_are_never_to_be_parked():
    plan = plan_of(tactic("quick", "9", QUICK), tactic("open", "3"), tactic("bet", "1", BET))
    found = capacity(plan)
    assert ([t.name for t in found.to_park], found.over_after_parking) == (["bet"], 4)


hours = st.none() | st.decimals(0, 10**6, places=2)
tactics = st.builds(
    Tactic,
    value=st.none() | st.integers(1, 10),
    complexity=st.none() | st.integers(1, 10),
    hours=hours,
    hours_basis=st.sampled_from(HoursBasis),
    recurrence=st.sampled_from([None, EVERY_MONDAY, ON_THE_30TH]),
    parked=st.booleans(),
)


@given(st.lists(tactics, max_size=8), hours)
def test_what_is_left_after_parking_fits_or_is_named(found_tactics, available):
    plan = plan_of(*found_tactics, hours_per_week=available)
    found = capacity(plan)
    parked = {t.id for t in found.to_park}
    rest = plan.replace(tactics=[t for t in plan.tactics if t.id not in parked])
    assert capacity(rest).over == found.over_after_parking
    assert found.planned.is_finite()
