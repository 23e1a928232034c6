"""What a check-in came to, in the one sentence that the command line prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.language import tr
from smartgoals.words.names import metric_name
from smartgoals.words.standing import expected_text, needed_text, now_text, standing_text

if TYPE_CHECKING:
    from smartgoals.domain.progress import MetricProgress
    from smartgoals.formats import Formats


def entered_text(progress: MetricProgress, formats: Formats, currency: str = "") -> str:
    """Return where the metric stands by its latest check-in, as far as it is known."""
    facts = {
        "metric": metric_name(progress.metric) or tr("Metric without name"),
        "current": now_text(progress, formats, currency),
        "standing": standing_text(progress, formats),
        "expected": expected_text(progress, formats, currency),
        "needed": needed_text(progress, formats, currency),
    }
    if progress.expected is None:
        return tr("{metric}: it is {current} now: {standing}.").format(**facts)
    if not progress.needed_per_week:
        return tr("{metric}: today it should be {expected}, it is {current}: {standing}.").format(
            **facts
        )
    return tr(
        "{metric}: today it should be {expected}, it is {current}: {standing}; "
        "from here {needed} a week."
    ).format(**facts)
