"""What the events of a plan say in a calendar, where nothing of the plan is beside them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoals.domain.priorities import quadrant
from smartgoals.domain.rounding import half_up
from smartgoals.language import tr
from smartgoals.words.amounts import unit_of
from smartgoals.words.names import metric_name, quadrant_advice, quadrant_name
from smartgoals.words.sentences import recurrence_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartgoals.domain.metric import Metric
    from smartgoals.domain.plan import Plan
    from smartgoals.domain.tactic import Tactic
    from smartgoals.domain.timeframe import Milestone
    from smartgoals.formats import Formats


@dataclass(frozen=True, slots=True)
class EventWords:
    """The title of an event, and what it says when it is opened."""

    summary: str
    description: str


def check_in_event(plan: Plan, formats: Formats) -> EventWords:
    """Return what the weekly check-in says: which numbers to read, and where."""
    lines = [tr("Enter your numbers in SmartGoals:"), *_to_read(plan)]
    if plan.due is not None:
        lines.append(tr("The plan runs until {day}.").format(day=formats.day(plan.due)))
    return EventWords(tr("Check-in: {plan}").format(plan=_name(plan)), "\n".join(lines))


def milestone_event(plan: Plan, milestone: Milestone, formats: Formats) -> EventWords:
    """Return what a milestone says: the numbers by which the plan is judged on that day."""
    lines = [
        tr("{metric}: {amount}").format(
            metric=_metric(plan.metric(metric_id)),
            amount=_amount(value, plan.metric(metric_id), plan, formats),
        )
        for metric_id, value in milestone.expected
        if value is not None
    ]
    if lines:
        lines.insert(0, tr("By today there should be:"))
    if milestone.day == plan.due:
        return EventWords(tr("Due: {plan}").format(plan=_name(plan)), "\n".join(lines))
    share = formats.percent(Decimal(half_up(milestone.share * 100)))
    summary = tr("Milestone, {share} of the time: {plan}").format(share=share, plan=_name(plan))
    return EventWords(summary, "\n".join(lines))


def tactic_event(plan: Plan, tactic: Tactic, formats: Formats) -> EventWords:
    """Return what the date of a tactic says: who does it, and for which plan."""
    name = tactic.name.strip() or tr("Tactic without name")
    summary = tr("Done: {tactic}").format(tactic=name) if tactic.done_on is not None else name
    return EventWords(summary, "\n".join(_about(plan, tactic, formats)))


def _to_read(plan: Plan) -> Iterator[str]:
    for metric in plan.metrics:
        source = metric.source.strip()
        text = tr("{metric} ({source})") if source else "{metric}"
        yield "– " + text.format(metric=_metric(metric), source=source)


def _about(plan: Plan, tactic: Tactic, formats: Formats) -> Iterator[str]:
    yield tr("Plan: {plan}").format(plan=_name(plan))
    owners = formats.listed(owner.strip() for owner in tactic.owners if owner.strip())
    if owners:
        yield tr("Who: {owners}").format(owners=owners)
    if tactic.recurrence is not None:
        yield tr("When: {when}").format(when=recurrence_text(tactic.recurrence, formats))
    field = quadrant(tactic)
    if field is not None:
        yield tr("{quadrant}: {advice}").format(
            quadrant=quadrant_name(field), advice=quadrant_advice(field)
        )
    if tactic.note.strip():
        yield tactic.note.strip()


def _amount(value: Decimal, metric: Metric, plan: Plan, formats: Formats) -> str:
    amount = formats.rough(value, metric.kind, plan.currency)
    unit = "" if metric.library_id else unit_of(metric)
    return f"{amount} {unit}".strip()


def _metric(metric: Metric) -> str:
    return metric_name(metric) or tr("Metric without name")


def _name(plan: Plan) -> str:
    return plan.name or tr("Plan without a name")
