"""Where one metric stands between its baseline and its target; standard library only.

A metric goes a straight way from its baseline at the start to its target at the due date.
A "stay" direction and a target equal to the baseline leave no way to go: such a metric has
no progress, gap, days or pace; it is met or not met.

Source: the rules of progress, elapsed, expected, status, needed per week and projection.
"""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from smartgoals.domain.rounding import half_up, settle
from smartgoals.domain.terms import Direction, Status

NOTHING = Decimal(0)
WHOLE = Decimal(1)
EARLY = Decimal("0.1")
"""The share of the time before which nothing is judged."""
AHEAD_POINTS = Decimal(5)
BEHIND_POINTS = Decimal(-10)
OFF_TRACK_POINTS = Decimal(-25)
_WORST_LAST = tuple(Status)


def progress(
    baseline: Decimal, current: Decimal, target: Decimal, direction: Direction
) -> Decimal | None:
    """Return the share of the way that is done, for rising and falling metrics alike.

    0 at the baseline and 1 at the target; below 0 on the wrong side, above 1 beyond the
    target. None for "stay" directions and for a target equal to the baseline: see ``is_met``.
    """
    if direction.is_stay or target == baseline:
        return None
    return (current - baseline) / (target - baseline)


def is_met(current: Decimal, target: Decimal, direction: Direction) -> bool:
    """Return whether the value is at the target or on its good side."""
    return current >= target if direction.wants_more else current <= target


def elapsed(start: dt.date, due: dt.date, day: dt.date) -> Decimal:
    """Return the share of the time that has passed on that day, from 0 to 1.

    A plan of one day has passed nothing before that day and all of it on that day.
    """
    if day >= due:
        return WHOLE
    if day <= start:
        return NOTHING
    return Decimal((day - start).days) / (due - start).days


def expected(baseline: Decimal, target: Decimal, elapsed: Decimal) -> Decimal:
    """Return the value that is expected after that share of the time (0 to 1)."""
    return settle(baseline + (target - baseline) * elapsed)


def gap_points(progress: Decimal, elapsed: Decimal) -> Decimal:
    """Return by how many percentage points the way done leads the time passed."""
    return settle((progress - elapsed) * 100)


def days_ahead(
    *,
    baseline: Decimal,
    current: Decimal,
    target: Decimal,
    direction: Direction,
    start: dt.date,
    due: dt.date,
    today: dt.date,
) -> int | None:
    """Return the days from today to the day on which the current value was expected.

    Negative when behind. That day is rounded half up, as milestones are. A value beyond the
    target is expected from the due date on, one short of the baseline up to the start, so
    the nearest of those days counts. None without a way to go, or when due is before start.
    """
    done = progress(baseline, current, target, direction)
    if done is None or due < start:
        return None
    if done <= NOTHING:
        return min(0, (start - today).days)
    if done >= WHOLE:
        return max(0, (due - today).days)
    return (start - today).days + half_up(done * (due - start).days)


def needed_per_week(
    *,
    baseline: Decimal,
    current: Decimal,
    target: Decimal,
    direction: Direction,
    due: dt.date,
    today: dt.date,
) -> Decimal | None:
    """Return the change a week that still leads to the target; negative for a falling metric.

    None when the target is reached, no day is left, or there is no way to go.
    """
    done = progress(baseline, current, target, direction)
    days_left = (due - today).days
    if done is None or done >= WHOLE or days_left <= 0:
        return None
    return settle((target - current) * 7 / days_left)


def projection(baseline: Decimal, current: Decimal, elapsed: Decimal) -> Decimal | None:
    """Return the value at due if all goes on as so far; None before any time has passed."""
    return settle(baseline + (current - baseline) / elapsed) if elapsed else None


def status(
    *,
    baseline: Decimal | None,
    current: Decimal | None,
    target: Decimal | None,
    direction: Direction,
    start: dt.date | None,
    due: dt.date | None,
    today: dt.date,
) -> Status:
    """Return where a metric stands; the first that fits, in the order of the method.

    ``current`` is None before the first check-in. Without a way to go, decided here:
    achieved whenever the value meets the target, before the due date too; otherwise missed
    after it, wrong way when worse than the baseline, too early in the first tenth of the
    time, else off track. What cannot be judged yet, for want of a target, a baseline or
    dates, is too early.
    """
    if current is None:
        return Status.NO_CHECK_IN
    if target is None:
        return Status.TOO_EARLY
    done = None if baseline is None else progress(baseline, current, target, direction)
    if is_met(current, target, direction) if done is None else done >= WHOLE:
        return Status.ACHIEVED
    if due is not None and today > due:
        return Status.MISSED
    if baseline is not None and _is_wrong_way(baseline, current, done, direction):
        return Status.WRONG_WAY
    is_known = baseline is not None or direction.is_stay
    return _on_the_way(done, _passed(start, due, today), is_known=is_known)


def worst(statuses: Iterable[Status]) -> Status:
    """Return the status that a plan shows for those of its metrics; none: no check-in."""
    return max(statuses, key=_WORST_LAST.index, default=Status.NO_CHECK_IN)


def _is_wrong_way(
    baseline: Decimal, current: Decimal, done: Decimal | None, direction: Direction
) -> bool:
    if done is not None:
        return done < NOTHING
    return not is_met(current, baseline, direction)


def _passed(start: dt.date | None, due: dt.date | None, today: dt.date) -> Decimal:
    if start is None or due is None or due < start:
        return NOTHING
    return elapsed(start, due, today)


def _on_the_way(done: Decimal | None, passed: Decimal, *, is_known: bool) -> Status:
    if passed < EARLY:
        return Status.TOO_EARLY
    if done is None:
        return Status.OFF_TRACK if is_known else Status.TOO_EARLY
    gap = gap_points(done, passed)
    if gap >= AHEAD_POINTS:
        return Status.AHEAD
    if gap > BEHIND_POINTS:
        return Status.ON_TRACK
    return Status.BEHIND if gap > OFF_TRACK_POINTS else Status.OFF_TRACK
