"""Which tactic comes first: the quadrants of value against complexity and the order of work."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoals.domain.terms import Quadrant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartgoals.domain.plan import Plan
    from smartgoals.domain.tactic import Tactic

MIDDLE = Decimal("5.5")
"""The middle of the scores 1 to 10: no whole score lies on the line."""


def quadrant(tactic: Tactic) -> Quadrant | None:
    """Return the field of the chart in which the tactic falls; None while it is not scored.

    A parked tactic keeps its field. Source: B4.2.
    """
    if tactic.value is None or tactic.complexity is None:
        return None
    if tactic.value > MIDDLE:
        return Quadrant.QUICK_WINS if tactic.complexity < MIDDLE else Quadrant.BIG_BETS
    return Quadrant.FILL_INS if tactic.complexity < MIDDLE else Quadrant.TIME_SINKS


def order_of_work(tactics: Iterable[Tactic]) -> tuple[Tactic, ...]:
    """Return the tactics in the order to do them, without the parked ones.

    Quadrants 1, 2, 3, 4; inside one the higher value, then the lower complexity, then the
    earlier entry first. Tactics without scores come last, in the order of entry.
    """
    return tuple(sorted((t for t in tactics if not t.parked), key=_place))


def rank(plan: Plan, tactic: Tactic) -> int | None:
    """Return the place in the order of work, from 1; None when parked or not scored."""
    if not tactic.is_scored or tactic.parked:
        return None
    order = [t.id for t in order_of_work(plan.tactics)]
    return order.index(tactic.id) + 1 if tactic.id in order else None


def _place(tactic: Tactic) -> tuple[int, int, int]:
    field = quadrant(tactic)
    if field is None:
        return len(Quadrant) + 1, 0, 0
    return int(field), -(tactic.value or 0), tactic.complexity or 0
