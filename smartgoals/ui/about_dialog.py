"""What this program is, in which versions, and where the plans are: to read and to copy."""

import platform
import sqlite3

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialogButtonBox, QVBoxLayout, QWidget

from smartgoals import __version__
from smartgoals.language import tr
from smartgoals.ui.fitted_dialog import FittedDialog
from smartgoals.ui.labels import Label, breakable, title_label
from smartgoals.ui.selectable_label import SelectableLabel

WIDTH = 460


class AboutDialog(FittedDialog):
    """Tells the versions; a button copies them for a letter about a fault."""

    def __init__(self, folder: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("About SmartGoals"))
        self.setMinimumWidth(WIDTH)
        self.versions = SelectableLabel(breakable("\n".join(version_lines())), tone="muted")
        self.place = SelectableLabel(tr("Your plans are in:") + f"\n{breakable(folder)}")
        buttons = QDialogButtonBox()
        roles = QDialogButtonBox.ButtonRole
        self.copy_button = buttons.addButton(tr("&Copy the versions"), roles.ActionRole)
        self.copy_button.clicked.connect(self._copy)
        buttons.addButton(tr("C&lose"), roles.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(title_label(tr("SmartGoals {version}").format(version=__version__)))
        column.addWidget(Label(tr("From a vague wish for social media to a plan that works.")))
        column.addWidget(self.place)
        column.addWidget(self.versions)
        column.addWidget(buttons)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(
            "\n".join([f"SmartGoals {__version__}", *version_lines()])
        )


def version_lines() -> list[str]:
    """Return a line for what the program stands on; the same in every language."""
    return [
        f"Python {platform.python_version()} · Qt {qVersion()} · PySide {pyside_version}",
        f"SQLite {sqlite3.sqlite_version} · {platform.platform()}",
    ]
