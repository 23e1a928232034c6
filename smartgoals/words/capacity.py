"""The planned hours against those there are, in a sentence or two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.language import ngettext, tr
from smartgoals.words.amounts import plural_of
from smartgoals.words.names import short

if TYPE_CHECKING:
    from decimal import Decimal

    from smartgoals.domain.capacity import Capacity
    from smartgoals.formats import Formats


def capacity_text(result: Capacity, formats: Formats) -> str:
    """Return how the hours compare, what to park, and what is not known."""
    names = tuple(tactic.name.strip() for tactic in result.to_park)
    sentences = [hours_text(result.planned, result.available, names, formats)]
    if result.over_after_parking is not None:
        rest = formats.number(result.over_after_parking)
        sentences.append(tr("Even then {hours} too many are planned.").format(hours=rest))
    if result.unknown and (result.planned or result.available is not None):
        count = len(result.unknown)
        text = ngettext(
            "The hours of one tactic are not known.",
            "The hours of {count} tactics are not known.",
            count,
        )
        sentences.append(text.format(count=count))
    return " ".join(sentences)


def hours_text(
    planned: Decimal, available: Decimal | None, to_park: tuple[str, ...], formats: Formats
) -> str:
    """Return how the hours a week compare, and which tactics to park first if they do not fit."""
    facts = {"planned": formats.number(planned), "available": formats.number(available)}
    if available is None:
        if not planned:
            return tr("Write down the hours that there are and those of the tactics to compare.")
        return tr("Planned hours a week: {planned}. How many are there?").format(**facts)
    if planned <= available:
        return ngettext(
            "Of {available} hour a week, {planned} is planned.",
            "Of {available} hours a week, {planned} are planned.",
            plural_of(available),
        ).format(**facts)
    over = formats.number(planned - available)
    text = tr(
        "Planned hours a week: {planned}, that is {over} more than the {available} there are."
    ).format(over=over, **facts)
    names = formats.listed(tr("“{text}”").format(text=short(name, 60)) for name in to_park if name)
    if not names:
        return tr("{text} Find more time, or do less of it.").format(text=text)
    return tr("{text} Park first: {tactics}.").format(text=text, tactics=names)
