"""Plans and measures that the tests of the charts share."""

from smartgoals.charts.chart_text import TextSize, TextStyle
from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Tactic
from smartgoals.domain.terms import Quadrant
from smartgoals.words.chart import ChartWords

WORDS = ChartWords(
    titles={quadrant: f"{quadrant:d} {quadrant.name.title()}" for quadrant in Quadrant},
    advice=dict.fromkeys(Quadrant, "do it"),
    value="↑ Value",
    complexity="Complexity →",
    low="low",
    high="high",
)


def measure(text: str, style: TextStyle) -> TextSize:
    """Every character is as wide as every other one."""
    return TextSize(width=7 * len(text), ascent=11, descent=4, capital=8)


def scored(*scores: tuple[int, int], parked: bool = False) -> Plan:
    """Return a plan with a tactic for each pair of complexity and value."""
    return Plan(
        tactics=tuple(
            Tactic(id=f"t{index}", name=f"Tactic {index}", complexity=x, value=y, parked=parked)
            for index, (x, y) in enumerate(scores)
        )
    )
