"""What the documents of the benchmark depend on besides the plan."""

import datetime as dt

from smartgoals.documents.exporter import ExportContext
from smartgoals.formats import Formats


def export_context() -> ExportContext:
    """Return the same context in every run."""
    return ExportContext(formats=Formats("en_GB"), today=dt.date(2026, 3, 1))
