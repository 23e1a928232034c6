"""What the progress chart of a metric shows, in days and values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartgoals.domain.course import DatedValue, readings
from smartgoals.domain.paths import Path, former_paths, path
from smartgoals.domain.progress import metric_progress
from smartgoals.domain.timeframe import milestones

if TYPE_CHECKING:
    import datetime as dt

    from smartgoals.domain.metric import Metric
    from smartgoals.domain.plan import Plan


@dataclass(frozen=True)
class ProgressCourse:
    """The way to the target, what was read on it, and where it leads."""

    path: Path | None
    former: tuple[Path, ...]
    """The ways that were given up, the latest first."""
    milestones: tuple[DatedValue, ...]
    values: tuple[DatedValue, ...]
    """Those since the start and, from before it, those of as long a time as the plan has."""
    today: dt.date
    projection: tuple[DatedValue, DatedValue] | None
    """From the latest value to the due date, once it is not too early to tell."""


def progress_course(plan: Plan, metric: Metric, today: dt.date) -> ProgressCourse:
    """Return what is known of the metric on that day."""
    return ProgressCourse(
        path=path(plan, metric.id),
        former=former_paths(plan, metric.id),
        milestones=tuple(_milestones(plan, metric)),
        values=_values(plan, metric, today),
        today=today,
        projection=_projection(plan, metric, today),
    )


def _values(plan: Plan, metric: Metric, today: dt.date) -> tuple[DatedValue, ...]:
    """Return what was read; years of history would leave the plan itself no room."""
    found = readings(plan, metric.id, today)
    if plan.start is None or plan.due is None or plan.due < plan.start:
        return found
    length = max((plan.due - plan.start).days, 1)
    recent = tuple(each for each in found if (plan.start - each.day).days <= length)
    return recent or found[-1:]


def _milestones(plan: Plan, metric: Metric) -> list[DatedValue]:
    found = [(each.day, dict(each.expected).get(metric.id)) for each in milestones(plan)]
    return [DatedValue(day, value) for day, value in found if value is not None]


def _projection(plan: Plan, metric: Metric, today: dt.date) -> tuple[DatedValue, DatedValue] | None:
    found = metric_progress(plan, metric, today)
    if found.outlook is None or found.current is None:
        return None
    if found.current_day is None or found.due is None:
        return None
    return DatedValue(found.current_day, found.current), DatedValue(found.due, found.outlook)
