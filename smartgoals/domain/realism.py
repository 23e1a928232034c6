"""What the user's own history says of a target; no growth rate of anybody else is known here.

A stock such as followers is judged by its pace: the change a week that the target needs
against the one of the recent levels. Whatever is counted or averaged per period is judged by
its size: the target against the average of the recent values, turned round when falling.

Decided where the method is silent:
- A level to keep is realistic when it is kept now (latest level of a stock, recent average of
  the rest). Otherwise a stock is a stretch, without ratio, and the rest is judged by size.
- A falling target of 0 or less is not realistic, without ratio: no number of times reaches
  it. A recent average of 0 or less gives no pace.
- While the baseline is not known, the latest level or the recent average stands for it.
- A plan of one day lasts one day, so that its pace is a number.
- What is offered stays within what the metric can read at all.

Source: S7.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoals.domain.course import effective_baseline, effective_target
from smartgoals.domain.limits import offered_limits, within
from smartgoals.domain.metric import MIN_RECENT_VALUES
from smartgoals.domain.pace import is_met
from smartgoals.domain.rounding import settle
from smartgoals.domain.terms import MetricKind, Period, Realism
from smartgoals.domain.timeframe import plan_weeks

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from smartgoals.domain.metric import Metric
    from smartgoals.domain.plan import Plan

AS_NOW = Decimal(1)
"""A lower ratio is below the present trend."""
WITHIN_REACH = Decimal("1.5")
"""The highest realistic ratio."""
OUT_OF_REACH = Decimal(5)
"""The lowest ratio that is not realistic."""
OFFERED = (Decimal("1.25"), Decimal("1.5"))
"""The ratios of the range that is offered instead."""
DAYS_OF_PERIOD = {
    Period.DAY: Decimal(1),
    Period.WEEK: Decimal(7),
    Period.MONTH: Decimal("30.4375"),
    Period.QUARTER: Decimal("91.3125"),
    Period.YEAR: Decimal("365.25"),
}
"""Mean days, leap years included."""
_DAYS_OF_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class RealismResult:
    """The judgement and the numbers it names; those that do not apply are None."""

    level: Realism
    target: Decimal | None = None
    """The number to reach that was judged."""
    ratio: Decimal | None = None
    """How many times the recent pace or average the target takes."""
    recent_pace: Decimal | None = None
    """Change a week of a stock."""
    needed_pace: Decimal | None = None
    """Change a week of a stock that leads from baseline to target within the plan."""
    recent_average: Decimal | None = None
    """Of anything but a stock."""
    reachable: tuple[Decimal, Decimal] | None = None
    """The targets at the ratios 1.25 and 1.5, the easier one first."""


def plan_realism(plan: Plan, metric: Metric) -> RealismResult:
    """Return how the target of a metric of the plan compares, as ``realism`` does.

    Where the baseline was not known, the first check-in is the baseline.
    """
    if metric.baseline is None and metric.baseline_unknown:
        metric = metric.replace(baseline=effective_baseline(plan, metric))
    return realism(metric, plan.start, plan.due)


def realism(metric: Metric, start: dt.date | None, due: dt.date | None) -> RealismResult:
    """Return how the target compares with the recent values of the metric.

    Up to 1.5 times is realistic, 5 times and more is not, a stretch lies between, below 1 is
    less than the present trend brings anyway. It takes four values; fewer are not enough.
    """
    if not metric.recent_values:
        return RealismResult(Realism.NO_HISTORY)
    if len(metric.recent_values) < MIN_RECENT_VALUES:
        return RealismResult(Realism.NOT_ENOUGH)
    if metric.kind is MetricKind.STOCK:
        return _by_pace(metric, plan_weeks(start, due))
    return _by_size(metric)


def _by_pace(metric: Metric, weeks: Decimal | None) -> RealismResult:
    latest, recent = metric.recent_values[-1], _recent_pace(metric)
    baseline = latest if metric.baseline is None else metric.baseline
    target = effective_target(metric, baseline)
    if target is not None and metric.direction.is_stay:
        kept = is_met(latest, target, metric.direction)
        level = Realism.REALISTIC if kept else Realism.STRETCH
        return RealismResult(level, target=target, recent_pace=settle(recent))
    if target is None or weeks is None:
        return RealismResult(Realism.OPEN, recent_pace=settle(recent))
    needed = (target - baseline) / weeks
    level, ratio = _level_of_paces(metric, needed, recent)
    offered = _pair(metric, (baseline + recent * times * weeks for times in OFFERED))
    return RealismResult(
        level,
        target=target,
        ratio=ratio,
        recent_pace=settle(recent),
        needed_pace=settle(needed),
        reachable=None if ratio is None else offered,
    )


def _level_of_paces(
    metric: Metric, needed: Decimal, recent: Decimal
) -> tuple[Realism, Decimal | None]:
    if recent == 0:
        return Realism.NO_PACE, None
    if (recent > 0) != metric.direction.wants_more:
        return Realism.AGAINST_GOAL, None
    ratio = settle(needed / recent)
    return _level(ratio), ratio


def _by_size(metric: Metric) -> RealismResult:
    average = sum(metric.recent_values, Decimal(0)) / len(metric.recent_values)
    shown = settle(average)
    target = effective_target(metric, average if metric.baseline is None else metric.baseline)
    if target is None:
        return RealismResult(Realism.OPEN, recent_average=shown)
    ratio = _ratio_of_sizes(metric, average, target)
    if metric.direction.is_stay and is_met(average, target, metric.direction):
        return RealismResult(Realism.REALISTIC, target=target, ratio=ratio, recent_average=shown)
    if average <= 0:
        return RealismResult(Realism.NO_PACE, target=target, recent_average=shown)
    return RealismResult(
        Realism.NOT_REALISTIC if ratio is None else _level(ratio),
        target=target,
        ratio=ratio,
        recent_average=shown,
        reachable=_pair(metric, (_at_ratio(metric, average, times) for times in OFFERED)),
    )


def _ratio_of_sizes(metric: Metric, average: Decimal, target: Decimal) -> Decimal | None:
    if average <= 0:
        return None
    if metric.direction.wants_more:
        return settle(target / average)
    return settle(average / target) if target > 0 else None


def _at_ratio(metric: Metric, average: Decimal, times: Decimal) -> Decimal:
    return average * times if metric.direction.wants_more else average / times


def _recent_pace(metric: Metric) -> Decimal:
    values = metric.recent_values
    days = DAYS_OF_PERIOD[metric.recent_interval] * (len(values) - 1)
    return (values[-1] - values[0]) * _DAYS_OF_A_WEEK / days


def _level(ratio: Decimal) -> Realism:
    if ratio < AS_NOW:
        return Realism.BELOW_TREND
    if ratio <= WITHIN_REACH:
        return Realism.REALISTIC
    return Realism.STRETCH if ratio < OUT_OF_REACH else Realism.NOT_REALISTIC


def _pair(metric: Metric, targets: Iterable[Decimal]) -> tuple[Decimal, Decimal]:
    borders = offered_limits(metric)
    easier, harder = (settle(within(target, borders)) for target in targets)
    return easier, harder
