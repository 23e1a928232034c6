"""The plan: the one state that every page, chart, document and table reads."""

from typing import Annotated, Self

from pydantic import Field

from smartgoals.domain.check_in import CheckIn
from smartgoals.domain.metric import MAX_METRICS, Metric
from smartgoals.domain.strategy import Audience, ContentPlan, Listening, Message, Money
from smartgoals.domain.tactic import Tactic
from smartgoals.domain.terms import Outcome
from smartgoals.domain.value import (
    Day,
    Identifier,
    Line,
    Part,
    Quantity,
    Text,
    Value,
    find_part,
    with_part,
    without_part,
)

MAX_DESCRIPTION = 140
"""Characters of the sentence that says what the business does. Source: A1."""
MAX_COMPANY_GOALS = 3


class Unread(Value):
    """What was typed into a field of numbers or dates and could not be read.

    Kept, so that nothing typed is lost, and listed among the gaps.
    """

    field: Line
    """Such as ``due`` or ``metric.<id>.baseline``."""
    text: Line


class Obstacle(Part):
    """What may come in between, and the answer to it."""

    if_text: Line = ""
    then_text: Line = ""


class Former(Value):
    """What a change took the place of, so that the earlier plan can be seen and brought back."""

    day: Day | None = None
    metric: Metric | None = None
    tactic: Tactic | None = None
    position: Annotated[int, Field(ge=0)] | None = None
    """The place that a removed metric or tactic had."""


class Adjustment(Part):
    """One change of a running plan. Source: B6."""

    day: Day
    field: Line
    """What was changed, such as ``due`` or ``metric.<id>.target``.

    ``metric.<id>`` or ``tactic.<id>`` alone: it was added, or with a former one removed.
    """
    label: Line = ""
    """The name that the metric or tactic had."""
    old: Text = ""
    new: Text = ""
    why: Text = ""
    former: Former | None = None


class Closing(Value):
    """How a plan ended and what was learned."""

    day: Day
    outcome: Outcome
    lesson: Text = ""


class Plan(Part):
    """Everything the user has decided; unfinished plans are valid plans."""

    sample_id: Identifier | None = None
    """The shipped sample that this plan came from; None: the user's own."""
    title: Line = ""
    """Blank: the broad goal serves as title."""
    brand: Line = ""

    # Why: A1, B1, C2
    description: Line = ""
    """What the business does, clear to a child; advised: at most 140 characters."""
    business_kind_id: Identifier | None = None
    company_goals: Annotated[tuple[Line, ...], Field(max_length=MAX_COMPANY_GOALS)] = ()
    served_goal: Annotated[int, Field(ge=0, lt=MAX_COMPANY_GOALS)] | None = None
    """The index of the company goal that this plan serves. Source: B1."""
    marketing_goal_id: Identifier | None = None
    """The goal idea to tie to when there is no company goal. Source: B1.5."""
    strategy: Line = ""
    """The second half of "To help us [company goal], we are [strategy]". Source: B1.4."""
    alignment: Line = ""
    """The alignment sentence in her own words; blank: written by the program."""

    # Broad goal: S2, A3
    broad_goal: Line = ""
    goal_idea_id: Identifier | None = None
    parked_goals: tuple[Line, ...] = ()
    """Goals to start after this one. Source: A3, T3."""

    # SMART breakdown (S3), one text per letter in her own words
    specific: Text = ""
    audience: Line = ""
    place: Line = ""
    measurable: Text = ""
    achievable: Text = ""
    realistic: Text = ""
    time_bound: Text = ""

    metrics: Annotated[tuple[Metric, ...], Field(max_length=MAX_METRICS)] = ()

    # Timeframe
    start: Day | None = None
    due: Day | None = None
    check_in_weekday: Annotated[int, Field(ge=0, le=6)] = 0
    """The day of the week to check in; Monday is 0."""
    milestone_days: tuple[Day, ...] | None = None
    """Milestones as she set them; None: the suggested ones."""

    tactics: tuple[Tactic, ...] = ()

    # Reality check (S3, S7, T4)
    hours_per_week: Quantity | None = None
    """The hours a week there are."""
    budget: Quantity | None = None
    currency: Annotated[str, Field(pattern=r"^([A-Z]{3})?$")] = ""
    """ISO 4217; blank: amounts are printed without currency."""
    obstacles: tuple[Obstacle, ...] = ()

    # Strategy, optional
    audiences: tuple[Audience, ...] = ()
    listening: Listening = Listening()
    message: Message = Message()
    content: ContentPlan = ContentPlan()
    money: Money = Money()

    # Living with it
    check_ins: tuple[CheckIn, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    closing: Closing | None = None

    unread: tuple[Unread, ...] = ()

    @property
    def name(self) -> str:
        """The title, or the broad goal; blank when neither is written yet."""
        return self.title.strip() or self.broad_goal.strip()

    @property
    def served_company_goal(self) -> str:
        """The company goal that this plan serves; blank when it serves none."""
        if self.served_goal is None or self.served_goal >= len(self.company_goals):
            return ""
        return self.company_goals[self.served_goal].strip()

    def metric(self, metric_id: str) -> Metric:
        """Return the metric. Raises ``KeyError`` when the plan has none of that id."""
        return find_part(self.metrics, metric_id)

    def tactic(self, tactic_id: str) -> Tactic:
        """Return the tactic. Raises ``KeyError`` when the plan has none of that id."""
        return find_part(self.tactics, tactic_id)

    def with_metric(self, metric: Metric) -> Self:
        """Return the plan with the metric in the place of the one of its id, or added last."""
        return self.replace(metrics=with_part(self.metrics, metric))

    def with_tactic(self, tactic: Tactic) -> Self:
        """Return the plan with the tactic in the place of the one of its id, or added last."""
        return self.replace(tactics=with_part(self.tactics, tactic))

    def without_metric(self, metric_id: str) -> Self:
        """Return the plan without the metric; its check-in values stay, for an undo of hers."""
        prefix = f"metric.{metric_id}."
        return self.replace(
            metrics=without_part(self.metrics, metric_id),
            unread=tuple(u for u in self.unread if not u.field.startswith(prefix)),
        )

    def without_tactic(self, tactic_id: str) -> Self:
        """Return the plan without the tactic."""
        prefix = f"tactic.{tactic_id}."
        return self.replace(
            tactics=without_part(self.tactics, tactic_id),
            unread=tuple(u for u in self.unread if not u.field.startswith(prefix)),
        )

    def unread_text(self, field: str) -> str | None:
        """Return what was typed into the field and could not be read, or None."""
        return next((u.text for u in self.unread if u.field == field), None)

    def with_unread(self, field: str, text: str | None) -> Self:
        """Return the plan with the unreadable text of the field kept, or with None dropped."""
        if text == self.unread_text(field):
            return self
        others = tuple(u for u in self.unread if u.field != field)
        kept = () if text is None else (Unread(field=field, text=text),)
        return self.replace(unread=others + kept)
