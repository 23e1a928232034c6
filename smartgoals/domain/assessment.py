"""What the coach says of one letter, and why."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from smartgoals.domain.terms import Letter, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartgoals.domain.gap import GapCode
    from smartgoals.domain.metric import Metric
    from smartgoals.domain.realism import RealismResult

_WORST_FIRST = (Verdict.FAIL, Verdict.HINT, Verdict.PASS)


class ReasonCode(StrEnum):
    """Why a letter passes, deserves another look or fails."""

    NOTHING_SAID = "nothing_said"
    VAGUE_WORDS = "vague_words"
    NOBODY_NOWHERE = "nobody_nowhere"
    """No audience, place or channel."""
    SPECIFIC = "specific"

    NO_METRIC = "no_metric"
    NO_TARGET = "no_target"
    NO_BASELINE = "no_baseline"
    NO_SOURCE = "no_source"
    TARGET_MISFIT = "target_misfit"
    """Equal to the baseline, against the direction, or impossible."""
    LIKES_ALONE = "likes_alone"
    MEASURED = "measured"

    OVER_CAPACITY = "over_capacity"
    BARE_YES = "bare_yes"
    NO_EVIDENCE = "no_evidence"
    HOURS_FIT = "hours_fit"
    EVIDENCE = "evidence"

    NO_REASON = "no_reason"
    NOT_REALISTIC = "not_realistic"
    STRETCH = "stretch"
    STRETCH_EXPLAINED = "stretch_explained"
    BELOW_TREND = "below_trend"
    NO_PACE = "no_pace"
    AGAINST_GOAL = "against_goal"
    NOT_ENOUGH_HISTORY = "not_enough_history"
    NO_HISTORY = "no_history"
    WITHIN_PACE = "within_pace"
    REASON_GIVEN = "reason_given"
    EXPLAINED = "explained"
    """There is no history, but it is said what will be different."""

    NO_START = "no_start"
    NO_DUE = "no_due"
    DUE_BEFORE_START = "due_before_start"
    TIME_SET = "time_set"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, the field that it means and the facts that it names."""

    code: ReasonCode
    field: str
    """Such as ``due`` or ``metric.<id>.target``."""
    verdict: Verdict
    subject: str = ""
    """The user's own name of the metric; may be blank."""
    words: tuple[str, ...] = ()
    """Words of the user's text, or names of tactics."""
    numbers: tuple[tuple[str, Decimal], ...] = ()
    metric: Metric | None = None
    realism: RealismResult | None = None
    fault: GapCode | None = None
    """What does not fit about a target."""

    def number(self, name: str) -> Decimal | None:
        """Return the number of that name, or None."""
        return dict(self.numbers).get(name)


@dataclass(frozen=True, slots=True)
class Assessment:
    """The verdict on one letter; the reasons come worst first and are never none."""

    letter: Letter
    verdict: Verdict
    reasons: tuple[Reason, ...]


def assess(letter: Letter, reasons: Iterable[Reason]) -> Assessment:
    """Return the assessment that follows from the reasons: their worst verdict.

    What speaks for the letter is left out as soon as something speaks against it.
    """
    ordered = sorted(reasons, key=lambda reason: _WORST_FIRST.index(reason.verdict))
    worst = ordered[0].verdict
    if worst is not Verdict.PASS:
        ordered = [reason for reason in ordered if reason.verdict is not Verdict.PASS]
    return Assessment(letter, worst, tuple(ordered))
