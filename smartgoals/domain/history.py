"""What happened to a plan, newest first: its start, check-ins, changes and its end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from smartgoals.domain.adjustments import Version, versions

if TYPE_CHECKING:
    import datetime as dt

    from smartgoals.domain.check_in import CheckIn
    from smartgoals.domain.plan import Plan


class Happening(IntEnum):
    """What an entry is about, in the order in which they follow on one day."""

    START = 0
    CHECK_IN = 1
    CHANGE = 2
    CLOSING = 3


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """What happened on one day; a check-in or a version where the kind has one."""

    kind: Happening
    day: dt.date
    check_in: CheckIn | None = None
    version: Version | None = None
    """The changes, and the plan as it was before them."""

    @property
    def key(self) -> str:
        """What tells this entry from the others of the plan."""
        part = self.check_in or (self.version.changes[0] if self.version else None)
        return f"{self.kind}.{self.day}.{part.id if part else ''}"


def history(plan: Plan, today: dt.date) -> tuple[HistoryEntry, ...]:
    """Return the entries, the latest first; the start only once it has come."""
    found = [HistoryEntry(Happening.CHECK_IN, c.day, check_in=c) for c in plan.check_ins]
    found += [HistoryEntry(Happening.CHANGE, v.day, version=v) for v in versions(plan)]
    if plan.start is not None and plan.start <= today:
        found.append(HistoryEntry(Happening.START, plan.start))
    if plan.closing is not None:
        found.append(HistoryEntry(Happening.CLOSING, plan.closing.day))
    return tuple(sorted(found, key=lambda entry: (entry.day, entry.kind), reverse=True))
