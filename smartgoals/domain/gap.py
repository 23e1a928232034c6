"""A gap: one thing of a plan that is missing or does not fit."""

from dataclasses import dataclass
from enum import StrEnum


class GapCode(StrEnum):
    """What a gap is."""

    GOAL_MISSING = "goal_missing"
    METRIC_MISSING = "metric_missing"
    METRIC_UNNAMED = "metric_unnamed"
    BASELINE_MISSING = "baseline_missing"
    """Neither a number nor the choice "not known yet"."""
    TARGET_MISSING = "target_missing"
    START_MISSING = "start_missing"
    DUE_MISSING = "due_missing"
    TACTIC_MISSING = "tactic_missing"
    UNREAD = "unread"
    """Typed, kept, and not understood."""
    DUE_BEFORE_START = "due_before_start"
    TARGET_IS_BASELINE = "target_is_baseline"
    TARGET_FROM_ZERO = "target_from_zero"
    """A percentage or a multiple of 0 is 0."""
    TARGET_AGAINST_DIRECTION = "target_against_direction"
    TARGET_IMPOSSIBLE = "target_impossible"
    """Below 0 for what cannot be, or a share above 100 %."""
    TEXT_TOO_LONG = "text_too_long"
    DESCRIPTION_TOO_LONG = "description_too_long"
    NOT_ALIGNED = "not_aligned"
    """No goal of the business or of marketing that the plan serves."""
    TACTIC_UNNAMED = "tactic_unnamed"
    TACTIC_WITHOUT_OWNER = "tactic_without_owner"
    TACTIC_WITHOUT_DATE = "tactic_without_date"
    TACTIC_NOT_SCORED = "tactic_not_scored"
    TACTIC_OUTSIDE_TIME = "tactic_outside_time"
    OVER_CAPACITY = "over_capacity"
    AUDIENCE_UNNAMED = "audience_unnamed"
    CHANNEL_WITHOUT_REASON = "channel_without_reason"
    CHANNEL_WITHOUT_MEASURE = "channel_without_measure"
    RETURN_MISSING = "return_missing"
    COSTS_MISSING = "costs_missing"


_MISSING = frozenset(
    {
        GapCode.GOAL_MISSING,
        GapCode.METRIC_MISSING,
        GapCode.METRIC_UNNAMED,
        GapCode.BASELINE_MISSING,
        GapCode.TARGET_MISSING,
        GapCode.START_MISSING,
        GapCode.DUE_MISSING,
        GapCode.TACTIC_MISSING,
        GapCode.NOT_ALIGNED,
        GapCode.TACTIC_UNNAMED,
        GapCode.TACTIC_WITHOUT_OWNER,
        GapCode.TACTIC_WITHOUT_DATE,
        GapCode.TACTIC_NOT_SCORED,
        GapCode.AUDIENCE_UNNAMED,
        GapCode.CHANNEL_WITHOUT_REASON,
        GapCode.CHANNEL_WITHOUT_MEASURE,
        GapCode.RETURN_MISSING,
        GapCode.COSTS_MISSING,
    }
)


@dataclass(frozen=True, slots=True)
class Gap:
    """One open thing, with the field that it is about; ``required`` ones make a draft."""

    code: GapCode
    field: str
    """The name of the field, such as ``due`` or ``metric.<id>.target``."""
    required: bool = False
    subject: str = ""
    """The user's own name of the metric, tactic, audience or channel; may be blank."""
    library_id: str = ""
    """The metric's entry in the library, which has a name when ``subject`` is blank."""
    text: str = ""
    """What was typed and could not be read."""
    count: int = 1
    """The tactics it is about (the field is the first one's), or the characters of a text."""

    @property
    def is_missing(self) -> bool:
        """Whether nothing is there yet, as opposed to something that does not fit."""
        return self.code in _MISSING
