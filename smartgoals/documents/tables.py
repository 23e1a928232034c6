"""Metrics, tactics and check-ins as tables: what stands in each cell, as the value it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from smartgoals.documents.columns import Column, heading
from smartgoals.documents.recurrence_words import recurrence_key
from smartgoals.domain.priorities import quadrant, rank
from smartgoals.domain.progress import metric_progress
from smartgoals.domain.text import fold
from smartgoals.language import tr
from smartgoals.words.amounts import unit_of
from smartgoals.words.names import (
    direction_name,
    hours_basis_name,
    metric_kind_name,
    metric_name,
    period_name,
    quadrant_name,
    status_name,
)
from smartgoals.words.sentences import recurrence_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartgoals.documents.exporter import ExportContext
    from smartgoals.domain.check_in import CheckIn
    from smartgoals.domain.metric import Metric
    from smartgoals.domain.plan import Plan
    from smartgoals.domain.tactic import Tactic


@dataclass(frozen=True, slots=True)
class Word:
    """A term: what programs call it, and people in the user's language."""

    key: str
    name: str


Value: TypeAlias = str | Decimal | dt.date | Word | None


class Subject(StrEnum):
    """What a table lists."""

    METRICS = "metrics"
    TACTICS = "tactics"
    CHECK_INS = "check-ins"


@dataclass(frozen=True, slots=True)
class PlanTable:
    """The headings, for programs and for people, and the rows."""

    title: str
    heads: tuple[Word, ...]
    rows: tuple[tuple[Value, ...], ...]


def plan_table(plan: Plan, subject: Subject, context: ExportContext) -> PlanTable:
    """Return the table of that subject."""
    make = {
        Subject.METRICS: _metrics,
        Subject.TACTICS: _tactics,
        Subject.CHECK_INS: _check_ins,
    }[subject]
    return make(plan, context)


def metric_label(plan: Plan, metric: Metric) -> str:
    """Return the name of the metric, or its id where the name alone would not tell it."""
    name = metric_name(metric)
    same = [each for each in plan.metrics if fold(metric_name(each)) == fold(name)]
    return name if name and len(same) == 1 else metric.id


def _metrics(plan: Plan, context: ExportContext) -> PlanTable:
    heads = (
        Word("metric", heading(Column.METRIC)),
        Word("channel", tr("Channel")),
        Word("kind", tr("Kind")),
        Word("period", tr("Per")),
        Word("unit", tr("Unit")),
        Word("direction", tr("Direction")),
        Word("baseline", tr("Start")),
        Word("target", tr("Target")),
        Word("change", tr("Change")),
        Word("change_percent", tr("Change in %")),
        Word("current", tr("Now")),
        Word("read_on", tr("Read on")),
        Word("expected", tr("Expected today")),
        Word("progress_percent", tr("Way done in %")),
        Word("status", tr("Status")),
        Word("source", tr("Where it is read")),
    )
    rows = tuple(_metric(plan, metric, context) for metric in plan.metrics)
    return PlanTable(tr("Metrics"), heads, rows)


def _metric(plan: Plan, metric: Metric, context: ExportContext) -> tuple[Value, ...]:
    found = metric_progress(plan, metric, context.today)
    change = found.change
    return (
        metric_label(plan, metric),
        metric.channel,
        Word(metric.kind, metric_kind_name(metric.kind)),
        None if metric.period is None else Word(metric.period, period_name(metric.period)),
        unit_of(metric),
        Word(metric.direction, direction_name(metric.direction)),
        found.baseline,
        found.target,
        change.absolute if change else None,
        change.percent if change else None,
        found.current,
        found.current_day,
        found.expected,
        None if found.progress is None else found.progress * 100,
        Word(found.status, status_name(found.status)),
        metric.source,
    )


def _tactics(plan: Plan, context: ExportContext) -> PlanTable:
    columns = (
        Column.TACTIC,
        Column.VALUE,
        Column.COMPLEXITY,
        Column.OWNERS,
        Column.DUE,
        Column.REPEATS,
        Column.HOURS,
        Column.HOURS_FOR,
        Column.PARKED,
        Column.PARKED_UNTIL,
        Column.NOTE,
    )
    heads = (
        *(Word(column, heading(column)) for column in columns),
        Word("rank", tr("Place in the order of work")),
        Word("quadrant", tr("Field")),
        Word("done", tr("Done")),
    )
    rows = tuple(_tactic(plan, tactic, context) for tactic in plan.tactics)
    return PlanTable(tr("Tactics"), heads, rows)


def _tactic(plan: Plan, tactic: Tactic, context: ExportContext) -> tuple[Value, ...]:
    field, place = quadrant(tactic), rank(plan, tactic)
    basis = Word(tactic.hours_basis, hours_basis_name(tactic.hours_basis))
    return (
        tactic.name,
        *(None if guess is None else Decimal(guess) for guess in (tactic.value, tactic.complexity)),
        _listed(tactic.owners),
        tactic.due,
        _repeats(tactic, context),
        tactic.hours,
        None if tactic.hours is None else basis,
        Word("yes", tr("yes")) if tactic.parked else None,
        tactic.parked_until,
        tactic.note,
        None if place is None else Decimal(place),
        None if field is None else Word(str(int(field)), quadrant_name(field)),
        _done(tactic, context),
    )


def _done(tactic: Tactic, context: ExportContext) -> dt.date | Word | None:
    """Return the day on which it was done; of a recurring one all that are done."""
    days = tactic.done_occurrences if tactic.recurrence is not None else ()
    if not days:
        return tactic.done_on
    shown = "; ".join(context.formats.medium_day(day) for day in days)
    return Word("; ".join(day.isoformat() for day in days), shown)


def _repeats(tactic: Tactic, context: ExportContext) -> Word | None:
    repeats = tactic.recurrence
    if repeats is None:
        return None
    return Word(recurrence_key(repeats), recurrence_text(repeats, context.formats))


def _listed(owners: tuple[str, ...]) -> str:
    """Return the owners with semicolons between; a name with a comma is one name all the same."""
    names = [owner.strip() for owner in owners if owner.strip()]
    return "; ".join(names) + (";" if len(names) == 1 and "," in names[0] else "")


def _check_ins(plan: Plan, context: ExportContext) -> PlanTable:  # noqa: ARG001
    columns = (Column.DATE, Column.METRIC, Column.VALUE, Column.NOTE)
    heads = tuple(Word(column, heading(column)) for column in columns)
    days = sorted(plan.check_ins, key=lambda each: each.day)
    rows = tuple(row for check_in in days for row in _check_in(plan, check_in))
    return PlanTable(tr("Check-ins"), heads, rows)


def _check_in(plan: Plan, check_in: CheckIn) -> Iterator[tuple[Value, ...]]:
    """Yield a row for each value; the note of the day stands in the first of them."""
    labels = {metric.id: metric_label(plan, metric) for metric in plan.metrics}
    note = check_in.note
    known = [reading for reading in check_in.readings if reading.metric_id in labels]
    for reading in known:
        yield check_in.day, labels[reading.metric_id], reading.value, note
        note = ""
    if note:
        yield check_in.day, "", None, note
