"""The closed lists of words in which the domain thinks.

Standard library only, so that the plans list can be painted before pydantic is loaded.
"""

from enum import IntEnum, StrEnum


class Step(StrEnum):
    """The steps of the wizard, in their order; the strategy steps are optional."""

    WHY = "why"
    GOAL = "goal"
    SMART = "smart"
    METRICS = "metrics"
    TIMEFRAME = "timeframe"
    TACTICS = "tactics"
    REALITY = "reality"
    REVIEW = "review"
    AUDIENCE = "audience"
    LISTENING = "listening"
    MESSAGE = "message"
    CONTENT = "content"
    MONEY = "money"


CORE_STEPS = (
    Step.WHY,
    Step.GOAL,
    Step.SMART,
    Step.METRICS,
    Step.TIMEFRAME,
    Step.TACTICS,
    Step.REALITY,
    Step.REVIEW,
)
STRATEGY_STEPS = (Step.AUDIENCE, Step.LISTENING, Step.MESSAGE, Step.CONTENT, Step.MONEY)


class Letter(StrEnum):
    """The letters of SMART; R is Realistic. Source: S3."""

    SPECIFIC = "S"
    MEASURABLE = "M"
    ACHIEVABLE = "A"
    REALISTIC = "R"
    TIME_BOUND = "T"


class Verdict(StrEnum):
    """What the coach says of one letter; it advises and never blocks."""

    PASS = "pass"
    HINT = "hint"
    FAIL = "fail"


class MetricKind(StrEnum):
    """What a metric's number is. Source: M."""

    STOCK = "stock"
    COUNT = "count"
    AVERAGE = "avg"
    RATE = "rate"
    SHARE = "share"
    MONEY = "money"
    TIME = "time"

    @property
    def in_percent(self) -> bool:
        """Whether values are percentages and change by percentage points."""
        return self in {MetricKind.RATE, MetricKind.SHARE}


class Direction(StrEnum):
    """Which way a metric is to go."""

    INCREASE = "increase_to"
    DECREASE = "decrease_to"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"

    @property
    def is_stay(self) -> bool:
        """Whether the target is a level to keep: then it is met or not met."""
        return self in {Direction.AT_LEAST, Direction.AT_MOST}

    @property
    def wants_more(self) -> bool:
        """Whether a higher value is a better one."""
        return self in {Direction.INCREASE, Direction.AT_LEAST}


class TargetKind(StrEnum):
    """How a target was typed: ``1000``, ``+15 %`` (or ``-30 %``), ``x2``."""

    NUMBER = "number"
    PERCENT = "percent"
    FACTOR = "factor"


class Period(StrEnum):
    """The time that one counted value covers, or that lies between two levels."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Status(StrEnum):
    """Where a metric stands on the way to its target, best to worst last."""

    ACHIEVED = "achieved"
    AHEAD = "ahead"
    ON_TRACK = "on_track"
    TOO_EARLY = "too_early"
    NO_CHECK_IN = "no_check_in"
    BEHIND = "behind"
    OFF_TRACK = "off_track"
    WRONG_WAY = "wrong_way"
    MISSED = "missed"


class PlanState(StrEnum):
    """The part of its life that a plan is in."""

    DRAFT = "draft"
    ACTIVE = "active"
    DONE = "done"


class Outcome(StrEnum):
    """How a closed plan ended."""

    ACHIEVED = "achieved"
    PARTLY = "partly"
    MISSED = "missed"
    DROPPED = "dropped"


class Quadrant(IntEnum):
    """The fields of the value/complexity chart, in the order of work. Source: B4.2."""

    QUICK_WINS = 1
    BIG_BETS = 2
    FILL_INS = 3
    TIME_SINKS = 4


class Frequency(StrEnum):
    """How often a recurring tactic is due."""

    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"


class HoursBasis(StrEnum):
    """What a tactic's hours are counted for."""

    WEEK = "week"
    OCCURRENCE = "occurrence"
    TOTAL = "total"


class Realism(StrEnum):
    """What the user's own history says of a target. Source: S7."""

    BELOW_TREND = "below_trend"
    REALISTIC = "realistic"
    STRETCH = "stretch"
    NOT_REALISTIC = "not_realistic"
    NO_PACE = "no_pace"
    AGAINST_GOAL = "against_goal"
    NO_HISTORY = "no_history"
    NOT_ENOUGH = "not_enough"
    OPEN = "open"
    """There is history, but no target, or no dates, to judge by it."""


class Rung(StrEnum):
    """The ladder of relations, best first. Source: A6."""

    FAN = "fan"
    LOYAL = "loyal"
    INTERACTED = "interacted"
    KNOWS = "knows"
    NEVER_HEARD = "never_heard"


class Relation(StrEnum):
    """Whether an audience buys already. Source: T2."""

    NEW = "new"
    EXISTING = "existing"
    BOTH = "both"


class Breadth(StrEnum):
    """How many industries an audience spans. Source: T2."""

    ONE = "one"
    SEVERAL = "several"
    HORIZONTAL = "horizontal"


class BuyingRole(StrEnum):
    """Whether an audience uses what is sold or decides on it. Source: T2.1."""

    USER = "user"
    DECISION_MAKER = "decision_maker"
    BOTH = "both"
