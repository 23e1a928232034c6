"""The editor of a metric: her own kinds, the numbers of each, what will be different."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.realism import realism
from smartgoals.domain.terms import Direction, MetricKind, Period, Realism, Step
from smartgoals.domain.value import MAX_AMOUNT
from smartgoals.formats import Formats
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


@pytest.mark.parametrize(
    ("changes", "aim"),
    [
        # 100, 110 and 120 in three months: 1.5 times that pace is 44.85 in thirteen weeks.
        ({"kind": MetricKind.STOCK, "recent_interval": Period.MONTH, "library_id": "m01"}, "164"),
        ({"kind": MetricKind.COUNT, "library_id": "m15"}, "172"),
        (
            {"kind": MetricKind.MONEY, "library_id": "m27", "direction": Direction.DECREASE},
            "76.67",
        ),
    ],
)
def test_the_target_offered_is_one_that_would_be_set(
    open_page: Any, session: PlanSession, changes: dict[str, Any], aim: str
) -> None:
    metric = Metric(
        id="m",
        baseline=Decimal(120),
        target=Target(amount=Decimal(900 if "direction" not in changes else 1)),
        recent_values=tuple(map(Decimal, (100, 110, 120, 130))),
        **changes,
    )
    dates = {"start": dt.date(2027, 3, 15), "due": dt.date(2027, 6, 14)}
    page = open_page(Step.METRICS, Plan(metrics=(metric,), **dates))
    QApplication.processEvents()
    page.editor.aim_button.click()
    assert session.plan.metric("m").target == Target(amount=Decimal(aim))
    assert realism(session.plan.metric("m"), **dates).level is Realism.REALISTIC
    QApplication.processEvents()
    assert not page.editor.aim_button.isVisible()
    assert page.fields["metric.m.target"].editor.hasFocus()


def test_a_target_beyond_all_measure_is_not_offered(open_page: Any) -> None:
    values = (MAX_AMOUNT - 1,) * 4
    metric = Metric(id="m", name="All", target=Target(amount=Decimal(9)), recent_values=values)
    page = open_page(Step.METRICS, Plan(metrics=(metric,)))
    QApplication.processEvents()
    assert not page.editor.aim_button.isVisible()


def test_a_sixth_metric_is_not_offered_and_it_is_said_why(open_page: Any) -> None:
    five = tuple(Metric(id=f"m{number}", name="Fans") for number in range(5))
    page = open_page(Step.METRICS, Plan(metrics=five))
    QApplication.processEvents()
    assert page.full_note.isVisible()
    assert not page.library_button.isEnabled()
    assert not page.own_button.isEnabled()
    page.focus_field("metrics")
    assert page.editor.isAncestorOf(QApplication.focusWidget())
    page.editor.remove_button.click()
    QApplication.processEvents()
    assert not page.full_note.isVisible()
    assert page.library_button.isEnabled()


def test_examples_are_numbers_as_they_are_read_in_her_country(
    open_page: Any, session: PlanSession
) -> None:
    """“1,200” would be one and a fifth where a comma parts the decimals."""
    session.formats = Formats("nb_NO")
    page = open_page(Step.METRICS, Plan(metrics=(Metric(id="m", library_id="m01"),)))
    now = page.fields["metric.m.baseline"].editor.placeholderText()
    recent = page.fields["metric.m.recent_values"].editor.placeholderText()
    assert session.formats.parse_number(now, MetricKind.STOCK) == Decimal(1200)
    assert session.formats.parse_values(recent, MetricKind.STOCK)[0] == Decimal(1152)
