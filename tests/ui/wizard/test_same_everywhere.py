"""What is computed for a plan is the same on the screen, on the sheet and for scripts."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from decimal import Decimal
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartgoals.documents.computed import computed
from smartgoals.documents.plan_file import read_plan
from smartgoals.documents.sheet_data import sheet_data
from smartgoals.domain.change import Change
from smartgoals.domain.check_in import CheckIn, Reading
from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.strategy import Cost, Money
from smartgoals.domain.tactic import Recurrence, Tactic
from smartgoals.domain.terms import (
    CORE_STEPS,
    Direction,
    Frequency,
    HoursBasis,
    MetricKind,
    Step,
    TargetKind,
)
from smartgoals.formats import Formats
from smartgoals.ui.session import PlanSession
from smartgoals.ui.wizard.metric_table import MetricTable
from smartgoals.words.amounts import change_text
from smartgoals.words.money import money_figures
from tests.documents.contexts import TODAY, context
from tests.rounds import rounds

FORMATS = Formats("en_GB")
PERCENT = TargetKind.PERCENT
NUDGES = (Decimal(0), Decimal("1e-9"))
LIMITS = (Decimal(1), Decimal("1.5"), Decimal(5))
"""Ratios beside which a printed one keeps to its side."""
NUMBERS = ("baseline", "target", "change", "change_percent")


def sample(name: str) -> Plan:
    path = files("smartgoals.resources") / "samples" / f"{name}.json"
    return read_plan(path.read_text(encoding="utf-8"))


def lived(**changes: Any) -> Plan:
    """A plan with everything that is easily reckoned in two ways."""
    metrics = (
        Metric(
            id="later",
            name="Visits",
            baseline_unknown=True,
            target=Target(kind=PERCENT, amount=Decimal(15)),
        ),
        Metric(
            id="points",
            name="Bounce rate",
            kind=MetricKind.RATE,
            direction=Direction.DECREASE,
            baseline=Decimal(60),
            target=Target(kind=PERCENT, amount=Decimal(-12)),
        ),
        Metric(id="zero", name="Leads", baseline=Decimal(0), target=Target(amount=Decimal(7))),
        Metric(
            id="kept",
            name="Hours",
            kind=MetricKind.TIME,
            direction=Direction.AT_MOST,
            baseline=Decimal(6),
            target=Target(amount=Decimal(6)),
        ),
        Metric(
            id="cost",
            name="Cost per click",
            kind=MetricKind.MONEY,
            direction=Direction.DECREASE,
            baseline=Decimal("0.95"),
            target=Target(kind=PERCENT, amount=Decimal(-30)),
            recent_values=tuple(map(Decimal, ("0.9", "1", "0.95", "0.97"))),
        ),
    )
    tactics = (
        Tactic(id="a", name="Film", value=3, complexity=8, hours=Decimal(9)),
        Tactic(
            id="b",
            name="Post",
            value=9,
            complexity=2,
            recurrence=Recurrence(frequency=Frequency.MONTHLY, month_day=31),
            hours=Decimal(4),
            hours_basis=HoursBasis.OCCURRENCE,
        ),
        Tactic(id="c", name="Ask"),
        Tactic(id="d", name="Host", value=8, complexity=8, parked=True),
    )
    values = {"later": "340", "points": "57", "zero": "2", "kept": "5.5", "cost": "0.91"}
    reading = (Reading(metric_id=id_, value=Decimal(value)) for id_, value in values.items())
    return Plan(
        broad_goal="Be better known in Hull",
        metrics=metrics,
        tactics=tactics,
        start=dt.date(2027, 1, 31),
        due=dt.date(2027, 7, 31),
        hours_per_week=Decimal(5),
        currency="EUR",
        money=Money(
            costs=(Cost(kind_id="A11.3-it", amount=Decimal(500)),),
            expected_return=Decimal(333),
            unit_value=Decimal(7),
        ),
        check_ins=(CheckIn(day=TODAY, readings=tuple(reading)),),
    ).replace(**changes)


PLANS: dict[str, Callable[[], Plan]] = {
    "cafe": lambda: sample("cafe"),
    "campfire": lambda: sample("campfire"),
    "cost-per-click": lambda: sample("cost-per-click"),
    "lived": lived,
    "dates in disorder": lambda: lived(due=dt.date(2026, 1, 1)),
    "one day": lambda: lived(start=TODAY, due=TODAY),
    "ten years": lambda: lived(due=dt.date(2037, 1, 31)),
}
plans = pytest.mark.parametrize("make", PLANS.values(), ids=PLANS)


def scripted(plan: Plan) -> Any:
    return json.loads(json.dumps(computed(plan, FORMATS, TODAY)))


def amount(printed: float | None, metric: Metric, plan: Plan) -> str:
    exact = None if printed is None else number(printed)
    return FORMATS.amount(exact, metric.kind, plan.currency)


def number(printed: float) -> Decimal:
    """What was printed; a number rounded to six decimals for JSON is a calculated one."""
    exact = Decimal(str(printed))
    return exact if round(exact, 3) == exact else exact + Decimal("1e-9")


def cells(table: Any) -> list[list[str]]:
    model = table.model()
    columns = range(model.columnCount())
    role = Qt.ItemDataRole.EditRole  # What the cell itself has, not what stands below it.
    return [[model.index(row, c).data(role) for c in columns] for row in range(model.rowCount())]


def told_of(facts: Any, metric: Metric, plan: Plan, nudge: Decimal) -> tuple[str, str, str, str]:
    """Return start, target, change and ratio as they are to be shown.

    Numbers for scripts are rounded to six decimals; the nudge makes of such a one a calculated
    number again.
    """

    def exact(printed: float | None) -> Decimal | None:
        return (
            None if printed is None else Decimal(str(printed)) + nudge.copy_sign(Decimal(printed))
        )

    start, target, change, percent = (exact(facts[name]) for name in NUMBERS)
    way = ""
    if start is not None and target is not None and change is not None:
        points = change if metric.kind.in_percent else None
        way = change_text(Change(start, target, change, percent, points), FORMATS, metric.kind)
    ratio = exact(facts["realism"]["ratio"])
    shown = (FORMATS.amount(each, metric.kind, plan.currency) for each in (start, target))
    return (*shown, way, "" if ratio is None else f"{FORMATS.times(ratio, LIMITS)} × ")


def assert_same_metrics(plan: Plan, shown: list[list[str]]) -> None:
    """Compare the rows of the wizard and those of the sheet with what scripts are told."""
    printed = sheet_data(plan, context(), scale=1)["numbers"][0]["blocks"][0]
    heads = [column["head"] for column in printed["columns"]]
    for facts, metric, row, sheet_row in zip(
        scripted(plan)["metrics"], plan.metrics, shown, printed["rows"], strict=True
    ):
        ways = zip(*(told_of(facts, metric, plan, nudge) for nudge in NUDGES), strict=True)
        start, target, change, ratio = map(set, ways)
        start_cell, target_cell, change_cell = (
            sheet_row[heads.index(head)] for head in ("Start", "Target", "Change")
        )
        assert row[2] in start or facts["baseline"] is None
        assert row[3] in target or facts["target"] is None
        assert any(each in str(start_cell) for each in start)
        assert any(each in str(target_cell) for each in target)
        if facts["change"] is not None and not metric.direction.is_stay:
            assert row[4] in change
            assert row[4] == change_cell
        assert any(row[5].startswith(each) for each in ratio)


@plans
def test_metrics_have_the_same_numbers(open_page: Any, make: Callable[[], Plan]) -> None:
    plan = make()
    assert_same_metrics(plan, cells(open_page(Step.METRICS, plan).table))


amounts = st.integers(-(10**6), 10**6).map(lambda cents: Decimal(cents) / 100)
a_metric = st.builds(
    lambda baseline, **facts: Metric(baseline=baseline, baseline_unknown=baseline is None, **facts),
    baseline=st.none() | amounts,
    name=st.sampled_from(("Fans", "Cost")),
    kind=st.sampled_from(MetricKind),
    direction=st.sampled_from(Direction),
    target=st.builds(
        Target, kind=st.sampled_from((TargetKind.NUMBER, TargetKind.FACTOR)), amount=amounts
    )
    | st.builds(Target, kind=st.just(PERCENT), amount=st.integers(-500, 500).map(Decimal)),
    recent_values=st.just(()) | st.lists(amounts, min_size=4, max_size=12).map(tuple),
)


@st.composite
def any_plan(draw: st.DrawFn) -> Plan:
    """A plan with metrics of every kind, read now and then, over one day or many."""
    start = draw(st.dates(dt.date(2026, 1, 1), dt.date(2028, 12, 31)))
    metrics = tuple(draw(st.lists(a_metric, min_size=1, max_size=5)))
    days = draw(st.lists(st.dates(start, TODAY), max_size=3, unique=True)) if start < TODAY else []
    return Plan(
        metrics=metrics,
        start=start,
        due=start + dt.timedelta(draw(st.integers(0, 800))),
        currency=draw(st.sampled_from(("", "EUR"))),
        check_ins=tuple(
            CheckIn(
                day=day,
                readings=tuple(Reading(metric_id=m.id, value=draw(amounts)) for m in metrics),
            )
            for day in days
        ),
    )


def test_any_metrics_have_the_same_numbers(session: PlanSession, qtbot: QtBot) -> None:
    table = MetricTable(session)
    qtbot.addWidget(table)

    @settings(max_examples=rounds(30, 500))
    @given(plan=any_plan())
    def check(plan: Plan) -> None:
        session.adopt(plan)
        table.show_plan(plan)
        assert_same_metrics(plan, cells(table))

    check()


@plans
def test_milestones_have_the_same_days_and_values(open_page: Any, make: Callable[[], Plan]) -> None:
    plan = make()
    page = open_page(Step.TIMEFRAME, plan)
    QApplication.processEvents()
    facts = scripted(plan)["milestones"]
    shown = cells(page.table)
    assert [row[0] for row in shown] == [
        FORMATS.unbroken().day(dt.date.fromisoformat(each["day"])) for each in facts
    ]
    for each, row in zip(facts, shown, strict=True):
        wanted = [amount(each["expected"][m.id], m, plan) for m in plan.metrics]
        assert row[2:] == [text or "–" for text in wanted]


@plans
def test_tactics_have_the_same_order(open_page: Any, make: Callable[[], Plan]) -> None:
    plan = make()
    ranks = {t["name"]: t["rank"] for t in scripted(plan)["tactics"]}
    shown = cells(open_page(Step.TACTICS, plan).board.table)
    assert {row[1].removesuffix(" (parked)"): row[0] for row in shown} == {
        name: "–" if rank is None else str(rank) for name, rank in ranks.items()
    }
    printed = sheet_data(plan, context(), scale=1)["work"]["table"]["rows"]
    numbered = [_text(row[1]) for row in printed if str(row[0]).isdigit()]
    assert numbered == sorted((n for n in ranks if ranks[n]), key=lambda name: ranks[name])


@plans
def test_sentences_and_the_coach_say_the_same(open_page: Any, make: Callable[[], Plan]) -> None:
    plan = make()
    facts = scripted(plan)
    panel = open_page(CORE_STEPS[0], plan).window().panel
    sheet = sheet_data(plan, context(currency=plan.currency), scale=1)
    assert " ".join(sheet["statement"]) == facts["statement"]
    assert panel.statement.text().replace("\u2060", "").split() == facts["statement"].split()
    assert panel.alignment.text() == facts["alignment"] == " ".join(sheet["alignment"])
    for letter, row in panel.rows.items():
        assert row.line.text() == facts["coach"][letter.value]["reasons"][0]


@plans
def test_money_comes_to_the_same(open_page: Any, make: Callable[[], Plan]) -> None:
    plan = make()
    facts = scripted(plan)["money"]
    labels = open_page(Step.MONEY, plan).result.findChildren(type(open_page(Step.MONEY).time_note))
    shown = " ".join(label.text() for label in labels)
    for name in ("investment", "return"):
        if facts[name] is not None:
            assert FORMATS.money(number(facts[name]), plan.currency) in shown
    if facts["roi_percent"] is not None:
        assert FORMATS.signed_percent(number(facts["roi_percent"])) in shown
    if facts["break_even_units"] is not None:
        assert FORMATS.number(Decimal(facts["break_even_units"])) in shown
    assert [figure.number for figure in money_figures(plan, FORMATS)]


def _text(content: Any) -> str:
    return str(content["text"] if isinstance(content, dict) else content)
