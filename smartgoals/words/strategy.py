"""Sentences of the optional pages: what was heard, whom it concerns, what it takes and brings."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoals.domain.audience import (
    heard_share_of_voice,
    is_unusually_active,
    one_nine_ninety,
    share_of_voice,
)
from smartgoals.domain.content import (
    HEADLINES_WANTED,
    cadence_hours,
    cadence_price,
    content_hours,
    conversation_hours,
    headline_count,
)
from smartgoals.domain.money import money
from smartgoals.domain.rounding import half_up
from smartgoals.domain.timeframe import plan_weeks
from smartgoals.language import ngettext, tr

if TYPE_CHECKING:
    from smartgoals.domain.plan import Plan
    from smartgoals.domain.strategy import Audience, Cadence, Listener, Listening
    from smartgoals.formats import Formats


def community_text(audience: Audience, formats: Formats) -> str:
    """Return who of the members creates, comments and reads; blank without members.

    Source: A5.1.
    """
    if audience.members is None:
        return ""
    found = one_nine_ninety(audience.members)
    numbers = (found.creators, found.commenters, found.readers)
    shown = [formats.number(Decimal(number)) for number in numbers]
    return tr(
        "As a rule {creators} of them create something, {commenters} comment and "
        "{readers} only read."
    ).format(creators=shown[0], commenters=shown[1], readers=shown[2])


def activity_text(audience: Audience, formats: Formats) -> str:
    """Return what the share of active members comes to, with a note above 1 %; may be blank."""
    share = audience.active_target_percent
    if share is None:
        return ""
    sentences = []
    if audience.members is not None:
        active = formats.number(Decimal(half_up(audience.members * share / 100)))
        sentences.append(tr("That would be {active} people.").format(active=active))
    if is_unusually_active(audience):
        sentences.append(
            tr("More than 1 % is rare: it takes a small, keen group and a good reason to join in.")
        )
    return " ".join(sentences)


def listener_name(listener: Listener, listening: Listening) -> str:
    """Return "Us", the competitor's name, or that it has none yet."""
    if listener.id == listening.us.id:
        return tr("Us")
    return listener.name.strip() or tr("Competitor without a name")


def voice_share_text(listener: Listener, listening: Listening, formats: Formats) -> str:
    """Return the share of voice of us or of a competitor, "–" while it is not known."""
    if listener.mentions is None or heard_share_of_voice(listening) is None:
        return "–"
    share = share_of_voice(listener.mentions, _mentions(listening))
    return "–" if share is None else _percent(share, formats)


def share_of_voice_text(listening: Listening, formats: Formats) -> str:
    """Return our share of voice with its numbers, or what it still needs. Source: A2.1."""
    ours = listening.us.mentions
    share = heard_share_of_voice(listening)
    if share is not None:
        return tr("Your share of voice is {share}: {ours} of {all} mentions.").format(
            share=_percent(share, formats),
            ours=formats.number(ours),
            all=formats.number(_mentions(listening)),
        )
    if ours is None:
        return tr("Count how often you are mentioned, and your share of voice appears here.")
    if all(competitor.mentions is None for competitor in listening.competitors):
        return tr("Count the mentions of one competitor too, and your share of voice appears here.")
    return tr("Nobody was mentioned, so there is no share of voice yet.")


def cadence_text(cadence: Cadence, plan: Plan, formats: Formats) -> str:
    """Return the price and the hours of a cadence as sums; blank while both lack numbers.

    Source: A8, S5.
    """
    weeks = plan_weeks(plan.start, plan.due)
    lines = []
    total = cadence_price(cadence, weeks)
    if total is not None and weeks is not None:
        lines.append(
            tr("{posts} a week × {weeks} × {price} = {total}").format(
                posts=formats.number(cadence.posts_per_week),
                weeks=weeks_text(weeks, formats),
                price=formats.money(cadence.price_per_post, plan.currency),
                total=formats.money(total, plan.currency),
            )
        )
    elif cadence.price_per_post is not None and weeks is None:
        lines.append(tr("the whole price follows from start and due"))
    hours = cadence_hours(cadence)
    if hours is not None:
        lines.append(tr("{hours} a week").format(hours=formats.hours(hours)))
    return " · ".join(lines)


def cadences_text(plan: Plan, formats: Formats) -> str:
    """Return what all cadences take together, against the budget; blank when not known."""
    hours = content_hours(plan.content)
    price = money(plan).cadence_budget
    parts = []
    if price is not None:
        parts.append(formats.money(price, plan.currency))
    if hours is not None:
        parts.append(tr("{hours} a week").format(hours=formats.hours(hours)))
    text = tr("Together {sums}.").format(sums=formats.listed(parts)) if parts else ""
    if price is not None and plan.budget is not None and price > plan.budget:
        over = tr("That is {over} more than the budget of {budget}.").format(
            over=formats.money(price - plan.budget, plan.currency),
            budget=formats.money(plan.budget, plan.currency),
        )
        return f"{text} {over}"
    return text


def headlines_text(plan: Plan, formats: Formats) -> str:
    """Return how many headlines are written of the 25 that are wanted. Source: A8."""
    count = headline_count(plan.content)
    shown, wanted = formats.number(Decimal(count)), formats.number(Decimal(HEADLINES_WANTED))
    if count < HEADLINES_WANTED:
        return tr("{count} of {wanted} headlines").format(count=shown, wanted=wanted)
    return ngettext(
        "{count} headline, enough to begin with", "{count} headlines, enough to begin with", count
    ).format(count=shown)


def conversation_text(plan: Plan, formats: Formats) -> str:
    """Return the hours of the three slots together, against the hours there are. Source: A10."""
    hours = conversation_hours(plan.message)
    there_are = plan.hours_per_week
    if hours is None:
        return tr("Note the hours: they are part of what the plan costs.")
    shown = formats.hours(hours)
    if there_are is None:
        return tr("Together {hours} a week.").format(hours=shown)
    if hours > there_are:
        return tr("Together {hours} a week; there are {there_are} for everything.").format(
            hours=shown, there_are=formats.hours(there_are)
        )
    return tr("Together {hours} of the {there_are} a week that there are.").format(
        hours=shown, there_are=formats.hours(there_are)
    )


def weeks_text(weeks: Decimal, formats: Formats) -> str:
    """Return the weeks with their word, "13 weeks"."""
    count = int(weeks) if weeks == int(weeks) else 2
    return ngettext("{weeks} week", "{weeks} weeks", count).format(weeks=formats.number(weeks))


def _percent(share: Decimal, formats: Formats) -> str:
    """Return the share, 0 to 1, in percent with one decimal at most."""
    return formats.percent(Decimal(half_up(share * 1000)) / 10)


def _mentions(listening: Listening) -> Decimal:
    """Return all mentions that were heard."""
    everybody = (listening.us, *listening.competitors)
    return sum((each.mentions for each in everybody if each.mentions is not None), Decimal(0))
