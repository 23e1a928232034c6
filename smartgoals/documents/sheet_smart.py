"""The five rows of SMART: the user's own words, and the facts that the plan adds to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartgoals.documents.sheet_numbers import (
    MAX_MILESTONE_COLUMNS,
    milestone_day,
    milestones_on_the_way,
)
from smartgoals.documents.sheet_parts import paragraphs
from smartgoals.domain.capacity import capacity
from smartgoals.domain.metric import MIN_RECENT_VALUES
from smartgoals.domain.realism import plan_realism
from smartgoals.domain.terms import Letter, MetricKind
from smartgoals.language import tr
from smartgoals.words.names import letter_name, metric_name, realism_name
from smartgoals.words.realism import ratio_text
from smartgoals.words.statement import inline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartgoals.documents.exporter import ExportContext
    from smartgoals.domain.metric import Metric
    from smartgoals.domain.plan import Plan


@dataclass(frozen=True)
class SmartRow:
    """One letter; without text and facts it is a line to fill in by hand."""

    letter: str
    name: str
    texts: tuple[str, ...]
    facts: tuple[str, ...]


def smart_rows(plan: Plan, context: ExportContext) -> tuple[SmartRow, ...]:
    """Return the five rows in their order."""
    rows = {
        Letter.SPECIFIC: (plan.specific, _whom_and_where(plan)),
        Letter.MEASURABLE: (plan.measurable, ()),
        Letter.ACHIEVABLE: (plan.achievable, _hours(plan, context)),
        Letter.REALISTIC: (plan.realistic, _ratios(plan, context)),
        Letter.TIME_BOUND: (plan.time_bound, _dates(plan, context)),
    }
    return tuple(
        SmartRow(letter.value, letter_name(letter), paragraphs(text), tuple(facts))
        for letter, (text, facts) in rows.items()
    )


def _whom_and_where(plan: Plan) -> Iterator[str]:
    """Yield audience and place unless her own words name them."""
    told = plan.specific.casefold()
    audience, place = plan.audience.strip(), plan.place.strip()
    if audience and audience.casefold() not in told:
        yield tr("For: {audience}.").format(audience=audience)
    if place and place.casefold() not in told:
        yield tr("Where: {place}.").format(place=place)


def _hours(plan: Plan, context: ExportContext) -> Iterator[str]:
    found = capacity(plan)
    formats = context.formats
    planned = formats.number(found.planned)
    if found.available is not None:
        yield tr("{planned} of {available} hours a week are planned.").format(
            planned=planned, available=formats.number(found.available)
        )
    elif found.planned:
        yield tr("{planned} hours a week are planned.").format(planned=planned)
    if found.over is not None:
        yield tr("That is {over} too many.").format(over=formats.number(found.over))
    if plan.budget is not None:
        yield tr("Budget: {amount}.").format(amount=formats.money(plan.budget, plan.currency))


def _ratios(plan: Plan, context: ExportContext) -> Iterator[str]:
    for metric in plan.metrics:
        yield from _ratio(plan, metric, context)
        yield from paragraphs(metric.difference)


def _ratio(plan: Plan, metric: Metric, context: ExportContext) -> Iterator[str]:
    if len(metric.recent_values) < MIN_RECENT_VALUES:
        return
    found = plan_realism(plan, metric)
    level = realism_name(found.level)
    if found.ratio is None:
        yield tr("{metric}: {level}.").format(metric=metric_name(metric), level=level)
        return
    ratio = ratio_text(found, context.formats)
    pattern = _ratio_pattern(metric)
    yield pattern.format(metric=metric_name(metric), ratio=ratio, level=level)


def _ratio_pattern(metric: Metric) -> str:
    if metric.kind is MetricKind.STOCK:
        return tr("{metric}: {ratio} times the recent pace ({level}).")
    if metric.direction.wants_more:
        return tr("{metric}: {ratio} times the recent average ({level}).")
    return tr("{metric}: the recent average is {ratio} times the target ({level}).")


def _dates(plan: Plan, context: ExportContext) -> Iterator[str]:
    formats = context.formats
    if plan.start is None or plan.due is None or plan.due < plan.start:
        return
    yield tr("{start} to {due}, a check-in every {weekday}.").format(
        start=formats.day(plan.start),
        due=formats.day(plan.due),
        weekday=formats.inner_weekday(plan.check_in_weekday),
    )
    ways = milestones_on_the_way(plan)
    if 0 < len(ways) <= MAX_MILESTONE_COLUMNS:
        days = formats.listed(milestone_day(each, plan, context) for each in ways)
        # Some languages end a short date with a full stop: "1. okt.".
        yield tr("Milestones: {days}.").format(days=inline(days))
