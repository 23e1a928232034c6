"""Brands and clients: how they are told apart, and what one plan takes over from another of its.

Light, for the plans list: it imports nothing but texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.domain.text import fold

if TYPE_CHECKING:
    from smartgoals.domain.plan import Plan


def brand_key(brand: str) -> str:
    """Return the name by which a brand is known, however it was typed."""
    return _key(brand)


def goal_key(goal: str) -> str:
    """Return the words by which a company goal is known, however they were typed."""
    return _key(goal).rstrip(".!")


def written_goals(plan: Plan) -> tuple[str, ...]:
    """Return the company goals of the plan that are not blank."""
    return tuple(goal.strip() for goal in plan.company_goals if goal.strip())


def offers_something(other: Plan, plan: Plan) -> bool:
    """Return whether the plan lacks what another plan of its brand says of the business."""
    return with_brand_of(plan, other) != plan


def with_brand_of(plan: Plan, other: Plan) -> Plan:
    """Return the plan with what the other one says of the business, where it says nothing itself.

    That is the one sentence and the company goals; of these the one is served that the other
    plan serves, or else the first. Source: A1, B1.
    """
    changes: dict[str, object] = {}
    if not plan.description.strip() and other.description.strip():
        changes["description"] = other.description
    goals = written_goals(other)
    if not written_goals(plan) and goals:
        served = other.served_company_goal
        changes["company_goals"] = goals
        changes["served_goal"] = goals.index(served) if served in goals else 0
    return plan.replace(**changes) if changes else plan


def _key(text: str) -> str:
    return " ".join(fold(text).split())
