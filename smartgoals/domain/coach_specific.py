"""S of SMART: is it said what is wanted, for whom, where or on which channel?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smartgoals.domain.assessment import Reason, ReasonCode
from smartgoals.domain.catalogue import catalogue
from smartgoals.domain.terms import Verdict
from smartgoals.domain.vague_words import find_vague
from smartgoals.domain.word_lists import phrase_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartgoals.domain.plan import Plan
    from smartgoals.domain.word_lists import WordList

_SHORTEST_PLATFORM = 2


def judge_specific(plan: Plan, words: WordList) -> Iterator[Reason]:
    """Yield the reasons for S: it fails with vague words and no audience, place or channel.

    The specific text is judged; while it is blank, the broad goal in its place.
    """
    field = "specific" if plan.specific.strip() else "broad_goal"
    text: str = getattr(plan, field)
    if not text.strip():
        yield Reason(ReasonCode.NOTHING_SAID, "broad_goal", Verdict.FAIL)
        return
    anchors = tuple(_anchors(plan, text))
    vague = find_vague(text, words.vague, _names(plan))
    missing = Verdict.FAIL if vague and not anchors else Verdict.HINT
    if vague:
        yield Reason(ReasonCode.VAGUE_WORDS, field, missing, words=vague)
    if not anchors:
        yield Reason(ReasonCode.NOBODY_NOWHERE, "audience", missing)
    if anchors and not vague:
        yield Reason(ReasonCode.SPECIFIC, field, Verdict.PASS, words=anchors)


def _anchors(plan: Plan, text: str) -> Iterator[str]:
    """Yield the audience, the place and the channels that the plan names."""
    texts = [plan.audience, plan.place, *(metric.channel for metric in plan.metrics)]
    for audience in plan.audiences:
        texts += [audience.role, audience.geography]
    texts += [channel.channel for channel in plan.content.channels]
    yield from dict.fromkeys(each.strip() for each in texts if each.strip())
    said = {phrase_of(word[0]) for word in words_of(text)}
    yield from (name for name in _platform_names() if phrase_of(name) in said)


def _names(plan: Plan) -> list[str]:
    return [
        plan.brand,
        *(metric.channel for metric in plan.metrics),
        *(competitor.name for competitor in plan.listening.competitors),
        *_platform_names(),
    ]


def _platform_names() -> list[str]:
    """Return the one-word names of the platforms; "X" alone could be anything."""
    names = [name for entry in catalogue().platforms for name in re.findall(r"\w+", entry.name)]
    return [name for name in names if len(name) >= _SHORTEST_PLATFORM]
