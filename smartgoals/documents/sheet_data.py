"""All that the goal sheet says, word for word; the template knows how it looks."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from smartgoals.charts.colours import PRINT
from smartgoals.documents.sheet_audience import audience_sections, listening_sections
from smartgoals.documents.sheet_content import (
    content_sections,
    message_sections,
    money_sections,
)
from smartgoals.documents.sheet_numbers import number_sections, progress_sections
from smartgoals.documents.sheet_parts import (
    Column,
    pairs,
    paragraphs,
    section,
    table,
)
from smartgoals.documents.sheet_smart import smart_rows
from smartgoals.documents.sheet_work import outlook_sections, work
from smartgoals.domain.progress import plan_state
from smartgoals.domain.terms import PlanState
from smartgoals.language import tr
from smartgoals.words.names import outcome_name
from smartgoals.words.sentences import alignment, length_text, statement

if TYPE_CHECKING:
    from smartgoals.documents.exporter import ExportContext
    from smartgoals.documents.sheet_parts import Section
    from smartgoals.domain.plan import Plan

_LONG_NAME = 60
_LONGEST_IN_FOOTER = 60
TINT = "#E9EEFC"


@dataclass(frozen=True)
class Due:
    """The end of the plan; without a day it is a line to fill in by hand."""

    label: str
    day: str | None
    span: str
    start_to_fill: str | None
    """What to call a start that is to be filled in; None when it is known."""


def sheet_data(plan: Plan, context: ExportContext, *, scale: float) -> dict[str, Any]:
    """Return what the template needs, ready for JSON; ``scale`` is that of its type sizes."""
    plan = plan.replace(currency=plan.currency or context.currency)
    is_draft = plan_state(plan) is PlanState.DRAFT
    name = plan.name
    return {
        "paper": context.paper.value,
        "scale": scale,
        "language": context.language.partition("_")[0],
        "colours": _colours(),
        "title": name or tr("Goal sheet without a title"),
        "name": name or None,
        "name_label": tr("Our goal"),
        "is_long_name": len(name) > _LONG_NAME,
        "authors": [author] if (author := shortened(plan.brand)) else [],
        "eyebrow": tr("SMART GOAL SHEET"),
        "draft": tr("DRAFT") if is_draft else None,
        "goal_to_fill": tr("Broad goal") if name and not plan.broad_goal.strip() else None,
        "lead": _lead(plan),
        "due": asdict(_due(plan, context)),
        "statement": paragraphs(statement(plan, context.formats)),
        "alignment": paragraphs(alignment(plan)),
        "smart": [asdict(row) for row in smart_rows(plan, context)],
        "numbers": _sections(number_sections(plan, context)),
        "work": asdict(work(plan, context, scale=scale)),
        "after": _sections(outlook_sections(plan)),
        "further": _sections(_further(plan, context)),
        "footer": _footer(plan, context),
    }


def _colours() -> dict[str, str]:
    return {
        "ink": PRINT.text,
        "muted": PRINT.muted,
        "line": PRINT.line,
        "accent": PRINT.dot,
        "tint": TINT,
    }


def _lead(plan: Plan) -> list[str]:
    """Return the broad goal, where the title is another one, and what the business does."""
    goal = plan.broad_goal.strip() if plan.title.strip() else ""
    texts = (goal, plan.description.strip())
    return [text for text in texts if text and text != plan.name]


def _due(plan: Plan, context: ExportContext) -> Due:
    span = ""
    if plan.start is not None and plan.due is not None and plan.start <= plan.due:
        span = tr("{length} from {start}").format(
            length=length_text(plan.start, plan.due), start=context.formats.day(plan.start)
        )
    day = context.formats.day(plan.due) if plan.due is not None else None
    return Due(tr("Due"), day, span, tr("Start") if plan.start is None else None)


def _further(plan: Plan, context: ExportContext) -> tuple[Section, ...]:
    return (
        *progress_sections(plan, context),
        *_story_sections(plan, context),
        *audience_sections(plan, context),
        *listening_sections(plan, context),
        *message_sections(plan, context),
        *content_sections(plan, context),
        *money_sections(plan, context),
    )


def _story_sections(plan: Plan, context: ExportContext) -> tuple[Section, ...]:
    """Return how the plan went: notes of check-ins, adjustments, and the end. Source: B6."""
    formats = context.formats
    check_ins = sorted(plan.check_ins, key=lambda check_in: check_in.day)
    notes = pairs((formats.medium_day(each.day), each.note) for each in check_ins)
    columns = (
        Column(tr("Day")),
        Column(tr("What")),
        Column(tr("Before")),
        Column(tr("After")),
        Column(tr("Why"), share=1),
    )
    changes = [
        (formats.medium_day(each.day), each.label, each.old, each.new, each.why)
        for each in plan.adjustments
    ]
    closing = plan.closing
    ending = (
        [(tr("Outcome"), outcome_name(closing.outcome)), (tr("Learned"), closing.lesson)]
        if closing is not None
        else []
    )
    return (
        *section(tr("How it ended"), pairs(ending)),
        *section(tr("Notes from the check-ins"), notes),
        *section(tr("Adjustments"), table(columns, changes)),
    )


def _footer(plan: Plan, context: ExportContext) -> dict[str, str]:
    saved = ""
    if context.saved_at is not None:
        day = context.formats.day(context.saved_at.date())
        saved = tr("Saved {day}").format(day=day)
    return {
        "brand": shortened(plan.brand),
        "saved": saved,
        "page": tr("{page} of {pages}"),
    }


def shortened(text: str) -> str:
    """Return the text as one line of the footer has room for it."""
    text = text.strip()
    return text if len(text) <= _LONGEST_IN_FOOTER else f"{text[:_LONGEST_IN_FOOTER].rstrip()}…"


def _sections(sections: tuple[Section, ...]) -> list[dict[str, Any]]:
    return [asdict(each) for each in sections]
