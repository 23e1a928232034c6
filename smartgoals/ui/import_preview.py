"""What a file would add, shown before it is added."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from smartgoals.language import tr
from smartgoals.ui.labels import Label, button, heading_label
from smartgoals.ui.table import Column, RowsModel, RowsView

if TYPE_CHECKING:
    from smartgoals.documents.import_preview import ImportPreview

WIDTH = 620
MOST_ROWS = 7


@dataclass(frozen=True)
class _Line:
    id: str
    text: str


class ImportPreviewDialog(QDialog):
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
        column.setSpacing(10)
        column.addWidget(heading_label(self.preview.title))
        for fact in self.preview.facts:
            column.addWidget(Label(fact, tone="muted"))
        if self.preview.added:
            column.addWidget(_list(tr("What will be added"), self.preview.added))
        if self.preview.problems:
            column.addWidget(_list(tr("What does not fit"), self.preview.problems))
        column.addStretch()
        end = QHBoxLayout()
        end.addStretch()
        end.addWidget(self.cancel_button)
        end.addWidget(self.add_button)
        column.addLayout(end)


def _list(name: str, texts: tuple[str, ...]) -> RowsView:
    model = RowsModel([Column(name, lambda line: line.text, stretches=True)])
    view = RowsView(model, name, most_rows=MOST_ROWS)
    model.show_rows([_Line(str(number), text) for number, text in enumerate(texts)])
    model.setParent(view)
    return view
