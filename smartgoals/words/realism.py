"""What the user's own numbers say of a target, and what can be done about it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoals.domain.terms import Realism
from smartgoals.language import ngettext, tr
from smartgoals.words.names import inline_name, short

if TYPE_CHECKING:
    from smartgoals.domain.metric import Metric
    from smartgoals.domain.realism import RealismResult
    from smartgoals.formats import Formats

_LIMITS = (Decimal(1), Decimal("1.5"), Decimal(5))
"""The ratios between two judgements; a printed ratio stays on its side of them."""


def realism_text(
    result: RealismResult, metric: Metric, formats: Formats, currency: str = ""
) -> str:
    """Return the comparison with its numbers, what it means, and what can be done."""
    sentences = (
        comparison_text(result, metric, formats, currency),
        _advice_text(result, metric, formats, currency),
    )
    return " ".join(sentence for sentence in sentences if sentence)


def ratio_text(result: RealismResult, formats: Formats) -> str:
    """Return the ratio as "1.2", on its own side of the limits; blank where there is none."""
    return "" if result.ratio is None else formats.times(result.ratio, _LIMITS)


def comparison_text(
    result: RealismResult, metric: Metric, formats: Formats, currency: str = ""
) -> str:
    """Return the numbers of the comparison, or why there is none; blank while all is open.

    "Reach per post would have to grow by 53 a week; the growth lately was 12: 4.4 times."
    """
    sentence = _pattern(result, metric).format(
        name=short(inline_name(metric, formats), 60) or tr("this metric"),
        count=len(metric.recent_values),
        needed=_size(result.needed_pace, metric, formats, currency),
        recent=_size(result.recent_pace, metric, formats, currency),
        average=formats.rough(result.recent_average, metric.kind, currency),
        target=formats.amount(result.target, metric.kind, currency),
        ratio=ratio_text(result, formats),
    )
    return sentence if metric.name.strip() else formats.upper_first(sentence)


def _pattern(result: RealismResult, metric: Metric) -> str:
    if result.level is Realism.NO_HISTORY:
        return tr("There are no recent values of {name} to compare with.")
    if result.level is Realism.NOT_ENOUGH:
        return ngettext(
            "One recent value of {name} is too little to compare with.",
            "{count} recent values of {name} are too few to compare with.",
            len(metric.recent_values),
        )
    if result.level is Realism.OPEN:
        return ""
    return _by_size(result, metric) if result.recent_pace is None else _by_pace(result, metric)


def _by_pace(result: RealismResult, metric: Metric) -> str:
    if result.level is Realism.NO_PACE:
        return tr("{name} did not move lately, so there is no pace to compare with.")
    if metric.direction.is_stay:
        is_kept = result.level is Realism.REALISTIC
        return tr("{name}: kept up to now.") if is_kept else tr("{name}: not at that level now.")
    rises, falls = {
        Realism.AGAINST_GOAL: (
            tr("{name} went the other way lately: up by {recent} a week."),
            tr("{name} went the other way lately: down by {recent} a week."),
        ),
        Realism.BELOW_TREND: (
            tr("{name} grew by {recent} a week lately; going on like this leads further."),
            tr("{name} fell by {recent} a week lately; going on like this leads further."),
        ),
    }.get(
        result.level,
        (
            tr(
                "{name} would have to grow by {needed} a week; "
                "the growth lately was {recent}: {ratio} times."
            ),
            tr(
                "{name} would have to fall by {needed} a week; "
                "the fall lately was {recent}: {ratio} times."
            ),
        ),
    )
    return falls if result.recent_pace is not None and result.recent_pace < 0 else rises


def _by_size(result: RealismResult, metric: Metric) -> str:
    if result.level is Realism.NO_PACE:
        return tr("{name}: {average} on average lately, so there is nothing to compare with.")
    if result.ratio is None:
        return tr("{name}: {average} on average lately; the target is {target}.")
    if metric.direction.wants_more:
        return tr(
            "{name}: {average} on average lately; the target of {target} is {ratio} times that."
        )
    return tr("{name}: {average} on average lately; that is {ratio} times the target of {target}.")


def _advice_text(result: RealismResult, metric: Metric, formats: Formats, currency: str) -> str:
    low, high = (
        formats.rough(each, metric.kind, currency) for each in result.reachable or (None, None)
    )
    pattern = _advice(result, metric, is_one=low == high)
    return pattern.format(low=low, high=high)


def _advice(result: RealismResult, metric: Metric, *, is_one: bool) -> str:
    """Return what can be done; ``is_one``: what is within reach is one number, no range."""
    if result.level is Realism.STRETCH:
        return _stretch_advice(result, metric, is_one=is_one)
    if result.level in {Realism.NO_HISTORY, Realism.NOT_ENOUGH} and metric.difference.strip():
        return tr("You say what will be different.")
    if result.level is Realism.NOT_REALISTIC:
        return _nearer_advice(result, is_one=is_one)
    if result.level is Realism.BELOW_TREND:
        return _further_advice(metric, is_one=is_one)
    return {
        Realism.REALISTIC: tr("That is realistic."),
        Realism.NO_PACE: tr("Say what will be different this time."),
        Realism.AGAINST_GOAL: tr("Say what will turn it round."),
        Realism.NO_HISTORY: tr(
            "Add 4 to 12 of them, or say in your own words why the target is realistic."
        ),
        Realism.NOT_ENOUGH: tr("It takes 4 to 12."),
        Realism.OPEN: tr("With a target and two dates it is compared with your recent values."),
    }[result.level]


def _stretch_advice(result: RealismResult, metric: Metric, *, is_one: bool) -> str:
    if metric.difference.strip():
        return tr("That is a stretch, and you say what will be different.")
    if result.reachable is None:
        return tr("Say what will bring it there.")
    if is_one:
        return tr(
            "That is a stretch. Usually up to 1.5 times is within reach: aim for {low}, "
            "take more time, or say what will be different this time."
        )
    return tr(
        "That is a stretch. Usually up to 1.5 times is within reach: aim for {low} to {high}, "
        "take more time, or say what will be different this time."
    )


def _nearer_advice(result: RealismResult, *, is_one: bool) -> str:
    if result.reachable is None:
        return tr("That is out of reach; please aim nearer.")
    if is_one:
        return tr(
            "That is not realistic by your own numbers. Within reach is {low}; or take more time."
        )
    return tr(
        "That is not realistic by your own numbers. Within reach is {low} to {high}; "
        "or take more time."
    )


def _further_advice(metric: Metric, *, is_one: bool) -> str:
    if metric.direction.wants_more:
        if is_one:
            return tr("The target asks for less than that trend brings: aim higher, at {low}.")
        return tr(
            "The target asks for less than that trend brings: aim higher, at {low} to {high}."
        )
    if is_one:
        return tr("The target asks for less than that trend brings: aim lower, at {low}.")
    return tr("The target asks for less than that trend brings: aim lower, at {low} to {high}.")


def _size(amount: Decimal | None, metric: Metric, formats: Formats, currency: str) -> str:
    return "" if amount is None else formats.rough(abs(amount), metric.kind, currency)
