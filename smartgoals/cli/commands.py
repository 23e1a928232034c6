"""The commands: each reads plans or takes them in, and prints what came of it."""

from __future__ import annotations

import contextlib
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smartgoals.cli.output import (
    BAD_USE,
    DONE,
    NOT_DONE,
    CommandError,
    fail,
    flush,
    give_up,
    print_json,
    print_text,
    table,
)
from smartgoals.domain.clock import today
from smartgoals.folders import data_folder
from smartgoals.language import language, tr
from smartgoals.storage.errors import AmbiguousReferenceError, StorageError, StorageReason
from smartgoals.words.errors import bug_text, printable, storage_error_text, unreadable_file_text

if TYPE_CHECKING:
    import argparse
    import datetime as dt
    from collections.abc import Iterator

    from smartgoals.documents.exporter import ExportContext
    from smartgoals.domain.plan import Plan
    from smartgoals.storage.overview import PlanOverview
    from smartgoals.storage.store import PlanStore

_MENDED_BY_OPENING = {StorageReason.UNFINISHED, StorageReason.OLDER}


def run(options: argparse.Namespace) -> int:
    """Do what the command says and return the exit code; whatever fails is a sentence."""
    commands = {
        "list": _list,
        "show": _show,
        "export": _export,
        "import": _import,
        "schema": _schema,
    }
    try:
        commands[options.command](options)
        flush()
    except CommandError as error:
        return fail(str(error), error.exit_code)
    except StorageError as error:
        return fail(_storage_text(error, getattr(options, "plan", "")))
    except BrokenPipeError:
        give_up()
        return NOT_DONE
    except OSError:
        give_up()
        return fail(tr("The result could not be written."))
    except ImportError:
        raise  # The entrance knows what to say of a library that is missing.
    except Exception as error:  # noqa: BLE001 - a fault of ours is a sentence, too
        return fail(_bug_text(error))
    return DONE


def _list(options: argparse.Namespace) -> None:
    plans = _overviews(data_folder(options.data_dir))
    if options.json:
        print_json([_overview_facts(plan) for plan in plans])
    elif plans:
        print_text("\n".join(table([_overview_cells(plan) for plan in plans])))


def _show(options: argparse.Namespace) -> None:
    from smartgoals.formats.system import system_formats

    with _found(options) as (store, plan_id):
        plan = store.load(plan_id)
    day = options.on or today()
    if options.json:
        from smartgoals.documents.computed import computed

        facts = computed(plan, system_formats(), day)
        print_json({**plan.model_dump(mode="json"), "computed": facts})
    else:
        from smartgoals.cli.plan_text import plan_text

        print_text(plan_text(plan, system_formats(), day))


def _export(options: argparse.Namespace) -> None:
    from smartgoals.documents.atomic import WriteError
    from smartgoals.documents.exporters import UnknownFormatError, exporter_for

    try:
        exporter = exporter_for(options.to, options.format)
    except UnknownFormatError as error:
        raise CommandError(str(error), BAD_USE) from error
    with _found(options) as (store, plan_id):
        plan = store.load(plan_id)
        saved_at = next((each.saved_at for each in store.overviews() if each.id == plan_id), None)
    try:
        exporter.write(plan, options.to, _context(saved_at))
    except WriteError as error:
        raise CommandError(str(error)) from error


def _context(saved_at: dt.datetime | None) -> ExportContext:
    from smartgoals.documents.exporter import ExportContext, usual_paper
    from smartgoals.formats.system import system_formats, system_locale_name

    return ExportContext(
        system_formats(),
        today(),
        usual_paper(system_locale_name()),
        saved_at=saved_at and saved_at.astimezone(),
        language=language(),
    )


def _import(options: argparse.Namespace) -> None:
    from smartgoals.storage.store import PlanStore

    plans = [_read(path) for path in options.files]
    with PlanStore.open(data_folder(options.data_dir)) as store:
        for plan in plans:
            print_text(_add(store, plan))


def _add(store: PlanStore, plan: Plan) -> str:
    """Save the plan, under a new id where one of its id is stored already; return the id."""
    from smartgoals.domain.value import new_id

    added = plan.replace(id=new_id()) if _is_stored(store, plan.id) else plan
    store.save(added)
    return added.id


def _is_stored(store: PlanStore, plan_id: str) -> bool:
    try:
        return store.find(plan_id) == plan_id
    except StorageError as error:
        if error.reason in {StorageReason.NOT_FOUND, StorageReason.AMBIGUOUS}:
            return False
        raise


def _schema(_: argparse.Namespace) -> None:
    from smartgoals.documents.facts import computed_schema
    from smartgoals.documents.plan_file import plan_file_schema

    schema, facts = plan_file_schema(), computed_schema()
    parts = facts.pop("$defs", {})
    schema["$defs"] = {**schema.get("$defs", {}), **parts, "Computed": facts}
    print_json(schema)


def _overviews(folder: Path) -> list[PlanOverview]:
    from smartgoals.storage.location import database_path
    from smartgoals.storage.overview import read_overviews

    try:
        return read_overviews(database_path(folder))
    except StorageError as error:
        if error.reason not in _MENDED_BY_OPENING:
            raise
    with _open_store(folder) as store:
        return store.overviews()


def _overview_facts(plan: PlanOverview) -> dict[str, Any]:
    return {
        "id": plan.id,
        "title": plan.title,
        "brand": plan.brand,
        "state": plan.state,
        "status": plan.status(today()),
        "start": plan.start and plan.start.isoformat(),
        "due": plan.due and plan.due.isoformat(),
        "saved_at": plan.saved_at.isoformat(),
        "archived": plan.archived,
        "sample_id": plan.sample_id,
    }


def _overview_cells(plan: PlanOverview) -> tuple[str, ...]:
    due = plan.due.isoformat() if plan.due else "-"
    return plan.id, plan.state, due, plan.title or tr("Untitled plan")


@contextlib.contextmanager
def _found(options: argparse.Namespace) -> Iterator[tuple[PlanStore, str]]:
    """Give the store and the id of the plan that is asked for."""
    try:
        store = _open_store(data_folder(options.data_dir))
    except StorageError as error:
        if error.reason is not StorageReason.MISSING:
            raise
        raise StorageError(StorageReason.NOT_FOUND, error.path) from error
    with store:
        yield store, store.find(options.plan)


def _open_store(folder: Path) -> PlanStore:
    """Open the plans for reading; nothing is written, but to take an interrupted save back."""
    from smartgoals.storage.store import PlanStore

    try:
        return PlanStore.open(folder, read_only=True)
    except StorageError as error:
        if error.reason not in _MENDED_BY_OPENING:
            raise
    return PlanStore.open(folder)


def _read(path: Path) -> Plan:
    from smartgoals.documents.plan_file import PlanFileError, read_plan_file

    try:
        return read_plan_file(path)
    except OSError as error:
        raise CommandError(unreadable_file_text(path, error), BAD_USE) from error
    except PlanFileError as error:
        raise CommandError(f"{printable(path)}: {error}", BAD_USE) from error


def _storage_text(error: StorageError, reference: str) -> str:
    text = storage_error_text(error.reason, error.path, reference)
    if isinstance(error, AmbiguousReferenceError):
        return "\n".join([text, *table([(plan.id, plan.title) for plan in error.candidates])])
    return text


def _bug_text(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return bug_text(type(error).__name__, f"{Path(last.filename).name}:{last.lineno}")
