"""What cannot be read stays in its field, and the note below says why and what to do."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from smartgoals.domain.metric import Metric
from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Tactic
from smartgoals.domain.terms import MetricKind, Step
from smartgoals.ui.session import PlanSession

PLAN = Plan(
    metrics=(Metric(id="m", name="Fans", baseline=Decimal(1200)),),
    tactics=(Tactic(id="t", name="Write"),),
)


@pytest.mark.parametrize(
    ("step", "field", "text", "reason"),
    [
        (Step.METRICS, "metric.m.baseline", "nan", "digits"),
        (Step.METRICS, "metric.m.baseline", "5 followers", "without words"),
        (Step.METRICS, "metric.m.baseline", "20 %", "leave out the %"),
        (Step.METRICS, "metric.m.target", "15 %", "write a sign before it"),
        (Step.METRICS, "metric.m.target", "+15", "the level to reach"),
        (Step.METRICS, "metric.m.target", "x0", "more than nothing"),
        (Step.METRICS, "metric.m.target", "9" * 17, "too large"),
        (Step.METRICS, "metric.m.recent_values", "1152;1163;;1188", "blank"),
        (Step.METRICS, "metric.m.recent_values", " ".join("123456789123"), "Twelve"),
        (Step.TIMEFRAME, "due", "29 February 2027", "no such day"),
        (Step.TIMEFRAME, "due", "soon", "14 June 2027"),
        (Step.TACTICS, "tactic.t.hours", "-1", "cannot be negative"),
        (Step.TACTICS, "tactic.t.due", "1 Jan 1999", "between the years 2000 and 2199"),
        (Step.REALITY, "hours_per_week", "-3", "cannot be negative"),
        (Step.MONEY, "money.hourly_rate", "cheap", "digits"),
    ],
)
def test_the_note_says_why(
    open_page: Any, session: PlanSession, write: Any, step: Step, field: str, text: str, reason: str
) -> None:
    page = open_page(step, PLAN)
    QApplication.processEvents()  # what is new on the page comes up
    extra = " 4" if reason == "Twelve" else ""
    write(page.fields[field], text + extra)
    assert reason in page.fields[field].note.text()
    assert page.fields[field].editor.text() == text + extra
    assert session.plan.unread_text(field) == text + extra


def test_a_text_that_has_become_readable_is_still_open(
    open_page: Any, session: PlanSession
) -> None:
    """The kind changed since it was typed; nothing is taken over behind her back."""
    metric = PLAN.metrics[0].replace(kind=MetricKind.RATE, baseline=None)
    plan = PLAN.replace(metrics=(metric,)).with_unread("metric.m.baseline", "20 %")
    page = open_page(Step.METRICS, plan)
    assert "is kept" in page.fields["metric.m.baseline"].note.text()
    assert session.plan.metric("m").baseline is None
