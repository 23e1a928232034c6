"""The circumstances under which the tests of the documents export."""

import datetime as dt

from smartgoals.documents.exporter import ExportContext, Paper
from smartgoals.formats import Formats

TODAY = dt.date(2027, 4, 20)


def context(
    paper: Paper = Paper.A4, locale_name: str = "en_GB", currency: str = "", language: str = "en"
) -> ExportContext:
    """Return the context of a sheet that was saved on 15 March 2027."""
    return ExportContext(
        formats=Formats(locale_name),
        today=TODAY,
        paper=paper,
        currency=currency,
        saved_at=dt.datetime(2027, 3, 15, 9, 30),  # noqa: DTZ001 (the user's own time)
        language=language,
    )
