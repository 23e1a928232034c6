"""A check-in: what the metrics read on one day, and what was learned."""

from smartgoals.domain.value import Amount, Day, Identifier, Part, Text, Value


class Reading(Value):
    """The value of one metric."""

    metric_id: Identifier
    value: Amount


class CheckIn(Part):
    """The readings of one day; a plan has at most one per day. Source: B6, S6."""

    day: Day
    readings: tuple[Reading, ...] = ()
    note: Text = ""
