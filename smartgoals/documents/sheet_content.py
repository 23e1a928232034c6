"""The pages of the goal sheet on what is said, where it is published, and what it brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.documents.sheet_parts import Column, named, pairs, section, table
from smartgoals.domain.catalogue import catalogue
from smartgoals.domain.terms import Step
from smartgoals.language import tr
from smartgoals.words.catalogue import entry_name_of
from smartgoals.words.money import UNKNOWN, money_figures, time_cost_text
from smartgoals.words.names import step_name
from smartgoals.words.strategy import cadence_text, cadences_text, conversation_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from smartgoals.documents.exporter import ExportContext
    from smartgoals.documents.sheet_parts import Block, Content, Section, Table
    from smartgoals.domain.catalogue_entries import Entry
    from smartgoals.domain.plan import Plan
    from smartgoals.domain.strategy import Cadence, ChannelPlan, Headline
    from smartgoals.formats import Formats


def message_sections(plan: Plan, context: ExportContext) -> tuple[Section, ...]:
    """Return what the plan says and how it sounds. Source: A7, C6, C8, A10."""
    message, formats = plan.message, context.formats
    slots = (message.listening_hours, message.posting_hours, message.replying_hours)
    return section(
        step_name(Step.MESSAGE),
        pairs(
            (
                (tr("Why fans buy"), "\n".join(message.fan_answers)),
                (tr("The message"), message.simple_message),
                (tr("Our one thing"), message.one_thing),
                (tr("How we are human"), message.human),
                (tr("Answering criticism"), message.criticism),
                (tr("We reply within"), formats.hours(message.reply_hours)),
                (tr("Time to listen"), _hours_a_week(message.listening_hours, formats)),
                (tr("Time to post"), _hours_a_week(message.posting_hours, formats)),
                (tr("Time to reply"), _hours_a_week(message.replying_hours, formats)),
                (
                    tr("Conversation"),
                    conversation_text(plan, formats) if any(s is not None for s in slots) else "",
                ),
            )
        ),
    )


def content_sections(plan: Plan, context: ExportContext) -> tuple[Section, ...]:
    """Return what is published where. Source: A8, A9, C7, C1."""
    content, lists = plan.content, catalogue()
    channels = [block for channel in content.channels for block in _channel(channel)]
    return section(
        step_name(Step.CONTENT),
        _cadences(plan, context.formats),
        tuple(channels),
        pairs(
            (
                (tr("Tools as content"), _names(lists.tools, content.tool_ids)),
                (tr("Own pages"), _names(lists.pages, content.page_ids)),
                (tr("Ways to spread it"), _names(lists.routes, content.route_ids)),
                (tr("Who takes part"), _names(lists.functions, content.involved_ids)),
                (tr("Moderates reviews"), content.moderator),
            ),
            tr("On all channels"),
        ),
        _headlines(content.headlines),
    )


def money_sections(plan: Plan, context: ExportContext) -> tuple[Section, ...]:
    """Return costs, return and what follows from them. Source: A11."""
    given, formats = plan.money, context.formats
    kpi = entry_name_of(catalogue().kpis, given.kpi_id) if given.kpi_id else ""
    return section(
        step_name(Step.MONEY),
        _costs(plan, formats),
        pairs(
            (
                (tr("Your time"), time_cost_text(plan, formats)),
                (tr("Stand-in number"), kpi),
                (tr("One unit"), given.unit_name),
                (tr("Value of one unit"), formats.money(given.unit_value, plan.currency)),
                (tr("Units expected"), formats.number(given.expected_units)),
            )
        ),
        _figures(plan, formats),
    )


def _hours_a_week(hours: Decimal | None, formats: Formats) -> str:
    return "" if hours is None else tr("{hours} a week").format(hours=formats.hours(hours))


def _cadences(plan: Plan, formats: Formats) -> tuple[Block, ...]:
    columns = (
        Column(tr("What"), share=1),
        Column(tr("Channel")),
        Column(tr("Posts a week"), is_number=True),
        Column(tr("Hours a post"), is_number=True),
        Column(tr("Price a post"), is_number=True),
        Column(tr("Together")),
    )
    rows = [_cadence(cadence, plan, formats) for cadence in plan.content.cadences]
    total = cadences_text(plan, formats) if len(rows) > 1 else ""
    return (
        *table(columns, [row for row in rows if any(row)]),
        *pairs(((tr("All posts"), total),)),
    )


def _cadence(cadence: Cadence, plan: Plan, formats: Formats) -> tuple[Content, ...]:
    return (
        cadence.what.strip(),
        cadence.channel.strip(),
        formats.number(cadence.posts_per_week),
        formats.number(cadence.hours_per_post),
        formats.money(cadence.price_per_post, plan.currency),
        cadence_text(cadence, plan, formats),
    )


def _channel(channel: ChannelPlan) -> tuple[Block, ...]:
    facts = (
        (tr("Why we are there"), channel.reason),
        (tr("For whom"), channel.audience),
        (tr("What we post"), channel.content),
        (tr("What it takes"), channel.resources),
        (tr("Measured by"), channel.measure),
    )
    name = channel.channel.strip()
    return named(name, pairs(facts, name or tr("Channel without name")))


def _headlines(headlines: Iterable[Headline]) -> tuple[Table, ...]:
    columns = (
        Column(tr("No."), is_number=True),
        Column(tr("Headline"), share=2),
        Column(tr("Topic"), share=1),
    )
    topics = catalogue().topics
    written = (headline for headline in headlines if headline.text.strip())
    rows = [
        (
            str(place),
            headline.text.strip(),
            entry_name_of(topics, headline.topic_id) if headline.topic_id else "",
        )
        for place, headline in enumerate(written, start=1)
    ]
    return table(columns, rows, tr("Headlines"))


def _names(entries: tuple[Entry, ...], ids: Iterable[str]) -> str:
    return ", ".join(entry_name_of(entries, each) for each in ids)


def _costs(plan: Plan, formats: Formats) -> tuple[Table, ...]:
    columns = (Column(tr("Cost")), Column(tr("Amount"), is_number=True))
    rows = [
        (
            entry_name_of(catalogue().costs, cost.kind_id),
            formats.money(cost.amount, plan.currency),
        )
        for cost in plan.money.costs
        if cost.amount is not None
    ]
    return table(columns, rows)


def _figures(plan: Plan, formats: Formats) -> tuple[Table, ...]:
    columns = (
        Column(tr("Result")),
        Column(tr("Number"), is_number=True),
        Column("", share=1),
    )
    rows = [
        (figure.name, figure.number, figure.meaning)
        for figure in money_figures(plan, formats)
        if figure.number != UNKNOWN
    ]
    return table(columns, rows)
