"""By how much a metric changes, in its unit, in percent or in percentage points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartgoals.domain.rounding import settle

if TYPE_CHECKING:
    from decimal import Decimal

    from smartgoals.domain.terms import MetricKind


@dataclass(frozen=True, slots=True)
class Change:
    """The way from one value to another."""

    from_: Decimal
    to: Decimal
    absolute: Decimal
    """Negative when falling."""
    percent: Decimal | None
    """Of the size of the first value; None from 0 and for metrics in percent."""
    points: Decimal | None
    """Percentage points; None but for metrics in percent."""


def change(baseline: Decimal, target: Decimal, kind: MetricKind) -> Change:
    """Return the change from baseline to target. Source: the rule of change."""
    absolute = target - baseline
    if kind.in_percent:
        return Change(baseline, target, absolute, percent=None, points=absolute)
    percent = settle(absolute / abs(baseline) * 100) if baseline else None
    return Change(baseline, target, absolute, percent=percent, points=None)
