"""Cadences: what is posted how often, with the hours and the price it comes to. Source: A8, S5."""

from typing_extensions import override

from smartgoals.domain.content import cadence_hours, cadence_price
from smartgoals.domain.plan import Plan
from smartgoals.domain.strategy import Cadence
from smartgoals.domain.timeframe import plan_weeks
from smartgoals.language import tr
from smartgoals.ui.field_row import FieldRow
from smartgoals.ui.labels import Label
from smartgoals.ui.table_model import Column
from smartgoals.ui.wizard.page import PlanPage
from smartgoals.ui.wizard.part_list import ListWords, PartEditor, PartList
from smartgoals.ui.wizard.part_place import PartPlace
from smartgoals.words.strategy import cadence_text


class CadenceList(PartList[Cadence]):
    """The cadences, each with its hours and its price."""

    def __init__(self, page: PlanPage) -> None:
        words = ListWords(
            name=tr("What is posted how often"),
            add=tr("Add othe&r posts"),
            remove=tr("Remove these posts"),
            unnamed=tr("Posts without a name"),
        )
        columns = [
            Column(
                tr("What"), lambda cadence: cadence.what or words.unnamed, stretches=True, least=120
            ),
            Column(tr("Channel"), lambda cadence: cadence.channel),
            Column(tr("A week"), self._posts, is_number=True),
            Column(tr("Hours a week"), self._hours, is_number=True),
            Column(tr("Price in all"), self._price, is_number=True),
        ]
        super().__init__(
            CadenceEditor(page, _place()),
            words,
            columns,
            begins_blank=True,
        )

    def _posts(self, cadence: Cadence) -> str:
        return self.session.formats.number(cadence.posts_per_week) or "–"

    def _hours(self, cadence: Cadence) -> str:
        return self.session.formats.number(cadence_hours(cadence)) or "–"

    def _price(self, cadence: Cadence) -> str:
        plan = self.session.plan
        price = cadence_price(cadence, plan_weeks(plan.start, plan.due))
        return self.session.formats.money(price, plan.currency) or "–"


class CadenceEditor(PartEditor[Cadence]):
    """What, where, how often, at which effort and price."""

    def __init__(self, page: PlanPage, place: PartPlace[Cadence]) -> None:
        super().__init__(page, place)
        what = self.make.line("what", tr("&What you post"), tr("Stories from the kitchen"))
        channel = self.make.channel(tr("&Channel"))
        posts = self.make.number("posts_per_week", tr("Posts a wee&k"), "3")
        hours = self.make.number("hours_per_post", tr("Ho&urs a post"), "1")
        price = self.make.number("price_per_post", tr("Pr&ice a post"), "15")
        self.column.addLayout(FieldRow((what, 3), (channel, 2)))
        self.column.addLayout(FieldRow((posts, 1), (hours, 1), (price, 1)))
        self.sums = Label(tone="muted")
        self.column.addWidget(self.sums)

    @override
    def show_plan(self, plan: Plan) -> None:
        text = cadence_text(self.part, plan, self.page.session.formats)
        self.sums.setText(text)
        self.sums.setVisible(bool(text))


def _place() -> PartPlace[Cadence]:
    return PartPlace(
        "cadence",
        tr("Edit posts"),
        lambda plan: plan.content.cadences,
        lambda plan, cadences: plan.replace(content=plan.content.replace(cadences=cadences)),
        lambda part_id: Cadence(id=part_id),
    )
