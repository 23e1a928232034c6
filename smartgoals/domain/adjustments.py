"""The log of changes of a running plan, and the earlier plans that follow from it.

Each change keeps what it took the place of, so any earlier plan is the present one with the
changes since then taken back. Nothing is asked of the past: check-ins stay as they were read.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from smartgoals.domain.plan import Adjustment, Former, Plan
from smartgoals.domain.steps import is_ready
from smartgoals.domain.value import without_part

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator

    from smartgoals.domain.metric import Metric
    from smartgoals.domain.tactic import Tactic

DAYS = ("start", "due")
METRIC_ASPECTS: dict[str, tuple[str, ...]] = {
    "target": ("target", "direction"),
    "baseline": ("baseline", "baseline_unknown"),
}
"""What is logged of a metric, with the fields that it consists of."""
TACTIC_ASPECTS: dict[str, tuple[str, ...]] = {
    "name": ("name",),
    "when": ("due", "recurrence"),
    "owners": ("owners",),
    "parked": ("parked", "parked_until"),
}
_ASPECTS = {"metric": METRIC_ASPECTS, "tactic": TACTIC_ASPECTS}


@dataclass(frozen=True, slots=True)
class FieldWords:
    """How a logged field is told: what it is called and what it reads in a plan."""

    label: Callable[[Plan, str], str]
    value: Callable[[Plan, str], str]


@dataclass(frozen=True, slots=True)
class Version:
    """The plan as it was before the changes of one day."""

    day: dt.date
    """The day of these changes."""
    changes: tuple[Adjustment, ...]
    plan: Plan


def is_running(plan: Plan, today: dt.date) -> bool:
    """Return whether changes are logged: the plan began before today and is not closed.

    On the day it starts, and while it was never complete, it is still being made.
    """
    if plan.start is None or plan.start >= today or plan.closing is not None:
        return False
    return bool(plan.check_ins or plan.adjustments) or is_ready(plan)


def logged(old: Plan, new: Plan, today: dt.date, words: FieldWords) -> Plan:
    """Return the new plan with its differences from the old one in the log.

    What was changed on the same day and not explained yet is one change, however many edits
    it takes, and none when the edits come back to where they began.
    """
    if next(_changes(old, new, today), None) is None:
        return new
    still_open = tuple(each for each in old.adjustments if is_open(each, today))
    before = undone(old, still_open)
    if not is_running(before, today):
        return new
    ids = {each.field: each.id for each in still_open}
    fresh = [_told(change, before, new, words, ids) for change in _changes(before, new, today)]
    kept = tuple(each for each in old.adjustments if not is_open(each, today))
    return new.replace(adjustments=(*kept, *fresh))


def is_open(adjustment: Adjustment, today: dt.date) -> bool:
    """Return whether further edits of today still belong to this change."""
    return adjustment.day == today and not adjustment.why.strip()


def undone(plan: Plan, changes: Iterable[Adjustment]) -> Plan:
    """Return the plan without these changes, which are its latest ones, in their order."""
    for change in reversed(tuple(changes)):
        plan = _undone(plan, change)
    return plan


def versions(plan: Plan) -> tuple[Version, ...]:
    """Return the plan as it was before the changes of each day, the latest day first."""
    found: list[Version] = []
    earlier = plan
    by_day = groupby(reversed(plan.adjustments), key=lambda change: change.day)
    for day, group in by_day:
        changes = tuple(group)[::-1]
        earlier = undone(earlier, changes)
        found.append(Version(day, changes, earlier))
    return tuple(found)


def restored(plan: Plan, version: Version) -> Plan:
    """Return the plan with dates, metrics and tactics of the version; the rest stays.

    What was done meanwhile stays done.
    """
    done = {t.id: (t.done_on, t.done_occurrences) for t in plan.tactics}
    tactics = (
        t.replace(done_on=done[t.id][0], done_occurrences=done[t.id][1]) if t.id in done else t
        for t in version.plan.tactics
    )
    return plan.replace(
        start=version.plan.start,
        due=version.plan.due,
        metrics=version.plan.metrics,
        tactics=tuple(tactics),
    )


def with_why(plan: Plan, change_ids: Iterable[str], why: str) -> Plan:
    """Return the plan with the reason written beside these changes."""
    ids = set(change_ids)
    return plan.replace(
        adjustments=tuple(
            each.replace(why=why) if each.id in ids else each for each in plan.adjustments
        )
    )


def _changes(before: Plan, new: Plan, today: dt.date) -> Iterator[Adjustment]:
    for name in DAYS:
        day = getattr(before, name)
        if day != getattr(new, name):
            yield Adjustment(day=today, field=name, former=Former(day=day))
    yield from _part_changes("metric", before.metrics, new.metrics, today)
    yield from _part_changes("tactic", before.tactics, new.tactics, today)


def _part_changes(
    kind: str,
    before: tuple[Metric, ...] | tuple[Tactic, ...],
    new: tuple[Metric, ...] | tuple[Tactic, ...],
    today: dt.date,
) -> Iterator[Adjustment]:
    present = {part.id: part for part in new}
    removed: list[Adjustment] = []
    for position, part in enumerate(before):
        if present.get(part.id) is part:
            continue
        field = f"{kind}.{part.id}"
        if part.id not in present:
            former = Former(**{kind: part, "position": position})
            removed.append(Adjustment(day=today, field=field, former=former))
            continue
        for aspect, names in _ASPECTS[kind].items():
            if any(getattr(part, name) != getattr(present[part.id], name) for name in names):
                former = Former(**{kind: part, "position": position})
                yield Adjustment(day=today, field=f"{field}.{aspect}", former=former)
    # Taken back in the opposite order, each of these finds the place that it had.
    yield from reversed(removed)
    ids = {part.id for part in before}
    for part in new:
        if part.id not in ids:
            yield Adjustment(day=today, field=f"{kind}.{part.id}")


def _told(
    change: Adjustment, before: Plan, new: Plan, words: FieldWords, ids: dict[str, str]
) -> Adjustment:
    is_there = before if change.former is not None else new
    return change.replace(
        id=ids.get(change.field, change.id),
        label=words.label(is_there, change.field),
        old=words.value(before, change.field),
        new=words.value(new, change.field),
    )


def _undone(plan: Plan, change: Adjustment) -> Plan:
    kind, _, rest = change.field.partition(".")
    part_id, _, aspect = rest.partition(".")
    former = change.former
    if kind in DAYS:
        return plan.replace(**{kind: former.day if former is not None else None})
    if kind not in _ASPECTS:
        return plan
    name = f"{kind}s"
    parts = getattr(plan, name)
    part = None if former is None else (former.metric if kind == "metric" else former.tactic)
    if part is None:
        return plan.replace(**{name: without_part(parts, part_id)})
    if not aspect:
        place = former.position if former is not None and former.position is not None else 0
        others = without_part(parts, part_id)
        return plan.replace(**{name: (*others[:place], part, *others[place:])})
    fields = _ASPECTS[kind].get(aspect, ())
    values = {each: getattr(part, each) for each in fields}
    return plan.replace(
        **{name: tuple(p.replace(**values) if p.id == part_id else p for p in parts)}
    )
