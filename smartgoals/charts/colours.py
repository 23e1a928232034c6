"""The colours of charts on paper and in files, by their roles; the window has its theme."""

from dataclasses import dataclass

from smartgoals.domain.terms import Quadrant


@dataclass(frozen=True)
class DotColours:
    """The colours of one dot."""

    face: str
    line: str
    mark: str


@dataclass(frozen=True)
class ChartColours:
    """One colour per role, as ``#RRGGBB``."""

    ground: str
    text: str
    muted: str
    line: str
    quadrants: tuple[str, str, str, str]
    """The grounds of quadrants 1 to 4."""
    dot: str
    on_dot: str
    later_dot: str
    """A dot of the quadrants 3 and 4."""
    on_later_dot: str
    parked_dot: str
    parked_line: str
    on_parked_dot: str

    def of_dot(self, quadrant: Quadrant, *, is_parked: bool) -> DotColours:
        """Return the colours of a dot in that quadrant."""
        if is_parked:
            return DotColours(self.parked_dot, self.parked_line, self.on_parked_dot)
        if quadrant in {Quadrant.QUICK_WINS, Quadrant.BIG_BETS}:
            return DotColours(self.dot, self.dot, self.on_dot)
        return DotColours(self.later_dot, self.later_dot, self.on_later_dot)


PRINT = ChartColours(
    ground="#FFFFFF",
    text="#1D2126",
    muted="#4A515A",
    line="#A9AFB7",
    quadrants=("#E7F4EC", "#E9EEFC", "#F7F2E6", "#F0F0EE"),
    dot="#2449B5",
    on_dot="#FFFFFF",
    later_dot="#5A626C",
    on_later_dot="#FFFFFF",
    parked_dot="#FFFFFF",
    parked_line="#7B838D",
    on_parked_dot="#4A515A",
)
"""Lines darker than on the screen, so that the quadrants can be told apart in grey."""
