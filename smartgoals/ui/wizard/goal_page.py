"""Broad goal: one sentence to begin with, and the kind of goal it is. Source: S2, B2, A3."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout
from typing_extensions import override

from smartgoals.domain.catalogue import catalogue
from smartgoals.domain.catalogue_entries import Purpose, Starter
from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Step
from smartgoals.language import tr
from smartgoals.ui.bindings import Binding, plan_binding
from smartgoals.ui.fields import ChoiceField, LineField, TextField
from smartgoals.ui.flow_layout import FlowLayout
from smartgoals.ui.labels import button, heading_label, literal, small_label, tip
from smartgoals.ui.session import PlanSession
from smartgoals.ui.wizard.page import PlanPage
from smartgoals.words.catalogue import entry_hint, entry_name, starter_business


class GoalPage(PlanPage):
    """Asks for the wish in one sentence; numbers come later."""

    step = Step.GOAL

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self.set_question(
            tr("Start with one broad goal"),
            tr("Write it as you would say it to a friend. The numbers come later."),
        )
        self._ask_goal()
        self._ask_kind()
        self._ask_later()
        self._explain()
        self.body.addStretch()

    def _ask_goal(self) -> None:
        self.goal = LineField(
            self.session,
            plan_binding("broad_goal", tr("Edit broad goal")),
            tr("&Broad goal"),
            tr("Make more people around here know our café"),
        )
        self.body.addWidget(self.add(self.goal))
        starters = FlowLayout()
        for starter in catalogue().starters:
            starters.addWidget(self._starter_chip(starter))
        self._offer(tr("To begin with, for example:"), starters)

    def _ask_kind(self) -> None:
        purposes = FlowLayout()
        self._purposes = {
            purpose.id: self._purpose_chip(purpose) for purpose in catalogue().purposes
        }
        for chip in self._purposes.values():
            purposes.addWidget(chip)
        self._offer(tr("The one main purpose:"), purposes)
        self.idea = ChoiceField(
            self.session,
            plan_binding("goal_idea_id", tr("Choose kind of goal")),
            tr("&Kind of goal; it brings the metrics that fit"),
            [
                (tr("Not chosen"), None),
                *((entry_name(goal), goal.id) for goal in catalogue().goals),
            ],
        )
        self.body.addWidget(self.add(self.idea))

    def _offer(self, caption: str, chips: FlowLayout) -> None:
        offer = QVBoxLayout()
        offer.setSpacing(6)
        offer.addWidget(small_label(caption))
        offer.addLayout(chips)
        self.body.addLayout(offer)

    def _ask_later(self) -> None:
        self.body.addWidget(heading_label(tr("Other goals")))
        self.later = TextField(
            self.session,
            Binding(
                "parked_goals",
                tr("Edit goals for later"),
                lambda plan: "\n".join(plan.parked_goals),
                lambda plan, text: plan.replace(parked_goals=_lines(text)),
            ),
            tr("&Start after this one; one goal per line"),
            tr("More newsletter sign-ups\nAnswer questions faster"),
            lines=3,
        )
        self.body.addWidget(self.add(self.later))

    def _explain(self) -> None:
        self.set_why(
            tr("Why one goal, and why broad?"),
            tr(
                "Whoever chases seven goals at once measures none of them. Take one, see it move, "
                "then start the next: the others wait here and are not forgotten. And a broad goal "
                "is a good beginning: the café of our example began with “more people near us "
                "should know us” and only then asked how many, where and by when."
            ),
        )

    @override
    def show_more(self, plan: Plan) -> None:
        for purpose in catalogue().purposes:
            self._purposes[purpose.id].setChecked(plan.goal_idea_id in purpose.goal_ids)
        goal = catalogue().known_goal(plan.goal_idea_id)
        if goal is not None:
            self.idea.set_note(entry_hint(goal))

    def _starter_chip(self, starter: Starter) -> QPushButton:
        chip = button(literal(starter_business(starter)), "chip")
        tip(chip, entry_name(starter))
        chip.clicked.connect(lambda: self._start_with(starter))
        return chip

    def _purpose_chip(self, purpose: Purpose) -> QPushButton:
        chip = button(literal(entry_name(purpose)), "chip")
        chip.setCheckable(True)
        tip(chip, entry_hint(purpose))
        chip.clicked.connect(lambda: self._pursue(purpose))
        return chip

    def _pursue(self, purpose: Purpose) -> None:
        """Choose the usual goal of the purpose, unless one of its goals is chosen. Source: C2."""
        if self.session.plan.goal_idea_id not in purpose.goal_ids:
            plan = self.session.plan.replace(goal_idea_id=purpose.goal_ids[0])
            self.session.edit(plan, tr("Choose kind of goal"))
        self.show_plan(self.session.plan)

    def _start_with(self, starter: Starter) -> None:
        plan = self.session.plan.replace(
            broad_goal=entry_name(starter),
            goal_idea_id=starter.goal_id,
            business_kind_id=starter.id,
        )
        self.session.edit(plan, tr("Choose broad goal"))
        self.goal.setFocus()


def _lines(text: str) -> tuple[str, ...]:
    """Return one goal per line; a line being begun is kept, so typing is not disturbed."""
    return tuple(text.split("\n")) if text else ()
