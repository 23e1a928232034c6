"""The SMART coach: a verdict on each letter, with its reasons and the fields they mean.

Structure first, words second. It advises and never blocks. Source: S3, S7, T4, T5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.domain.assessment import Assessment, Reason, ReasonCode, assess
from smartgoals.domain.coach_achievable import judge_achievable
from smartgoals.domain.coach_measurable import judge_measurable
from smartgoals.domain.coach_realistic import judge_realistic
from smartgoals.domain.coach_specific import judge_specific
from smartgoals.domain.terms import Letter, Verdict
from smartgoals.domain.timeframe import weeks_between
from smartgoals.domain.word_lists import word_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartgoals.domain.plan import Plan

__all__ = ["Assessment", "Reason", "ReasonCode", "coach"]


def coach(plan: Plan, language: str = "en") -> tuple[Assessment, ...]:
    """Return the assessment of each letter, in the order S M A R T.

    ``language`` is the one of the user's texts; without a word list for it, structure alone
    decides.
    """
    words = word_list(language)
    return (
        assess(Letter.SPECIFIC, judge_specific(plan, words)),
        assess(Letter.MEASURABLE, judge_measurable(plan, words)),
        assess(Letter.ACHIEVABLE, judge_achievable(plan, words)),
        assess(Letter.REALISTIC, judge_realistic(plan, words)),
        assess(Letter.TIME_BOUND, _judge_time(plan)),
    )


def _judge_time(plan: Plan) -> Iterator[Reason]:
    """Yield the reasons for T: it fails without two dates in order."""
    if plan.start is None:
        yield Reason(ReasonCode.NO_START, "start", Verdict.FAIL)
    if plan.due is None:
        yield Reason(ReasonCode.NO_DUE, "due", Verdict.FAIL)
    if plan.start is None or plan.due is None:
        return
    if plan.due < plan.start:
        yield Reason(ReasonCode.DUE_BEFORE_START, "due", Verdict.FAIL)
        return
    weeks = weeks_between(plan.start, plan.due)
    yield Reason(ReasonCode.TIME_SET, "due", Verdict.PASS, numbers=(("weeks", weeks),))
