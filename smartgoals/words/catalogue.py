"""What the entries of the catalogue are called, in the user's language.

Their English words are data; they are translated like all others, by the catalogue of gettext.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smartgoals.domain.text import fold
from smartgoals.language import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartgoals.domain.catalogue_entries import (
        CompanyGoal,
        Entry,
        GoalIdea,
        LibraryMetric,
        Starter,
    )
    from smartgoals.domain.plan import Plan


def entry_name(entry: Entry) -> str:
    """Return what the entry is called."""
    return shown_name(entry.name)


def shown_name(name: str) -> str:
    """Return the English name of an entry as it is shown."""
    return tr(name)


def entry_name_of(entries: Iterable[Entry], entry_id: str) -> str:
    """Return what the entry of that id is called; the id itself when the list has none."""
    return next((entry_name(entry) for entry in entries if entry.id == entry_id), entry_id)


def entry_hint(entry: Entry) -> str:
    """Return the sentence that explains the entry; blank when it needs none."""
    return _translated(entry.hint)


def platform_strength(channel: str) -> str:
    """Return what the platform of that name is good for; blank for any other. Source: S9."""
    from smartgoals.domain.catalogue import catalogue

    name = fold(channel.strip())
    found = (each for each in catalogue().platforms if name and name in _names_of(each))
    return next((entry_hint(each) for each in found), "")


def channel_names(plan: Plan) -> tuple[str, ...]:
    """Return the platforms and, after them, the channels of her own in the plan. Source: S9."""
    from smartgoals.domain.catalogue import catalogue

    named = [metric.channel for metric in plan.metrics]
    named += [channel.channel for channel in plan.content.channels]
    named += [cadence.channel for cadence in plan.content.cadences]
    names = {fold(name): name for name in map(entry_name, catalogue().platforms)}
    for name in filter(None, map(str.strip, named)):
        names.setdefault(fold(name), name)
    return tuple(names.values())


def _names_of(platform: Entry) -> set[str]:
    """Return the names that people say: all of it, and each word, as in "X (Twitter)"."""
    names = {platform.name, entry_name(platform)}
    return {fold(each) for name in names for each in (name, *re.findall(r"\w+", name))}


def goal_phrase(goal: GoalIdea | CompanyGoal) -> str:
    """Return the goal as it reads after "To help us". Source: B1.4, B1.5."""
    return tr(goal.phrase)


def metric_unit(metric: LibraryMetric) -> str:
    """Return the words after a value of the metric; blank where the name says it."""
    return _translated(metric.unit)


def starter_business(starter: Starter) -> str:
    """Return the kind of business that would begin from this goal. Source: S2."""
    return tr(starter.business)


def _translated(text: str) -> str:
    # gettext answers a blank text with the header of its file.
    return tr(text) if text else ""
