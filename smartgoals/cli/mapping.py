"""The command ``map``: which plans serve which goals of the business."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartgoals.cli.output import BAD_USE, CommandError, print_json, print_text
from smartgoals.cli.stored_plans import all_plans
from smartgoals.domain.clock import today
from smartgoals.folders import data_folder
from smartgoals.language import language, tr
from smartgoals.words.alignment_map import (
    brand_name,
    no_plans_text,
    no_tactics_text,
    others_title,
    plan_facts,
    plan_title,
    served_text,
    tactic_text,
    tie_text,
    unknown_brand_text,
    unserved_text,
)

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from smartgoals.domain.alignment_map import BrandMap, PlanBranch
    from smartgoals.formats import Formats

_INDENT = "  "


def show_map(options: argparse.Namespace) -> None:
    """Print the map, or write it as PDF."""
    maps = _maps(options)
    if options.to is not None:
        _write(maps, options.to)
    elif options.json:
        print_json([_facts(each) for each in maps])
    else:
        from smartgoals.formats.system import system_formats

        formats = system_formats()
        print_text("\n\n".join(_text(each, formats) for each in maps) or no_plans_text())


def _maps(options: argparse.Namespace) -> tuple[BrandMap, ...]:
    from smartgoals.domain.alignment_map import alignment_map, of_brand

    if options.to is not None and options.to.suffix.lower() != ".pdf":
        raise CommandError(tr("The map is written as PDF; its name ends in .pdf."), BAD_USE)
    if options.to is not None and options.json:
        raise CommandError(tr("Please write either --to or --json."), BAD_USE)
    maps = alignment_map(all_plans(data_folder(options.data_dir)), language())
    if options.brand is None:
        return maps
    found = of_brand(maps, options.brand)
    if not found:
        raise CommandError(unknown_brand_text(options.brand, maps), BAD_USE)
    return found


def _write(maps: Sequence[BrandMap], path: Path) -> None:
    from smartgoals.cli.exporting import context
    from smartgoals.documents.atomic import WriteError
    from smartgoals.documents.map_sheet import write_map

    try:
        write_map(maps, path, context(None))
    except WriteError as error:
        raise CommandError(str(error)) from error


def _text(brand: BrandMap, formats: Formats) -> str:
    lines = [brand_name(brand), _INDENT + served_text(brand, formats)]
    for goal in brand.goals:
        lines += ["", _INDENT + goal.goal]
        lines += _indented(_plans(goal.plans, formats) or [unserved_text()])
    if brand.others:
        lines += ["", _INDENT + others_title(), *_indented(_plans(brand.others, formats))]
    return "\n".join(lines)


def _plans(branches: Iterable[PlanBranch], formats: Formats) -> list[str]:
    return [line for branch in branches for line in _plan(branch, formats)]


def _plan(branch: PlanBranch, formats: Formats) -> Iterator[str]:
    yield f"{plan_title(branch)} ({plan_facts(branch, formats)})"
    if tie := tie_text(branch):
        yield _INDENT + tie
    for number, tactic in enumerate(branch.tactics, 1):
        mark = "–" if tactic.parked else f"{number}."
        yield f"{_INDENT}{mark} {tactic_text(tactic)}"
    if not branch.tactics:
        yield _INDENT + no_tactics_text()


def _indented(lines: Iterable[str]) -> list[str]:
    return [_INDENT * 2 + line for line in lines]


def _facts(brand: BrandMap) -> dict[str, Any]:
    return {
        "brand": brand.brand,
        "goals": [
            {"goal": goal.goal, "plans": [_plan_facts(each) for each in goal.plans]}
            for goal in brand.goals
        ],
        "serving_no_goal": [_plan_facts(each) for each in brand.others],
    }


def _plan_facts(branch: PlanBranch) -> dict[str, Any]:
    from smartgoals.domain.progress import plan_status

    plan = branch.plan
    return {
        "id": plan.id,
        "title": plan.name,
        "state": branch.state,
        "status": plan_status(plan, today()),
        "due": plan.due and plan.due.isoformat(),
        "strategy": plan.strategy,
        "marketing_goal_id": plan.marketing_goal_id,
        "tactics": [
            {"id": tactic.id, "name": tactic.name, "parked": tactic.parked, "place": place}
            for tactic, place in zip(branch.tactics, _places(branch), strict=True)
        ],
    }


def _places(branch: PlanBranch) -> list[int | None]:
    """Return the number of each tactic in the order of work; None for those that are parked."""
    return [None if t.parked else number for number, t in enumerate(branch.tactics, 1)]
