"""Message: what fans say, what we say, how we sound and how fast we answer.

Source: A7, C6, C8, A10, A10.1.
"""

from typing_extensions import override

from smartgoals.domain.content import conversation_hours
from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Step
from smartgoals.language import tr
from smartgoals.ui.bindings import Binding, nested_binding
from smartgoals.ui.field_row import FieldGrid
from smartgoals.ui.labels import Label, heading_label
from smartgoals.ui.session import PlanSession
from smartgoals.ui.wizard.field_maker import FieldMaker
from smartgoals.ui.wizard.strategy_page import StrategyPage
from smartgoals.words.strategy import conversation_text

FAN = "fan_answers."


class MessagePage(StrategyPage):
    """Asks for the message in words that customers use themselves."""

    step = Step.MESSAGE

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self.set_question(
            tr("What do you want people to remember?"),
            tr("Begin with what your fans say. The rest follows from their words."),
        )
        self.make = FieldMaker(self, _bind)
        self._add_fans()
        self._add_message()
        self._add_voice()
        self._add_conversation()
        self.finish()

    @override
    def show_more(self, plan: Plan) -> None:
        super().show_more(plan)
        sums = conversation_text(plan, self.session.formats)
        self.hours_note.setText(sums)
        told = [text for text in (plan.message.human, plan.message.criticism) if text.strip()]
        self.voice.show_summary(told[0] if told else tr("human, and open to criticism"))
        is_set = conversation_hours(plan.message) is not None
        self.conversation.show_summary(sums if is_set else tr("how fast you answer, and the hours"))

    def _add_fans(self) -> None:
        examples = (
            tr("“Nobody else lets my children look into the oven.”"),
            tr("“The coffee tastes the same every morning, and they know my name.”"),
            tr("“It is the only place where one can sit by the water.”"),
        )
        self.body.addWidget(heading_label(tr("Ask three fans why they buy from you")))
        for index, example in enumerate(examples):
            caption = tr("Fan &{number}").format(number=index + 1)
            field = self.make.line(f"{FAN}{index}", caption, example)
            self.body.addWidget(field)

    def _add_message(self) -> None:
        self.body.addWidget(heading_label(tr("Say it simply")))
        self.body.addWidget(
            self.make.text(
                "simple_message",
                tr("Your &message, in a fan's words"),
                tr("Your table by the river"),
            )
        )
        self.body.addWidget(
            self.make.text(
                "one_thing",
                tr("Your &one thing: what would people miss?"),
                tr("Everything on the plate comes from within twenty miles"),
            )
        )

    def _add_voice(self) -> None:
        fold = self.add_fold(tr("How you sound"))
        human = self.make.text(
            "human",
            tr("How &do people see that you are human?"),
            tr("First names, faces, and a word about what went wrong today"),
        )
        criticism = self.make.text(
            "criticism",
            tr("How do you answer &criticism?"),
            tr("In public, within a day: thank, say what we do about it, offer to talk"),
        )
        fold.column.addWidget(human)
        fold.column.addWidget(criticism)
        self.voice = fold

    def _add_conversation(self) -> None:
        fold = self.add_fold(tr("Time for conversation"))
        fold.column.addWidget(
            self.make.number("reply_hours", tr("Longest time to a &reply, in hours"), "4")
        )
        captions = {
            "listening_hours": tr("&Listening, hours a week"),
            "posting_hours": tr("Pos&ting, hours a week"),
            "replying_hours": tr("Replyin&g, hours a week"),
        }
        slots = [self.make.number(name, caption, "1") for name, caption in captions.items()]
        fold.column.addLayout(FieldGrid(3, *slots))
        self.hours_note = Label(tone="muted")
        fold.column.addWidget(self.hours_note)
        self.conversation = fold


def _bind(name: str) -> Binding:
    label = tr("Edit message")
    if not name.startswith(FAN):
        return nested_binding("message", name, label)
    index = int(name.removeprefix(FAN))
    return Binding(
        f"message.{name}",
        label,
        lambda plan: plan.message.fan_answers[index],
        lambda plan, text: _with_fan(plan, index, text),
    )


def _with_fan(plan: Plan, index: int, text: str) -> Plan:
    answers = list(plan.message.fan_answers)
    answers[index] = text
    return plan.replace(message=plan.message.replace(fan_answers=tuple(answers)))
