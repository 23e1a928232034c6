"""A of SMART: can it be done with the hours and means that there are?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.domain.assessment import Reason, ReasonCode
from smartgoals.domain.capacity import capacity
from smartgoals.domain.terms import Verdict
from smartgoals.domain.word_lists import phrase_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from smartgoals.domain.capacity import Capacity
    from smartgoals.domain.plan import Plan
    from smartgoals.domain.word_lists import Phrase, WordList

_LONGEST_YES = 12
_LONGEST_UNCASED_YES = 4
_LONGEST_ANSWER = 60
"""Characters of a single word, and of several answers, that are no evidence.

Scripts without case put more into each character.
"""


def judge_achievable(plan: Plan, words: WordList) -> Iterator[Reason]:
    """Yield the reasons for A: it hints at a bare "yes", fails when the hours do not fit."""
    result = capacity(plan)
    if result.over is not None:
        yield _hours(ReasonCode.OVER_CAPACITY, Verdict.FAIL, result)
    elif result.available is not None and result.planned:
        yield _hours(ReasonCode.HOURS_FIT, Verdict.PASS, result)
    if is_bare_yes(plan.achievable, words):
        yield Reason(ReasonCode.BARE_YES, "achievable", Verdict.HINT)
    elif plan.achievable.strip():
        yield Reason(ReasonCode.EVIDENCE, "achievable", Verdict.PASS)
    elif result.available is None or not result.planned:
        yield Reason(ReasonCode.NO_EVIDENCE, "achievable", Verdict.HINT)


def is_bare_yes(text: str, words: WordList) -> bool:
    """Return whether the text says no more than yes: known answers, one short word, or a sign."""
    phrase = phrase_of(text)
    if not phrase:
        return bool(text.strip())
    longest = _LONGEST_UNCASED_YES if text.lower() == text.upper() else _LONGEST_YES
    if len(phrase) == 1 and len(text.strip()) <= longest:
        return True
    return len(text) <= _LONGEST_ANSWER and _is_made_of(phrase, words.yes)


def _is_made_of(phrase: Phrase, answers: frozenset[Phrase]) -> bool:
    """Return whether the phrase is nothing but answers, one after the other."""
    return not phrase or any(
        phrase[: len(answer)] == answer and _is_made_of(phrase[len(answer) :], answers)
        for answer in answers
    )


def _hours(code: ReasonCode, verdict: Verdict, result: Capacity) -> Reason:
    amounts: list[tuple[str, Decimal | None]] = [
        ("planned", result.planned),
        ("available", result.available),
        ("over", result.over),
    ]
    return Reason(
        code,
        "hours_per_week",
        verdict,
        words=tuple(tactic.name.strip() for tactic in result.to_park),
        numbers=tuple((name, amount) for name, amount in amounts if amount is not None),
    )
