"""The help: one page to read, offline, in the language of the program."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from smartgoals.language import tr
from smartgoals.ui.keyed_dialog import KeyedDialog
from smartgoals.ui.labels import Label, heading_label, title_label
from smartgoals.words.help import help_sections

TEXT_WIDTH = 640


class HelpWindow(KeyedDialog):
    """Shows the help beside the work; it may stay open."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Help"))
        self.resize(TEXT_WIDTH + 80, 680)
        page = QWidget()
        page.setProperty("role", "page")
        column = QVBoxLayout(page)
        column.setContentsMargins(28, 20, 28, 20)
        column.setSpacing(10)
        column.addWidget(title_label(tr("How SmartGoals thinks")))
        for heading, paragraphs in help_sections():
            column.addSpacing(8)
            column.addWidget(heading_label(heading))
            for paragraph in paragraphs:
                text = Label(paragraph)
                text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                column.addWidget(text)
        column.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        area.setAccessibleName(tr("Help"))
        buttons = QDialogButtonBox()
        buttons.addButton(tr("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 12)
        outer.addWidget(area, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(28, 0, 28, 0)
        foot.addWidget(buttons)
        outer.addLayout(foot)
