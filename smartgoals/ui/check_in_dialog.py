"""The check-in: a value, Enter, done; a note, another metric or another day if wanted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from smartgoals.domain.check_ins import CheckInError, check_in_on, is_before_start, with_check_in
from smartgoals.domain.clock import today
from smartgoals.domain.course import readings
from smartgoals.formats import FormatError
from smartgoals.language import tr
from smartgoals.ui.announcing import announce
from smartgoals.ui.captioned import captioned
from smartgoals.ui.day_line import DayLine
from smartgoals.ui.fields import LineEdit, TextEdit
from smartgoals.ui.guard import guard
from smartgoals.ui.keyed_dialog import KeyedDialog
from smartgoals.ui.labels import button, caption_label, heading_label, small_label
from smartgoals.words.amounts import unit_of
from smartgoals.words.check_ins import (
    check_in_fault_text,
    day_note,
    doubt_text,
    last_value_text,
)
from smartgoals.words.format_errors import format_error_text
from smartgoals.words.names import metric_name

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal

    from smartgoals.domain.metric import Metric
    from smartgoals.domain.plan import Plan
    from smartgoals.formats import Formats
    from smartgoals.ui.session import PlanSession

WIDTH = 440
ROOM = 12
"""Pixels for one more line of a note."""


class ValueLine(QWidget):
    """The value of one metric: its name, a line, and what is known or wrong."""

    def __init__(self, metric: Metric, plan: Plan, formats: Formats) -> None:
        super().__init__()
        self.measured = metric
        self._formats = formats
        self._shown = ""
        name = metric_name(metric) or tr("Metric without a name")
        unit = unit_of(metric)
        self.line = LineEdit()
        self.line.setAccessibleName(name)
        self.line.textEdited.connect(self._show_doubt)
        found = readings(plan, metric.id, today())
        last = found[-1] if found else None
        self._known = last_value_text(last, metric, formats, plan.currency)
        self._doubt = partial(
            doubt_text,
            metric,
            earlier=[each.value for each in found],
            formats=formats,
            currency=plan.currency,
        )
        self.note = small_label()
        self.setFocusProxy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        text = tr("{metric} ({unit})").format(metric=name, unit=unit) if unit else name
        column.addWidget(caption_label(text.replace("&", "&&"), self.line))
        column.addWidget(self.line)
        column.addWidget(self.note)
        self._say()

    def show_value(self, value: Decimal | None) -> None:
        """Show the value that the day has, unless another one was typed."""
        if self.line.text() == self._shown:
            self._shown = "" if value is None else self._formats.number(value)
            self.line.show_text(self._shown)
            self._show_doubt()

    def read(self) -> Decimal | None:
        """Return the typed value, None for a blank line.

        Raises:
            FormatError: it is no number; the note says why.
        """
        text = self.line.text()
        if not text.strip():
            return None
        try:
            return self._formats.parse_number(text, self.measured.kind)
        except FormatError as error:
            self._say(format_error_text(error), "wrong")
            raise

    def _show_doubt(self) -> None:
        """Ask about a number that looks like a slip; it is taken as it stands all the same."""
        try:
            value = self._formats.parse_number(self.line.text(), self.measured.kind)
        except FormatError:
            self._say()
            return
        doubt = self._doubt(value)
        is_news = bool(doubt) and doubt != self.note.text()
        self._say(doubt, "look" if doubt else "muted")
        if is_news and self.line.hasFocus():
            announce(self.line, doubt)

    def _say(self, text: str = "", tone: str = "muted") -> None:
        self.note.set_tone(tone)
        self.note.setText(text or self._known)
        self.note.setVisible(bool(self.note.text()))
        self.line.setAccessibleDescription(self.note.text())


class CheckInDialog(KeyedDialog):
    """Takes the values of one day; Enter in a line saves."""

    series_wanted = Signal()

    def __init__(self, parent: QWidget, session: PlanSession, day: dt.date | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setWindowTitle(tr("Check in"))
        self.setMinimumWidth(WIDTH)
        plan = session.plan
        self.lines = [ValueLine(metric, plan, session.formats) for metric in plan.metrics]
        self.day_line = DayLine(session.formats, tr("Day"))
        self.day_note = small_label()
        self.note_edit = TextEdit(tr("The influencer's post doubled our reach for two days"))
        self.note_edit.setAccessibleName(tr("Note: what worked, what to change"))
        self.save_button = button(tr("&Save"), "primary")
        self.save_button.clicked.connect(self.save)
        self._shown_note = ""
        self._lay_out()
        self.day_line.changed.connect(self._show_day)
        self.day_line.show_day(day or today())
        for line in (*(each.line for each in self.lines), self.day_line.line):
            line.returnPressed.connect(self.save)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.save)
        (self.lines[0].line if self.lines else self.note_edit).setFocus()

    def save(self) -> None:
        """Keep what is typed and close; stay, with the reason, where something is wrong."""
        try:
            day = self.day_line.read()
        except FormatError as error:
            self._complain(format_error_text(error, self.session.formats), self.day_line)
            return
        values = self._values()
        if values is None:
            return
        known = check_in_on(self.session.plan, day)
        note = self.note_edit.toPlainText()
        has_note = bool(note.strip()) or known is not None
        try:
            plan = with_check_in(
                self.session.plan, day, values, note if has_note else None, today=today()
            )
        except CheckInError as error:
            is_empty = error.fault == "nothing" and self.lines
            place = self.lines[0] if is_empty else self.day_line
            self._complain(check_in_fault_text(error.fault), place)
            return
        self.session.close_step()
        self.session.edit(plan, tr("Check in"))
        self.accept()

    def _values(self) -> dict[str, Decimal | None] | None:
        """Return what is typed by metric, or None after saying what is no number."""
        values: dict[str, Decimal | None] = {}
        wrong: list[ValueLine] = []
        for line in self.lines:
            try:
                values[line.measured.id] = line.read()
            except FormatError:
                wrong.append(line)
        if wrong:
            wrong[0].line.setFocus()
            return None
        return values

    def _complain(self, text: str, place: QWidget) -> None:
        self.day_note.set_tone("wrong")
        self.day_note.setText(text)
        self.day_note.show()
        self.day_line.line.setAccessibleDescription(text)
        place.setFocus()

    def _show_day(self) -> None:
        """Show what the day has already, and what is special about it."""
        try:
            day = self.day_line.read()
        except FormatError:
            return
        plan = self.session.plan
        known = check_in_on(plan, day)
        values = {r.metric_id: r.value for r in known.readings} if known is not None else {}
        for line in self.lines:
            line.show_value(values.get(line.measured.id))
        if self.note_edit.toPlainText() == self._shown_note:
            self._shown_note = known.note if known is not None else ""
            self.note_edit.setPlainText(self._shown_note)
        before = is_before_start(plan, day)
        text = day_note(is_before_start=before, is_known=known is not None)
        if day > today():
            text = check_in_fault_text("future")
        self.day_note.set_tone("wrong" if day > today() else "muted")
        self.day_note.setText(text)
        self.day_note.setVisible(bool(text))
        self.day_line.line.setAccessibleDescription(text)

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._form = self._fields()
        area.setWidget(self._form)
        series = button(tr("&Paste or import values …"), "link")
        series.clicked.connect(self._go_to_series)
        cancel = button(tr("&Cancel"))
        cancel.clicked.connect(self.reject)
        self._end = QHBoxLayout()
        self._end.setContentsMargins(24, 4, 24, 18)
        self._end.addWidget(series)
        self._end.addStretch()
        self._end.addWidget(cancel)
        self._end.addWidget(self.save_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area, 1)
        column.addLayout(self._end)

    def _fields(self) -> QWidget:
        form = QWidget()
        form.setProperty("role", "page")
        column = QVBoxLayout(form)
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(12)
        column.addWidget(heading_label(self.session.plan.name or tr("Check in")))
        for line in self.lines:
            column.addWidget(line)
        day = captioned(tr("&Day"), self.day_line.line, self.day_line, self.day_note)
        column.addLayout(day)
        column.addLayout(captioned(tr("&Note: what worked, what to change"), self.note_edit))
        return form

    @override
    @guard()
    def showEvent(self, event: QShowEvent) -> None:
        """Begin as high as the fields are, where the screen is."""
        super().showEvent(event)
        width = max(self.minimumSizeHint().width(), WIDTH)
        height = self._form.heightForWidth(width) + self._end.sizeHint().height() + ROOM
        self.resize(width, min(height, self.screen().availableGeometry().height() * 9 // 10))

    def _go_to_series(self) -> None:
        self.reject()
        self.series_wanted.emit()
