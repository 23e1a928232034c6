import datetime as dt
import subprocess
import sys
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from smartgoals.domain import pace
from smartgoals.domain.terms import Direction, Status
from smartgoals.domain.value import MAX_AMOUNT

START = dt.date(2027, 3, 15)
DUE = dt.date(2027, 6, 14)
RISE, FALL = Direction.INCREASE, Direction.DECREASE

amounts = st.decimals(-MAX_AMOUNT + 1, MAX_AMOUNT - 1, places=6)
days = st.dates(dt.date(2000, 1, 1), dt.date(2199, 12, 31))
directions = st.sampled_from(Direction)
paths = st.sampled_from([RISE, FALL])


def fans(current, today):
    """The facts of the cafe's fans: from 1,200 to 1,380 in thirteen weeks."""
    return {
        "baseline": Decimal(1200),
        "current": None if current is None else Decimal(current),
        "target": Decimal(1380),
        "direction": RISE,
        "start": START,
        "due": DUE,
        "today": today,
    }


def after(tenths_of_a_percent):
    """Status of the value 500 on the way from 0 to 1,000, so much of 1,000 days later."""
    start = dt.date(2027, 1, 1)
    return pace.status(
        baseline=Decimal(0),
        current=Decimal(500),
        target=Decimal(1000),
        direction=RISE,
        start=start,
        due=start + dt.timedelta(1000),
        today=start + dt.timedelta(tenths_of_a_percent),
    )


def level(current, today, *, direction=Direction.AT_MOST, baseline="5", target="5"):
    return pace.status(
        baseline=None if baseline is None else Decimal(baseline),
        current=Decimal(current),
        target=Decimal(target),
        direction=direction,
        start=START,
        due=DUE,
        today=today,
    )


def test_a_pace_is_known_before_pydantic_is_loaded():
    code = "import sys, smartgoals.domain.pace; sys.exit('pydantic' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# Progress


@given(baseline=amounts, target=amounts, direction=paths)
def test_progress_is_nothing_at_the_baseline_and_whole_at_the_target(baseline, target, direction):
    assume(baseline != target)
    assert pace.progress(baseline, baseline, target, direction) == 0
    assert pace.progress(baseline, target, target, direction) == 1


def test_a_falling_metric_progresses_as_it_falls():
    done = pace.progress(Decimal("0.50"), Decimal("0.44"), Decimal("0.35"), FALL)
    assert done == Decimal("0.4")


def test_progress_is_not_clamped():
    assert pace.progress(Decimal(100), Decimal(50), Decimal(200), RISE) == Decimal("-0.5")
    assert pace.progress(Decimal(100), Decimal(300), Decimal(200), RISE) == 2


def test_a_target_equal_to_the_baseline_has_no_progress():
    assert pace.progress(Decimal(7), Decimal(9), Decimal(7), RISE) is None


@pytest.mark.parametrize("direction", [Direction.AT_LEAST, Direction.AT_MOST])
def test_a_level_to_keep_has_no_progress(direction):
    assert pace.progress(Decimal(7), Decimal(9), Decimal(8), direction) is None


@pytest.mark.parametrize(
    ("direction", "current", "met"),
    [
        (Direction.AT_LEAST, 8, True),
        (Direction.AT_LEAST, 7, False),
        (Direction.AT_MOST, 8, True),
        (Direction.AT_MOST, 9, False),
        (RISE, 9, True),
        (FALL, 9, False),
    ],
)
def test_a_value_is_met_at_the_target_and_on_its_good_side(direction, current, met):
    assert pace.is_met(Decimal(current), Decimal(8), direction) is met


# Time


@given(start=days, due=days, day=days)
def test_the_time_passed_lies_between_nothing_and_all(start, due, day):
    assert 0 <= pace.elapsed(start, due, day) <= 1


@given(start=days, due=days)
def test_nothing_has_passed_at_the_start_and_all_at_the_due_date(start, due):
    assume(start < due)
    assert pace.elapsed(start, due, start) == 0
    assert pace.elapsed(start, due, due) == 1


def test_a_plan_of_one_day_passes_on_that_day():
    assert pace.elapsed(START, START, START - dt.timedelta(1)) == 0
    assert pace.elapsed(START, START, START) == 1


# Expected, gap, days


def test_the_cafe_expects_1287_fans_44_days_after_the_start():
    passed = pace.elapsed(START, DUE, dt.date(2027, 4, 28))
    fans_expected = pace.expected(Decimal(1200), Decimal(1380), passed)
    assert round(fans_expected, 2) == Decimal("1287.03")


@given(baseline=amounts, target=amounts)
def test_the_path_leads_from_the_baseline_to_the_target(baseline, target):
    assert pace.expected(baseline, target, Decimal(0)) == baseline
    assert pace.expected(baseline, target, Decimal(1)) == target


def test_the_gap_is_in_points():
    assert pace.gap_points(Decimal("0.40"), Decimal("0.48")) == -8


def test_the_last_digit_of_a_division_does_not_decide_the_gap():
    assert pace.gap_points(Decimal(1) / 30, Decimal(2) / 15) == -10


@pytest.mark.parametrize(
    ("baseline", "current", "target", "days"),
    [(1200, 1283, 1380, -2), (400, 436, 460, 11), (310, 398, 540, -9)],
)
def test_the_cafe_is_days_ahead_or_behind(baseline, current, target, days):
    facts = fans(current, dt.date(2027, 4, 28))
    facts |= {"baseline": Decimal(baseline), "target": Decimal(target)}
    assert pace.days_ahead(**facts) == days


def test_on_26_april_the_cafe_is_where_it_should_be():
    assert pace.days_ahead(**fans(1283, dt.date(2027, 4, 26))) == 0


def test_a_value_short_of_the_baseline_was_expected_at_the_start():
    assert pace.days_ahead(**fans(1100, dt.date(2027, 3, 25))) == -10


def test_a_value_beyond_the_target_is_expected_at_the_due_date():
    assert pace.days_ahead(**fans(1500, dt.date(2027, 6, 4))) == 10


def test_a_target_reached_is_never_behind():
    assert pace.days_ahead(**fans(1380, dt.date(2027, 7, 14))) == 0


def test_nothing_is_ahead_or_behind_before_the_start():
    assert pace.days_ahead(**fans(1200, dt.date(2027, 3, 1))) == 0


def test_days_behind_grow_after_the_due_date():
    assert pace.days_ahead(**fans(1290, dt.date(2027, 6, 24))) == -55


def test_no_day_expects_a_value_when_due_is_before_start():
    assert pace.days_ahead(**fans(1290, START) | {"due": START - dt.timedelta(1)}) is None


# Needed and projected


def test_the_cafe_needs_97_fans_in_47_days():
    facts = fans(1283, dt.date(2027, 4, 28))
    del facts["start"]
    assert round(pace.needed_per_week(**facts), 2) == Decimal("14.45")


def test_a_falling_metric_needs_less_every_week():
    needed = pace.needed_per_week(
        baseline=Decimal(50),
        current=Decimal(44),
        target=Decimal(30),
        direction=FALL,
        due=DUE,
        today=DUE - dt.timedelta(14),
    )
    assert needed == -7


@pytest.mark.parametrize(
    ("current", "today"), [(1380, dt.date(2027, 4, 28)), (1283, DUE), (1283, dt.date(2027, 7, 1))]
)
def test_nothing_is_needed_when_reached_or_out_of_time(current, today):
    facts = fans(current, today)
    del facts["start"]
    assert pace.needed_per_week(**facts) is None


def test_the_projection_goes_on_as_so_far():
    assert pace.projection(Decimal(1200), Decimal(1240), Decimal("0.25")) == 1360


def test_there_is_no_projection_before_any_time_has_passed():
    assert pace.projection(Decimal(1200), Decimal(1240), Decimal(0)) is None


# Status


def test_no_check_in_comes_before_everything_else():
    assert pace.status(**fans(None, dt.date(2028, 1, 1))) is Status.NO_CHECK_IN


@pytest.mark.parametrize(
    ("current", "today", "status"),
    [
        (1380, dt.date(2027, 3, 16), Status.ACHIEVED),
        (1380, dt.date(2027, 7, 1), Status.ACHIEVED),
        (1379, DUE, Status.ON_TRACK),
        (1379, dt.date(2027, 6, 15), Status.MISSED),
        (1100, dt.date(2027, 6, 15), Status.MISSED),
        (1199, dt.date(2027, 3, 16), Status.WRONG_WAY),
        (1200, dt.date(2027, 3, 24), Status.TOO_EARLY),
        (1370, dt.date(2027, 3, 24), Status.TOO_EARLY),
        (1370, dt.date(2027, 3, 25), Status.AHEAD),
        (1283, dt.date(2027, 4, 28), Status.ON_TRACK),
    ],
)
def test_status_is_the_first_that_fits(current, today, status):
    assert pace.status(**fans(current, today)) is status


@pytest.mark.parametrize(
    ("passed", "status"),
    [
        (450, Status.AHEAD),
        (451, Status.ON_TRACK),
        (599, Status.ON_TRACK),
        (600, Status.BEHIND),
        (749, Status.BEHIND),
        (750, Status.OFF_TRACK),
    ],
)
def test_status_changes_at_the_limits_of_the_gap(passed, status):
    assert after(passed) is status


def test_a_tenth_of_the_time_is_not_too_early():
    assert after(99) is Status.TOO_EARLY
    assert after(100) is Status.AHEAD


@pytest.mark.parametrize(
    ("current", "today", "status"),
    [
        ("5", dt.date(2027, 3, 16), Status.ACHIEVED),
        ("4", dt.date(2027, 7, 1), Status.ACHIEVED),
        ("6", dt.date(2027, 7, 1), Status.MISSED),
        ("6", dt.date(2027, 5, 1), Status.WRONG_WAY),
    ],
)
def test_a_level_to_keep_is_met_or_not_met(current, today, status):
    assert level(current, today) is status


def test_a_level_not_met_yet_but_no_worse_than_the_baseline_is_off_track():
    assert level("6", dt.date(2027, 5, 1), baseline="8") is Status.OFF_TRACK
    assert level("6", dt.date(2027, 3, 16), baseline="8") is Status.TOO_EARLY


def test_a_level_is_judged_without_a_baseline():
    assert level("6", dt.date(2027, 5, 1), baseline=None) is Status.OFF_TRACK


def test_a_target_equal_to_the_baseline_is_met_or_not_met():
    today = dt.date(2027, 5, 1)
    assert level("5", today, direction=RISE) is Status.ACHIEVED
    assert level("4", today, direction=RISE) is Status.WRONG_WAY


@pytest.mark.parametrize("missing", ["target", "baseline", "start", "due"])
def test_what_cannot_be_judged_yet_is_too_early(missing):
    facts = fans(1283, dt.date(2027, 4, 28)) | {missing: None}
    assert pace.status(**facts) is Status.TOO_EARLY


def test_a_plan_shows_its_worst_metric():
    assert pace.worst([Status.AHEAD, Status.BEHIND, Status.ACHIEVED]) is Status.BEHIND


def test_a_plan_is_achieved_only_when_all_metrics_are():
    assert pace.worst([Status.ACHIEVED, Status.AHEAD]) is Status.AHEAD
    assert pace.worst([Status.ACHIEVED, Status.ACHIEVED]) is Status.ACHIEVED


def test_a_plan_without_metrics_has_no_check_in():
    assert pace.worst([]) is Status.NO_CHECK_IN


facts_of_any_metric = st.fixed_dictionaries(
    {
        "baseline": amounts,
        "current": amounts,
        "target": amounts,
        "direction": directions,
        "start": days,
        "due": days,
        "today": days,
    }
)


@given(facts=facts_of_any_metric)
def test_every_metric_has_a_status_and_finite_numbers(facts):
    way = [facts[name] for name in ("baseline", "current", "target", "direction")]
    without_start = {name: fact for name, fact in facts.items() if name != "start"}
    passed = pace.elapsed(facts["start"], facts["due"], facts["today"])
    done = pace.progress(*way)
    pace.days_ahead(**facts)
    assert isinstance(pace.status(**facts), Status)
    numbers = [
        pace.expected(facts["baseline"], facts["target"], passed),
        pace.needed_per_week(**without_start),
        pace.projection(facts["baseline"], facts["current"], passed),
        None if done is None else pace.gap_points(done, passed),
    ]
    assert all(number is None or number.is_finite() for number in numbers)


@given(today=st.dates(START, DUE), current=st.integers(1201, 1379))
def test_days_ahead_and_the_gap_agree(today, current):
    facts = fans(current, today)
    done = pace.progress(Decimal(1200), Decimal(current), Decimal(1380), RISE)
    days_of_the_gap = pace.gap_points(done, pace.elapsed(START, DUE, today)) * 91 / 100
    assert abs(pace.days_ahead(**facts) - days_of_the_gap) <= Decimal("0.500001")
