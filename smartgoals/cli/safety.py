"""The commands that look after the database: ``backup``, ``restore``, ``verify``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.cli.output import BAD_USE, CommandError, print_text
from smartgoals.cli.stored_plans import is_lost
from smartgoals.folders import data_folder
from smartgoals.language import ngettext, tr
from smartgoals.storage.backup_files import Backup, backups
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.storage.location import database_path, exists
from smartgoals.storage.lock import FolderLock
from smartgoals.words.backups import kept_before_text, moment_text, plans_text
from smartgoals.words.errors import printable, storage_error_text

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

_NOT_OURS_TO_READ = {
    StorageReason.DAMAGED,
    StorageReason.FOREIGN,
    StorageReason.MISSING,
    StorageReason.NEWER,
    StorageReason.NOT_A_FILE,
}


def back_up(options: argparse.Namespace) -> None:
    """Make a backup among the others, when anything has changed, or write one to a file."""
    from smartgoals.storage import backups

    path = _there(options)
    if options.to is None:
        made = backups.back_up(path, even_empty=True)
        print_text(str(made.path if made else path))
        return
    target = options.to.absolute()
    if not target.parent.is_dir():
        raise CommandError(
            tr("There is no folder “{place}”.").format(place=printable(target.parent))
        )
    if target.exists() and target.samefile(path):
        raise CommandError(
            tr("“{place}” is the database itself; please name another file.").format(
                place=printable(target)
            ),
            BAD_USE,
        )
    backups.copy_verified(path, target)
    print_text(str(options.to))


def restore(options: argparse.Namespace) -> None:
    """Put all that the backup holds in the place of the plans that there are."""
    from smartgoals.storage.restore import restore_file

    folder, backup = data_folder(options.data_dir), options.file.absolute()
    with _alone(folder):
        try:
            kept = restore_file(database_path(folder), backup)
        except StorageError as error:
            if error.path == backup and error.reason in _NOT_OURS_TO_READ:
                raise CommandError(storage_error_text(error.reason, backup), BAD_USE) from error
            raise
    print_text(_restored_text(folder, backup, kept))


def verify(options: argparse.Namespace) -> None:
    """Check the database, every plan in it and every backup; change nothing."""
    folder = data_folder(options.data_dir)
    path = database_path(folder)
    if not exists(path):
        _tell_of_no_database(folder)
        return
    facts = [_database_fact(path), *_backup_facts(folder, path)]
    print_text("\n".join(facts))


def _there(options: argparse.Namespace) -> Path:
    """Return the path of the database that there is."""
    path = database_path(data_folder(options.data_dir))
    if not exists(path):
        raise StorageError(StorageReason.MISSING, path)
    return path


def _alone(folder: Path) -> FolderLock:
    """Return the hold on the folder, which no window has open."""
    lock = FolderLock.take(folder)
    if lock is None:
        raise CommandError(
            tr("SmartGoals is open on “{place}”; please close it first.").format(
                place=printable(folder)
            )
        )
    return lock


def _restored_text(folder: Path, backup: Path, kept: Path | None) -> str:
    from smartgoals.storage.overview import read_overviews

    count = len(read_overviews(database_path(folder)))
    text = ngettext(
        "{n} plan is here, as it was in “{file}”.",
        "{n} plans are here, as they were in “{file}”.",
        count,
    ).format(n=count, file=printable(backup))
    if kept is None:
        return text
    return f"{text}\n{kept_before_text(kept)}"


def _tell_of_no_database(folder: Path) -> None:
    if is_lost(folder):
        raise StorageError(StorageReason.MISSING, database_path(folder))
    print_text(tr("There are no plans in “{place}” yet.").format(place=printable(folder)))


def _database_fact(path: Path) -> str:
    from smartgoals.storage.backups import verify as verify_file
    from smartgoals.storage.overview import read_overviews

    try:
        verify_file(path)
    except StorageError as error:
        raise CommandError(_what_is_wrong(path, error)) from error
    count = len(read_overviews(path)) + len(read_overviews(path, trashed=True))
    return tr("“{place}” is whole; every plan in it is as it was saved ({plans}).").format(
        place=printable(path), plans=plans_text(count)
    )


def _what_is_wrong(path: Path, error: StorageError) -> str:
    """Return the sentence, and below it the plans that are not as they were saved."""
    import sqlite3

    from smartgoals.storage.seal_check import broken_plans

    lines = [storage_error_text(error.reason, error.path)]
    if error.reason is StorageReason.DAMAGED:
        try:
            broken = broken_plans(path)
        except sqlite3.Error:
            broken = []
        not_as_saved = tr("The plan {id} is not as it was saved.")
        lines += [not_as_saved.format(id=printable(plan_id)) for plan_id in broken]
    return "\n".join(lines)


def _backup_facts(folder: Path, path: Path) -> list[str]:
    there = backups(folder)
    if not there:
        return [tr("There is no backup yet.")]
    known, broken = path, []
    for backup in there:
        if _is_whole(backup, known):
            known = backup.path
        else:
            broken.append(storage_error_text(StorageReason.DAMAGED, backup.path))
    if broken:
        raise CommandError("\n".join(broken))
    return [_whole_backups_text(there)]


def _is_whole(backup: Backup, known: Path) -> bool:
    """Return whether it is whole; one of an earlier version is brought up to date first."""
    from smartgoals.storage.backups import verify as verify_file

    try:
        verify_file(backup.path, known=known)
    except StorageError as error:
        return error.reason is StorageReason.OLDER
    return True


def _whole_backups_text(there: list[Backup]) -> str:
    from smartgoals.formats.system import system_formats

    return ngettext(
        "{n} backup is whole; it is of {moment}.",
        "{n} backups are whole; the newest is of {moment}.",
        len(there),
    ).format(n=len(there), moment=moment_text(there[0].made_at, system_formats()))
