import datetime as dt
from decimal import Decimal

import pytest

from smartgoals.domain.check_in import CheckIn, Reading
from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Closing, Plan
from smartgoals.domain.progress import metric_progress, plan_state, plan_status
from smartgoals.domain.tactic import Tactic
from smartgoals.domain.terms import (
    Direction,
    MetricKind,
    Outcome,
    PlanState,
    Status,
    TargetKind,
)

FIFTEEN_PERCENT_MORE = Target(kind=TargetKind.PERCENT, amount=Decimal(15))
FANS = Metric(
    id="fans",
    name="Fans",
    kind=MetricKind.STOCK,
    baseline=Decimal(1200),
    target=FIFTEEN_PERCENT_MORE,
)
REACH = Metric(
    id="reach",
    name="Reach per post",
    kind=MetricKind.AVERAGE,
    baseline=Decimal(310),
    target=Target(amount=Decimal(540)),
)
HOURS = Metric(
    id="hours",
    kind=MetricKind.TIME,
    direction=Direction.AT_MOST,
    baseline=Decimal(6),
    target=Target(amount=Decimal(6)),
)
DAY_44 = dt.date(2027, 4, 28)


def check_in(month, day, **values):
    found = tuple(Reading(metric_id=i, value=Decimal(v)) for i, v in values.items())
    return CheckIn(day=dt.date(2027, month, day), readings=found)


@pytest.fixture
def story():
    """The cafe's thirteen weeks, with check-ins in disorder."""
    return Plan(
        broad_goal="Make more people here know our cafe",
        metrics=(FANS, REACH),
        start=dt.date(2027, 3, 15),
        due=dt.date(2027, 6, 14),
        tactics=(Tactic(name="Neighbourhood post series"),),
        check_ins=(
            check_in(4, 26, fans="1283", reach="398"),
            check_in(3, 15, fans="1200", reach="310"),
            check_in(4, 12, fans="1255", reach="371"),
        ),
    )


def fans_on(plan, today):
    return metric_progress(plan, plan.metric("fans"), today)


def test_the_fans_of_the_cafe_are_two_days_behind_and_on_track(story):
    fans = fans_on(story, DAY_44)
    assert (fans.current, fans.current_day) == (1283, dt.date(2027, 4, 26))
    assert round(fans.progress, 3) == Decimal("0.461")
    assert round(fans.elapsed, 3) == Decimal("0.484")
    assert round(fans.expected) == 1287
    assert round(fans.gap_points, 2) == Decimal("-2.24")
    assert fans.days_ahead == -2
    assert round(fans.needed_per_week, 2) == Decimal("14.45")
    assert round(fans.projection) == 1372
    assert fans.status is Status.ON_TRACK


def test_the_reach_of_the_cafe_is_nine_days_behind(story):
    reach = metric_progress(story, REACH, DAY_44)
    assert round(reach.expected) == 421
    assert reach.days_ahead == -9
    assert reach.status is Status.BEHIND


def test_the_change_goes_from_baseline_to_target(story):
    fans = fans_on(story, DAY_44)
    assert (fans.change.absolute, fans.change.percent) == (180, 15)


def test_check_ins_after_today_do_not_count(story):
    assert fans_on(story, dt.date(2027, 4, 20)).current == 1255


def test_before_the_first_check_in_only_the_path_is_known(story):
    fans = fans_on(story, dt.date(2027, 3, 14))
    assert fans.expected == 1200
    assert fans.status is Status.NO_CHECK_IN
    for number in (fans.current, fans.progress, fans.gap_points, fans.days_ahead, fans.projection):
        assert number is None


def test_an_unknown_baseline_gives_no_percentage_and_no_pace(story):
    plan = story.with_metric(FANS.replace(baseline=None, baseline_unknown=True))
    fans = fans_on(plan, dt.date(2027, 3, 14))
    for number in (fans.baseline, fans.target, fans.change, fans.expected, fans.needed_per_week):
        assert number is None


def test_the_first_check_in_becomes_the_unknown_baseline(story):
    plan = story.with_metric(FANS.replace(baseline=None, baseline_unknown=True))
    fans = fans_on(plan, DAY_44)
    assert (fans.baseline, fans.target, fans.days_ahead) == (1200, 1380, -2)


def test_a_level_to_keep_is_met_and_has_no_pace(story):
    plan = story.replace(metrics=(HOURS,), check_ins=(check_in(4, 26, hours="5.5"),))
    hours = metric_progress(plan, HOURS, DAY_44)
    assert (hours.met, hours.status, hours.expected) == (True, Status.ACHIEVED, 6)
    for number in (hours.progress, hours.gap_points, hours.days_ahead, hours.needed_per_week):
        assert number is None
    assert hours.projection is None


def test_a_metric_with_a_way_to_go_is_not_called_met_or_not_met(story):
    assert fans_on(story, DAY_44).met is None


def test_dates_in_disorder_give_no_pace(story):
    fans = fans_on(story.replace(due=dt.date(2027, 3, 1)), DAY_44)
    assert (fans.elapsed, fans.expected, fans.days_ahead, fans.needed_per_week) == (None,) * 4
    assert fans.status is Status.TOO_EARLY


def test_without_a_start_the_way_to_the_due_date_is_still_known(story):
    fans = fans_on(story.replace(start=None, due=dt.date(2027, 5, 5)), DAY_44)
    assert fans.needed_per_week == fans.target - fans.current
    assert (fans.elapsed, fans.expected, fans.days_ahead, fans.projection) == (None,) * 4
    assert (
        fans_on(story.replace(start=None, due=DAY_44), dt.date(2027, 5, 5)).status is Status.MISSED
    )


def test_a_plan_shows_the_status_of_its_worst_metric(story):
    assert plan_status(story, DAY_44) is Status.BEHIND


def test_a_plan_is_achieved_when_all_its_metrics_are_and_not_before(story):
    first = check_in(4, 27, fans="1380", reach="539")
    both = check_in(4, 28, fans="1380", reach="540")
    assert plan_status(story.replace(check_ins=(first,)), DAY_44) is Status.AHEAD
    assert plan_status(story.replace(check_ins=(first, both)), DAY_44) is Status.ACHIEVED


def test_a_later_check_in_can_take_the_target_back(story):
    plan = story.replace(check_ins=(check_in(4, 20, fans="1400"), check_in(4, 27, fans="1310")))
    assert fans_on(plan, dt.date(2027, 4, 21)).status is Status.ACHIEVED
    assert fans_on(plan, DAY_44).status is Status.AHEAD


def test_a_plan_without_metrics_has_no_check_in():
    assert plan_status(Plan(), DAY_44) is Status.NO_CHECK_IN


def test_a_plan_is_a_draft_until_all_required_parts_are_there(story):
    assert plan_state(story) is PlanState.ACTIVE
    assert plan_state(story.replace(broad_goal="")) is PlanState.DRAFT
    assert plan_state(story.replace(due=None)) is PlanState.DRAFT


def test_a_closed_plan_is_done(story):
    closing = Closing(day=DAY_44, outcome=Outcome.ACHIEVED)
    assert plan_state(story.replace(closing=closing)) is PlanState.DONE
