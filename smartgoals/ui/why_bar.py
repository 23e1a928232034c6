"""Asks why a running plan was changed; it never has to be answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from smartgoals.domain.adjustments import is_open, with_why
from smartgoals.domain.clock import today
from smartgoals.language import ngettext, tr
from smartgoals.ui.fields import LineEdit
from smartgoals.ui.labels import Label, button
from smartgoals.words.adjustments import adjustment_text

if TYPE_CHECKING:
    from smartgoals.domain.plan import Adjustment, Plan
    from smartgoals.ui.session import PlanSession

TOLD = 3
"""Changes that are told one by one; further ones are counted."""


class WhyBar(QFrame):
    """One line to say why; shown while there are changes of today without a reason."""

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self.setProperty("role", "tint")
        self.session = session
        self._left_alone = set(session.changes_before)
        self.text = Label()
        self.line = LineEdit(tr("Why? For example: the ad budget was cut"))
        self.line.setAccessibleName(tr("Why was the plan changed?"))
        self.line.returnPressed.connect(self.keep)
        self.keep_button = button(tr("Keep"))
        self.keep_button.setAccessibleName(tr("Keep the reason"))
        self.keep_button.clicked.connect(self.keep)
        self.skip_button = button(tr("Skip"), "link", name=tr("Skip the reason"))
        self.skip_button.clicked.connect(self.skip)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line, 1)
        row.addWidget(self.keep_button)
        row.addWidget(self.skip_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 10)
        column.setSpacing(6)
        column.addWidget(self.text)
        column.addLayout(row)
        self.hide()

    def show_plan(self, plan: Plan) -> None:
        """Ask about the changes that have no reason yet, and hide when there are none."""
        asked = self._asked(plan)
        self.setVisible(bool(asked) and plan.closing is None)
        told = [self.session.formats.upper_first(adjustment_text(c)) for c in asked[:TOLD]]
        more = len(asked) - len(told)
        if more > 0:
            text = ngettext("And {count} more change.", "And {count} more changes.", more)
            told.append(text.format(count=more))
        self.text.setText(" ".join(told))

    def keep(self) -> None:
        """Write the reason beside the changes; without one they are left as they are."""
        why = self.line.text().strip()
        if not why:
            self.skip()
            return
        plan = self.session.plan
        ids = [each.id for each in self._asked(plan)]
        self.line.clear()
        self.session.close_step()
        self.session.edit(with_why(plan, ids, why), tr("Say why"))

    def skip(self) -> None:
        """Ask no more about these changes."""
        self._left_alone |= {each.id for each in self._asked(self.session.plan)}
        self.line.clear()
        self.show_plan(self.session.plan)

    def _asked(self, plan: Plan) -> list[Adjustment]:
        return [
            each
            for each in plan.adjustments
            if is_open(each, today()) and each.id not in self._left_alone
        ]
