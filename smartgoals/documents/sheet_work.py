"""The work of the goal sheet: the chart, the tactics in order, and what they take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from smartgoals.charts.points import marked_tactics
from smartgoals.documents.sheet_chart import SheetChart, sheet_chart
from smartgoals.documents.sheet_parts import (
    Cell,
    Column,
    Room,
    Table,
    pairs,
    paragraphs,
    section,
)
from smartgoals.domain.capacity import tactic_hours_per_week
from smartgoals.language import tr
from smartgoals.words.money import UNKNOWN, money_figures
from smartgoals.words.sentences import due_text
from smartgoals.words.statement import inline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartgoals.documents.exporter import ExportContext
    from smartgoals.documents.sheet_parts import Content, Section
    from smartgoals.domain.plan import Obstacle, Plan
    from smartgoals.domain.tactic import Tactic

MAX_BESIDE = 10
"""With more tactics than these the table takes the whole width, under the chart."""
_BLANK_ROWS = 6
_DASH = "–"


@dataclass(frozen=True)
class Work:
    """The chart, and the table beside or under it."""

    heading: str
    is_beside: bool
    chart: SheetChart
    table: Table
    notes_heading: str
    notes: tuple[str, ...]


def work(plan: Plan, context: ExportContext, *, scale: float) -> Work:
    """Return the tactics of the plan as chart and table; lines to fill in when it has none."""
    is_beside = len(plan.tactics) <= MAX_BESIDE
    return Work(
        heading=tr("In order of work"),
        is_beside=is_beside,
        chart=sheet_chart(plan, scale=scale),
        table=_narrow(plan, context) if is_beside else _wide(plan, context),
        notes_heading=tr("What it takes"),
        notes=tuple(_notes(plan, context)),
    )


def outlook_sections(plan: Plan) -> tuple[Section, ...]:
    """Return what may come in between, and what is left for later."""
    served = plan.served_company_goal
    others = (goal for goal in plan.company_goals if goal.strip() != served)
    return section(
        tr("Keep in mind"),
        pairs(
            (
                (tr("If something comes up"), "\n".join(map(_obstacle, plan.obstacles))),
                (tr("Other company goals"), "\n".join(others)),
                (tr("To start after this"), "\n".join(plan.parked_goals)),
            )
        ),
    )


def _obstacle(obstacle: Obstacle) -> str:
    event, answer = inline(obstacle.if_text), inline(obstacle.then_text)
    if event and answer:
        return tr("If {event}: {answer}.").format(event=event, answer=answer)
    return tr("If {event}").format(event=event) if event else answer


def _narrow(plan: Plan, context: ExportContext) -> Table:
    columns = (
        Column(tr("No."), is_number=True),
        Column(tr("Tactic"), share=8),
        Column(tr("Who"), share=3, room=Room.NARROW),
        Column(tr("By"), share=4, room=Room.SMALL),
    )
    rows = tuple(_row(tactic, mark, context) for tactic, mark in marked_tactics(plan))
    return Table(columns, rows, blank_rows=0 if rows else _BLANK_ROWS)


def _wide(plan: Plan, context: ExportContext) -> Table:
    columns = (
        Column(tr("No."), is_number=True),
        Column(tr("Tactic"), share=9),
        Column(tr("Who"), share=3, room=Room.NARROW),
        Column(tr("By"), share=4, room=Room.SMALL),
        Column(tr("Value"), is_number=True),
        Column(tr("Complexity"), is_number=True),
        Column(tr("Hours a week"), is_number=True),
    )
    rows = tuple(
        (*_row(tactic, mark, context), *_guesses(tactic), _hours(plan, tactic, context))
        for tactic, mark in marked_tactics(plan)
    )
    return Table(columns, rows)


def _row(tactic: Tactic, mark: str, context: ExportContext) -> tuple[Content, ...]:
    name = tactic.name.strip() or tr("Tactic without name")
    note = " ".join(_remarks(tactic, context))
    owners = ", ".join(owner.strip() for owner in tactic.owners if owner.strip())
    return (
        mark,
        Cell(name, note) if note else name,
        owners or _DASH,
        due_text(tactic, context.formats) or _DASH,
    )


def _remarks(tactic: Tactic, context: ExportContext) -> Iterator[str]:
    if tactic.parked and tactic.parked_until.strip():
        yield tr("Parked.")
    elif not tactic.is_scored and not tactic.parked:
        yield tr("Value and complexity are still to be guessed.")
    if tactic.done_on is not None:
        yield tr("Done on {day}.").format(day=context.formats.day(tactic.done_on))
    yield from paragraphs(tactic.note)


def _guesses(tactic: Tactic) -> tuple[str, ...]:
    return tuple("" if guess is None else str(guess) for guess in (tactic.value, tactic.complexity))


def _hours(plan: Plan, tactic: Tactic, context: ExportContext) -> str:
    return context.formats.number(tactic_hours_per_week(tactic, plan.start, plan.due))


def _notes(plan: Plan, context: ExportContext) -> Iterator[str]:
    """Yield what the plan costs and brings, as far as it is known."""
    if all(figure.number == UNKNOWN for figure in money_figures(plan, context.formats)[:2]):
        return
    yield " · ".join(
        f"{figure.name}:\u00a0{figure.number}"
        for figure in money_figures(plan, context.formats)
        if figure.number != UNKNOWN
    )
