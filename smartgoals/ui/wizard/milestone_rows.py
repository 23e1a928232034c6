"""The milestones of a plan as rows of a table."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from smartgoals.domain.plan import Plan
from smartgoals.domain.rounding import half_up
from smartgoals.domain.timeframe import milestones


@dataclass(frozen=True)
class MilestoneRow:
    """One milestone; its day is its identity."""

    id: str
    day: dt.date
    percent: Decimal
    expected: dict[str, Decimal | None]


def milestone_rows(plan: Plan) -> list[MilestoneRow]:
    """Return the milestones of the plan; none without two dates in order."""
    return [
        MilestoneRow(
            milestone.day.isoformat(),
            milestone.day,
            Decimal(half_up(milestone.share * 100)),
            dict(milestone.expected),
        )
        for milestone in milestones(plan)
    ]
