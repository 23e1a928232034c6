"""The one window: the plans at the left with the chosen one beside, or the wizard.

Light on purpose: the modules of plans, storage and documents are imported when first used, so
that the window is there before they are.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QPaintEvent,
    QUndoGroup,
    QUndoStack,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QMenuBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from smartgoals.formats import Formats
from smartgoals.formats.system import system_formats, system_language
from smartgoals.overriding import override
from smartgoals.storage.list_query import Shelf
from smartgoals.ui.data_care import DataCare
from smartgoals.ui.guard import guard
from smartgoals.ui.list_keeper import ListKeeper
from smartgoals.ui.menus import Menus
from smartgoals.ui.message_bar import MessageBar
from smartgoals.ui.mnemonics import assign_mnemonics, menu_letters
from smartgoals.ui.plans_panel import PlansPanel
from smartgoals.ui.settings import Settings
from smartgoals.ui.speaking import speak
from smartgoals.ui.store_loader import StoreLoader
from smartgoals.ui.welcome_view import WelcomeView

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartgoals.storage.store import PlanStore
    from smartgoals.ui.desk import Desk

SMALLEST = (800, 500)
FIRST_SIZE = (1320, 860)


class MainWindow(QMainWindow):
    """Shows the plans and works on one of them; all is saved as it is typed."""

    first_painted = Signal()

    def __init__(self, folder: Path, settings: Settings) -> None:
        super().__init__()
        self.folder = folder
        self.settings = settings
        self.desk: Desk | None = None
        self.loader = StoreLoader(folder)
        self.keeper = ListKeeper(self)
        self.care = DataCare(self)
        self.undo_group = QUndoGroup(self)
        self.list_stack = QUndoStack(self.undo_group)
        self.undo_group.setActiveStack(self.list_stack)
        self._is_painted = False
        self._build()
        self.setWindowTitle("SmartGoals")
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.resize(*FIRST_SIZE)
        self.restoreGeometry(settings.geometry)

    def _build(self) -> None:
        """Make all that has words, in the language that is spoken now."""
        self.formats: Formats = system_formats(self.settings.week_start)
        self.messages = MessageBar()
        self.notice = MessageBar(is_lasting=True)
        self.panel = PlansPanel(self.formats, self.settings.list_order)
        self.welcome = WelcomeView()
        self.beside = QStackedWidget()
        self.beside.addWidget(self.welcome)
        self.views = QStackedWidget()
        self._lay_out()
        self.setMenuBar(QMenuBar())
        self.menus = Menus(self)
        self._connect()
        self.refresh_list()
        self.care.show_notice()

    def get_ready(self) -> None:
        """Make what the first click needs before it comes."""
        self._with_desk(lambda _: None)

    # What the user can do

    def new_plan(self) -> None:
        """Start a plan and show the first step of the wizard."""
        self._with_desk(lambda desk: desk.begin())

    def open_plan(self, plan_id: str, step: str = "") -> None:
        """Show the plan, or with a step its wizard."""
        self._with_desk(lambda desk: desk.open(plan_id, step))

    def open_sample(self, sample_id: str) -> None:
        """Add the shipped sample to the plans and show it."""
        self._with_desk(lambda desk: desk.open_sample(sample_id))

    def ask_for_file(self) -> None:
        """Let the user choose a plan file, and add its plan."""
        self._with_desk(lambda desk: desk.ask_for_file())

    def open_file(self, path: Path) -> None:
        """Add the plan of the plan file and show it."""
        self._with_desk(lambda desk: desk.add_file(path))

    def come_forward(self, file: Path | None = None) -> None:
        """Show the window before all others, and add the plan file if there is one."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        if file is not None:
            self.open_file(file)

    def check_in(self, plan_id: str = "") -> None:
        """Ask for the values of the plan, of the one that is shown, or that waits longest."""
        wanted = plan_id or self.shown_id or self.panel.due_list.first_id

        def ask(desk: "Desk") -> None:
            desk.open(wanted)
            if desk.plan_id == wanted:
                desk.life.check_in()

        if self._is_kept(wanted):
            self._with_desk(ask)

    def export(self) -> None:
        """Let the user choose a file for the goal sheet of the plan shown."""
        self._with_desk(lambda desk: desk.export())

    def import_files(self) -> None:
        """Let the user choose plan files, or tables for the plan shown."""
        self._with_desk(lambda desk: desk.files.ask_for_file(tables=True))

    def export_all(self) -> None:
        """Let the user choose where all plans go, and in which format."""
        self._with_desk(lambda desk: desk.export_all())

    def copy_as_text(self) -> None:
        """Put what the goal sheet of the plan shown says on the clipboard."""
        self._with_desk(lambda desk: desk.copy_as_text())

    def print_sheet(self) -> None:
        """Print the goal sheet of the plan shown through the system's dialog."""
        self._with_desk(lambda desk: desk.print_sheet())

    def trash_shown(self) -> None:
        """Put the plan that is shown or chosen into the trash; that can be undone."""
        if self._is_kept(self.shown_id):
            self.trash(self.shown_id)

    def trash(self, plan_id: str) -> None:
        """Put the plan into the trash; that can be undone."""
        self._with_desk(lambda desk: desk.moves.trash(plan_id))

    def restore(self, plan_id: str) -> None:
        """Take the plan out of the trash; that can be undone."""
        self._with_desk(lambda desk: desk.moves.restore(plan_id))

    def empty_trash(self) -> None:
        """Let go of what is in the trash; until the end of the program that can be undone."""
        self._with_desk(lambda desk: desk.moves.empty_trash())

    def archive(self, plan_id: str = "") -> None:
        """Put the plan, or the one shown, into the archive, or take it out; can be undone."""
        wanted = plan_id or self.shown_id
        if self._is_kept(wanted):
            archived = self.keeper.shelf_of(wanted) is Shelf.ALL
            self._with_desk(lambda desk: desk.moves.archive(wanted, archived=archived))

    def duplicate(self, plan_id: str = "") -> None:
        """Add a copy of the plan, or of the one shown, and show it."""
        wanted = plan_id or self.shown_id
        if self._is_kept(wanted):
            self._with_desk(lambda desk: desk.moves.duplicate(wanted))

    def find_plans(self) -> None:
        """Show all plans and let the user type what to search for."""
        self.show_list()
        if self.panel.isVisible():
            self.panel.focus_search()

    def show_list(self) -> None:
        """Show all plans, and beside them the one that was worked on."""
        if self.desk is not None:
            self.desk.leave_wizard()

    def show_map(self) -> None:
        """Show which plans serve which goals of the business."""
        self._with_desk(lambda desk: desk.map.show())

    def save_soon(self) -> None:
        """Save as soon as what is under way is done, such as when a field is left."""
        if self.desk is not None and self.desk.session is not None:
            self.desk.session.save_soon()

    def save(self) -> bool:
        """Save now; return whether all is saved."""
        return self.desk is None or self.desk.save()

    def show_settings(self) -> None:
        """Show the settings."""
        from smartgoals.ui.settings_dialog import SettingsDialog

        SettingsDialog(self).open()

    def show_help(self) -> None:
        """Show the help beside the work."""
        from smartgoals.ui.help_window import HelpWindow

        HelpWindow(self).show()

    def show_keys(self) -> None:
        """Show what has a key."""
        from smartgoals.ui.shortcuts import ShortcutsDialog

        ShortcutsDialog(self.menuBar(), self).open()

    def find_command(self) -> None:
        """Let the user find a command or a plan by a few letters."""
        from smartgoals.ui.command_search import CommandSearch
        from smartgoals.ui.finds import all_finds

        CommandSearch(all_finds(self), self).open()

    def change_language(self, code: str) -> None:
        """Speak the language from now on; the same plan stays in view, at the same step."""
        plan_id, step = self.settings.place
        if not self.put_desk_away():
            return
        self.settings.language = code
        speak(QApplication.instance(), code or system_language())
        self._build()
        if plan_id:
            self.open_plan(plan_id, step)

    def show_backups(self) -> None:
        """Show the backups, to look into them and to go back to one."""
        self.care.show_backups()

    # What the desk asks of the window

    def put_desk_away(self) -> bool:
        """Take the plan off the desk, and forget the store that the desk works with.

        Returns whether it was done: what cannot be saved stays on the screen.
        """
        if self.desk is None:
            return True
        if not self.desk.may_leave():
            return False
        self.desk.clear()
        self.desk.spare.end()
        self.desk.deleteLater()
        self.desk = None
        return True

    def show_beside(self, view: QWidget | None) -> None:
        """Show the view beside the list; None shows the ways in."""
        if view is not None and self.beside.indexOf(view) < 0:
            self.beside.addWidget(view)
        self.beside.setCurrentWidget(view or self.welcome)
        self.views.setCurrentIndex(0)

    def show_whole(self, view: QWidget) -> None:
        """Show the view in the whole window."""
        if self.views.indexOf(view) < 0:
            self.views.addWidget(view)
        self.views.setCurrentWidget(view)

    def refresh_list(self, choose: str = "") -> None:
        """Read the list of plans anew."""
        self.keeper.refresh(choose)

    def follow_system(self) -> None:
        """Dress the window anew when the system's looks have changed."""
        self.menus.set_scheme(self.settings.scheme)

    # Inside

    @property
    def shown_id(self) -> str:
        """The id of the plan that is shown, or else chosen; blank when none is."""
        return (self.desk.shown_id if self.desk is not None else "") or self.panel.current_id

    def _is_kept(self, plan_id: str) -> bool:
        return self.keeper.shelf_of(plan_id) in {Shelf.ALL, Shelf.ARCHIVE}

    def _lay_out(self) -> None:
        self._home = QWidget()
        columns = QHBoxLayout(self._home)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(0)
        columns.addWidget(self.panel)
        columns.addWidget(self.beside, 1)
        self.views.addWidget(self._home)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notice)
        column.addWidget(self.views, 1)
        column.addWidget(self.messages)
        self.setCentralWidget(central)
        self.views.currentChanged.connect(self._assign_keys)
        self.beside.currentChanged.connect(self._assign_keys)
        QTimer.singleShot(0, self, self._assign_keys)

    def _assign_keys(self) -> None:
        """Give out the underlined letters of the plans and of what is beside them."""
        if self.views.currentWidget() is self._home:
            assign_mnemonics(self._home, menu_letters(self.menuBar()))

    def _connect(self) -> None:
        self.welcome.new_wanted.connect(self.new_plan)
        self.welcome.sample_wanted.connect(self.open_sample)
        self.welcome.file_wanted.connect(self.ask_for_file)
        self.panel.new_wanted.connect(self.new_plan)
        self.panel.chosen.connect(self.open_plan)
        self.panel.opened.connect(self.open_plan)
        self.panel.check_in_wanted.connect(self.check_in)
        self.panel.trash_wanted.connect(self.trash)
        self.panel.restore_wanted.connect(self.restore)
        self.panel.emptying_wanted.connect(self.empty_trash)
        self.panel.menu_wanted.connect(self._show_list_menu)
        self.panel.query_changed.connect(self.refresh_list)
        self.panel.filters.order_changed.connect(self.settings.keep_list_order)

    def _with_desk(self, use: "Callable[[Desk], None]") -> None:
        def go(store: "PlanStore") -> None:
            from smartgoals.ui.desk import Desk

            if self.desk is None:
                self.desk = Desk(self, store)
            use(self.desk)

        self.loader.with_store(go)

    def _show_list_menu(self, place: QPoint) -> None:
        from smartgoals.ui.list_menu import ListMenu

        if self.panel.current is not None:
            ListMenu(self, self.panel.current).popup(place)

    @override
    @guard()
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            # Not before all that is in the window is painted, too, and on the screen.
            QTimer.singleShot(0, self, self.first_painted.emit)

    @override
    @guard()
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.desk is not None and not self.desk.may_leave():
            # What could not be saved stays on the screen, with the reason and a way out.
            event.ignore()
            return
        self.settings.geometry = self.saveGeometry()
        self.keeper.end()
        super().closeEvent(event)

    @override
    @guard()
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    @override
    @guard()
    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        self._with_desk(lambda desk: desk.files.add_files(paths))
        event.acceptProposedAction()
