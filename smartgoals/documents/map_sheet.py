"""The alignment map as PDF: goals of the business, the plans that serve them, their tactics."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any

from smartgoals.charts.colours import PRINT
from smartgoals.documents.atomic import write_atomically
from smartgoals.documents.sheet_data import TINT, shortened
from smartgoals.documents.typesetting import TAGGED, families, typeset
from smartgoals.language import tr
from smartgoals.words.alignment_map import (
    brand_name,
    goal_label,
    map_question,
    map_title,
    no_plans_text,
    no_tactics_text,
    others_title,
    plan_facts,
    plan_title,
    served_text,
    tactic_text,
    tie_text,
    unserved_text,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from smartgoals.documents.exporter import ExportContext
    from smartgoals.domain.alignment_map import BrandMap, PlanBranch
    from smartgoals.formats import Formats

_TEMPLATE = "alignment_map.typ"
_lock = Lock()


@dataclass(frozen=True)
class Plan:
    """A plan as it stands on the sheet."""

    name: str
    facts: str
    tie: str
    tactics: tuple[tuple[str, str, bool], ...]
    """Number, text and whether it is parked."""


@dataclass(frozen=True)
class Goal:
    """A goal with the plans under it; without a label it is no goal, but the lack of one."""

    label: str | None
    text: str
    plans: tuple[Plan, ...]


@dataclass(frozen=True)
class Brand:
    """A brand with its goals; without a name the title of the sheet names it."""

    name: str | None
    summary: str
    goals: tuple[Goal, ...]


def write_map(maps: Sequence[BrandMap], path: Path, context: ExportContext) -> None:
    """Write the maps as PDF; an old file is replaced only when all went well.

    Raises:
        WriteError: the file cannot be written.
    """
    write_atomically(path, map_pdf(maps, context))


def map_pdf(maps: Sequence[BrandMap], context: ExportContext) -> bytes:
    """Return the maps as PDF/UA-1: tagged, with title and language, fonts embedded."""
    options: dict[str, Any] = {"format": "pdf", "pdf_standards": [TAGGED]}
    inputs = {"map": json.dumps(map_data(maps, context))}
    with _lock:
        return typeset(_TEMPLATE, inputs, **options)[0]


def map_data(maps: Sequence[BrandMap], context: ExportContext) -> dict[str, Any]:
    """Return what the template needs, ready for JSON."""
    is_one = len(maps) == 1
    formats = context.formats.unbroken()
    title = maps[0].brand if is_one and maps[0].brand else map_title()
    return {
        "paper": context.paper.value,
        "language": context.language.partition("_")[0],
        "fonts": families(),
        "colours": {
            "ink": PRINT.text,
            "muted": PRINT.muted,
            "line": PRINT.line,
            "accent": PRINT.dot,
            "tint": TINT,
        },
        "eyebrow": tr("ALIGNMENT MAP"),
        "title": title,
        "lead": map_question(),
        "heads": [tr("Plan"), tr("Tactics in order of work")],
        "unserved": unserved_text(),
        "no_tactics": no_tactics_text(),
        "no_plans": no_plans_text(),
        "brands": [asdict(_brand(each, formats, is_one=is_one)) for each in maps],
        "footer": {
            "brand": shortened(maps[0].brand) if is_one else "",
            "day": formats.day(context.today),
            "page": tr("{page} of {pages}"),
        },
    }


def _brand(brand: BrandMap, formats: Formats, *, is_one: bool) -> Brand:
    goals = [
        Goal(goal_label(), goal.goal, tuple(_plan(each, formats) for each in goal.plans))
        for goal in brand.goals
    ]
    if brand.others:
        others = tuple(_plan(each, formats) for each in brand.others)
        goals.append(Goal(None, others_title(), others))
    name = None if is_one and brand.brand else brand_name(brand)
    return Brand(name, served_text(brand, formats), tuple(goals))


def _plan(branch: PlanBranch, formats: Formats) -> Plan:
    tactics = (
        ("" if tactic.parked else str(number), tactic_text(tactic), tactic.parked)
        for number, tactic in enumerate(branch.tactics, 1)
    )
    return Plan(plan_title(branch), plan_facts(branch, formats), tie_text(branch), tuple(tactics))
