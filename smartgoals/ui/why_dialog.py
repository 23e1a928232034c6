"""The reason for the changes of one day, to write or to correct later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from smartgoals.domain.adjustments import with_why
from smartgoals.language import tr
from smartgoals.ui.captioned import captioned
from smartgoals.ui.fields import TextEdit
from smartgoals.ui.fitted_dialog import FittedDialog
from smartgoals.ui.labels import Label, button
from smartgoals.words.adjustments import adjustment_text

if TYPE_CHECKING:
    from smartgoals.domain.adjustments import Version
    from smartgoals.ui.session import PlanSession


class WhyDialog(FittedDialog):
    """Takes the reason for the changes that led on from a version."""

    def __init__(self, parent: QWidget, session: PlanSession, version: Version) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Why was the plan changed?"))
        self.setMinimumWidth(440)
        self._session = session
        self._version = version
        whys = dict.fromkeys(each.why for each in version.changes if each.why.strip())
        self.edit = TextEdit(lines=3)
        self.edit.setPlainText("\n".join(whys))
        save = button(tr("&Save"), "primary")
        save.clicked.connect(self.save)
        cancel = button(tr("&Cancel"))
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for change in version.changes:
            column.addWidget(Label(session.formats.upper_first(adjustment_text(change))))
        column.addLayout(captioned(tr("&Why"), self.edit))
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(save)
        column.addLayout(row)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.save)
        self.edit.setFocus()

    def save(self) -> None:
        """Write the reason beside the changes."""
        ids = [each.id for each in self._version.changes]
        plan = with_why(self._session.plan, ids, self.edit.toPlainText())
        self._session.close_step()
        self._session.edit(plan, tr("Say why"))
        self.accept()
