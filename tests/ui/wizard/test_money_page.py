"""The money page: costs, time, return, and what comes of them while typing."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from smartgoals.domain.catalogue import catalogue
from smartgoals.domain.plan import Plan
from smartgoals.domain.strategy import Cadence, ContentPlan, Cost, Message, Money
from smartgoals.domain.terms import Step
from smartgoals.ui.session import PlanSession

DATED = Plan(start=dt.date(2027, 3, 15), due=dt.date(2027, 6, 14))
ADVERTISING = "cost.A11.3-advertising"
POSTS = ContentPlan(
    cadences=(
        Cadence(posts_per_week=Decimal(3), hours_per_post=Decimal(1), price_per_post=Decimal(15)),
    )
)


@pytest.fixture
def page(open_page: Any) -> Any:
    return open_page(Step.MONEY, DATED)


def result(page: Any) -> list[str]:
    return [tile.number.text() for tile in page.result.tiles]


def test_each_of_the_nine_costs_is_kept(page: Any, session: PlanSession, write: Any) -> None:
    kinds = [kind.id for kind in catalogue().costs]
    assert len(kinds) == 9
    for amount, kind in enumerate(kinds, start=1):
        write(page.make.fields[f"cost.{kind}"], str(amount))
    costs = {cost.kind_id: cost.amount for cost in session.plan.money.costs}
    assert costs == {kind: Decimal(amount) for amount, kind in enumerate(kinds, start=1)}
    assert result(page)[0] == "45"


def test_a_blank_cost_is_not_known_and_not_zero(
    page: Any, session: PlanSession, write: Any
) -> None:
    write(page.make.fields[ADVERTISING], "585")
    write(page.make.fields[ADVERTISING], "")
    assert session.plan.money.costs == ()


def test_the_result_follows_the_typing(page: Any, write: Any) -> None:
    assert result(page) == ["–", "–", "–", "–"]
    texts = {
        "hours_per_week": "6",
        "hourly_rate": "15",
        ADVERTISING: "585",
        "cost.A11.3-discounts": "260",
        "expected_return": "2,600",
        "unit_value": "40",
    }
    for name, text in texts.items():
        write(page.make.fields[name], text)
    assert page.time_note.text() == "6 h a week × 13 weeks × 15 = 1,170"
    assert result(page) == ["2,015", "2,600", "+29 %", "51"]


def test_the_return_is_labelled_as_the_profit_before_these_costs(page: Any) -> None:
    assert "before these costs" in page.make.fields["expected_return"].caption.text()


def test_costs_without_return_ask_for_it(page: Any, write: Any) -> None:
    write(page.make.fields[ADVERTISING], "585")
    assert page.make.fields["expected_return"].note.text()
    assert result(page)[2] == "–"


def test_a_return_without_costs_asks_for_them(page: Any, write: Any) -> None:
    write(page.make.fields["expected_return"], "2600")
    assert result(page)[2] == "–"
    assert "nothing was put in" in page.result.tiles[2].meaning.text()
    assert not page.isComplete()


def test_a_gap_of_the_costs_leads_to_them(page: Any) -> None:
    page.focus_field("money.costs")
    assert page.fields["money.costs"] is page.make.fields[ADVERTISING]


def test_no_hours_are_a_sentence(page: Any, write: Any) -> None:
    write(page.make.fields["hours_per_week"], "0")
    write(page.make.fields["hourly_rate"], "15")
    assert page.time_note.text() == "No hours, so your time costs nothing here."


def test_units_at_their_value_make_the_return(
    page: Any, session: PlanSession, write: Any, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.make.fields["kpi_id"].editor, Qt.Key.Key_Down)
    write(page.make.fields["unit_name"], "lead")
    write(page.make.fields["unit_value"], "12")
    write(page.make.fields["expected_units"], "100")
    assert session.plan.money.kpi_id == catalogue().kpis[0].id
    assert result(page)[1] == "1,200"


def test_hours_and_price_of_the_other_pages_are_offered(
    open_page: Any, session: PlanSession, click: Any
) -> None:
    plan = DATED.replace(content=POSTS, message=Message(replying_hours=Decimal(2)))
    page = open_page(Step.MONEY, plan)
    click(page.hours_offer)
    click(page.posts_offer)
    assert session.plan.money.hours_per_week == 5
    assert session.plan.money.costs[0].amount == 585
    assert not page.hours_offer.isVisible()
    assert not page.posts_offer.isVisible()


def test_what_no_field_can_hold_is_not_offered(open_page: Any) -> None:
    huge = Decimal(10) ** 14
    cadence = Cadence(posts_per_week=huge, hours_per_post=huge, price_per_post=huge)
    page = open_page(Step.MONEY, DATED.replace(content=ContentPlan(cadences=(cadence,))))
    assert not page.hours_offer.isVisible()
    assert not page.posts_offer.isVisible()


def test_nothing_is_offered_where_nothing_is_known(page: Any) -> None:
    assert not page.hours_offer.isVisible()
    assert not page.posts_offer.isVisible()


def test_time_that_is_counted_twice_is_pointed_out(page: Any, write: Any) -> None:
    for name, text in {
        "hours_per_week": "6",
        "hourly_rate": "15",
        "cost.A11.3-time": "100",
    }.items():
        write(page.make.fields[name], text)
    assert "on top" in page.make.fields["cost.A11.3-time"].note.text()


def test_costs_of_one_kind_are_shown_together(
    open_page: Any, session: PlanSession, write: Any
) -> None:
    kinds = ("A11.3-advertising", "A11.3-it", "A11.3-advertising")
    costs = tuple(Cost(kind_id=kind, amount=Decimal(10)) for kind in kinds)
    page = open_page(Step.MONEY, DATED.replace(money=Money(costs=costs)))
    assert page.make.fields[ADVERTISING].line.text() == "20"
    write(page.make.fields[ADVERTISING], "30")
    found = {cost.kind_id: cost.amount for cost in session.plan.money.costs}
    assert found == {"A11.3-advertising": 30, "A11.3-it": 10}
    assert len(session.plan.money.costs) == 2


def test_costs_that_have_no_field_are_told(open_page: Any) -> None:
    cost = Cost(kind_id="something-else", amount=Decimal(40))
    page = open_page(Step.MONEY, DATED.replace(money=Money(costs=(cost,))))
    assert page.other_note.isVisible()
    assert "40" in page.other_note.text()


@pytest.mark.parametrize("text", ["nan", "-5", "5 euros", "1" * 20])
def test_an_amount_that_cannot_be_is_kept_with_a_reason(
    page: Any, session: PlanSession, write: Any, text: str
) -> None:
    field = page.make.fields[ADVERTISING]
    write(field, text)
    assert field.line.text() == text
    assert field.note.text()
    assert result(page)[0] == "–"
