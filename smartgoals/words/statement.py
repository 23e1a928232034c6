"""The goal in one sentence: by when, what, from where to where, and what it is for.

Every part may be missing; each sentence is whole, so that translators can put its parts in
the order of their language. What the user typed stays as she typed it.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from smartgoals.domain.change import change
from smartgoals.domain.course import effective_baseline, effective_target
from smartgoals.domain.terms import Direction, MetricKind, Period, TargetKind
from smartgoals.domain.text import fold
from smartgoals.language import tr
from smartgoals.words.amounts import change_text, points_text, unit_of
from smartgoals.words.catalogue import goal_phrase
from smartgoals.words.names import inline_name, metric_name

if TYPE_CHECKING:
    from decimal import Decimal

    from smartgoals.domain.metric import Metric
    from smartgoals.domain.plan import Plan
    from smartgoals.formats import Formats


def statement(plan: Plan, formats: Formats) -> str:
    """Return "By 14 June 2027, raise ... from ... to ..., to help us ..."; blank for nothing.

    Before there is a metric the broad goal stands in its place. Source: S3, S10.
    """
    actions = _actions(plan, formats)
    goal = inline(plan.broad_goal)
    if not actions and not goal:
        return ""
    parts = {
        "due": formats.day(plan.due) if plan.due is not None else "",
        "actions": actions,
        "goal": goal,
        "purpose": purpose(plan),
    }
    sentence = _frame(parts).format(**parts)
    return formats.upper_first(sentence) if actions else sentence


def purpose(plan: Plan) -> str:
    """Return the goal that the plan serves, as it reads after "to help us"; may be blank."""
    if plan.served_company_goal:
        return inline(plan.served_company_goal)
    if plan.marketing_goal_id is None:
        return ""
    from smartgoals.domain.catalogue import catalogue

    try:
        return goal_phrase(catalogue().goal(plan.marketing_goal_id))
    except KeyError:
        return ""


def inline(text: str) -> str:
    """Return the text as it stands inside a sentence: without a full stop at its end."""
    text = text.strip()
    return text[:-1].rstrip() if text.endswith(".") and not text.endswith("..") else text


def _frame(parts: dict[str, str]) -> str:
    if parts["actions"]:
        if parts["due"]:
            return (
                tr("By {due}, {actions}, to help us {purpose}.")
                if parts["purpose"]
                else tr("By {due}, {actions}.")
            )
        return tr("{actions}, to help us {purpose}.") if parts["purpose"] else tr("{actions}.")
    if parts["due"]:
        return (
            tr("By {due}: {goal}, to help us {purpose}.")
            if parts["purpose"]
            else tr("By {due}: {goal}.")
        )
    return tr("{goal}, to help us {purpose}.") if parts["purpose"] else tr("{goal}.")


def _actions(plan: Plan, formats: Formats) -> str:
    """Return "raise a and b, and lower c": the metrics that go one way share a verb."""
    named = [metric for metric in plan.metrics if metric_name(metric)]
    ways = list(dict.fromkeys(_way(metric) for metric in named))
    ordered = sorted(named, key=lambda metric: ways.index(_way(metric)))
    channel = ""
    groups: list[list[str]] = []
    for _, members in groupby(ordered, _way):
        texts = []
        for metric in members:
            texts.append(_one(plan, metric, formats, channel_before=channel))
            channel = fold(metric.channel.strip())
        groups.append(texts)
    return _joined(
        [
            _verb(way).format(metrics=formats.listed(texts))
            for way, texts in zip(ways, groups, strict=True)
        ],
        formats,
        is_nested=any(len(texts) > 1 for texts in groups),
    )


def _joined(phrases: list[str], formats: Formats, *, is_nested: bool) -> str:
    if len(phrases) < 2 or not is_nested:  # noqa: PLR2004 - a list of one needs no "and"
        return formats.listed(phrases)
    return tr("{actions}, and {last_action}").format(
        actions=", ".join(phrases[:-1]), last_action=phrases[-1]
    )


def _way(metric: Metric) -> Direction:
    return Direction.AT_LEAST if metric.direction.is_stay else metric.direction


def _verb(way: Direction) -> str:
    return {
        Direction.INCREASE: tr("raise {metrics}"),
        Direction.DECREASE: tr("lower {metrics}"),
        Direction.AT_LEAST: tr("keep {metrics}"),
    }[way]


def _one(plan: Plan, metric: Metric, formats: Formats, *, channel_before: str) -> str:
    """Return "Facebook fans from 1,200 to 1,380 (+15 %)", or as much of it as is known."""
    name = _name(metric, formats, channel_before)
    if metric.target is None:
        return name
    baseline = effective_baseline(plan, metric)
    value = effective_target(metric, baseline)
    if value is None:
        return _relative(metric, name, formats)
    amount = _with_unit(metric, value, plan.currency, formats)
    target = _with_period(amount, metric.period, name)
    if metric.direction.is_stay:
        return _stay(metric.direction).format(metric=name, target=target)
    if baseline is None:
        return tr("{metric} to {target}").format(metric=name, target=target)
    text = tr("{metric} from {baseline} to {target}").format(
        metric=name,
        baseline=formats.amount(baseline, metric.kind, plan.currency),
        target=target,
    )
    result = change(baseline, value, metric.kind)
    if result.absolute == 0 or (result.percent is None and result.points is None):
        return text
    return tr("{text} ({change})").format(
        text=text, change=change_text(result, formats, metric.kind)
    )


def _relative(metric: Metric, name: str, formats: Formats) -> str:
    """Return the target of a metric whose baseline is not known: "fans by 15 %"."""
    if metric.target is None:
        return name
    if metric.direction.is_stay:
        target = formats.target(metric.target)
        return _stay(metric.direction).format(metric=name, target=target)
    amount = metric.target.amount
    if metric.target.kind is TargetKind.FACTOR:
        return tr("{metric} to {factor} times what it is now").format(
            metric=name, factor=formats.number(amount)
        )
    falls = metric.direction is Direction.DECREASE
    step = -amount if falls else amount
    by = points_text(step, formats) if metric.kind.in_percent else formats.percent(step)
    return tr("{metric} by {change}").format(metric=name, change=by)


def _name(metric: Metric, formats: Formats, channel_before: str) -> str:
    """Return the name with its channel, unless the metric before has the same one."""
    own, channel = metric.name.strip(), metric.channel.strip()
    known = fold(channel) in {"", channel_before} or fold(channel) in fold(own)
    name = inline_name(metric, formats)
    return name if known else tr("{channel} {metric}").format(channel=channel, metric=name)


def _with_unit(metric: Metric, value: Decimal, currency: str, formats: Formats) -> str:
    amount = formats.amount(value, metric.kind, currency)
    unit = unit_of(metric) if metric.kind is MetricKind.TIME or not metric.library_id else ""
    if not unit or fold(unit) in fold(metric_name(metric)):
        return amount
    return tr("{number} {unit}").format(number=amount, unit=unit)


def _with_period(amount: str, period: Period | None, name: str) -> str:
    if period is None:
        return amount
    pattern = {
        Period.DAY: tr("{amount} a day"),
        Period.WEEK: tr("{amount} a week"),
        Period.MONTH: tr("{amount} a month"),
        Period.QUARTER: tr("{amount} a quarter"),
        Period.YEAR: tr("{amount} a year"),
    }[period]
    said = pattern.format(amount="").strip()
    return amount if fold(name).endswith(fold(said)) else pattern.format(amount=amount)


def _stay(direction: Direction) -> str:
    if direction is Direction.AT_LEAST:
        return tr("{metric} at or above {target}")
    return tr("{metric} at or below {target}")
