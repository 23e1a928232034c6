"""Which plans of a database are not as they were saved."""

import contextlib
import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy import Table, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from smartgoals.storage.connection import connect, engine_of
from smartgoals.storage.location import SCHEMA_VERSION, database_uri
from smartgoals.storage.mapping import plan_of
from smartgoals.storage.tables import PlanRow, Row

_BATCH = 50


def broken_plans(path: Path, plan_ids: Sequence[str] | None = None) -> list[str]:
    """Return the ids of the plans, of these or of all, that are not as they were saved.

    Raises:
        sqlite3.Error: the file cannot be read.
    """
    with contextlib.closing(connect(path, read_only=True)) as connection:
        return _broken(connection, all_plans(connection) if plan_ids is None else plan_ids)


def all_plans(connection: sqlite3.Connection) -> list[str]:
    """Return the ids of all plans, last saved first."""
    rows = connection.execute("SELECT id FROM plan ORDER BY saved_at DESC")
    return [plan_id for (plan_id,) in rows]


def plans_unlike(path: Path, known: Path) -> list[str]:
    """Return the ids of the plans that the known database does not hold to the last bit.

    What is the same there need not be checked again where that one has been.

    Raises:
        sqlite3.Error: one of the two cannot be read.
    """
    with contextlib.closing(connect(path, read_only=True)) as connection:
        connection.execute("ATTACH ? AS known", (database_uri(known, "mode=ro"),))
        (version,) = connection.execute("PRAGMA known.user_version").fetchone()
        if version != SCHEMA_VERSION:
            return all_plans(connection)
        return [plan_id for (plan_id,) in connection.execute(_unlike_query())]


def _broken(connection: sqlite3.Connection, plan_ids: Sequence[str]) -> list[str]:
    with Session(engine_of(connection), autoflush=False) as session:
        return list(_broken_in(session, plan_ids))


def _broken_in(session: Session, plan_ids: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(plan_ids), _BATCH):
        batch = plan_ids[start : start + _BATCH]
        if not _are_whole(session, batch):
            yield from (plan_id for plan_id in batch if not _are_whole(session, [plan_id]))


def _are_whole(session: Session, plan_ids: Sequence[str]) -> bool:
    session.expunge_all()
    try:
        rows = session.scalars(select(PlanRow).where(PlanRow.id.in_(plan_ids))).all()
        plans = [plan_of(row) for row in rows]
    except (ValueError, LookupError, ArithmeticError, TypeError, SQLAlchemyError):
        return False
    whole = [
        plan is not None and plan.name == row.name for plan, row in zip(plans, rows, strict=True)
    ]
    return all(whole) and len(whole) == len(plan_ids)


def _unlike_query() -> str:
    """Return the query for plans of which a row differs, is new or is missing."""
    queries = []
    for table in Row.metadata.sorted_tables:
        plan_id = "id" if table.name == PlanRow.__tablename__ else "plan_id"
        queries.append(_one_sided(table, plan_id, "main", "known"))
        if plan_id == "plan_id":
            # A part that is gone is a change of its plan; a plan that is gone is none.
            queries.append(_one_sided(table, plan_id, "known", "main"))
    everywhere = " UNION ".join(queries)
    return f"SELECT id FROM ({everywhere}) WHERE id IN (SELECT id FROM main.plan)"  # noqa: S608


def _one_sided(table: Table, plan_id: str, here: str, there: str) -> str:
    names = [column.name for column in table.columns]
    keys = [column.name for column in table.primary_key]
    same_key = " AND ".join(f'b."{key}" = a."{key}"' for key in keys)
    same = ", ".join(f'b."{name}"' for name in names), ", ".join(f'a."{name}"' for name in names)
    return (
        f"SELECT a.{plan_id} AS id FROM {here}.{table.name} AS a WHERE NOT EXISTS ("  # noqa: S608
        f"SELECT 1 FROM {there}.{table.name} AS b WHERE {same_key} AND ({same[0]}) IS ({same[1]}))"
    )
