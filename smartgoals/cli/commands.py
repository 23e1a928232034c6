"""The commands: each reads plans or takes them in, and prints what came of it."""

from __future__ import annotations

import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smartgoals.cli.output import (
    DONE,
    NOT_DONE,
    CommandError,
    begin,
    fail,
    flush,
    give_up,
    print_json,
    print_text,
    table,
)
from smartgoals.cli.stored_plans import is_lost, is_read_by_opening, loaded, open_to_read
from smartgoals.domain.clock import today
from smartgoals.folders import data_folder
from smartgoals.language import tr
from smartgoals.storage.errors import AmbiguousReferenceError, StorageError, StorageReason
from smartgoals.words.errors import bug_text, storage_error_text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from smartgoals.storage.overview import PlanOverview


PATIENCE = 3
"""Seconds that a command waits for another program to let go of the file."""


def run(options: argparse.Namespace) -> int:
    """Do what the command says and return the exit code; whatever fails is a sentence."""
    begin()
    try:
        _do(_command(options.command), options)
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


def _do(command: Callable[[argparse.Namespace], None], options: argparse.Namespace) -> None:
    """Do it; while another program has the file, try again for a moment."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            command(options)
        except StorageError as error:
            # Storage itself waits a quarter of a second, and has changed nothing then.
            if error.reason is not StorageReason.LOCKED or time.monotonic() > end:
                raise
        else:
            return


def _command(name: str) -> Callable[[argparse.Namespace], None]:
    from smartgoals.cli import exporting, importing, living, mapping, safety

    commands = {
        "list": _list,
        "show": _show,
        "check-in": living.check_in,
        "close": living.close,
        "duplicate": living.duplicate,
        "export": exporting.export,
        "import": importing.import_files,
        "map": mapping.show_map,
        "schema": _schema,
        "backup": safety.back_up,
        "restore": safety.restore,
        "verify": safety.verify,
    }
    return commands[name]


def _list(options: argparse.Namespace) -> None:
    plans = _overviews(data_folder(options.data_dir))
    if options.json:
        print_json([_overview_facts(plan) for plan in plans])
    elif plans:
        print_text("\n".join(table([_overview_cells(plan) for plan in plans])))


def _show(options: argparse.Namespace) -> None:
    from smartgoals.formats.system import system_formats

    plan = loaded(options)
    day = options.on or today()
    if options.json:
        from smartgoals.documents.computed import computed

        facts = computed(plan, system_formats(), day)
        print_json({**plan.model_dump(mode="json"), "computed": facts})
    else:
        from smartgoals.cli.plan_text import plan_text

        print_text(plan_text(plan, system_formats(), day))


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
        plans = read_overviews(database_path(folder))
    except StorageError as error:
        if not is_read_by_opening(error):
            raise
    else:
        if plans or not is_lost(folder):
            return plans
    with open_to_read(folder) as store:
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


def _storage_text(error: StorageError, reference: str) -> str:
    text = storage_error_text(error.reason, error.path, reference)
    if isinstance(error, AmbiguousReferenceError):
        return "\n".join([text, *table([(plan.id, plan.title) for plan in error.candidates])])
    return text


def _bug_text(error: Exception) -> str:
    last = traceback.extract_tb(error.__traceback__)[-1]
    return bug_text(type(error).__name__, f"{Path(last.filename).name}:{last.lineno}")
