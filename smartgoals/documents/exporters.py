"""The formats that a plan can be exported to.

What writes a format is imported when it is first used: typst and matplotlib take their time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from typing_extensions import override

from smartgoals.documents.atomic import write_atomically
from smartgoals.language import tr

if TYPE_CHECKING:
    from pathlib import Path

    from smartgoals.documents.exporter import ExportContext, Exporter
    from smartgoals.domain.plan import Plan


class UnknownFormatError(ValueError):
    """No exporter has this format; as a string, the sentence that names those there are."""


class GoalSheetExporter:
    """The goal sheet to print, to send and to sign."""

    format = "pdf"
    suffix = ".pdf"

    def name(self) -> str:
        """Return what the user calls it."""
        return tr("Goal sheet (PDF)")

    def write(self, plan: Plan, path: Path, context: ExportContext) -> None:
        """Write the goal sheet as tagged PDF."""
        from smartgoals.documents.goal_sheet import goal_sheet_pdf

        write_atomically(path, goal_sheet_pdf(plan, context))


class PlanFileExporter:
    """The plan itself, to be opened again by SmartGoals with a double click."""

    format = "smartgoals"
    suffix = ".smartgoals"

    def name(self) -> str:
        """Return what the user calls it."""
        return tr("Plan file (SmartGoals)")

    def write(self, plan: Plan, path: Path, context: ExportContext) -> None:  # noqa: ARG002
        """Write the whole plan as JSON."""
        from smartgoals.documents.plan_file import dump_plan

        write_atomically(path, dump_plan(plan).encode())


class JsonExporter(PlanFileExporter):
    """The very same file by the name that other programs know it by."""

    format = "json"
    suffix = ".json"

    @override
    def name(self) -> str:
        return tr("Plan file (JSON)")


class ChartPictureExporter:
    """The value/complexity chart as a picture for slides and messages."""

    format = "png"
    suffix = ".png"

    def name(self) -> str:
        """Return what the user calls it."""
        return tr("Priorities chart (PNG picture)")

    def write(self, plan: Plan, path: Path, context: ExportContext) -> None:  # noqa: ARG002
        """Write the chart in twice the sharpness of a screen."""
        from smartgoals.documents.chart_file import chart_png

        write_atomically(path, chart_png(plan))


class ChartDrawingExporter:
    """The value/complexity chart as a drawing that stays sharp at any size."""

    format = "svg"
    suffix = ".svg"

    def name(self) -> str:
        """Return what the user calls it."""
        return tr("Priorities chart (SVG drawing)")

    def write(self, plan: Plan, path: Path, context: ExportContext) -> None:  # noqa: ARG002
        """Write the chart as vectors, its letters as shapes."""
        from smartgoals.documents.chart_file import chart_svg

        write_atomically(path, chart_svg(plan))


class ProgressPictureExporter:
    """The way of every metric to its target as a picture, for a report to the boss."""

    format = "progress-png"
    suffix = ".png"

    def name(self) -> str:
        """Return what the user calls it."""
        return tr("Progress charts (PNG picture)")

    def write(self, plan: Plan, path: Path, context: ExportContext) -> None:
        """Write the charts of all metrics below each other."""
        from smartgoals.documents.chart_file import progress_png

        write_atomically(path, progress_png(plan, context))


class ProgressDrawingExporter:
    """The way of every metric to its target as a drawing that stays sharp at any size."""

    format = "progress-svg"
    suffix = ".svg"

    def name(self) -> str:
        """Return what the user calls it."""
        return tr("Progress charts (SVG drawing)")

    def write(self, plan: Plan, path: Path, context: ExportContext) -> None:
        """Write the charts of all metrics below each other, their letters as shapes."""
        from smartgoals.documents.chart_file import progress_svg

        write_atomically(path, progress_svg(plan, context))


class CalendarExporter:
    """Check-ins, milestones and the dates of the tactics, for the user's own calendar."""

    format = "ics"
    suffix = ".ics"

    def name(self) -> str:
        """Return what the user calls it."""
        return tr("Calendar of the plan (ICS)")

    def write(self, plan: Plan, path: Path, context: ExportContext) -> None:
        """Write the events, each under the name that it had in the last export."""
        from smartgoals.documents.calendar_file import calendar_file

        write_atomically(path, calendar_file(plan, context))


class WorkbookExporter:
    """Metrics, tactics and check-ins for a spreadsheet."""

    format = "xlsx"
    suffix = ".xlsx"

    def name(self) -> str:
        """Return what the user calls it."""
        return tr("Metrics, tactics and check-ins (XLSX)")

    def write(self, plan: Plan, path: Path, context: ExportContext) -> None:
        """Write a sheet for each, with real numbers and dates."""
        from smartgoals.documents.table_files import xlsx_file

        write_atomically(path, xlsx_file(plan, context))


class TableExporter:
    """Metrics, tactics or check-ins for other programs; their files all end in ``.csv``."""

    suffix = ".csv"

    def __init__(self, subject: str) -> None:
        self._subject = subject
        self.format = f"csv-{subject}"

    def name(self) -> str:
        """Return what the user calls it."""
        return {
            "metrics": tr("Metrics (CSV)"),
            "tactics": tr("Tactics (CSV)"),
            "check-ins": tr("Check-ins (CSV)"),
        }[self._subject]

    def write(self, plan: Plan, path: Path, context: ExportContext) -> None:
        """Write the table, the same in every language."""
        from smartgoals.documents.table_files import csv_file
        from smartgoals.documents.tables import Subject

        write_atomically(path, csv_file(plan, Subject(self._subject), context))


class MarkdownExporter:
    """The whole plan in words, for a wiki or a notebook."""

    format = "markdown"
    suffix = ".md"

    def name(self) -> str:
        """Return what the user calls it."""
        return tr("Text with headings and tables (Markdown)")

    def write(self, plan: Plan, path: Path, context: ExportContext) -> None:
        """Write the plan as Markdown."""
        from smartgoals.documents.markdown import markdown

        write_atomically(path, markdown(plan, context).encode())


class PlainTextExporter:
    """The whole plan in words, for a message."""

    format = "text"
    suffix = ".txt"

    def name(self) -> str:
        """Return what the user calls it."""
        return tr("Plain text (TXT)")

    def write(self, plan: Plan, path: Path, context: ExportContext) -> None:
        """Write the plan as plain text."""
        from smartgoals.documents.plain_text import plain_text

        write_atomically(path, plain_text(plan, context).encode())


EXPORTERS: tuple[Exporter, ...] = (
    GoalSheetExporter(),
    PlanFileExporter(),
    JsonExporter(),
    ChartPictureExporter(),
    ChartDrawingExporter(),
    ProgressPictureExporter(),
    ProgressDrawingExporter(),
    CalendarExporter(),
    WorkbookExporter(),
    TableExporter("metrics"),
    TableExporter("tactics"),
    TableExporter("check-ins"),
    MarkdownExporter(),
    PlainTextExporter(),
)
"""In the order in which they are offered; of those with one suffix the first is meant by it."""


def exporter_for(path: Path, format_name: str | None = None) -> Exporter:
    """Return the exporter of the format, or without one that of the file's suffix.

    A format can also be called by its suffix, such as ``md``.

    Raises:
        UnknownFormatError: there is none.
    """
    wanted = path.suffix.lower() if format_name is None else format_name.lower()
    for exporter in EXPORTERS:
        if wanted == exporter.suffix:
            return exporter
        if format_name is not None and wanted in {exporter.format, exporter.suffix[1:]}:
            return exporter
    raise UnknownFormatError(_unknown(path, format_name))


def _unknown(path: Path, format_name: str | None) -> str:
    known = ", ".join(exporter.format for exporter in EXPORTERS)
    if format_name is not None:
        sentence = tr("There is no format “{format}”; there are {known}.")
        return sentence.format(format=format_name, known=known)
    if not path.suffix:
        return tr("A name without ending does not say its format; there are {known}.").format(
            known=known
        )
    sentence = tr("Files that end in {suffix} cannot be written; the formats are {known}.")
    return sentence.format(suffix=path.suffix, known=known)
