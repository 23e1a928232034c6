"""SMART breakdown: the five letters on one page, each in her own words. Source: S3, S5."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout
from typing_extensions import override

from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Letter, Step
from smartgoals.language import tr
from smartgoals.ui import theme
from smartgoals.ui.bindings import plan_binding
from smartgoals.ui.click_row import Badge
from smartgoals.ui.field_row import FieldRow
from smartgoals.ui.fields import LineField, TextField
from smartgoals.ui.labels import ClampedLabel, Label, button, card, heading_label
from smartgoals.ui.session import PlanSession
from smartgoals.ui.wizard.page import PlanPage
from smartgoals.words.names import letter_name, step_name
from smartgoals.words.summaries import step_summary

FILLED_LATER = {
    Letter.MEASURABLE: Step.METRICS,
    Letter.ACHIEVABLE: Step.REALITY,
    Letter.REALISTIC: Step.REALITY,
    Letter.TIME_BOUND: Step.TIMEFRAME,
}
"""The steps that give each letter its numbers, and a field of each to go to."""
FIELDS = {Step.METRICS: "metrics", Step.REALITY: "hours_per_week", Step.TIMEFRAME: "start"}


class SmartPage(PlanPage):
    """Asks for each letter in a sentence of her own; numbers are added by later steps."""

    step = Step.SMART

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self.set_question(
            tr("Make it SMART, in your own words"),
            tr("A sentence for each letter; leave one blank if the numbers say it already."),
        )
        self._facts: dict[Letter, Label] = {}
        for letter, question, example in _questions():
            self.body.addWidget(self._letter_card(letter, question, example))
        self._explain()
        self.body.addStretch()

    def _explain(self) -> None:
        self.set_why(
            tr("Why these five letters?"),
            tr(
                "“Be better known” cannot be checked; “1,380 fans by 14 June” can. A goal that "
                "can be checked makes you look at the numbers, tells you what the money is for, "
                "and lets you say with a good conscience: it worked, or: we change it. R stands "
                "for Realistic here; what the goal is relevant to was settled at the first step."
            ),
        )

    @override
    def show_more(self, plan: Plan) -> None:
        for letter, step in FILLED_LATER.items():
            summary = step_summary(plan, step, self.session.formats)
            self._facts[letter].setText(summary)
            self._facts[letter].setVisible(bool(summary))

    def _letter_card(self, letter: Letter, question: str, example: str) -> QFrame:
        frame = card()
        grid = QGridLayout(frame)
        grid.setContentsMargins(16, 14, 16, 14)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Badge(letter.value), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(self._heading(letter), 0, 1)
        binding = plan_binding(letter.name.lower(), tr("Edit SMART breakdown"))
        field = self.add(TextField(self.session, binding, question, example))
        grid.addWidget(field, 1, 1)
        if letter is Letter.SPECIFIC:
            grid.addLayout(self._whom_and_where(), 2, 1)
        else:
            self._facts[letter] = ClampedLabel(tone="accent", pixels=theme.SMALL_PIXELS)
            grid.addWidget(self._facts[letter], 2, 1)
        return frame

    def _heading(self, letter: Letter) -> FieldRow:
        row = FieldRow((heading_label(letter_name(letter)), 1))
        if letter in FILLED_LATER:
            row.add_field(self._leader(FILLED_LATER[letter]), 0)
        return row

    def _leader(self, step: Step) -> QPushButton:
        link = button(tr("Numbers: {step} →").format(step=step_name(step)), "link")
        link.clicked.connect(lambda: self.field_chosen.emit(FIELDS[step]))
        return link

    def _whom_and_where(self) -> QVBoxLayout:
        audience = LineField(
            self.session,
            plan_binding("audience", tr("Edit audience")),
            tr("For &whom"),
            tr("people who live or work near the café"),
        )
        place = LineField(
            self.session,
            plan_binding("place", tr("Edit place")),
            tr("Whe&re"),
            tr("within five miles"),
        )
        column = QVBoxLayout()
        column.addLayout(FieldRow((self.add(audience), 1), (self.add(place), 1)))
        return column


def _questions() -> list[tuple[Letter, str, str]]:
    """Return for each letter the question and an example as an answer."""
    return [
        (
            Letter.SPECIFIC,
            tr("&What exactly is to change? Clear, simple, defined"),
            tr("Raise awareness of the new café on our Facebook page among people close by"),
        ),
        (
            Letter.MEASURABLE,
            tr("&How will you know? The numbers themselves come at the step Metrics"),
            tr("Fans, link clicks and reach per post, read off the page insights every Monday"),
        ),
        (
            Letter.ACHIEVABLE,
            tr("Can it be done with &what you have?"),
            tr("Yes: photos and the page are there already; Ana has eight hours a week"),
        ),
        (
            Letter.REALISTIC,
            tr("Why is it possible in the &time and with the money there is?"),
            tr("15 dollars of ads per post, and a neighbourhood special in every second one"),
        ),
        (
            Letter.TIME_BOUND,
            tr("&By when, and when do you look? The dates come at the step Timeframe"),
            tr("Within three months, with a check-in every Monday"),
        ),
    ]
