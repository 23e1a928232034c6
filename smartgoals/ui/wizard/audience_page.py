"""Audience: whom the plan speaks to, one audience served first. Source: T2, T3.1, A5, A6, C4."""

from decimal import Decimal

from typing_extensions import override

from smartgoals.domain.catalogue import catalogue
from smartgoals.domain.plan import Plan
from smartgoals.domain.strategy import Audience
from smartgoals.domain.terms import Breadth, BuyingRole, Relation, Rung, Step
from smartgoals.language import tr
from smartgoals.ui.field_row import LETTERS_OF_TEXT, FieldGrid, FieldRow
from smartgoals.ui.fold import Fold
from smartgoals.ui.labels import Label, button
from smartgoals.ui.session import PlanSession
from smartgoals.ui.table_model import Column
from smartgoals.ui.wizard.part_list import ListWords, PartEditor, PartList
from smartgoals.ui.wizard.part_place import PartPlace
from smartgoals.ui.wizard.strategy_page import StrategyPage
from smartgoals.words.catalogue import entry_hint
from smartgoals.words.names import breadth_name, buying_role_name, relation_name, rung_name
from smartgoals.words.strategy import activity_text, community_text


class AudiencePage(StrategyPage):
    """Asks who is to be reached, and which audience first."""

    step = Step.AUDIENCE

    def __init__(self, session: PlanSession) -> None:
        super().__init__(session)
        self.set_question(
            tr("Whom do you speak to?"),
            tr("One audience is plenty to begin with. Write what you know and leave the rest."),
        )
        self.audiences = AudienceList(AudienceEditor(self, _place()))
        self.add_list(self.audiences, "audiences")
        self.body.addWidget(self.audiences)
        self.finish()


class AudienceList(PartList[Audience]):
    """The audiences; the first one is served first."""

    def __init__(self, editor: "AudienceEditor") -> None:
        words = ListWords(
            name=tr("Audiences"),
            add=tr("Add another audience"),
            remove=tr("Remove audience"),
            unnamed=tr("Audience without a name"),
        )
        columns = [
            Column(tr("Audience"), self._named, stretches=True),
            Column(tr("Where"), lambda audience: audience.geography),
            Column(
                tr("Ladder"), lambda audience: rung_name(audience.rung) if audience.rung else ""
            ),
        ]
        super().__init__(editor, words, columns, begins_blank=True)
        self.first_button = button(tr("Serve &first"), "link")
        self.first_button.clicked.connect(self._serve_first)
        self.buttons.addWidget(self.first_button)

    @override
    def show_plan(self, plan: Plan) -> None:
        super().show_plan(plan)
        is_choice = len(plan.audiences) > 1
        is_first = is_choice and plan.audiences[0].id == self.editor.part_id
        self.first_button.setVisible(is_choice and not is_first)

    def _serve_first(self) -> None:
        plan = self.place.with_first(self.session.plan, self.editor.part_id)
        self.session.edit(plan, tr("Serve audience first"))
        self.remove_button.setFocus()

    def _named(self, audience: Audience) -> str:
        name = audience.role.strip() or self.words.unnamed
        is_first = audience.id == self.session.plan.audiences[0].id
        return tr("First: {name}").format(name=name) if is_first else name


class AudienceEditor(PartEditor[Audience]):
    """The fields of one audience."""

    def __init__(self, page: StrategyPage, place: PartPlace[Audience]) -> None:
        super().__init__(page, place)
        self._add_who()
        self._add_words()
        self._add_persona()
        self._add_community()

    @override
    def show_plan(self, plan: Plan) -> None:
        audience = self.part
        formats = self.page.session.formats
        rung = audience.rung
        self.rung.set_note(entry_hint(catalogue().rung(rung)) if rung is not None else "")
        told = sum(bool(text.strip()) for text in audience.persona.model_dump().values())
        self.persona.show_summary(
            tr("{count} of {all} told").format(count=told, all=len(_persona()))
            if told
            else tr("give the audience a face")
        )
        community = community_text(audience, formats)
        self.community.show_summary(
            tr("{count} members").format(count=formats.number(self.members.value))
            if community
            else tr("if they meet in a group of yours")
        )
        self.community_note.setText(community)
        self.community_note.setVisible(bool(community))
        if plan.unread_text(self.active.binding.field) is None:
            self.active.set_note(activity_text(audience, formats))

    def _add_who(self) -> None:
        self.role = self.make.line(
            "role", tr("&Who they are"), tr("People who live nearby and like to eat out")
        )
        geography = self.make.line("geography", tr("Where they &live"), tr("within five miles"))
        self.column.addLayout(FieldRow((self.role, 3), (geography, 2)))
        relation = self.make.choice(
            "relation", tr("New o&r existing"), [(relation_name(each), each) for each in Relation]
        )
        buying_role = self.make.choice(
            "buying_role",
            tr("Users or &deciders"),
            [(buying_role_name(each), each) for each in BuyingRole],
        )
        self.column.addLayout(FieldRow((relation, 1), (buying_role, 1)))
        breadth = self.make.choice(
            "breadth", tr("&Industries"), [(breadth_name(each), each) for each in Breadth]
        )
        industries = self.make.line("industries", tr("Which &ones"), tr("hotels, offices, shops"))
        self.column.addLayout(FieldRow((breadth, 1), (industries, 1)))
        self.rung = self.make.choice(
            "rung",
            tr("How &close they are to you"),
            [(rung_name(each), each) for each in Rung],
        )
        self.column.addWidget(self.rung)

    def _add_words(self) -> None:
        pain = self.make.text(
            "pain", tr("What &troubles them"), tr("Nowhere close by to have breakfast in peace")
        )
        message = self.make.text(
            "message", tr("What you tell the&m"), tr("Your table by the river is five minutes away")
        )
        self.column.addLayout(FieldGrid(2, pain, message, letters=LETTERS_OF_TEXT))
        self.column.addWidget(
            self.make.text(
                "watering_holes",
                tr("Where they loo&k for news and talk"),
                tr("The town's Facebook groups, the page of the farmers' market"),
            )
        )

    def _add_persona(self) -> None:
        self.persona = Fold(tr("A typical person"))
        for name, (caption, example) in _persona().items():
            field = self.make.text(f"persona.{name}", caption, example)
            self.persona.column.addWidget(field)
        self.column.addWidget(self.persona)

    def _add_community(self) -> None:
        formats = self.page.session.formats
        self.community = Fold(tr("Their community"))
        self.members = self.make.number(
            "members",
            tr("Members"),
            "1,200",
            show=lambda members: formats.number(Decimal(members)),
            range_text=tr("A whole number of people, please."),
        )
        self.active = self.make.number(
            "active_target_percent",
            tr("To create something, in %"),
            "1",
            range_text=tr("A share from 0 to 100 %, please."),
        )
        self.community_note = Label(tone="muted")
        self.community.column.addLayout(FieldRow((self.members, 1), (self.active, 1)))
        self.community.column.addWidget(self.community_note)
        self.column.addWidget(self.community)


def _persona() -> dict[str, tuple[str, str]]:
    """Return caption and example of each text of a persona. Source: C4."""
    return {
        "demographics": (
            tr("Age, family, work, home"),
            tr("34, two small children, part-time in the town hall, five minutes away"),
        ),
        "psychographics": (
            tr("Likes, habits, character"),
            tr("Curious, loyal once she knows you, plans her weekends on Thursday"),
        ),
        "online_behaviour": (
            tr("What the person does online"),
            tr("Looks at Facebook before work and in the evening"),
        ),
        "values": (tr("What counts"), tr("Local food, time with the family")),
        "challenges": (tr("What is hard"), tr("Little time, and a tight budget")),
    }


def _place() -> PartPlace[Audience]:
    return PartPlace(
        "audience",
        tr("Edit audience"),
        lambda plan: plan.audiences,
        lambda plan, audiences: plan.replace(audiences=audiences),
        lambda part_id: Audience(id=part_id),
    )
