import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.domain.plan import Plan
from smartgoals.domain.priorities import order_of_work, quadrant, rank
from smartgoals.domain.tactic import Tactic
from smartgoals.domain.terms import Quadrant

scores = st.integers(1, 10)


def tactic(name, value=None, complexity=None, *, parked=False):
    return Tactic(id=name, name=name, value=value, complexity=complexity, parked=parked)


def names(tactics):
    return [t.name for t in tactics]


@pytest.mark.parametrize(
    ("value", "complexity", "field"),
    [
        (6, 5, Quadrant.QUICK_WINS),
        (6, 6, Quadrant.BIG_BETS),
        (5, 5, Quadrant.FILL_INS),
        (5, 6, Quadrant.TIME_SINKS),
    ],
)
def test_the_line_between_quadrants_lies_between_five_and_six(value, complexity, field):
    assert quadrant(tactic("a", value, complexity)) is field


@given(value=scores, complexity=scores)
def test_every_scored_tactic_falls_in_the_quadrant_of_its_halves(value, complexity):
    field = quadrant(tactic("a", value, complexity))
    assert (field in {1, 2}) == (value >= 6)
    assert (field in {1, 3}) == (complexity <= 5)


@pytest.mark.parametrize(("value", "complexity"), [(None, None), (7, None), (None, 3)])
def test_a_tactic_with_a_score_missing_is_in_no_quadrant(value, complexity):
    assert quadrant(tactic("a", value, complexity)) is None


def test_work_goes_from_quadrant_to_quadrant():
    entered = [tactic("4", 1, 9), tactic("3", 5, 1), tactic("2", 10, 6), tactic("1", 6, 5)]
    assert names(order_of_work(entered)) == ["1", "2", "3", "4"]


def test_inside_a_quadrant_value_then_complexity_then_entry_decides():
    entered = [
        tactic("d", 8, 3),
        tactic("c", 8, 2),
        tactic("a", 10, 5),
        tactic("e", 8, 3),
        tactic("b", 9, 5),
    ]
    assert names(order_of_work(entered)) == ["a", "b", "c", "d", "e"]


def test_unscored_tactics_come_last_in_the_order_of_entry():
    entered = [tactic("y"), tactic("x", 9), tactic("sink", 1, 10)]
    assert names(order_of_work(entered)) == ["sink", "y", "x"]


def test_a_parked_tactic_leaves_the_order_and_keeps_its_quadrant():
    parked = tactic("parked", 9, 1, parked=True)
    assert names(order_of_work([parked, tactic("a", 1, 1)])) == ["a"]
    assert quadrant(parked) is Quadrant.QUICK_WINS


@given(st.lists(st.tuples(scores, scores), max_size=12))
def test_the_order_holds_every_tactic_once(pairs):
    tactics = [tactic(str(n), *pair) for n, pair in enumerate(pairs)]
    order = order_of_work(tactics)
    assert sorted(names(order)) == sorted(names(tactics))
    assert [quadrant(t) for t in order] == sorted(quadrant(t) for t in tactics)


def test_the_rank_counts_from_one_and_only_what_is_scored_and_not_parked():
    first, second = tactic("a", 9, 1), tactic("b", 8, 1)
    parked, open_ = tactic("c", 10, 1, parked=True), tactic("d")
    plan = Plan(tactics=(open_, second, parked, first))
    assert [rank(plan, t) for t in (first, second, parked, open_)] == [1, 2, None, None]
