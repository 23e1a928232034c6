"""What a change of a running plan is called, what it changed, and the sentence about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.language import tr
from smartgoals.words.names import direction_name, inline_name
from smartgoals.words.sentences import due_text

if TYPE_CHECKING:
    from smartgoals.domain.metric import Metric
    from smartgoals.domain.plan import Adjustment, Plan
    from smartgoals.domain.tactic import Tactic
    from smartgoals.formats import Formats


def field_label(plan: Plan, field: str, formats: Formats) -> str:
    """Return the name of the metric or tactic that the field is of, or of the date."""
    if field in {"start", "due"}:
        return tr("Start") if field == "start" else tr("Due date")
    part = _part(plan, field)
    if part is None:
        return ""
    kind = field.partition(".")[0]
    if kind == "metric":
        return inline_name(plan.metric(part.id), formats) or tr("a metric without a name")
    return plan.tactic(part.id).name.strip() or tr("a tactic without a name")


def field_value(plan: Plan, field: str, formats: Formats) -> str:
    """Return what the field reads in the plan; blank when it is empty or not there."""
    if field in {"start", "due"}:
        day = plan.start if field == "start" else plan.due
        return formats.day(day) if day is not None else ""
    kind, _, rest = field.partition(".")
    part = _part(plan, field)
    aspect = rest.partition(".")[2]
    if part is None:
        return ""
    if kind == "metric":
        return _metric_value(plan.metric(part.id), aspect, formats, plan.currency)
    return _tactic_value(plan.tactic(part.id), aspect, formats)


def adjustment_text(change: Adjustment) -> str:
    """Return the change as a sentence, with old and new value but without its reason."""
    kind, _, rest = change.field.partition(".")
    aspect = rest.partition(".")[2]
    if kind in {"metric", "tactic"} and not aspect:
        kind = f"{kind}.added" if change.former is None else f"{kind}.removed"
    elif aspect == "parked" and not change.new:
        aspect = "resumed"
    key = f"{kind}.{aspect}" if aspect else kind
    sentence = _sentences().get(key) or tr("{name} changed from {old} to {new}.")
    return sentence.format(
        name=change.label,
        old=change.old or tr("nothing yet"),
        new=change.new or tr("nothing yet"),
    )


def _sentences() -> dict[str, str]:
    return {
        "start": tr("Start moved from {old} to {new}."),
        "due": tr("Due date moved from {old} to {new}."),
        "metric.target": tr("Target of {name} changed from {old} to {new}."),
        "metric.baseline": tr("Baseline of {name} changed from {old} to {new}."),
        "metric.added": tr("New metric: {name}."),
        "metric.removed": tr("Metric taken out: {name}."),
        "tactic.added": tr("New tactic: {name}."),
        "tactic.removed": tr("Tactic taken out: {name}."),
        "tactic.name": tr("Tactic “{old}” is now “{new}”."),
        "tactic.when": tr("“{name}” moved from {old} to {new}."),
        "tactic.owners": tr("“{name}” passed from {old} to {new}."),
        "tactic.parked": tr("“{name}” put aside: {new}."),
        "tactic.resumed": tr("“{name}” taken up again."),
    }


def _metric_value(metric: Metric, aspect: str, formats: Formats, currency: str) -> str:
    if aspect == "baseline":
        if metric.baseline is None:
            return tr("not known yet") if metric.baseline_unknown else ""
        return formats.amount(metric.baseline, metric.kind, currency)
    if metric.target is None:
        return ""
    target = formats.target(metric.target)
    if metric.direction.is_stay:
        return tr("{direction} {target}").format(
            direction=direction_name(metric.direction), target=target
        )
    return target


def _tactic_value(tactic: Tactic, aspect: str, formats: Formats) -> str:
    if aspect == "when":
        return due_text(tactic.replace(parked=False), formats)
    if aspect == "owners":
        return formats.listed(tactic.owners)
    if aspect == "parked":
        return (tactic.parked_until.strip() or tr("parked")) if tactic.parked else ""
    return tactic.name.strip()


def _part(plan: Plan, field: str) -> Metric | Tactic | None:
    kind, _, rest = field.partition(".")
    part_id = rest.partition(".")[0]
    parts: list[Metric | Tactic] = []
    parts += plan.metrics if kind == "metric" else plan.tactics if kind == "tactic" else ()
    return next((part for part in parts if part.id == part_id), None)
