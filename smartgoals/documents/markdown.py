"""The plan as Markdown, in which everything the user wrote stays as she wrote it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smartgoals.documents.sheet_text import write_plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smartgoals.documents.exporter import ExportContext
    from smartgoals.domain.plan import Plan

_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~$]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(r"^([-+=:])")
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")


def markdown(plan: Plan, context: ExportContext) -> str:
    """Return the whole plan as Markdown with tables, as most programs read it."""
    page = _MarkdownPage()
    write_plan(plan, context, page)
    return "\n\n".join(page.blocks) + "\n"


def escaped(text: str) -> str:
    """Return the text on one line so that Markdown shows it letter by letter, inside a line."""
    return _ENTITY.sub(r"\\&", _SIGNS.sub(r"\\\g<0>", " ".join(text.split())))


def _line(text: str) -> str:
    """Return the text as a line of its own, where some signs begin a list or a heading."""
    return _NUMBERED.sub(r"\1\\\2", _LINE_START.sub(r"\\\1", escaped(text)))


class _MarkdownPage:
    def __init__(self) -> None:
        self.blocks: list[str] = []
        self._is_list = False

    def title(self, text: str) -> None:
        self._add(f"# {escaped(text)}")

    def heading(self, text: str, level: int = 2) -> None:
        self._add(f"{'#' * level} {escaped(text)}")

    def paragraph(self, text: str) -> None:
        if text:
            self._add(_line(text))

    def item(self, label: str, texts: Sequence[str]) -> None:
        line = f"- **{escaped(label)}:** {'<br>'.join(map(escaped, texts))}"
        if self._is_list:
            self.blocks[-1] += f"\n{line}"
        else:
            self._add(line)
        self._is_list = True

    def table(self, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
        shown = [[escaped(cell) for cell in row] for row in (heads, *rows)]
        shown.insert(1, ["---"] * len(heads))
        self._add("\n".join(f"| {' | '.join(row)} |" for row in shown))

    def _add(self, block: str) -> None:
        self.blocks.append(block)
        self._is_list = False
