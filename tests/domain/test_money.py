import datetime as dt
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from smartgoals.domain.money import (
    break_even,
    cadence_budget,
    money,
    return_on_investment,
)
from smartgoals.domain.plan import Plan
from smartgoals.domain.strategy import Cadence, ContentPlan, Cost, Money
from smartgoals.domain.value import MAX_AMOUNT

quantities = st.decimals(0, MAX_AMOUNT - 1, places=6)
maybe = st.none() | quantities


def cost(amount):
    return Cost(kind_id="A11.3-advertising", amount=None if amount is None else Decimal(amount))


def result(*, cadences=(), weeks=13, **changes):
    start = dt.date(2027, 3, 15)
    plan = Plan(
        start=start,
        due=start + dt.timedelta(weeks=weeks),
        money=Money(**changes),
        content=ContentPlan(cadences=cadences),
    )
    return money(plan)


def cadence(posts, price):
    price_per_post = None if price is None else Decimal(price)
    return Cadence(posts_per_week=Decimal(posts), price_per_post=price_per_post)


def test_three_posts_a_week_for_thirteen_weeks_at_fifteen_are_585():
    assert cadence_budget(Decimal(3), Decimal(13), Decimal(15)) == 585


def test_the_budget_of_a_plan_adds_its_cadences():
    found = result(cadences=(cadence(3, 15), cadence(1, 2), cadence(5, None)))
    assert found.cadence_budget == 611


def test_there_is_no_budget_without_a_price_or_a_timeframe():
    assert result(cadences=(cadence(3, None),)).cadence_budget is None
    assert money(Plan(content=ContentPlan(cadences=(cadence(3, 15),)))).cadence_budget is None


def test_the_cadence_is_no_part_of_the_investment():
    assert result(cadences=(cadence(3, 15),)).investment is None


def test_the_investment_is_all_costs_and_the_time():
    found = result(
        costs=(cost("390"), cost(None), cost("10.50")),
        hours_per_week=Decimal(6),
        hourly_rate=Decimal(20),
    )
    assert (found.time_cost, found.investment) == (1560, Decimal("1960.50"))


def test_costs_that_are_all_blank_are_not_zero():
    assert result(costs=(cost(None),)).investment is None


def test_hours_without_a_rate_cost_nothing_known():
    assert result(hours_per_week=Decimal(6)).time_cost is None


def test_return_on_investment_is_what_is_won_beyond_the_costs():
    assert return_on_investment(Decimal(1900), Decimal(950)) == 1
    assert return_on_investment(Decimal(0), Decimal(950)) == -1


def test_there_is_no_return_on_investment_without_costs():
    assert return_on_investment(Decimal(1900), Decimal(0)) is None
    assert result(expected_return=Decimal(1900)).roi is None


def test_there_is_none_without_a_return_either():
    found = result(costs=(cost("390"),))
    assert (found.investment, found.return_, found.roi) == (390, None, None)


def test_a_plan_tells_its_return_on_investment():
    found = result(costs=(cost("500"),), expected_return=Decimal(680))
    assert found.roi == Decimal("0.36")


def test_units_at_their_value_are_the_return_when_none_is_given():
    leads = {"unit_value": Decimal(12), "expected_units": Decimal(50)}
    assert result(**leads).return_ == 600
    assert result(**leads, expected_return=Decimal(700)).return_ == 700


def test_break_even_is_rounded_up():
    assert break_even(Decimal(585), Decimal(12)) == 49
    assert break_even(Decimal(600), Decimal(12)) == 50


def test_units_worth_nothing_never_break_even():
    assert break_even(Decimal(600), Decimal(0)) is None


def test_a_plan_tells_how_many_leads_pay_for_it():
    assert result(costs=(cost("585"),), unit_value=Decimal(12)).break_even_units == 49
    assert result(costs=(cost("585"),)).break_even_units is None


def test_a_plan_of_one_day_costs_the_time_of_a_day():
    assert result(weeks=0, hours_per_week=Decimal(14), hourly_rate=Decimal(20)).time_cost == 40


@given(investment=quantities, unit_value=quantities.filter(bool))
def test_break_even_units_pay_for_the_investment_and_one_less_does_not(investment, unit_value):
    units = break_even(investment, unit_value)
    assert units * Fraction(unit_value) >= investment
    assert (units - 1) * Fraction(unit_value) < investment


@given(
    st.builds(
        Money,
        costs=st.lists(maybe.map(cost), max_size=3).map(tuple),
        hours_per_week=maybe,
        hourly_rate=maybe,
        expected_return=maybe,
        unit_value=maybe,
        expected_units=maybe,
    )
)
def test_every_amount_is_finite(of_plan):
    plan = Plan(start=dt.date(2000, 1, 1), due=dt.date(2199, 12, 31), money=of_plan)
    found = money(plan)
    for amount in (found.time_cost, found.investment, found.return_, found.roi):
        assert amount is None or amount.is_finite()
