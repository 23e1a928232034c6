"""The plan on the desk: its session, the views of it, and what is done with its file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from smartgoals.domain.plan import Plan
from smartgoals.domain.steps import step_of_field
from smartgoals.domain.terms import Step
from smartgoals.domain.value import new_id
from smartgoals.language import language, tr
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.storage.store import PlanStore
from smartgoals.ui.announcing import SpokenState
from smartgoals.ui.brand_book import BrandBook
from smartgoals.ui.plan_files import PlanFiles
from smartgoals.ui.plan_life import PlanLife
from smartgoals.ui.plan_map import PlanMap
from smartgoals.ui.plan_moves import PlanMoves
from smartgoals.ui.plan_view import PlanView
from smartgoals.ui.save_faults import SaveFaults
from smartgoals.ui.session import PlanSession, SaveState
from smartgoals.ui.sheet_preview import SheetPreview
from smartgoals.ui.wizard.spare_wizard import SpareWizard
from smartgoals.ui.wizard.wizard_view import WizardView
from smartgoals.words.errors import storage_error_text

if TYPE_CHECKING:
    from smartgoals.ui.main_window import MainWindow


class Desk(QObject):
    """Holds at most one plan in work, in the wizard or in the plan view."""

    def __init__(self, window: "MainWindow", store: PlanStore) -> None:
        super().__init__(window)
        self.window = window
        self.store = store
        self.session: PlanSession | None = None
        self.wizard: WizardView | None = None
        self.spare = SpareWizard(window.views, store, window.formats, self)
        self._ready: WizardView | None = None
        """Made ahead for the present plan, and not shown yet."""
        self.view: PlanView | None = None
        self.life = PlanLife(self)
        self.files = PlanFiles(self)
        self.faults = SaveFaults(self)
        self.moves = PlanMoves(self)
        self.map = PlanMap(self)
        self._spoken = SpokenState()

    @property
    def plan_id(self) -> str:
        """The id of the plan in work; blank when there is none."""
        return self.session.plan.id if self.session is not None else ""

    @property
    def shown_id(self) -> str:
        """The id of the plan in work when it can be seen; else blank."""
        return "" if self.map.is_shown else self.plan_id

    # Which plan

    def begin(self) -> None:
        """Put a new plan on the desk and show the first step."""
        if self.may_leave():
            self._put(self._new_plan())
            self._show_wizard(Step.WHY)

    def _new_plan(self) -> Plan:
        """Return a plan in which nothing stands but what the settings say of new plans."""
        settings = self.window.settings
        return Plan(currency=settings.currency, hours_per_week=settings.hours_per_week or None)

    def open(self, plan_id: str, step: str = "") -> None:
        """Put the saved plan on the desk; show its wizard when a step is given."""
        if plan_id != self.plan_id:
            if not self.may_leave():
                self.window.refresh_list(self.plan_id)
                return
            try:
                plan = self.store.load(plan_id)
            except StorageError as error:
                if error.reason is StorageReason.DAMAGED and self.store.read_only is None:
                    self.window.care.bring_back(plan_id)
                else:
                    self.tell(error)
                return
            self._put(plan)
        if step in set(Step):
            self._show_wizard(Step(step))
        else:
            self._show_plan()

    def open_sample(self, sample_id: str) -> None:
        """Add a copy of the shipped sample and show it."""
        from smartgoals.documents.samples import read_sample

        self.add(read_sample(sample_id, language()).replace(id=new_id()))

    def ask_for_file(self) -> None:
        """Let the user choose files to take in."""
        self.files.ask_for_file()

    def add_file(self, path: Path) -> None:
        """Show what the file would add, and add it when that is accepted."""
        self.files.add_file(path)

    def add(self, plan: Plan) -> None:
        """Keep a plan that came from elsewhere and show it.

        It gets an id of its own when one of its id is here.
        """
        try:
            if self.files.is_here(plan.id):
                plan = plan.replace(id=new_id())
            self.store.save(plan)
        except StorageError as error:
            self.tell(error)
            return
        self.window.panel.show_whole_list()
        self.open(plan.id)
        self.window.refresh_list(plan.id)

    # What is done with it

    def save(self) -> bool:
        """Save now; return whether all is saved."""
        return self.session is None or self.session.save()

    def may_leave(self) -> bool:
        """Return whether the plan in work is saved; else it stays, and what to do is said."""
        if self.save():
            return True
        self.faults.tell_again()
        return False

    def leave_wizard(self) -> None:
        """Show the plans, with the one in work beside them."""
        if self.session is None:
            self.window.show_beside(None)
            return
        self.save()
        if self.session.plan == self._new_plan().replace(id=self.plan_id):
            self.clear()
            self.window.welcome.new_button.setFocus()
        else:
            self._show_plan()
            self.window.panel.list.setFocus()

    def _finish(self) -> None:
        """Show the plan, with its sheet one key away."""
        self.leave_wizard()
        if self.view is not None:
            self.view.export_button.setFocus()

    def export(self) -> None:
        """Let the user choose in which format the plan goes where, or where the map does."""
        if self.map.is_shown:
            self.map.export()
        else:
            self.files.export()

    def export_to(self, path: Path) -> None:
        """Write the plan in the format that the name of the file tells."""
        self.files.export_to(path)

    def export_all(self) -> None:
        """Let the user choose where all plans go, and in which format."""
        self.files.export_all()

    def print_sheet(self) -> None:
        """Print the very pages of the goal sheet."""
        self.files.print_sheet()

    def copy_as_text(self) -> None:
        """Put what the goal sheet says on the clipboard, as plain text."""
        if self.session is not None:
            from smartgoals.documents.plain_text import plain_text

            QGuiApplication.clipboard().setText(plain_text(self.session.plan, self.files.context()))
            self.window.messages.tell(tr("The sheet is copied as text; paste it where you like."))

    def show_field(self, field: str) -> None:
        """Lead to the field in the wizard."""
        self._show_wizard(step_of_field(field))
        if self.wizard is not None:
            self.wizard.show_field(field)

    def use_store(self, store: PlanStore) -> None:
        """Go on with the file that was opened again; the plan in work is the newest there is."""
        self.store = store
        if self.session is None:
            return
        try:
            store.overwrite(self.session.plan)
        except StorageError as error:
            self.tell(error)
        else:
            self.session.use_store(store)
        self.window.refresh_list(self.plan_id)

    def dress(self) -> None:
        """Show the colours of a changed theme where they are not the style sheet's."""
        if self.session is not None:
            self.session.plan_changed.emit(self.session.plan)

    def redraw_sheet(self) -> None:
        """Draw the sheet anew, for other paper."""
        if self.view is not None:
            self.view.preview.forget()

    # Inside

    def _put(self, plan: Plan) -> None:
        self.clear()
        self.session, self._ready = self.spare.take(self.store, plan)
        self.window.undo_group.addStack(self.session.undo_stack)
        self.session.plan_changed.connect(self._heed_step)
        self.session.save_state_changed.connect(self._show_save_state)
        self.session.save_state_changed.connect(self._say_save_state)
        self.session.mend = self.faults.mend
        self.session.brands = BrandBook(self.window.keeper.plans, self.store)
        self.session.refused.connect(self.window.care.remind)

    def clear(self) -> None:
        """Take the plan, which is saved, off the desk."""
        self.window.show_beside(None)
        for view in (self._ready, self.wizard, self.view):
            if view is not None:
                view.hide()
                view.setParent(None)
                view.deleteLater()
        self._ready = self.wizard = self.view = None
        if self.session is not None:
            self.window.undo_group.removeStack(self.session.undo_stack)
            self.session.deleteLater()
            self.session = None
        self.window.settings.place = ("", "")

    def _heed_step(self, _plan: Plan) -> None:
        """Undo first what was done last, here or in the list."""
        if self.session is not None:
            self.window.undo_group.setActiveStack(self.session.undo_stack)

    def _show_wizard(self, step: Step) -> None:
        if self.session is None:
            return
        self.window.undo_group.addStack(self.session.undo_stack)
        self.window.undo_group.setActiveStack(self.session.undo_stack)
        if self.wizard is None:
            self.wizard = self._wizard_at(step, self.session)
            self.wizard.left.connect(self.leave_wizard)
            self.wizard.finished.connect(self._finish)
            self.wizard.step_changed.connect(self._remember_step)
        else:
            self.wizard.show_step(step)
        self.window.show_whole(self.wizard)
        self.wizard.page.focus_field("")
        self._remember_step(step)
        self._show_save_state(self.session.save_state)

    def _wizard_at(self, step: Step, session: PlanSession) -> WizardView:
        """Return a wizard of the session: the one that was made ahead, if there is one."""
        wizard, self._ready = self._ready, None
        if wizard is None:
            return WizardView(session, step, language(), self.window.views)
        wizard.show_step(step)
        return wizard

    def _show_plan(self) -> None:
        if self.session is None:
            return
        self.window.undo_group.addStack(self.session.undo_stack)
        self.window.undo_group.setActiveStack(self.session.undo_stack)
        if self.view is None:
            self.view = PlanView(self.session, SheetPreview(self._pages))
            self.view.edit_wanted.connect(self._edit_in_wizard)
            self.view.export_wanted.connect(self.export)
            self.view.print_wanted.connect(self.print_sheet)
            self.view.sheet_tab.copy_wanted.connect(self.copy_as_text)
            self.view.strategy_tab.step_wanted.connect(self._show_wizard)
            self.life.connect_view(self.view)
        # What is written before the page is seen is the making of the plan, not a change of it.
        self.session.logs_changes = True
        self.window.show_beside(self.view)
        self.window.settings.place = (self.plan_id, "")
        self.window.refresh_list(self.plan_id)
        self._show_save_state(self.session.save_state)

    def _edit_in_wizard(self) -> None:
        self._show_wizard(self.wizard.step if self.wizard is not None else Step.WHY)

    def _remember_step(self, step: Step) -> None:
        self.window.settings.place = (self.plan_id, step.value)

    def _show_save_state(self, state: SaveState) -> None:
        text = {
            SaveState.SAVED: tr("All changes saved"),
            SaveState.PENDING: tr("Saving …"),
            SaveState.FAILED: tr("Not saved yet"),
        }[state]
        for view in (self.wizard, self.view):
            if view is not None:
                view.saved_label.setText(text)
        if state is SaveState.SAVED and self.view is not None and self.view.isVisible():
            self.window.refresh_list(self.plan_id)
        if state is not SaveState.PENDING:
            self.faults.tell()

    def _say_save_state(self, state: SaveState) -> None:
        for view in (self.wizard, self.view):
            if view is not None and view.isVisible() and state is not SaveState.PENDING:
                self._spoken.tell(view.saved_label, usual=state is SaveState.SAVED)

    def _pages(self, plan: Plan, dots_per_inch: int) -> list[bytes]:
        from smartgoals.documents.goal_sheet import render_pages

        return render_pages(plan, self.files.context(), dots_per_inch)

    def tell(self, error: StorageError) -> None:
        """Say why plans could not be read or kept."""
        text = storage_error_text(error.reason, error.path)
        self.window.messages.tell(text, stays=True, is_fault=True)
