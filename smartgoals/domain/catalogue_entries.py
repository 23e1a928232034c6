"""The kinds of entries in the shipped lists; the lists themselves are data in ``resources``."""

from decimal import Decimal
from typing import Annotated

from pydantic import Field

from smartgoals.domain.terms import Direction, MetricKind, Period, Rung, Step
from smartgoals.domain.value import Amount, Identifier, Line, Value

Words = Annotated[Line, Field(min_length=1)]
"""Words of the program in English; shown through gettext."""


class Entry(Value):
    """One thing to pick from a list, or to read.

    ``id`` begins with the id that the method gives it, or the list that it is in.
    """

    id: Identifier
    source: Identifier
    """The item of the method that asks for the entry."""
    name: Words
    hint: Line = ""


class GoalIdea(Entry):
    """A broad goal to start from, with the metrics that hang on it. Source: B2, A3, S8, S4."""

    also: tuple[Identifier, ...] = ()
    """Further items of the method that name the same goal."""
    phrase: Words
    """The goal as it reads after "To help us". Source: B1.5."""
    metric_ids: tuple[Identifier, ...]
    """Best first."""
    helps: tuple[Entry, ...] = ()
    """Strategies for it, as they read after "we are". Source: B1.4."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Every item of the method that names this goal."""
        return (self.source, *self.also)


class CompanyGoal(Entry):
    """A goal of the whole business, with the ways in which social media helps it. Source: B1."""

    phrase: Words
    """The goal as it reads after "To help us"."""
    helps: tuple[Entry, ...] = ()
    """Strategies for it, as they read after "we are"; none where social media does not help."""


class Purpose(Entry):
    """The one main purpose of being on social media. Source: C2."""

    goal_ids: tuple[Identifier, ...]


class Starter(Entry):
    """A broad goal to begin from, as one kind of business would say it. Source: S2."""

    business: Words
    """The kind of business."""
    goal_id: Identifier


class LibraryMetric(Entry):
    """A metric of the library; its hint says what it is or where it is read. Source: M."""

    kind: MetricKind
    other_kind: MetricKind | None = None
    """What it can be counted in instead."""
    period: Period | None = None
    unit: Line = ""
    """The words after a value, such as "hours"; blank where the name says it."""
    direction: Direction = Direction.INCREASE
    maturity: Annotated[int, Field(ge=1, le=3)]
    """From 1, easy to read, to 3, near to business. Source: C5.1."""
    lowest: Amount | None = Decimal(0)
    """The least value there can be; None: there is none."""
    highest: Amount | None = None
    companion_id: Identifier | None = None
    """The metric to read it together with, where it says little alone."""
    platform_ids: tuple[Identifier, ...] = ()
    """Where it is read; none: not on a platform."""

    def applies_to(self, platform_id: str) -> bool:
        """Return whether the metric makes sense for a plan on that platform."""
        return not self.platform_ids or platform_id in self.platform_ids


class Maturity(Entry):
    """What metrics of one level are good for. Source: C5.1."""

    level: Annotated[int, Field(ge=1, le=3)]


class RungEntry(Entry):
    """One rung of the ladder of relations, with its words. Source: A6."""

    rung: Rung


class StandInKpi(Entry):
    """A number to count instead of money. Source: A11.1."""

    metric_id: Identifier


class InfluenceMeasure(Entry):
    """A number by which influencers are compared. Source: A4.1."""

    lower_is_better: bool = False


class Advice(Entry):
    """One thing to know at a step: the name is a title, the hint the sentence."""

    step: Step
