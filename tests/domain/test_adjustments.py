from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.domain.adjustments import (
    FieldWords,
    is_running,
    logged,
    restored,
    undone,
    versions,
    with_why,
)
from smartgoals.domain.check_in import CheckIn
from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.paths import former_paths, path
from smartgoals.domain.plan import Closing, Plan
from smartgoals.domain.tactic import Tactic
from smartgoals.domain.terms import Direction, Outcome, TargetKind

TODAY = dt.date(2027, 4, 14)


def _name(_: Plan, field: str) -> str:
    return field.partition(".")[0]


def _read(plan: Plan, field: str) -> str:
    if field.endswith(".target"):
        target = plan.metric(field.split(".")[1]).target
        return "" if target is None else str(target.amount)
    return str(getattr(plan, field, ""))


WORDS = FieldWords(_name, _read)


def aimed(plan: Plan, amount: int, metric_id: str = "reach") -> Plan:
    metric = plan.metric(metric_id)
    return plan.with_metric(metric.replace(target=Target(amount=Decimal(amount))))


def edited(plan: Plan, new: Plan, day: dt.date = TODAY) -> Plan:
    return logged(plan, new, day, WORDS)


def told(plan: Plan) -> list[tuple[str, str, str]]:
    return [(each.field, each.old, each.new) for each in plan.adjustments]


def test_a_changed_target_is_logged_with_both_values(cafe: Plan) -> None:
    plan = edited(cafe, aimed(cafe, 540))
    assert told(plan) == [("metric.reach.target", "1000", "540")]
    assert plan.adjustments[0].day == TODAY


def test_the_typing_of_a_target_is_one_change(cafe: Plan) -> None:
    plan = cafe
    for amount in (5, 54, 540):
        plan = edited(plan, aimed(plan, amount))
    assert told(plan) == [("metric.reach.target", "1000", "540")]


def test_a_change_that_is_taken_back_on_the_same_day_leaves_no_trace(cafe: Plan) -> None:
    plan = edited(cafe, aimed(cafe, 540))
    assert edited(plan, aimed(plan, 1000)) == cafe


def test_a_target_that_is_unreadable_for_a_moment_is_still_logged(cafe: Plan) -> None:
    blank = cafe.with_metric(cafe.metric("reach").replace(target=None))
    plan = edited(cafe, blank.with_unread("metric.reach.target", "5x"))
    plan = edited(plan, aimed(plan, 540).with_unread("metric.reach.target", None))
    assert told(plan) == [("metric.reach.target", "1000", "540")]


def test_on_another_day_it_is_another_change(cafe: Plan) -> None:
    plan = edited(cafe, aimed(cafe, 540))
    plan = edited(plan, aimed(plan, 600), TODAY + dt.timedelta(1))
    assert [new for _, _, new in told(plan)] == ["540", "600"]


def test_what_has_its_reason_is_finished(cafe: Plan) -> None:
    plan = edited(cafe, aimed(cafe, 540))
    plan = with_why(plan, [plan.adjustments[0].id], "The ad budget stayed.")
    plan = edited(plan, aimed(plan, 600))
    assert [(a.new, a.why) for a in plan.adjustments] == [
        ("540", "The ad budget stayed."),
        ("600", ""),
    ]


def test_dates_metrics_and_tactics_are_logged(cafe: Plan) -> None:
    video = cafe.tactic("video")
    new = (
        cafe.replace(due=dt.date(2027, 7, 14))
        .without_metric("clicks")
        .with_metric(Metric(id="new"))
        .with_tactic(video.replace(due=dt.date(2027, 5, 5)))
        .with_tactic(cafe.tactic("reviews").replace(parked=True))
        .without_tactic("podcast")
        .with_tactic(Tactic(id="more", name="Write 3 letters"))
    )
    assert {each.field for each in edited(cafe, new).adjustments} == {
        "due",
        "metric.clicks",
        "metric.new",
        "tactic.video.when",
        "tactic.reviews.parked",
        "tactic.podcast",
        "tactic.more",
    }


def test_scores_ticks_and_words_are_no_changes_of_the_plan(cafe: Plan) -> None:
    video = cafe.tactic("video").replace(value=2, complexity=2, done_on=TODAY, note="Nice")
    assert edited(cafe, cafe.with_tactic(video).replace(specific="Else")).adjustments == ()


@pytest.mark.parametrize("today", [dt.date(2027, 3, 1), dt.date(2027, 3, 15)])
def test_until_the_day_after_the_start_the_plan_is_still_made(cafe: Plan, today: dt.date) -> None:
    assert not is_running(cafe, today)
    assert edited(cafe, aimed(cafe, 540), today).adjustments == ()


def test_a_plan_that_was_never_complete_is_still_made(cafe: Plan) -> None:
    assert not is_running(cafe.replace(tactics=()), TODAY)


def test_a_closed_plan_does_not_run(cafe: Plan) -> None:
    closing = Closing(day=TODAY, outcome=Outcome.DROPPED)
    assert not is_running(cafe.replace(closing=closing), TODAY)


def test_the_old_path_stays(cafe: Plan) -> None:
    plan = edited(cafe, aimed(cafe, 540))
    now = path(plan, "reach")
    assert now is not None
    assert (now.first, now.last) == (310, 540)
    assert [old.last for old in former_paths(plan, "reach")] == [1000]
    assert former_paths(plan, "fans") == ()


def test_a_moved_due_date_gives_every_metric_a_former_path(cafe: Plan) -> None:
    plan = edited(cafe, cafe.replace(due=dt.date(2027, 7, 14)))
    assert [old.due for old in former_paths(plan, "fans")] == [dt.date(2027, 6, 14)]


def test_a_level_to_keep_has_a_level_path(cafe: Plan) -> None:
    metric = cafe.metric("reach").replace(direction=Direction.AT_LEAST)
    found = path(cafe.with_metric(metric), "reach")
    assert found is not None
    assert found.first == found.last == 1000


def test_earlier_versions_are_the_plan_as_it_was(cafe: Plan) -> None:
    plan = edited(cafe, aimed(cafe, 540))
    second = edited(plan, plan.without_tactic("video"), TODAY + dt.timedelta(7))
    latest, first = versions(second)
    assert latest.plan.metrics == plan.metrics
    assert latest.plan.tactics == plan.tactics
    assert first.plan.metrics == cafe.metrics
    assert (latest.day, first.day) == (TODAY + dt.timedelta(7), TODAY)


def test_a_version_comes_back_without_losing_what_happened_since(cafe: Plan) -> None:
    plan = edited(cafe, aimed(cafe, 540).without_tactic("video"))
    plan = plan.replace(check_ins=(CheckIn(day=TODAY, note="Fine"),))
    plan = plan.with_tactic(plan.tactic("stories").replace(done_occurrences=(TODAY,)))
    later = TODAY + dt.timedelta(1)
    back = edited(plan, restored(plan, versions(plan)[0]), later)
    assert back.metrics == cafe.metrics
    assert [t.id for t in back.tactics] == [t.id for t in cafe.tactics]
    assert back.check_ins == plan.check_ins
    assert back.tactic("stories").done_occurrences == (TODAY,)
    assert [each.day for each in back.adjustments] == [TODAY, TODAY, later, later]


PARTS = ["fans", "clicks", "reach"]
TACTICS = ["stories", "specials", "tastings", "video"]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["target", "due", "drop metric", "drop tactic", "add", "park"]),
            st.integers(0, 3),
            st.integers(1, 900),
            st.integers(0, 3),
        ),
        max_size=10,
    )
)
def test_taking_back_the_whole_log_gives_the_first_plan(
    steps: list[tuple[str, int, int, int]],
) -> None:
    first = _small_plan()
    plan, today = first, TODAY
    for what, which, amount, days in steps:
        today += dt.timedelta(days)
        plan = logged(plan, _changed(plan, what, which, amount), today, WORDS)
    before = undone(plan, plan.adjustments)
    assert before.replace(adjustments=()) == first


def _small_plan() -> Plan:
    target = Target(kind=TargetKind.NUMBER, amount=Decimal(100))
    return Plan(
        broad_goal="Be known",
        start=dt.date(2027, 3, 15),
        due=dt.date(2027, 6, 14),
        metrics=tuple(Metric(id=i, name=i, baseline=Decimal(1), target=target) for i in PARTS),
        tactics=tuple(Tactic(id=i, name=i) for i in TACTICS),
    )


def _changed(plan: Plan, what: str, which: int, amount: int) -> Plan:  # noqa: PLR0911
    if what == "due":
        return plan.replace(due=dt.date(2027, 3, 15) + dt.timedelta(amount))
    if what == "add":
        return plan.with_tactic(Tactic(id=f"new-{amount}", name="New"))
    if what == "target" and plan.metrics:
        return aimed(plan, amount, plan.metrics[which % len(plan.metrics)].id)
    if what == "drop metric" and plan.metrics:
        return plan.without_metric(plan.metrics[which % len(plan.metrics)].id)
    tactic = plan.tactics[which % len(plan.tactics)] if plan.tactics else None
    if what == "drop tactic" and tactic is not None:
        return plan.without_tactic(tactic.id)
    if what == "park" and tactic is not None:
        return plan.with_tactic(tactic.replace(parked=not tactic.parked))
    return plan
