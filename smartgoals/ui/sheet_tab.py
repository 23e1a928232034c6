"""The goal sheet on the plan page: the very pages, larger or smaller, and the text to copy."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartgoals.language import tr
from smartgoals.ui.field_row import FieldRow
from smartgoals.ui.labels import button, small_label, tip

if TYPE_CHECKING:
    from smartgoals.domain.plan import Plan
    from smartgoals.formats import Formats
    from smartgoals.ui.sheet_preview import SheetPreview

ZOOMS = (50, 75, 100, 125, 150, 200, 300)
"""In percent of the width that fits."""


class SheetTab(QWidget):
    """The preview with its few controls."""

    copy_wanted = Signal()

    def __init__(self, preview: SheetPreview, formats: Formats) -> None:
        super().__init__()
        self.preview = preview
        self._formats = formats
        self.smaller = button("−", name=tr("Smaller"))
        self.larger = button("+", name=tr("Larger"))
        self.fit = button("", "link")
        tip(self.smaller, tr("Smaller (Ctrl+-)"))
        tip(self.larger, tr("Larger (Ctrl++)"))
        tip(self.fit, tr("Fit the width (Ctrl+0)"))
        self.copy_button = button(tr("Copy as &text"), "link")
        self.copy_button.clicked.connect(self.copy_wanted)
        self.smaller.clicked.connect(lambda: self.step(-1))
        self.larger.clicked.connect(lambda: self.step(1))
        self.fit.clicked.connect(lambda: self.set_zoom(100))
        for keys in ("Ctrl++", "Ctrl+="):
            QShortcut(QKeySequence(keys), self, lambda: self.step(1))
        QShortcut(QKeySequence("Ctrl+-"), self, lambda: self.step(-1))
        QShortcut(QKeySequence("Ctrl+0"), self, lambda: self.set_zoom(100))
        sizes = QWidget()
        row = QHBoxLayout(sizes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(small_label(tr("Size")))
        for part in (self.smaller, self.fit, self.larger):
            row.addWidget(part)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        column.addLayout(FieldRow((sizes, 1), (self.copy_button, 0)))
        column.addWidget(preview, 1)
        self.set_zoom(100)

    def show_plan(self, plan: Plan) -> None:
        """Show the sheet of the plan."""
        self.preview.show_plan(plan)

    def step(self, by: int) -> None:
        """Make the pages one size larger or smaller."""
        place = ZOOMS.index(self.preview.zoom) + by
        self.set_zoom(ZOOMS[min(max(place, 0), len(ZOOMS) - 1)])

    def set_zoom(self, percent: int) -> None:
        """Show the pages so large, and say it."""
        self.preview.set_zoom(percent)
        shown = self._formats.percent(Decimal(percent))
        self.fit.setText(shown)
        self.fit.setAccessibleName(tr("Size {percent}: fit the width").format(percent=shown))
        self.smaller.setEnabled(percent > ZOOMS[0])
        self.larger.setEnabled(percent < ZOOMS[-1])
