"""The one place that asks the calendar on the wall; everything else is told the day."""

import datetime as dt


def today() -> dt.date:
    """Return the user's calendar day."""
    return dt.date.today()  # noqa: DTZ011 - plans have plain dates without time zone
