"""The plan store: plans kept in a data folder, each save on the disk when it returns."""

import contextlib
import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, Self

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session, lazyload

from smartgoals.domain.clock import today
from smartgoals.domain.plan import Plan
from smartgoals.domain.text import clean_line
from smartgoals.storage.connection import connect
from smartgoals.storage.database import Database, open_database
from smartgoals.storage.errors import (
    AmbiguousReferenceError,
    ChangedElsewhereError,
    StorageError,
    StorageReason,
)
from smartgoals.storage.location import database_path
from smartgoals.storage.mapping import head_row, plan_of, write_parts
from smartgoals.storage.overview import PlanOverview, select_overviews
from smartgoals.storage.tables import PlanRow


class _Revision(NamedTuple):
    """The state of a stored plan; the seal tells apart plans stored anew under the same id."""

    version: int
    seal: str


class PlanStore:
    """Loads and saves plans; remembers of each plan which state it has seen last.

    It may be opened in a worker thread and handed over: calls of several threads take turns.
    Every method raises ``StorageError`` when the file cannot be read or written.
    """

    def __init__(self, database: Database) -> None:
        self.on_change: Callable[[str], object] = lambda _: None
        """Told the id of each plan that was saved, moved or deleted; blank: all may be others."""
        self._database = database
        self._seen: dict[str, _Revision] = {}
        self._last: tuple[Plan, _Revision] | None = None
        """The plan that was loaded or saved last, and the state of which it is the content."""

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False) -> Self:
        """Return the store of the data folder; both are made when missing.

        With ``read_only`` nothing is made and nothing can be saved.

        Raises:
            StorageError: the database is damaged, newer, another program's or out of reach.
        """
        why = StorageReason.READ_ONLY if read_only else None
        return cls(open_database(database_path(folder), read_only=why))

    @classmethod
    def open_for_reading(cls, folder: Path, why: StorageReason) -> Self:
        """Return the store for reading, which says why nothing can be saved.

        With NEWER that of a newer version is read as far as this version knows it.

        Raises:
            StorageError: as ``open``, or MISSING.
        """
        return cls(open_database(database_path(folder), read_only=why))

    @property
    def path(self) -> Path:
        """The path of the database."""
        return self._database.path

    @property
    def read_only(self) -> StorageReason | None:
        """Why nothing can be saved; None when it can."""
        return self._database.read_only

    def load(self, plan_id: str) -> Plan:
        """Return the stored plan, in the trash or not.

        Raises:
            StorageError: NOT_FOUND, or DAMAGED when it is not what was saved.
        """
        with self._database.reading() as session:
            row = self._row(session, plan_id)
            plan = self._plan(row)
            revision = _revision(row)
        self._see(plan, revision)
        return plan

    def read(self, plan_id: str) -> Plan:
        """Return the stored plan for looking only, in the trash or not.

        Unlike with ``load``, a plan in work goes on from the state that was seen before: what
        was changed elsewhere meanwhile is still noticed when it is saved.

        Raises:
            StorageError: NOT_FOUND, or DAMAGED when it is not what was saved.
        """
        with self._database.reading() as session:
            return self._plan(self._row(session, plan_id))

    def save(self, plan: Plan) -> None:
        """Keep the plan; when this returns it is on the disk.

        Raises:
            ChangedElsewhereError: the stored plan is not the one that was loaded or saved
                here last, or is gone; nothing is overwritten or resurrected. The same change
                made elsewhere is no conflict.
        """
        self.save_all((plan,))

    def save_all(self, plans: Sequence[Plan]) -> None:
        """Keep all the plans, of different ids, or none of them; else as ``save``."""
        with self._database.writing() as session:
            revisions = [self._saved(session, plan) for plan in plans]
        for plan, revision in zip(plans, revisions, strict=True):
            self._see(plan, revision)
            self.on_change(plan.id)

    def overwrite(self, plan: Plan) -> None:
        """Keep the plan whatever is stored, after the user has seen both and decided."""
        with self._database.writing() as session:
            revision = self._write(session, plan, _stored_revision(session, plan.id))
        self._see(plan, revision)
        self.on_change(plan.id)

    def overviews(
        self, *, trashed: bool = False, limit: int | None = None, offset: int = 0
    ) -> list[PlanOverview]:
        """Return the plans, last saved first, or those in the trash, last thrown away first."""
        with self._database.plain() as connection:
            return select_overviews(
                connection, self.path, trashed=trashed, limit=limit, offset=offset
            )

    def find(self, reference: str) -> str:
        """Return the id of the plan of that id, or whose title begins so, in any case.

        A whole title goes before a beginning. Plans in the trash are found by id only.

        Raises:
            StorageError: NOT_FOUND.
            AmbiguousReferenceError: several titles begin so.
        """
        plan_id = clean_line(reference)
        with self._database.reading() as session:
            if _stored_revision(session, plan_id) is not None:
                return plan_id
        wanted = _folded(reference)
        plans = self.overviews() if wanted else []
        found = [plan for plan in plans if _folded(plan.title).startswith(wanted)]
        whole = [plan for plan in found if _folded(plan.title) == wanted]
        match whole if len(whole) == 1 else found:
            case []:
                raise StorageError(StorageReason.NOT_FOUND, self.path)
            case [plan]:
                return plan.id
            case several:
                raise AmbiguousReferenceError(self.path, tuple(several))

    def trash(self, plan_id: str) -> None:
        """Put the plan into the trash; ``restore`` takes it out again.

        Raises:
            StorageError: NOT_FOUND.
        """
        self._mark(plan_id, trashed_at=dt.datetime.now(dt.UTC))

    def restore(self, plan_id: str) -> None:
        """Take the plan out of the trash.

        Raises:
            StorageError: NOT_FOUND.
        """
        self._mark(plan_id, trashed_at=None)

    def archive(self, plan_id: str, *, archived: bool = True) -> None:
        """Put the plan into the archive, or take it out.

        Raises:
            StorageError: NOT_FOUND.
        """
        self._mark(plan_id, archived=archived)

    def delete_forever(self, plan_id: str) -> None:
        """Remove the plan and all its parts from the file; nothing brings it back.

        Raises:
            StorageError: NOT_FOUND.
        """
        with self._database.writing() as session:
            self._row_must_exist(session, plan_id)
            session.execute(delete(PlanRow).where(PlanRow.id == plan_id))
        self._seen.pop(plan_id, None)
        self.on_change(plan_id)

    def empty_trash(self, until: dt.datetime) -> None:
        """Remove the plans thrown away up to that moment; only backups have them then."""
        with self._database.writing() as session:
            session.execute(delete(PlanRow).where(PlanRow.trashed_at <= until))
        self.on_change("")

    def take_over(self, other: Path) -> None:
        """Put all plans of another database, already verified, in the place of those here."""
        with contextlib.closing(connect(other, read_only=True)) as source:
            self._database.take_over(source)
        self._seen.clear()
        self._last = None
        self.on_change("")

    def put_anew(self) -> Path | None:
        """Put the file at its path again after it was moved or deleted while open.

        Returns where another file is kept that had taken its place; None when there was none.
        """
        return self._database.put_anew()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _see(self, plan: Plan, revision: _Revision) -> None:
        self._seen[plan.id] = revision
        self._last = plan, revision

    def _saved(self, session: Session, plan: Plan) -> _Revision:
        stored = _stored_revision(session, plan.id)
        if stored != self._seen.get(plan.id):
            theirs = self._stored_plan(session, plan.id)
            if theirs != plan:
                raise ChangedElsewhereError(self.path, plan, theirs)
        return self._write(session, plan, stored)

    def _write(self, session: Session, plan: Plan, stored: _Revision | None) -> _Revision:
        last = self._last
        known = last[0] if last and last[0].id == plan.id and last[1] == stored else None
        row = head_row(plan, today())
        if stored is not None and stored.seal == row.seal:
            return stored
        row.saved_at = dt.datetime.now(dt.UTC)
        if stored is None:
            row.version, row.created_at, row.archived = 1, row.saved_at, False
            session.add(row)
        else:
            row.version = stored.version + 1
            with self._damage_named():
                session.merge(row, options=[lazyload("*")])
        revision = _revision(row)
        session.flush()
        write_parts(session, plan, Plan() if stored is None else known)
        return revision

    def _row(self, session: Session, plan_id: str) -> PlanRow:
        with self._damage_named():
            row = session.get(PlanRow, plan_id)
        if row is None:
            raise StorageError(StorageReason.NOT_FOUND, self.path)
        return row

    @contextlib.contextmanager
    def _damage_named(self) -> Iterator[None]:
        """Name what goes wrong when stored values are read that no save has written."""
        try:
            yield
        except (ValueError, LookupError, ArithmeticError, TypeError):
            # Not chained: the message would quote the plan.
            raise self._damaged() from None

    def _plan(self, row: PlanRow) -> Plan:
        if self.read_only is StorageReason.NEWER:
            # Its seals are over fields that are not known here.
            with self._damage_named():
                return Plan.model_validate(row)
        plan = plan_of(row)
        if plan is None:
            raise self._damaged()
        return plan

    def _stored_plan(self, session: Session, plan_id: str) -> Plan | None:
        if _stored_revision(session, plan_id) is None:
            return None
        return self._plan(self._row(session, plan_id))

    def _row_must_exist(self, session: Session, plan_id: str) -> _Revision:
        revision = _stored_revision(session, plan_id)
        if revision is None:
            raise StorageError(StorageReason.NOT_FOUND, self.path)
        return revision

    def _mark(self, plan_id: str, **changes: Any) -> None:
        with self._database.writing() as session:
            old = self._row_must_exist(session, plan_id)
            new = old._replace(version=old.version + 1)
            statement = update(PlanRow).where(PlanRow.id == plan_id)
            session.execute(statement.values(version=new.version, **changes))
        # Who has not seen the last change of the plan has not seen it now either.
        if self._seen.get(plan_id) == old:
            self._seen[plan_id] = new
        self.on_change(plan_id)

    def _damaged(self) -> StorageError:
        return StorageError(StorageReason.DAMAGED, self.path, detail="a plan is not as saved")


def _revision(row: PlanRow) -> _Revision:
    return _Revision(row.version, row.seal)


def _stored_revision(session: Session, plan_id: str) -> _Revision | None:
    statement = select(PlanRow.version, PlanRow.seal).where(PlanRow.id == plan_id)
    found = session.execute(statement).one_or_none()
    return None if found is None else _Revision(*found)


def _folded(text: str) -> str:
    return clean_line(text).strip().casefold()
