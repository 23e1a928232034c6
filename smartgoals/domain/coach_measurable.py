"""M of SMART: are there numbers with a start, a target and a place to read them?"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoals.domain.assessment import Reason, ReasonCode
from smartgoals.domain.metric_gaps import target_fault
from smartgoals.domain.terms import Verdict
from smartgoals.domain.word_lists import phrase_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smartgoals.domain.metric import Metric
    from smartgoals.domain.plan import Plan
    from smartgoals.domain.word_lists import WordList

_LIKES = frozenset({"m07", "m32"})
"""The metrics of the library that count likes."""


def judge_measurable(plan: Plan, words: WordList) -> Iterator[Reason]:
    """Yield the reasons for M: it fails without metric or target, hints at likes alone."""
    if not plan.metrics:
        yield Reason(ReasonCode.NO_METRIC, "metrics", Verdict.FAIL)
        return
    for metric in plan.metrics:
        yield from _lacks(metric)
    if all(_counts_likes(metric, words) for metric in plan.metrics):
        yield Reason(ReasonCode.LIKES_ALONE, "metrics", Verdict.HINT)
    count = Decimal(len(plan.metrics))
    yield Reason(ReasonCode.MEASURED, "metrics", Verdict.PASS, numbers=(("metrics", count),))


def _lacks(metric: Metric) -> Iterator[Reason]:
    if metric.target is None:
        yield _reason(metric, ReasonCode.NO_TARGET, "target", Verdict.FAIL)
    if not metric.has_baseline:
        yield _reason(metric, ReasonCode.NO_BASELINE, "baseline", Verdict.HINT)
    if fault := target_fault(metric):
        misfit = _reason(metric, ReasonCode.TARGET_MISFIT, "target", Verdict.HINT)
        yield replace(misfit, fault=fault)
    if not metric.source.strip():
        yield _reason(metric, ReasonCode.NO_SOURCE, "source", Verdict.HINT)


def _counts_likes(metric: Metric, words: WordList) -> bool:
    if metric.name.strip():
        return any(phrase in words.likes for phrase in _parts(phrase_of(metric.name)))
    return metric.library_id in _LIKES


def _parts(phrase: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for start in range(len(phrase)):
        for end in range(start + 1, len(phrase) + 1):
            yield phrase[start:end]


def _reason(metric: Metric, code: ReasonCode, name: str, verdict: Verdict) -> Reason:
    field = f"metric.{metric.id}.{name}"
    return Reason(code, field, verdict, subject=metric.name.strip(), metric=metric)
