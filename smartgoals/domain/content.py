"""What the content and the conversation take: hours a week, money, and headlines in stock."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoals.domain.money import cadence_budget
from smartgoals.domain.rounding import settle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartgoals.domain.strategy import Cadence, ChannelPlan, ContentPlan, Message

HEADLINES_WANTED = 25
"""A content plan begins with so many headlines or more. Source: A8."""


def headline_count(content: ContentPlan) -> int:
    """Return how many headlines are written; blank ones do not count. Source: A8."""
    return sum(bool(headline.text.strip()) for headline in content.headlines)


def cadence_hours(cadence: Cadence) -> Decimal | None:
    """Return the hours a week that the posts take; None while a number is missing. Source: A8."""
    if cadence.posts_per_week is None or cadence.hours_per_post is None:
        return None
    return settle(cadence.posts_per_week * cadence.hours_per_post)


def cadence_price(cadence: Cadence, weeks: Decimal | None) -> Decimal | None:
    """Return what the posts cost in those weeks; None while a number is missing. Source: S5."""
    if cadence.posts_per_week is None or cadence.price_per_post is None or weeks is None:
        return None
    return cadence_budget(cadence.posts_per_week, weeks, cadence.price_per_post)


def content_hours(content: ContentPlan) -> Decimal | None:
    """Return the hours a week of all cadences; None when none of them is known."""
    return _sum(cadence_hours(cadence) for cadence in content.cadences)


def conversation_hours(message: Message) -> Decimal | None:
    """Return the hours a week of the three slots; None when none is known. Source: A10."""
    return _sum((message.listening_hours, message.posting_hours, message.replying_hours))


def is_thought_out(channel: ChannelPlan) -> bool:
    """Return whether there is a reason to be on the channel, and a measure. Source: C7."""
    return bool(channel.reason.strip() and channel.measure.strip())


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None
