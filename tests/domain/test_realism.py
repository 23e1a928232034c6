import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.domain.check_in import CheckIn, Reading
from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.realism import plan_realism, realism
from smartgoals.domain.terms import Direction, MetricKind, Period, Realism, TargetKind
from smartgoals.domain.value import MAX_AMOUNT

START = dt.date(2027, 3, 15)
DUE = dt.date(2027, 6, 14)

amounts = st.decimals(-MAX_AMOUNT + 1, MAX_AMOUNT - 1, places=6)
days = st.dates(dt.date(2000, 1, 1), dt.date(2199, 12, 31))


def values(text):
    return tuple(Decimal(value) for value in text.split())


def level(recent, target, baseline="1000", **changes):
    """A stock, such as followers, whose recent levels are given."""
    return Metric(
        kind=MetricKind.STOCK,
        baseline=None if baseline is None else Decimal(baseline),
        target=Target(amount=Decimal(target)),
        recent_values=values(recent),
    ).replace(**changes)


def counted(recent, target, **changes):
    """A number of something per week, such as new followers."""
    return Metric(
        kind=MetricKind.COUNT,
        period=Period.WEEK,
        baseline=Decimal(100),
        target=Target(amount=Decimal(target)),
        recent_values=values(recent),
    ).replace(**changes)


def judge(metric):
    return realism(metric, START, DUE)


@pytest.mark.parametrize(
    ("target", "ratio", "verdict"),
    [
        ("99", "0.99", Realism.BELOW_TREND),
        ("100", "1", Realism.REALISTIC),
        ("125", "1.25", Realism.REALISTIC),
        ("150", "1.5", Realism.REALISTIC),
        ("151", "1.51", Realism.STRETCH),
        ("499", "4.99", Realism.STRETCH),
        ("500", "5", Realism.NOT_REALISTIC),
        ("1000", "10", Realism.NOT_REALISTIC),
    ],
)
def test_a_hundred_new_followers_a_week_can_become_150_and_not_500(target, ratio, verdict):
    found = judge(counted("90 110 95 105", target))
    assert (found.level, found.ratio, found.recent_average) == (verdict, Decimal(ratio), 100)


def test_the_range_from_125_to_150_is_offered():
    assert judge(counted("90 110 95 105", "500")).reachable == (125, 150)


def test_a_counted_metric_needs_no_dates():
    assert realism(counted("90 110 95 105", "125"), None, None).level is Realism.REALISTIC


def test_the_ratio_of_a_falling_metric_is_turned_round():
    metric = counted("0.6 0.4 0.5 0.5", "0.35", kind=MetricKind.MONEY)
    found = judge(metric.replace(direction=Direction.DECREASE))
    assert (found.level, round(found.ratio, 2)) == (Realism.REALISTIC, Decimal("1.43"))
    assert (found.reachable[0], round(found.reachable[1], 3)) == (Decimal("0.4"), Decimal("0.333"))


def test_a_falling_target_above_the_recent_average_is_below_the_trend():
    found = judge(counted("40 40 40 40", "45", direction=Direction.DECREASE))
    assert found.level is Realism.BELOW_TREND


def test_falling_to_zero_is_not_realistic_and_divides_by_nothing():
    found = judge(counted("40 40 40 40", "0", direction=Direction.DECREASE))
    assert (found.level, found.ratio) == (Realism.NOT_REALISTIC, None)
    assert found.reachable[0] == 32


def test_a_stock_is_judged_by_its_pace():
    # 12 a week lately, 53 a week needed
    found = judge(level("964 976 988 1000", "1689"))
    assert (found.recent_pace, found.needed_pace) == (12, 53)
    assert (round(found.ratio, 1), found.level) == (Decimal("4.4"), Realism.STRETCH)
    assert found.reachable == (1195, 1234)


@pytest.mark.parametrize(
    ("target", "verdict"),
    [
        ("1129", Realism.BELOW_TREND),
        ("1130", Realism.REALISTIC),
        ("1195", Realism.REALISTIC),
        ("1196", Realism.STRETCH),
        ("1649", Realism.STRETCH),
        ("1650", Realism.NOT_REALISTIC),
    ],
)
def test_the_limits_of_the_ratio_hold_for_paces(target, verdict):
    assert judge(level("970 980 990 1000", target)).level is verdict


def test_the_pace_of_monthly_levels_is_per_week():
    metric = level("1000 1120 1240 1360", "1500", recent_interval=Period.MONTH)
    assert round(judge(metric).recent_pace, 1) == Decimal("27.6")


def test_a_falling_stock_has_a_ratio_of_its_own_way():
    found = judge(level("1030 1020 1010 1000", "870", direction=Direction.DECREASE))
    assert (found.ratio, found.level) == (1, Realism.REALISTIC)


def test_a_stock_that_stood_still_has_no_ratio():
    found = judge(level("1000 1010 990 1000", "1100"))
    assert (found.level, found.ratio, found.recent_pace) == (Realism.NO_PACE, None, 0)
    assert found.reachable is None


def test_a_stock_that_goes_the_other_way_has_no_ratio():
    found = judge(level("1030 1020 1010 1000", "1100"))
    assert (found.level, found.ratio) == (Realism.AGAINST_GOAL, None)


def test_an_average_of_zero_has_no_ratio():
    found = judge(counted("0 0 0 0", "10"))
    assert (found.level, found.ratio) == (Realism.NO_PACE, None)


@pytest.mark.parametrize(
    ("recent", "verdict"),
    [("", Realism.NO_HISTORY), ("1", Realism.NOT_ENOUGH), ("1 2 3", Realism.NOT_ENOUGH)],
)
def test_it_takes_four_recent_values(recent, verdict):
    assert judge(counted(recent, "125")).level is verdict
    assert judge(level(recent, "1100")).level is verdict


@pytest.mark.parametrize("metric", [counted, level])
def test_history_without_target_leaves_the_question_open(metric):
    assert judge(metric("90 110 95 105", "1").replace(target=None)).level is Realism.OPEN


@pytest.mark.parametrize(("start", "due"), [(None, DUE), (START, None), (DUE, START)])
def test_the_pace_of_a_stock_needs_two_dates_in_order(start, due):
    assert realism(level("970 980 990 1000", "1100"), start, due).level is Realism.OPEN


def test_a_plan_of_one_day_has_a_pace():
    found = realism(level("970 980 990 1000", "1010"), START, START)
    assert (found.needed_pace, found.level) == (70, Realism.NOT_REALISTIC)


def test_the_latest_level_stands_for_a_baseline_not_known_yet():
    percent = Target(kind=TargetKind.PERCENT, amount=Decimal(13))
    metric = level("970 980 990 1000", "1", None, baseline_unknown=True)
    assert judge(metric.replace(target=percent)).ratio == 1


def test_a_score_beyond_its_scale_is_not_offered():
    promoters = level("61 62 63 64", "90", baseline="64", library_id="m46")
    assert judge(promoters).reachable == (Decimal("80.25"), Decimal("83.5"))
    assert judge(promoters.replace(recent_values=values("40 48 56 64"))).reachable == (100, 100)


def test_fewer_than_none_are_not_offered():
    open_cases = level("26 24 22 20", "1", baseline="20", direction=Direction.DECREASE)
    assert judge(open_cases).reachable == (0, 0)


def test_a_rate_of_hers_that_was_above_100_percent_may_go_on():
    growth = counted("120 120 120 120", "900", kind=MetricKind.RATE)
    assert judge(growth).reachable == (150, 180)
    assert judge(growth.replace(recent_values=values("90 90 90 90"))).reachable == (100, 100)


def test_a_share_of_more_than_all_is_not_offered():
    metric = counted("80 80 80 80", "90", kind=MetricKind.SHARE)
    assert judge(metric).reachable == (100, 100)


def test_the_first_check_in_stands_for_a_baseline_that_was_not_known():
    """Not the latest level of before: the target is reckoned from the check-in, too."""
    metric = level("970 980 990 1000", "1", None, id="m", baseline_unknown=True)
    metric = metric.replace(target=Target(kind=TargetKind.PERCENT, amount=Decimal(10)))
    check_in = CheckIn(day=START, readings=(Reading(metric_id="m", value=Decimal(1300)),))
    plan = Plan(metrics=(metric,), start=START, due=DUE)
    assert plan_realism(plan, metric).target == 1100
    found = plan_realism(plan.replace(check_ins=(check_in,)), metric)
    assert (found.target, found.needed_pace, found.ratio) == (1430, 10, 1)


@pytest.mark.parametrize(
    ("recent", "verdict"),
    [("4 6 5 5", Realism.REALISTIC), ("6 8 7 7", Realism.REALISTIC), ("9 9 9 9", Realism.STRETCH)],
)
def test_a_level_to_keep_is_realistic_when_it_is_kept_now_or_nearly(recent, verdict):
    metric = counted(recent, "5", kind=MetricKind.TIME, direction=Direction.AT_MOST)
    assert judge(metric).level is verdict


@pytest.mark.parametrize(
    ("target", "verdict"), [("1000", Realism.REALISTIC), ("1001", Realism.STRETCH)]
)
def test_a_stock_to_keep_is_judged_by_its_latest_level_without_ratio(target, verdict):
    found = judge(level("1030 1020 1010 1000", target, direction=Direction.AT_LEAST))
    assert (found.level, found.ratio) == (verdict, None)


@given(
    metric=st.builds(
        Metric,
        kind=st.sampled_from(MetricKind),
        direction=st.sampled_from(Direction),
        baseline=st.none() | amounts,
        target=st.none() | st.builds(Target, kind=st.sampled_from(TargetKind), amount=amounts),
        recent_values=st.lists(amounts, max_size=12).map(tuple),
        recent_interval=st.sampled_from(Period),
    ),
    start=st.none() | days,
    due=st.none() | days,
)
def test_every_history_is_judged_by_finite_numbers(metric, start, due):
    found = realism(metric, start, due)
    numbers = [found.ratio, found.recent_pace, found.needed_pace, found.recent_average]
    assert all(n is None or n.is_finite() for n in (*numbers, *(found.reachable or ())))
    assert isinstance(found.level, Realism)
