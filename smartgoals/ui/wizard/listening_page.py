"""Listening: what is said about us and the competitors, and whom people listen to.

Source: A2, A2.1, A4, A4.1, C3.
"""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from smartgoals.domain.audience import heard_share_of_voice
from smartgoals.domain.catalogue import catalogue
from smartgoals.domain.plan import Plan
from smartgoals.domain.strategy import Answer, Listener, Listening
from smartgoals.domain.terms import Step
from smartgoals.language import ngettext, tr
from smartgoals.ui.bindings import Binding
from smartgoals.ui.field_row import LETTERS_OF_TEXT, FieldGrid, FieldRow
from smartgoals.ui.labels import Label
from smartgoals.ui.session import PlanSession
from smartgoals.ui.table_model import Column
from smartgoals.ui.wizard.influencer_list import influencer_list
from smartgoals.ui.wizard.part_list import ListWords, PartEditor, PartList
from smartgoals.ui.wizard.part_place import PartPlace
from smartgoals.ui.wizard.strategy_page import StrategyPage
from smartgoals.words.catalogue import entry_hint, entry_name
from smartgoals.words.strategy import listener_name, share_of_voice_text, voice_share_text

ANSWER = "answers."


class ListeningPage(StrategyPage):
    """Asks what people say already, before anything is posted."""

    step = Step.LISTENING

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self.set_question(
            tr("What is being said already?"),
            tr("An hour of searching and reading is enough. Short notes will do."),
        )
        self.voice = Label(tone="muted")
        self.body.addWidget(self.voice)
        self.listeners = ListenerList(ListenerEditor(self, _listeners()))
        self.add_list(self.listeners, "listening.competitors")
        self.body.addWidget(self.listeners)
        self.influencers = influencer_list(self)
        self.add_list(self.influencers, "listening.influencers")
        self.influence = self.add_fold(tr("People whom others listen to"))
        self.influence.column.addWidget(self.influencers)
        self.finish()

    @override
    def show_more(self, plan: Plan) -> None:
        super().show_more(plan)
        self.voice.setText(share_of_voice_text(plan.listening, self.session.formats))
        is_known = heard_share_of_voice(plan.listening) is not None
        self.voice.set_tone("" if is_known else "muted")
        count = len(plan.listening.influencers)
        self.influence.show_summary(
            ngettext("{count} person", "{count} people", count).format(count=count)
            if count
            else tr("bloggers, neighbours, fans: who among them speaks to your customers?")
        )


class ListenerList(PartList[Listener]):
    """Us first, then the competitors, each with its share of voice."""

    def __init__(self, editor: "ListenerEditor") -> None:
        words = ListWords(
            name=tr("Us and the competitors"),
            add=tr("Add a &competitor"),
            remove=tr("Remove competitor"),
            unnamed=tr("Competitor without a name"),
        )
        columns = [
            Column(tr("Who"), self._named, stretches=True, least=120),
            Column(tr("Mentions"), self._mentions, is_number=True),
            Column(tr("Share of voice"), self._share, is_number=True),
            Column(tr("Answers"), self._answers, is_number=True),
        ]
        super().__init__(editor, words, columns)
        self.editor: ListenerEditor = editor

    @override
    def can_remove(self, part_id: str) -> bool:
        return part_id != self._listening.us.id and super().can_remove(part_id)

    @property
    def _listening(self) -> Listening:
        return self.session.plan.listening

    def _named(self, listener: Listener) -> str:
        return listener_name(listener, self._listening)

    def _mentions(self, listener: Listener) -> str:
        return self.session.formats.number(listener.mentions) or "–"

    def _share(self, listener: Listener) -> str:
        return voice_share_text(listener, self._listening, self.session.formats)

    def _answers(self, listener: Listener) -> str:
        count = sum(bool(answer.text.strip()) for answer in listener.answers)
        return tr("{count} of {all}").format(count=count, all=len(catalogue().listening_questions))


class ListenerEditor(PartEditor[Listener]):
    """What was heard about us or about one competitor: mentions and eight answers."""

    def __init__(self, page: StrategyPage, place: PartPlace[Listener]) -> None:
        super().__init__(page, place)
        self.part_id = page.session.plan.listening.us.id
        self.name = self.make.line("name", tr("Competitor"), tr("The bakery in Mill Street"))
        self.mentions = self.make.number("mentions", tr("&Mentions, in a month or so"), "50")
        self.column.addLayout(FieldRow((self.name, 2), (self.mentions, 1)))
        self.answers = [
            self.make.text(f"{ANSWER}{question.id}", entry_name(question), entry_hint(question))
            for question in catalogue().listening_questions
        ]
        self.column.addLayout(FieldGrid(2, *self.answers, letters=LETTERS_OF_TEXT))

    @property
    @override
    def first_field(self) -> QWidget:
        return self.name if self.part_id != self._us else self.mentions

    @override
    def binding(self, name: str) -> Binding:
        if not name.startswith(ANSWER):
            return super().binding(name)
        return self.place.entry(self.part_id, name, ANSWER, _answer, _with_answer)

    @override
    def show_plan(self, plan: Plan) -> None:
        is_us = self.part_id == self._us
        self.name.setVisible(not is_us)
        last = self.answers[-1]
        question = entry_name(catalogue().listening_questions[-1])
        last.caption.setText(question if is_us else tr("What can we learn from them?"))
        last.editor.setAccessibleName(last.caption.text())

    @property
    def _us(self) -> str:
        return self.page.session.plan.listening.us.id


def _answer(listener: Listener, question_id: str) -> str:
    return next((a.text for a in listener.answers if a.question_id == question_id), "")


def _with_answer(listener: Listener, question_id: str, text: str) -> Listener:
    """Return the listener with the answer, in the order of the questions; blank ones go."""
    texts = {answer.question_id: answer.text for answer in listener.answers} | {question_id: text}
    known = [question.id for question in catalogue().listening_questions]
    ordered = sorted(texts, key=lambda each: known.index(each) if each in known else len(known))
    answers = tuple(Answer(question_id=each, text=texts[each]) for each in ordered if texts[each])
    return listener.replace(answers=answers)


def _listeners() -> PartPlace[Listener]:
    return PartPlace(
        "listener",
        tr("Edit what was heard"),
        lambda plan: (plan.listening.us, *plan.listening.competitors),
        _with_listeners,
        lambda part_id: Listener(id=part_id),
    )


def _with_listeners(plan: Plan, listeners: tuple[Listener, ...]) -> Plan:
    us, *competitors = listeners
    heard = plan.listening.replace(us=us, competitors=tuple(competitors))
    return plan.replace(listening=heard)
