"""Values and changes of metrics in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.language import ngettext, tr
from smartgoals.words.catalogue import metric_unit

if TYPE_CHECKING:
    from decimal import Decimal

    from smartgoals.domain.change import Change
    from smartgoals.domain.metric import Metric
    from smartgoals.domain.terms import MetricKind
    from smartgoals.formats import Formats


def unit_of(metric: Metric) -> str:
    """Return the words after a value of the metric, such as "hours"; may be blank."""
    if metric.unit.strip() or not metric.library_id:
        return metric.unit.strip()
    from smartgoals.domain.catalogue import catalogue

    try:
        return metric_unit(catalogue().metric(metric.library_id))
    except KeyError:
        return ""


def change_text(change: Change, formats: Formats, kind: MetricKind) -> str:
    """Return "+15 %", "+12 percentage points" or, from 0, "from 0 to 500"."""
    if change.points is not None:
        return signed_points_text(change.points, formats)
    if change.percent is not None:
        return formats.signed_percent(change.percent)
    return tr("from {baseline} to {target}").format(
        baseline=formats.amount(change.from_, kind), target=formats.amount(change.to, kind)
    )


def points_text(points: Decimal, formats: Formats) -> str:
    """Return "12 percentage points"."""
    text = ngettext("{points} percentage point", "{points} percentage points", plural_of(points))
    return text.format(points=formats.number(points))


def signed_points_text(points: Decimal, formats: Formats) -> str:
    """Return "+12 percentage points" or "-3 percentage points"."""
    text = ngettext("{points} percentage point", "{points} percentage points", plural_of(points))
    return text.format(points=formats.signed(points))


def plural_of(amount: Decimal) -> int:
    """Return a whole number that takes the same plural; a broken one takes that of many."""
    return int(abs(amount)) if amount == int(amount) else 5
