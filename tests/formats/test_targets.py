"""Reading targets: a level, a change in percent, or a factor."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.domain.metric import Target
from smartgoals.domain.terms import MetricKind, TargetKind
from smartgoals.formats import FormatError, FormatReason, Formats

LOCALES = ("en_GB", "id_ID", "it_IT", "nb_NO", "tr_TR")


def read(text: str, kind: MetricKind = MetricKind.COUNT) -> Target:
    return Formats().parse_target(text, kind)


def reason(text: str, kind: MetricKind = MetricKind.COUNT) -> FormatReason:
    with pytest.raises(FormatError) as refused:
        read(text, kind)
    return refused.value.reason


def number(amount: str) -> Target:
    return Target(kind=TargetKind.NUMBER, amount=Decimal(amount))


def percent(amount: str) -> Target:
    return Target(kind=TargetKind.PERCENT, amount=Decimal(amount))


def factor(amount: str) -> Target:
    return Target(kind=TargetKind.FACTOR, amount=Decimal(amount))


def test_a_bare_number_is_the_level_to_reach() -> None:
    assert read("1000") == number("1000")
    assert read("1,000") == number("1000")


@pytest.mark.parametrize("text", ["+15 %", "+15%", "+ 15 %", "+%15", "%+15", "+15\u00a0%"])
def test_a_signed_percentage_is_a_change(text: str) -> None:
    assert read(text) == percent("15")


def test_a_falling_target_is_typed_with_a_minus() -> None:
    assert read("-30 %") == percent("-30")
    assert read("−30 %") == percent("-30")


@pytest.mark.parametrize("text", ["x2", "X2", "x 2", "×2", "2x", "2 ×"])
def test_a_factor_is_typed_with_a_sign_of_multiplication(text: str) -> None:
    assert read(text) == factor("2")


def test_a_percentage_without_sign_is_a_level_of_a_metric_in_percent_only() -> None:
    assert read("20 %", MetricKind.RATE) == number("20")
    assert read("20 %", MetricKind.SHARE) == number("20")
    assert reason("20 %", MetricKind.STOCK) is FormatReason.UNSIGNED_PERCENT


def test_a_signed_number_without_percent_sign_has_its_own_reason() -> None:
    assert reason("+500") is FormatReason.CHANGE
    assert reason("-500") is FormatReason.CHANGE
    assert reason("+12", MetricKind.RATE) is FormatReason.CHANGE
    assert reason("+5", MetricKind.STOCK) is FormatReason.CHANGE


def test_a_level_may_be_below_zero_where_the_metric_may() -> None:
    assert read("-5", MetricKind.STOCK) == number("-5")


@pytest.mark.parametrize("text", ["x0", "x-2", "x+2", "x20 %"])
def test_there_is_nothing_to_multiply_with(text: str) -> None:
    assert reason(text) is FormatReason.FACTOR


@pytest.mark.parametrize("text", ["x", "xx", "many", "2x2", "nan"])
def test_what_is_no_target_is_refused(text: str) -> None:
    assert reason(text) in {FormatReason.NOT_A_NUMBER, FormatReason.WORDS}


def test_a_target_is_printed_as_it_is_typed() -> None:
    formats = Formats()
    assert formats.target(number("1000")) == "1,000"
    assert formats.target(percent("15")) == "+15 %"
    assert formats.target(percent("-30")) == "-30 %"
    assert formats.target(factor("2")) == "x2"
    assert Formats("tr_TR").target(percent("15")) == "+%15"


AMOUNTS = st.decimals(min_value="0.000001", max_value=10**9, places=6)


@given(
    amount=AMOUNTS,
    kind=st.sampled_from(TargetKind),
    metric=st.sampled_from(MetricKind),
    locale=st.sampled_from(LOCALES),
)
def test_what_is_printed_is_read_as_the_same_target(
    amount: Decimal, kind: TargetKind, metric: MetricKind, locale: str
) -> None:
    formats = Formats(locale)
    target = Target(kind=kind, amount=amount)
    assert formats.parse_target(formats.target(target), metric) == target


@given(amount=AMOUNTS, locale=st.sampled_from(LOCALES))
def test_a_fall_is_read_as_it_is_printed(amount: Decimal, locale: str) -> None:
    formats = Formats(locale)
    target = Target(kind=TargetKind.PERCENT, amount=-amount)
    assert formats.parse_target(formats.target(target), MetricKind.MONEY) == target
