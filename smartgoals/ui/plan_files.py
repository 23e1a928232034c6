"""What goes from the desk into files and onto paper, and what comes in from files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog

from smartgoals.domain.clock import today
from smartgoals.language import language, tr
from smartgoals.storage.errors import StorageError
from smartgoals.ui.background import Background
from smartgoals.words.errors import bug_text, storage_error_text, unreadable_file_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtPrintSupport import QPrinter

    from smartgoals.documents.export_all import ExportedAll
    from smartgoals.documents.exporter import ExportContext, Exporter
    from smartgoals.documents.import_preview import ImportPreview
    from smartgoals.ui.desk import Desk

_PLAN_ENDINGS = {".json", ".smartgoals"}


class PlanFiles(QObject):
    """Exports, prints and imports for the desk; long work is done in a worker thread."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = desk.window

    # Out

    def export(self, format_name: str = "") -> None:
        """Let the user choose format and place; a format named here comes first."""
        if self._desk.session is None:
            return
        from smartgoals.documents.exporters import EXPORTERS
        from smartgoals.documents.file_names import file_name
        from smartgoals.ui.export_dialog import ExportDialog

        exporters = sorted(EXPORTERS, key=lambda each: each.format != format_name)
        stem = file_name(self._desk.session.plan.name)
        folder = self._window.settings.export_folder
        dialog = ExportDialog(self._window, exporters, folder, stem)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.export_to)
        dialog.open()

    def export_to(self, path: Path, exporter: Exporter | None = None) -> None:
        """Write the plan there, in the format that the name of the file tells unless one is given.

        The old file is intact until the new one is whole.
        """
        from smartgoals.documents.exporters import UnknownFormatError, exporter_for

        if self._desk.session is None:
            return
        try:
            chosen = exporter or exporter_for(path)
        except UnknownFormatError as error:
            self._tell(str(error), stays=True)
            return
        plan, context = self._desk.session.plan, self.context()
        self._do(lambda: chosen.write(plan, path, context), lambda _: self._tell_exported(path))

    def export_all(self) -> None:
        """Let the user choose a folder and a format for all plans."""
        from smartgoals.ui.export_all_dialog import ExportAllDialog

        self._desk.save()
        folder = self._window.settings.export_folder
        dialog = ExportAllDialog(self._window, self._desk.store, self.context(), folder)
        dialog.ended.connect(self._tell_all_exported)
        dialog.show()

    def context(self) -> ExportContext:
        """Return all that a document depends on besides the plan."""
        from smartgoals.documents.exporter import ExportContext, Paper, usual_paper

        settings, formats = self._window.settings, self._window.formats
        return ExportContext(
            formats=formats,
            today=today(),
            paper=Paper(settings.paper) if settings.paper else usual_paper(formats.locale_name),
            language=language(),
        )

    def print_sheet(self) -> None:
        """Print the goal sheet through the system's dialog; without a printer offer the PDF."""
        if self._desk.session is None:
            return
        from PySide6.QtPrintSupport import QPrintDialog

        from smartgoals.ui.printing import has_printer, new_printer

        if not has_printer():
            self._tell(
                tr("No printer is set up here. The goal sheet as PDF prints anywhere."),
                (tr("Save as PDF …"), lambda: self.export("pdf")),
                stays=True,
            )
            return
        plan = self._desk.session.plan
        printer = new_printer(plan.name, self.context().paper)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(tr("Print goal sheet"))
        dialog.accepted.connect(lambda: self.print_on(printer))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Its own open() wants a slot by name; this is what every other dialog's does.
        QDialog.open(dialog)

    def print_on(self, printer: QPrinter) -> None:
        """Print the goal sheet on that printer."""
        if self._desk.session is None:
            return
        from smartgoals.ui.printing import print_sheet

        plan, context = self._desk.session.plan, self.context()
        self._tell(tr("The goal sheet is being printed …"), stays=True)
        self._do(
            lambda: print_sheet(printer, plan, context),
            lambda _: self._tell(tr("The goal sheet is with the printer.")),
        )

    # In

    def ask_for_file(self, *, tables: bool = False) -> None:
        """Let the user choose files to take in: plan files, or tables for the plan shown."""
        dialog = QFileDialog(self._window, tr("Import") if tables else tr("Open plan file"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        filters = [
            tr("Plan files (*.smartgoals *.json)"),
            tr("Plans and tables (*.smartgoals *.json *.csv *.tsv *.txt)"),
            tr("All files (*)"),
        ]
        dialog.setNameFilters(filters)
        dialog.selectNameFilter(filters[int(tables)])
        dialog.setDirectory(str(self._window.settings.import_folder))
        dialog.filesSelected.connect(lambda names: self._add_chosen(list(map(Path, names))))
        dialog.open()

    def _add_chosen(self, paths: list[Path]) -> None:
        self._window.settings.import_folder = paths[0].parent
        self.add_files(paths)

    def add_files(self, paths: list[Path]) -> None:
        """Show what each file would add, one after the other, and add what is accepted."""
        if paths:
            self.add_file(paths[0], lambda: self.add_files(paths[1:]))

    def add_file(self, path: Path, then: Callable[[], object] = lambda: None) -> None:
        """Show what the file would add, add it when that is accepted, and go on."""
        from smartgoals.documents.csv_reader import TableTextError
        from smartgoals.documents.plan_file import PlanFileError

        problem = ""
        try:
            if _is_plan_file(path):
                self._add_plan(path, then)
            else:
                self._add_table(path, then)
        except (PlanFileError, TableTextError) as error:
            problem = f"{path.name}: {error}"
        except OSError as error:
            problem = unreadable_file_text(path, error)
        except StorageError as error:
            problem = storage_error_text(error.reason, error.path)
        if problem:
            self._tell(problem, stays=True)
            then()

    def is_here(self, plan_id: str) -> bool:
        """Return whether a plan of that id is kept, in the trash or not."""
        return any(
            each.id == plan_id
            for trashed in (False, True)
            for each in self._desk.store.overviews(trashed=trashed)
        )

    def _add_plan(self, path: Path, then: Callable[[], object]) -> None:
        from smartgoals.documents.import_preview import plan_preview
        from smartgoals.documents.plan_file import read_plan_file

        plan = read_plan_file(path)
        preview = plan_preview(plan, self._window.formats, is_here=self.is_here(plan.id))
        self._ask(preview, path, lambda: self._desk.moves.take_in(plan), then)

    def back_up(self) -> bool:
        """Make a backup of all there is before something comes in; return whether it is there."""
        return self._desk.may_leave() and self._window.care.back_up()

    def _add_table(self, path: Path, then: Callable[[], object]) -> None:
        from smartgoals.documents.csv_reader import read_table_file
        from smartgoals.documents.imports import TableKind
        from smartgoals.documents.plan_tables import TableImport, read_into

        table = read_table_file(path, language())
        session = self._desk.session
        if session is None:
            self._tell(tr("Please open the plan first that the rows are for."), stays=True)
            then()
            return
        read: TableImport = read_into(session.plan, table, self._window.formats, today())
        if read.kind is TableKind.CHECK_INS:
            self._show_values(path, then)
            return

        def add() -> None:
            session.close_step()
            session.edit(read.added_to(session.plan, today()), tr("Import tactics"))

        self._ask(read.preview, path, add, then)

    def _show_values(self, path: Path, then: Callable[[], object]) -> None:
        from smartgoals.ui.series_dialog import SeriesDialog

        if self._desk.session is None:
            return
        dialog = SeriesDialog(self._window, self._desk.session)
        dialog.back_up = self.back_up
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.read_file(path)
        dialog.finished.connect(lambda _: then())
        dialog.open()

    def _ask(
        self,
        preview: ImportPreview,
        path: Path,
        add: Callable[[], object],
        then: Callable[[], object],
    ) -> None:
        from smartgoals.ui.import_preview import ImportPreviewDialog

        dialog = ImportPreviewDialog(self._window, preview, path.name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.back_up() and add())
        dialog.finished.connect(lambda _: then())
        dialog.open()

    # Told in the message bar

    def _tell(
        self, text: str, *actions: tuple[str, Callable[[], object]], stays: bool = False
    ) -> None:
        self._window.messages.tell(text, *actions, stays=stays)

    def _tell_exported(self, path: Path) -> None:
        self._window.settings.export_folder = path.parent
        self._tell(tr("Saved as {name}.").format(name=path.name), (tr("Open"), lambda: _open(path)))

    def _tell_all_exported(self, result: ExportedAll, folder: Path) -> None:
        from smartgoals.ui.export_all_dialog import exported_text

        if folder.is_dir():
            self._window.settings.export_folder = folder
        self._tell(
            exported_text(result),
            (tr("Open folder"), lambda: _open(folder)),
            stays=bool(result.problems),
        )

    def _do(self, work: Callable[[], object], done: Callable[[object], object]) -> None:
        background = Background(self)
        background.done.connect(done)
        background.failed.connect(self._tell_failure)
        background.start(work)

    def _tell_failure(self, error: Exception) -> None:
        from smartgoals.documents.atomic import WriteError
        from smartgoals.ui.printing import PrintError

        known = isinstance(error, WriteError | PrintError)
        self._tell(str(error) if known else bug_text(type(error).__name__, ""), stays=True)


def _is_plan_file(path: Path) -> bool:
    """Return whether the file is one of a plan, by its ending or its first sign."""
    if path.suffix.lower() in _PLAN_ENDINGS:
        return True
    with path.open("rb") as file:
        return file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
