"""What the terms of the domain are called, in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.domain.terms import (
    Breadth,
    BuyingRole,
    Direction,
    Frequency,
    HoursBasis,
    Letter,
    MetricKind,
    Outcome,
    Period,
    PlanState,
    Quadrant,
    Realism,
    Relation,
    Rung,
    Status,
    Step,
    Verdict,
)
from smartgoals.language import tr
from smartgoals.words.catalogue import entry_name

if TYPE_CHECKING:
    from smartgoals.domain.metric import Metric
    from smartgoals.formats import Formats


def metric_name(metric: Metric) -> str:
    """Return the user's own name of the metric, else the library's; blank when it has none."""
    return metric.name.strip() or library_name(metric.library_id or "")


def inline_name(metric: Metric, formats: Formats) -> str:
    """Return the name as it stands inside a sentence; the user's own one as she typed it."""
    return metric.name.strip() or formats.lower_first(metric_name(metric))


def short(text: str, most: int = 40) -> str:
    """Return the text, or its beginning when it is too long to be named by."""
    text = text.strip()
    return text if len(text) <= most else f"{text[: most - 2].rstrip()} …"


def library_name(library_id: str) -> str:
    """Return what the library calls its metric; blank when it has none of that id."""
    if not library_id:
        return ""
    from smartgoals.domain.catalogue import catalogue

    try:
        return entry_name(catalogue().metric(library_id))
    except KeyError:
        return ""


def step_name(step: Step) -> str:
    """Return the name of the step, as the rail shows it."""
    return {
        Step.WHY: tr("Why"),
        Step.GOAL: tr("Broad goal"),
        Step.SMART: tr("SMART breakdown"),
        Step.METRICS: tr("Metrics"),
        Step.TIMEFRAME: tr("Timeframe"),
        Step.TACTICS: tr("Tactics"),
        Step.REALITY: tr("Reality check"),
        Step.REVIEW: tr("Review"),
        Step.AUDIENCE: tr("Audience"),
        Step.LISTENING: tr("Listening"),
        Step.MESSAGE: tr("Message"),
        Step.CONTENT: tr("Content and channels"),
        Step.MONEY: tr("Money"),
    }[step]


def letter_name(letter: Letter) -> str:
    """Return the word that the letter stands for."""
    return {
        Letter.SPECIFIC: tr("Specific"),
        Letter.MEASURABLE: tr("Measurable"),
        Letter.ACHIEVABLE: tr("Achievable"),
        Letter.REALISTIC: tr("Realistic"),
        Letter.TIME_BOUND: tr("Time-bound"),
    }[letter]


def verdict_name(verdict: Verdict) -> str:
    """Return what the coach says in one or two words."""
    return {
        Verdict.PASS: tr("Clear"),
        Verdict.HINT: tr("Look again"),
        Verdict.FAIL: tr("Still open"),
    }[verdict]


def status_name(status: Status) -> str:
    """Return where a metric or a plan stands, as its pill shows it."""
    return {
        Status.ACHIEVED: tr("Achieved"),
        Status.AHEAD: tr("Ahead"),
        Status.ON_TRACK: tr("On track"),
        Status.TOO_EARLY: tr("Too early to say"),
        Status.NO_CHECK_IN: tr("No check-in yet"),
        Status.BEHIND: tr("Behind"),
        Status.OFF_TRACK: tr("Off track"),
        Status.WRONG_WAY: tr("Wrong way"),
        Status.MISSED: tr("Missed"),
    }[status]


def status_short_name(status: Status) -> str:
    """Return the status as it stands in a list, where the room is short."""
    return tr("New") if status is Status.NO_CHECK_IN else status_name(status)


def plan_state_name(state: PlanState) -> str:
    """Return the part of its life that a plan is in."""
    return {
        PlanState.DRAFT: tr("Draft"),
        PlanState.ACTIVE: tr("Active"),
        PlanState.DONE: tr("Done"),
    }[state]


def outcome_name(outcome: Outcome) -> str:
    """Return how a closed plan ended."""
    return {
        Outcome.ACHIEVED: tr("Achieved"),
        Outcome.PARTLY: tr("Partly achieved"),
        Outcome.MISSED: tr("Missed"),
        Outcome.DROPPED: tr("Dropped"),
    }[outcome]


def quadrant_name(quadrant: Quadrant) -> str:
    """Return the name of the field of the value/complexity chart."""
    return {
        Quadrant.QUICK_WINS: tr("Quick wins"),
        Quadrant.BIG_BETS: tr("Big bets"),
        Quadrant.FILL_INS: tr("Fill-ins"),
        Quadrant.TIME_SINKS: tr("Time sinks"),
    }[quadrant]


def quadrant_advice(quadrant: Quadrant) -> str:
    """Return what to do with the tactics in the field. Source: B4.2."""
    return {
        Quadrant.QUICK_WINS: tr("do first"),
        Quadrant.BIG_BETS: tr("plan next"),
        Quadrant.FILL_INS: tr("if time is left"),
        Quadrant.TIME_SINKS: tr("leave out"),
    }[quadrant]


def direction_name(direction: Direction) -> str:
    """Return which way the metric is to go."""
    return {
        Direction.INCREASE: tr("increase to"),
        Direction.DECREASE: tr("decrease to"),
        Direction.AT_LEAST: tr("stay at or above"),
        Direction.AT_MOST: tr("stay at or below"),
    }[direction]


def metric_kind_name(kind: MetricKind) -> str:
    """Return what the number of a metric is."""
    return {
        MetricKind.STOCK: tr("a level now"),
        MetricKind.COUNT: tr("a count in a time"),
        MetricKind.AVERAGE: tr("an average per item"),
        MetricKind.RATE: tr("a rate in percent"),
        MetricKind.SHARE: tr("a share in percent"),
        MetricKind.MONEY: tr("an amount of money"),
        MetricKind.TIME: tr("a time"),
    }[kind]


def maturity_name(level: int) -> str:
    """Return what metrics of the level, 1 to 3, are good for. Source: C5.1."""
    from smartgoals.domain.catalogue import catalogue

    return entry_name(catalogue().maturity(level))


def period_name(period: Period) -> str:
    """Return the name of the period."""
    return {
        Period.DAY: tr("day"),
        Period.WEEK: tr("week"),
        Period.MONTH: tr("month"),
        Period.QUARTER: tr("quarter"),
        Period.YEAR: tr("year"),
    }[period]


def frequency_name(frequency: Frequency) -> str:
    """Return how often a recurring tactic is due."""
    return {
        Frequency.DAILY: tr("every day"),
        Frequency.WEEKLY: tr("every week"),
        Frequency.MONTHLY: tr("every month"),
    }[frequency]


def hours_basis_name(basis: HoursBasis) -> str:
    """Return what a tactic's hours are counted for."""
    return {
        HoursBasis.WEEK: tr("a week"),
        HoursBasis.OCCURRENCE: tr("each time"),
        HoursBasis.TOTAL: tr("in all"),
    }[basis]


def realism_name(realism: Realism) -> str:
    """Return what the user's own history says of a target, in a word or two."""
    return {
        Realism.BELOW_TREND: tr("below your trend"),
        Realism.REALISTIC: tr("realistic"),
        Realism.STRETCH: tr("a stretch"),
        Realism.NOT_REALISTIC: tr("not realistic"),
        Realism.NO_PACE: tr("no movement lately"),
        Realism.AGAINST_GOAL: tr("the other way lately"),
        Realism.NO_HISTORY: tr("no history yet"),
        Realism.NOT_ENOUGH: tr("too few values"),
        Realism.OPEN: tr("still open"),
    }[realism]


def rung_name(rung: Rung) -> str:
    """Return the name of the rung of the ladder of relations. Source: A6."""
    from smartgoals.domain.catalogue import catalogue

    return entry_name(catalogue().rung(rung))


def relation_name(relation: Relation) -> str:
    """Return whether an audience buys already."""
    return {
        Relation.NEW: tr("new customers"),
        Relation.EXISTING: tr("customers we have"),
        Relation.BOTH: tr("both"),
    }[relation]


def breadth_name(breadth: Breadth) -> str:
    """Return how many industries an audience spans."""
    return {
        Breadth.ONE: tr("one industry"),
        Breadth.SEVERAL: tr("several industries"),
        Breadth.HORIZONTAL: tr("any industry"),
    }[breadth]


def buying_role_name(role: BuyingRole) -> str:
    """Return whether an audience uses what is sold or decides on it."""
    return {
        BuyingRole.USER: tr("they use it"),
        BuyingRole.DECISION_MAKER: tr("they decide on it"),
        BuyingRole.BOTH: tr("both"),
    }[role]
