"""Whatever she fills in is on the goal sheet, and in the plan as text and Markdown."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pypdf import PdfReader

from smartgoals.documents.goal_sheet import goal_sheet_pdf
from smartgoals.documents.markdown import markdown
from smartgoals.documents.plain_text import plain_text
from smartgoals.domain.plan import Obstacle, Plan
from smartgoals.domain.strategy import (
    Audience,
    Cadence,
    ChannelPlan,
    ContentPlan,
    Headline,
    Influence,
    Influencer,
    Listener,
    Listening,
)
from smartgoals.domain.tactic import Tactic
from tests.documents.contexts import context
from tests.storage.filled import filled

FORMS = {
    "sheet": lambda plan: "".join(
        page.extract_text() for page in PdfReader(io.BytesIO(goal_sheet_pdf(plan, context()))).pages
    ),
    "markdown": lambda plan: markdown(plan, context()),
    "text": lambda plan: plain_text(plan, context()),
}
NOT_PRINTED = re.compile(r"(^|_)ids?-|^currency|^field-|^text-|^label-|^(old|new|why)-")
"""Identifiers of entries, unread texts, and the former values that the history keeps."""

LITTLE = Plan(
    obstacles=(Obstacle(if_text="rain-1"), Obstacle(then_text="tent-2")),
    tactics=(Tactic(owners=("Ana-3",)), Tactic(name="write-4")),
    audiences=(Audience(role="cooks-5"), Audience(geography="Hull-6")),
    listening=Listening(
        competitors=(Listener(name="bakery-7"),),
        influencers=(
            Influencer(name="Maja-8"),
            Influencer(channel="Radio-9"),
            Influencer(note="asked-10"),
            Influencer(measures=(Influence(measure_id="A4.1-followers", value=20_011),)),
        ),
    ),
    content=ContentPlan(
        cadences=(Cadence(what="tips-12"), Cadence(channel="Blog-13")),
        headlines=(Headline(text="rolls-14"),),
        channels=(ChannelPlan(channel="Pinterest-15"), ChannelPlan(reason="fun-16")),
        moderator="Jo-17",
    ),
)


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts(each)
    elif isinstance(value, str) and re.search(r"[A-Za-z_]-[0-9]+$", value):
        yield value


def lost(plan: Plan, form: str) -> list[str]:
    shown = re.sub(r"[\s\\\u200b\u2060\u00ad]", "", FORMS[form](plan))
    content = plan.model_dump(mode="json", exclude={"metrics": {"__all__": {"unit"}}})
    wanted = [text for text in texts(content) if not NOT_PRINTED.search(text)]
    assert len(wanted) > 10
    return [text for text in wanted if text not in shown]


@pytest.mark.parametrize("form", FORMS)
def test_what_stands_alone_is_printed_too(form: str) -> None:
    assert lost(LITTLE, form) == []


@pytest.mark.parametrize("form", FORMS)
def test_every_text_of_a_full_plan_is_printed(form: str) -> None:
    plan = filled(Plan).replace(served_goal=0, adjustments=())
    # Her own sentence stands for the strategy, and we have no other name than the brand.
    us = plan.listening.us.replace(name="")
    plan = plan.replace(strategy="", listening=plan.listening.replace(us=us))
    assert lost(plan, form) == []
