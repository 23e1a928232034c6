"""What a file would add, shown before it is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from smartgoals.language import tr
from smartgoals.ui.captioned import captioned
from smartgoals.ui.fitted_dialog import FittedDialog
from smartgoals.ui.labels import Label, button, heading_label

if TYPE_CHECKING:
    from smartgoals.documents.import_preview import ImportPreview

WIDTH = 620
_MARGINS = 100
"""Pixels beside a line of a list, its scroll bar among them."""
FEWEST_LINES = 3
MOST_LINES = 9


class ImportPreviewDialog(FittedDialog):
    """Shows it and asks; what is accepted is added by who opened the dialog."""

    def __init__(self, parent: QWidget, preview: ImportPreview, file_name: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import {file}").format(file=file_name))
        self.setMinimumWidth(WIDTH)
        self.preview = preview
        self.add_button = button(preview.action or tr("Add"), "primary")
        self.add_button.clicked.connect(self.accept)
        self.add_button.setVisible(bool(preview.action))
        self.cancel_button = button(tr("&Cancel") if preview.action else tr("&Close"))
        self.cancel_button.clicked.connect(self.reject)
        self._lay_out()
        (self.add_button if preview.action else self.cancel_button).setFocus()
        (self.add_button if preview.action else self.cancel_button).setDefault(True)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(heading_label(self.preview.title))
        for fact in self.preview.facts:
            column.addWidget(Label(fact, tone="muted"))
        if self.preview.added:
            self._show_list(column, tr("&What will be added"), self.preview.added)
        if self.preview.problems:
            self._show_list(column, tr("What &does not fit"), self.preview.problems)
        column.addStretch()
        end = QHBoxLayout()
        end.addStretch()
        end.addWidget(self.cancel_button)
        end.addWidget(self.add_button)
        column.addLayout(end)

    def _show_list(self, column: QVBoxLayout, caption: str, texts: tuple[str, ...]) -> None:
        view = _list(texts)
        view.setAccessibleName(caption.replace("&", ""))
        column.addLayout(captioned(caption, view))


def _lines(view: QPlainTextEdit, text: str) -> int:
    """Return in how many lines the text is wrapped in the narrowest dialog."""
    return 1 + view.fontMetrics().horizontalAdvance(f"• {text}") // (WIDTH - _MARGINS)


def _list(texts: tuple[str, ...]) -> QPlainTextEdit:
    """Return the lines to be read, wrapped where the room ends, as high as they are few."""
    view = QPlainTextEdit("\n".join(f"• {text}" for text in texts))
    view.setReadOnly(True)
    view.setTabChangesFocus(True)
    lines = min(max(sum(_lines(view, text) for text in texts), FEWEST_LINES), MOST_LINES)
    height = view.fontMetrics().lineSpacing() * lines + 16
    # The least height of a field in the style sheet would go before one that is set here.
    view.setStyleSheet(f"QPlainTextEdit {{ min-height: {height}px; max-height: {height}px; }}")
    return view
