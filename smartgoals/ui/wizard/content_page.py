"""Content and channels: how often, about what, where, and by what means.

Source: A8, A8.1, A8.3, A8.4, A9, C1, C7.
"""

from typing_extensions import override

from smartgoals.domain.catalogue import catalogue
from smartgoals.domain.content import is_thought_out
from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Step
from smartgoals.language import ngettext, tr
from smartgoals.ui.bindings import Binding, nested_binding
from smartgoals.ui.session import PlanSession
from smartgoals.ui.wizard.cadence_list import CadenceList
from smartgoals.ui.wizard.channel_list import ChannelList
from smartgoals.ui.wizard.field_maker import FieldMaker
from smartgoals.ui.wizard.headline_list import HeadlineList, TopicIdeas
from smartgoals.ui.wizard.strategy_page import StrategyPage
from smartgoals.words.strategy import cadences_text, headlines_text


class ContentPage(StrategyPage):
    """Asks what is published where, in four parts that open one by one."""

    step = Step.CONTENT

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self.set_question(
            tr("What will you publish, and where?"),
            tr("Rather one channel served well than four that fall asleep."),
        )
        self._add_cadences()
        self._add_headlines()
        self._add_channels()
        self._add_means()
        self.finish()

    @override
    def show_more(self, plan: Plan) -> None:
        super().show_more(plan)
        formats = self.session.formats
        sums = cadences_text(plan, formats)
        self.frequency.show_summary(sums or tr("posts a week, hours and price"))
        self.subjects.show_summary(headlines_text(plan, formats))
        self.places.show_summary(_channels_text(plan))
        means = plan.content
        count = sum(map(len, (means.tool_ids, means.page_ids, means.route_ids, means.involved_ids)))
        self.means.show_summary(
            ngettext("{count} chosen", "{count} chosen", count).format(count=count)
            if count
            else tr("tools, pages of your website, routes, and who helps")
        )

    def _add_cadences(self) -> None:
        self.frequency = self.add_fold(tr("How often?"), is_open=True)
        self.cadences = CadenceList(self)
        self.add_list(self.cadences, "content.cadences")
        self.frequency.column.addWidget(self.cadences)

    def _add_headlines(self) -> None:
        self.subjects = self.add_fold(tr("About what?"))
        self.headlines = HeadlineList(self)
        self.add_list(self.headlines, "content.headlines")
        self.subjects.column.addWidget(self.headlines)
        self.topics = TopicIdeas(self.headlines)
        self.subjects.column.addWidget(self.topics)

    def _add_channels(self) -> None:
        self.places = self.add_fold(tr("Where?"))
        self.channels = ChannelList(self)
        self.add_list(self.channels, "content.channels")
        self.places.column.addWidget(self.channels)

    def _add_means(self) -> None:
        self.means = self.add_fold(tr("By what means, and with whom?"))
        make = FieldMaker(self, _bind)
        self.means_fields = make.fields
        lists = catalogue()
        chips = (
            ("tool_ids", tr("Tools that are content in themselves"), lists.tools),
            ("page_ids", tr("Pages that your website needs"), lists.pages),
            ("route_ids", tr("Routes on which it travels"), lists.routes),
            ("involved_ids", tr("Who in the business takes part"), lists.functions),
        )
        for name, caption, entries in chips:
            self.means.column.addWidget(make.chips(name, caption, entries))
            if name == "page_ids":
                moderator = make.line(
                    "moderator", tr("Who looks after reviews and ratings"), tr("Ana, every evening")
                )
                self.means.column.addWidget(moderator)


def _channels_text(plan: Plan) -> str:
    channels = plan.content.channels
    if not channels:
        return tr("for each channel a reason and a measure")
    text = ngettext("{count} channel", "{count} channels", len(channels))
    text = text.format(count=len(channels))
    unclear = sum(not is_thought_out(channel) for channel in channels)
    if not unclear:
        return text
    return tr("{channels}, {count} without a reason or a measure").format(
        channels=text, count=unclear
    )


def _bind(name: str) -> Binding:
    return nested_binding("content", name, tr("Edit content plan"))
