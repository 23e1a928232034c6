"""The command ``import``: plan files as new plans, or tables into a plan that is there."""

from __future__ import annotations

from functools import partial, reduce
from typing import TYPE_CHECKING

from smartgoals.cli.output import BAD_USE, CommandError, print_text, tell
from smartgoals.cli.stored_plans import changed, loaded, open_to_change, with_plans
from smartgoals.domain.clock import today
from smartgoals.folders import data_folder
from smartgoals.language import language, ngettext, tr
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.words.errors import printable, unreadable_file_text

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from smartgoals.documents.csv_reader import Table
    from smartgoals.documents.plan_tables import TableImport
    from smartgoals.domain.plan import Plan
    from smartgoals.storage.store import PlanStore

_SHOWN_PROBLEMS = 20


def import_files(options: argparse.Namespace) -> None:
    """Take in all files or, when one of them cannot be, none."""
    if options.plan is None:
        _add_plans(options)
    else:
        _add_tables(options)


def _add_plans(options: argparse.Namespace) -> None:
    plans = [_read_plan(path) for path in options.files]
    folder = data_folder(options.data_dir)
    added = with_plans(folder, partial(_added, plans=plans), opened=open_to_change)
    print_text("\n".join(plan.id for plan in added))


def _added(store: PlanStore, plans: list[Plan]) -> list[Plan]:
    from smartgoals.storage.backups import back_up

    back_up(store.path)
    added = _with_new_ids(store, plans)
    store.save_all(added)
    return added


def _add_tables(options: argparse.Namespace) -> None:
    tables = [_read_table(path) for path in options.files]
    read = list(_read_in_turn(loaded(options), zip(tables, options.files, strict=True)))
    _tell_problems(options, read)
    if not all(each.preview.action or each.preview.known for each in read):
        raise CommandError(tr("There is nothing in it that could be added."), BAD_USE)
    if any(each.preview.action for each in read):
        changed(options, partial(_filled, imports=read), backs_up=True)
    for each in read:
        if each.preview.action:
            print_text(tr("Added: {what}").format(what=each.preview.facts[0]))
        if each.preview.known:
            print_text(each.preview.known)


def _read_in_turn(plan: Plan, tables: Iterable[tuple[Table, Path]]) -> Iterator[TableImport]:
    """Read each table into the plan as the ones before it make it."""
    for table, path in tables:
        each = _read_into(plan, table, path)
        plan = each.added_to(plan, today())
        yield each


def _read_into(plan: Plan, table: Table, path: Path) -> TableImport:
    from smartgoals.documents.csv_reader import TableTextError
    from smartgoals.documents.plan_tables import read_into
    from smartgoals.formats.system import system_formats

    try:
        return read_into(plan, table, system_formats(), today())
    except TableTextError as error:
        raise CommandError(f"{printable(path)}: {error}", BAD_USE) from error


def _filled(plan: Plan, imports: Iterable[TableImport]) -> Plan:
    """Return the plan with all of it; what changes a running plan is in its log."""
    from smartgoals.domain.adjustments import FieldWords, logged
    from smartgoals.formats.system import system_formats
    from smartgoals.words.adjustments import field_label, field_value

    formats = system_formats()
    words = FieldWords(partial(field_label, formats=formats), partial(field_value, formats=formats))
    filled = reduce(lambda before, each: each.added_to(before, today()), imports, plan)
    return logged(plan, filled, today(), words)


def _tell_problems(options: argparse.Namespace, imports: list[TableImport]) -> None:
    """Say which rows do not fit; that ends the command unless they are to be left out."""
    lines = [
        f"{printable(path)}: {problem}"
        for path, each in zip(options.files, imports, strict=True)
        for problem in each.preview.problems
    ]
    shown = lines[:_SHOWN_PROBLEMS]
    rest = len(lines) - len(shown)
    if rest:
        shown.append(ngettext("and {n} more", "and {n} more", rest).format(n=rest))
    if lines and not options.skip:
        shown.append(tr("Nothing was taken over; --skip takes the rows that fit."))
        raise CommandError("\n".join(shown), BAD_USE)
    if lines:
        tell("\n".join(shown))


def _with_new_ids(store: PlanStore, plans: list[Plan]) -> list[Plan]:
    """Return the plans, under a new id where one of its id is there already."""
    from smartgoals.domain.value import new_id

    added: dict[str, Plan] = {}
    for plan in plans:
        is_there = plan.id in added or _is_stored(store, plan.id)
        fresh = plan.replace(id=new_id()) if is_there else plan
        added[fresh.id] = fresh
    return list(added.values())


def _is_stored(store: PlanStore, plan_id: str) -> bool:
    try:
        return store.find(plan_id) == plan_id
    except StorageError as error:
        if error.reason in {StorageReason.NOT_FOUND, StorageReason.AMBIGUOUS}:
            return False
        raise


def _read_plan(path: Path) -> Plan:
    from smartgoals.documents.plan_file import PlanFileError, read_plan_file

    try:
        return read_plan_file(path)
    except OSError as error:
        raise CommandError(unreadable_file_text(path, error), BAD_USE) from error
    except PlanFileError as error:
        raise CommandError(f"{printable(path)}: {error}", BAD_USE) from error


def _read_table(path: Path) -> Table:
    from smartgoals.documents.csv_reader import TableTextError, read_table_file

    try:
        return read_table_file(path, language())
    except OSError as error:
        raise CommandError(unreadable_file_text(path, error), BAD_USE) from error
    except TableTextError as error:
        raise CommandError(f"{printable(path)}: {error}", BAD_USE) from error
