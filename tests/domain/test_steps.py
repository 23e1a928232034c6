"""What is open in a plan, step by step."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Obstacle, Plan
from smartgoals.domain.steps import (
    Gap,
    GapCode,
    all_gaps,
    gaps,
    is_complete,
    is_ready,
    step_of_field,
)
from smartgoals.domain.strategy import Audience, ChannelPlan, ContentPlan, Cost, Money
from smartgoals.domain.tactic import Recurrence, Tactic
from smartgoals.domain.terms import Direction, MetricKind, Rung, Step, TargetKind

START, DUE = dt.date(2027, 3, 15), dt.date(2027, 6, 14)


def a_metric(**changes: Any) -> Metric:
    facts = {
        "id": "fans",
        "name": "Fans",
        "kind": MetricKind.STOCK,
        "baseline": Decimal(1200),
        "target": Target(amount=Decimal(1380)),
    }
    return Metric(**{**facts, **changes})


def a_tactic(**changes: Any) -> Tactic:
    facts = {
        "id": "post",
        "name": "Post 3 stories a week",
        "owners": ("Ana",),
        "due": DUE,
        "value": 8,
        "complexity": 2,
    }
    return Tactic(**{**facts, **changes})


def a_plan(**changes: Any) -> Plan:
    """A plan in which nothing is open."""
    facts = {
        "broad_goal": "Make our café known",
        "company_goals": ("become the regular stop",),
        "served_goal": 0,
        "metrics": (a_metric(),),
        "start": START,
        "due": DUE,
        "tactics": (a_tactic(),),
    }
    return Plan(**{**facts, **changes})


def target(kind: TargetKind, amount: str) -> Target:
    return Target(kind=kind, amount=Decimal(amount))


def found(plan: Plan) -> dict[GapCode, Gap]:
    return {gap.code: gap for gap in all_gaps(plan)}


def required(plan: Plan) -> list[tuple[GapCode, str]]:
    return [(gap.code, gap.field) for gap in all_gaps(plan) if gap.required]


def test_nothing_is_open_in_a_finished_plan() -> None:
    assert all_gaps(a_plan()) == ()
    assert is_ready(a_plan())


def test_a_new_plan_lacks_all_that_is_required_and_nothing_else_is() -> None:
    assert required(Plan()) == [
        (GapCode.GOAL_MISSING, "broad_goal"),
        (GapCode.METRIC_MISSING, "metrics"),
        (GapCode.START_MISSING, "start"),
        (GapCode.DUE_MISSING, "due"),
        (GapCode.TACTIC_MISSING, "tactics"),
    ]
    assert not is_ready(Plan())


@pytest.mark.parametrize("blank", ["", "   "])
def test_a_blank_goal_is_no_goal(blank: str) -> None:
    assert required(a_plan(broad_goal=blank)) == [(GapCode.GOAL_MISSING, "broad_goal")]


BARE = Metric(id="bare", name="Clicks")
WHAT_IT_LACKS = [
    (GapCode.BASELINE_MISSING, "metric.bare.baseline"),
    (GapCode.TARGET_MISSING, "metric.bare.target"),
]


def test_a_metric_needs_baseline_and_target() -> None:
    assert required(a_plan(metrics=(BARE,))) == WHAT_IT_LACKS


@pytest.mark.parametrize("metrics", [(a_metric(), BARE), (BARE, a_metric())])
def test_beside_one_whole_metric_the_gaps_of_others_are_advice(metrics: tuple[Metric, ...]) -> None:
    plan = a_plan(metrics=metrics)
    assert is_ready(plan)
    assert [(gap.code, gap.field) for gap in all_gaps(plan)] == WHAT_IT_LACKS


def test_what_cannot_be_read_of_a_further_metric_is_advice() -> None:
    plan = a_plan(metrics=(a_metric(), BARE)).with_unread("metric.bare.target", "many")
    assert is_ready(plan)
    assert GapCode.UNREAD in found(plan)


def test_not_known_yet_settles_the_baseline() -> None:
    assert is_ready(a_plan(metrics=(a_metric(baseline=None, baseline_unknown=True),)))


def test_a_metric_of_the_library_needs_no_name_of_its_own() -> None:
    assert is_ready(a_plan(metrics=(a_metric(name="", library_id="m01"),)))
    assert required(a_plan(metrics=(a_metric(name=" "),))) == [
        (GapCode.METRIC_UNNAMED, "metric.fans.name")
    ]


def test_due_before_start_keeps_the_plan_a_draft() -> None:
    assert required(a_plan(due=dt.date(2027, 3, 14))) == [(GapCode.DUE_BEFORE_START, "due")]


def test_a_plan_of_one_day_is_a_plan() -> None:
    one_day = a_plan(start=DUE, due=DUE)
    assert is_ready(one_day)


def test_a_tactic_without_name_is_none() -> None:
    assert required(a_plan(tactics=(a_tactic(name=" "),))) == [(GapCode.TACTIC_MISSING, "tactics")]


def test_an_unread_date_is_open_with_its_text_and_not_called_missing() -> None:
    plan = a_plan(due=None).with_unread("due", "soon")
    assert all_gaps(plan) == (Gap(GapCode.UNREAD, "due", required=True, text="soon"),)


def test_an_unread_target_is_open_with_its_text_and_the_name_of_its_metric() -> None:
    metric = a_metric(target=None, library_id="m01")
    plan = a_plan(metrics=(metric,)).with_unread("metric.fans.target", "5 followers")
    assert all_gaps(plan) == (
        Gap(
            GapCode.UNREAD,
            "metric.fans.target",
            required=True,
            subject="Fans",
            library_id="m01",
            text="5 followers",
        ),
    )


def test_other_unread_texts_are_open_and_not_required() -> None:
    plan = a_plan().with_unread("hours_per_week", "many").with_unread("tactic.post.hours", "few")
    assert {gap.field: (gap.required, gap.subject) for gap in all_gaps(plan)} == {
        "hours_per_week": (False, ""),
        "tactic.post.hours": (False, "Post 3 stories a week"),
    }
    assert is_ready(plan)


def test_the_unread_text_of_a_metric_that_is_gone_is_not_open() -> None:
    plan = a_plan().with_unread("metric.gone.target", "5 followers")
    assert all_gaps(plan) == ()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"target": target(TargetKind.NUMBER, "1200")}, GapCode.TARGET_IS_BASELINE),
        ({"target": target(TargetKind.PERCENT, "0")}, GapCode.TARGET_IS_BASELINE),
        ({"target": target(TargetKind.FACTOR, "1")}, GapCode.TARGET_IS_BASELINE),
        ({"target": target(TargetKind.NUMBER, "1000")}, GapCode.TARGET_AGAINST_DIRECTION),
        ({"target": target(TargetKind.PERCENT, "-15")}, GapCode.TARGET_AGAINST_DIRECTION),
        ({"direction": Direction.DECREASE}, GapCode.TARGET_AGAINST_DIRECTION),
        (
            {"target": target(TargetKind.PERCENT, "15"), "baseline": Decimal(0)},
            GapCode.TARGET_FROM_ZERO,
        ),
        (
            {
                "target": target(TargetKind.PERCENT, "-150"),
                "kind": MetricKind.COUNT,
                "direction": Direction.DECREASE,
            },
            GapCode.TARGET_IMPOSSIBLE,
        ),
        (
            {
                "target": target(TargetKind.NUMBER, "120"),
                "kind": MetricKind.SHARE,
                "baseline": Decimal(20),
            },
            GapCode.TARGET_IMPOSSIBLE,
        ),
        (
            {
                "target": target(TargetKind.NUMBER, "120"),
                "library_id": "m10",
                "kind": MetricKind.RATE,
                "baseline": Decimal(20),
            },
            GapCode.TARGET_IMPOSSIBLE,
        ),
        (
            {
                "target": target(TargetKind.NUMBER, "101"),
                "library_id": "m46",
                "baseline": Decimal(20),
            },
            GapCode.TARGET_IMPOSSIBLE,
        ),
        (
            {
                "target": target(TargetKind.NUMBER, "-101"),
                "library_id": "m46",
                "baseline": Decimal(20),
                "direction": Direction.DECREASE,
            },
            GapCode.TARGET_IMPOSSIBLE,
        ),
        (
            {
                "target": target(TargetKind.NUMBER, "-5"),
                "library_id": "m01",
                "direction": Direction.DECREASE,
            },
            GapCode.TARGET_IMPOSSIBLE,
        ),
    ],
)
def test_a_target_that_does_not_fit_is_advised_against(
    changes: dict[str, Any], code: GapCode
) -> None:
    plan = a_plan(metrics=(a_metric(**changes),))
    [gap] = all_gaps(plan)
    assert (gap.code, gap.field, gap.required) == (code, "metric.fans.target", False)


def test_the_sign_of_a_target_is_judged_before_the_baseline_is_known() -> None:
    metric = a_metric(
        baseline=None, baseline_unknown=True, target=target(TargetKind.PERCENT, "-15")
    )
    assert list(found(a_plan(metrics=(metric,)))) == [GapCode.TARGET_AGAINST_DIRECTION]


@pytest.mark.parametrize("direction", [Direction.AT_LEAST, Direction.AT_MOST])
def test_a_level_to_keep_may_be_anywhere(direction: Direction) -> None:
    for amount in (1000, 1200, 1400):
        metric = a_metric(direction=direction, target=Target(amount=Decimal(amount)))
        assert all_gaps(a_plan(metrics=(metric,))) == ()


def test_points_start_from_zero_percent() -> None:
    metric = a_metric(
        kind=MetricKind.RATE, baseline=Decimal(0), target=target(TargetKind.PERCENT, "12")
    )
    assert all_gaps(a_plan(metrics=(metric,))) == ()


def test_what_several_tactics_lack_is_one_gap() -> None:
    bare = [Tactic(id=f"t{n}", name=f"Tactic {n}") for n in range(3)]
    gaps_of = found(a_plan(tactics=(a_tactic(), *bare, Tactic(id="blank"))))
    assert {code: (gap.field, gap.subject, gap.count) for code, gap in gaps_of.items()} == {
        GapCode.TACTIC_UNNAMED: ("tactic.blank.name", "", 1),
        GapCode.TACTIC_WITHOUT_OWNER: ("tactic.t0.owners", "Tactic 0", 3),
        GapCode.TACTIC_WITHOUT_DATE: ("tactic.t0.due", "Tactic 0", 3),
        GapCode.TACTIC_NOT_SCORED: ("tactic.t0.value", "Tactic 0", 3),
    }


def test_a_parked_tactic_lacks_nothing() -> None:
    parked = Tactic(id="later", name="Podcast", parked=True)
    assert all_gaps(a_plan(tactics=(a_tactic(), parked))) == ()


def test_a_recurring_tactic_has_its_dates() -> None:
    assert all_gaps(a_plan(tactics=(a_tactic(due=None, recurrence=Recurrence()),))) == ()


@pytest.mark.parametrize("day", [START - dt.timedelta(1), DUE + dt.timedelta(1)])
def test_a_tactic_outside_the_time_of_the_plan_is_open(day: dt.date) -> None:
    assert list(found(a_plan(tactics=(a_tactic(due=day),)))) == [GapCode.TACTIC_OUTSIDE_TIME]


def test_more_hours_than_there_are_is_advice() -> None:
    plan = a_plan(tactics=(a_tactic(hours=Decimal(9)),), hours_per_week=Decimal(8))
    assert all_gaps(plan) == (Gap(GapCode.OVER_CAPACITY, "hours_per_week"),)


def test_a_description_is_counted_in_characters() -> None:
    assert all_gaps(a_plan(description="é" * 140)) == ()
    assert found(a_plan(description="é" * 141))[GapCode.DESCRIPTION_TOO_LONG].count == 141


def test_a_marketing_goal_is_enough_to_be_aligned() -> None:
    unaligned = a_plan(served_goal=None)
    assert list(found(unaligned)) == [GapCode.NOT_ALIGNED]
    assert all_gaps(unaligned.replace(marketing_goal_id="B2.1")) == ()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"broad_goal": "x" * 301}, "broad_goal"),
        ({"title": "x" * 301}, "title"),
        ({"company_goals": ("fine", "x" * 301)}, "company_goals.1"),
        ({"metrics": (a_metric(source="x" * 301),)}, "metric.fans.source"),
        ({"tactics": (a_tactic(name="x" * 10_000),)}, "tactic.post.name"),
        ({"obstacles": (Obstacle(id="o", if_text="x" * 301),)}, "obstacle.o.if_text"),
    ],
)
def test_a_line_too_long_for_the_sheet_is_open_and_not_required(
    changes: dict[str, Any], field: str
) -> None:
    plan = a_plan(**changes)
    (gap,) = all_gaps(plan)
    assert (gap.code, gap.field) == (GapCode.TEXT_TOO_LONG, field)
    assert is_ready(plan)


def test_an_audience_with_a_rung_needs_a_name() -> None:
    plan = a_plan(audiences=(Audience(id="a", rung=Rung.FAN), Audience(id="b")))
    assert all_gaps(plan) == (Gap(GapCode.AUDIENCE_UNNAMED, "audience.a.role"),)
    assert not is_complete(plan, Step.AUDIENCE)


def test_a_channel_needs_a_reason_and_a_measure() -> None:
    channel = ChannelPlan(id="fb", channel="Facebook")
    plan = a_plan(content=ContentPlan(channels=(channel,)))
    assert [gap.field for gap in gaps(plan, Step.CONTENT)] == [
        "channel.fb.reason",
        "channel.fb.measure",
    ]


def test_costs_and_return_belong_together() -> None:
    costs = (Cost(kind_id="A11.3-time", amount=Decimal(100)),)
    one = a_plan(money=Money(costs=costs))
    other = a_plan(money=Money(expected_return=Decimal(100)))
    both = a_plan(money=Money(costs=costs, expected_return=Decimal(100)))
    assert [list(found(plan)) for plan in (one, other, both)] == [
        [GapCode.RETURN_MISSING],
        [GapCode.COSTS_MISSING],
        [],
    ]


def test_a_step_is_complete_without_required_gaps() -> None:
    plan = a_plan(due=None, served_goal=None)
    assert is_complete(plan, Step.WHY)
    assert not is_complete(plan, Step.TIMEFRAME)
    assert not is_complete(plan, Step.REVIEW)
    assert is_complete(a_plan(), Step.REVIEW)


def test_every_gap_is_of_the_step_that_has_its_field() -> None:
    broken = a_plan(
        broad_goal="",
        title="x" * 301,
        served_goal=None,
        metrics=(Metric(),),
        start=None,
        due=None,
        tactics=(),
        obstacles=(Obstacle(if_text="x" * 301),),
        audiences=(Audience(rung=Rung.FAN),),
        content=ContentPlan(channels=(ChannelPlan(),)),
        money=Money(expected_return=Decimal(1)),
    ).with_unread("hours_per_week", "many")
    for step in Step:
        assert {step_of_field(gap.field) for gap in gaps(broken, step)} <= {step}
    assert sum(len(gaps(broken, step)) for step in Step) == len(all_gaps(broken))


@pytest.mark.parametrize(
    ("field", "step"),
    [
        ("company_goals.2", Step.WHY),
        ("broad_goal", Step.GOAL),
        ("audience", Step.SMART),
        ("audience.a1.role", Step.AUDIENCE),
        ("metric.m.target", Step.METRICS),
        ("milestone_days", Step.TIMEFRAME),
        ("tactic.t.due", Step.TACTICS),
        ("achievable", Step.REALITY),
        ("listening.us", Step.LISTENING),
        ("message.human", Step.MESSAGE),
        ("content.moderator", Step.CONTENT),
        ("money.hourly_rate", Step.MONEY),
        ("title", Step.REVIEW),
    ],
)
def test_a_field_is_on_one_page(field: str, step: Step) -> None:
    assert step_of_field(field) is step


def test_every_field_of_a_plan_that_is_asked_for_is_on_a_page() -> None:
    kept = {"id", "sample_id", "title", "check_ins", "adjustments", "closing", "unread"}
    elsewhere = {name for name in Plan.model_fields if step_of_field(name) is Step.REVIEW}
    assert elsewhere == kept
