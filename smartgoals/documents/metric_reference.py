"""Which metric of a plan somebody means: by its id, its number, its name or a beginning of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.domain.text import fold
from smartgoals.language import tr
from smartgoals.words.names import metric_name

if TYPE_CHECKING:
    from smartgoals.domain.metric import Metric
    from smartgoals.domain.plan import Plan
    from smartgoals.formats import Formats


class MetricReferenceError(LookupError):
    """No metric is meant, or several; as a string, the sentence that names those there are."""


def find_metric(plan: Plan, reference: str, formats: Formats) -> Metric:
    """Return the metric that the text means.

    An id goes first, then a whole name, then the number of its place from 1, then the beginning
    of a name, then that of a word in it, when it fits only one; case and accents do not matter.

    Raises:
        MetricReferenceError: none or several fit.
    """
    text = reference.strip()
    wanted = fold(text)
    names = {metric.id: fold(metric_name(metric)) for metric in plan.metrics}
    ways = (
        [metric for metric in plan.metrics if metric.id == text],
        [metric for metric in plan.metrics if wanted and names[metric.id] == wanted],
        _of_number(plan, text),
        [metric for metric in plan.metrics if wanted and names[metric.id].startswith(wanted)],
        [metric for metric in plan.metrics if wanted and f" {wanted}" in names[metric.id]],
    )
    found: list[Metric] = next(filter(None, ways), [])
    if len(found) == 1:
        return found[0]
    raise MetricReferenceError(_sentence(plan, reference.strip(), formats, several=bool(found)))


def _of_number(plan: Plan, text: str) -> list[Metric]:
    if text.isascii() and text.isdecimal() and 0 < int(text) <= len(plan.metrics):
        return [plan.metrics[int(text) - 1]]
    return []


def _sentence(plan: Plan, reference: str, formats: Formats, *, several: bool) -> str:
    names = formats.listed(
        tr("“{name}”").format(name=metric_name(metric) or metric.id) for metric in plan.metrics
    )
    if not names:
        return tr("The plan has no metrics yet.")
    if several:
        sentence = tr("Several metrics are called “{text}”; the plan has {names}.")
    else:
        sentence = tr("The plan has no metric “{text}”; it has {names}.")
    return sentence.format(text=reference, names=names)
