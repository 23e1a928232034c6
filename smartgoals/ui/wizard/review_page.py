"""Review: the sentence, what is still open, what the coach says, and the way to the plan."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QVBoxLayout
from typing_extensions import override

from smartgoals.domain.coach import Reason, coach
from smartgoals.domain.plan import Plan
from smartgoals.domain.steps import Gap, all_gaps, step_of_field
from smartgoals.domain.terms import Letter, Step, Verdict
from smartgoals.language import language, ngettext, tr
from smartgoals.ui.bindings import plan_binding
from smartgoals.ui.click_row import Badge, ClickRow
from smartgoals.ui.fields import LineField
from smartgoals.ui.labels import Label, breakable, card, heading_label, small_label, unbroken
from smartgoals.ui.selectable_label import SelectableLabel
from smartgoals.ui.session import PlanSession
from smartgoals.ui.wizard.page import PlanPage
from smartgoals.words.gaps import gap_text
from smartgoals.words.names import step_name
from smartgoals.words.reasons import reason_text
from smartgoals.words.sentences import alignment
from smartgoals.words.statement import statement


@dataclass(frozen=True)
class RowText:
    """One row: its sign, its sentence, and the field that it leads to."""

    sign: str
    text: str
    field: str
    required: bool = False


class ReviewPage(PlanPage):
    """Lists what is open and all that the coach says, each one click from its field."""

    step = Step.REVIEW

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self.set_question(
            tr("Your plan in one sentence"),
            tr("Everything is saved already. Read it aloud: would your client understand it?"),
        )
        self.body.addWidget(self._statement_card())
        self.title_field = LineField(
            session,
            plan_binding("title", tr("Edit title")),
            tr("&Title on the goal sheet"),
        )
        self.body.addWidget(self.add(self.title_field))
        self.open_heading = heading_label("")
        self.open_note = small_label()
        self.body.addWidget(self.open_heading)
        self.body.addWidget(self.open_note)
        self._frame = card()
        self._column = QVBoxLayout(self._frame)
        self._column.setContentsMargins(8, 8, 8, 8)
        self._column.setSpacing(2)
        self.rows: list[ClickRow] = []
        self._shown: tuple[RowText, ...] = ()
        self.body.addWidget(self._frame)
        self.set_why(tr("Why this matters"))
        self.body.addStretch()

    @override
    def show_more(self, plan: Plan) -> None:
        told = statement(plan, self.session.formats)
        self.statement.setText(breakable(unbroken(told)))
        sentence = alignment(plan)
        self.alignment.setText(breakable(sentence))
        self.alignment.setVisible(bool(sentence))
        self.title_field.line.setPlaceholderText(plan.broad_goal.strip())
        self._show_gaps(plan)

    def _statement_card(self) -> QFrame:
        frame = card("tint")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(20, 16, 20, 16)
        self.statement = SelectableLabel(pixels=16, by_keys=False)
        self.alignment = Label(tone="muted")
        inner.addWidget(self.statement)
        inner.addWidget(self.alignment)
        return frame

    def _show_gaps(self, plan: Plan) -> None:
        gaps = all_gaps(plan)
        rows = self._rows_of(plan, gaps)
        required = sum(gap.required for gap in gaps)
        if required:
            text = ngettext("{count} thing is open", "{count} things are open", required)
            self.open_heading.setText(text.format(count=required))
            self.open_note.setText(
                tr("Until then the plan is a draft, and its sheet says so. One click leads there.")
            )
        else:
            self.open_heading.setText(tr("Nothing is open"))
            self.open_note.setText(
                tr("The plan is complete. Here is some advice:") if rows else tr("Well done.")
            )
        self._frame.setVisible(bool(rows))
        if rows != self._shown:
            self._build_rows(rows)

    def _rows_of(self, plan: Plan, gaps: tuple[Gap, ...]) -> "tuple[RowText, ...]":
        """Return the gaps, and what the coach says beyond them: of a field it is said once."""
        formats = self.session.formats
        shown = [
            RowText("!" if gap.required else "i", gap_text(gap, formats), gap.field, gap.required)
            for gap in gaps
        ]
        told = {gap.field for gap in gaps}
        shown += [
            RowText(letter.value, reason_text(reason, formats, plan.currency), reason.field)
            for letter, reason in _reasons(plan)
            if reason.field not in told
        ]
        return tuple(shown)

    def _build_rows(self, rows: "tuple[RowText, ...]") -> None:
        self._shown = rows
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [self._row(row) for row in rows]

    def _row(self, shown: "RowText") -> ClickRow:
        row = ClickRow(badge=Badge(shown.sign, filled=shown.required))
        row.show_text(shown.text, step_name(step_of_field(shown.field)))
        row.clicked.connect(self._leader(shown.field))
        self._column.addWidget(row)
        return row

    def _leader(self, field: str) -> Callable[[], None]:
        return lambda: self.field_chosen.emit(field)


def _reasons(plan: Plan) -> Iterator[tuple[Letter, Reason]]:
    """Yield every reason against a letter."""
    for assessment in coach(plan, language()):
        for reason in assessment.reasons:
            if reason.verdict is not Verdict.PASS:
                yield assessment.letter, reason
