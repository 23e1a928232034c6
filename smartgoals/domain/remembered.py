"""Rules that are asked the same of one plan many times, and think about it once.

After every key, rail, page, panel and buttons ask what is open in the plan: 28 times the same
question. A plan never changes, so the answers hold as long as it is the very plan asked about.
"""

from __future__ import annotations

from functools import update_wrapper
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartgoals.domain.plan import Plan

    P = ParamSpec("P")
    R = TypeVar("R")


def remembered(
    rule: Callable[Concatenate[Plan, P], R],
) -> Callable[Concatenate[Plan, P], R]:
    """Return the rule with its answers about the plan it was asked of last kept.

    The other arguments must be hashable, and the answer immutable. Several threads may ask.
    """
    last: tuple[Plan | None, dict[object, R]] = None, {}

    def answer(plan: Plan, /, *args: P.args, **kwargs: P.kwargs) -> R:
        nonlocal last
        known = last
        if known[0] is not plan:
            known = last = plan, {}
        question = args, tuple(kwargs.items())
        if question not in known[1]:
            known[1][question] = rule(plan, *args, **kwargs)
        return known[1][question]

    update_wrapper(answer, rule)
    return answer
