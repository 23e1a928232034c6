"""Your goal so far: what she does, the sentence that writes itself, what the coach says of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from smartgoals.domain.coach import Assessment, coach
from smartgoals.domain.plan import Plan
from smartgoals.domain.steps import is_ready
from smartgoals.domain.terms import Letter, Verdict
from smartgoals.formats import Formats
from smartgoals.language import tr
from smartgoals.ui import theme
from smartgoals.ui.click_row import Badge, ClickRow, badge_size
from smartgoals.ui.labels import (
    ClampedLabel,
    Pill,
    breakable,
    heading_label,
    small_label,
    unbroken,
)
from smartgoals.ui.selectable_label import SelectableLabel
from smartgoals.words.names import letter_name, short, verdict_name
from smartgoals.words.reasons import reason_text
from smartgoals.words.sentences import alignment
from smartgoals.words.statement import statement

_LONGEST_SENTENCE = 800
"""Characters that leave room for the coach; the review shows the whole sentence."""
PILL_KINDS = {Verdict.PASS: "good", Verdict.HINT: "look", Verdict.FAIL: "wrong"}


class GoalPanel(QFrame):
    """Shows the statement and the verdict on each letter; a letter leads to its field."""

    field_chosen = Signal(str)

    def __init__(self, formats: Formats, language: str) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self._formats = formats
        self._language = language
        self._currency = ""
        self._is_draft = True
        self._assessments: dict[Letter, Assessment] = {}
        self._said: dict[Letter, tuple[Assessment, bool, str]] = {}
        """What each row follows from: most keys change nothing of it."""
        self.description = ClampedLabel(most=3, tone="muted", pixels=theme.SMALL_PIXELS)
        self.statement = SelectableLabel(by_keys=False)
        self.alignment = small_label()
        self.rows = {letter: self._row(letter) for letter in Letter}
        self._pills: dict[Letter, Pill] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 28, 12, 16)
        column.setSpacing(8)
        column.addWidget(heading_label(tr("Your goal so far")))
        column.addWidget(self.description)
        column.addWidget(self.statement)
        column.addWidget(self.alignment)
        column.addSpacing(8)
        for letter, row in self.rows.items():
            self._pills[letter] = Pill()
            self._pills[letter].setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.row.setContentsMargins(2, 6, 8, 6)
            row.row.addLayout(_beside_badge(self._pills[letter]))
            column.addWidget(row)
        column.addStretch()

    def show_plan(self, plan: Plan) -> None:
        """Show what she does, the statement of the plan, what is still vague about it, and why."""
        self.description.setText(plan.description.strip())
        self.description.setVisible(bool(plan.description.strip()))
        told = short(statement(plan, self._formats), _LONGEST_SENTENCE)
        self.statement.setText(breakable(unbroken(told)))
        sentence = short(alignment(plan), _LONGEST_SENTENCE)
        self.alignment.setText(breakable(sentence))
        self.alignment.setVisible(bool(sentence))
        self._currency = plan.currency
        self._is_draft = not is_ready(plan)
        for assessment in coach(plan, self._language):
            self._show_letter(assessment)

    def _show_letter(self, assessment: Assessment) -> None:
        letter, said = assessment.letter, (assessment, self._is_draft, self._currency)
        if self._said.get(letter) == said:
            return
        self._said[letter] = said
        self._assessments[letter] = assessment
        name, word = letter_name(letter), verdict_name(assessment.verdict)
        reason = name
        if assessment.reasons:
            reason = reason_text(assessment.reasons[0], self._formats, self._currency)
        self.rows[letter].show_text(reason)
        self.rows[letter].setAccessibleName(f"{name}: {word}. {reason}")
        # A beginning has gaps by nature: only in a finished plan is one of them alarming.
        is_calm = self._is_draft and assessment.verdict is Verdict.FAIL
        kind = "calm" if is_calm else PILL_KINDS[assessment.verdict]
        self._pills[letter].show_word(word, kind)

    def _row(self, letter: Letter) -> ClickRow:
        row = ClickRow(letter_name(letter), badge=Badge(letter.value))
        row.clicked.connect(lambda: self._choose(letter))
        return row

    def _choose(self, letter: Letter) -> None:
        reasons = self._assessments[letter].reasons
        if reasons:
            self.field_chosen.emit(reasons[0].field)


def _beside_badge(pill: Pill) -> QVBoxLayout:
    """Return a place in which the middle of the pill stands beside that of the badge."""
    place = QVBoxLayout()
    above = (badge_size() - pill.sizeHint().height()) // 2
    place.setContentsMargins(0, max(0, above), 0, 0)
    place.addWidget(pill, alignment=Qt.AlignmentFlag.AlignTop)
    return place
