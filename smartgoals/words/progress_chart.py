"""The words of a metric's progress chart, in the user's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartgoals.language import tr

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal

    from smartgoals.domain.metric import Metric
    from smartgoals.formats import Formats


@dataclass(frozen=True)
class ProgressWords:
    """What is written in and around the chart."""

    today: str
    target: Callable[[Decimal], str]
    former: Callable[[Decimal], str]
    projection: Callable[[Decimal], str]
    marks: Callable[[Sequence[Decimal]], tuple[str, ...]]
    """What is written at the marks of the axis of values."""
    short_day: Callable[[dt.date], str]
    day: Callable[[dt.date], str]


def progress_words(metric: Metric, formats: Formats, currency: str = "") -> ProgressWords:
    """Return the words of the metric's chart."""

    def marks(amounts: Sequence[Decimal]) -> tuple[str, ...]:
        return formats.amounts(amounts, metric.kind, currency)

    def rough(amount: Decimal) -> str:
        return formats.rough(amount, metric.kind, currency)

    target = tr("keep {value}") if metric.direction.is_stay else tr("target {value}")
    return ProgressWords(
        today=tr("today"),
        target=lambda amount: target.format(value=rough(amount)),
        former=lambda amount: tr("before {value}").format(value=rough(amount)),
        projection=lambda amount: tr("at this pace {value}").format(value=rough(amount)),
        marks=marks,
        short_day=formats.short_day,
        day=formats.medium_day,
    )
