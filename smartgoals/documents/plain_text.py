"""The plan as plain text, to be pasted into a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.documents.sheet_text import write_plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartgoals.documents.exporter import ExportContext
    from smartgoals.domain.plan import Plan

_LONGEST_MARK = 2
"""Of the signs by which chart and table name a tactic."""
_WIDEST_RULE = 72


def plain_text(plan: Plan, context: ExportContext) -> str:
    """Return the whole plan as text that can be read in any font."""
    page = _TextPage()
    write_plan(plan, context, page)
    return "\n".join(page.lines).strip() + "\n"


class _TextPage:
    def __init__(self) -> None:
        self.lines: list[str] = []

    def title(self, text: str) -> None:
        self.lines += [text, "=" * min(len(text), _WIDEST_RULE)]

    def heading(self, text: str, level: int = 2) -> None:
        self.lines += ["", text, "-" * min(len(text), _WIDEST_RULE)] if level == 2 else ["", text]  # noqa: PLR2004

    def paragraph(self, text: str) -> None:
        if text:
            self.lines += ["", text]

    def item(self, label: str, texts: Sequence[str]) -> None:
        self.lines += [f"{label}: {texts[0]}" if texts else label, *(f"  {t}" for t in texts[1:])]

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        self.lines += [_row(heads, row) for row in rows]


def _row(heads: Sequence[str], row: Sequence[str]) -> str:
    """Return the row as a line: the number or a dash, the name, and the rest with its heads."""
    is_numbered = len(row[0]) <= _LONGEST_MARK
    name = f"{row[0]}. {row[1]}" if is_numbered else f"- {row[0]}"
    rest = 2 if is_numbered else 1
    named = (
        f"{head}: {cell}" if head else cell
        for head, cell in zip(heads[rest:], row[rest:], strict=True)
        if cell not in {"", "–"}
    )
    return "; ".join([name, *named])
