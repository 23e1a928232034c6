"""What is open, and what the coach says, leads to the very field: it can be seen and written in."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from smartgoals.domain.coach import coach
from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Plan, Unread
from smartgoals.domain.steps import all_gaps
from smartgoals.domain.strategy import Audience, ChannelPlan, ContentPlan, Cost, Money
from smartgoals.domain.tactic import Tactic
from smartgoals.domain.terms import HoursBasis, MetricKind, Step, TargetKind

START, DUE = dt.date(2027, 3, 15), dt.date(2027, 6, 14)


def metric(target: str | None, recent: tuple[int, ...] = (), **changes: Any) -> Metric:
    goal = None if target is None else Target(amount=Decimal(target))
    values = tuple(map(Decimal, recent))
    given = {"id": "m", "name": "Fans", "kind": MetricKind.STOCK, "baseline": Decimal(100)}
    return Metric(**{**given, "target": goal, "recent_values": values, **changes})


PLANS = {
    "nothing": Plan(),
    "vague": Plan(broad_goal="be better known everywhere", achievable="yes"),
    "no numbers": Plan(metrics=(Metric(id="m"),)),
    "stretch": Plan(metrics=(metric("300", (70, 80, 90, 100)),), start=START, due=DUE),
    "out of reach": Plan(metrics=(metric("900", (97, 98, 99, 100)),), start=START, due=DUE),
    "below trend": Plan(metrics=(metric("101", (70, 80, 90, 100)),), start=START, due=DUE),
    "no pace": Plan(metrics=(metric("300", (100, 100, 100, 100)),), start=START, due=DUE),
    "against the goal": Plan(metrics=(metric("300", (103, 102, 101, 100)),), start=START, due=DUE),
    "few values": Plan(metrics=(metric("300", (100, 101)),), start=START, due=DUE),
    "equal": Plan(metrics=(metric("100"),), start=DUE, due=START),
    "from zero": Plan(
        metrics=(
            Metric(
                id="m",
                name="Fans",
                baseline=Decimal(0),
                target=Target(kind=TargetKind.PERCENT, amount=Decimal(15)),
            ),
        )
    ),
    "tactics": Plan(
        start=START,
        due=DUE,
        hours_per_week=Decimal(1),
        tactics=(
            Tactic(id="a", name="Write", hours=Decimal(9), hours_basis=HoursBasis.WEEK),
            Tactic(id="b", name="Late", due=dt.date(2028, 1, 1), owners=("Ana",)),
            Tactic(id="c", due=START),
        ),
    ),
    "unread": Plan(
        metrics=(metric(None),),
        tactics=(Tactic(id="a", name="Write"),),
        unread=(
            Unread(field="due", text="soon"),
            Unread(field="metric.m.target", text="lots"),
            Unread(field="metric.m.recent_values", text="a b"),
            Unread(field="tactic.a.hours", text="many"),
            Unread(field="tactic.a.due", text="soon"),
            Unread(field="hours_per_week", text="few"),
            Unread(field="money.hourly_rate", text="cheap"),
        ),
    ),
    "strategy": Plan(
        audiences=(Audience(id="u", geography="Hull"),),
        content=ContentPlan(channels=(ChannelPlan(id="c", channel="Facebook"),)),
        money=Money(expected_return=Decimal(5)),
    ),
    "costs": Plan(money=Money(costs=(Cost(kind_id="A11.3-it", amount=Decimal(5)),))),
    "long": Plan(
        title="x" * 400, description="y" * 200, company_goals=("z" * 400,), place="p" * 400
    ),
}


def fields_of(plan: Plan) -> list[str]:
    reasons = [reason.field for each in coach(plan) for reason in each.reasons]
    return list(dict.fromkeys([*(gap.field for gap in all_gaps(plan)), *reasons]))


@pytest.mark.parametrize("name", PLANS)
def test_each_row_leads_to_its_field(open_page: Any, name: str) -> None:
    view = open_page(Step.REVIEW, PLANS[name]).window()
    astray = []
    for field in fields_of(PLANS[name]):
        view.show_field(field)
        QApplication.processEvents()  # what is new on the page comes up
        wanted = view.page.fields.get(field)
        focus = view.focusWidget()
        if wanted is None or not wanted.isVisible() or not is_of(focus, wanted):
            astray.append((field, type(focus).__name__, wanted))
    assert astray == []


def is_of(focus: QWidget | None, wanted: QWidget) -> bool:
    return focus is not None and (focus is wanted or wanted.isAncestorOf(focus))
