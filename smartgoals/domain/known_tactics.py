"""Which tactics of a list are in the plan already: reading the same list twice adds them once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.domain.terms import Frequency
from smartgoals.domain.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartgoals.domain.tactic import Recurrence, Tactic


def new_tactics(known: Iterable[Tactic], listed: Iterable[Tactic]) -> tuple[Tactic, ...]:
    """Return the listed tactics of which not every fact stands at one that is known.

    What the list leaves blank is no fact: a tactic that was scored or ticked off since then is
    still the same. Two equal ones of the list are both new: who writes one twice may mean it.
    """
    by_name: dict[str, list[dict[str, object]]] = {}
    for tactic in known:
        by_name.setdefault(_folded(tactic.name), []).append(_facts(tactic))
    return tuple(
        tactic
        for tactic in listed
        if not any(
            _facts(tactic).items() <= facts.items()
            for facts in by_name.get(_folded(tactic.name), ())
        )
    )


def _facts(tactic: Tactic) -> dict[str, object]:
    """Return what a list can tell of the tactic, without what is blank."""
    facts = {
        "value": tactic.value,
        "complexity": tactic.complexity,
        "owners": tuple(_folded(owner) for owner in tactic.owners),
        "due": tactic.due,
        "recurrence": _rhythm(tactic.recurrence) if tactic.recurrence else None,
        "hours": (tactic.hours, tactic.hours_basis) if tactic.hours is not None else None,
        "parked": tactic.parked,
        "parked_until": _folded(tactic.parked_until),
        "note": _folded(tactic.note),
    }
    return {name: fact for name, fact in facts.items() if fact}


def _rhythm(recurrence: Recurrence) -> tuple[object, ...]:
    """Return what the frequency makes use of; the rest may be left from another one."""
    if recurrence.frequency is Frequency.WEEKLY:
        return recurrence.frequency, *sorted(set(recurrence.weekdays))
    if recurrence.frequency is Frequency.MONTHLY:
        return recurrence.frequency, recurrence.month_day
    return (recurrence.frequency,)


def _folded(text: str) -> str:
    return fold(" ".join(text.split()))
