"""A check-in: what the metrics read on one day, and what was learned."""

from pydantic import Field

from smartgoals.domain.value import Amount, Day, Identifier, Text, Value, new_id


class Reading(Value):
    """The value of one metric."""

    metric_id: Identifier
    value: Amount


class CheckIn(Value):
    """The readings of one day; a plan has at most one per day. Source: B6, S6."""

    id: Identifier = Field(default_factory=new_id)
    day: Day
    readings: tuple[Reading, ...] = ()
    note: Text = ""
