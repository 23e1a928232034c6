"""The session: one plan, one undo stack, one autosave."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from pytestqt.qtbot import QtBot

from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Tactic
from smartgoals.formats import Formats
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.storage.store import PlanStore
from smartgoals.ui.session import PlanSession, SaveState


def write(session: PlanSession, text: str, key: str = "broad_goal") -> None:
    session.edit(session.plan.replace(broad_goal=text), "Edit broad goal", key=key)


def test_an_edit_makes_a_new_plan_and_tells_everybody(session: PlanSession, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.plan_changed) as told:
        write(session, "be known")
    assert session.plan.broad_goal == "be known"
    assert told.args == [session.plan]


def test_typing_in_one_field_is_one_step_of_undo(session: PlanSession) -> None:
    for text in ("b", "be", "be known"):
        write(session, text)
    session.undo_stack.undo()
    assert session.plan.broad_goal == ""
    session.undo_stack.redo()
    assert session.plan.broad_goal == "be known"


def test_another_visit_to_the_field_is_another_step(session: PlanSession) -> None:
    write(session, "be known")
    session.close_step()
    write(session, "be known better")
    session.undo_stack.undo()
    assert session.plan.broad_goal == "be known"


def test_an_edit_that_changes_nothing_is_no_step(session: PlanSession) -> None:
    session.edit(session.plan.replace(), "Edit broad goal")
    assert session.undo_stack.count() == 0


def test_a_pause_in_typing_saves(session: PlanSession, store: PlanStore, qtbot: QtBot) -> None:
    with qtbot.waitSignal(
        session.save_state_changed, check_params_cb=lambda s: s is SaveState.SAVED
    ):
        write(session, "be known")
    assert store.load(session.plan.id) == session.plan


def test_steady_typing_is_saved_all_the_same(
    session: PlanSession, store: PlanStore, qtbot: QtBot
) -> None:
    """The pause never comes, so the longest wait has to end it."""
    texts = iter("abcdefghijklmnopqrstuvwxyz" * 20)

    def typed_until_saved() -> None:
        write(session, session.plan.broad_goal + next(texts))
        assert store.overviews()

    write(session, "a")
    qtbot.waitUntil(typed_until_saved, timeout=8000)


class FullDisk:
    """A store on a disk that is full until it has room."""

    read_only = None

    def __init__(self, store: PlanStore) -> None:
        self.store = store
        self.is_full = True

    def save(self, plan: Plan) -> None:
        if self.is_full:
            raise StorageError(StorageReason.DISK_FULL)
        self.store.save(plan)


def test_what_cannot_be_saved_stays_and_is_tried_again(store: PlanStore, qtbot: QtBot) -> None:
    disk = FullDisk(store)
    session = PlanSession(disk, Plan(), Formats("en_GB"))
    write(session, "be known")
    assert not session.save()
    assert session.save_state is SaveState.FAILED
    assert session.save_error is not None
    assert session.plan.broad_goal == "be known"
    disk.is_full = False
    qtbot.waitUntil(lambda: session.save_state is SaveState.SAVED)
    assert store.load(session.plan.id) == session.plan


def test_undo_is_saved_like_any_edit(session: PlanSession, store: PlanStore) -> None:
    write(session, "be known")
    session.save()
    session.undo_stack.undo()
    assert session.save_state is SaveState.PENDING
    session.save()
    assert store.load(session.plan.id).broad_goal == ""


FANS = Metric(id="fans", name="Fans", baseline=Decimal(1), target=Target(amount=Decimal(100)))


def running_plan() -> Plan:
    """A plan that is complete and began last week."""
    begun = dt.date.today() - dt.timedelta(7)  # noqa: DTZ011 - plans have plain dates
    return Plan(
        broad_goal="Be known",
        start=begun,
        due=begun + dt.timedelta(91),
        metrics=(FANS,),
        tactics=(Tactic(name="Write 3 letters"),),
    )


def aimed(plan: Plan, amount: int) -> Plan:
    return plan.with_metric(plan.metric("fans").replace(target=Target(amount=Decimal(amount))))


def test_a_changed_target_of_a_running_plan_goes_to_its_log(store: PlanStore) -> None:
    session = PlanSession(store, running_plan(), Formats("en_GB"))
    session.edit(aimed(session.plan, 120), "Edit target")
    (change,) = session.plan.adjustments
    assert (change.field, change.old, change.new) == ("metric.fans.target", "100", "120")
    session.undo_stack.undo()
    assert session.plan.adjustments == ()


def test_a_plan_that_is_first_written_has_no_log(store: PlanStore) -> None:
    session = PlanSession(store, Plan(), Formats("en_GB"))
    session.edit(running_plan(), "Write")
    session.edit(aimed(session.plan, 120), "Edit target")
    assert session.plan.adjustments == ()


def test_where_nothing_can_be_saved_nothing_changes(
    session: PlanSession, store: PlanStore, qtbot: QtBot
) -> None:
    store.save(plan := Plan(broad_goal="be known"))
    folder = store.path.parent
    with PlanStore.open(folder, read_only=True) as read_only:
        reading = PlanSession(read_only, plan, Formats("en_GB"))
        with qtbot.waitSignals([reading.refused, reading.plan_changed]):
            write(reading, "be known better")
    assert reading.plan == plan
    assert reading.undo_stack.count() == 0
    assert reading.save()


def test_leaving_a_field_saves_without_waiting_for_the_pause(
    session: PlanSession, store: PlanStore, qtbot: QtBot
) -> None:
    write(session, "be known")
    with qtbot.waitSignal(
        session.save_state_changed, check_params_cb=lambda s: s is SaveState.SAVED
    ):
        session.save_soon()
        assert session._pause.interval() == 0
    assert store.load(session.plan.id) == session.plan
