"""The pages of the goal sheet on whom the plan speaks to, and what was heard of them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoals.documents.sheet_parts import Column, named, pairs, section, table
from smartgoals.domain.catalogue import catalogue
from smartgoals.domain.strategy import Influencer
from smartgoals.domain.terms import Step
from smartgoals.language import tr
from smartgoals.words.catalogue import entry_name_of
from smartgoals.words.names import (
    breadth_name,
    buying_role_name,
    relation_name,
    rung_name,
    step_name,
)
from smartgoals.words.strategy import (
    activity_text,
    community_text,
    listener_name,
    voice_share_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartgoals.documents.exporter import ExportContext
    from smartgoals.documents.sheet_parts import Block, Content, Pairs, Section, Table
    from smartgoals.domain.plan import Plan
    from smartgoals.domain.strategy import Audience, Listener, Listening
    from smartgoals.formats import Formats


def audience_sections(plan: Plan, context: ExportContext) -> tuple[Section, ...]:
    """Return every audience, the one to serve first first. Source: T2, C4, A5, A6."""
    blocks = [
        block
        for place, audience in enumerate(plan.audiences, start=1)
        for block in _audience(audience, place, context.formats)
    ]
    return section(step_name(Step.AUDIENCE), tuple(blocks))


def listening_sections(plan: Plan, context: ExportContext) -> tuple[Section, ...]:
    """Return what was heard of us, the competitors and the influencers. Source: A2, A4."""
    listening = plan.listening
    answers = [
        block
        for listener in (listening.us, *listening.competitors)
        for block in _answers(listener, listening)
    ]
    return section(
        step_name(Step.LISTENING),
        _mentions(listening, context.formats),
        tuple(answers),
        _influencers(listening, context.formats),
    )


def _audience(audience: Audience, place: int, formats: Formats) -> Iterator[Block]:
    title = audience.role.strip() or tr("Audience {number}").format(number=place)
    members = "" if audience.members is None else formats.number(Decimal(audience.members))
    facts = [
        (tr("Where they are"), audience.geography),
        (tr("New or existing"), relation_name(audience.relation) if audience.relation else ""),
        (tr("Industries"), _industries(audience)),
        (
            tr("Users or deciders"),
            buying_role_name(audience.buying_role) if audience.buying_role else "",
        ),
        (tr("What troubles them"), audience.pain),
        (tr("What we tell them"), audience.message),
        (tr("Where they look"), audience.watering_holes),
        (tr("How well they know us"), rung_name(audience.rung) if audience.rung else ""),
        (tr("Members"), _sentences(members, community_text(audience, formats))),
        (tr("To be active"), _activity(audience, formats)),
    ]
    persona = audience.persona
    typical = [
        (tr("Age, family, income"), persona.demographics),
        (tr("What they are like"), persona.psychographics),
        (tr("What they do online"), persona.online_behaviour),
        (tr("What they value"), persona.values),
        (tr("What is hard for them"), persona.challenges),
    ]
    found = pairs(facts, title)
    person = tr("A typical person") if found else ": ".join((title, tr("a typical person")))
    yield from named(audience.role, found, pairs(typical, person))


def _industries(audience: Audience) -> str:
    breadth = breadth_name(audience.breadth) if audience.breadth else ""
    industries = audience.industries.strip()
    return f"{breadth}: {industries}" if breadth and industries else breadth or industries


def _activity(audience: Audience, formats: Formats) -> str:
    share = audience.active_target_percent
    if share is None:
        return ""
    return _sentences(formats.percent(share), activity_text(audience, formats))


def _sentences(*texts: str) -> str:
    return ". ".join(text for text in texts if text)


def _mentions(listening: Listening, formats: Formats) -> tuple[Table, ...]:
    columns = (
        Column(tr("Who"), share=1),
        Column(tr("Mentions"), is_number=True),
        Column(tr("Share of voice"), is_number=True),
    )
    rows = [
        (
            listener_name(listener, listening),
            formats.number(listener.mentions),
            voice_share_text(listener, listening, formats),
        )
        for listener in (listening.us, *listening.competitors)
        if listener.mentions is not None or _is_only_named(listener)
    ]
    return table(columns, rows)


def _is_only_named(listener: Listener) -> bool:
    return bool(listener.name.strip()) and not any(each.text.strip() for each in listener.answers)


def _answers(listener: Listener, listening: Listening) -> tuple[Pairs, ...]:
    questions = catalogue().listening_questions
    answers = ((entry_name_of(questions, each.question_id), each.text) for each in listener.answers)
    return pairs(answers, listener_name(listener, listening))


def _influencers(listening: Listening, formats: Formats) -> tuple[Table, ...]:
    columns = (
        Column(tr("Influencer"), share=1),
        Column(tr("Channel")),
        Column(tr("Measures")),
        Column(tr("Note")),
    )
    blank = Influencer()
    rows = [
        _influencer(each, formats)
        for each in listening.influencers
        if each != blank.replace(id=each.id)
    ]
    return table(columns, rows, tr("Influencers"))


def _influencer(influencer: Influencer, formats: Formats) -> tuple[Content, ...]:
    measures = catalogue().influence_measures
    values = [
        f"{entry_name_of(measures, each.measure_id)}: {formats.number(each.value)}"
        for each in influencer.measures
    ]
    notes = [tr("speaks for us already") if influencer.advocate else "", influencer.note.strip()]
    return (
        influencer.name.strip() or tr("Person without a name"),
        influencer.channel.strip(),
        "; ".join(values),
        "; ".join(note for note in notes if note),
    )
