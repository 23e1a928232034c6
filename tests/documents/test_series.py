"""Series of dates and values, as they come from spreadsheets and other programs."""

import datetime as dt
from decimal import Decimal

import pytest

from smartgoals.documents.csv_reader import read_table
from smartgoals.documents.series import Series, read_series
from smartgoals.domain.terms import MetricKind
from smartgoals.formats import Formats


def series(text: str, locale: str = "en_GB", kind: MetricKind | None = None) -> Series:
    return read_series(read_table(text), Formats(locale), lambda _: kind)


def values(text: str, locale: str = "en_GB") -> list[tuple[dt.date, Decimal]]:
    found = series(text, locale)
    assert not found.problems
    return [(entry.day, entry.value) for entry in found.entries]


MARCH_22 = dt.date(2027, 3, 22)
MARCH_29 = dt.date(2027, 3, 29)


def test_two_columns_are_date_and_value():
    text = "22 March 2027\t1,200\n29.3.2027\t1,215"

    assert values(text) == [(MARCH_22, Decimal(1200)), (MARCH_29, Decimal(1215))]


def test_headings_say_which_column_is_which():
    [entry] = series("Note,Value,Metric,Date\nrain,1200,fans,2027-03-22").entries

    assert (entry.day, entry.value, entry.metric, entry.note) == (
        MARCH_22,
        Decimal(1200),
        "fans",
        "rain",
    )


def test_four_columns_without_headings_name_the_metric_first():
    [entry] = series("fans,2027-03-22,1200,rain").entries

    assert (entry.metric, entry.value, entry.note) == ("fans", Decimal(1200), "rain")


def test_a_typed_list_needs_no_separator():
    text = "22 March 2027 1200\n2027-03-29   1215"

    assert values(text) == [(MARCH_22, Decimal(1200)), (MARCH_29, Decimal(1215))]


def test_a_decimal_comma_is_seen_by_the_other_rows():
    text = "22.03.2027;1,234\n29.03.2027;1,5"

    assert values(text) == [(MARCH_22, Decimal("1.234")), (MARCH_29, Decimal("1.5"))]


def test_a_point_between_thousands_is_seen_by_the_other_rows():
    text = "22.03.2027;1.234\n29.03.2027;1.234.567"

    assert values(text) == [(MARCH_22, Decimal(1234)), (MARCH_29, Decimal(1234567))]


def test_a_decimal_point_is_seen_by_the_other_rows_in_a_language_with_commas():
    text = "2027-03-22,1.234\n2027-03-29,1.5"

    assert values(text, "it_IT") == [(MARCH_22, Decimal("1.234")), (MARCH_29, Decimal("1.5"))]


@pytest.mark.parametrize(("text", "locale"), [("1,234", "en_GB"), ("1.234", "en_GB")])
def test_a_number_with_two_readings_in_a_foreign_file_is_not_guessed(text: str, locale: str):
    [problem] = series(f"22.03.2027;{text}", locale).problems

    assert "two different numbers" in problem.sentence


def test_the_own_writing_decides_in_the_own_file():
    assert values("22.03.2027\t1,234") == [(MARCH_22, Decimal(1234))]
    assert values("22.03.2027;1,234", "nb_NO") == [(MARCH_22, Decimal("1.234"))]


def test_a_month_that_stands_first_is_seen_by_the_other_rows():
    days = [day for day, _ in values("03/04/2027\t1\n03/22/2027\t2\n03/29/2027\t3")]

    assert days == [dt.date(2027, 3, 4), MARCH_22, MARCH_29]


def test_every_row_that_does_not_fit_has_its_sentence():
    found = series("date,value\n2027-03-22,1200\n2027-02-30,5\n,7\n2027-03-29,\n2027-04-05,many")

    assert [entry.row for entry in found.entries] == [2]
    assert [problem.row for problem in found.problems] == [3, 4, 5, 6]
    assert found.problems[0].text == "2027-02-30 · 5"
    assert all(problem.sentence.endswith(".") for problem in found.problems)


def test_a_percent_sign_needs_a_metric_in_percent():
    text = "2027-03-22\t8 %"

    assert series(text, kind=MetricKind.RATE).entries[0].value == 8
    assert series(text, kind=MetricKind.STOCK).problems


@pytest.mark.parametrize("value", ["nan", "inf", "1e5", "1_000", "5 followers", "--5"])
def test_what_is_no_number_never_comes_in(value: str):
    assert not series(f"2027-03-22\t{value}").entries
