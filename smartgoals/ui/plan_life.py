"""What is done with a running plan: checking in, explaining, closing, carrying over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from smartgoals.domain.carry_over import next_period
from smartgoals.domain.check_ins import without_check_in
from smartgoals.domain.clock import today
from smartgoals.domain.closing import held, reopen
from smartgoals.domain.progress import metric_progress
from smartgoals.language import tr
from smartgoals.ui.check_in_dialog import CheckInDialog
from smartgoals.ui.close_dialog import CloseDialog
from smartgoals.ui.series_dialog import SeriesDialog
from smartgoals.ui.version_dialog import VersionDialog
from smartgoals.ui.why_dialog import WhyDialog
from smartgoals.words.names import metric_name
from smartgoals.words.standing import standing_text

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from PySide6.QtWidgets import QDialog

    from smartgoals.domain.adjustments import Version
    from smartgoals.ui.desk import Desk
    from smartgoals.ui.plan_view import PlanView
    from smartgoals.ui.session import PlanSession


class PlanLife(QObject):
    """Acts on the plan on the desk; every change is an edit that can be undone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def connect_view(self, view: PlanView) -> None:
        """Do what the page of the plan asks for."""
        view.check_in_wanted.connect(self.check_in)
        for offers in (view.menu, view.outcome_bar):
            offers.close_wanted.connect(self.close)
            offers.reopen_wanted.connect(self.reopen)
            offers.next_period_wanted.connect(self.start_next_period)
            offers.parked_goal_wanted.connect(self.start_parked_goal)
        view.menu.duplicate_wanted.connect(self.duplicate)
        view.menu.series_wanted.connect(self.add_series)
        view.outcome_bar.hold_wanted.connect(self.hold)
        view.outcome_bar.raise_wanted.connect(self.raise_target)
        view.progress_tab.check_in_wanted.connect(self.check_in)
        view.progress_tab.series_wanted.connect(self.add_series)
        view.history_tab.check_in_wanted.connect(self.check_in)
        view.history_tab.removal_wanted.connect(self.remove_check_in)
        view.history_tab.why_wanted.connect(self.explain)
        view.history_tab.version_wanted.connect(self.look_at)

    def check_in(self, day: dt.date | None = None) -> None:
        """Ask for the values of today, or of another day."""
        session = self._session
        if session is None:
            return
        dialog = CheckInDialog(self._desk.window, session, day)
        dialog.series_wanted.connect(self.add_series)
        self._open(dialog, lambda: self._tell_standing(session))

    def add_series(self) -> None:
        """Ask for dates and values to paste, or a file of them."""
        session = self._session
        if session is not None and session.plan.metrics:
            view = self._desk.view
            metric_id = view.progress_tab.metric_id if view is not None else ""
            dialog = SeriesDialog(self._desk.window, session, metric_id)
            dialog.back_up = self._desk.files.back_up
            self._open(dialog, lambda: self._tell_standing(session))

    def remove_check_in(self, check_in_id: str) -> None:
        """Remove the check-in; that can be undone."""
        session = self._session
        if session is not None:
            before = session.plan
            session.edit(without_check_in(before, check_in_id), tr("Remove check-in"))
            if session.plan != before:
                self._tell_undoable(session, tr("The check-in is removed."))

    def explain(self, version: Version) -> None:
        """Ask why the plan was changed then."""
        if self._session is not None:
            self._open(WhyDialog(self._desk.window, self._session, version))

    def look_at(self, version: Version) -> None:
        """Show an earlier version of the plan."""
        session = self._session
        if session is not None:
            dialog = VersionDialog(self._desk.window, session, version)
            self._open(
                dialog, lambda: self._tell_undoable(session, tr("The earlier version is back."))
            )

    def close(self) -> None:
        """Ask how the plan ended, and close it."""
        session = self._session
        if session is not None:
            dialog = CloseDialog(self._desk.window, session)
            self._open(dialog, lambda: self._tell_undoable(session, tr("The plan is closed.")))

    def reopen(self) -> None:
        """Take the plan up again."""
        self._edit(reopen, tr("Reopen the plan"))

    def hold(self) -> None:
        """Keep what is reached, until the due date."""
        self._edit(lambda plan: held(plan, today()), tr("Hold the level"))

    def raise_target(self) -> None:
        """Lead to the target of the first metric."""
        if self._session is not None and self._session.plan.metrics:
            metric = self._session.plan.metrics[0]
            self._desk.show_field(f"metric.{metric.id}.target")

    def duplicate(self) -> None:
        """Add a copy of the plan, without its past, and show it."""
        self._desk.moves.duplicate(self._desk.plan_id)

    def start_next_period(self) -> None:
        """Add a plan that follows on this one, and show it."""
        if self._session is not None:
            plan = self._session.plan
            self._desk.moves.start_next_period(plan.id, next_period(plan, today()))

    def start_parked_goal(self, goal: str) -> None:
        """Begin a plan for the goal that waited, and take it out of the parking lot."""
        self._desk.moves.start_parked_goal(self._desk.plan_id, goal)

    @property
    def _session(self) -> PlanSession | None:
        return self._desk.session

    def _edit(self, change: Callable[..., object], text: str) -> None:
        if self._session is not None:
            self._session.close_step()
            self._session.edit(change(self._session.plan), text)  # type: ignore[arg-type]

    def _open(self, dialog: QDialog, tell: Callable[[], None] | None = None) -> None:
        """Show the dialog; when it has changed the plan, tell."""
        session = self._session
        before = session.plan if session is not None else None

        def tell_if_changed() -> None:
            if tell is not None and session is not None and session.plan != before:
                tell()

        dialog.accepted.connect(tell_if_changed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _tell_standing(self, session: PlanSession) -> None:
        """Say in a line where the metrics with a value stand now."""
        session.save()
        if self._desk.view is not None:
            self._desk.view.show_progress()
        found = [metric_progress(session.plan, metric, today()) for metric in session.plan.metrics]
        latest = max((each.current_day for each in found if each.current_day), default=None)
        parts = [
            tr("{metric}: {standing}.").format(
                metric=metric_name(each.metric), standing=standing_text(each, session.formats)
            )
            for each in found
            if each.current_day is not None and each.current_day == latest
        ]
        self._tell_undoable(session, " ".join([tr("Checked in."), *parts[:2]]))
        self._desk.window.refresh_list(session.plan.id)

    def _tell_undoable(self, session: PlanSession, text: str) -> None:
        self._desk.window.messages.tell_undoable(text, session.undo_stack)
