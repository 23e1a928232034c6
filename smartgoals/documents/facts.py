"""What follows from a plan, by the names under which scripts read it.

Numbers are JSON numbers with at most six decimals, as the amounts of a plan have. What is not
known, or does not apply, is null.
"""

import datetime as dt
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

from smartgoals.domain.terms import Letter, PlanState, Quadrant, Realism, Status, Verdict

_MILLIONTH = Decimal("0.000001")
_WIDE = Context(prec=80)
"""Room for the largest baseline times the largest factor."""


def json_number(amount: Decimal) -> int | float:
    """Return the number as JSON prints it: in digits, without the noise of binary fractions."""
    rounded = amount.quantize(_MILLIONTH, ROUND_HALF_UP, _WIDE)
    return int(rounded) if rounded == rounded.to_integral_value() else float(rounded)


Number = Annotated[Decimal, PlainSerializer(json_number, return_type=int | float)]


class Facts(BaseModel):
    """A group of derived facts."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class LetterFacts(Facts):
    """What the coach says of one letter of SMART."""

    verdict: Verdict
    reasons: tuple[str, ...]
    """Sentences."""


class GapFacts(Facts):
    """Something that is still open."""

    field: str
    """Such as ``due`` or ``metric.<id>.target``."""
    required: bool
    """Whether the plan is a draft without it."""
    text: str
    """The sentence that the review shows."""


class RealismFacts(Facts):
    """How the target compares with the user's own recent values."""

    level: Realism
    ratio: Number | None
    """How many times the recent pace or average the target takes."""
    recent_pace: Number | None
    """Change a week of a stock such as followers."""
    needed_pace: Number | None
    """Change a week of a stock from baseline to target."""
    recent_average: Number | None
    """Of whatever is counted or averaged per period."""
    reachable: tuple[Number, Number] | None
    """The targets at 1.25 and 1.5 times the recent pace or average."""


class MetricFacts(Facts):
    """Where one metric stands on the day."""

    id: str
    name: str
    baseline: Number | None
    """The typed one; when it was not known yet, the first check-in."""
    target: Number | None
    """The number that the target comes to."""
    current: Number | None
    """The value of the latest check-in."""
    change: Number | None
    """Target minus baseline; percentage points for a metric in percent."""
    change_percent: Number | None
    """Null from a baseline of 0 and for a metric in percent."""
    progress_percent: Number | None
    """Not clamped; null where a target is only met or not met."""
    met: bool | None
    """For a level to keep, and a target equal to the baseline."""
    elapsed_percent: Number | None
    """0 to 100."""
    expected: Number | None
    """The value that is expected on the day."""
    gap_points: Number | None
    """progress_percent minus elapsed_percent."""
    days_ahead: int | None
    """Negative when behind."""
    status: Status
    needed_per_week: Number | None
    projection: Number | None
    """The value at due if all goes on as so far."""
    realism: RealismFacts


class MilestoneFacts(Facts):
    """A day on the way."""

    day: dt.date
    elapsed_percent: Number
    expected: dict[str, Number | None]
    """The expected value of each metric, by the id of the metric."""


class TacticFacts(Facts):
    """Where one tactic stands among the others."""

    id: str
    name: str
    quadrant: Quadrant | None
    """1 high value and low complexity, 2 both high, 3 both low, 4 low value and high complexity."""
    rank: int | None
    """The place in the order of work, from 1; null when not scored or parked."""
    next_dates: tuple[dt.date, ...]
    """At most five, from the day on."""
    hours_per_week: Number | None


class CapacityFacts(Facts):
    """Hours a week."""

    planned: Number
    """Of all tactics that are not parked."""
    available: Number | None
    over: Number | None
    """By how much planned exceeds available; null when it fits."""
    to_park: tuple[str, ...]
    """The ids of the tactics to park first, until the rest fits."""


class MoneyFacts(Facts):
    """What the plan costs and brings, in its currency."""

    investment: Number | None
    return_: Number | None = Field(serialization_alias="return")
    """The gross profit earned through social media before these costs."""
    roi_percent: Number | None
    break_even_units: int | None
    cadence_budget: Number | None
    """What the posts of all cadences cost."""


class Computed(Facts):
    """All that follows from a plan on one day.

    ``smartgoals show PLAN --json`` prints it as ``computed``, beside the fields of the plan.
    """

    on: dt.date
    """The day."""
    state: PlanState
    status: Status
    """The one of the worst metric."""
    statement: str
    """The goal in one sentence."""
    alignment: str
    """To help us [company goal], we are [strategy]."""
    coach: dict[Letter, LetterFacts]
    gaps: tuple[GapFacts, ...]
    metrics: tuple[MetricFacts, ...]
    """In the order of the plan."""
    milestones: tuple[MilestoneFacts, ...]
    tactics: tuple[TacticFacts, ...]
    """In the order of the plan."""
    capacity: CapacityFacts
    money: MoneyFacts
    share_of_voice_percent: Number | None


def computed_schema() -> dict[str, Any]:
    """Return the JSON Schema of the facts."""
    return Computed.model_json_schema(mode="serialization")
