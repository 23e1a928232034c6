"""What is open in the metrics of a plan.

One metric with a name, a baseline and a target is required; what the others lack is advice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.domain.gap import Gap, GapCode
from smartgoals.domain.limits import is_possible
from smartgoals.domain.terms import Direction, TargetKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from smartgoals.domain.metric import Metric
    from smartgoals.domain.plan import Plan


def metric_gaps(plan: Plan) -> Iterator[Gap]:
    """Yield what is open: a metric at all, and for each its name, baseline and target."""
    if not plan.metrics:
        yield Gap(GapCode.METRIC_MISSING, "metrics", required=True)
    required = not has_whole_metric(plan)
    for metric in plan.metrics:
        if not _is_named(metric):
            yield _gap(metric, GapCode.METRIC_UNNAMED, "name", required=required)
        if not metric.has_baseline and not _is_unread(plan, metric, "baseline"):
            yield _gap(metric, GapCode.BASELINE_MISSING, "baseline", required=required)
        if metric.target is None and not _is_unread(plan, metric, "target"):
            yield _gap(metric, GapCode.TARGET_MISSING, "target", required=required)
        if code := target_fault(metric):
            yield _gap(metric, code, "target")


def has_whole_metric(plan: Plan) -> bool:
    """Return whether one metric has a name, a target and a baseline or "not known yet"."""
    return any(
        _is_named(metric) and metric.has_baseline and metric.target is not None
        for metric in plan.metrics
    )


def target_fault(metric: Metric) -> GapCode | None:
    """Return what does not fit about the target, the first that applies; None: it fits."""
    value, baseline = metric.target_value, metric.baseline
    if metric.target is None:
        return None
    if baseline == value == 0 and metric.target.kind is not TargetKind.NUMBER:
        return GapCode.TARGET_FROM_ZERO
    if value is not None and not is_possible(metric, value):
        return GapCode.TARGET_IMPOSSIBLE
    if metric.direction.is_stay:
        return None
    way = _way(metric)
    if way == 0:
        return GapCode.TARGET_IS_BASELINE
    is_against = way is not None and (way > 0) != (metric.direction is Direction.INCREASE)
    return GapCode.TARGET_AGAINST_DIRECTION if is_against else None


def _way(metric: Metric) -> Decimal | None:
    """Return the way from baseline to target; the sign alone while the baseline is unknown."""
    if metric.target is None:
        return None
    if metric.target_value is not None and metric.baseline is not None:
        return metric.target_value - metric.baseline
    if metric.target.kind is TargetKind.PERCENT:
        return metric.target.amount
    return metric.target.amount - 1 if metric.target.kind is TargetKind.FACTOR else None


def _is_named(metric: Metric) -> bool:
    return bool(metric.name.strip()) or metric.library_id is not None


def _is_unread(plan: Plan, metric: Metric, name: str) -> bool:
    return plan.unread_text(f"metric.{metric.id}.{name}") is not None


def _gap(metric: Metric, code: GapCode, name: str, *, required: bool = False) -> Gap:
    return Gap(
        code,
        f"metric.{metric.id}.{name}",
        required=required,
        subject=metric.name.strip(),
        library_id=metric.library_id or "",
    )
