"""The numbers of the goal sheet: metrics with their milestones, and where they stand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from smartgoals.documents.sheet_parts import Cell, Column, Room, Table, section, table
from smartgoals.domain.progress import metric_progress
from smartgoals.domain.terms import MetricKind
from smartgoals.domain.timeframe import add_months, milestones
from smartgoals.language import tr
from smartgoals.words.amounts import change_text, unit_of
from smartgoals.words.names import metric_name, period_name, status_name

if TYPE_CHECKING:
    from decimal import Decimal

    from smartgoals.documents.exporter import ExportContext
    from smartgoals.documents.sheet_parts import Content, Section
    from smartgoals.domain.metric import Metric
    from smartgoals.domain.plan import Plan
    from smartgoals.domain.progress import MetricProgress
    from smartgoals.domain.timeframe import Milestone

MAX_MILESTONE_COLUMNS = 4
"""More milestones than these get a table of their own, a row for each."""
_BLANK_ROWS = 3
_LONGEST_NUMBER = 26
_ROOM_BESIDE_NAMES = 68
"""Letters that the other columns have side by side, so that the names keep enough of the width."""
_DASH = "–"


def number_sections(plan: Plan, context: ExportContext) -> tuple[Section, ...]:
    """Return the table of metrics, with the milestones as columns or in their own table."""
    ways = milestones_on_the_way(plan)
    columns = ways if len(ways) <= MAX_MILESTONE_COLUMNS else ()
    metrics = section(tr("Numbers"), _metric_table(plan, columns, context))
    if columns or not ways:
        return metrics
    return metrics + section(tr("Milestones"), _milestone_table(plan, ways, context))


def progress_sections(plan: Plan, context: ExportContext) -> tuple[Section, ...]:
    """Return where the metrics stand today; nothing before the first check-in."""
    found = [metric_progress(plan, metric, context.today) for metric in plan.metrics]
    rows = [_progress_row(each, plan, context) for each in found if each.current is not None]
    columns = (
        Column(tr("Metric"), share=1),
        Column(tr("Now"), is_number=True),
        Column(tr("Read on")),
        Column(tr("Way done"), is_number=True),
        Column(tr("Status")),
    )
    heading = tr("Where it stands on {day}").format(day=context.formats.day(context.today))
    return section(heading, table(columns, rows))


def milestones_on_the_way(plan: Plan) -> tuple[Milestone, ...]:
    """Return the milestones before the due date, whose values are the targets."""
    return tuple(each for each in milestones(plan) if each.day != plan.due)


def milestone_day(milestone: Milestone, plan: Plan, context: ExportContext) -> str:
    """Return the day of the milestone, with its year in a plan of more than a year."""
    if plan.start is not None and plan.due is not None and plan.due > add_months(plan.start, 12):
        return context.formats.medium_day(milestone.day)
    return context.formats.short_day(milestone.day)


def metric_title(metric: Metric) -> str:
    """Return the name of the metric with the time that a value covers."""
    name = metric_name(metric) or tr("Metric without name")
    if metric.period is None:
        return name
    return tr("{metric} (per {period})").format(metric=name, period=period_name(metric.period))


def amount_text(amount: Decimal | None, metric: Metric, plan: Plan, context: ExportContext) -> str:
    """Return a value of the metric with its currency, unit or percent sign; blank for None."""
    text = context.formats.amount(amount, metric.kind, plan.currency)
    # The names of the library say the unit themselves, but for a time.
    is_named = metric.library_id is not None and metric.kind is not MetricKind.TIME
    return f"{text} {unit_of(metric)}".strip() if text and not is_named else text


def _metric_table(
    plan: Plan, ways: tuple[Milestone, ...], context: ExportContext
) -> tuple[Table, ...]:
    rows = [_metric_row(plan, metric, ways, context) for metric in plan.metrics]
    # Numbers beyond all measure share the width with the names; so do columns to fill in.
    is_crowded = any(len(str(cell)) > _LONGEST_NUMBER for row in rows for cell in row[2:])
    share = int(is_crowded or not rows)
    number = partial(Column, is_number=True, share=share, room=Room.SMALL)
    heads = [tr("Start"), *(milestone_day(each, plan, context) for each in ways), tr("Target")]
    # Of what is not a number alone, a line may end where the names would be pressed together.
    broken = int(bool(share) or _width_beside(heads, rows) > _ROOM_BESIDE_NAMES)
    has_channels = not rows or any(row[1] for row in rows)
    columns = (
        Column(tr("Metric"), share=2),
        Column(tr("Channel"), share=broken if has_channels else 0, room=Room.SMALL),
        *(number(head) for head in heads),
        number(tr("Change"), share=broken),
    )
    return table(columns, rows) or (Table(columns, (), blank_rows=_BLANK_ROWS),)


def _width_beside(heads: list[str], rows: list[tuple[Content, ...]]) -> int:
    """Return about how many letters the columns beside the names are wide together."""
    widest = (max(len(str(cell)) for cell in column) for column in zip(*rows, strict=True))
    _, *others = widest
    return sum(max(pair) for pair in zip((0, *map(len, heads), 0), others, strict=True))


def _metric_row(
    plan: Plan, metric: Metric, ways: tuple[Milestone, ...], context: ExportContext
) -> tuple[Content, ...]:
    found = metric_progress(plan, metric, context.today)
    expected = (dict(each.expected).get(metric.id) for each in ways)
    name, source = metric_title(metric), metric.source.strip()
    return (
        Cell(name, source, is_note_beside=True) if source else name,
        metric.channel.strip(),
        _start_text(found, plan, context),
        *(amount_text(value, metric, plan, context) or _DASH for value in expected),
        _target_text(found, plan, context),
        _change(found, context),
    )


def _start_text(found: MetricProgress, plan: Plan, context: ExportContext) -> str | None:
    if found.baseline is not None:
        return amount_text(found.baseline, found.metric, plan, context)
    return tr("first check-in") if found.metric.baseline_unknown else None


def _target_text(found: MetricProgress, plan: Plan, context: ExportContext) -> str | None:
    metric = found.metric
    if metric.target is None:
        return None
    text = amount_text(found.target, metric, plan, context)
    if not text:
        return context.formats.target(metric.target)
    if not metric.direction.is_stay:
        return text
    pattern = tr("at least {amount}") if metric.direction.wants_more else tr("at most {amount}")
    return pattern.format(amount=text)


def _change(found: MetricProgress, context: ExportContext) -> str:
    if found.change is None or found.metric.direction.is_stay:
        return _DASH
    return change_text(found.change, context.formats, found.metric.kind)


def _milestone_table(
    plan: Plan, ways: tuple[Milestone, ...], context: ExportContext
) -> tuple[Table, ...]:
    columns = (
        Column(tr("Day")),
        *(Column(metric_name(metric), is_number=True) for metric in plan.metrics),
    )
    rows: list[tuple[Content, ...]] = []
    for each in ways:
        expected = dict(each.expected)
        values = (
            amount_text(expected.get(metric.id), metric, plan, context) or _DASH
            for metric in plan.metrics
        )
        rows.append((context.formats.day(each.day), *values))
    return table(columns, rows)


def _progress_row(found: MetricProgress, plan: Plan, context: ExportContext) -> tuple[Content, ...]:
    done = None if found.progress is None else found.progress * 100
    return (
        metric_title(found.metric),
        amount_text(found.current, found.metric, plan, context),
        context.formats.medium_day(found.current_day) if found.current_day else "",
        context.formats.percent(done),
        status_name(found.status),
    )
