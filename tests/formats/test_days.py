"""Reading and printing dates."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.formats import FormatError, FormatReason, Formats

LOCALES = ("en_GB", "en_US", "id_ID", "it_IT", "nb_NO", "tr_TR")
OTHERS = ("ar_EG", "de_DE", "es_ES", "fa_IR", "fr_FR", "hi_IN", "ja_JP", "pt_PT", "ru_RU")
DAYS = st.dates(min_value=dt.date(2000, 1, 1), max_value=dt.date(2199, 12, 31))
DUE = dt.date(2027, 6, 14)


def reason(text: str, locale: str = "en_GB") -> FormatReason:
    with pytest.raises(FormatError) as refused:
        Formats(locale).parse_day(text)
    assert refused.value.text == text
    return refused.value.reason


@pytest.mark.parametrize(
    ("locale", "long", "medium", "short"),
    [
        ("en_GB", "14 June 2027", "14 Jun 2027", "14 Jun"),
        ("en_US", "June 14, 2027", "Jun 14, 2027", "Jun 14"),
        ("id_ID", "14 Juni 2027", "14 Jun 2027", "14 Jun"),
        ("it_IT", "14 giugno 2027", "14 giu 2027", "14 giu"),
        ("nb_NO", "14. juni 2027", "14. juni 2027", "14. juni"),
        ("tr_TR", "14 Haziran 2027", "14 Haz 2027", "14 Haz"),
        ("es_ES", "14 de junio de 2027", "14 de jun de 2027", "14 de jun"),
    ],
)
def test_dates_are_printed_in_words(locale: str, long: str, medium: str, short: str) -> None:
    formats = Formats(locale)
    assert (formats.day(DUE), formats.medium_day(DUE), formats.short_day(DUE)) == (
        long,
        medium,
        short,
    )


@pytest.mark.parametrize(
    ("locale", "long", "short"),
    [
        ("en_GB", "14_June 2027", "14_Jun"),
        ("en_US", "June_14, 2027", "Jun_14"),
        ("nb_NO", "14._juni 2027", "14._juni"),
        ("tr_TR", "14_Haziran 2027", "14_Haz"),
    ],
)
def test_on_paper_a_day_stays_with_its_month(locale: str, long: str, short: str) -> None:
    formats = Formats(locale, week_start=3).unbroken()
    days = (formats.day(DUE), formats.short_day(DUE))
    assert tuple(day.replace("\u00a0", "_") for day in days) == (long, short)
    assert formats.parse_day(formats.day(DUE)) == DUE
    assert formats.week_start == 3


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    "text",
    [
        "2027-06-14",
        "2027/6/14",
        "14 June 2027",
        "14 Jun 2027",
        "14 JUNE 2027",
        "14-Jun-2027",
        "June 14, 2027",
        "June 14th, 2027",
        "14th June 2027",
        "Monday, 14 June 2027",
        " 14  June  2027 ",
        "١٤ June ٢٠٢٧",
    ],
)
def test_iso_and_english_dates_are_read_in_every_language(locale: str, text: str) -> None:
    assert Formats(locale).parse_day(text) == DUE


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en_GB", "14/06/2027"),
        ("en_GB", "14.6.2027"),
        ("en_US", "6/14/2027"),
        ("id_ID", "14/06/2027"),
        ("it_IT", "lunedì 14 giugno 2027"),
        ("it_IT", "14 GIU 2027"),
        ("nb_NO", "14.06.2027"),
        ("nb_NO", "mandag 14. juni 2027"),
        ("tr_TR", "14 HAZİRAN 2027"),
        ("tr_TR", "14.06.2027"),
        ("tr_TR", "14 Haziran 2027 Pazartesi"),
        ("ja_JP", "2027年6月14日"),
    ],
)
def test_dates_are_read_as_the_language_writes_them(locale: str, text: str) -> None:
    assert Formats(locale).parse_day(text) == DUE


def test_turkish_months_are_read_in_any_case() -> None:
    for text in ("3 Kasım 2027", "3 KASIM 2027", "3 kasim 2027"):
        assert Formats("tr_TR").parse_day(text) == dt.date(2027, 11, 3)


def test_march_and_tuesday_have_one_short_name_in_italian() -> None:
    assert Formats("it_IT").parse_day("mar 2 mar 2027") == dt.date(2027, 3, 2)


def test_digits_follow_the_order_of_the_language() -> None:
    assert Formats("en_GB").parse_day("06/07/2027") == dt.date(2027, 7, 6)
    assert Formats("en_US").parse_day("06/07/2027") == dt.date(2027, 6, 7)


def test_a_month_is_never_swapped_with_a_day() -> None:
    assert reason("06/14/2027", "en_GB") is FormatReason.NO_SUCH_DAY
    assert reason("14/06/2027", "en_US") is FormatReason.NO_SUCH_DAY
    assert reason("4.6.2027", "en_US") is FormatReason.NOT_A_DATE


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("soon", FormatReason.NOT_A_DATE),
        ("", FormatReason.NOT_A_DATE),
        ("14", FormatReason.NOT_A_DATE),
        ("June 2027", FormatReason.NOT_A_DATE),
        ("14 June 2027 at 10:00", FormatReason.NOT_A_DATE),
        ("14 June 2027?", FormatReason.NOT_A_DATE),
        ("14/06-2027", FormatReason.NOT_A_DATE),
        ("20270614", FormatReason.NOT_A_DATE),
        ("14 June June 2027", FormatReason.NOT_A_DATE),
        ("14 June", FormatReason.NO_YEAR),
        ("14 June 27", FormatReason.SHORT_YEAR),
        ("14/06/27", FormatReason.SHORT_YEAR),
        ("27-06-14", FormatReason.SHORT_YEAR),
        ("14 June 202", FormatReason.SHORT_YEAR),
        ("14 June 1999", FormatReason.YEAR_OUT_OF_RANGE),
        ("2200-01-01", FormatReason.YEAR_OUT_OF_RANGE),
        ("30 February 2028", FormatReason.NO_SUCH_DAY),
        ("29/02/2027", FormatReason.NO_SUCH_DAY),
        ("0/6/2027", FormatReason.NO_SUCH_DAY),
        ("9" * 50 + " June 2027", FormatReason.NO_SUCH_DAY),
        ("Sunday 14 June 2027", FormatReason.WEEKDAY),
    ],
)
def test_what_is_no_date_for_sure_is_refused_with_its_reason(text: str, why: FormatReason) -> None:
    assert reason(text) is why


def test_the_leap_day_is_read() -> None:
    assert Formats().parse_day("29/02/2028") == dt.date(2028, 2, 29)


@given(day=DAYS, locale=st.sampled_from(LOCALES + OTHERS))
def test_what_is_printed_is_read_as_the_same_date(day: dt.date, locale: str) -> None:
    formats = Formats(locale)
    assert formats.parse_day(formats.day(day)) == day
    assert formats.parse_day(formats.medium_day(day)) == day


@given(text=st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        day = Formats().parse_day(text)
    except FormatError:
        return
    assert 2000 <= day.year <= 2199


def test_days_of_the_week_and_month_have_names() -> None:
    assert Formats("nb_NO").weekday(0) == "mandag"
    assert Formats().weekday(6, short=True) == "Sun"
    names = [Formats().ordinal(day) for day in (1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 30, 31)]
    assert " ".join(names) == "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 23rd 30th 31st"
    assert Formats("tr_TR").ordinal(30) == "30."
    assert Formats("it_IT").ordinal(30) == "30"


@pytest.mark.parametrize(
    ("locale", "inside", "alone"),
    [
        ("tr_TR", "pazartesi", "Pazartesi"),
        ("en_GB", "Monday", "Monday"),
        ("id_ID", "Senin", "Senin"),
        ("it_IT", "lunedì", "lunedì"),
    ],
)
def test_a_day_has_a_capital_inside_a_sentence_where_the_language_gives_it_one(
    locale: str, inside: str, alone: str
) -> None:
    formats = Formats(locale)
    assert (formats.inner_weekday(0), formats.weekday(0)) == (inside, alone)


@pytest.mark.parametrize(
    ("locale", "chosen", "days"),
    [
        ("en_GB", None, (0, 1, 2, 3, 4, 5, 6)),
        ("en_US", None, (6, 0, 1, 2, 3, 4, 5)),
        ("nb_NO", None, (0, 1, 2, 3, 4, 5, 6)),
        ("it_IT", 5, (5, 6, 0, 1, 2, 3, 4)),
    ],
)
def test_the_week_begins_as_is_usual_or_as_she_chose(locale, chosen, days):
    assert Formats(locale, chosen).weekdays == days
