"""Where the metrics of a plan, and so the plan, stand on one day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartgoals.domain import pace
from smartgoals.domain.change import Change, change
from smartgoals.domain.course import (
    effective_baseline,
    effective_target,
    expected_value,
    readings,
)
from smartgoals.domain.steps import is_ready
from smartgoals.domain.terms import PlanState, Status

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal

    from smartgoals.domain.metric import Metric
    from smartgoals.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class MetricProgress:
    """What is known of one metric on one day, and what follows; None stands for not known.

    A metric without a way to go (a level to keep, or a target equal to the baseline) has no
    progress, gap, days or pace: it is ``met`` or not.
    """

    metric: Metric
    baseline: Decimal | None
    """The typed one, or the first check-in when it was not known."""
    target: Decimal | None
    current: Decimal | None
    """The value of the check-in with the latest date."""
    current_day: dt.date | None
    start: dt.date | None
    due: dt.date | None
    """None when the dates are not in order; due alone may be known."""
    today: dt.date

    @property
    def change(self) -> Change | None:
        """The change from baseline to target."""
        if self.baseline is None or self.target is None:
            return None
        return change(self.baseline, self.target, self.metric.kind)

    @property
    def progress(self) -> Decimal | None:
        """The share of the way that is done; not clamped."""
        if self.baseline is None or self.current is None or self.target is None:
            return None
        return pace.progress(self.baseline, self.current, self.target, self.metric.direction)

    @property
    def elapsed(self) -> Decimal | None:
        """The share of the time that has passed, from 0 to 1."""
        if self.start is None or self.due is None:
            return None
        return pace.elapsed(self.start, self.due, self.today)

    @property
    def expected(self) -> Decimal | None:
        """The value that the metric should have today."""
        if self.elapsed is None:
            return None
        return expected_value(self.metric, self.baseline, self.target, self.elapsed)

    @property
    def gap_points(self) -> Decimal | None:
        """By how many percentage points the way done leads the time passed."""
        if self.progress is None or self.elapsed is None:
            return None
        return pace.gap_points(self.progress, self.elapsed)

    @property
    def days_ahead(self) -> int | None:
        """The days from today to the day that expected this value; negative when behind."""
        if self.baseline is None or self.current is None or self.target is None:
            return None
        if self.start is None or self.due is None:
            return None
        return pace.days_ahead(
            baseline=self.baseline,
            current=self.current,
            target=self.target,
            direction=self.metric.direction,
            start=self.start,
            due=self.due,
            today=self.today,
        )

    @property
    def needed_per_week(self) -> Decimal | None:
        """The change a week that still leads to the target; None when it is reached."""
        if self.baseline is None or self.current is None or self.target is None or self.due is None:
            return None
        return pace.needed_per_week(
            baseline=self.baseline,
            current=self.current,
            target=self.target,
            direction=self.metric.direction,
            due=self.due,
            today=self.today,
        )

    @property
    def projection(self) -> Decimal | None:
        """The value at due if all goes on as so far."""
        if self.progress is None or self.elapsed is None:
            return None
        if self.baseline is None or self.current is None:
            return None
        return pace.projection(self.baseline, self.current, self.elapsed)

    @property
    def outlook(self) -> Decimal | None:
        """The projection where it tells anything: not in the first tenth of the time, nor after."""
        if self.status in {Status.ACHIEVED, Status.MISSED} or self.elapsed is None:
            return None
        return self.projection if pace.EARLY <= self.elapsed < pace.WHOLE else None

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None while it is not known and where there is a way to go."""
        if self.current is None or self.target is None or self.progress is not None:
            return None
        if not self.metric.direction.is_stay and self.target != self.baseline:
            return None
        return pace.is_met(self.current, self.target, self.metric.direction)

    @property
    def status(self) -> Status:
        """Where the metric stands."""
        return pace.status(
            baseline=self.baseline,
            current=self.current,
            target=self.target,
            direction=self.metric.direction,
            start=self.start,
            due=self.due,
            today=self.today,
        )


def metric_progress(plan: Plan, metric: Metric, today: dt.date) -> MetricProgress:
    """Return where the metric stands on that day; later check-ins do not count."""
    found = readings(plan, metric.id, today)
    latest = found[-1] if found else None
    baseline = effective_baseline(plan, metric, today)
    is_reversed = plan.start is not None and plan.due is not None and plan.due < plan.start
    return MetricProgress(
        metric=metric,
        baseline=baseline,
        target=effective_target(metric, baseline),
        current=latest.value if latest else None,
        current_day=latest.day if latest else None,
        start=None if is_reversed else plan.start,
        due=None if is_reversed else plan.due,
        today=today,
    )


def plan_status(plan: Plan, today: dt.date) -> Status:
    """Return the worst status of the plan's metrics; achieved only when all are."""
    return pace.worst(metric_progress(plan, metric, today).status for metric in plan.metrics)


def plan_state(plan: Plan) -> PlanState:
    """Return done for a closed plan, draft while a required part is open, else active."""
    if plan.closing is not None:
        return PlanState.DONE
    return PlanState.ACTIVE if is_ready(plan) else PlanState.DRAFT
