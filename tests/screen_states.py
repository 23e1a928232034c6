"""Brings the window into states that are seen rarely, for ``python -m tests.screens``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoals.domain.check_ins import with_check_in
from smartgoals.domain.clock import today
from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Outcome, Step
from smartgoals.storage.list_query import Shelf

if TYPE_CHECKING:
    from smartgoals.ui.desk import Desk
    from smartgoals.ui.main_window import MainWindow

State = tuple[str, Callable[[], object]]


def rare_states(window: MainWindow, lived: Callable[[Plan], Plan]) -> Iterator[State]:
    """Give the name of each state and what leads to it, in the order in which to go there.

    The cafe's plan is on the desk; ``lived`` returns it as it is after some weeks.
    """
    desk = window.desk
    assert desk is not None
    yield from _dialogs(window, desk)
    yield from _ends(desk, lived)
    yield from _lists(window)
    yield from _beginnings(window, desk)


def _dialogs(window: MainWindow, desk: Desk) -> Iterator[State]:
    def library() -> None:
        desk.open(desk.plan_id, Step.METRICS)
        assert desk.wizard is not None
        desk.wizard.page.library_button.click()  # type: ignore[attr-defined]

    yield "settings", window.show_settings
    yield "keys", window.show_keys
    yield "help", window.show_help
    yield "commands", window.find_command
    yield "about", window.menus.about.trigger
    yield "library", library


def _ends(desk: Desk, lived: Callable[[Plan], Plan]) -> Iterator[State]:
    session = desk.session
    assert session is not None
    plan = session.plan

    def show(changed: Plan, tab: int = 2) -> None:
        desk.open(desk.plan_id)
        session.edit(changed, "Live")
        desk.save()
        desk.window.refresh_list(desk.plan_id)
        assert desk.view is not None
        desk.view.tabs.setCurrentIndex(tab)

    def reached() -> Plan:
        after = lived(plan)
        values: dict[str, Decimal | None] = {m.id: m.target_value for m in after.metrics}
        return with_check_in(after, today(), values, "", today=today())

    def overdue() -> Plan:
        return lived(plan).replace(due=today() - dt.timedelta(1), milestone_days=None)

    yield "reached", lambda: show(reached())
    yield "overdue", lambda: show(overdue())
    yield "closed", lambda: show(_closed(lived(plan)), 4)
    yield "as-before", lambda: show(plan, 1)


def _closed(plan: Plan) -> Plan:
    from smartgoals.domain.closing import close

    return close(plan, Outcome.PARTLY, "Tastings bring more guests than posts do.", today())


def _lists(window: MainWindow) -> Iterator[State]:
    panel = window.panel
    yield "search-found", lambda: panel.filters.search.setText("campfire")
    yield "search-nothing", lambda: panel.filters.search.setText("nowhere to be found")
    yield "search-over", panel.show_whole_list
    yield "archive-empty", lambda: panel.set_filter(Shelf.ARCHIVE)
    yield "trash-empty", lambda: panel.set_filter(Shelf.TRASH)

    def throw_away() -> None:
        panel.show_whole_list()
        window.trash(panel.model.plans[-1].id)

    yield "thrown-away", throw_away
    yield "trash", lambda: panel.set_filter(Shelf.TRASH)
    yield "all-again", panel.show_whole_list


def _beginnings(window: MainWindow, desk: Desk) -> Iterator[State]:
    def wrong_number() -> None:
        window.new_plan()
        assert desk.wizard is not None
        assert desk.session is not None
        desk.wizard.show_step(Step.GOAL)
        desk.session.edit(desk.session.plan.replace(broad_goal="Be known here"), "Write")
        desk.wizard.show_step(Step.METRICS)
        page = desk.wizard.page
        page._ideas.findChildren(type(page.own_button))[0].click()  # type: ignore[attr-defined]
        metric = desk.session.plan.metrics[0]
        unread = desk.session.plan.with_unread(f"metric.{metric.id}.baseline", "5 followers")
        desk.session.edit(unread.with_metric(metric.replace(baseline=None)), "Write")

    def late_due() -> None:
        assert desk.wizard is not None
        assert desk.session is not None
        start = today()
        due = start.replace(year=start.year - 1)
        desk.wizard.show_step(Step.TIMEFRAME)
        desk.session.edit(desk.session.plan.replace(start=start, due=due), "Write")

    def review() -> None:
        assert desk.wizard is not None
        desk.wizard.show_step(Step.REVIEW)

    def not_saved() -> None:
        from smartgoals.storage.errors import StorageError, StorageReason

        path = window.folder / "smartgoals.db"
        desk.faults._offer_other_place(StorageError(StorageReason.DISK_FULL, path))

    yield "wrong-number", wrong_number
    yield "due-before-start", late_due
    yield "review-open", review
    yield "draft", lambda: desk.open(desk.plan_id)
    yield "not-saved", not_saved
