"""Tactics: what is done for the goal, and in which order. Source: B3, B4, B5."""

from PySide6.QtWidgets import QApplication
from typing_extensions import override

from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Step
from smartgoals.language import tr
from smartgoals.ui.labels import tab_after
from smartgoals.ui.session import PlanSession
from smartgoals.ui.tactic_board import TacticBoard
from smartgoals.ui.tactic_editor import TacticEditor
from smartgoals.ui.wizard.page import PlanPage


class TacticsPage(PlanPage):
    """Asks for the tactics and guesses value and complexity of each."""

    step = Step.TACTICS

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self.set_question(
            tr("What will you do, and what first?"),
            tr("Write down every idea, then guess its value and its complexity from 1 to 10."),
        )
        self.board = TacticBoard(session)
        self.board.chosen.connect(self._edit_tactic)
        self.fields["tactics"] = self.board.new_tactic
        self.body.addWidget(self.board)
        self.editor: TacticEditor | None = None
        self._explain()
        self.body.addStretch()

    def _explain(self) -> None:
        self.set_why(
            tr("Why value against complexity?"),
            tr(
                "High value and low complexity comes first: quick wins. High value and high "
                "complexity comes next, if there is time for it. Low value and low complexity "
                "fills a quiet hour; the rest you leave out with a good conscience. Guess "
                "quickly: the guesses may be wrong, what counts is that you compare."
            ),
        )

    @override
    def show_more(self, plan: Plan) -> None:
        ids = [tactic.id for tactic in plan.tactics]
        if self.editor is not None and self.editor.tactic_id not in ids:
            self._edit_tactic("")
        self.board.show_plan(plan)
        if self.editor is None and ids:
            self.board.choose(self.board.table.rows.rows[0].id)
        if self.editor is not None:
            self.editor.show_plan(plan)

    @override
    def focus_field(self, name: str) -> None:
        tactic_id = name.split(".")[1] if name.startswith("tactic.") else ""
        if any(tactic.id == tactic_id for tactic in self.session.plan.tactics):
            self.board.choose(tactic_id)
        super().focus_field(name if name in self.fields else "tactics")

    def _edit_tactic(self, tactic_id: str) -> None:
        """Put the editor of the tactic in the place of the one before."""
        if self.editor is not None:
            if self.editor.tactic_id == tactic_id:
                return
            # Left to itself the focus might go to the chart, which would choose a point.
            if self.editor.isAncestorOf(QApplication.focusWidget() or self):
                self.board.table.setFocus()
            for field in self.editor.fields:
                self.drop(field)
            self.editor.hide()
            self.editor.deleteLater()
            self.editor = None
        if tactic_id:
            self.editor = TacticEditor(self.session, tactic_id)
            for field in self.editor.fields:
                self.add(field)
                field.show_plan(self.session.plan)
            self.board.under_table.addWidget(self.editor)
            tab_after(self.board.table, self.editor)
            self.board.order_tabs()
            self.editor.show_plan(self.session.plan)
