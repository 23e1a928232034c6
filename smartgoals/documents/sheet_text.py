"""The plan as running text: what the goal sheet says and more, for any page of letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from smartgoals.charts.points import marked_tactics
from smartgoals.documents.sheet_data import sheet_data
from smartgoals.domain.priorities import quadrant
from smartgoals.language import tr
from smartgoals.words.names import metric_name, quadrant_name
from smartgoals.words.sentences import due_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from smartgoals.documents.exporter import ExportContext
    from smartgoals.domain.plan import Plan
    from smartgoals.domain.tactic import Tactic

_OPEN = "–"
_FULL_SIZE = 1.0


class Page(Protocol):
    """Takes the parts of the text in their order, each of them plain text of the user's."""

    def title(self, text: str) -> None:
        """Write the title."""

    def heading(self, text: str, level: int = 2) -> None:
        """Write the heading of a section (2) or of a part of it (3)."""

    def paragraph(self, text: str) -> None:
        """Write a paragraph."""

    def item(self, label: str, texts: Sequence[str]) -> None:
        """Write a name and what is said of it."""

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        """Write a table."""


def write_plan(plan: Plan, context: ExportContext, page: Page) -> None:
    """Write the whole plan on the page; what is blank is left out."""
    data = sheet_data(plan, context, scale=_FULL_SIZE)
    page.title(data["title"])
    for text in _opening(data):
        page.paragraph(text)
    page.heading(tr("SMART"))
    for row in data["smart"]:
        page.item(row["name"], [*row["texts"], *row["facts"]] or [_OPEN])
    _write_sections(data["numbers"], page)
    _write_tactics(plan, context, page)
    _write_sections(data["after"], page)
    _write_check_ins(plan, context, page)
    _write_sections(data["further"], page)
    saved = data["footer"]["saved"]
    if saved:
        page.paragraph(saved)


def _opening(data: dict[str, Any]) -> Iterator[str]:
    heads = (data["draft"] or "", data["footer"]["brand"])
    yield " · ".join(filter(None, heads))
    due = data["due"]
    if due["day"]:
        yield f"{due['label']}: {due['day']}" + (f" ({due['span']})" if due["span"] else "")
    for part in ("lead", "statement", "alignment"):
        yield from data[part]


def _write_sections(sections: Iterable[dict[str, Any]], page: Page) -> None:
    for section in sections:
        filled = [block for block in section["blocks"] if _is_filled(block)]
        if filled:
            page.heading(section["heading"])
        for block in filled:
            _write_block(block, page)


def _is_filled(block: dict[str, Any]) -> bool:
    """Return whether it says something; a table without rows is to be filled in by hand."""
    return bool(block["rows"] if block["kind"] == "table" else block["items"] or block["title"])


def _write_block(block: dict[str, Any], page: Page) -> None:
    if block["title"]:
        page.heading(block["title"], 3)
    if block["kind"] == "table":
        heads = [column["head"] for column in block["columns"]]
        page.table(heads, ([_cell(cell) for cell in row] for row in block["rows"]))
        return
    for pair in block["items"]:
        page.item(pair["label"], pair["texts"])


def _cell(content: Any) -> str:
    if content is None:
        return _OPEN
    if isinstance(content, dict):
        return f"{content['text']} ({content['note']})"
    return str(content)


def _write_tactics(plan: Plan, context: ExportContext, page: Page) -> None:
    if not plan.tactics:
        return
    page.heading(tr("Tactics in order of work"))
    heads = (tr("No."), tr("Tactic"), tr("Who"), tr("When"), tr("Value"), tr("Complexity"))
    rows = (_tactic(tactic, mark, context) for tactic, mark in marked_tactics(plan))
    page.table((*heads, tr("Field"), tr("Note")), rows)


def _tactic(tactic: Tactic, mark: str, context: ExportContext) -> tuple[str, ...]:
    field = quadrant(tactic)
    done = ""
    if tactic.done_on is not None:
        done = tr("Done on {day}.").format(day=context.formats.day(tactic.done_on))
    return (
        mark,
        tactic.name.strip() or tr("Tactic without name"),
        ", ".join(owner.strip() for owner in tactic.owners if owner.strip()),
        due_text(tactic, context.formats),
        *("" if guess is None else str(guess) for guess in (tactic.value, tactic.complexity)),
        tr("not scored yet") if field is None else quadrant_name(field),
        " ".join([*filter(None, [done]), *tactic.note.split()]),
    )


def _write_check_ins(plan: Plan, context: ExportContext, page: Page) -> None:
    """Write what was read on which day; the notes stand among the sections that follow."""
    rows = [
        (context.formats.medium_day(check_in.day), *cells)
        for check_in in sorted(plan.check_ins, key=lambda each: each.day)
        if any(cells := _readings(plan, dict(_values(check_in)), context))
    ]
    if rows:
        page.heading(tr("Check-ins"))
        page.table((tr("Day"), *map(metric_name, plan.metrics)), rows)


def _values(check_in: Any) -> Iterator[tuple[str, Any]]:
    return ((reading.metric_id, reading.value) for reading in check_in.readings)


def _readings(plan: Plan, values: dict[str, Any], context: ExportContext) -> list[str]:
    return [
        context.formats.amount(values.get(metric.id), metric.kind, plan.currency)
        for metric in plan.metrics
    ]
