"""A tactic of a plan: what is done, by whom, when, and is it worth it."""

from typing import Annotated

from pydantic import Field

from smartgoals.domain.terms import Frequency, HoursBasis
from smartgoals.domain.value import Day, Line, Part, Quantity, Score, Text, Value


class Recurrence(Value):
    """A due date that comes again: daily, on weekdays, or on a day of the month. Source: B5."""

    frequency: Frequency = Frequency.MONTHLY
    weekdays: tuple[Annotated[int, Field(ge=0, le=6)], ...] = (0,)
    """Monday is 0; used when weekly."""
    month_day: Annotated[int, Field(ge=1, le=31)] | None = None
    """Used when monthly; None: the last day of the month."""


class Tactic(Part):
    """One thing to do for the goal. Source: B3, B4, B5."""

    name: Line = ""
    value: Score | None = None
    complexity: Score | None = None
    owners: tuple[Line, ...] = ()
    due: Day | None = None
    """The date of a tactic that is done once; a recurring one has a recurrence instead."""
    recurrence: Recurrence | None = None
    hours: Quantity | None = None
    hours_basis: HoursBasis = HoursBasis.WEEK
    parked: bool = False
    parked_until: Line = ""
    """What the tactic waits for, such as "until someone is hired". Source: T4."""
    done_on: Day | None = None
    done_occurrences: tuple[Day, ...] = ()
    note: Text = ""

    @property
    def is_scored(self) -> bool:
        """Whether both guesses are made."""
        return self.value is not None and self.complexity is not None
