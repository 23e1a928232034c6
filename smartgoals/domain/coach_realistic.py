"""R of SMART: is there a reason to believe in it, in words or in the user's own history?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.domain.assessment import Reason, ReasonCode
from smartgoals.domain.coach_achievable import is_bare_yes
from smartgoals.domain.realism import RealismResult, plan_realism
from smartgoals.domain.terms import Realism, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from smartgoals.domain.metric import Metric
    from smartgoals.domain.plan import Plan
    from smartgoals.domain.word_lists import WordList

_COMPARED = frozenset(
    {Realism.REALISTIC, Realism.STRETCH, Realism.NOT_REALISTIC, Realism.BELOW_TREND}
)
"""The target was compared with the user's own history, which is a reason."""
_WITHOUT_HISTORY = {
    Realism.NO_HISTORY: ReasonCode.NO_HISTORY,
    Realism.NOT_ENOUGH: ReasonCode.NOT_ENOUGH_HISTORY,
}


def judge_realistic(plan: Plan, words: WordList) -> Iterator[Reason]:
    """Yield the reasons for R: it fails without any reason or with a ratio of 5 or more."""
    results = [(metric, plan_realism(plan, metric)) for metric in plan.metrics]
    has_words = bool(plan.realistic.strip()) and not is_bare_yes(plan.realistic, words)
    is_explained = any(metric.difference.strip() for metric, _ in results)
    if not has_words and not is_explained and not any(r.level in _COMPARED for _, r in results):
        yield Reason(ReasonCode.NO_REASON, "realistic", Verdict.FAIL)
    for metric, result in results:
        if result.level not in _WITHOUT_HISTORY:
            yield from _of_metric(metric, result)
    if has_words:
        yield Reason(ReasonCode.REASON_GIVEN, "realistic", Verdict.PASS)
    for metric, result in results:
        if result.level in _WITHOUT_HISTORY:
            yield _without_history(metric, result, has_words=has_words)


def _without_history(metric: Metric, result: RealismResult, *, has_words: bool) -> Reason:
    if metric.difference.strip():
        field = f"metric.{metric.id}.difference"
        name = metric.name.strip()
        return Reason(ReasonCode.EXPLAINED, field, Verdict.PASS, subject=name, metric=metric)
    return _reason(
        metric,
        result,
        _WITHOUT_HISTORY[result.level],
        "recent_values",
        Verdict.PASS if has_words else Verdict.HINT,
    )


def _of_metric(metric: Metric, result: RealismResult) -> Iterator[Reason]:
    explained = bool(metric.difference.strip())
    as_explained = Verdict.PASS if explained else Verdict.HINT
    judged = {
        Realism.REALISTIC: (ReasonCode.WITHIN_PACE, "target", Verdict.PASS),
        Realism.NOT_REALISTIC: (ReasonCode.NOT_REALISTIC, "target", Verdict.FAIL),
        Realism.BELOW_TREND: (ReasonCode.BELOW_TREND, "target", Verdict.HINT),
        Realism.NO_PACE: (ReasonCode.NO_PACE, "difference", as_explained),
        Realism.AGAINST_GOAL: (ReasonCode.AGAINST_GOAL, "difference", as_explained),
        Realism.STRETCH: (
            ReasonCode.STRETCH_EXPLAINED if explained else ReasonCode.STRETCH,
            "difference",
            as_explained,
        ),
    }.get(result.level)
    if judged is not None:
        code, name, verdict = judged
        yield _reason(metric, result, code, name, verdict)


def _reason(
    metric: Metric, result: RealismResult, code: ReasonCode, name: str, verdict: Verdict
) -> Reason:
    return Reason(
        code,
        f"metric.{metric.id}.{name}",
        verdict,
        subject=metric.name.strip(),
        numbers=tuple(_numbers(result)),
        metric=metric,
        realism=result,
    )


def _numbers(result: RealismResult) -> Iterator[tuple[str, Decimal]]:
    low, high = result.reachable or (None, None)
    for name, amount in (
        ("ratio", result.ratio),
        ("needed_pace", result.needed_pace),
        ("recent_pace", result.recent_pace),
        ("recent_average", result.recent_average),
        ("low", low),
        ("high", high),
    ):
        if amount is not None:
            yield name, amount
