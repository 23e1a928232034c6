"""What the alignment map says of goals, plans and tactics."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoals.language import ngettext, tr
from smartgoals.words.names import plan_state_name
from smartgoals.words.statement import inline, purpose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartgoals.domain.alignment_map import BrandMap, PlanBranch
    from smartgoals.domain.tactic import Tactic
    from smartgoals.formats import Formats


def map_title() -> str:
    """Return what the map is called."""
    return tr("Alignment map")


def map_question() -> str:
    """Return in one sentence what the map answers."""
    return tr("What the business wants, the plans that serve it, and what is done for it.")


def brand_name(brand: BrandMap) -> str:
    """Return the name of the brand, or what stands for none."""
    return brand.brand or tr("Without a brand")


def served_text(brand: BrandMap, formats: Formats) -> str:
    """Return how many of the brand's goals a plan serves."""
    count = len(brand.goals)
    if not count:
        return tr("No goal of the business is written down here.")
    text = ngettext(
        "{served} of {count} goal has a plan.", "{served} of {count} goals have a plan.", count
    )
    numbers = {"served": brand.served, "count": count}
    return text.format(**{name: formats.number(Decimal(n)) for name, n in numbers.items()})


def goal_label() -> str:
    """Return what stands above a goal of the business."""
    return tr("Goal of the business")


def unserved_text() -> str:
    """Return what stands under a goal that no plan serves."""
    return tr("No plan serves this goal yet.")


def others_title() -> str:
    """Return what stands above the plans that serve no goal of the business."""
    return tr("Plans that serve no goal of the business")


def plan_title(branch: PlanBranch) -> str:
    """Return the name of the plan."""
    return branch.plan.name or tr("Plan without a name")


def plan_facts(branch: PlanBranch, formats: Formats) -> str:
    """Return state and due date: "Active · due 14 Jun 2027"."""
    due = branch.plan.due
    parts = [plan_state_name(branch.state)]
    if due is not None:
        parts.append(tr("due {day}").format(day=formats.medium_day(due)))
    return " · ".join(parts)


def tie_text(branch: PlanBranch) -> str:
    """Return how the plan helps, or the marketing goal that it is tied to; blank: not written."""
    plan = branch.plan
    strategy = inline(plan.strategy)
    if plan.served_company_goal:
        return tr("We are {strategy}.").format(strategy=strategy) if strategy else ""
    goal = purpose(plan)
    return tr("Tied to a marketing goal instead: {goal}").format(goal=goal) if goal else ""


def tactic_text(tactic: Tactic) -> str:
    """Return the name of the tactic, and whether it is done or parked."""
    name = tactic.name.strip() or tr("Tactic without name")
    if tactic.parked:
        return tr("{tactic} (parked)").format(tactic=name)
    return tr("{tactic} (done)").format(tactic=name) if tactic.done_on else name


def no_tactics_text() -> str:
    """Return what stands where a plan has no tactic."""
    return tr("No tactics yet")


def no_plans_text() -> str:
    """Return what the map says when there is no plan."""
    return tr("No plans yet. The map draws itself from the goals that you write in them.")


def unknown_brand_text(brand: str, maps: Iterable[BrandMap]) -> str:
    """Return that no plan is of the brand, with those there are."""
    known = ", ".join(brand_name(each) for each in maps)
    if not known:
        return tr("No plan is of the brand “{brand}”.").format(brand=brand)
    sentence = tr("No plan is of the brand “{brand}”; there are {known}.")
    return sentence.format(brand=brand, known=known)
