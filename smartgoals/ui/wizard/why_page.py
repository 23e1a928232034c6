"""Why: what the business does and which of its goals this plan serves. Source: A1, B1, C2."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from smartgoals.domain.brands import with_brand_of
from smartgoals.domain.catalogue import catalogue
from smartgoals.domain.catalogue_entries import Entry
from smartgoals.domain.plan import MAX_COMPANY_GOALS, MAX_DESCRIPTION, Plan
from smartgoals.domain.terms import Step
from smartgoals.domain.text import fold
from smartgoals.language import tr
from smartgoals.ui.bindings import Binding, plan_binding
from smartgoals.ui.field_row import FieldRow
from smartgoals.ui.fields import ChoiceField, LineField
from smartgoals.ui.labels import card, heading_label, small_label
from smartgoals.ui.session import PlanSession
from smartgoals.ui.suggestions import Suggestions
from smartgoals.ui.toggling import RadioButton
from smartgoals.ui.wizard.brand_offer import BrandOffer
from smartgoals.ui.wizard.completing import complete
from smartgoals.ui.wizard.page import PlanPage
from smartgoals.words.catalogue import entry_hint, entry_name, goal_phrase
from smartgoals.words.sentences import alignment


class WhyPage(PlanPage):
    """Asks what the business does, and what social media is to do for it."""

    step = Step.WHY

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self.set_question(
            tr("What is it all for?"),
            tr("Begin with your business, not with the channels. Two or three sentences will do."),
        )
        self.description = LineField(
            session,
            plan_binding("description", tr("Edit what you do")),
            tr("&What do you do? One sentence that a child would understand"),
            tr("We bake bread and make good coffee for the people of our street"),
        )
        self.brand = LineField(
            session,
            plan_binding("brand", tr("Edit brand")),
            tr("Bran&d or client"),
            tr("Riverside Café"),
        )
        self.body.addLayout(FieldRow((self.add(self.description), 3), (self.add(self.brand), 1)))
        self.brand_offer = BrandOffer(session, self._take_over)
        self.body.addWidget(self.brand_offer)
        complete(self.brand, session.brands.names)
        self.body.addWidget(heading_label(tr("What does the business want most this year?")))
        self.body.addWidget(
            small_label(tr("Up to three goals; choose the one that this plan serves."))
        )
        self.goal_ideas = Suggestions(tr("For example:"), self._take_goal)
        self.body.addWidget(self.goal_ideas)
        self._served = QButtonGroup(self)
        self._served.idClicked.connect(self._serve)
        for index in range(MAX_COMPANY_GOALS):
            self.body.addLayout(self._goal_row(index))
        self.body.addWidget(self._no_goal_row())
        self.body.addWidget(self._alignment_card())
        self._explain()
        self.body.addStretch()

    def _explain(self) -> None:
        self.set_why(
            tr("Why this matters"),
            tr(
                "A plan that serves a goal of the business is easy to defend, and easy to judge. "
                "A software company with three goals (a new segment, three big features, happier "
                "small customers) found that social media serves the first two very well and the "
                "third hardly at all. That is worth knowing before you begin."
            ),
        )

    @override
    def show_more(self, plan: Plan) -> None:
        count = len(plan.description)
        self.description.set_note(
            tr("{count} of {most} characters").format(count=count, most=MAX_DESCRIPTION),
            "look" if count > MAX_DESCRIPTION else "muted",
        )
        self.brand_offer.show_plan(plan)
        for index in range(MAX_COMPANY_GOALS):
            radio = self._served.button(index)
            radio.setChecked(plan.served_goal == index)
            radio.setEnabled(bool(_goal(plan, index).strip()))
        self.none_radio.setChecked(plan.served_goal is None)
        self.marketing_goal.setVisible(plan.served_goal is None)
        self.strategy.setVisible(plan.served_goal is not None or bool(plan.marketing_goal_id))
        goals = catalogue().company_goals
        self.goal_ideas.suggest(
            [(goal_phrase(goal), entry_hint(goal)) for goal in goals]
            if not plan.company_goals
            else []
        )
        is_asked = self.strategy.isVisibleTo(self) and not plan.strategy.strip()
        self.strategy_ideas.suggest(
            [(entry_name(way), "") for way in strategies(plan)] if is_asked else []
        )
        sentence = alignment(plan)
        self.alignment_card.setVisible(bool(sentence))
        if not self.alignment.line.hasFocus() or plan.alignment:
            self.alignment.line.setPlaceholderText(sentence)

    def _goal_row(self, index: int) -> QHBoxLayout:
        radio = RadioButton()
        radio.setAccessibleName(tr("This plan serves goal {number}").format(number=index + 1))
        self._served.addButton(radio, index)
        field = LineField(
            self.session,
            Binding(
                f"company_goals.{index}",
                tr("Edit company goal"),
                lambda plan: _goal(plan, index),
                lambda plan, text: _with_goal(plan, index, text),
            ),
            tr("Goal &{number}").format(number=index + 1),
            _goal_examples()[index],
        )
        self.add(field)
        row = QHBoxLayout()
        row.setSpacing(10)
        column = QVBoxLayout()
        column.addSpacing(22)
        column.addWidget(radio)
        row.addLayout(column)
        row.addWidget(field, 1)
        return row

    def _no_goal_row(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        self.none_radio = RadioButton(tr("&None of these, or no such goal: tie it to marketing"))
        self._served.addButton(self.none_radio, MAX_COMPANY_GOALS)
        ideas = [
            (tr("Choose a marketing goal …"), None),
            *((entry_name(goal), goal.id) for goal in catalogue().marketing_goals),
        ]
        self.marketing_goal = ChoiceField(
            self.session,
            plan_binding("marketing_goal_id", tr("Choose marketing goal")),
            tr("&Marketing goal that this plan serves"),
            ideas,
        )
        self.strategy = LineField(
            self.session,
            plan_binding("strategy", tr("Edit strategy")),
            tr("… and on social media &we are"),
            tr("getting to know the people who live around the corner"),
        )
        column.addWidget(self.none_radio)
        column.addWidget(self.add(self.marketing_goal))
        self.strategy_ideas = Suggestions(tr("Ways in which social media helps:"), self._take_way)
        column.addWidget(self.add(self.strategy))
        column.addWidget(self.strategy_ideas)
        return box

    def _alignment_card(self) -> QWidget:
        self.alignment_card = card("tint")
        inner = QVBoxLayout(self.alignment_card)
        inner.setContentsMargins(16, 12, 16, 14)
        self.alignment = LineField(
            self.session,
            plan_binding("alignment", tr("Edit alignment sentence")),
            tr("In one sentence; write your own if you &like"),
        )
        inner.addWidget(self.add(self.alignment))
        return self.alignment_card

    def _take_over(self, other: Plan) -> None:
        self.session.close_step()
        plan = with_brand_of(self.session.plan, other)
        self.session.edit(plan, tr("Take over what the brand wants"))
        self.focus_field("company_goals.0")

    def _take_goal(self, text: str) -> None:
        self.session.edit(_with_goal(self.session.plan, 0, text), tr("Edit company goal"))
        self.focus_field("company_goals.0")

    def _take_way(self, text: str) -> None:
        self.session.edit(self.session.plan.replace(strategy=text), tr("Edit strategy"))
        self.focus_field("strategy")

    def _serve(self, index: int) -> None:
        served = index if index < MAX_COMPANY_GOALS else None
        self.session.edit(self.session.plan.replace(served_goal=served), tr("Choose company goal"))


def strategies(plan: Plan) -> tuple[Entry, ...]:
    """Return ways in which social media helps the goal that the plan serves. Source: B1.2, B1.3.

    Those of the catalogue's company goal when the user's own is worded like it, else those of
    the marketing goal or of the kind of goal.
    """
    served = fold(plan.served_company_goal)
    for goal in catalogue().company_goals:
        if served and fold(goal_phrase(goal)) in served:
            return goal.helps
    known = catalogue().known_goal(plan.marketing_goal_id if not served else plan.goal_idea_id)
    return known.helps if known else ()


def _goal_examples() -> tuple[str, str, str]:
    return (
        tr("become the regular stop for people living within five miles"),
        tr("sell more lunches on weekdays"),
        tr("open a second shop next year"),
    )


def _goal(plan: Plan, index: int) -> str:
    return plan.company_goals[index] if index < len(plan.company_goals) else ""


def _with_goal(plan: Plan, index: int, text: str) -> Plan:
    """Return the plan with the goal; the first goal that is written is served at once."""
    goals = [_goal(plan, each) for each in range(MAX_COMPANY_GOALS)]
    goals[index] = text
    while goals and not goals[-1].strip():
        goals.pop()
    served = plan.served_goal
    if not plan.company_goals and goals:
        served = index
    if served is not None and (served >= len(goals) or not goals[served].strip()):
        served = None
    return plan.replace(company_goals=tuple(goals), served_goal=served)
