"""The words of the value/complexity chart, in the user's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartgoals.domain.terms import Quadrant
from smartgoals.language import tr
from smartgoals.words.names import quadrant_advice, quadrant_name

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class ChartWords:
    """What is written in and around the fields."""

    titles: Mapping[Quadrant, str]
    advice: Mapping[Quadrant, str]
    value: str
    complexity: str
    low: str
    high: str


def chart_words() -> ChartWords:
    """Return the words of the chart."""
    return ChartWords(
        titles={quadrant: f"{quadrant:d} {quadrant_name(quadrant)}" for quadrant in Quadrant},
        advice={quadrant: quadrant_advice(quadrant) for quadrant in Quadrant},
        value=tr("↑ Value"),
        complexity=tr("Complexity →"),
        low=tr("low"),
        high=tr("high"),
    )
