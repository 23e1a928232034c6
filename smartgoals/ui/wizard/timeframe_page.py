"""Timeframe: from when to when, when to look, and by which values. Source: S3, C5."""

import datetime as dt
from collections.abc import Callable
from itertools import pairwise

from pydantic import ValidationError
from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QPushButton, QVBoxLayout
from typing_extensions import override

from smartgoals.domain.clock import today
from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Step
from smartgoals.domain.timeframe import (
    TIMEFRAME_MONTHS,
    add_months,
    quarter_days,
)
from smartgoals.formats import FormatError
from smartgoals.language import ngettext, tr
from smartgoals.ui.bindings import plan_binding
from smartgoals.ui.day_field import DayField
from smartgoals.ui.field_row import FieldRow
from smartgoals.ui.fields import ChoiceField
from smartgoals.ui.flow_layout import FlowLayout
from smartgoals.ui.labels import button, card, heading_label, small_label, tab_within
from smartgoals.ui.session import PlanSession
from smartgoals.ui.table import RowsView
from smartgoals.ui.table_model import Column, RowsModel
from smartgoals.ui.wizard.milestone_rows import MilestoneRow, milestone_rows
from smartgoals.ui.wizard.page import PlanPage
from smartgoals.words.format_errors import format_error_text
from smartgoals.words.names import metric_name, short
from smartgoals.words.sentences import timeframe_text


class TimeframePage(PlanPage):
    """Asks for start and due; offers milestones and the values to be judged by."""

    step = Step.TIMEFRAME

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self.set_question(
            tr("By when?"),
            tr("Three months are enough to see something move; a year shows real results."),
        )
        start = DayField(session, plan_binding("start", tr("Edit start")), tr("&Start"))
        self.due = DayField(session, plan_binding("due", tr("Edit due date")), tr("&Due"))
        self.weekday = ChoiceField(
            session,
            plan_binding("check_in_weekday", tr("Choose check-in day")),
            tr("&Check in every"),
            [(session.formats.weekday(day), day) for day in session.formats.weekdays],
        )
        self.body.addLayout(
            FieldRow((self.add(start), 2), (self.add(self.due), 2), (self.add(self.weekday), 1))
        )
        self.body.addLayout(self._length_chips())
        self.length = small_label()
        self.body.addWidget(self.length)
        self._milestones = heading_label(tr("Milestones"))
        self._milestones_note = small_label(
            tr("What each number should be on the way. Click a date to change it.")
        )
        self.body.addWidget(self._milestones)
        self.body.addWidget(self._milestones_note)
        self._frame = card()
        self._inner = QVBoxLayout(self._frame)
        self._inner.setContentsMargins(8, 6, 8, 6)
        self.table: RowsView | None = None
        self._shown_metrics: tuple[str, ...] | None = None
        self.body.addWidget(self._frame)
        self.day_note = small_label(tone="wrong")
        self.day_note.hide()
        self.body.addWidget(self.day_note)
        self.body.addLayout(self._milestone_actions())
        self._explain()
        self.body.addStretch()

    def _explain(self) -> None:
        self.set_why(
            tr("How long is right?"),
            tr(
                "Not four weeks: a short blitz ends before anybody has noticed. Six months only "
                "wet the feet; after a year you know. Cut a long time into quarters with a number "
                "each, so that you can change course while there is time."
            ),
        )

    @override
    def show_more(self, plan: Plan) -> None:
        self.length.setText(timeframe_text(plan, self.session.formats))
        rows = milestone_rows(plan)
        key = tuple(f"{metric.id}{metric_name(metric)}" for metric in plan.metrics)
        if self.table is None or key != self._shown_metrics:
            self._shown_metrics = key
            self._build_table(plan)
        self._model.show_rows(rows)
        for part in (self._milestones, self._milestones_note, self._frame):
            part.setVisible(bool(rows))
        is_long = plan.start is not None and plan.due is not None and plan.start < plan.due
        days = quarter_days(plan.start, plan.due) if plan.start and plan.due else ()
        self.quarters.setVisible(bool(days) and plan.milestone_days != days)
        self.suggested.setVisible(plan.milestone_days is not None)
        self.add_button.setVisible(is_long)
        self.remove_button.setVisible(bool(rows))

    def _length_chips(self) -> FlowLayout:
        chips = FlowLayout()
        for months in TIMEFRAME_MONTHS:
            text = ngettext("{count} month", "{count} months", months).format(count=months)
            chip = button(text, "chip")
            chip.clicked.connect(self._length_setter(months))
            chips.addWidget(chip)
        return chips

    def _length_setter(self, months: int) -> Callable[[], None]:
        return lambda: self._set_length(months)

    def _set_length(self, months: int) -> None:
        """Set due so many months after the start; without start, the start is today."""
        start = self.session.plan.start or today()
        try:
            plan = self.session.plan.replace(start=start, due=add_months(start, months))
        except (ValidationError, OverflowError, ValueError):
            self.due.set_note(tr("Choose a day from 2000 to 2199."), "wrong")
            return
        plan = plan.with_unread("due", None).with_unread("start", None)
        self.session.edit(plan, tr("Choose timeframe"))

    def _build_table(self, plan: Plan) -> None:
        if self.table is not None:
            self.table.hide()
            self.table.deleteLater()
        formats = self.session.formats
        columns = [
            Column(
                tr("Day"),
                lambda row: formats.unbroken().day(row.day),
                edit=self._edit_day,
                stretches=True,
                is_whole=True,
            ),
            Column(tr("Time gone"), lambda row: formats.percent(row.percent), is_number=True),
        ]
        columns += [self._expected_column(m.id, metric_name(m)) for m in plan.metrics]
        self._model = RowsModel(columns)
        self.table = RowsView(self._model, tr("Milestones and expected values"), wraps=True)
        self._inner.addWidget(self.table)
        tab_within(self._frame)

    def _expected_column(self, metric_id: str, name: str) -> Column:
        def text(row: MilestoneRow) -> str:
            value, plan = row.expected.get(metric_id), self.session.plan
            kind = plan.metric(metric_id).kind
            return self.session.formats.amount(value, kind, plan.currency) or "–"

        return Column(short(name) or tr("Metric"), text, is_number=True)

    def _milestone_actions(self) -> FlowLayout:
        self.add_button = self._action(tr("&Add milestone"), self._add_milestone)
        self.remove_button = self._action(tr("&Remove milestone"), self._remove_milestone)
        self.quarters = self._action(tr("One per &quarter"), self._offer_quarters)
        self.suggested = self._action(tr("S&uggested ones again"), self._suggest_again)
        row = FlowLayout()
        for action in (self.add_button, self.remove_button, self.quarters, self.suggested):
            row.addWidget(action)
        return row

    def _action(self, text: str, slot: Callable[[], None]) -> QPushButton:
        action = button(text, "link")
        action.clicked.connect(slot)
        return action

    def _days(self) -> list[dt.date]:
        return [row.day for row in milestone_rows(self.session.plan)]

    def _set_days(self, days: list[dt.date] | None, text: str) -> None:
        ordered = None if days is None else tuple(sorted(set(days)))
        self.session.edit(self.session.plan.replace(milestone_days=ordered), text)

    def _edit_day(self, row: MilestoneRow, text: str) -> bool:
        try:
            day = self.session.formats.parse_day(text)
        except FormatError as error:
            return self._refuse_day(format_error_text(error, self.session.formats))
        plan, formats = self.session.plan, self.session.formats
        if plan.start is None or plan.due is None:
            return False
        if not plan.start <= day <= plan.due:
            text = tr("A milestone lies on the way: please choose a day from {start} to {due}.")
            return self._refuse_day(
                text.format(start=formats.day(plan.start), due=formats.day(plan.due))
            )
        self.day_note.hide()
        others = [each for each in self._days() if each != row.day]
        self._set_days([*others, day], tr("Move milestone"))
        return True

    def _refuse_day(self, why: str) -> bool:
        self.day_note.setText(why)
        self.day_note.show()
        return False

    def _add_milestone(self) -> None:
        """Add a milestone in the middle of the widest gap."""
        plan = self.session.plan
        if plan.start is None or plan.due is None:
            return
        days = sorted({plan.start, *self._days(), plan.due})
        gaps = [(after - before, before) for before, after in pairwise(days)]
        widest, before = max(gaps, default=(dt.timedelta(0), plan.due))
        self._set_days([*self._days(), before + widest / 2], tr("Add milestone"))

    def _remove_milestone(self) -> None:
        index = self.table.currentIndex() if self.table is not None else QModelIndex()
        days = self._days()
        if days:
            days.pop(index.row() if index.isValid() else -1)
            self._set_days(days, tr("Remove milestone"))

    def _offer_quarters(self) -> None:
        plan = self.session.plan
        if plan.start is not None and plan.due is not None:
            self._set_days(list(quarter_days(plan.start, plan.due)), tr("One milestone a quarter"))

    def _suggest_again(self) -> None:
        self._set_days(None, tr("Suggested milestones"))
