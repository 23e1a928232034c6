"""Where metrics and plans stand, in the few words of a table or a heading."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoals.domain.rounding import half_up
from smartgoals.domain.terms import Status
from smartgoals.language import ngettext, tr
from smartgoals.words.names import status_name

if TYPE_CHECKING:
    from smartgoals.domain.progress import MetricProgress
    from smartgoals.formats import Formats

_NOTHING = "–"
_WITHOUT_DAYS = frozenset({Status.ACHIEVED, Status.MISSED, Status.TOO_EARLY, Status.NO_CHECK_IN})


def now_text(progress: MetricProgress, formats: Formats, currency: str = "") -> str:
    """Return the latest value, or a dash."""
    kind = progress.metric.kind
    return formats.amount(progress.current, kind, currency) or _NOTHING


def expected_text(progress: MetricProgress, formats: Formats, currency: str = "") -> str:
    """Return the value that it should have today, or a dash."""
    return formats.rough(progress.expected, progress.metric.kind, currency) or _NOTHING


def needed_text(progress: MetricProgress, formats: Formats, currency: str = "") -> str:
    """Return the change a week that still leads to the target, or a dash."""
    needed = progress.needed_per_week
    if needed is None:
        return _NOTHING
    shown = formats.rough(abs(needed), progress.metric.kind, currency)
    return f"{formats.sign(needed)}{shown}"


def standing_text(progress: MetricProgress, formats: Formats) -> str:
    """Return "2 days behind · on track", or the status alone where no days are known."""
    name = status_name(progress.status)
    days = progress.days_ahead
    if days is None or progress.status in _WITHOUT_DAYS:
        return name
    status = formats.lower_first(name)
    if days == 0:
        on_time = tr("on time · {status}").format(status=status)
        return on_time if is_on_time(progress) else name
    if days > 0:
        text = ngettext("{count} day ahead · {status}", "{count} days ahead · {status}", days)
    else:
        text = ngettext("{count} day behind · {status}", "{count} days behind · {status}", -days)
    return text.format(count=formats.number(Decimal(abs(days))), status=status)


def is_on_time(progress: MetricProgress) -> bool:
    """Return whether the value is that of today, and the status says no worse of it.

    Below the baseline, and in a plan of few days, there may be no day between and yet much to do.
    """
    return progress.days_ahead == 0 and progress.status in {Status.ON_TRACK, Status.AHEAD}


def way_text(progress: MetricProgress, formats: Formats) -> str:
    """Return "46 % of the way · 48 % of the time"; blank while one of them is not known."""
    if progress.progress is None or progress.elapsed is None:
        return ""
    return tr("{way} of the way · {time} of the time").format(
        way=_percent(progress.progress, formats), time=_percent(progress.elapsed, formats)
    )


def _percent(share: Decimal, formats: Formats) -> str:
    shown = half_up(share * 100)
    # Nearly there is not there.
    if share < 1 <= share + Decimal("0.005"):
        shown = 99
    return formats.percent(Decimal(shown))
