"""Bringing a database of an older version to the present schema, in a copy, whole or not at all.

Imported only when there is something to migrate: Alembic is slow to load.
"""

import contextlib
import datetime as dt
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from smartgoals.storage.checks import check_whole
from smartgoals.storage.connection import WRITE, connect, engine_of, faults_named
from smartgoals.storage.create import new_file
from smartgoals.storage.disk import second_name, sync_folder
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.storage.location import SCHEMA_VERSION
from smartgoals.storage.mapping import plan_of
from smartgoals.storage.tables import PlanRow

SCRIPTS = "smartgoals.storage:migrations"
_ALEMBIC_TABLE = "alembic_version"


def migrate(path: Path, *, scripts: str = SCRIPTS, version: int = SCHEMA_VERSION) -> Path:
    """Bring the database to the version; return where the old file is kept.

    The old file is the database until the migrated copy has stood all checks.

    Raises:
        StorageError: it could not be done, or what came out is not whole; nothing is changed.
    """
    path = path.resolve()  # What a link leads to, so that the link stays one.
    with faults_named(path):
        with contextlib.closing(connect(path)) as guard:
            # From here on nobody can save into the old file, and a save that was cut off has
            # been taken back.
            guard.execute("BEGIN IMMEDIATE")
            _remove_leftovers(path)
            part = new_file(path)
            try:
                _copy(path, part)
                _migrate_copy(part, path, scripts, version)
                kept = _keep(path)
            except BaseException:
                part.unlink()
                raise
        part.replace(path)
        sync_folder(path.parent)
    return kept


def _remove_leftovers(path: Path) -> None:
    """Remove the copies of migrations that were killed."""
    for leftover in path.parent.glob(f"{path.stem}-*.part*"):
        leftover.unlink(missing_ok=True)


def _copy(path: Path, part: Path) -> None:
    # On a connection of its own: SQLite copies from none that is about to write.
    with (
        contextlib.closing(connect(path, read_only=True)) as source,
        contextlib.closing(connect(part)) as target,
    ):
        source.backup(target)


def _migrate_copy(part: Path, path: Path, scripts: str, version: int) -> None:
    with contextlib.closing(connect(part)) as bare:
        check_whole(bare, path)
        # Cannot be switched inside a transaction. On, it would delete the parts of every
        # plan when the table of the plans is made anew.
        bare.execute("PRAGMA foreign_keys=OFF")
        engine = engine_of(bare).execution_options(**{WRITE: True})
        with engine.begin() as connection:
            before = _row_counts(connection)
            _upgrade(connection, scripts)
            connection.exec_driver_sql(f"PRAGMA user_version={version}")
            _check_counts(before, _row_counts(connection), path)
            _check_seals(connection, path)
        check_whole(bare, path)


def _upgrade(connection: Connection, scripts: str) -> None:
    (version,) = connection.exec_driver_sql("PRAGMA user_version").one()
    config = Config()
    config.set_main_option("script_location", scripts.replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    # The version is kept in the header of the file; Alembic's own note of it lives only here.
    command.stamp(config, f"{version:04}")
    command.upgrade(config, "head")
    connection.exec_driver_sql(f"DROP TABLE {_ALEMBIC_TABLE}")


def _row_counts(connection: Connection) -> dict[str, int]:
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
    return {
        name: connection.exec_driver_sql(f'SELECT count(*) FROM "{name}"').scalar_one()  # noqa: S608
        for name in names.scalars().all()
    }


def _check_counts(before: dict[str, int], after: dict[str, int], path: Path) -> None:
    if any(after.get(name, number) != number for name, number in before.items()):
        raise StorageError(StorageReason.DAMAGED, path, detail="migration changed row counts")


def _check_seals(connection: Connection, path: Path) -> None:
    with Session(connection, autoflush=False) as session:
        try:
            rows = session.scalars(select(PlanRow).execution_options(yield_per=50))
            whole = all(plan_of(row) for row in rows)
        except (ValueError, LookupError, ArithmeticError, TypeError):
            whole = False
    if not whole:
        raise StorageError(StorageReason.DAMAGED, path, detail="migration broke a seal")


def _keep(path: Path) -> Path:
    """Give the old file a second name, under which it stays."""
    stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%d-%H%M%S-%f")
    kept = path.with_name(f"{path.stem}-before-migration-{stamp}{path.suffix}")
    second_name(path, kept)
    return kept
