"""When the next check-in of a plan is due; standard library only, for the plans list."""

import datetime as dt

_DAYS_OF_A_WEEK = 7
_NEAR = dt.timedelta(3)
"""A check-in so many days early still counts for the day: it is the nearest one."""


def due_check_in(
    start: dt.date | None,
    due: dt.date | None,
    weekday: int,
    last: dt.date | None,
    today: dt.date,
) -> dt.date | None:
    """Return the day for which a check-in is open, today or before; None when none is.

    Once a week on the weekday (Monday is 0), for the first time when some days have passed
    since the start, and at last on the due date; later none falls due any more. ``last`` is
    the day of the latest check-in. A missed day is not asked for again once the next one has
    come.
    """
    if start is None or due is None or due < start or today <= start:
        return None
    if today >= due:
        return due if last is None or last < due - _NEAR else None
    day = _latest(weekday, today)
    return day if max(last or start, start) < day - _NEAR else None


def _latest(weekday: int, today: dt.date) -> dt.date:
    return today - dt.timedelta((today.weekday() - weekday) % _DAYS_OF_A_WEEK)
