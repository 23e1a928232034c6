"""The dialog with the technical words of what failed."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from smartgoals.language import tr
from smartgoals.ui.fitted_dialog import FittedDialog
from smartgoals.ui.labels import Label, button, heading_label


class DetailsDialog(FittedDialog):
    """Shows what failed, to be copied into a report."""

    def __init__(self, parent: QWidget, text: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("What failed"))
        self.setMinimumSize(620, 360)
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("What failed"))
        self.copy_button = button(tr("C&opy"))
        self.copy_button.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        self.close_button = button(tr("&Close"), "primary")
        self.close_button.clicked.connect(self.accept)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        explained = tr(
            "This helps to mend it. No word of your plans is in it, and it stays on this computer."
        )
        column.addWidget(heading_label(self.windowTitle()))
        column.addWidget(Label(explained, tone="muted"))
        column.addWidget(self.text, 1)
        end = QHBoxLayout()
        end.addStretch()
        end.addWidget(self.copy_button)
        end.addWidget(self.close_button)
        column.addLayout(end)
