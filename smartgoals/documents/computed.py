"""Everything derived from a plan on one day, as ``show --json`` prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smartgoals.documents import facts
from smartgoals.domain.audience import heard_share_of_voice
from smartgoals.domain.capacity import capacity, tactic_hours_per_week
from smartgoals.domain.coach import coach
from smartgoals.domain.money import money
from smartgoals.domain.priorities import quadrant, rank
from smartgoals.domain.progress import metric_progress, plan_state, plan_status
from smartgoals.domain.realism import plan_realism
from smartgoals.domain.recurrence import next_dates
from smartgoals.domain.steps import all_gaps
from smartgoals.domain.timeframe import milestones
from smartgoals.language import language
from smartgoals.words.names import metric_name
from smartgoals.words.reasons import gap_text, reason_text
from smartgoals.words.sentences import alignment
from smartgoals.words.statement import statement

if TYPE_CHECKING:
    import datetime as dt
    from decimal import Decimal

    from smartgoals.domain.metric import Metric
    from smartgoals.domain.plan import Plan
    from smartgoals.domain.tactic import Tactic
    from smartgoals.domain.terms import Letter
    from smartgoals.domain.timeframe import Milestone
    from smartgoals.formats import Formats


def computed(plan: Plan, formats: Formats, today: dt.date) -> dict[str, Any]:
    """Return the facts of ``facts.Computed``, ready for JSON."""
    return derive(plan, formats, today).model_dump(mode="json", by_alias=True)


def derive(plan: Plan, formats: Formats, today: dt.date) -> facts.Computed:
    """Return everything that follows from the plan on that day, texts in the given writing."""
    return facts.Computed(
        on=today,
        state=plan_state(plan),
        status=plan_status(plan, today),
        statement=statement(plan, formats),
        alignment=alignment(plan),
        coach=_letters(plan, formats),
        gaps=_gaps(plan, formats),
        metrics=tuple(_metric(plan, metric, today) for metric in plan.metrics),
        milestones=tuple(_milestone(milestone) for milestone in milestones(plan)),
        tactics=tuple(_tactic(plan, tactic, today) for tactic in plan.tactics),
        capacity=_capacity(plan),
        money=_money(plan),
        share_of_voice_percent=_percent(heard_share_of_voice(plan.listening)),
    )


def _letters(plan: Plan, formats: Formats) -> dict[Letter, facts.LetterFacts]:
    return {
        each.letter: facts.LetterFacts(
            verdict=each.verdict,
            reasons=tuple(reason_text(reason, formats, plan.currency) for reason in each.reasons),
        )
        for each in coach(plan, language())
    }


def _gaps(plan: Plan, formats: Formats) -> tuple[facts.GapFacts, ...]:
    return tuple(
        facts.GapFacts(field=gap.field, required=gap.required, text=gap_text(gap, formats))
        for gap in all_gaps(plan)
    )


def _metric(plan: Plan, metric: Metric, today: dt.date) -> facts.MetricFacts:
    found = metric_progress(plan, metric, today)
    change = found.change
    return facts.MetricFacts(
        id=metric.id,
        name=metric_name(metric),
        baseline=found.baseline,
        target=found.target,
        current=found.current,
        change=change and change.absolute,
        change_percent=change and change.percent,
        progress_percent=_percent(found.progress),
        met=found.met,
        elapsed_percent=_percent(found.elapsed),
        expected=found.expected,
        gap_points=found.gap_points,
        days_ahead=found.days_ahead,
        status=found.status,
        needed_per_week=found.needed_per_week,
        projection=found.projection,
        realism=_realism(plan, metric),
    )


def _realism(plan: Plan, metric: Metric) -> facts.RealismFacts:
    found = plan_realism(plan, metric)
    return facts.RealismFacts(
        level=found.level,
        ratio=found.ratio,
        recent_pace=found.recent_pace,
        needed_pace=found.needed_pace,
        recent_average=found.recent_average,
        reachable=found.reachable,
    )


def _milestone(milestone: Milestone) -> facts.MilestoneFacts:
    return facts.MilestoneFacts(
        day=milestone.day,
        elapsed_percent=milestone.share * 100,
        expected=dict(milestone.expected),
    )


def _tactic(plan: Plan, tactic: Tactic, today: dt.date) -> facts.TacticFacts:
    return facts.TacticFacts(
        id=tactic.id,
        name=tactic.name,
        quadrant=quadrant(tactic),
        rank=rank(plan, tactic),
        next_dates=next_dates(tactic, plan, today),
        hours_per_week=tactic_hours_per_week(tactic, plan.start, plan.due),
    )


def _capacity(plan: Plan) -> facts.CapacityFacts:
    found = capacity(plan)
    return facts.CapacityFacts(
        planned=found.planned,
        available=found.available,
        over=found.over,
        to_park=tuple(tactic.id for tactic in found.to_park),
    )


def _money(plan: Plan) -> facts.MoneyFacts:
    found = money(plan)
    return facts.MoneyFacts(
        investment=found.investment,
        return_=found.return_,
        roi_percent=_percent(found.roi),
        break_even_units=found.break_even_units,
        cadence_budget=found.cadence_budget,
    )


def _percent(share: Decimal | None) -> Decimal | None:
    return None if share is None else share * 100
