"""The menu bar: every command with its key."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from smartgoals.language import LANGUAGES, tr
from smartgoals.storage.list_query import Shelf
from smartgoals.ui.mnemonics import assign_menu_mnemonics
from smartgoals.ui.theme import Scheme, apply_scheme
from smartgoals.ui.undo_actions import UndoActions

if TYPE_CHECKING:
    from smartgoals.ui.main_window import MainWindow

Keys = QKeySequence.StandardKey | str | None


class Menus:
    """Builds the menus of the window; the actions can be found by their attribute."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        bar = window.menuBar()
        self.plan_menu = plan = bar.addMenu(tr("&Plan"))
        self.new = self._add(plan, tr("&New plan"), QKeySequence.StandardKey.New, window.new_plan)
        self.open = self._add(
            plan, tr("&Open plan file …"), QKeySequence.StandardKey.Open, window.ask_for_file
        )
        samples = plan.addMenu(tr("&Examples"))
        self._add_samples(samples)
        plan.addSeparator()
        self.check_in = self._add(plan, tr("&Check in …"), "Ctrl+I", window.check_in)
        plan.addSeparator()
        self.import_ = self._add(plan, tr("&Import …"), "Ctrl+Shift+I", window.import_files)
        self.export = self._add(plan, tr("&Export …"), "Ctrl+E", window.export)
        self.export_all = self._add(
            plan, tr("Export all p&lans …"), "Ctrl+Shift+E", window.export_all
        )
        self.print = self._add(
            plan, tr("&Print …"), QKeySequence.StandardKey.Print, window.print_sheet
        )
        plan.addSeparator()
        self.duplicate = self._add(plan, tr("&Duplicate"), "Ctrl+D", window.duplicate)
        self.archive = self._add(plan, tr("Arc&hive"), "Ctrl+Shift+A", window.archive)
        plan.aboutToShow.connect(self._name_archive)
        self.trash = self._add(plan, tr("&Move to trash"), "Ctrl+Backspace", window.trash_shown)
        self.all_plans = self._add(plan, tr("&All plans"), "Ctrl+L", window.show_list)
        self.map = self._add(plan, tr("Ali&gnment map"), "Ctrl+G", window.show_map)
        self.backups = self._add(plan, tr("&Restore from a backup …"), None, window.show_backups)
        plan.addSeparator()
        self.quit = self._add(plan, tr("&Quit"), QKeySequence.StandardKey.Quit, window.close)
        self._add_edit()
        self._add_view()
        self._add_languages()
        help_menu = bar.addMenu(tr("&Help"))
        self.help = self._add(help_menu, tr("&How SmartGoals thinks"), None, window.show_help)
        self.keys = self._add(help_menu, tr("&Keys"), "F1", window.show_keys)
        self.about = self._add(help_menu, tr("&About SmartGoals"), None, self._tell_about)
        assign_menu_mnemonics(bar)

    def _name_archive(self) -> None:
        is_archive = self._window.keeper.shelf_of(self._window.shown_id) is Shelf.ARCHIVE
        self.archive.setText(tr("Take out of the arc&hive") if is_archive else tr("Arc&hive"))
        assign_menu_mnemonics(self.plan_menu)

    def _add_samples(self, menu: QMenu) -> None:
        for name, sample_id in (
            (tr("A &café wants to be known near by"), "cafe"),
            (tr("&Software company, a new segment"), "campfire"),
            (tr("Cheaper c&licks with a blog"), "cost-per-click"),
        ):
            self._add(menu, name, None, self._sample_opener(sample_id))

    def _sample_opener(self, sample_id: str) -> Callable[[], None]:
        return lambda: self._window.open_sample(sample_id)

    def _add_edit(self) -> None:
        menu = self._window.menuBar().addMenu(tr("&Edit"))
        steps = UndoActions(self._window.undo_group, menu)
        self.undo, self.redo = steps.undo, steps.redo
        menu.addAction(self.undo)
        menu.addAction(self.redo)
        menu.addSeparator()
        self.search = self._add(
            menu, tr("&Search plans"), QKeySequence.StandardKey.Find, self._window.find_plans
        )
        self.find = self._add(
            menu, tr("&Find a command or a plan …"), "Ctrl+K", self._window.find_command
        )
        self.settings = self._add(
            menu,
            tr("&Settings …"),
            QKeySequence.StandardKey.Preferences,
            self._window.show_settings,
        )
        menu.addSeparator()
        self.copy_text = self._add(
            menu, tr("Copy plan as &text"), "Ctrl+Shift+C", self._window.copy_as_text
        )

    def _add_view(self) -> None:
        menu = self._window.menuBar().addMenu(tr("&View"))
        looks = QActionGroup(menu)
        self.looks: dict[Scheme, QAction] = {}
        self.papers: dict[str, QAction] = {}
        for name, scheme in (
            (tr("Looks as the &system has it"), Scheme.SYSTEM),
            (tr("&Light"), Scheme.LIGHT),
            (tr("&Dark"), Scheme.DARK),
            (tr("&High contrast, light"), Scheme.STARK_LIGHT),
            (tr("High contrast, da&rk"), Scheme.STARK_DARK),
        ):
            action = self._add(menu, name, None, self._scheme_setter(scheme))
            action.setCheckable(True)
            action.setChecked(self._window.settings.scheme is scheme)
            self.looks[scheme] = action
            looks.addAction(action)
        menu.addSeparator()
        papers = QActionGroup(menu)
        for name, paper in (
            (tr("Paper as &usual here"), ""),
            ("A&4", "a4"),
            (tr("US Le&tter"), "us-letter"),
        ):
            action = self._add(menu, name, None, self._paper_setter(paper))
            action.setCheckable(True)
            action.setChecked(self._window.settings.paper == paper)
            self.papers[paper] = action
            papers.addAction(action)

    def _add_languages(self) -> None:
        menu = self._window.menuBar().addMenu(tr("&Language"))
        group = QActionGroup(menu)
        for code, name in (("", tr("As the &system has it")), *LANGUAGES.items()):
            action = self._add(menu, name, None, self._language_setter(code))
            action.setCheckable(True)
            action.setChecked(self._window.settings.language == code)
            group.addAction(action)

    def _language_setter(self, code: str) -> Callable[[], None]:
        # Later: the menu that is being clicked goes away with the old words.
        return lambda: QTimer.singleShot(0, lambda: self._window.change_language(code))

    def _scheme_setter(self, scheme: Scheme) -> Callable[[], None]:
        return lambda: self.set_scheme(scheme)

    def _paper_setter(self, paper: str) -> Callable[[], None]:
        return lambda: self.set_paper(paper)

    def set_scheme(self, scheme: Scheme) -> None:
        """Show the looks from now on, and remember them."""
        self._window.settings.scheme = scheme
        self.looks[scheme].setChecked(True)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_scheme(app, scheme)
        if self._window.desk is not None:
            self._window.desk.dress()

    def set_paper(self, paper: str) -> None:
        """Print on this paper from now on; blank: as is usual here."""
        self._window.settings.paper = paper
        self.papers[paper].setChecked(True)
        if self._window.desk is not None:
            self._window.desk.redraw_sheet()

    def _add(self, menu: QMenu, text: str, keys: Keys, slot: Callable[[], object]) -> QAction:
        action = QAction(text, menu)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        # Without the lambda the slot would be told whether the action is checked.
        action.triggered.connect(lambda: slot())  # noqa: PLW0108
        menu.addAction(action)
        return action

    def _tell_about(self) -> None:
        from smartgoals.ui.about_dialog import AboutDialog

        AboutDialog(str(self._window.folder), self._window).open()
