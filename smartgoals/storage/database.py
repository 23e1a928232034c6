"""The open database: one connection, one transaction at a time, and every fault by its name."""

import contextlib
import os
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.orm import Session

from smartgoals.storage.checks import check_content, check_newer_content
from smartgoals.storage.connection import WRITE, connect, engine_of, faults_named
from smartgoals.storage.create import create_database, create_folder, new_file, put_in_place
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.storage.location import check_identity, database_uri, exists, real_path


class Database:
    """A checked database file.

    It may be opened in one thread and used in another; transactions of several threads
    take turns.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, *, read_only: StorageReason | None
    ) -> None:
        self.path = path
        self.read_only = read_only
        """Why nothing can be written; None when it can."""
        self._turn = threading.RLock()
        self._is_closed = False
        self._use(connection)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that sees one state of the file.

        Raises:
            StorageError: the file cannot be read.
        """
        with self._turn, faults_named(self.path):
            self._check_open()
            with Session(self._engine, autoflush=False) as session, session.begin():
                yield session

    @contextlib.contextmanager
    def writing(self) -> Iterator[Session]:
        """Give a session whose changes are on the disk when the block has ended, or not at all.

        Raises:
            StorageError: they could not be written; then nothing is changed.
        """
        with self._turn, faults_named(self.path):
            self._check_open()
            self._check_place()
            with Session(self._writing_engine, autoflush=False) as session, session.begin():
                yield session

    @contextlib.contextmanager
    def plain(self) -> Iterator[sqlite3.Connection]:
        """Give the bare connection, for reading by the standard library.

        Raises:
            StorageError: the file cannot be read.
        """
        with self._turn, faults_named(self.path):
            self._check_open()
            yield self._connection

    def take_over(self, source: sqlite3.Connection) -> None:
        """Put the whole content of another database in the place of this one's, or nothing of it.

        Raises:
            StorageError: it could not be written; then nothing is changed.
        """
        with self._turn, faults_named(self.path):
            self._check_open()
            self._check_place()
            source.backup(self._connection)

    def put_anew(self) -> Path | None:
        """Put the database at its path again, from where it has been moved or deleted.

        Returns where the other file is kept that had taken its place; None when there was none.

        Raises:
            StorageError: it cannot be read any more, or not be written there.
        """
        with self._turn, faults_named(self.path):
            self._check_open()
            create_folder(self.path.parent)
            place = real_path(self.path)
            part = new_file(place)
            try:
                with contextlib.closing(connect(part)) as copy:
                    self._connection.backup(copy)
                    check_content(copy, self.path)
                kept = put_in_place(part, place, "other")
            finally:
                part.unlink(missing_ok=True)
            fresh = connect(self.path)
            self._let_go()
            self._use(fresh)
            return kept

    def close(self) -> None:
        """Let go of the file; closing twice is closing once."""
        with self._turn:
            self._is_closed = True
            self._let_go()

    def _use(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._engine = engine_of(connection)
        self._writing_engine = self._engine.execution_options(**{WRITE: True})
        self._place = _place(self.path)

    def _let_go(self) -> None:
        self._engine.dispose()
        self._connection.close()

    def _check_open(self) -> None:
        if self._is_closed:
            raise StorageError(StorageReason.CLOSED, self.path)

    def _check_place(self) -> None:
        """Make sure that what is written goes into the file that stands at the path."""
        if self.read_only is not None:
            raise StorageError(self.read_only, self.path)
        if _place(self.path) != self._place:
            raise StorageError(StorageReason.MOVED, self.path)


def open_database(path: Path, *, read_only: StorageReason | None = None) -> Database:
    """Return the database at the path, checked; it and its folder are made when missing.

    One that may not be written is opened for reading, as is any when ``read_only`` says why;
    then nothing is made. With NEWER one of a newer version is read as far as it is known.

    Raises:
        StorageError: there is none, it cannot be opened, or it does not stand the checks.
    """
    if read_only is None:
        create_folder(path.parent)
        if not exists(path):
            create_database(path)
    if not exists(path):
        raise StorageError(StorageReason.MISSING, path)
    if read_only is None and not _is_writable(path):
        read_only = StorageReason.READ_ONLY
    _check_version(path, read_only)
    check = check_newer_content if read_only is StorageReason.NEWER else check_content
    with faults_named(path), contextlib.ExitStack() as on_failure:
        connection = connect(path, read_only=read_only is not None)
        on_failure.callback(connection.close)
        check(connection, path)
        database = Database(path, connection, read_only=read_only)
        on_failure.pop_all()
        return database


def _check_version(path: Path, read_only: StorageReason | None) -> None:
    """Make sure that the file is ours, and bring an older one up to date."""
    try:
        check_identity_of(path)
    except StorageError as error:
        if error.reason is StorageReason.NEWER is read_only:
            return
        if error.reason is not StorageReason.OLDER or read_only is not None:
            raise
        from smartgoals.storage.migrate import migrate  # Alembic, only when it is needed.

        migrate(path)


def check_identity_of(path: Path) -> None:
    """Look without changing a byte: a file that is not ours to mend is not mended.

    Raises:
        StorageError: it is another program's, of another version, or cannot be read.
    """
    try:
        with faults_named(path), contextlib.closing(connect(path, read_only=True)) as connection:
            check_identity(connection, path)
    except StorageError as error:
        if error.reason is not StorageReason.UNFINISHED:
            raise
        # Immutable: the journal of the save that was cut off is left alone. Its program is
        # gone, so nobody is writing.
        uri = database_uri(path, "mode=ro&immutable=1")
        with faults_named(path), contextlib.closing(sqlite3.connect(uri, uri=True)) as connection:
            check_identity(connection, path)


def _is_writable(path: Path) -> bool:
    """Whether SQLite can write the file, and its journal beside it."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK | os.X_OK)


def _place(path: Path) -> tuple[int, int]:
    """Return what tells the file from another one of the same name."""
    with faults_named(path):
        status = path.stat()
        return status.st_dev, status.st_ino
