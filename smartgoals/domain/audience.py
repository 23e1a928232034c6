"""How large our part of the talk is, and who in a community talks at all."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoals.domain.rounding import half_up, settle

if TYPE_CHECKING:
    from smartgoals.domain.strategy import Audience, Listening

CREATORS = Decimal("0.01")
COMMENTERS = Decimal("0.09")
USUAL_ACTIVE_PERCENT = Decimal(1)
"""A higher share of active members is more than communities usually have."""


@dataclass(frozen=True, slots=True)
class OneNineNinety:
    """The members of a community by what they do."""

    creators: int
    commenters: int
    readers: int


def share_of_voice(ours: Decimal, all_: Decimal) -> Decimal | None:
    """Return our part of all mentions in the field, 0 to 1; None when there are none.

    Source: A2.1.
    """
    return settle(ours / all_) if all_ > 0 else None


def heard_share_of_voice(listening: Listening) -> Decimal | None:
    """Return our share of the mentions that were heard of us and the competitors, 0 to 1.

    Competitors whose mentions are not known are left out; None when that leaves nobody, or
    our own are not known.
    """
    others = [c.mentions for c in listening.competitors if c.mentions is not None]
    ours = listening.us.mentions
    if ours is None or not others:
        return None
    return share_of_voice(ours, ours + sum(others, Decimal(0)))


def one_nine_ninety(members: int) -> OneNineNinety:
    """Return how many create (1 %), comment (9 %, both rounded half up) and only read.

    Source: A5.1.
    """
    creators = half_up(members * CREATORS)
    commenters = half_up(members * COMMENTERS)
    return OneNineNinety(creators, commenters, members - creators - commenters)


def is_unusually_active(audience: Audience) -> bool:
    """Return whether more than 1 % of the members are to be active, which deserves a note."""
    target = audience.active_target_percent
    return target is not None and target > USUAL_ACTIVE_PERCENT
