"""What a file would add, to be seen before it is added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartgoals.domain.progress import plan_state
from smartgoals.language import ngettext, tr
from smartgoals.words.names import metric_name, plan_state_name
from smartgoals.words.sentences import due_text, timeframe_text
from smartgoals.words.statement import statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartgoals.documents.imports import FoundCheckIns
    from smartgoals.documents.series import RowProblem
    from smartgoals.documents.tactic_rows import FoundTactics
    from smartgoals.domain.plan import Plan
    from smartgoals.domain.tactic import Tactic
    from smartgoals.formats import Formats


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """Sentences and lines about what would be added; without an action nothing can be."""

    title: str
    facts: tuple[str, ...]
    added: tuple[str, ...] = ()
    """A line for each thing."""
    problems: tuple[str, ...] = ()
    """A sentence for each row that does not fit."""
    action: str = ""
    """What the button says."""
    known: str = ""
    """A sentence about what is not added since it is there already; one of the facts."""


def plan_preview(plan: Plan, formats: Formats, *, is_here: bool) -> ImportPreview:
    """Return what a plan file would add; a plan that is here already comes as a copy."""
    facts = [
        " · ".join(filter(None, (plan.brand.strip(), plan_state_name(plan_state(plan))))),
        statement(plan, formats),
        timeframe_text(plan, formats),
        " · ".join(plan_counts(plan)),
    ]
    if is_here:
        facts.append(
            tr("This plan is among yours already. It is added as a copy; yours stays as it is.")
        )
    return ImportPreview(
        title=plan.name or tr("Plan without a name"),
        facts=tuple(fact for fact in facts if fact),
        added=tuple(
            name.strip()
            for name in (*map(metric_name, plan.metrics), *(t.name for t in plan.tactics))
            if name.strip()
        ),
        action=tr("Add a copy") if is_here else tr("Add this plan"),
    )


def plan_counts(plan: Plan) -> tuple[str, ...]:
    """Return how many metrics, tactics and check-ins the plan has, in words."""
    return (
        _count(ngettext("{count} metric", "{count} metrics", len(plan.metrics)), plan.metrics),
        _count(ngettext("{count} tactic", "{count} tactics", len(plan.tactics)), plan.tactics),
        _count(
            ngettext("{count} check-in", "{count} check-ins", len(plan.check_ins)), plan.check_ins
        ),
    )


def tactics_preview(found: FoundTactics, plan: Plan, formats: Formats) -> ImportPreview:
    """Return the tactics that a table would add to the plan, and how many it has already."""
    number = len(found.tactics)
    sentence = ngettext(
        "{count} tactic for “{plan}”",
        "{count} tactics for “{plan}”",
        number,
    )
    return _preview(
        tr("Tactics from a table"),
        sentence.format(count=number, plan=_name(plan)) if number else "",
        [_tactic(tactic, formats) for tactic in found.tactics],
        found.problems,
        _present(found.present, plan),
    )


def check_ins_preview(found: FoundCheckIns, plan: Plan, formats: Formats) -> ImportPreview:
    """Return the values that a table would enter in the plan; a later row of a day counts."""
    values = sum(entry.value is not None for entry in found.entries)
    days = len({entry.day for entry in found.entries})
    counted = ngettext("{count} value", "{count} values", values).format(count=values)
    sentence = ngettext(
        "{values} of {count} day for “{plan}”",
        "{values} of {count} days for “{plan}”",
        days,
    )
    names = {metric.id: metric_name(metric) or metric.id for metric in plan.metrics}
    kinds = {metric.id: metric.kind for metric in plan.metrics}
    lines = []
    for entry in found.entries:
        shown = (
            formats.amount(entry.value, kinds[entry.metric], plan.currency)
            if entry.metric in kinds
            else ""
        )
        facts = (formats.medium_day(entry.day), names.get(entry.metric, ""), shown, entry.note)
        lines.append(" · ".join(fact.replace("\n", " ") for fact in facts if fact))
    fact = sentence.format(values=counted, count=days, plan=_name(plan)) if lines else ""
    return _preview(tr("Check-ins from a table"), fact, lines, found.problems)


def problem_text(problem: RowProblem) -> str:
    """Return "Row 5: the reason (what stands in it)"."""
    if not problem.text:
        return tr("Row {number}: {reason}").format(number=problem.row, reason=problem.sentence)
    return tr("Row {number}: {reason} ({text})").format(
        number=problem.row, reason=problem.sentence, text=_shortened(problem.text)
    )


def _present(count: int, plan: Plan) -> str:
    """Return how many tactics are not added since they are there; blank for none."""
    sentence = ngettext(
        "{count} tactic is in “{plan}” already and is not added again.",
        "{count} tactics are in “{plan}” already and are not added again.",
        count,
    )
    return sentence.format(count=count, plan=_name(plan)) if count else ""


def _preview(
    title: str,
    fact: str,
    lines: Iterable[str],
    problems: tuple[RowProblem, ...],
    present: str = "",
) -> ImportPreview:
    skipped = len(problems)
    left_out = ngettext(
        "{count} row does not fit and is left out.",
        "{count} rows do not fit and are left out.",
        skipped,
    ).format(count=skipped)
    first = fact or present or tr("Nothing in this file fits.")
    facts = [first, present if fact else "", left_out if skipped else ""]
    return ImportPreview(
        title=title,
        facts=tuple(filter(None, facts)),
        added=tuple(lines),
        problems=tuple(map(problem_text, problems)),
        action=tr("Add these") if fact else "",
        known=present,
    )


def _tactic(tactic: Tactic, formats: Formats) -> str:
    scores = ""
    if tactic.value is not None and tactic.complexity is not None:
        scores = tr("value {value}, complexity {complexity}").format(
            value=tactic.value, complexity=tactic.complexity
        )
    owners = formats.listed(tactic.owners)
    facts = (tactic.name, owners, due_text(tactic, formats), scores, formats.hours(tactic.hours))
    return " · ".join(filter(None, facts))


def _count(text: str, things: tuple[object, ...]) -> str:
    return text.format(count=len(things))


def _name(plan: Plan) -> str:
    return plan.name or tr("Plan without a name")


def _shortened(text: str, longest: int = 60) -> str:
    return text if len(text) <= longest else f"{text[:longest].rstrip()}…"
