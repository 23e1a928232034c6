import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.charts.eliding import MAX_CHARACTERS, elided


def width(text: str) -> float:
    return 10.0 * len(text)


def test_a_text_that_fits_stays_as_it_is():
    assert elided("Post stories", 120, width) == "Post stories"


def test_a_text_that_does_not_fit_ends_with_an_ellipsis():
    assert elided("Post stories", 80, width) == "Post st…"


def test_no_space_is_left_before_the_ellipsis():
    assert elided("Post stories", 60, width) == "Post…"


def test_nothing_is_shown_where_nothing_fits():
    assert elided("Post", 5, width) == ""


def test_a_text_of_thousands_of_characters_is_never_measured_as_a_whole():
    lengths: list[int] = []

    def recorded(text: str) -> float:
        lengths.append(len(text))
        return width(text)

    elided("x" * 10_000, 1e9, recorded)

    assert max(lengths) <= MAX_CHARACTERS + 1


@pytest.mark.parametrize(
    ("text", "length", "expected"),
    [
        ("ab👩‍👩‍👧cd", 5, "ab…"),
        ("ab👍🏽cd", 4, "ab…"),
        ("abe\u0301cd", 4, "ab…"),
    ],
)
def test_a_character_of_several_parts_is_not_cut(text: str, length: int, expected: str):
    assert elided(text, 10 * length, width) == expected


@given(st.text(max_size=200), st.integers(0, 500))
def test_what_is_shown_always_fits(text: str, room: int):
    assert width(elided(text, room, width)) <= room
