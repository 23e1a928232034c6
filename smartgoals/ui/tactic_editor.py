"""The editor of one tactic: what, who, when, how long, and whether it is parked. Source: B3-B5."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from smartgoals.domain.clock import today
from smartgoals.domain.plan import Plan
from smartgoals.domain.priorities import quadrant
from smartgoals.domain.recurrence import next_dates
from smartgoals.domain.tactic import Recurrence, Tactic
from smartgoals.domain.terms import Frequency, HoursBasis
from smartgoals.language import ngettext, tr
from smartgoals.ui import theme
from smartgoals.ui.bindings import Binding, tactic_binding
from smartgoals.ui.day_field import DayField
from smartgoals.ui.field_row import FieldRow
from smartgoals.ui.fields import ChoiceField, Field, LineField, TypedField
from smartgoals.ui.flow_layout import FlowLayout
from smartgoals.ui.labels import ClampedLabel, button, small_label
from smartgoals.ui.session import PlanSession
from smartgoals.ui.toggling import CheckBox
from smartgoals.words.names import (
    frequency_name,
    hours_basis_name,
    quadrant_advice,
    quadrant_name,
)

SCORES = [("–", None), *((str(score), score) for score in range(1, 11))]


class Timing(StrEnum):
    """Whether a tactic is due once or again and again."""

    ONCE = "once"
    DAILY = Frequency.DAILY.value
    WEEKLY = Frequency.WEEKLY.value
    MONTHLY = Frequency.MONTHLY.value


class TacticEditor(QWidget):
    """Edits one tactic of the plan; ``fields`` are its bound fields."""

    def __init__(self, session: PlanSession, tactic_id: str) -> None:
        super().__init__()
        self.session = session
        self.tactic_id = tactic_id
        self.fields: list[Field] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._heading())
        column.addLayout(self._what_row())
        self.place_note = small_label()
        column.addWidget(self.place_note)
        column.addLayout(self._when_row())
        column.addWidget(self._weekday_row())
        self.dates_note = small_label()
        column.addWidget(self.dates_note)
        column.addLayout(self._effort_row())
        column.addWidget(self.parked)

    def show_plan(self, plan: Plan) -> None:
        """Show what is beside the bound fields: the quadrant, the next dates, what applies."""
        tactic = plan.tactic(self.tactic_id)
        self.heading.setText(tactic.name.strip() or tr("Tactic without a name"))
        field = quadrant(tactic)
        self.place_note.setText(
            f"{quadrant_name(field)}: {quadrant_advice(field)}"
            if field is not None
            else tr("A quick guess is enough; being wrong is fine.")
        )
        recurrence = tactic.recurrence
        self.day_field.setVisible(recurrence is None)
        is_weekly = recurrence is not None and recurrence.frequency is Frequency.WEEKLY
        is_monthly = recurrence is not None and recurrence.frequency is Frequency.MONTHLY
        self.weekdays.setVisible(is_weekly)
        self.month_day.setVisible(is_monthly)
        for day, chip in enumerate(self.weekday_chips):
            chip.setChecked(recurrence is not None and day in recurrence.weekdays)
        self._show_dates(plan, tactic)
        self.until.setVisible(tactic.parked)
        self.parked.setChecked(tactic.parked)

    def _show_dates(self, plan: Plan, tactic: Tactic) -> None:
        dates = next_dates(tactic, plan, today()) if tactic.recurrence is not None else ()
        text = ngettext("Next: {dates}", "Next {count}: {dates}", len(dates)).format(
            count=len(dates), dates=", ".join(self.session.formats.medium_day(day) for day in dates)
        )
        self.dates_note.setText(text if dates else "")
        self.dates_note.setVisible(bool(dates))

    def _heading(self) -> FieldRow:
        self.heading = ClampedLabel(pixels=theme.HEADING_PIXELS, bold=True)
        self.remove_button = button(tr("R&emove tactic"), "link")
        self.remove_button.clicked.connect(self._remove)
        return FieldRow((self.heading, 1), (self.remove_button, 0))

    def _what_row(self) -> FieldRow:
        self.name_field = LineField(
            self.session,
            self._binding("name", tr("Edit tactic")),
            tr("&Tactic: a verb, an object, a count"),
            tr("Write to 100 food bloggers"),
        )
        owners = TypedField(
            self.session,
            self._binding("owners", tr("Edit owners")),
            tr("&Who"),
            read=_names,
            show=", ".join,
            placeholder=tr("Ana, Jo"),
            blank=(),
        )
        self.value_field = ChoiceField(
            self.session, self._binding("value", tr("Score value")), tr("Va&lue"), SCORES
        )
        self.complexity_field = ChoiceField(
            self.session,
            self._binding("complexity", tr("Score complexity")),
            tr("&Complexity"),
            SCORES,
        )
        return self._row(
            (self.name_field, 6), (owners, 3), (self.value_field, 1), (self.complexity_field, 1)
        )

    def _when_row(self) -> FieldRow:
        timing = ChoiceField(
            self.session,
            Binding(f"tactic.{self.tactic_id}.timing", tr("Choose when"), self._timing, self._time),
            tr("W&hen"),
            [
                (tr("once, on a date"), Timing.ONCE),
                *((frequency_name(Frequency(t.value)), t) for t in list(Timing)[1:]),
            ],
        )
        self.day_field = DayField(
            self.session, self._binding("due", tr("Edit tactic's date")), tr("B&y")
        )
        self.month_day = ChoiceField(
            self.session,
            Binding(
                f"tactic.{self.tactic_id}.month_day",
                tr("Choose day of the month"),
                lambda plan: self._recurrence(plan).month_day,
                lambda plan, day: self._recur(plan, month_day=day),
            ),
            tr("On &day"),
            [*((str(day), day) for day in range(1, 32)), (tr("last day"), None)],
        )
        return self._row((timing, 2), (self.day_field, 3), (self.month_day, 2))

    def _weekday_row(self) -> QWidget:
        self.weekdays = QWidget()
        row = FlowLayout()
        self.weekdays.setLayout(row)
        self.weekday_chips = [self._weekday_chip(day) for day in range(7)]
        for day in self.session.formats.weekdays:
            row.addWidget(self.weekday_chips[day])
        return self.weekdays

    def _weekday_chip(self, day: int) -> QPushButton:
        chip = button(self.session.formats.weekday(day, short=True), "chip")
        chip.setCheckable(True)
        chip.clicked.connect(self._weekday_toggler(day))
        return chip

    def _effort_row(self) -> FieldRow:
        formats = self.session.formats
        hours = TypedField(
            self.session,
            self._binding("hours", tr("Edit hours")),
            tr("Hour&s"),
            read=formats.parse_number,
            show=formats.number,
            range_text=tr("Hours cannot be negative."),
            placeholder="2",
        )
        basis = ChoiceField(
            self.session,
            self._binding("hours_basis", tr("Choose what the hours are for")),
            tr("Counted"),
            [(hours_basis_name(basis), basis) for basis in HoursBasis],
        )
        self.parked = CheckBox(tr("&Park it for now"))
        self.parked.clicked.connect(self._park)
        self.until = LineField(
            self.session,
            self._binding("parked_until", tr("Edit what it waits for")),
            tr("&Until"),
            tr("someone is hired"),
        )
        return self._row((hours, 1), (basis, 2), (self.until, 4))

    def _timing(self, plan: Plan) -> Timing:
        recurrence = plan.tactic(self.tactic_id).recurrence
        return Timing.ONCE if recurrence is None else Timing(recurrence.frequency.value)

    def _time(self, plan: Plan, timing: Timing) -> Plan:
        if timing is Timing.ONCE:
            return plan.with_tactic(plan.tactic(self.tactic_id).replace(recurrence=None))
        return self._recur(plan, frequency=Frequency(timing.value))

    def _recurrence(self, plan: Plan) -> Recurrence:
        return plan.tactic(self.tactic_id).recurrence or Recurrence()

    def _recur(self, plan: Plan, **changes: object) -> Plan:
        recurrence = self._recurrence(plan).replace(**changes)
        tactic = plan.tactic(self.tactic_id).replace(recurrence=recurrence, due=None)
        return plan.with_tactic(tactic).with_unread(self.day_field.binding.field, None)

    def _weekday_toggler(self, day: int) -> Callable[[bool], None]:
        return lambda checked: self._set_weekday(day, checked=checked)

    def _set_weekday(self, day: int, *, checked: bool) -> None:
        plan = self.session.plan
        days = set(self._recurrence(plan).weekdays)
        days = days | {day} if checked else days - {day}
        # A weekly tactic has at least one day: the last one cannot be taken away.
        changed = self._recur(plan, weekdays=tuple(sorted(days or {day})))
        self.session.edit(changed, tr("Choose weekdays"))
        self.show_plan(self.session.plan)

    def _park(self, checked: bool) -> None:  # noqa: FBT001 - a slot of Qt's
        tactic = self.session.plan.tactic(self.tactic_id).replace(parked=checked)
        text = tr("Park tactic") if checked else tr("Take tactic up again")
        self.session.edit(self.session.plan.with_tactic(tactic), text)

    def _remove(self) -> None:
        self.session.edit(self.session.plan.without_tactic(self.tactic_id), tr("Remove tactic"))

    def _binding(self, name: str, label: str) -> Binding:
        return tactic_binding(self.tactic_id, name, label)

    def _row(self, *fields: tuple[Field, int]) -> FieldRow:
        self.fields += [field for field, _ in fields]
        return FieldRow(*fields)


def _names(text: str) -> tuple[str, ...]:
    """Return the names in a text such as "Ana, Jo"."""
    return tuple(name.strip() for name in text.replace(";", ",").split(",") if name.strip())
