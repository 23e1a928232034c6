"""Getting plans out of a damaged database, one by one: each whole and as saved, or not at all."""

import contextlib
import shutil
import sqlite3
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, literal_column, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from smartgoals.domain.clock import today
from smartgoals.domain.plan import Plan
from smartgoals.storage.connection import connect, engine_of
from smartgoals.storage.create import fill, side_files
from smartgoals.storage.mapping import plan_of, plan_row
from smartgoals.storage.tables import PlanRow

_PAGE = 4096
_HEADER = 100
"""Bytes at the begin of the first page that tell of the file as a whole."""
_PAGE_COUNT_AT = 28
_UNREADABLE = (ValueError, LookupError, ArithmeticError, TypeError, SQLAlchemyError, sqlite3.Error)
_MARKS = ("version", "created_at", "saved_at", "trashed_at", "archived")


@dataclass(frozen=True)
class Salvaged:
    """What was found in a damaged database."""

    rows: tuple[PlanRow, ...]
    """The plans that are as they were saved, in rows that can be added to another database."""
    lost: frozenset[str] = frozenset()
    """What stands for the ids of plans that cannot be read; may itself be garbled."""
    seen: int = 0
    """How many plans there were, as far as can be told."""


def salvage(path: Path) -> Salvaged:
    """Return the plans that can be had from the damaged database; it is not touched."""
    with tempfile.TemporaryDirectory() as name:
        copy = _copied(path, Path(name))
        found = _plans_in(copy)
        if not found.rows:
            # The first page says where all others are; ours are where a new database has them.
            _renew_first_page(copy)
            found = max(found, _plans_in(copy), key=lambda each: len(each.rows))
    return found


def _copied(path: Path, folder: Path) -> Path:
    """Copy the file with its journal, so that a save that was cut off is taken back there."""
    for file in (path, *side_files(path)):
        with contextlib.suppress(OSError):
            shutil.copyfile(file, folder / file.name)
    return folder / path.name


def _renew_first_page(copy: Path) -> None:
    template = copy.with_name("template.db")
    template.unlink(missing_ok=True)
    template.touch()
    fill(template)
    with contextlib.suppress(OSError), copy.open("r+b") as file:
        pages = copy.stat().st_size // _PAGE
        file.write(template.read_bytes()[:_PAGE])
        file.seek(_PAGE_COUNT_AT)
        file.write(pages.to_bytes(4))
        file.flush()
    for side in side_files(copy):
        side.unlink(missing_ok=True)


def _plans_in(copy: Path) -> Salvaged:
    try:
        with contextlib.closing(connect(copy)) as connection:
            return _plans_through(connection)
    except _UNREADABLE:
        return Salvaged(())


def _plans_through(connection: sqlite3.Connection) -> Salvaged:
    # A page that is not as it should be may hold rows that are.
    connection.execute("PRAGMA cell_size_check=OFF")
    rows: dict[str, PlanRow] = {}
    with Session(engine_of(connection), autoflush=False) as session:
        seen = _row_numbers(connection)
        for number in sorted(_with_gaps(seen)):
            row = _row(session, number)
            if row is not None:
                rows[row.id] = row
    lost = {plan_id for plan_id in _ids(connection) if isinstance(plan_id, str)} - rows.keys()
    return Salvaged(tuple(rows.values()), frozenset(lost), len(seen))


def _row_numbers(connection: sqlite3.Connection) -> set[int]:
    """Return the numbers of the rows of plans, from all that can be walked through."""
    found: set[int] = set()
    for source, order in (
        ("plan", "rowid"),
        ("plan", "id"),
        ("plan INDEXED BY plan_overview", "trashed_at {0}, saved_at {0}, id"),
    ):
        found |= _walked_both_ways(connection, f"SELECT rowid FROM {source} ORDER BY {order} {{0}}")  # noqa: S608
    return found


def _with_gaps(found: set[int]) -> set[int]:
    """Return the numbers and those between them, which may be of rows that no walk came by."""
    return found | set(range(1, min(max(found, default=0), len(found) * 4 + 100)))


def _ids(connection: sqlite3.Connection) -> set[Any]:
    return _walked_both_ways(connection, "SELECT id FROM plan ORDER BY id {0}")


def _walked_both_ways(connection: sqlite3.Connection, query: str) -> set[Any]:
    """Return what the query finds, up to the first row that cannot be read, from both ends."""
    found: set[Any] = set()
    for way in ("ASC", "DESC"):
        with contextlib.suppress(sqlite3.Error):
            for (value,) in connection.execute(query.format(way)):
                found.add(value)
    return found


def _row(session: Session, number: int) -> PlanRow | None:
    """Return the plan of the row anew, as it is to be stored, when it is as it was saved."""
    session.expunge_all()
    rowid: ColumnElement[int] = literal_column("plan.rowid")
    try:
        stored = session.scalars(select(PlanRow).where(rowid == number)).one_or_none()
        plan = None if stored is None else plan_of(stored)
        if stored is None or plan is None:
            return None
        return _copy_of(stored, plan)
    except _UNREADABLE:
        session.rollback()
        return None


def _copy_of(stored: PlanRow, plan: Plan) -> PlanRow:
    row = plan_row(plan, today())
    for mark in _MARKS:
        setattr(row, mark, getattr(stored, mark))
    return row
