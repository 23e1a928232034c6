"""What a plan costs and brings: investment, return on it, break-even, budget from cadence."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from smartgoals.domain.rounding import settle
from smartgoals.domain.timeframe import plan_weeks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartgoals.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class MoneyResult:
    """Amounts in the plan's currency; None for what is not known."""

    time_cost: Decimal | None
    """Hours a week x rate x weeks of the plan."""
    investment: Decimal | None
    """All costs and the time cost; None when none of them is known."""
    return_: Decimal | None
    """The gross profit earned through social media before these costs."""
    roi: Decimal | None
    """The share of the investment that is won beyond it: 0.36 is 36 %."""
    break_even_units: int | None
    """The units, such as leads, that pay for the investment."""
    cadence_budget: Decimal | None
    """What the posts of all cadences cost; a proposal, no part of the investment."""


def cadence_budget(posts_per_week: Decimal, weeks: Decimal, price_per_post: Decimal) -> Decimal:
    """Return what the posts cost: 3 a week for 13 weeks at 15 are 585. Source: S5."""
    return settle(posts_per_week * weeks * price_per_post)


def return_on_investment(return_: Decimal, investment: Decimal) -> Decimal | None:
    """Return (return - investment) / investment; None without costs. Source: A11."""
    return settle((return_ - investment) / investment) if investment > 0 else None


def break_even(investment: Decimal, unit_value: Decimal) -> int | None:
    """Return the units that pay for the investment, rounded up; None when one is worth nothing.

    Source: A11.2.
    """
    return ceil(Fraction(investment) / Fraction(unit_value)) if unit_value > 0 else None


def money(plan: Plan) -> MoneyResult:
    """Return what follows from the costs and the return of the plan.

    Without a return of its own, the expected units at their value are the return.
    """
    weeks = plan_weeks(plan.start, plan.due)
    time_cost = _product(plan.money.hours_per_week, plan.money.hourly_rate, weeks)
    investment = _sum((*(cost.amount for cost in plan.money.costs), time_cost))
    return_ = _return(plan)
    unit_value = plan.money.unit_value
    return MoneyResult(
        time_cost=time_cost,
        investment=investment,
        return_=return_,
        roi=None
        if investment is None or return_ is None
        else return_on_investment(return_, investment),
        break_even_units=None
        if investment is None or unit_value is None
        else break_even(investment, unit_value),
        cadence_budget=_cadences(plan, weeks),
    )


def _return(plan: Plan) -> Decimal | None:
    if plan.money.expected_return is not None:
        return plan.money.expected_return
    return _product(plan.money.expected_units, plan.money.unit_value)


def _cadences(plan: Plan, weeks: Decimal | None) -> Decimal | None:
    return _sum(
        _product(cadence.posts_per_week, weeks, cadence.price_per_post)
        for cadence in plan.content.cadences
    )


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None


def _product(*factors: Decimal | None) -> Decimal | None:
    product = Decimal(1)
    for factor in factors:
        if factor is None:
            return None
        product *= factor
    return settle(product)
