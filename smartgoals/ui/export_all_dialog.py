"""Exporting all plans: where to, in which format, how far it is, and how to stop it."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QProgressBar,
    QVBoxLayout,
)
from typing_extensions import override

from smartgoals.language import ngettext, tr
from smartgoals.ui.background import Background
from smartgoals.ui.captioned import captioned
from smartgoals.ui.fields import LineEdit
from smartgoals.ui.fitted_dialog import FittedDialog
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import Label, button, heading_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from smartgoals.documents.export_all import ExportedAll
    from smartgoals.documents.exporter import ExportContext
    from smartgoals.storage.store import PlanStore

WIDTH = 480


class ExportAllDialog(FittedDialog):
    """Stands beside the work and never in its way: the window can be used meanwhile."""

    ended = Signal(object, object)
    """What came of it, and the folder."""

    def __init__(
        self, parent: QWidget, store: PlanStore, context: ExportContext, folder: Path
    ) -> None:
        super().__init__(parent)
        from smartgoals.documents.exporters import EXPORTERS

        self.setWindowTitle(tr("Export all plans"))
        self.setMinimumWidth(WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._store = store
        self._context = context
        self._stopped = threading.Event()
        self._work: Background | None = None
        self.formats = QComboBox()
        self.formats.setAccessibleName(tr("Format"))
        for exporter in EXPORTERS:
            self.formats.addItem(exporter.name(), exporter)
        self.folder = LineEdit()
        self.folder.setAccessibleName(tr("Folder"))
        self.folder.setText(str(folder))
        self.browse_button = button(tr("C&hoose …"), name=tr("Choose the folder"))
        self.browse_button.clicked.connect(self._browse)
        self.note = Label(tone="muted")
        self.progress = QProgressBar()
        self.progress.setAccessibleName(tr("Plans exported"))
        self.progress.setTextVisible(False)  # The note says how many.
        self.progress.hide()
        self.start_button = button(tr("&Export all"), "primary")
        self.start_button.clicked.connect(self.start)
        self.stop_button = button(tr("&Cancel"))
        self.stop_button.clicked.connect(self.stop)
        self._lay_out()
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self._stopped.set)

    def start(self) -> None:
        """Begin to write the files."""
        from smartgoals.documents.export_all import export_all

        folder, exporter = Path(self.folder.text()).expanduser(), self.formats.currentData()
        if not self.folder.text().strip() or not folder.is_absolute():
            self.note.set_tone("wrong")
            self.note.setText(tr("Please choose a folder for the files."))
            return
        for part in (self.formats, self.folder, self.browse_button, self.start_button):
            part.setEnabled(False)
        self.stop_button.setText(tr("&Stop"))
        self.note.setText("")
        self.progress.setRange(0, 0)
        self.progress.show()
        self._work = work = Background(self)
        work.told.connect(self._show_progress)
        work.done.connect(lambda result: self._end(result, folder))
        work.failed.connect(self._fail)

        def go_on(done: int, count: int) -> bool:
            work.tell((done, count))
            return not self._stopped.is_set()

        store, context = self._store, self._context
        work.start(lambda: export_all(store, folder, exporter, context, go_on))

    def stop(self) -> None:
        """Stop after the file that is being written; without any, close."""
        if self._work is None:
            super().reject()
            return
        self._stopped.set()
        self.stop_button.setEnabled(False)
        self.note.setText(tr("The file that is being written is finished first."))

    @override
    @guard()
    def reject(self) -> None:
        self.stop()

    def _browse(self) -> None:
        dialog = QFileDialog(self, tr("Folder for the files"), self.folder.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.folder.setText)
        dialog.open()

    def _show_progress(self, fact: tuple[int, int]) -> None:
        done, count = fact
        self.progress.setRange(0, max(count, 1))
        self.progress.setValue(done)
        self.note.set_tone("muted")
        text = ngettext("{done} of {count} plan", "{done} of {count} plans", count)
        self.note.setText(text.format(done=done, count=count))

    def _end(self, result: ExportedAll, folder: Path) -> None:
        self._work = None
        self.ended.emit(result, folder)
        self.accept()

    def _fail(self, error: Exception) -> None:
        """Say why, and let another folder be chosen."""
        from smartgoals.documents.atomic import WriteError
        from smartgoals.storage.errors import StorageError
        from smartgoals.words.errors import bug_text, storage_error_text

        self._work = None
        self.progress.hide()
        for part in (self.formats, self.folder, self.browse_button, self.start_button):
            part.setEnabled(True)
        self.stop_button.setText(tr("&Cancel"))
        self.note.set_tone("wrong")
        if isinstance(error, WriteError):
            self.note.setText(str(error))
        elif isinstance(error, StorageError):
            self.note.setText(storage_error_text(error.reason, error.path))
        else:
            self.note.setText(bug_text(type(error).__name__, ""))

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse_button)
        end = QHBoxLayout()
        end.addStretch()
        end.addWidget(self.stop_button)
        end.addWidget(self.start_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(heading_label(self.windowTitle()))
        intro = tr("Each plan gets a file of its own, named after its title.")
        column.addWidget(Label(intro, tone="muted"))
        column.addLayout(captioned(tr("&Format"), self.formats))
        column.addLayout(captioned(tr("F&older"), self.folder, place))
        column.addWidget(self.progress)
        column.addWidget(self.note)
        column.addLayout(end)


def exported_text(result: ExportedAll) -> str:
    """Return what came of it, in one or two sentences."""
    count = len(result.written)
    texts = [
        ngettext("{count} plan is exported.", "{count} plans are exported.", count).format(
            count=count
        )
    ]
    if result.problems:
        failed = len(result.problems)
        rest = ngettext("{count} is not: {reason}", "{count} are not: {reason}", failed)
        texts.append(rest.format(count=failed, reason=result.problems[0]))
    elif not result.is_complete:
        texts.append(tr("Then it was stopped."))
    return " ".join(texts)
