"""The frame of every wizard page: title, question, fields, and why it matters."""

from typing import ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget, QWizardPage
from typing_extensions import override

from smartgoals.domain.catalogue import catalogue
from smartgoals.domain.plan import Plan
from smartgoals.domain.steps import Gap, GapCode, gaps, is_complete
from smartgoals.domain.terms import Step
from smartgoals.ui.fields import Field
from smartgoals.ui.guard import guard
from smartgoals.ui.labels import WrappingButton, card, small_label, title_label
from smartgoals.ui.session import PlanSession
from smartgoals.words.catalogue import entry_hint, entry_name
from smartgoals.words.gaps import gap_text


class PlanPage(QWizardPage):
    """One step of the plan; it shows the plan and sends every edit to the session."""

    step: ClassVar[Step]
    field_chosen = Signal(str)
    """A field, perhaps of another page, that the user wants to go to."""

    def __init__(self, session: PlanSession) -> None:
        super().__init__()
        self.session = session
        self.fields: dict[str, QWidget] = {}
        self._bound: list[Field] = []
        self._was_complete = is_complete(session.plan, self.step)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(32, 28, 32, 24)
        self.body.setSpacing(16)

    def set_question(self, title: str, subtitle: str) -> None:
        """Write the question of the page and one sentence below it."""
        self.setTitle(title)
        self.setSubTitle(subtitle)
        self.setAccessibleName(title)
        self.setAccessibleDescription(subtitle)
        self.body.addWidget(title_label(title))
        if subtitle:
            label = small_label(subtitle)
            label.setFont(self.font())
            self.body.addWidget(label)

    def set_why(self, link: str, text: str = "") -> None:
        """Offer the reason for this step, an example and the method's advice, behind a link."""
        advice = (f"{entry_name(a)}. {entry_hint(a)}" for a in catalogue().advice_for(self.step))
        frame = card("tint")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(16, 12, 16, 12)
        inner.addWidget(small_label("\n\n".join(filter(None, (text, *advice))), tone=""))
        frame.hide()
        opener = WrappingButton(link, "link")
        opener.setCheckable(True)
        opener.toggled.connect(frame.setVisible)
        opener.toggled.connect(lambda _: QTimer.singleShot(0, frame, lambda: _reveal(frame)))
        self.body.addWidget(opener)
        self.body.addWidget(frame)

    def add(self, field: Field) -> Field:
        """Show the field in the page from now on and find it by its name."""
        self._bound.append(field)
        self.fields[field.binding.field] = field
        return field

    def drop(self, field: Field) -> None:
        """Forget a field that leaves the page."""
        self._bound.remove(field)
        self.fields.pop(field.binding.field, None)
        field.setParent(None)
        field.deleteLater()

    def show_plan(self, plan: Plan) -> None:
        """Show the plan in every field and say what is wrong beside the field it is about."""
        for field in list(self._bound):
            field.hold_note()
            # What is gone from the plan is dropped, or shown anew, by what follows.
            if field.binding.is_in(plan):
                field.show_plan(plan)
        self.show_more(plan)
        for gap in gaps(plan, self.step):
            self._show_gap(gap)
        for field in self._bound:
            field.settle_note()
        if self._was_complete != self.isComplete():
            self._was_complete = not self._was_complete
            self.completeChanged.emit()

    def show_more(self, plan: Plan) -> None:
        """Show what is beside the bound fields."""

    def focus_field(self, name: str) -> None:
        """Put the cursor into the field; the first one when the page has none of that name."""
        target = self.fields.get(name) or next(iter(self.fields.values()), None)
        if target is not None:
            target.setFocus()

    @override
    @guard(answer=False)
    def isComplete(self) -> bool:
        return is_complete(self.session.plan, self.step)

    def _show_gap(self, gap: Gap) -> None:
        field = self.fields.get(gap.field)
        if isinstance(field, Field) and gap.code is GapCode.UNREAD and field.is_refused:
            return  # It says itself why it cannot read the text.
        if isinstance(field, Field) and not gap.is_missing:
            field.set_note(gap_text(gap, self.session.formats), "wrong" if gap.required else "look")


def _reveal(part: QWidget) -> None:
    """Scroll so far that the part, which has just come out, is in sight."""
    outer = part.parentWidget()
    while outer is not None and not isinstance(outer, QScrollArea):
        outer = outer.parentWidget()
    if outer is not None and part.isVisible():
        outer.ensureWidgetVisible(part)
