"""Reading lists of values, typed or pasted from a spreadsheet."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.domain.metric import MAX_RECENT_VALUES
from smartgoals.domain.terms import MetricKind
from smartgoals.formats import FormatError, FormatReason, Formats
from smartgoals.formats.values import MAX_VALUES


def reason(text: str) -> FormatReason:
    with pytest.raises(FormatError) as refused:
        Formats().parse_values(text)
    return refused.value.reason


@pytest.mark.parametrize(
    "text",
    [
        "310\n322\n334\n350",
        "310\r\n322\r\n334\r\n350\r\n",
        "310\t322\t334\t350",
        "310; 322;334 ; 350",
        "310, 322, 334, 350",
        "310   322   334   350",
        "310,\n322,\n334,\n350",
    ],
)
def test_lines_tabs_semicolons_wide_gaps_and_commas_with_a_space_part_values(text: str) -> None:
    assert Formats().parse_values(text) == (310, 322, 334, 350)


def test_values_keep_their_thousands_and_decimals() -> None:
    assert Formats().parse_values("1,200\n1 212.5\n1250") == (1200, Decimal("1212.5"), 1250)
    assert Formats("it_IT").parse_values("1,5; 2,5") == (Decimal("1.5"), Decimal("2.5"))


def test_spaces_part_values_that_cannot_be_one_number() -> None:
    assert Formats().parse_values("12 15 9 20") == (12, 15, 9, 20)
    assert Formats().parse_values("1200 1212") == (1200, 1212)
    assert Formats().parse_values("12 % 15%", MetricKind.RATE) == (12, 15)


@pytest.mark.parametrize("text", ["310 322", "1 234", "1200 12 345", "12 345,5"])
def test_spaces_that_may_part_thousands_are_refused(text: str) -> None:
    assert reason(text) is FormatReason.UNCLEAR_LIST


@pytest.mark.parametrize("text", ["310\n\n334", "310; ; 334", "310\t\t334", ";"])
def test_a_blank_among_the_values_is_refused(text: str) -> None:
    assert reason(text) is FormatReason.BLANK_VALUE


def test_one_value_that_is_no_number_refuses_the_list() -> None:
    assert reason("310; some; 334") is FormatReason.NOT_A_NUMBER


def test_as_many_values_as_a_metric_keeps() -> None:
    assert MAX_VALUES == MAX_RECENT_VALUES
    assert len(Formats().parse_values("\n".join("9" * MAX_VALUES))) == MAX_VALUES
    assert reason("\n".join("9" * (MAX_VALUES + 1))) is FormatReason.TOO_MANY


@given(
    amounts=st.lists(
        st.decimals(min_value=-(10**9), max_value=10**9, places=2), min_size=1, max_size=12
    ),
    locale=st.sampled_from(("en_GB", "id_ID", "it_IT", "nb_NO", "tr_TR")),
)
def test_what_is_printed_is_read_as_the_same_values(amounts: list[Decimal], locale: str) -> None:
    formats = Formats(locale)
    assert formats.parse_values(formats.values(amounts)) == tuple(amounts)
