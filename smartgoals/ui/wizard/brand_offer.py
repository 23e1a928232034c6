"""Choosing a brand that other plans have, and taking over what they say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QFrame, QListView, QVBoxLayout
from typing_extensions import override

from smartgoals.domain.brands import written_goals
from smartgoals.language import tr
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import ClampedLabel, Label, button

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QEvent

    from smartgoals.domain.plan import Plan
    from smartgoals.ui.fields import LineField
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


def complete_brand(field: LineField, session: PlanSession) -> None:
    """Let the field offer the brands of all plans while one is typed."""
    completer = QCompleter(field.line)
    completer.setModel(QStringListModel(completer))
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    # What is chosen is set and not typed, so the field would not hear of it.
    completer.activated.connect(field.line.textEdited)
    popup = completer.popup()
    if isinstance(popup, QListView):
        popup.setSpacing(4)
    field.line.setCompleter(completer)
    field.line.installEventFilter(_Filler(completer, session))


class _Filler(QObject):
    """Looks the brands up when the field gets the keys: others may have come meanwhile."""

    def __init__(self, completer: QCompleter, session: PlanSession) -> None:
        super().__init__(completer)
        self._completer = completer
        self._session = session

    @override
    @guard(answer=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is event.Type.FocusIn:
            model = self._completer.model()
            if isinstance(model, QStringListModel):
                model.setStringList(self._session.brands.names())
        return False


def _offered(other: Plan, plan: Plan) -> str:
    lines = [] if plan.description.strip() else [other.description.strip()]
    if not written_goals(plan):
        lines += [f"•  {goal}" for goal in written_goals(other)]
    return "\n".join(filter(None, lines))
