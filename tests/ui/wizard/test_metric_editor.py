"""The editor of a metric: her own kinds, the numbers of each, what will be different."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QApplication

from smartgoals.domain.metric import Metric
from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import MetricKind, Step
from smartgoals.ui.session import PlanSession


def choose(page: Any, field: str, name: str) -> None:
    QApplication.processEvents()  # what is new on the page comes up
    combo = page.fields[field].combo
    combo.setCurrentText(name)
    assert combo.currentText() == name
    combo.activated.emit(combo.currentIndex())


def test_a_metric_of_her_own_takes_percentages_once_it_is_a_rate(
    open_page: Any, session: PlanSession, write: Any
) -> None:
    page = open_page(Step.METRICS, Plan(metrics=(Metric(id="m", name="Replies in time"),)))
    choose(page, "metric.m.kind", "a rate in percent")
    write(page.fields["metric.m.baseline"], "8 %")
    write(page.fields["metric.m.target"], "20 %")
    metric = session.plan.metric("m")
    assert (metric.kind, metric.baseline) == (MetricKind.RATE, Decimal(8))
    assert metric.target_value == Decimal(20)
    assert page.fields["metric.m.baseline"].line.text() == "8 %"


def test_support_is_counted_in_requests_or_in_money(open_page: Any, session: PlanSession) -> None:
    page = open_page(Step.METRICS, Plan(metrics=(Metric(id="m", library_id="m47"),)))
    assert page.fields["metric.m.kind"].combo.count() == 2
    choose(page, "metric.m.kind", "an amount of money")
    assert session.plan.metric("m").kind is MetricKind.MONEY


def test_a_metric_that_can_be_counted_one_way_only_has_no_choice(open_page: Any) -> None:
    page = open_page(Step.METRICS, Plan(metrics=(Metric(id="m", library_id="m01"),)))
    assert "metric.m.kind" not in page.fields


def test_what_is_counted_per_month_is_compared_month_by_month(open_page: Any) -> None:
    """The target is one of a month; an average of weeks beside it would be a wrong number."""
    page = open_page(Step.METRICS, Plan(metrics=(Metric(id="m", library_id="m15"),)))
    session = page.session
    session.edit(session.plan.with_metric(session.plan.metric("m").replace(period="month")), "")
    QApplication.processEvents()
    recent, interval = (page.fields[f"metric.m.recent_{name}"] for name in ("values", "interval"))
    assert not interval.isVisible()
    assert "one per month" in recent.caption.text()
    assert "one per month" in recent.editor.accessibleName()


def test_levels_may_be_read_at_any_interval(open_page: Any) -> None:
    page = open_page(
        Step.METRICS, Plan(metrics=(Metric(id="m", library_id="m01", kind=MetricKind.STOCK),))
    )
    QApplication.processEvents()
    assert page.fields["metric.m.recent_interval"].isVisible()
    assert "one per" not in page.fields["metric.m.recent_values"].caption.text()
