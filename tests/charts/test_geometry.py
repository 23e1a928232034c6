import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.charts.geometry import Box, ScoreField

FIELD = ScoreField(Box(10, 20, 410, 320))
SCORES = st.integers(1, 10)


@given(SCORES, SCORES)
def test_a_point_reads_back_as_its_scores(complexity: int, value: int):
    assert FIELD.scores_at(*FIELD.point(complexity, value)) == (complexity, value)


@given(SCORES, SCORES)
def test_every_point_lies_inside_its_quadrant(complexity: int, value: int):
    x, y = FIELD.point(complexity, value)
    box = FIELD.quadrant_box(complexity, value)

    assert box.left < x < box.right
    assert box.top < y < box.bottom


def test_high_value_is_up_and_high_complexity_is_right():
    low, high = FIELD.point(1, 1), FIELD.point(10, 10)

    assert low[0] < high[0]
    assert low[1] > high[1]


def test_quadrant_one_is_the_upper_left_quarter():
    assert FIELD.quadrant_box(1, 10) == Box(10, 20, 210, 170)


def test_the_middle_of_the_scores_is_the_middle_of_the_field():
    assert FIELD.point(5.5, 5.5) == FIELD.middle == (210, 170)


@pytest.mark.parametrize(
    ("x", "y", "scores"),
    [(-1000, -1000, (1, 10)), (1000, 1000, (10, 1)), (10, 320, (1, 1)), (410, 20, (10, 10))],
)
def test_outside_the_field_the_nearest_scores_count(x: int, y: int, scores: tuple[int, int]):
    assert FIELD.scores_at(x, y) == scores


def test_boxes_that_only_touch_do_not_overlap():
    assert not Box(0, 0, 10, 10).overlaps(Box(10, 0, 20, 10))
    assert Box(0, 0, 10, 10).overlaps(Box(9, 9, 20, 20))
