"""What is done with whole plans in the list: copied, archived, thrown away, brought back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand
from typing_extensions import override

from smartgoals.domain.carry_over import duplicate, start_parked_goal, with_parked_goal
from smartgoals.domain.terms import Step
from smartgoals.domain.value import new_id
from smartgoals.language import ngettext, tr
from smartgoals.storage.errors import StorageError
from smartgoals.ui.guard import guard

if TYPE_CHECKING:
    from smartgoals.domain.plan import Plan
    from smartgoals.storage.overview import PlanOverview
    from smartgoals.ui.desk import Desk

FEW = 3
"""Titles that a message names."""


class PlanMoves(QObject):
    """Moves plans between the list, the archive and the trash; every move can be undone."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = desk.window

    def trash(self, plan_id: str) -> None:
        """Put the plan into the trash."""
        if not self._put_away(plan_id):
            return
        title = self._title(plan_id)
        self._do(
            tr("Move to trash"),
            lambda: self._desk.store.trash(plan_id),
            lambda: self._desk.store.restore(plan_id),
        )
        self._tell(tr("“{title}” is in the trash.").format(title=title))

    def restore(self, plan_id: str) -> None:
        """Take the plan out of the trash; it is shown when it was the last one there."""
        title = self._title(plan_id)
        self._do(
            tr("Restore"),
            lambda: self._desk.store.restore(plan_id),
            lambda: self._desk.store.trash(plan_id),
        )
        if not self._window.panel.model.plans:
            self._window.panel.show_whole_list()
            self._desk.open(plan_id)
        self._tell(
            tr("“{title}” is back among your plans.").format(title=title),
            (tr("Show"), lambda: self._show(plan_id)),
        )

    def archive(self, plan_id: str, *, archived: bool = True) -> None:
        """Put the plan into the archive, or take it out."""
        if archived and not self._put_away(plan_id):
            return
        title = self._title(plan_id)
        self._do(
            tr("Move to archive") if archived else tr("Take out of the archive"),
            lambda: self._desk.store.archive(plan_id, archived=archived),
            lambda: self._desk.store.archive(plan_id, archived=not archived),
        )
        if archived:
            self._tell(tr("“{title}” is in the archive.").format(title=title))
        else:
            self._tell(
                tr("“{title}” is back among your plans.").format(title=title),
                (tr("Show"), lambda: self._show(plan_id)),
            )

    def duplicate(self, plan_id: str) -> None:
        """Add a copy of the plan, without its past, and show it."""
        if not self._desk.may_leave():
            return
        plan = self._load(plan_id)
        if plan is None:
            return
        copy = duplicate(plan, tr("{title} (copy)").format(title=plan.name or tr("Plan")))
        if self._bring(tr("Duplicate"), copy, plan_id):
            self._tell(tr("“{title}” is a plan of its own.").format(title=copy.name))

    def start_next_period(self, plan_id: str, plan: Plan) -> None:
        """Add the plan that follows on the one of that id, and show it."""
        if self._desk.may_leave() and self._bring(tr("Start the next period"), plan, plan_id):
            self._tell(tr("Here is the next period: new dates, and the last values as baselines."))

    def start_parked_goal(self, plan_id: str, goal: str) -> None:
        """Begin a plan for the goal that waited in another one, and take it out there."""
        if not self._put_away(plan_id):
            return
        plan = self._load(plan_id)
        if plan is None:
            return
        begun = start_parked_goal(plan, goal)[1]

        def go() -> None:
            self._add(begun)
            self._change(plan_id, lambda now: start_parked_goal(now, goal)[0])

        def back() -> None:
            self._change(plan_id, lambda now: with_parked_goal(now, goal, plan.parked_goals))
            self._take_back(begun, plan_id)

        if self._bring(tr("Start parked goal"), begun, ways=(go, back), step=Step.WHY):
            self._tell(tr("“{title}” is a plan of its own.").format(title=begun.name))

    def take_in(self, plan: Plan) -> None:
        """Add a plan that came from a file and show it; it gets an id of its own if need be."""
        if not self._desk.may_leave():
            return
        try:
            is_here = self._desk.files.is_here(plan.id)
        except StorageError as error:
            self._desk.tell(error)
            return
        added = plan.replace(id=new_id()) if is_here else plan
        if self._bring(tr("Import"), added):
            title = added.name or tr("Plan without a name")
            self._tell(tr("“{title}” is added.").format(title=title))

    def empty_trash(self) -> None:
        """Delete what is in the trash, at the end of the program; until then it can be undone."""
        keeper = self._window.keeper
        try:
            plans = keeper.trashed()
        except StorageError as error:
            self._desk.tell(error)
            return
        if not plans:
            return
        if self._desk.plan_id in {plan.id for plan in plans} and not self._put_away(""):
            return
        before, now = keeper.emptied, dt.datetime.now(dt.UTC)
        self._do(tr("Empty trash"), lambda: self._empty(now), lambda: self._empty(before))
        self._tell(_emptied_text(plans), stays=True)

    def _bring(
        self,
        text: str,
        plan: Plan,
        origin: str = "",
        *,
        ways: tuple[Callable[[], None], Callable[[], None]] | None = None,
        step: str = "",
    ) -> bool:
        """Add the plan as a step of the list and show it; return whether it was added.

        ``origin`` is the plan that it came from; ``ways`` are there and back when there is more
        to it than the plan.
        """
        go, back = ways or (lambda: self._add(plan), lambda: self._take_back(plan, origin))
        if not self._do(text, go, back):
            return False
        self._window.panel.show_whole_list()
        self._desk.open(plan.id, step)
        # The key takes back that it came, until something is done in it.
        self._window.undo_group.setActiveStack(self._window.list_stack)
        return True

    def _do(self, text: str, go: Callable[[], None], back: Callable[[], None]) -> bool:
        """Do it as a step of the list; return whether it was done."""
        command = _Move(text, lambda: self._guarded(go), lambda: self._guarded(back))
        self._window.undo_group.setActiveStack(self._window.list_stack)
        self._window.list_stack.push(command)
        return command.is_done

    def _guarded(self, go: Callable[[], None]) -> bool:
        """Do it and show the list as it is then; return whether it was done."""
        try:
            go()
        except StorageError as error:
            self._desk.tell(error)
            return False
        finally:
            self._window.refresh_list()
        return True

    def _put_away(self, plan_id: str) -> bool:
        """Take the plan off the desk if it lies there (blank: any); return whether it could be."""
        if plan_id in {"", self._desk.plan_id}:
            if not self._desk.may_leave():
                return False
            self._desk.clear()
        return True

    def _add(self, plan: Plan) -> None:
        if self._desk.files.is_here(plan.id):
            self._desk.store.restore(plan.id)
        else:
            self._desk.store.save(plan)

    def _take_back(self, plan: Plan, origin: str) -> None:
        """Put the plan into the trash: she may have written in it meanwhile.

        Where it lay on the desk, lies again what it came from.
        """
        is_shown = self._desk.plan_id == plan.id
        if self._put_away(plan.id):
            self._desk.store.trash(plan.id)
            if is_shown and origin:
                self._desk.open(origin)

    def _change(self, plan_id: str, change: Callable[[Plan], Plan]) -> None:
        """Change a plan as it is kept now; when it is on the desk, it is there again."""
        is_shown = self._desk.plan_id == plan_id
        if self._put_away(plan_id):
            self._desk.store.save(change(self._desk.store.load(plan_id)))
            if is_shown:
                self._desk.open(plan_id)

    def _empty(self, until: dt.datetime | None) -> None:
        self._window.keeper.emptied = until

    def _show(self, plan_id: str) -> None:
        self._window.panel.show_whole_list()
        self._desk.open(plan_id)

    def _title(self, plan_id: str) -> str:
        plan = self._window.keeper.plans.find(plan_id)
        return (plan.title.strip() if plan is not None else "") or tr("Plan without a name")

    def _load(self, plan_id: str) -> Plan | None:
        """Return the saved plan; when it cannot be read, that is said."""
        try:
            return self._desk.store.load(plan_id)
        except StorageError as error:
            self._desk.tell(error)
            return None

    def _tell(
        self, text: str, *actions: tuple[str, Callable[[], object]], stays: bool = False
    ) -> None:
        stack = self._window.list_stack
        self._window.messages.tell_undoable(text, stack, *actions, stays=stays)


class _Move(QUndoCommand):
    """A step of the list, and back."""

    def __init__(self, text: str, go: Callable[[], bool], back: Callable[[], bool]) -> None:
        super().__init__(text)
        self.is_done = False
        self._go = go
        self._back = back

    @override
    @guard()
    def redo(self) -> None:
        self.is_done = self._go()
        # What could not be done is no step.
        self.setObsolete(not self.is_done)

    @override
    @guard()
    def undo(self) -> None:
        self.setObsolete(not self._back())


def _emptied_text(plans: list[PlanOverview]) -> str:
    names = [plan.title.strip() or tr("Plan without a name") for plan in plans[:FEW]]
    titles = ", ".join(tr("“{name}”").format(name=name) for name in names)
    if len(plans) > FEW:
        rest = len(plans) - FEW
        titles = ngettext("{titles} and {count} more", "{titles} and {count} more", rest).format(
            titles=titles, count=rest
        )
    return ngettext(
        "The trash is empty. When you quit, this plan is deleted for good: {titles}.",
        "The trash is empty. When you quit, these plans are deleted for good: {titles}.",
        len(plans),
    ).format(titles=titles)
