"""Shows the alignment map beside the list, keeps it as the plans are, and exports it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from smartgoals.language import language, tr
from smartgoals.storage.errors import StorageError
from smartgoals.ui.background import Background
from smartgoals.ui.map_view import MapView
from smartgoals.words.errors import bug_text

if TYPE_CHECKING:
    from smartgoals.domain.alignment_map import BrandMap
    from smartgoals.storage.store import PlanStore
    from smartgoals.ui.desk import Desk


class PlanMap(QObject):
    """The map of the plans that are neither archived nor in the trash."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = desk.window
        self.view: MapView | None = None
        self._number = 0
        """Of the reading that counts."""
        self._is_new = False
        """Whether the map has been asked for and not been shown yet."""
        self._window.keeper.settled.connect(self._follow)

    @property
    def is_shown(self) -> bool:
        """Whether the map is what is beside the list."""
        return self.view is not None and self._window.beside.currentWidget() is self.view

    def show(self) -> None:
        """Show the map beside the list, as the plans are now."""
        if not self._desk.may_leave():
            return
        if self.view is None:
            self.view = MapView(self._window.formats)
            self.view.plan_wanted.connect(self._open)
            self.view.export_wanted.connect(self.export)
            self.view.left.connect(self.close)
        self._window.show_beside(self.view)
        self._window.undo_group.setActiveStack(self._window.list_stack)
        if self._desk.session is not None:
            # Nobody would see what is undone in the plan behind the map.
            self._window.undo_group.removeStack(self._desk.session.undo_stack)
        # So that a click on any plan of the list leads to it.
        self._window.panel.list.clearSelection()
        self._window.panel.list.setCurrentIndex(QModelIndex())
        self._is_new = True
        self._read()

    def close(self) -> None:
        """Show again what was beside the list before."""
        self._desk.leave_wizard()

    def export(self) -> None:
        """Let the user choose where the map goes."""
        from smartgoals.documents.file_names import file_name

        if self.view is None or not self.view.maps:
            return
        dialog = QFileDialog(self._window, tr("Export the map"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("Alignment map (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.setDirectory(str(self._window.settings.export_folder))
        name = " ".join(filter(None, (self.view.brand, tr("Alignment map"))))
        dialog.selectFile(f"{file_name(name)}.pdf")
        dialog.fileSelected.connect(lambda chosen: self.export_to(Path(chosen)))
        dialog.open()

    def export_to(self, path: Path) -> None:
        """Write the map that is shown there, as PDF."""
        if self.view is None:
            return
        from smartgoals.documents.map_sheet import write_map

        maps, context = self.view.shown, self._desk.files.context()
        background = Background(self)
        background.done.connect(lambda _: self._tell_exported(path))
        background.failed.connect(self._tell_failure)
        background.start(lambda: write_map(maps, path, context))

    def _open(self, plan_id: str) -> None:
        self._window.panel.make_listed(plan_id)
        self._window.open_plan(plan_id)

    def _follow(self) -> None:
        if self.is_shown:
            self._read()

    def _read(self) -> None:
        """Read the plans in a thread of its own and show them."""
        self._number += 1
        number, store = self._number, self._desk.store

        def show(maps: object) -> None:
            if number == self._number:
                self._show(maps)

        background = Background(self)
        background.done.connect(show)
        background.failed.connect(self._tell_failure)
        background.start(lambda: _maps(store))

    def _show(self, maps: object) -> None:
        if self.view is None or not isinstance(maps, tuple):
            return
        if maps != self.view.maps or self._is_new:
            self.view.show_maps(maps)
        if self._is_new:
            self._is_new = False
            self.view.focus_plan(self._desk.plan_id)

    def _tell_exported(self, path: Path) -> None:
        self._window.settings.export_folder = path.parent
        self._window.messages.tell(
            tr("Saved as {name}.").format(name=path.name),
            (tr("Open"), lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))),
        )

    def _tell_failure(self, error: Exception) -> None:
        from smartgoals.documents.atomic import WriteError

        if isinstance(error, StorageError):
            self._desk.tell(error)
            return
        text = str(error) if isinstance(error, WriteError) else bug_text(type(error).__name__, "")
        self._window.messages.tell(text, stays=True)


def _maps(store: PlanStore) -> tuple[BrandMap, ...]:
    from smartgoals.domain.alignment_map import alignment_map

    plans = store.overviews()
    shown = (store.read(each.id) for each in plans if not each.archived)
    return alignment_map(shown, language())
