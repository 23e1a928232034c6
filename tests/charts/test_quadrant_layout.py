import math
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from smartgoals.charts.points import chart_points
from smartgoals.charts.quadrant_layout import QuadrantLayout, key_height, lay_out
from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Tactic
from smartgoals.domain.terms import Quadrant
from tests.charts.samples import WORDS, measure, scored

SCORES = st.lists(st.tuples(st.integers(1, 10), st.integers(1, 10)), max_size=40)


def chart(plan: Plan, width: float = 600, height: float = 500, **options: float) -> QuadrantLayout:
    return lay_out(chart_points(plan), width, height, words=WORDS, measure=measure, **options)


def test_a_point_alone_lies_exactly_on_its_scores():
    layout = chart(scored((2, 8)))

    assert (layout.dots[0].x, layout.dots[0].y) == layout.field.point(2, 8)


def test_equal_points_lie_side_by_side_around_their_scores():
    layout = chart(scored((3, 8), (3, 8)))
    left, right = layout.dots

    assert left.y == right.y
    assert math.isclose((left.x + right.x) / 2, layout.field.point(3, 8)[0])
    assert right.x - left.x > 2 * left.radius


@settings(max_examples=60, deadline=None)
@given(SCORES)
def test_no_dot_covers_another_or_leaves_its_quadrant(scores: list[tuple[int, int]]):
    layout = chart(scored(*scores), 700, 600)

    for one, other in combinations(layout.dots, 2):
        assert math.dist((one.x, one.y), (other.x, other.y)) >= 2 * one.radius
    for dot in layout.dots:
        assert layout.field.quadrant_box(*dot.point.scores).contains(dot.box)


def test_a_hundred_equal_points_each_have_their_place():
    layout = chart(scored(*[(2, 9)] * 60), 900, 800)

    assert len({(round(dot.x), round(dot.y)) for dot in layout.dots}) == 60


@settings(max_examples=60, deadline=None)
@given(SCORES.filter(lambda scores: len(scores) <= 12))
def test_names_cover_no_dot_no_other_name_and_stay_in_the_field(scores: list[tuple[int, int]]):
    layout = chart(scored(*scores))
    names = [dot.label.box for dot in layout.dots if dot.label is not None]

    assert not any(one.overlaps(other) for one, other in combinations(names, 2))
    assert not any(dot.box.overlaps(name) for dot in layout.dots for name in names)
    assert all(layout.field.box.contains(name) for name in names)


def test_every_point_of_an_ordinary_plan_has_its_name():
    layout = chart(scored((2, 8), (4, 7), (7, 8), (7, 5), (3, 4), (8, 3)))

    assert [dot.label.text for dot in layout.dots if dot.label] == [
        dot.point.name for dot in layout.dots
    ]


def test_a_name_at_the_right_edge_stands_left_of_its_dot():
    dot = chart(scored((10, 8))).dots[0]

    assert dot.label is not None
    assert dot.label.box.right < dot.x


def test_a_long_name_is_shortened():
    plan = Plan(tactics=(Tactic(name="x" * 10_000, value=8, complexity=2),))
    label = chart(plan).dots[0].label

    assert label is not None
    assert label.text.endswith("…")


def test_above_a_dozen_points_only_the_marks_are_left():
    layout = chart(scored(*((x, 8) for x in range(1, 9)), *((x, 3) for x in range(1, 6))))

    assert len(layout.dots) == 13
    assert all(dot.label is None for dot in layout.dots)


def test_the_key_names_every_point_beside_the_fields():
    layout = chart(scored((2, 8), (7, 8)), key_width=200)

    assert [text.text for text in layout.key] == ["1", "Tactic 0", "2", "Tactic 1"]
    assert all(text.left > layout.frame.right for text in layout.key)


def test_a_key_fits_into_its_height():
    count = 60
    layout = chart(scored(*[(2, 8)] * count), 900, key_height(count, measure), key_width=300)

    assert max(text.box.bottom for text in layout.key) <= layout.frame.bottom


def test_the_names_of_the_quadrants_lie_where_no_dot_can_be():
    layout = chart(scored((1, 10), (6, 10), (1, 1), (6, 1)))

    titles = [text.box for field in layout.quadrants for text in field.texts]
    assert not any(dot.box.overlaps(title) for dot in layout.dots for title in titles)


def test_quadrant_one_is_upper_left_and_four_lower_right():
    boxes = {field.quadrant: field.box for field in chart(scored()).quadrants}

    assert boxes[Quadrant.QUICK_WINS].left < boxes[Quadrant.BIG_BETS].left
    assert boxes[Quadrant.QUICK_WINS].top < boxes[Quadrant.FILL_INS].top
    assert boxes[Quadrant.TIME_SINKS].left == boxes[Quadrant.BIG_BETS].left


def test_advice_moves_below_the_name_where_the_field_is_narrow():
    wide, narrow = chart(scored(), 600), chart(scored(), 250)

    assert wide.quadrants[0].texts[0].baseline == wide.quadrants[0].texts[1].baseline
    assert narrow.quadrants[0].texts[0].baseline < narrow.quadrants[0].texts[1].baseline


def test_everything_written_stays_in_the_drawing():
    layout = chart(scored((2, 8)), 400, 300)
    texts = [*layout.axis_texts, *(text for field in layout.quadrants for text in field.texts)]

    assert all(0 <= text.box.left <= text.box.right <= layout.width for text in texts)
    assert all(0 <= text.box.top <= text.box.bottom <= layout.height for text in texts)


def test_a_drawing_too_small_for_the_chart_breaks_nothing():
    layout = chart(scored((2, 8), (2, 8), (9, 2)), 1, 1)

    assert len(layout.dots) == 3
    assert layout.frame.width > 0


def test_the_dot_under_the_pointer_is_found():
    layout = chart(scored((2, 8), (9, 2)))
    first = layout.dots[0]

    assert layout.dot_at(first.x + 3, first.y) is first
    assert layout.dot_at(first.x + 20, first.y) is None
    assert layout.dot_at(first.x + 20, first.y, reach=15) is first


def test_a_dot_is_found_by_its_tactic():
    layout = chart(scored((2, 8), (9, 2)))

    assert layout.dot("t1") is layout.dots[1]
    assert layout.dot("nobody") is None
