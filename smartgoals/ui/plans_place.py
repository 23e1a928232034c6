"""Where the plans are kept, in the settings: to look at, and to keep them elsewhere."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from smartgoals.folders import data_folder
from smartgoals.language import tr
from smartgoals.storage.location import DATABASE_NAME
from smartgoals.ui.labels import breakable, button, small_label
from smartgoals.ui.selectable_label import SelectableLabel

if TYPE_CHECKING:
    from smartgoals.ui.main_window import MainWindow


class PlansPlace(QWidget):
    """Shows the data folder; another one is used from the next start on."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__()
        self._window = window
        self.place = SelectableLabel(breakable(str(window.folder)), tone="muted")
        show = button(tr("Show the &folder"), "link")
        show.clicked.connect(self._show)
        self.other_button = button(tr("Keep them elsewhere …"), "link")
        self.other_button.clicked.connect(self._ask)
        # A folder that was named at the start is not the program's to change.
        self.other_button.setVisible(data_folder() == window.folder)
        self.note = small_label()
        self.note.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.place)
        row = QHBoxLayout()
        row.addWidget(show)
        row.addWidget(self.other_button)
        row.addStretch()
        column.addLayout(row)
        column.addWidget(self.note)

    def choose(self, folder: Path) -> None:
        """Keep the plans in the folder from the next start on."""
        if folder == self._window.folder:
            self._window.care.next_folder = None
            self._tell("")
            return
        self._window.care.next_folder = folder
        self._tell(
            tr("There are plans in “{folder}” already. The next start opens those.")
            if (folder / DATABASE_NAME).exists()
            else tr("When you close the window your plans go to “{folder}”; a copy stays here."),
            folder,
        )

    def _tell(self, text: str, folder: Path | None = None) -> None:
        self.note.setText(text.format(folder=folder))
        self.note.setVisible(bool(text))
        self.window().adjustSize()

    def _show(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._window.folder)))

    def _ask(self) -> None:
        dialog = QFileDialog(self, tr("A folder for your plans"), str(self._window.folder.parent))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda name: self.choose(Path(name)))
        dialog.open()
