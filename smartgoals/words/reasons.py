"""Why: what the coach says of each letter, and where to find the other reasons."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoals.domain.assessment import ReasonCode
from smartgoals.domain.gap import Gap
from smartgoals.domain.rounding import half_up
from smartgoals.domain.terms import Verdict
from smartgoals.language import ngettext, tr
from smartgoals.words.capacity import capacity_text, hours_text
from smartgoals.words.format_errors import format_error_text
from smartgoals.words.gaps import gap_name, gap_text
from smartgoals.words.names import inline_name, short
from smartgoals.words.realism import comparison_text, realism_text

if TYPE_CHECKING:
    from smartgoals.domain.assessment import Reason
    from smartgoals.domain.gap import GapCode
    from smartgoals.domain.metric import Metric
    from smartgoals.formats import Formats

__all__ = [
    "capacity_text",
    "format_error_text",
    "gap_name",
    "gap_text",
    "realism_text",
    "reason_text",
]

_MOST_WORDS = 3
_MOST_ANCHORS = 2
_MOST_TO_PARK = 5
"""Tactics that the coach names; the reality check names all."""
_NOTHING = Decimal(0)


def reason_text(reason: Reason, formats: Formats, currency: str = "") -> str:
    """Return the reason as a sentence: what, why, and what to do about it."""
    if reason.realism is not None and reason.metric is not None:
        text = ""
        if reason.verdict is Verdict.PASS:
            text = comparison_text(reason.realism, reason.metric, formats, currency)
        return text or realism_text(reason.realism, reason.metric, formats, currency)
    if reason.code in {ReasonCode.OVER_CAPACITY, ReasonCode.HOURS_FIT}:
        planned, available = reason.number("planned"), reason.number("available")
        to_park = reason.words[:_MOST_TO_PARK]
        return hours_text(planned or _NOTHING, available, to_park, formats)
    if reason.code in {ReasonCode.MEASURED, ReasonCode.TIME_SET}:
        return _counted(reason, formats)
    if reason.fault is not None and reason.metric is not None:
        return _fault_text(reason.fault, reason.field, reason.metric, formats)
    name = inline_name(reason.metric, formats) if reason.metric is not None else reason.subject
    return _sentences()[reason.code].format(
        words=_words(reason, formats), name=short(name, 60) or tr("this metric")
    )


def _fault_text(fault: GapCode, field: str, metric: Metric, formats: Formats) -> str:
    """Say of a target what the review and the note beside its field say."""
    library_id = metric.library_id or ""
    gap = Gap(fault, field, subject=metric.name.strip(), library_id=library_id)
    return gap_text(gap, formats)


def _words(reason: Reason, formats: Formats) -> str:
    shown = reason.words[: _MOST_ANCHORS if reason.code is ReasonCode.SPECIFIC else _MOST_WORDS]
    return formats.listed(tr("“{text}”").format(text=short(word)) for word in shown)


def _counted(reason: Reason, formats: Formats) -> str:
    _, amount = reason.numbers[0]
    count = half_up(amount)
    if reason.code is ReasonCode.MEASURED:
        text = ngettext(
            "{number} number with a start, a target and a place to read it.",
            "{number} numbers, each with a start, a target and a place to read it.",
            count,
        )
    elif amount < 1:
        return tr("Less than a week from start to due.")
    elif amount == count:
        text = ngettext(
            "{number} week from start to due.", "{number} weeks from start to due.", count
        )
    else:
        text = ngettext(
            "About {number} week from start to due.",
            "About {number} weeks from start to due.",
            count,
        )
    return text.format(number=formats.number(Decimal(count)))


def _sentences() -> dict[ReasonCode, str]:
    return {
        ReasonCode.NOTHING_SAID: tr("Say in one sentence what you want to reach."),
        ReasonCode.VAGUE_WORDS: tr(
            "{words} can mean anything. Say how much, for whom, where or by when."
        ),
        ReasonCode.NOBODY_NOWHERE: tr("Say for whom, where or on which channel."),
        ReasonCode.SPECIFIC: tr("It is clear whom or where you mean: {words}."),
        ReasonCode.NO_METRIC: tr("Pick one number that will show whether it worked."),
        ReasonCode.NO_TARGET: tr("Say which number {name} is to reach."),
        ReasonCode.NO_BASELINE: tr("Say where {name} stands now, or that it is not known yet."),
        ReasonCode.NO_SOURCE: tr("Say where {name} is read, so that anybody can check it."),
        ReasonCode.TARGET_MISFIT: tr(
            "The target of {name} does not lead in the direction you chose; look at it again."
        ),
        ReasonCode.LIKES_ALONE: tr(
            "Likes alone say little. Put a number beside them that shows interest, "
            "such as link clicks."
        ),
        ReasonCode.BARE_YES: tr(
            "A yes is a beginning: say what you have already that makes it possible."
        ),
        ReasonCode.NO_EVIDENCE: tr(
            "Say what makes it possible: the time, the people and the things you have."
        ),
        ReasonCode.EVIDENCE: tr("You say what makes it possible."),
        ReasonCode.NO_REASON: tr(
            "Say why it can work in this time and with this money, or add 4 recent values "
            "to compare with."
        ),
        ReasonCode.REASON_GIVEN: tr("You say why it can work."),
        ReasonCode.EXPLAINED: tr("You say what will be different for {name}."),
        ReasonCode.NO_START: tr("Say when you begin."),
        ReasonCode.NO_DUE: tr("Say by when it is to be reached."),
        ReasonCode.DUE_BEFORE_START: tr("The due date lies before the start; change one of them."),
    }
