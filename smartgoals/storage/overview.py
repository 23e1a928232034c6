"""The list of plans, read before anything heavy is loaded: the standard library only."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import sqlite3
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, TypedDict, TypeVar

from smartgoals.domain.check_in_day import due_check_in
from smartgoals.domain.terms import PlanState
from smartgoals.storage.errors import StorageError, StorageReason, sqlite_fault
from smartgoals.storage.location import check_identity, database_uri, exists

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from decimal import Decimal
    from pathlib import Path

    from smartgoals.domain.terms import Status

AnyValue = TypeVar("AnyValue")

_PATIENCE = 0.1
"""Seconds to wait for a save of another program; the first window waits with us."""
_COLUMNS = (
    "id, name, brand, state, start, due, saved_at, trashed_at, archived, sample_id, progresses,"
    " check_in_weekday, last_check_in"
)
_LISTED = "WHERE trashed_at IS NULL ORDER BY saved_at DESC, id DESC"
_UNARCHIVED = "WHERE trashed_at IS NULL AND archived = 0 ORDER BY saved_at DESC, id DESC"
_MAY_BE_DUE = (
    "WHERE trashed_at IS NULL AND archived = 0 AND state = ? AND start < ? AND due >= start"
    " AND (last_check_in IS NULL OR last_check_in < ?) ORDER BY saved_at DESC, id DESC"
)
_TRASHED = "WHERE trashed_at IS NOT NULL ORDER BY trashed_at DESC, saved_at DESC, id DESC"


class Standing(TypedDict):
    """What the status of one metric follows from, from a day on; days and amounts as text."""

    since: str
    direction: str
    baseline: str | None
    current: str | None
    target: str | None
    start: str | None
    due: str | None


@dataclass(frozen=True, slots=True)
class PlanOverview:
    """One line of the list of plans."""

    id: str
    title: str
    """The title or the broad goal; blank when neither is written."""
    brand: str
    state: PlanState
    start: dt.date | None
    due: dt.date | None
    saved_at: dt.datetime
    """In UTC, as ``trashed_at``."""
    trashed_at: dt.datetime | None
    archived: bool
    sample_id: str | None
    progresses: str
    """What ``status`` is derived from: per metric its standings by day, as JSON."""
    check_in_weekday: int
    """The day of the week to check in; Monday is 0."""
    last_check_in: dt.date | None
    """The day of the latest check-in."""

    @property
    def trashed(self) -> bool:
        """Whether the plan is in the trash."""
        return self.trashed_at is not None

    def status(self, today: dt.date) -> Status:
        """Return the status of the plan on a day not before it was last saved.

        Raises:
            StorageError: DAMAGED, when what it follows from is not what was saved.
        """
        from smartgoals.domain.pace import worst

        try:
            metrics: list[list[Standing]] = json.loads(self.progresses)
            return worst([self._metric_status(standings, today) for standings in metrics])
        except (ValueError, LookupError, ArithmeticError, TypeError):
            raise StorageError(StorageReason.DAMAGED, detail="progresses") from None

    def progress(self, today: dt.date) -> Decimal | None:
        """Return the share of the way that the first metric has made; None when not known.

        As ``pace.progress``: below 0 on the wrong side, above 1 beyond the target.

        Raises:
            StorageError: DAMAGED, as for ``status``.
        """
        from decimal import Decimal

        from smartgoals.domain.pace import progress
        from smartgoals.domain.terms import Direction

        try:
            metrics: list[list[Standing]] = json.loads(self.progresses)
            if not metrics:
                return None
            standing = _standing_on(metrics[0], today)
            numbers = [standing["baseline"], standing["current"], standing["target"]]
            baseline, current, target = (_read(Decimal, number) for number in numbers)
            if baseline is None or current is None or target is None:
                return None
            return progress(baseline, current, target, Direction(standing["direction"]))
        except (ValueError, LookupError, ArithmeticError, TypeError):
            raise StorageError(StorageReason.DAMAGED, detail="progresses") from None

    def due_check_in(self, today: dt.date) -> dt.date | None:
        """Return the day for which a check-in is open; None when none is."""
        if self.state is not PlanState.ACTIVE or self.archived or self.trashed:
            return None
        return due_check_in(self.start, self.due, self.check_in_weekday, self.last_check_in, today)

    @staticmethod
    def _metric_status(standings: list[Standing], today: dt.date) -> Status:
        from decimal import Decimal

        from smartgoals.domain.pace import status
        from smartgoals.domain.terms import Direction

        standing = _standing_on(standings, today)
        return status(
            baseline=_read(Decimal, standing["baseline"]),
            current=_read(Decimal, standing["current"]),
            target=_read(Decimal, standing["target"]),
            direction=Direction(standing["direction"]),
            start=_read(dt.date.fromisoformat, standing["start"]),
            due=_read(dt.date.fromisoformat, standing["due"]),
            today=today,
        )


def _standing_on(standings: list[Standing], today: dt.date) -> Standing:
    # A check-in dated after the save counts from its day on.
    begun = [s for s in standings if s["since"] <= today.isoformat()]
    return (begun or standings)[-1 if begun else 0]


def read_overviews(
    path: Path,
    *,
    trashed: bool = False,
    archived: bool = True,
    limit: int | None = None,
    offset: int = 0,
) -> list[PlanOverview]:
    """Return the plans in the database at the path, last saved first; none without a file.

    With ``trashed``, those in the trash, last thrown away first; without ``archived``, not those
    in the archive. Nothing is written, not even to take an interrupted save back.

    Raises:
        StorageError: the file cannot be read as it is; opening the store tells or mends it.
    """
    if not exists(path):
        return []
    with reading(path) as connection:
        which = {"trashed": trashed, "archived": archived}
        return select_overviews(connection, path, **which, limit=limit, offset=offset)


def read_due(path: Path, today: dt.date, limit: int) -> list[PlanOverview]:
    """Return so many of the plans that ask for a check-in on the day; none without a file.

    Raises:
        StorageError: the file cannot be read as it is.
    """
    if not exists(path):
        return []
    day = today.isoformat()
    with reading(path) as connection:
        query = f"SELECT {_COLUMNS} FROM plan {_MAY_BE_DUE}"  # noqa: S608
        rows = connection.execute(query, (PlanState.ACTIVE.value, day, day))
        try:
            plans = (_overview(row) for row in rows)
            return list(islice((p for p in plans if p.due_check_in(today) is not None), limit))
        except (ValueError, TypeError):
            raise StorageError(StorageReason.DAMAGED, path, detail="overview") from None


@contextlib.contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a connection that only reads the database at the path, which must exist.

    Raises:
        StorageError: the file cannot be read as it is; opening the store tells or mends it.
    """
    uri = database_uri(path, "mode=ro")
    try:
        with contextlib.closing(sqlite3.connect(uri, uri=True, timeout=_PATIENCE)) as connection:
            connection.execute("PRAGMA trusted_schema=OFF")
            check_identity(connection, path)
            yield connection
    except sqlite3.Error as error:
        raise sqlite_fault(error, path) from error
    except UnicodeDecodeError:
        # SQLite quotes a damaged schema in its complaint, which Python cannot read then.
        raise StorageError(StorageReason.DAMAGED, path, detail="text") from None


def select_overviews(
    connection: sqlite3.Connection,
    path: Path,
    *,
    trashed: bool = False,
    archived: bool = True,
    limit: int | None = None,
    offset: int = 0,
) -> list[PlanOverview]:
    """Return the same through an open connection.

    Raises:
        StorageError: a value is not what was saved.
        sqlite3.Error: the file cannot be read.
    """
    which = _TRASHED if trashed else _LISTED if archived else _UNARCHIVED
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM plan {which} LIMIT ? OFFSET ?",  # noqa: S608
        (-1 if limit is None else limit, offset),
    )
    try:
        return [_overview(row) for row in rows]
    except (ValueError, TypeError):
        raise StorageError(StorageReason.DAMAGED, path, detail="overview") from None


def select_overviews_of(
    connection: sqlite3.Connection, path: Path, plan_ids: Sequence[str]
) -> list[PlanOverview]:
    """Return those of these plans that are stored, in the order of the ids.

    Raises:
        StorageError: a value is not what was saved.
        sqlite3.Error: the file cannot be read.
    """
    places = ",".join("?" * len(plan_ids))
    query = f"SELECT {_COLUMNS} FROM plan WHERE id IN ({places})"  # noqa: S608
    try:
        found = {row[0]: _overview(row) for row in connection.execute(query, plan_ids)}
    except (ValueError, TypeError):
        raise StorageError(StorageReason.DAMAGED, path, detail="overview") from None
    return [found[plan_id] for plan_id in plan_ids if plan_id in found]


def _read(read: Callable[[str], AnyValue], text: str | None) -> AnyValue | None:
    return None if text is None else read(text)


def _overview(row: tuple[Any, ...]) -> PlanOverview:
    plan_id, name, brand, state, start, due, saved_at, trashed_at, archived, *others = row
    sample_id, rest, weekday, last_check_in = others
    if not all(isinstance(text, str) for text in (plan_id, name, brand, rest)):
        raise TypeError
    return PlanOverview(
        id=plan_id,
        title=name,
        brand=brand,
        state=PlanState(state),
        start=_read(dt.date.fromisoformat, start),
        due=_read(dt.date.fromisoformat, due),
        saved_at=dt.datetime.fromisoformat(saved_at),
        trashed_at=_read(dt.datetime.fromisoformat, trashed_at),
        archived=bool(archived),
        sample_id=sample_id,
        progresses=rest,
        check_in_weekday=int(weekday),
        last_check_in=_read(dt.date.fromisoformat, last_check_in),
    )
