from smartgoals.charts.points import chart_points, marked_tactics
from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Tactic
from smartgoals.domain.terms import Quadrant

PLAN = Plan(
    tactics=(
        Tactic(name="podcast", value=3, complexity=8),
        Tactic(name="ideas"),
        Tactic(name="video", value=9, complexity=9, parked=True),
        Tactic(name=" stories ", value=9, complexity=2),
        Tactic(name="later", parked=True),
    )
)


def test_tactics_are_marked_in_the_order_of_work_and_parked_ones_with_letters():
    marked = [(tactic.name.strip(), mark) for tactic, mark in marked_tactics(PLAN)]

    assert marked == [
        ("stories", "1"),
        ("podcast", "2"),
        ("ideas", "–"),
        ("video", "a"),
        ("later", "b"),
    ]


def test_a_tactic_without_scores_is_not_plotted():
    assert [point.name for point in chart_points(PLAN)] == ["stories", "podcast", "video"]


def test_a_point_knows_its_quadrant_and_whether_it_is_parked():
    stories, podcast, video = chart_points(PLAN)

    assert (stories.quadrant, podcast.quadrant) == (Quadrant.QUICK_WINS, Quadrant.TIME_SINKS)
    assert video.is_parked
    assert not stories.is_parked


def test_letters_go_on_after_z():
    plan = Plan(tactics=tuple(Tactic(parked=True) for _ in range(28)))

    assert [mark for _, mark in marked_tactics(plan)][25:] == ["z", "aa", "ab"]
