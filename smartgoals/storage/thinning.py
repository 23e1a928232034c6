"""Which backups are kept as time goes by; the standard library only."""

import datetime as dt
from collections.abc import Callable, Collection, Hashable, Iterable

ALL_FOR = dt.timedelta(days=2)
DAILY = 12
WEEKLY = 10
MONTHLY = 9

Bucket = Callable[[dt.datetime], Hashable]


def kept(moments: Collection[dt.datetime], now: dt.datetime) -> set[dt.datetime]:
    """Return the moments of the backups that are kept.

    All of two days, then the last one of each of twelve days, of ten weeks and of nine months
    that have any, and always the newest of all, whatever the clock says.
    """
    result = {moment for moment in moments if now - moment <= ALL_FOR}
    result |= set(sorted(moments)[-1:])
    older = sorted(set(moments) - result, reverse=True)
    for bucket, number in ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY)):
        last_ones = _last_of_each(older, bucket)[:number]
        result |= set(last_ones)
        older = [moment for moment in older if moment < last_ones[-1]] if last_ones else []
    return result


def _last_of_each(moments: Iterable[dt.datetime], bucket: Bucket) -> list[dt.datetime]:
    """Return the latest moment of each bucket, latest first; the moments come latest first."""
    found: dict[Hashable, dt.datetime] = {}
    for moment in moments:
        found.setdefault(bucket(moment), moment)
    return list(found.values())


def _day(moment: dt.datetime) -> Hashable:
    return moment.date()


def _week(moment: dt.datetime) -> Hashable:
    return moment.isocalendar()[:2]


def _month(moment: dt.datetime) -> Hashable:
    return moment.year, moment.month
