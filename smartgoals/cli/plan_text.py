"""A plan and where it stands as plain text, as ``show`` prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.domain.capacity import capacity
from smartgoals.domain.coach import coach
from smartgoals.domain.priorities import order_of_work, quadrant, rank
from smartgoals.domain.progress import metric_progress, plan_state, plan_status
from smartgoals.domain.realism import plan_realism
from smartgoals.domain.steps import all_gaps
from smartgoals.domain.timeframe import milestones
from smartgoals.language import language, tr
from smartgoals.words.amounts import change_text
from smartgoals.words.money import UNKNOWN, money_figures
from smartgoals.words.names import (
    direction_name,
    letter_name,
    metric_name,
    plan_state_name,
    quadrant_name,
    status_name,
    verdict_name,
)
from smartgoals.words.reasons import capacity_text, gap_text, realism_text, reason_text
from smartgoals.words.sentences import alignment, due_text, pace_text, timeframe_text
from smartgoals.words.statement import statement

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from smartgoals.domain.metric import Metric
    from smartgoals.domain.plan import Plan
    from smartgoals.domain.progress import MetricProgress
    from smartgoals.domain.tactic import Tactic
    from smartgoals.formats import Formats


def plan_text(plan: Plan, formats: Formats, today: dt.date) -> str:
    """Return the plan with what follows from it on that day; what is blank is left out."""
    parts = [
        ("", _heading(plan, formats, today)),
        (tr("SMART"), _letters(plan, formats)),
        (tr("Metrics"), _metrics(plan, formats, today)),
        (tr("Milestones"), _milestones(plan, formats)),
        (tr("Tactics in order of work"), _tactics(plan, formats)),
        (tr("Hours a week"), [capacity_text(capacity(plan), formats)]),
        (tr("Money"), _money(plan, formats)),
        (tr("Still open"), (gap_text(gap, formats) for gap in all_gaps(plan))),
    ]
    return "\n\n".join(filter(None, (_part(title, lines) for title, lines in parts)))


def _part(title: str, lines: Iterable[str]) -> str:
    shown = [line for line in lines if line]
    if not shown or not title:
        return "\n".join(shown)
    return "\n".join([title, *(f"  {line}" for line in shown)])


def _heading(plan: Plan, formats: Formats, today: dt.date) -> Iterator[str]:
    names = (plan.name or tr("Untitled plan"), plan.brand.strip())
    yield " – ".join(filter(None, names))
    yield f"{plan_state_name(plan_state(plan))}, {status_name(plan_status(plan, today))}"
    yield timeframe_text(plan, formats)
    yield statement(plan, formats)
    yield alignment(plan)


def _letters(plan: Plan, formats: Formats) -> Iterator[str]:
    for each in coach(plan, language()):
        reasons = " ".join(reason_text(reason, formats, plan.currency) for reason in each.reasons)
        said = f"{each.letter} {letter_name(each.letter)}: {verdict_name(each.verdict)}."
        yield f"{said} {reasons}".rstrip()


def _metrics(plan: Plan, formats: Formats, today: dt.date) -> Iterator[str]:
    for metric in plan.metrics:
        found = metric_progress(plan, metric, today)
        yield f"{_name(metric)}: {_way(found, plan, formats)}"
        yield f"  {pace_text(found, formats, plan.currency)}"
        result = plan_realism(plan, metric)
        judged = realism_text(result, metric, formats, plan.currency)
        yield f"  {judged}" if judged else ""


def _name(metric: Metric) -> str:
    return metric_name(metric) or tr("Metric without name")


def _way(found: MetricProgress, plan: Plan, formats: Formats) -> str:
    """Return "1,200 → 1,380 (+15 %)", or as much of it as is known."""
    kind = found.metric.kind
    start = formats.amount(found.baseline, kind, plan.currency) or tr("not known yet")
    target = formats.amount(found.target, kind, plan.currency)
    if not target and found.metric.target is not None:
        target = formats.target(found.metric.target)
    if found.metric.direction.is_stay and target:
        return f"{start}, {direction_name(found.metric.direction)} {target}"
    change = f" ({change_text(found.change, formats, kind)})" if found.change else ""
    aim = target or tr("no target yet")
    return f"{start} → {aim}{change}"


def _milestones(plan: Plan, formats: Formats) -> Iterator[str]:
    for milestone in milestones(plan):
        expected = dict(milestone.expected)
        values = (
            f"{_name(metric)} {formats.rough(expected[metric.id], metric.kind, plan.currency)}"
            for metric in plan.metrics
            if expected[metric.id] is not None
        )
        yield f"{formats.day(milestone.day)}: {'; '.join(values)}".removesuffix(": ")


def _tactics(plan: Plan, formats: Formats) -> Iterator[str]:
    parked = tuple(tactic for tactic in plan.tactics if tactic.parked)
    for tactic in (*order_of_work(plan.tactics), *parked):
        place = rank(plan, tactic)
        facts = (_field(tactic), due_text(tactic, formats), formats.listed(tactic.owners))
        name = tactic.name.strip() or tr("Tactic without name")
        mark = "–" if place is None else f"{place}."
        yield f"{mark} {', '.join(filter(None, (name, *facts)))}"


def _field(tactic: Tactic) -> str:
    found = quadrant(tactic)
    return tr("not scored yet") if found is None else quadrant_name(found)


def _money(plan: Plan, formats: Formats) -> Iterator[str]:
    figures = money_figures(plan, formats)
    known = [figure for figure in figures if figure.number != UNKNOWN]
    return (f"{each.name}: {each.number}" for each in known)
