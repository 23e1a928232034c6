"""What was decided at each step, in a few words: for the rail of the wizard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smartgoals.domain.terms import Step
from smartgoals.language import ngettext, tr
from smartgoals.words.names import metric_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from smartgoals.domain.plan import Plan
    from smartgoals.formats import Formats


def step_summary(plan: Plan, step: Step, formats: Formats) -> str:
    """Return what the plan holds at the step; blank while it holds nothing."""
    return _SUMMARIES[step](plan, formats)


def _why(plan: Plan, _formats: Formats) -> str:
    return plan.served_company_goal or plan.description.strip() or plan.brand.strip()


def _goal(plan: Plan, _formats: Formats) -> str:
    return plan.broad_goal.strip()


def _smart(plan: Plan, _formats: Formats) -> str:
    texts = {
        "S": plan.specific,
        "M": plan.measurable,
        "A": plan.achievable,
        "R": plan.realistic,
        "T": plan.time_bound,
    }
    return " ".join(letter for letter, text in texts.items() if text.strip())


def _metrics(plan: Plan, formats: Formats) -> str:
    names = [metric_name(metric) for metric in plan.metrics]
    return formats.listed(name for name in names if name)


def _timeframe(plan: Plan, formats: Formats) -> str:
    if plan.start is not None and plan.due is not None:
        days = (formats.short_day(plan.start), formats.medium_day(plan.due))
        return tr("{start} to {due}").format(start=days[0], due=days[1])
    if plan.due is not None:
        return tr("due {day}").format(day=formats.medium_day(plan.due))
    return ""


def _tactics(plan: Plan, _formats: Formats) -> str:
    count = len(plan.tactics)
    text = ngettext("{count} tactic", "{count} tactics", count)
    return text.format(count=count) if count else ""


def _reality(plan: Plan, formats: Formats) -> str:
    if plan.hours_per_week is None:
        return ""
    return tr("{hours} hours a week").format(hours=formats.number(plan.hours_per_week))


def _review(_plan: Plan, _formats: Formats) -> str:
    return ""


def _audience(plan: Plan, formats: Formats) -> str:
    return formats.listed(each.role.strip() for each in plan.audiences if each.role.strip())


def _listening(plan: Plan, _formats: Formats) -> str:
    count = sum(bool(answer.text.strip()) for answer in plan.listening.us.answers)
    text = ngettext("{count} answer", "{count} answers", count)
    return text.format(count=count) if count else ""


def _message(plan: Plan, _formats: Formats) -> str:
    return plan.message.simple_message.strip() or plan.message.one_thing.strip()


def _content(plan: Plan, _formats: Formats) -> str:
    count = len(plan.content.channels)
    text = ngettext("{count} channel", "{count} channels", count)
    return text.format(count=count) if count else ""


def _money(plan: Plan, _formats: Formats) -> str:
    count = sum(cost.amount is not None for cost in plan.money.costs)
    text = ngettext("{count} cost", "{count} costs", count)
    return text.format(count=count) if count else ""


_SUMMARIES: dict[Step, Callable[[Plan, Formats], str]] = {
    Step.WHY: _why,
    Step.GOAL: _goal,
    Step.SMART: _smart,
    Step.METRICS: _metrics,
    Step.TIMEFRAME: _timeframe,
    Step.TACTICS: _tactics,
    Step.REALITY: _reality,
    Step.REVIEW: _review,
    Step.AUDIENCE: _audience,
    Step.LISTENING: _listening,
    Step.MESSAGE: _message,
    Step.CONTENT: _content,
    Step.MONEY: _money,
}
