"""A bare desktop for one test: a screen of its own, a session bus, and the accessibility bus.

What is needed is on every desktop, but not on a machine for tests; ``.ci/run`` installs it.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

from jeepney import DBusAddress, Properties, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

PATIENCE = 30
"""Seconds that a program may take to come up or to answer."""


class Desktop:
    """A screen and buses that no other program has; everything ends with it."""

    def __enter__(self) -> Self:
        self._processes: list[subprocess.Popen[str]] = []
        self._home = tempfile.TemporaryDirectory()
        try:
            self._come_up(Path(self._home.name))
        except BaseException:
            self._end()
            raise
        return self

    def _come_up(self, home: Path) -> None:
        display = self._start(
            ["Xvfb", "-displayfd", "1", "-noreset", "-screen", "0", "1400x1000x24"]
        )
        kept = {
            name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ
        }
        self.environment = {
            **kept,
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
            "LANG": "C.UTF-8",
            "DISPLAY": f":{display}",
            "QT_QPA_PLATFORM": "xcb",
            # Settings of a user who is not there are not asked for.
            "GSETTINGS_BACKEND": "memory",
        }
        bus = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self._start(bus)
        with self.connect() as session:
            self._wake(session)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def _end(self) -> None:
        for process in reversed(self._processes):
            process.terminate()
            try:
                process.communicate(timeout=PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()
                process.communicate()
        self._home.cleanup()

    def connect(self) -> DBusConnection:
        """Return a connection to the session bus."""
        return open_dbus_connection(self.environment["DBUS_SESSION_BUS_ADDRESS"])

    def connect_accessibility(self) -> DBusConnection:
        """Return a connection to the accessibility bus."""
        with self.connect() as session:
            where = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            asked = session.send_and_get_reply(
                new_method_call(where, "GetAddress"), timeout=PATIENCE
            )
        return open_dbus_connection(asked.body[0])

    def start(self, *command: str | Path, **environment: str) -> subprocess.Popen[str]:
        """Start a program on this desktop."""
        process = subprocess.Popen(
            [str(part) for part in command],
            env={**self.environment, **environment},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._processes.append(process)
        return process

    def _start(self, command: list[str]) -> str:
        """Start a part of the desktop; return the first line that it says, when it is ready."""
        environment = getattr(self, "environment", None)
        process = subprocess.Popen(
            command,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._processes.append(process)
        assert process.stdout is not None
        return process.stdout.readline().strip()

    @staticmethod
    def _wake(session: DBusConnection) -> None:
        """Say, as every screen reader does when it starts, that one is there."""
        status = Properties(DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Status"))
        for name in ("IsEnabled", "ScreenReaderEnabled"):
            session.send_and_get_reply(status.set(name, "b", True), timeout=PATIENCE)  # noqa: FBT003
