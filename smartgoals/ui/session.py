"""One plan being worked on: the plan shown, its undo stack and its autosave."""

from collections.abc import Callable
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from typing_extensions import override

from smartgoals.domain.adjustments import FieldWords, is_running, logged
from smartgoals.domain.clock import today
from smartgoals.domain.plan import Plan
from smartgoals.formats import Formats
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.ui.brand_book import BrandBook
from smartgoals.ui.guard import guard
from smartgoals.words.adjustments import field_label, field_value

PAUSE_MS = 400
"""Saving waits for this pause in typing ..."""
LONGEST_WAIT_MS = 800
"""... but never longer than this after the first unsaved key: with the save a second at most."""
RETRY_MS = 2000


class SaveState(Enum):
    """Whether what is on the screen is in the file."""

    SAVED = auto()
    PENDING = auto()
    FAILED = auto()


class Saver(Protocol):
    """Whatever can keep a plan; the plan store."""

    @property
    def read_only(self) -> StorageReason | None:
        """Why nothing can be saved; None when it can."""

    def save(self, plan: Plan) -> None:
        """Keep the plan, or raise ``StorageError``."""


class PlanSession(QObject):
    """The only place where a plan changes while it is on the screen."""

    plan_changed = Signal(object)
    save_state_changed = Signal(object)
    refused = Signal()
    """Nothing can be changed: the plan can only be read."""

    def __init__(self, store: Saver, plan: Plan, formats: Formats) -> None:
        super().__init__()
        self.formats = formats
        self.save_state = SaveState.SAVED
        self.save_error: StorageError | None = None
        self.undo_stack = QUndoStack(self)
        self._words = FieldWords(
            lambda plan, field: field_label(plan, field, formats),
            lambda plan, field: field_value(plan, field, formats),
        )
        self.mend: Callable[[StorageError], bool] = lambda _: False
        """Puts right why a save failed; returns whether to try again at once."""
        self.brands = BrandBook()
        """What other plans say of the brand of this one."""
        self.begin(store, plan)
        self._pause = self._timer(PAUSE_MS)
        self._longest_wait = self._timer(LONGEST_WAIT_MS)
        self._retry = self._timer(RETRY_MS)

    def begin(self, store: Saver, plan: Plan) -> None:
        """Begin with the plan, which is saved as it is; only before the first edit."""
        self.plan = plan
        self.logs_changes = is_running(plan, today())
        """Whether changes of target, dates, metrics and tactics go to the plan's log.

        Not while a plan is written for the first time; from the first look at its page on.
        """
        self.changes_before = frozenset(change.id for change in plan.adjustments)
        """The ids of the changes that were in the log when the plan was opened."""
        self._store = store
        self._saved_plan = plan

    def edit(self, plan: Plan, text: str, key: str = "") -> None:
        """Make the plan the present one, as a step named by the text that can be undone.

        Edits that follow each other with the same key, such as the typing in one field,
        are one step. Where nothing can be saved, nothing changes.
        """
        if self._store.read_only is not None:
            if plan != self.plan:
                self.refused.emit()
            self.plan_changed.emit(self.plan)  # What was typed goes from the field again.
            return
        if self.logs_changes:
            plan = logged(self.plan, plan, today(), self._words)
        if plan != self.plan and not self._went_on(plan, key):
            self.undo_stack.push(_Edit(self, self.plan, plan, text, key))

    def _went_on(self, plan: Plan, key: str) -> bool:
        """Put the plan into the step that was done last if that has the same key.

        Not by ``mergeWith``: a command that is merged there is never let go by PySide.
        """
        stack = self.undo_stack
        last = stack.command(stack.index() - 1) if stack.index() == stack.count() else None
        if not (key and isinstance(last, _Edit) and last.key == key):
            return False
        last.new = plan
        self.show(plan)
        stack.indexChanged.emit(stack.index())  # As after a push.
        return True

    def close_step(self) -> None:
        """Begin a new undo step with the next edit, even in the same field."""
        count = self.undo_stack.index()
        if count:
            command = self.undo_stack.command(count - 1)
            if isinstance(command, _Edit):
                command.key = ""

    def save(self) -> bool:
        """Save now what is unsaved; return whether all is saved."""
        for timer in (self._pause, self._longest_wait, self._retry):
            timer.stop()
        if self.plan == self._saved_plan:
            self._set_state(SaveState.SAVED)
            return True
        error = self._try()
        if error is not None and self.mend(error):
            error = self._try()
        self.save_error = error
        if error is not None:
            self._set_state(SaveState.FAILED)
            self._retry.start()
            return False
        self._saved_plan = self.plan
        self._set_state(SaveState.SAVED)
        return True

    def save_soon(self) -> None:
        """Save what is unsaved without waiting for the pause, such as when a field is left."""
        if self.save_state is SaveState.PENDING:
            self._pause.start(0)

    def use_store(self, store: Saver) -> None:
        """Save into another store from now on, which has the present plan already."""
        self._store = store
        self._saved_plan = self.plan
        self.save_error = None
        self.save()

    def show(self, plan: Plan) -> None:
        """Make the plan the present one; called by the undo stack only."""
        self.plan = plan
        self._set_state(SaveState.PENDING)
        self._pause.start(PAUSE_MS)
        if not self._longest_wait.isActive():
            self._longest_wait.start()
        self.plan_changed.emit(plan)

    def adopt(self, plan: Plan) -> None:
        """Show a plan that is in the file already, such as another window's version of it."""
        self.undo_stack.clear()
        self.plan = self._saved_plan = plan
        self.plan_changed.emit(plan)
        self.save()

    def _try(self) -> StorageError | None:
        try:
            self._store.save(self.plan)
        except StorageError as error:
            return error
        return None

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=milliseconds)
        timer.timeout.connect(self.save)
        return timer

    def _set_state(self, state: SaveState) -> None:
        if state is not self.save_state or state is SaveState.FAILED:
            self.save_state = state
            self.save_state_changed.emit(state)


class _Edit(QUndoCommand):
    """The step from one plan to the next."""

    def __init__(self, session: PlanSession, old: Plan, new: Plan, text: str, key: str) -> None:
        super().__init__(text)
        self.key = key
        self.new = new
        self._session = session
        self._old = old

    @override
    @guard()
    def undo(self) -> None:
        self._session.show(self._old)

    @override
    @guard()
    def redo(self) -> None:
        self._session.show(self.new)
