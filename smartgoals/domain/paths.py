"""The way a metric was to go, now and before its target or the dates changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartgoals.domain.adjustments import versions
from smartgoals.domain.course import effective_baseline, effective_target

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal

    from smartgoals.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Path:
    """A straight way from one value at the start to another at the due date."""

    start: dt.date
    due: dt.date
    first: Decimal
    """The baseline; the target itself where a level is to be kept."""
    last: Decimal


def path(plan: Plan, metric_id: str) -> Path | None:
    """Return the way to the target; None without dates in order, target or baseline."""
    metric = next((each for each in plan.metrics if each.id == metric_id), None)
    if metric is None or plan.start is None or plan.due is None or plan.due < plan.start:
        return None
    baseline = effective_baseline(plan, metric)
    target = effective_target(metric, baseline)
    first = target if metric.direction.is_stay else baseline
    if first is None or target is None:
        return None
    return Path(plan.start, plan.due, first, target)


def former_paths(plan: Plan, metric_id: str) -> tuple[Path, ...]:
    """Return the ways that were given up, the latest first, each once."""
    now = path(plan, metric_id)
    found = (path(version.plan, metric_id) for version in versions(plan))
    return tuple(dict.fromkeys(each for each in found if each is not None and each != now))
