"""The channel plan: per channel a reason, audience, content, resources, measure. Source: C7."""

from typing_extensions import override

from smartgoals.domain.content import is_thought_out
from smartgoals.domain.plan import Plan
from smartgoals.domain.strategy import ChannelPlan
from smartgoals.language import tr
from smartgoals.ui import theme
from smartgoals.ui.field_row import LETTERS_OF_TEXT, FieldGrid, FieldRow
from smartgoals.ui.table_model import Column
from smartgoals.ui.wizard.page import PlanPage
from smartgoals.ui.wizard.part_list import ListWords, PartEditor, PartList
from smartgoals.ui.wizard.part_place import PartPlace
from smartgoals.words.catalogue import platform_strength


class ChannelList(PartList[ChannelPlan]):
    """The channels, and whether each is thought out."""

    def __init__(self, page: PlanPage) -> None:
        words = ListWords(
            name=tr("Channels"),
            add=tr("A&dd a channel"),
            remove=tr("Remove channel"),
            unnamed=tr("Channel without a name"),
        )
        columns = [
            Column(tr("Channel"), lambda plan: plan.channel or words.unnamed),
            Column(tr("Measured by"), lambda plan: plan.measure or "–", stretches=True),
            Column(tr("State"), _state, colour=_state_colour),
        ]
        super().__init__(ChannelEditor(page, _place()), words, columns)


class ChannelEditor(PartEditor[ChannelPlan]):
    """Why we are on a channel and how it is served."""

    def __init__(self, page: PlanPage, place: PartPlace[ChannelPlan]) -> None:
        super().__init__(page, place)
        channel = self.make.channel(tr("Channel"))
        audience = self.make.line("audience", tr("For whom"), tr("Neighbours"))
        self.column.addLayout(FieldRow((channel, 1), (audience, 1)))
        reason = self.make.text(
            "reason",
            tr("Why we are there"),
            tr("Most of our neighbours are there, and ads can be kept within five miles"),
        )
        content = self.make.text(
            "content", tr("What we post"), tr("Stories from the kitchen, weekly specials")
        )
        self.column.addLayout(FieldGrid(2, reason, content, letters=LETTERS_OF_TEXT))
        resources = self.make.line(
            "resources", tr("What it takes"), tr("Ana and Jo, six hours a week, 45 dollars a week")
        )
        measure = self.make.line(
            "measure", tr("Measured by"), tr("Fans, link clicks, reach per post")
        )
        self.column.addLayout(FieldRow((resources, 1), (measure, 1)))

    @override
    def show_plan(self, plan: Plan) -> None:
        self.make.fields["channel"].set_note(platform_strength(self.part.channel))


def _state(channel: ChannelPlan) -> str:
    if is_thought_out(channel):
        return tr("clear")
    has_reason, has_measure = bool(channel.reason.strip()), bool(channel.measure.strip())
    if not has_reason and not has_measure:
        return tr("needs a reason and a measure")
    return tr("needs a measure") if has_reason else tr("needs a reason")


def _state_colour(channel: ChannelPlan) -> str:
    return theme.colours().good if is_thought_out(channel) else theme.colours().look


def _place() -> PartPlace[ChannelPlan]:
    return PartPlace(
        "channel",
        tr("Edit channel"),
        lambda plan: plan.content.channels,
        lambda plan, channels: plan.replace(content=plan.content.replace(channels=channels)),
        lambda part_id: ChannelPlan(id=part_id),
    )
