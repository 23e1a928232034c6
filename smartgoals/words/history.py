"""The history of a plan in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.language import tr
from smartgoals.words.adjustments import adjustment_text
from smartgoals.words.names import inline_name, outcome_name

if TYPE_CHECKING:
    from smartgoals.domain.check_in import CheckIn, Reading
    from smartgoals.domain.history import HistoryEntry
    from smartgoals.domain.metric import Metric
    from smartgoals.domain.plan import Plan
    from smartgoals.formats import Formats


def entry_lines(entry: HistoryEntry, plan: Plan, formats: Formats) -> tuple[str, ...]:
    """Return what happened: the facts, and if there are such the note, reasons or lesson."""
    if entry.check_in is not None:
        note = entry.check_in.note.strip()
        return tuple(line for line in (readings_text(entry.check_in, plan, formats), note) if line)
    if entry.version is not None:
        whys = dict.fromkeys(change.why.strip() for change in entry.version.changes)
        changes = (adjustment_text(change) for change in entry.version.changes)
        return (*map(formats.upper_first, changes), *(why for why in whys if why))
    if plan.closing is not None and entry.day == plan.closing.day and entry.kind:
        closed = tr("Closed: {outcome}.").format(outcome=outcome_name(plan.closing.outcome))
        return tuple(line for line in (closed, plan.closing.lesson.strip()) if line)
    return (tr("Started."),)


def readings_text(check_in: CheckIn, plan: Plan, formats: Formats) -> str:
    """Return "Fans 1,283, clicks 436 and reach 398."; blank for a note alone."""
    if not check_in.readings:
        return ""
    metrics = _metrics(plan)
    parts = (_reading_text(r, metrics.get(r.metric_id), plan, formats) for r in check_in.readings)
    return formats.upper_first(tr("{values}.").format(values=formats.listed(parts)))


def _reading_text(reading: Reading, metric: Metric | None, plan: Plan, formats: Formats) -> str:
    if metric is None:
        return tr("a former metric {value}").format(value=formats.number(reading.value))
    return tr("{metric} {value}").format(
        metric=inline_name(metric, formats) or tr("a metric without a name"),
        value=formats.amount(reading.value, metric.kind, plan.currency),
    )


def _metrics(plan: Plan) -> dict[str, Metric]:
    """Return the metrics that the plan has or had, by their ids."""
    formers = (change.former for change in plan.adjustments if change.former is not None)
    former = {f.metric.id: f.metric for f in formers if f.metric is not None}
    return former | {metric.id: metric for metric in plan.metrics}
