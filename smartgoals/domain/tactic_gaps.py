"""What is open in the tactics of a plan and in the hours for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.domain.capacity import capacity
from smartgoals.domain.gap import Gap, GapCode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smartgoals.domain.plan import Plan
    from smartgoals.domain.tactic import Tactic


def tactic_gaps(plan: Plan) -> Iterator[Gap]:
    """Yield what is open: a tactic at all, and of those not parked who, when and scores.

    What several tactics lack is one gap with their count.
    """
    named = [tactic for tactic in plan.tactics if tactic.name.strip()]
    if not named:
        yield Gap(GapCode.TACTIC_MISSING, "tactics", required=True)
    else:
        unnamed = [tactic for tactic in plan.tactics if not tactic.name.strip()]
        yield from _lacking(unnamed, GapCode.TACTIC_UNNAMED, "name", lambda _: True)
    active = [tactic for tactic in named if not tactic.parked]
    yield from _lacking(active, GapCode.TACTIC_WITHOUT_OWNER, "owners", _has_no_owner)
    yield from _lacking(active, GapCode.TACTIC_WITHOUT_DATE, "due", _has_no_date(plan))
    yield from _lacking(active, GapCode.TACTIC_NOT_SCORED, "value", lambda t: not t.is_scored)
    yield from _lacking(active, GapCode.TACTIC_OUTSIDE_TIME, "due", _is_outside(plan))


def capacity_gaps(plan: Plan) -> Iterator[Gap]:
    """Yield the advice to plan no more hours than there are."""
    if capacity(plan).over is not None:
        yield Gap(GapCode.OVER_CAPACITY, "hours_per_week")


def _lacking(
    tactics: list[Tactic], code: GapCode, name: str, lacks: Callable[[Tactic], bool]
) -> Iterator[Gap]:
    found = [tactic for tactic in tactics if lacks(tactic)]
    if found:
        first = found[0]
        yield Gap(code, f"tactic.{first.id}.{name}", subject=first.name.strip(), count=len(found))


def _has_no_owner(tactic: Tactic) -> bool:
    return not any(owner.strip() for owner in tactic.owners)


def _has_no_date(plan: Plan) -> Callable[[Tactic], bool]:
    return lambda tactic: (
        tactic.due is None
        and tactic.recurrence is None
        and plan.unread_text(f"tactic.{tactic.id}.due") is None
    )


def _is_outside(plan: Plan) -> Callable[[Tactic], bool]:
    start, due = plan.start, plan.due
    return lambda tactic: (
        tactic.due is not None
        and ((due is not None and tactic.due > due) or (start is not None and tactic.due < start))
    )
