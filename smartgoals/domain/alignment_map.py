"""The alignment map: goals of the business, the plans that serve them, their tactics.

Source: B1, B7.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartgoals.domain.brands import brand_key, goal_key, written_goals
from smartgoals.domain.priorities import order_of_work
from smartgoals.domain.progress import plan_state
from smartgoals.domain.terms import PlanState
from smartgoals.domain.text import sorting_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartgoals.domain.plan import Plan
    from smartgoals.domain.tactic import Tactic

_STATES = (PlanState.ACTIVE, PlanState.DRAFT, PlanState.DONE)


@dataclass(frozen=True, slots=True)
class PlanBranch:
    """A plan on the map."""

    plan: Plan
    state: PlanState
    tactics: tuple[Tactic, ...]
    """In the order of work, then those that are parked."""


@dataclass(frozen=True, slots=True)
class GoalBranch:
    """A goal of the business with the plans that serve it; none serve some."""

    goal: str
    """As it was written in the first of the plans that name it."""
    plans: tuple[PlanBranch, ...]


@dataclass(frozen=True, slots=True)
class BrandMap:
    """The map of one brand; its name is blank for the plans without one."""

    brand: str
    goals: tuple[GoalBranch, ...]
    others: tuple[PlanBranch, ...]
    """Plans that serve no goal of the business."""

    @property
    def served(self) -> int:
        """How many of the goals a plan serves."""
        return sum(bool(goal.plans) for goal in self.goals)

    @property
    def plans(self) -> tuple[PlanBranch, ...]:
        """All plans of the brand, in the order of the map."""
        return (*(plan for goal in self.goals for plan in goal.plans), *self.others)


def alignment_map(plans: Iterable[Plan], language: str = "en") -> tuple[BrandMap, ...]:
    """Return the maps of the brands of these plans by name, that of plans without brand last.

    Names and goals are the same when only case, accents or spaces differ; they are written as
    in the first plan. Of several plans active ones come first, then drafts, then those that are
    done; of these what is due first.
    """
    brands: dict[str, list[Plan]] = {}
    for plan in plans:
        brands.setdefault(brand_key(plan.brand), []).append(plan)
    order = {key: sorting_key(given[0].brand, language) for key, given in brands.items()}
    in_order = sorted(brands, key=lambda key: (not key, order[key]))
    return tuple(_brand_map(brands[key]) for key in in_order)


def of_brand(maps: Iterable[BrandMap], brand: str) -> tuple[BrandMap, ...]:
    """Return the map of the brand, however its name is typed; none where there is none."""
    return tuple(each for each in maps if brand_key(each.brand) == brand_key(brand))


def _brand_map(plans: list[Plan]) -> BrandMap:
    goals: dict[str, str] = {}
    for plan in plans:
        for goal in written_goals(plan):
            goals.setdefault(goal_key(goal), goal)
    branches = sorted(map(_branch, plans), key=_place)
    served: dict[str, list[PlanBranch]] = {key: [] for key in goals}
    others: list[PlanBranch] = []
    for branch in branches:
        goal = branch.plan.served_company_goal
        (served[goal_key(goal)] if goal else others).append(branch)
    return BrandMap(
        plans[0].brand.strip(),
        tuple(GoalBranch(goals[key], tuple(served[key])) for key in goals),
        tuple(others),
    )


def _branch(plan: Plan) -> PlanBranch:
    parked = tuple(tactic for tactic in plan.tactics if tactic.parked)
    return PlanBranch(plan, plan_state(plan), (*order_of_work(plan.tactics), *parked))


def _place(branch: PlanBranch) -> tuple[int, dt.date]:
    return _STATES.index(branch.state), branch.plan.due or dt.date.max
