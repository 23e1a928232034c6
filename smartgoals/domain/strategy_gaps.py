"""What is open on the optional pages, once something is written on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.domain.gap import Gap, GapCode
from smartgoals.domain.money import money

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartgoals.domain.plan import Plan


def audience_gaps(plan: Plan) -> Iterator[Gap]:
    """Yield the audiences of which something is known, but not who they are. Source: T2."""
    for audience in plan.audiences:
        if not audience.role.strip() and audience != type(audience)(id=audience.id):
            yield Gap(GapCode.AUDIENCE_UNNAMED, f"audience.{audience.id}.role")


def content_gaps(plan: Plan) -> Iterator[Gap]:
    """Yield what the channels lack: each needs a reason and a measure. Source: C7."""
    for channel in plan.content.channels:
        name = channel.channel.strip()
        if not channel.reason.strip():
            yield Gap(GapCode.CHANNEL_WITHOUT_REASON, f"channel.{channel.id}.reason", subject=name)
        if not channel.measure.strip():
            yield Gap(
                GapCode.CHANNEL_WITHOUT_MEASURE, f"channel.{channel.id}.measure", subject=name
            )


def money_gaps(plan: Plan) -> Iterator[Gap]:
    """Yield the half of the return on investment that is not there. Source: A11."""
    result = money(plan)
    if result.investment is not None and result.return_ is None:
        yield Gap(GapCode.RETURN_MISSING, "money.expected_return")
    if result.return_ is not None and not result.investment:
        yield Gap(GapCode.COSTS_MISSING, "money.costs")
