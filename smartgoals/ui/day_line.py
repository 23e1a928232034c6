"""A date of a dialog: a line to type it, with a small calendar beside."""

import datetime as dt

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from smartgoals.formats import FormatError, Formats
from smartgoals.language import tr
from smartgoals.ui.day_field import CalendarPopup
from smartgoals.ui.fields import LineEdit
from smartgoals.ui.icons import IconButton


class DayLine(QWidget):
    """Holds the text of a date; ``read`` says which day it is."""

    changed = Signal()

    def __init__(self, formats: Formats, name: str) -> None:
        super().__init__()
        self._formats = formats
        self.line = LineEdit(formats.day(dt.date(2027, 6, 14)))
        self.line.setAccessibleName(name)
        self.line.textChanged.connect(self.changed)
        opener = IconButton("calendar")
        opener.setAccessibleName(tr("Calendar for {field}").format(field=name))
        opener.clicked.connect(self._open)
        for keys in ("F4", "Alt+Down"):
            context = Qt.ShortcutContext.WidgetShortcut
            QShortcut(QKeySequence(keys), self.line, self._open, context=context)
        self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(opener)

    def show_day(self, day: dt.date) -> None:
        """Show the day."""
        self.line.show_text(self._formats.day(day))

    def read(self) -> dt.date:
        """Return the day that is typed.

        Raises:
            FormatError: the text is no date.
        """
        return self._formats.parse_day(self.line.text())

    def _open(self) -> None:
        try:
            day = self.read()
        except FormatError:
            day = None
        popup = CalendarPopup(self, day, self._formats)
        popup.calendar.activated.connect(lambda picked: self._pick(popup, picked))
        popup.calendar.clicked.connect(lambda picked: self._pick(popup, picked))
        popup.move(self.line.mapToGlobal(self.line.rect().bottomLeft()))
        popup.show()
        popup.calendar.setFocus()

    def _pick(self, popup: QWidget, day: QDate) -> None:
        popup.close()
        self.show_day(dt.date(day.year(), day.month(), day.day()))
        self.line.setFocus()
