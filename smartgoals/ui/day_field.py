"""A date that is typed, or picked from a small calendar."""

import datetime as dt

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCalendarWidget, QHBoxLayout, QVBoxLayout, QWidget

from smartgoals.domain.value import FIRST_DAY, LAST_DAY
from smartgoals.formats import Formats
from smartgoals.language import tr
from smartgoals.ui.bindings import Binding
from smartgoals.ui.fields import TypedField
from smartgoals.ui.icons import IconButton
from smartgoals.ui.session import PlanSession

FRAME = 28
"""Pixels of a line beside its text."""


class DayField(TypedField):
    """A line for a date with a calendar behind its button (F4 or Alt+Down in the line)."""

    def __init__(self, session: PlanSession, binding: Binding, caption: str) -> None:
        formats = session.formats
        super().__init__(
            session,
            binding,
            caption,
            read=formats.parse_day,
            show=formats.day,
            range_text=tr("Choose a day from 2000 to 2199."),
            placeholder=formats.day(dt.date(2027, 6, 14)),
        )
        self.opener = IconButton("calendar")
        self.opener.setAccessibleName(
            tr("Calendar for {field}").format(field=caption.replace("&", ""))
        )
        self.opener.clicked.connect(self._open)
        for keys in ("F4", "Alt+Down"):
            context = Qt.ShortcutContext.WidgetShortcut
            QShortcut(QKeySequence(keys), self.line, self._open, context=context)
        longest = max((formats.day(dt.date(2027, month, 28)) for month in range(1, 13)), key=len)
        self.line.setMinimumWidth(self.line.fontMetrics().horizontalAdvance(longest) + FRAME)
        row = QHBoxLayout()
        row.setSpacing(4)
        self.layout_.removeWidget(self.line)
        row.addWidget(self.line, 1)
        row.addWidget(self.opener)
        self.layout_.insertLayout(1, row)

    def _open(self) -> None:
        popup = CalendarPopup(self, self.value, self.session.formats)
        popup.calendar.activated.connect(lambda day: self._pick(popup, day))
        popup.calendar.clicked.connect(lambda day: self._pick(popup, day))
        popup.move(self.line.mapToGlobal(self.line.rect().bottomLeft()))
        popup.show()
        popup.calendar.setFocus()

    def _pick(self, popup: QWidget, day: QDate) -> None:
        popup.close()
        picked = day.toPython()
        plan = self.binding.write(self.session.plan, picked)
        self.edit(plan.with_unread(self.binding.field, None))
        self.line.setFocus()
        self._set_text(self._show(picked))


class CalendarPopup(QWidget):
    """A calendar that goes away by itself."""

    def __init__(self, parent: QWidget, day: dt.date | None, formats: Formats) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget()
        self.calendar.setMinimumDate(QDate(FIRST_DAY.year, FIRST_DAY.month, FIRST_DAY.day))
        self.calendar.setMaximumDate(QDate(LAST_DAY.year, LAST_DAY.month, LAST_DAY.day))
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek(formats.week_start + 1))
        if day is not None:
            self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.calendar)
