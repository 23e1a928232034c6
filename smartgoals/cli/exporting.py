"""The command ``export``: one plan into a file, or all of them into a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.cli.output import BAD_USE, CommandError, print_text
from smartgoals.cli.stored_plans import found, is_lost, loaded, open_to_read
from smartgoals.domain.clock import today
from smartgoals.folders import data_folder
from smartgoals.language import language, tr
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.words.errors import printable

if TYPE_CHECKING:
    import argparse
    import datetime as dt

    from smartgoals.documents.exporter import ExportContext, Exporter


def export(options: argparse.Namespace) -> None:
    """Write what the options ask for."""
    from smartgoals.documents.atomic import WriteError

    if bool(options.plan) == options.all:
        raise CommandError(tr("Please name one plan, or write --all for all of them."), BAD_USE)
    exporter = _exporter(options)
    try:
        if options.all:
            _export_all(options, exporter)
        else:
            _export_one(options, exporter)
    except WriteError as error:
        raise CommandError(str(error)) from error


def _exporter(options: argparse.Namespace) -> Exporter:
    from smartgoals.documents.exporters import UnknownFormatError, exporter_for

    if options.all and options.format is None:
        raise CommandError(tr("Please say the format of the files with --format."), BAD_USE)
    try:
        return exporter_for(options.to, options.format)
    except UnknownFormatError as error:
        raise CommandError(str(error), BAD_USE) from error


def _export_one(options: argparse.Namespace, exporter: Exporter) -> None:
    plan = loaded(options)
    with found(options) as (store, plan_id):
        saved_at = next((each.saved_at for each in store.overviews() if each.id == plan_id), None)
    exporter.write(plan, options.to, context(saved_at))


def _export_all(options: argparse.Namespace, exporter: Exporter) -> None:
    """Write all plans and print the files; what failed ends the command with its sentences."""
    from smartgoals.documents.export_all import export_all

    folder = data_folder(options.data_dir)
    try:
        store = open_to_read(folder)
    except StorageError as error:
        if error.reason is StorageReason.MISSING and not is_lost(folder):
            raise CommandError(tr("There are no plans to export yet.")) from error
        raise
    with store:
        done = export_all(store, options.to, exporter, context(None))
    if done.written:
        print_text("\n".join(printable(path) for path in done.written))
    if done.problems:
        raise CommandError("\n".join(done.problems))


def context(saved_at: dt.datetime | None) -> ExportContext:
    """Return all that a document depends on besides the plan, saved then."""
    from smartgoals.documents.exporter import ExportContext, usual_paper
    from smartgoals.formats.system import system_formats, system_locale_name

    return ExportContext(
        system_formats(),
        today(),
        usual_paper(system_locale_name()),
        saved_at=saved_at and saved_at.astimezone(),
        language=language(),
    )
