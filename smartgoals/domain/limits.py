"""How low and how high a metric can go at all.

What the library knows of its metrics counts; of the user's own, what follows from the kind: a
count, a time and a percentage are never below 0, a share never above 100 %. Of the rest her own
numbers tell: what was never below 0, or a rate never above 100 %, is not offered there.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoals.domain.catalogue import catalogue
from smartgoals.domain.terms import MetricKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartgoals.domain.metric import Metric

Limits = tuple[Decimal | None, Decimal | None]
"""The lowest and the highest possible number; None: there is none."""

_NOTHING = Decimal(0)
_WHOLE = Decimal(100)
_NEVER_BELOW_ZERO = frozenset(
    {MetricKind.COUNT, MetricKind.TIME, MetricKind.RATE, MetricKind.SHARE}
)


def limits(metric: Metric) -> Limits:
    """Return what no number of the metric can lie beyond."""
    entry = catalogue().known_metric(metric.library_id)
    if entry is not None and entry.kind is metric.kind:
        return entry.lowest, entry.highest
    lowest = _NOTHING if metric.kind in _NEVER_BELOW_ZERO else None
    return lowest, _WHOLE if metric.kind is MetricKind.SHARE else None


def is_possible(metric: Metric, value: Decimal) -> bool:
    """Return whether the metric can read that number at all."""
    return within(value, limits(metric)) == value


def offered_limits(metric: Metric) -> Limits:
    """Return the limits that an offered target keeps to, which her own numbers may narrow."""
    lowest, highest = limits(metric)
    if metric.library_id is None:
        known = [*metric.recent_values, *([metric.baseline] if metric.baseline is not None else [])]
        if lowest is None and min(known, default=_NOTHING) >= 0:
            lowest = _NOTHING
        if metric.kind is MetricKind.RATE and max(known, default=_NOTHING) <= _WHOLE:
            highest = _WHOLE
    return lowest, highest


def doubtful_limit(
    metric: Metric, value: Decimal, earlier: Iterable[Decimal] = ()
) -> Decimal | None:
    """Return the limit that a number read lies beyond, as after a slip; None: it may well be.

    Where a number of that kind was read before, it is no slip.
    """
    borders = offered_limits(metric)
    limit = within(value, borders)
    if limit == value or any(within(each, borders) == limit != each for each in earlier):
        return None
    return limit


def within(value: Decimal, borders: Limits) -> Decimal:
    """Return the number, or the limit that it lies beyond."""
    lowest, highest = borders
    if lowest is not None and value < lowest:
        return lowest
    return highest if highest is not None and value > highest else value
