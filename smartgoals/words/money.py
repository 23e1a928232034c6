"""What a plan costs and brings, in words: each amount with the sum or the reason behind it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoals.domain.money import money
from smartgoals.domain.rounding import half_up
from smartgoals.domain.timeframe import plan_weeks
from smartgoals.language import tr
from smartgoals.words.strategy import weeks_text

if TYPE_CHECKING:
    from smartgoals.domain.money import MoneyResult
    from smartgoals.domain.plan import Plan
    from smartgoals.formats import Formats

UNKNOWN = "–"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the result: what it is called, the number, what it means, and its tone."""

    name: str
    number: str
    meaning: str
    tone: str = ""
    """``good``, ``look`` or blank."""


def money_figures(plan: Plan, formats: Formats) -> tuple[Figure, ...]:
    """Return investment, return, return on investment and break-even, in this order.

    What is not known reads "–", with what it still needs. Source: A11, A11.2.
    """
    result = money(plan)
    return (
        _investment(plan, result, formats),
        _return(plan, result, formats),
        _return_on_investment(plan, result, formats),
        _break_even(plan, result, formats),
    )


def time_cost_text(plan: Plan, formats: Formats) -> str:
    """Return the cost of the hours as a sum, or what it still needs; blank when untouched."""
    hours, rate = plan.money.hours_per_week, plan.money.hourly_rate
    weeks = plan_weeks(plan.start, plan.due)
    if hours is None and rate is None:
        return ""
    if hours == 0:
        return tr("No hours, so your time costs nothing here.")
    if hours is None or rate is None:
        return tr("Hours and what an hour costs make the cost of your time.")
    if weeks is None:
        return tr("The cost of your time follows from start and due.")
    return tr("{hours} a week × {weeks} × {rate} = {cost}").format(
        hours=formats.hours(hours),
        weeks=weeks_text(weeks, formats),
        rate=formats.money(rate, plan.currency),
        cost=formats.money(money(plan).time_cost, plan.currency),
    )


def _investment(plan: Plan, result: MoneyResult, formats: Formats) -> Figure:
    name = tr("Investment")
    if result.investment is None:
        return Figure(name, UNKNOWN, tr("needs at least one cost"))
    meaning = tr("all costs together")
    if result.time_cost:
        meaning = tr("all costs, {time} of them for time").format(
            time=formats.money(result.time_cost, plan.currency)
        )
    return Figure(name, formats.money(result.investment, plan.currency), meaning)


def _return(plan: Plan, result: MoneyResult, formats: Formats) -> Figure:
    name = tr("Return")
    if result.return_ is None:
        return Figure(name, UNKNOWN, tr("needs the expected gross profit"))
    shown = formats.money(result.return_, plan.currency)
    from_units = _from_units(plan, formats)
    if plan.money.expected_return is None:
        return Figure(name, shown, from_units)
    return Figure(name, shown, tr("gross profit before these costs"))


def _return_on_investment(plan: Plan, result: MoneyResult, formats: Formats) -> Figure:
    name = tr("Return on investment")
    if result.return_ is None:
        return Figure(name, UNKNOWN, tr("needs costs and a return"))
    if not result.investment:
        return Figure(name, UNKNOWN, tr("needs costs: nothing was put in yet"))
    roi = result.roi if result.roi is not None else Decimal(0)
    back = formats.money(Decimal(half_up((roi + 1) * 10_000)) / 100, plan.currency)
    spent = formats.money(Decimal(100), plan.currency)
    meaning = tr("for every {spent} spent, {back} come back").format(spent=spent, back=back)
    shown = formats.signed_percent(Decimal(half_up(roi * 1000)) / 10)
    return Figure(name, shown, meaning, "look" if roi < 0 else "good")


def _break_even(plan: Plan, result: MoneyResult, formats: Formats) -> Figure:
    name = tr("Break-even")
    units = result.break_even_units
    if plan.money.unit_value == 0:
        return Figure(name, UNKNOWN, tr("a unit worth nothing never pays for it"))
    if units is None:
        return Figure(name, UNKNOWN, tr("needs costs and the value of one unit"))
    number = formats.number(Decimal(units))
    unit, expected = plan.money.unit_name.strip(), plan.money.expected_units
    meaning = tr("units pay for everything")
    if unit:
        meaning = tr("times “{unit}” pay for everything").format(unit=unit)
    if expected is None:
        return Figure(name, number, meaning)
    both = tr("{meaning}; {expected} are expected").format(
        meaning=meaning, expected=formats.number(expected)
    )
    return Figure(name, number, both, "good" if expected >= units else "look")


def _from_units(plan: Plan, formats: Formats) -> str:
    """Return the expected units at their value as a product."""
    return tr("{units} × {value}").format(
        units=formats.number(plan.money.expected_units),
        value=formats.money(plan.money.unit_value, plan.currency),
    )
