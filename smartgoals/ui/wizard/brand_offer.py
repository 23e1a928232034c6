"""Taking over what another plan says of the same brand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from smartgoals.domain.brands import written_goals
from smartgoals.language import tr
from smartgoals.ui.labels import ClampedLabel, Label, button

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartgoals.domain.plan import Plan
    from smartgoals.ui.session import PlanSession


class BrandOffer(QFrame):
    """Offers the sentence and the goals of another plan of the brand, to be taken in one click."""

    def __init__(self, session: PlanSession, take: Callable[[Plan], None]) -> None:
        super().__init__()
        self._session = session
        self._take = take
        self._other: Plan | None = None
        self.setProperty("role", "tint")
        self.heading = Label(bold=True)
        self.words = ClampedLabel(most=6)
        self.button = button(tr("&Take it over"))
        self.button.clicked.connect(self._take_over)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.words)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_plan(self, plan: Plan) -> None:
        """Offer what another plan of the brand says and this one does not; hide without any."""
        self._other = self._session.brands.offer(plan)
        if self._other is not None:
            title = self._other.name or tr("Plan without a name")
            self.heading.setText(tr("You have written this in “{title}”:").format(title=title))
            self.words.setText(_offered(self._other, plan))
        self.setVisible(self._other is not None)

    def _take_over(self) -> None:
        if self._other is not None:
            self._take(self._other)


def _offered(other: Plan, plan: Plan) -> str:
    lines = [] if plan.description.strip() else [other.description.strip()]
    if not written_goals(plan):
        lines += [f"•  {goal}" for goal in written_goals(other)]
    return "\n".join(filter(None, lines))
