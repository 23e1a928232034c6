"""The end of a plan: how it went, and what was learned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from smartgoals.domain.clock import today
from smartgoals.domain.closing import close, likely_outcome
from smartgoals.domain.terms import Outcome
from smartgoals.language import tr
from smartgoals.ui.captioned import captioned
from smartgoals.ui.fields import TextEdit
from smartgoals.ui.fitted_dialog import FittedDialog
from smartgoals.ui.labels import Label, button, heading_label
from smartgoals.words.names import outcome_name

if TYPE_CHECKING:
    from smartgoals.ui.session import PlanSession


class CloseDialog(FittedDialog):
    """Takes the outcome, guessed by the numbers, and the lesson."""

    def __init__(self, parent: QWidget, session: PlanSession) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(tr("Close the plan"))
        self.setMinimumWidth(440)
        self.outcome = QComboBox()
        for outcome in Outcome:
            self.outcome.addItem(outcome_name(outcome))
        likely = likely_outcome(session.plan, today())
        self.outcome.setCurrentIndex(list(Outcome).index(likely))
        self.outcome.setAccessibleName(tr("How did it end?"))
        self.lesson = TextEdit(tr("Tastings bring more guests than posts do"), lines=4)
        self.lesson.setAccessibleName(tr("What did you learn?"))
        self.close_button = button(tr("C&lose the plan"), "primary")
        self.close_button.clicked.connect(self.save)
        cancel = button(tr("&Cancel"))
        cancel.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(heading_label(session.plan.name or self.windowTitle()))
        intro = tr("Whatever came of it: what you learned makes the next plan better.")
        column.addWidget(Label(intro, tone="muted"))
        column.addLayout(captioned(tr("How did it &end?"), self.outcome))
        column.addLayout(captioned(tr("&What did you learn?"), self.lesson))
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.close_button)
        column.addLayout(row)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.save)
        self.outcome.setFocus()

    def save(self) -> None:
        """Close the plan."""
        outcome = list(Outcome)[self.outcome.currentIndex()]
        plan = close(self._session.plan, outcome, self.lesson.toPlainText(), today())
        self._session.close_step()
        self._session.edit(plan, tr("Close the plan"))
        self.accept()
