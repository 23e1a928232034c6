"""The course of a metric in its plan: where it starts, what was read, what should be read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartgoals.domain.pace import expected

if TYPE_CHECKING:
    from decimal import Decimal

    from smartgoals.domain.check_in import CheckIn
    from smartgoals.domain.metric import Metric
    from smartgoals.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class DatedValue:
    """The value of a metric on one day."""

    day: dt.date
    value: Decimal


def readings(plan: Plan, metric_id: str, until: dt.date = dt.date.max) -> tuple[DatedValue, ...]:
    """Return the values of the metric up to that day, by date, whatever the order of entry.

    A second check-in of the same day replaces the first.
    """
    by_day = {check_in.day: check_in for check_in in plan.check_ins if check_in.day <= until}
    values = ((day, _value(by_day[day], metric_id)) for day in sorted(by_day))
    return tuple(DatedValue(day, value) for day, value in values if value is not None)


def effective_baseline(plan: Plan, metric: Metric, until: dt.date = dt.date.max) -> Decimal | None:
    """Return the number from which the metric starts; None while it is not known.

    With the baseline "not known yet" the first check-in is the baseline.
    """
    if metric.baseline is not None or not metric.baseline_unknown:
        return metric.baseline
    found = readings(plan, metric.id, until)
    return found[0].value if found else None


def effective_target(metric: Metric, baseline: Decimal | None) -> Decimal | None:
    """Return the number that the metric is to reach from that baseline; None while open."""
    return metric.target.reach(baseline, metric.kind) if metric.target else None


def expected_value(
    metric: Metric, baseline: Decimal | None, target: Decimal | None, share: Decimal
) -> Decimal | None:
    """Return what the metric should read after that share of the time (0 to 1).

    A level to keep should read its target at any time; else None without baseline or target.
    """
    if metric.direction.is_stay:
        return target
    if baseline is None or target is None:
        return None
    return expected(baseline, target, share)


def _value(check_in: CheckIn, metric_id: str) -> Decimal | None:
    found = [r.value for r in check_in.readings if r.metric_id == metric_id]
    return found[-1] if found else None
