"""What is open in a plan, step by step; the one answer for rail, review, sheet and commands.

Source: the list "required to finish"; all else is advice.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from smartgoals.domain.gap import Gap, GapCode
from smartgoals.domain.metric_gaps import has_whole_metric, metric_gaps
from smartgoals.domain.plan import MAX_DESCRIPTION
from smartgoals.domain.remembered import remembered
from smartgoals.domain.strategy_gaps import audience_gaps, content_gaps, money_gaps
from smartgoals.domain.tactic_gaps import capacity_gaps, tactic_gaps
from smartgoals.domain.terms import CORE_STEPS, STRATEGY_STEPS, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from smartgoals.domain.plan import Plan

__all__ = [
    "Gap",
    "GapCode",
    "all_gaps",
    "gaps",
    "is_complete",
    "is_ready",
    "step_of_field",
]

MAX_LINE = 300
"""Characters that a one-line field has room for on the goal sheet."""

_STEPS = {
    "description": Step.WHY,
    "brand": Step.WHY,
    "business_kind_id": Step.WHY,
    "company_goals": Step.WHY,
    "served_goal": Step.WHY,
    "marketing_goal_id": Step.WHY,
    "strategy": Step.WHY,
    "alignment": Step.WHY,
    "broad_goal": Step.GOAL,
    "goal_idea_id": Step.GOAL,
    "parked_goals": Step.GOAL,
    "specific": Step.SMART,
    "audience": Step.SMART,
    "place": Step.SMART,
    "measurable": Step.SMART,
    "time_bound": Step.SMART,
    "achievable": Step.REALITY,
    "realistic": Step.REALITY,
    "metrics": Step.METRICS,
    "metric": Step.METRICS,
    "start": Step.TIMEFRAME,
    "due": Step.TIMEFRAME,
    "check_in_weekday": Step.TIMEFRAME,
    "milestone_days": Step.TIMEFRAME,
    "tactics": Step.TACTICS,
    "tactic": Step.TACTICS,
    "hours_per_week": Step.REALITY,
    "budget": Step.REALITY,
    "currency": Step.REALITY,
    "obstacles": Step.REALITY,
    "obstacle": Step.REALITY,
    "audiences": Step.AUDIENCE,
    "listening": Step.LISTENING,
    "listener": Step.LISTENING,
    "competitor": Step.LISTENING,
    "influencer": Step.LISTENING,
    "message": Step.MESSAGE,
    "content": Step.CONTENT,
    "cadence": Step.CONTENT,
    "headline": Step.CONTENT,
    "channel": Step.CONTENT,
    "money": Step.MONEY,
    "cost": Step.MONEY,
}


def step_of_field(field: str) -> Step:
    """Return the step on whose page the field is; the review for what no other page has.

    ``audience`` is the one of the goal; ``audience.<id>.role`` and its like are of the
    optional page.
    """
    if field.startswith("audience."):
        return Step.AUDIENCE
    return _STEPS.get(field.partition(".")[0], Step.REVIEW)


@remembered
def gaps(plan: Plan, step: Step) -> tuple[Gap, ...]:
    """Return what is open at the step, in the order of its fields."""
    found = chain(_FINDERS[step](plan), _unread(plan, step), _long_texts(plan, step))
    return tuple(found)


def all_gaps(plan: Plan) -> tuple[Gap, ...]:
    """Return what is open in the plan in the order of the steps; the required gaps first."""
    found = chain.from_iterable(gaps(plan, step) for step in CORE_STEPS + STRATEGY_STEPS)
    return tuple(sorted(found, key=lambda gap: not gap.required))


def is_ready(plan: Plan) -> bool:
    """Return whether the plan is finished: no required gap; otherwise it is a draft."""
    return not any(gap.required for gap in all_gaps(plan))


def is_complete(plan: Plan, step: Step) -> bool:
    """Return whether nothing required is open at the step.

    The review is complete with the plan; an optional step when nothing at all is open.
    """
    if step is Step.REVIEW:
        return is_ready(plan)
    if step in STRATEGY_STEPS:
        return not gaps(plan, step)
    return not any(gap.required for gap in gaps(plan, step))


def _why_gaps(plan: Plan) -> Iterator[Gap]:
    length = len(plan.description.strip())
    if length > MAX_DESCRIPTION:
        yield Gap(GapCode.DESCRIPTION_TOO_LONG, "description", count=length)
    if not plan.served_company_goal and plan.marketing_goal_id is None:
        yield Gap(GapCode.NOT_ALIGNED, "company_goals.0")


def _goal_gaps(plan: Plan) -> Iterator[Gap]:
    if not plan.broad_goal.strip():
        yield Gap(GapCode.GOAL_MISSING, "broad_goal", required=True)


def _time_gaps(plan: Plan) -> Iterator[Gap]:
    if plan.start is None and plan.unread_text("start") is None:
        yield Gap(GapCode.START_MISSING, "start", required=True)
    if plan.due is None and plan.unread_text("due") is None:
        yield Gap(GapCode.DUE_MISSING, "due", required=True)
    if plan.start is not None and plan.due is not None and plan.due < plan.start:
        yield Gap(GapCode.DUE_BEFORE_START, "due", required=True)


def _nothing(_plan: Plan) -> Iterable[Gap]:
    return ()


_FINDERS: dict[Step, Callable[[Plan], Iterable[Gap]]] = {
    Step.WHY: _why_gaps,
    Step.GOAL: _goal_gaps,
    Step.SMART: _nothing,
    Step.METRICS: metric_gaps,
    Step.TIMEFRAME: _time_gaps,
    Step.TACTICS: tactic_gaps,
    Step.REALITY: capacity_gaps,
    Step.REVIEW: _nothing,
    Step.AUDIENCE: audience_gaps,
    Step.LISTENING: _nothing,
    Step.MESSAGE: _nothing,
    Step.CONTENT: content_gaps,
    Step.MONEY: money_gaps,
}


def _unread(plan: Plan, step: Step) -> Iterator[Gap]:
    for unread in plan.unread:
        if step_of_field(unread.field) is step and _is_there(plan, unread.field):
            name, library_id = _part_named(plan, unread.field)
            yield Gap(
                GapCode.UNREAD,
                unread.field,
                required=_is_required(plan, unread.field),
                subject=name,
                library_id=library_id,
                text=unread.text,
            )


def _is_there(plan: Plan, field: str) -> bool:
    """Return whether the metric or tactic that the field is of is still in the plan."""
    kind, _, rest = field.partition(".")
    parts = {"metric": plan.metrics, "tactic": plan.tactics}.get(kind)
    part_id = rest.partition(".")[0]
    return parts is None or any(part.id == part_id for part in parts)


def _part_named(plan: Plan, field: str) -> tuple[str, str]:
    """Return the name and library id of the metric or tactic that has the field."""
    part_id = field.split(".")[1] if "." in field else ""
    for metric in plan.metrics:
        if metric.id == part_id:
            return metric.name.strip(), metric.library_id or ""
    names = [tactic.name.strip() for tactic in plan.tactics if tactic.id == part_id]
    return (names[0] if names else ""), ""


def _is_required(plan: Plan, field: str) -> bool:
    if field.startswith("metric."):
        return field.endswith((".baseline", ".target")) and not has_whole_metric(plan)
    return field in {"start", "due"}


def _long_texts(plan: Plan, step: Step) -> Iterator[Gap]:
    for field, text in _too_long(plan):
        if step_of_field(field) is step:
            yield Gap(GapCode.TEXT_TOO_LONG, field, subject=text[:40], count=len(text))


@remembered
def _too_long(plan: Plan) -> tuple[tuple[str, str], ...]:
    return tuple((field, text) for field, text in _lines(plan) if len(text) > MAX_LINE)


def _lines(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield every one-line text that the goal sheet prints, with its field."""
    for field in ("title", "brand", "strategy", "alignment", "broad_goal", "audience", "place"):
        yield field, getattr(plan, field)
    for index, goal in enumerate(plan.company_goals):
        yield f"company_goals.{index}", goal
    for goal in plan.parked_goals:
        yield "parked_goals", goal
    for metric in plan.metrics:
        for name in ("name", "unit", "channel", "source"):
            yield f"metric.{metric.id}.{name}", getattr(metric, name)
    for tactic in plan.tactics:
        yield f"tactic.{tactic.id}.name", tactic.name
        yield f"tactic.{tactic.id}.owners", ", ".join(tactic.owners)
        yield f"tactic.{tactic.id}.parked_until", tactic.parked_until
    for obstacle in plan.obstacles:
        yield f"obstacle.{obstacle.id}.if_text", obstacle.if_text
        yield f"obstacle.{obstacle.id}.then_text", obstacle.then_text
