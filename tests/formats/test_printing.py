"""Printing numbers, percentages and money."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.domain.terms import MetricKind
from smartgoals.formats import Formats


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en_GB", "12,345.5"),
        ("id_ID", "12.345,5"),
        ("it_IT", "12.345,5"),
        ("nb_NO", "12\u00a0345,5"),
        ("tr_TR", "12.345,5"),
        ("ar_EG", "١٢٬٣٤٥٫٥"),
    ],
)
def test_numbers_are_printed_with_the_marks_of_the_language(locale: str, text: str) -> None:
    assert Formats(locale).number(Decimal("12345.50")) == text


def test_a_typed_number_is_printed_exactly() -> None:
    assert Formats().number(Decimal("999999999999999.000001")) == "999,999,999,999,999.000001"
    assert Formats().number(Decimal("1E+3")) == "1,000"


@pytest.mark.parametrize(
    ("numerator", "text"),
    [(3861, "1,287"), (10, "3.3"), (100, "33.3"), (1, "0.33"), ("0.01", "0.0033"), (-1, "-0.33")],
)
def test_a_third_is_printed_as_far_as_it_means_something(numerator: str, text: str) -> None:
    third = (Decimal(numerator) + Decimal("1e-9")) / 3
    assert Formats().number(third) == text


def test_a_blank_is_not_a_zero() -> None:
    formats = Formats()
    assert formats.number(None) == formats.percent(None) == formats.money(None, "EUR") == ""
    assert formats.number(Decimal(0)) == "0"
    assert formats.number(Decimal("-0.00")) == "0"


def test_a_number_too_large_for_qt_is_printed_all_the_same() -> None:
    assert Formats().number(Decimal(10) ** 20) == "1" + "0" * 20


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en_GB", "+15 %"),
        ("id_ID", "+15%"),
        ("it_IT", "+15%"),
        ("nb_NO", "+15 %"),
        ("tr_TR", "+%15"),
    ],
)
def test_a_change_in_percent_has_its_sign(locale: str, text: str) -> None:
    assert Formats(locale).signed_percent(Decimal(15)) == text


def test_no_change_has_no_sign() -> None:
    assert Formats().signed_percent(Decimal(0)) == "0 %"
    assert Formats().signed(Decimal(0)) == "0"
    assert Formats().signed(Decimal(180)) == "+180"
    assert Formats().signed(Decimal(-60)) == "-60"


def test_percentages_of_a_division_are_rounded() -> None:
    formats = Formats()
    assert formats.signed_percent(Decimal(230) / Decimal(310) * 100) == "+74 %"
    assert formats.percent(Decimal(1) / Decimal(12) * 100) == "8.3 %"
    assert formats.percent(Decimal("3.25")) == "3.25 %"


def test_nearly_all_of_the_way_never_reads_as_all_of_it() -> None:
    assert Formats().percent(Decimal("99.987654321")) == "99.9 %"
    assert Formats().percent(Decimal("100.012345678")) == "100 %"


@pytest.mark.parametrize(
    ("locale", "currency", "text"),
    [
        ("en_GB", "GBP", "£1,585.50"),
        ("en_GB", "USD", "$1,585.50"),
        ("en_GB", "CHF", "CHF\u00a01,585.50"),
        ("en_GB", "", "1,585.50"),
        ("it_IT", "EUR", "1585,50\u00a0€"),
        ("nb_NO", "NOK", "kr\u00a01\u00a0585,50"),
        ("tr_TR", "TRY", "₺1.585,50"),
        ("id_ID", "IDR", "Rp\u00a01.585,50"),
    ],
)
def test_money_is_printed_with_its_currency(locale: str, currency: str, text: str) -> None:
    assert Formats(locale).money(Decimal("1585.5"), currency) == text


def test_money_below_each_other_has_cents_all_or_none() -> None:
    def shown(*amounts: str) -> tuple[str, ...]:
        return Formats().amounts([Decimal(each) for each in amounts], MetricKind.MONEY, "EUR")

    assert shown("0.9", "1", "1.1") == ("€0.90", "€1.00", "€1.10")
    assert shown("1", "2") == ("€1", "€2")


def test_other_values_below_each_other_are_as_they_are_alone() -> None:
    amounts = [Decimal(8), Decimal("8.5")]
    assert Formats().amounts(amounts, MetricKind.COUNT) == ("8", "8.5")
    assert Formats().amounts(amounts, MetricKind.RATE) == ("8 %", "8.5 %")


def test_whole_amounts_of_money_have_no_decimals() -> None:
    assert Formats().money(Decimal("585.00"), "USD") == "$585"
    assert Formats().money(Decimal(-585), "USD") == "-$585"
    assert Formats().money(Decimal("0.084"), "USD") == "$0.084"
    assert Formats().money(Decimal(10) / 3, "USD") == "$3.33"


def test_a_value_is_printed_by_the_kind_of_its_metric() -> None:
    formats = Formats()
    assert formats.amount(Decimal(8), MetricKind.RATE) == "8 %"
    assert formats.amount(Decimal("0.84"), MetricKind.MONEY, "USD") == "$0.84"
    assert formats.amount(Decimal(1200), MetricKind.STOCK, "USD") == "1,200"


def test_hours_have_their_sign() -> None:
    assert Formats().hours(Decimal("6.5")) == "6.5 h"


def test_parts_are_listed_as_the_language_does_and_taken_literally() -> None:
    assert Formats().listed(["a", "%1", "c & d"]) == "a, %1 and c & d"
    assert Formats("nb_NO").listed(["a", "b"]) == "a og b"
    assert Formats().listed([]) == ""


def test_only_words_lose_their_capital() -> None:
    assert Formats().lower_first("Link clicks") == "link clicks"
    assert Formats().lower_first("NPS") == "NPS"
    assert Formats("tr_TR").lower_first("Izleyiciler") == "ızleyiciler"
    assert Formats().lower_first("") == ""


@pytest.mark.parametrize("name", ["C", "", "POSIX", "nonsense"])
def test_no_language_is_british_english(name: str) -> None:
    assert Formats(name).locale_name == "en_GB"


@given(
    amount=st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30)
)
def test_any_number_can_be_printed(amount: Decimal) -> None:
    formats = Formats()
    assert formats.number(amount)
    assert formats.percent(amount)
    assert formats.money(amount, "EUR")
