"""What the window remembers from one day to the next, beside the plans."""

import contextlib
import os
import re
from pathlib import Path

from PySide6.QtCore import QByteArray, QCoreApplication, QSettings, QTimer

from smartgoals.language import LANGUAGES
from smartgoals.storage.list_query import Order
from smartgoals.ui.theme import Scheme

FILE_NAME = "settings.ini"
WEEK_STARTS = {"0", "5", "6"}
"""Weeks begin on a Monday, a Saturday or a Sunday, wherever one is."""
PLACE_PAUSE_MS = 300
"""Writing takes the disk 10 to 15 ms, most of a frame; so not while she goes from page to page."""


class Settings:
    """A small file in the data folder; a missing or broken one means the defaults."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._store = QSettings(str(self._path), QSettings.Format.IniFormat)
        self._place: tuple[str, str] | None = None
        """The place that is not written yet."""
        self._pause = QTimer(singleShot=True, interval=PLACE_PAUSE_MS)
        self._pause.timeout.connect(self.write)
        if (app := QCoreApplication.instance()) is not None:
            app.aboutToQuit.connect(self.write)

    @property
    def scheme(self) -> Scheme:
        """Light, dark, or as the system has it."""
        text = self._text("looks/scheme")
        return Scheme(text) if text in set(Scheme) else Scheme.SYSTEM

    @scheme.setter
    def scheme(self, scheme: Scheme) -> None:
        self._keep("looks/scheme", scheme.value)

    @property
    def language(self) -> str:
        """The code of the language that was chosen; blank: as the system has it."""
        text = self._text("looks/language")
        return text if text in LANGUAGES else ""

    @language.setter
    def language(self, code: str) -> None:
        self._keep("looks/language", code)

    @property
    def paper(self) -> str:
        """``a4`` or ``us-letter``; blank: by the locale."""
        text = self._text("sheet/paper")
        return text if text in {"a4", "us-letter"} else ""

    @paper.setter
    def paper(self, paper: str) -> None:
        self._keep("sheet/paper", paper)

    @property
    def week_start(self) -> int | None:
        """The first day of the week, Monday is 0; None: by the locale."""
        text = self._text("looks/week-start")
        return int(text) if text in WEEK_STARTS else None

    @week_start.setter
    def week_start(self, day: int | None) -> None:
        self._keep("looks/week-start", "" if day is None else str(day))

    @property
    def currency(self) -> str:
        """The currency of new plans (ISO 4217); blank: amounts without currency."""
        text = self._text("plans/currency")
        return text if re.fullmatch("[A-Z]{3}", text) else ""

    @currency.setter
    def currency(self, code: str) -> None:
        self._keep("plans/currency", code)

    @property
    def hours_per_week(self) -> str:
        """The hours a week that new plans begin with, in digits; blank: not known."""
        text = self._text("plans/hours")
        return text if re.fullmatch(r"\d{1,3}(\.\d{1,6})?", text, re.ASCII) else ""

    @hours_per_week.setter
    def hours_per_week(self, hours: str) -> None:
        self._keep("plans/hours", hours)

    @property
    def place(self) -> tuple[str, str]:
        """The id of the plan that was open and the wizard step; blank where there was none."""
        return self._place or (self._text("place/plan"), self._text("place/step"))

    @place.setter
    def place(self, place: tuple[str, str]) -> None:
        if place != self.place:
            self._place = place
            if QCoreApplication.instance() is None:
                self.write()
            else:
                self._pause.start()

    def write(self) -> None:
        """Write the place now, if it is not written yet."""
        if self._place is not None:
            self._keep("place/plan", self._place[0])

    @property
    def list_order(self) -> Order:
        """What the list of plans goes by."""
        text = self._text("list/order")
        return Order(text) if text in set(Order) else Order.CHANGED

    def keep_list_order(self, order: str) -> None:
        """Remember what the list of plans goes by."""
        self._keep("list/order", order)

    @property
    def export_folder(self) -> Path:
        """The folder of the last export; the home folder when it is gone."""
        text = self._text("sheet/folder")
        return Path(text) if text and Path(text).is_dir() else Path.home()

    @export_folder.setter
    def export_folder(self, folder: Path) -> None:
        self._keep("sheet/folder", str(folder))

    @property
    def import_folder(self) -> Path:
        """The folder from which something came in last; else that of the last export."""
        text = self._text("sheet/import-folder")
        return Path(text) if text and Path(text).is_dir() else self.export_folder

    @import_folder.setter
    def import_folder(self, folder: Path) -> None:
        self._keep("sheet/import-folder", str(folder))

    @property
    def geometry(self) -> QByteArray:
        """Size and place of the window, as Qt tells them."""
        value = self._store.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._keep("window/geometry", geometry)

    def _text(self, key: str) -> str:
        value = self._store.value(key)
        return value if isinstance(value, str) else ""

    def _keep(self, key: str, value: object) -> None:
        self._make_private()
        self._store.setValue(key, value)
        if self._place is not None:
            self._store.setValue("place/plan", self._place[0])
            self._store.setValue("place/step", self._place[1])
            self._place = None
            self._pause.stop()
        # At once: what was open has to be known after a crash as well.
        self._store.sync()

    def _make_private(self) -> None:
        """Create folder and file for the user alone; Qt would let everybody read them."""
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(self._path, os.O_CREAT | os.O_WRONLY, 0o600))
