"""A metric of a plan: what is read, from where to where it is to go."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from smartgoals.domain.terms import Direction, MetricKind, Period, TargetKind
from smartgoals.domain.value import Amount, Identifier, Line, Part, Text, Value

MAX_RECENT_VALUES = 12
MIN_RECENT_VALUES = 4
MAX_METRICS = 5
"""One primary and up to four supporting metrics hang on a goal."""


class Target(Value):
    """What is to be reached, the way it was typed."""

    kind: TargetKind = TargetKind.NUMBER
    amount: Amount

    def reach(self, baseline: Decimal | None, kind: MetricKind) -> Decimal | None:
        """Return the number that the target comes to, or None while the baseline is unknown.

        A percentage of a metric in percent means percentage points.
        """
        if self.kind is TargetKind.NUMBER:
            return self.amount
        if baseline is None:
            return None
        if self.kind is TargetKind.FACTOR:
            return baseline * self.amount
        if kind.in_percent:
            return baseline + self.amount
        return baseline + abs(baseline) * self.amount / 100


class Metric(Part):
    """One number by which the goal is judged; the first of a plan is the primary one."""

    library_id: Identifier | None = None
    """The entry of the metric library it came from; None: the user's own."""
    name: Line = ""
    """The user's own name; blank: the library's, in her language."""
    kind: MetricKind = MetricKind.COUNT
    period: Period | None = None
    """The time that one counted value covers."""
    unit: Line = ""
    channel: Line = ""
    direction: Direction = Direction.INCREASE
    baseline: Amount | None = None
    baseline_unknown: bool = False
    """The explicit "not known yet": the first check-in becomes the baseline."""
    target: Target | None = None
    source: Line = ""
    """Where the number is read."""
    recent_values: Annotated[tuple[Amount, ...], Field(max_length=MAX_RECENT_VALUES)] = ()
    """Latest last."""
    recent_interval: Period = Period.WEEK
    """The time from one recent value to the next."""
    difference: Text = ""
    """What will be different this time, for a target beyond the recent pace. Source: S7."""

    @property
    def target_value(self) -> Decimal | None:
        """The number to reach; None without target or without a baseline to start from."""
        return self.target.reach(self.baseline, self.kind) if self.target else None

    @property
    def has_baseline(self) -> bool:
        """Whether the start is settled: a number, or the choice "not known yet"."""
        return self.baseline is not None or self.baseline_unknown
