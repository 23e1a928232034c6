"""Reading numbers: one reading or a refusal, never a silent different number."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.domain.terms import MetricKind
from smartgoals.domain.value import MAX_AMOUNT
from smartgoals.formats import FormatError, FormatReason, Formats
from smartgoals.formats.numbers import LIMIT

LOCALES = ("en_GB", "en_US", "id_ID", "it_IT", "nb_NO", "tr_TR")
COMMA_LOCALES = ("id_ID", "it_IT", "nb_NO", "tr_TR")
OTHERS = ("ar_EG", "de_CH", "en_IN", "fa_IR", "fr_FR", "hi_IN", "ru_RU")
AMOUNTS = st.decimals(min_value=-(10**15) + 1, max_value=10**15 - 1, places=6)


def reason(text: str, locale: str = "en_GB") -> FormatReason:
    with pytest.raises(FormatError) as refused:
        Formats(locale).parse_number(text)
    assert refused.value.text == text
    return refused.value.reason


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1200", "1200"),
        (" 1200 ", "1200"),
        ("1.234,5", "1234.5"),
        ("1234.5", "1234.5"),
        ("1234,5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1\u00a0234,5", "1234.5"),
        ("1\u202f234", "1234"),
        ("1'234.5", "1234.5"),
        ("1’234’567", "1234567"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("12,5 %", "12.5"),
        ("12.5%", "12.5"),
        ("%15", "15"),
        ("0.125", "0.125"),
        ("0,125", "0.125"),
        (".5", "0.5"),
        ("-7", "-7"),
        ("−7", "-7"),
        ("- 7", "-7"),
        ("+7", "7"),
        ("-0", "0"),
        ("007", "7"),
        ("١٢٣٤", "1234"),
        ("٣٫٥", "3.5"),
        ("١٬٢٣٤٫٥", "1234.5"),
        ("१२३", "123"),
        ("１２", "12"),
        ("\u200e-5\u200f", "-5"),
    ],
)
def test_a_number_with_one_reading_is_read_in_every_language(
    locale: str, text: str, number: str
) -> None:
    assert str(Formats(locale).parse_number(text)) == number


def test_the_language_decides_between_thousands_and_decimals() -> None:
    assert Formats("en_GB").parse_number("1,234") == 1234
    assert Formats("en_GB").parse_number("1.234") == Decimal("1.234")
    for locale in COMMA_LOCALES:
        assert Formats(locale).parse_number("1.234") == 1234
        assert Formats(locale).parse_number("1,234") == Decimal("1.234")


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en_GB", "1234,567"),
        ("en_GB", "1 234,567"),
        ("en_GB", "1.234,567"),
        ("it_IT", "1234.567"),
        ("nb_NO", "1 234.567"),
        ("tr_TR", "1,234.567"),
        ("ar_EG", "1,234"),
        ("de_CH", "1,234"),
    ],
)
def test_what_a_slip_could_have_made_another_number_is_refused(locale: str, text: str) -> None:
    assert reason(text, locale) is FormatReason.AMBIGUOUS


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("nan", FormatReason.NOT_A_NUMBER),
        ("inf", FormatReason.NOT_A_NUMBER),
        ("-Infinity", FormatReason.NOT_A_NUMBER),
        ("many", FormatReason.NOT_A_NUMBER),
        ("", FormatReason.NOT_A_NUMBER),
        ("-", FormatReason.NOT_A_NUMBER),
        ("5-", FormatReason.NOT_A_NUMBER),
        ("1/2", FormatReason.NOT_A_NUMBER),
        ("1½", FormatReason.NOT_A_NUMBER),
        ("5²", FormatReason.NOT_A_NUMBER),
        ("1_000", FormatReason.NOT_A_NUMBER),
        ("(5)", FormatReason.NOT_A_NUMBER),
        ("%5%", FormatReason.NOT_A_NUMBER),
        ("1٢3", FormatReason.NOT_A_NUMBER),
        ("1\n234", FormatReason.NOT_A_NUMBER),
        ("1\t234", FormatReason.NOT_A_NUMBER),
        ("5 followers", FormatReason.WORDS),
        ("10k", FormatReason.WORDS),
        ("$15", FormatReason.WORDS),
        ("0x1F", FormatReason.WORDS),
        ("1e5", FormatReason.EXPONENT),
        ("1,5E-3", FormatReason.EXPONENT),
        ("--5", FormatReason.TWO_SIGNS),
        ("+-5", FormatReason.TWO_SIGNS),
        ("1,23,4", FormatReason.GROUPS),
        ("12,34,567", FormatReason.GROUPS),
        ("1 2", FormatReason.GROUPS),
        ("1  234", FormatReason.GROUPS),
        ("12 34", FormatReason.GROUPS),
        ("1234 567", FormatReason.GROUPS),
        ("0 123", FormatReason.GROUPS),
        ("1,234.567.890", FormatReason.GROUPS),
        ("1 234'567", FormatReason.GROUPS),
        ("1 234,567.8", FormatReason.GROUPS),
        ("5.", FormatReason.GROUPS),
        ("1..5", FormatReason.GROUPS),
        ("1٫234٫567", FormatReason.GROUPS),
        ("1000000000000000", FormatReason.TOO_LARGE),
        ("9" * 10_000, FormatReason.TOO_LARGE),
        ("0.1234567", FormatReason.TOO_PRECISE),
    ],
)
def test_what_cannot_be_read_for_sure_is_refused_with_its_reason(
    locale: str, text: str, why: FormatReason
) -> None:
    assert reason(text, locale) is why


def test_indian_grouping_is_read_where_it_is_written() -> None:
    assert Formats("en_IN").parse_number("12,34,567") == 1234567
    assert reason("12,34,56", "en_IN") is FormatReason.GROUPS


def test_a_percent_sign_is_refused_for_a_metric_that_is_no_percentage() -> None:
    formats = Formats()
    assert formats.parse_number("12 %", MetricKind.RATE) == 12
    with pytest.raises(FormatError) as refused:
        formats.parse_number("12 %", MetricKind.STOCK)
    assert refused.value.reason is FormatReason.PERCENT


def test_the_limit_of_typed_numbers_is_the_limit_of_the_plan() -> None:
    assert LIMIT == MAX_AMOUNT


@given(amount=AMOUNTS, locale=st.sampled_from(LOCALES + OTHERS))
def test_what_is_printed_is_read_as_the_same_number(amount: Decimal, locale: str) -> None:
    formats = Formats(locale)
    assert formats.parse_number(formats.number(amount)) == amount


@given(text=st.text(alphabet="0123456789.,' -+%\u00a0٫٬x", max_size=12))
def test_two_languages_never_read_a_text_as_two_numbers_but_for_one_mark_before_three_digits(
    text: str,
) -> None:
    readings = set()
    for locale in ("en_GB", "it_IT"):
        try:
            readings.add(Formats(locale).parse_number(text))
        except FormatError:
            continue
    marks = [character for character in text if character in ".,"]
    assert len(readings) <= 1 or len(marks) == 1


@given(text=st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        number = Formats().parse_number(text)
    except FormatError:
        return
    assert number.is_finite()
