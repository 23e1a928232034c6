"""The tables: a plan and its lists of parts; what lies deeper is JSON.

Every column that is named as a field of the plan holds that field, so that plans are read and
written without any mapping by hand; the other columns serve the store and the list of plans.
The rows of a list are numbered by their position, which keeps order and never clashes.
"""

import datetime as dt
from decimal import Decimal
from typing import Any, ClassVar

from sqlalchemy import ForeignKey, Index, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from smartgoals.domain.check_in import Reading
from smartgoals.domain.metric import Target
from smartgoals.domain.plan import Closing, Former, Obstacle, Unread
from smartgoals.domain.strategy import Audience, ContentPlan, Listening, Message, Money
from smartgoals.domain.tactic import Recurrence
from smartgoals.domain.terms import Direction, HoursBasis, MetricKind, Period, PlanState
from smartgoals.storage.columns import DecimalText, Moment, Nested, word

_WORDS = (Direction, HoursBasis, MetricKind, Period, PlanState)
_NESTED = (
    Target,
    Recurrence,
    Listening,
    Message,
    ContentPlan,
    Money,
    Closing,
    Former,
    tuple[Obstacle, ...],
    tuple[Audience, ...],
    tuple[Reading, ...],
    tuple[Unread, ...],
    tuple[Decimal, ...],
    tuple[dt.date, ...],
    tuple[int, ...],
    tuple[str, ...],
)


class Row(DeclarativeBase):
    """One row of a table."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        Decimal: DecimalText,
        dt.datetime: Moment,
        **{words: word(words) for words in _WORDS},
        **{shape: Nested(shape) for shape in _NESTED},
    }


class PlanRow(Row):
    """A plan, and what the store and the list of plans need to know of it."""

    __tablename__ = "plan"

    # For the store
    version: Mapped[int]
    """Goes up with every change of the row or of its parts."""
    seal: Mapped[str]
    created_at: Mapped[dt.datetime]

    # For the list of plans, beside some fields of the plan
    name: Mapped[str]
    state: Mapped[PlanState]
    progresses: Mapped[str]
    """What the status on any later day follows from, as JSON."""
    last_check_in: Mapped[dt.date | None]
    """The day of the latest check-in."""
    saved_at: Mapped[dt.datetime]
    trashed_at: Mapped[dt.datetime | None]
    archived: Mapped[bool]

    # The plan
    id: Mapped[str] = mapped_column(primary_key=True)
    sample_id: Mapped[str | None]
    title: Mapped[str]
    brand: Mapped[str]
    description: Mapped[str]
    business_kind_id: Mapped[str | None]
    company_goals: Mapped[tuple[str, ...]]
    served_goal: Mapped[int | None]
    marketing_goal_id: Mapped[str | None]
    strategy: Mapped[str]
    alignment: Mapped[str]
    broad_goal: Mapped[str]
    goal_idea_id: Mapped[str | None]
    parked_goals: Mapped[tuple[str, ...]]
    specific: Mapped[str]
    audience: Mapped[str]
    place: Mapped[str]
    measurable: Mapped[str]
    achievable: Mapped[str]
    realistic: Mapped[str]
    time_bound: Mapped[str]
    start: Mapped[dt.date | None]
    due: Mapped[dt.date | None]
    check_in_weekday: Mapped[int]
    milestone_days: Mapped[tuple[dt.date, ...] | None]
    hours_per_week: Mapped[Decimal | None]
    budget: Mapped[Decimal | None]
    currency: Mapped[str]
    obstacles: Mapped[tuple[Obstacle, ...]]
    audiences: Mapped[tuple[Audience, ...]]
    listening: Mapped[Listening]
    message: Mapped[Message]
    content: Mapped[ContentPlan]
    money: Mapped[Money]
    closing: Mapped[Closing | None]
    unread: Mapped[tuple[Unread, ...]]

    metrics: Mapped[list["MetricRow"]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by="MetricRow.position"
    )
    tactics: Mapped[list["TacticRow"]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by="TacticRow.position"
    )
    check_ins: Mapped[list["CheckInRow"]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by="CheckInRow.position"
    )
    adjustments: Mapped[list["AdjustmentRow"]] = relationship(
        cascade="all, delete-orphan", lazy="selectin", order_by="AdjustmentRow.position"
    )


class PartRow(Row):
    """A row of a list of the plan, with its place in that list."""

    __abstract__ = True
    __table_args__ = ({"sqlite_with_rowid": False},)

    plan_id: Mapped[str] = mapped_column(
        ForeignKey("plan.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str]


class MetricRow(PartRow):
    """A metric of a plan."""

    __tablename__ = "metric"

    library_id: Mapped[str | None]
    name: Mapped[str]
    kind: Mapped[MetricKind]
    period: Mapped[Period | None]
    unit: Mapped[str]
    channel: Mapped[str]
    direction: Mapped[Direction]
    baseline: Mapped[Decimal | None]
    baseline_unknown: Mapped[bool]
    target: Mapped[Target | None]
    source: Mapped[str]
    recent_values: Mapped[tuple[Decimal, ...]]
    recent_interval: Mapped[Period]
    difference: Mapped[str]


class TacticRow(PartRow):
    """A tactic of a plan."""

    __tablename__ = "tactic"

    name: Mapped[str]
    value: Mapped[int | None]
    complexity: Mapped[int | None]
    owners: Mapped[tuple[str, ...]]
    due: Mapped[dt.date | None]
    recurrence: Mapped[Recurrence | None]
    hours: Mapped[Decimal | None]
    hours_basis: Mapped[HoursBasis]
    parked: Mapped[bool]
    parked_until: Mapped[str]
    done_on: Mapped[dt.date | None]
    done_occurrences: Mapped[tuple[dt.date, ...]]
    note: Mapped[str]


class AdjustmentRow(PartRow):
    """A change of a running plan."""

    __tablename__ = "adjustment"

    day: Mapped[dt.date]
    field: Mapped[str]
    label: Mapped[str]
    old: Mapped[str]
    new: Mapped[str]
    why: Mapped[str]
    former: Mapped[Former | None]


class CheckInRow(PartRow):
    """A check-in of a plan."""

    __tablename__ = "check_in"

    day: Mapped[dt.date]
    note: Mapped[str]
    readings: Mapped[tuple[Reading, ...]]


# Holds all that the list of plans shows, in the order of the list, so that the list is read
# from it alone.
Index(
    "plan_overview",
    PlanRow.trashed_at,
    PlanRow.saved_at,
    PlanRow.id,
    PlanRow.name,
    PlanRow.brand,
    PlanRow.state,
    PlanRow.start,
    PlanRow.due,
    PlanRow.archived,
    PlanRow.sample_id,
    PlanRow.progresses,
    PlanRow.check_in_weekday,
    PlanRow.last_check_in,
)
