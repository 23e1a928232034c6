from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.charts.chart_text import TextSize, TextStyle
from smartgoals.charts.progress_layout import ProgressLayout, lay_out_progress
from smartgoals.charts.progress_points import progress_course
from smartgoals.charts.scales import day_scale, value_scale
from smartgoals.domain.adjustments import FieldWords, logged
from smartgoals.domain.check_ins import with_check_in
from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Direction
from smartgoals.formats import Formats
from smartgoals.words.progress_chart import progress_words

TODAY = dt.date(2027, 4, 28)
WORDS = FieldWords(lambda _, field: field, lambda _, field: field)


def measure(text: str, _: TextStyle) -> TextSize:
    return TextSize(7.0 * len(text), 12, 4, 9)


def laid_out(
    plan: Plan, metric_id: str = "fans", width: float = 600, height: float = 300
) -> ProgressLayout:
    metric = plan.metric(metric_id)
    return lay_out_progress(
        progress_course(plan, metric, TODAY),
        width,
        height,
        words=progress_words(metric, Formats("en_GB")),
        measure=measure,
    )


def read(plan: Plan, day: dt.date, value: int) -> Plan:
    return with_check_in(plan, day, {"fans": Decimal(value)}, today=day)


@pytest.fixture
def running(cafe: Plan) -> Plan:
    plan = read(cafe, dt.date(2027, 3, 15), 1200)
    return read(plan, dt.date(2027, 4, 26), 1283)


def labels(layout: ProgressLayout) -> set[str]:
    return {text.text for text in layout.labels}


def test_the_path_goes_from_the_baseline_at_the_start_to_the_target_at_the_due_date(
    running: Plan,
) -> None:
    layout = laid_out(running)
    (left, low), (right, high) = layout.path
    assert left == layout.frame.left
    assert right == layout.frame.right
    assert low > high
    assert layout.dots[0].x == left
    assert layout.dots[0].y == low


def test_a_falling_path_falls(running: Plan) -> None:
    metric = running.metric("fans").replace(
        direction=Direction.DECREASE, target=Target(amount=Decimal(900))
    )
    (_, first), (_, last) = laid_out(running.with_metric(metric)).path
    assert first < last


def test_a_level_to_keep_is_a_level_line(running: Plan) -> None:
    metric = running.metric("fans").replace(
        direction=Direction.AT_LEAST, target=Target(amount=Decimal(1250))
    )
    layout = laid_out(running.with_metric(metric))
    (_, first), (_, last) = layout.path
    assert first == last
    assert "keep 1,250" in labels(layout)


def test_milestones_lie_on_the_path(running: Plan) -> None:
    layout = laid_out(running)
    (x0, y0), (x1, y1) = layout.path
    for x, y in layout.milestones:
        assert y == pytest.approx(y0 + (y1 - y0) * (x - x0) / (x1 - x0), abs=0.01)
    assert len(layout.milestones) == 4


def test_today_stands_between_start_and_due(running: Plan) -> None:
    layout = laid_out(running)
    assert layout.today is not None
    assert layout.frame.left < layout.today < layout.frame.right
    assert "today" in labels(layout)


def test_years_of_history_leave_the_plan_its_room(running: Plan) -> None:
    assert running.start is not None
    plan = running
    for year in range(2017, 2027):
        plan = read(plan, dt.date(year, 6, 1), 1000)
    plan = read(plan, running.start - dt.timedelta(60), 1100)
    layout = laid_out(plan)
    assert [dot.value.value for dot in layout.dots] == [1100, 1200, 1283]
    assert layout.path[0][0] < layout.frame.left + layout.frame.width / 2


def test_a_value_from_long_ago_is_shown_when_it_is_the_only_one(cafe: Plan) -> None:
    old = read(cafe, dt.date(2020, 6, 1), 1000)
    assert [dot.value.value for dot in laid_out(old).dots] == [1000]


def test_the_projection_leads_on_from_the_last_value(running: Plan) -> None:
    layout = laid_out(running)
    assert layout.projection[0] == (layout.dots[-1].x, layout.dots[-1].y)
    assert layout.projection[1][0] == layout.frame.right


def test_too_early_there_is_no_projection(cafe: Plan) -> None:
    plan = read(cafe, dt.date(2027, 3, 18), 1300)
    metric = plan.metric("fans")
    assert progress_course(plan, metric, dt.date(2027, 3, 18)).projection is None


def test_a_wild_projection_leaves_room_for_the_rest(cafe: Plan) -> None:
    layout = laid_out(read(cafe, dt.date(2027, 4, 26), 100))
    (_, first), (_, last) = layout.path
    assert first - last > layout.frame.height / 20
    x, y = layout.projection[1]
    assert y == pytest.approx(layout.frame.bottom)
    assert x < layout.frame.right


def test_the_old_path_stays(running: Plan) -> None:
    changed = running.with_metric(
        running.metric("fans").replace(target=Target(amount=Decimal(1450)))
    )
    plan = logged(running, changed, dt.date(2027, 4, 14), WORDS)
    layout = laid_out(plan)
    (old,) = layout.former
    assert old[0] == layout.path[0]
    assert old[1][1] > layout.path[1][1]
    assert "target 1,450" in labels(layout)


def test_without_target_the_values_are_shown_alone(running: Plan) -> None:
    metric = running.metric("fans").replace(target=None)
    layout = laid_out(running.with_metric(metric))
    assert layout.path == ()
    assert len(layout.dots) == 2


def test_nothing_at_all_is_still_a_chart() -> None:
    plan = Plan(metrics=(Metric(id="fans"),))
    assert laid_out(plan).values == ()


def test_the_value_under_the_mouse_is_found(running: Plan) -> None:
    layout = laid_out(running)
    last = layout.dots[-1]
    assert layout.dot_at(last.x + 3, last.y - 3, reach=10) == last
    assert layout.dot_at(last.x + 30, last.y, reach=10) is None


@given(
    values=st.lists(st.integers(-(10**9), 10**9), max_size=6),
    baseline=st.integers(-(10**9), 10**9),
    target=st.integers(-(10**9), 10**9),
    days=st.integers(0, 3650),
    width=st.integers(200, 1500),
    height=st.integers(120, 900),
)
def test_everything_lies_inside_the_drawing(
    values: list[int], baseline: int, target: int, days: int, width: int, height: int
) -> None:
    metric = Metric(id="fans", baseline=Decimal(baseline), target=Target(amount=Decimal(target)))
    start = dt.date(2027, 3, 15)
    plan = Plan(start=start, due=start + dt.timedelta(days), metrics=(metric,))
    for number, value in enumerate(values):
        plan = read(plan, TODAY - dt.timedelta(3 * number), value)
    layout = laid_out(plan, width=width, height=height)
    frame = layout.frame
    spots = [*layout.path, *layout.values, *layout.projection, *layout.milestones]
    for x, y in spots:
        assert frame.left - 0.01 <= x <= frame.right + 0.01
        assert frame.top - 0.01 <= y <= frame.bottom + 0.01


@given(st.lists(st.decimals(-(10**12), 10**12, places=4), min_size=1, max_size=5))
def test_the_value_axis_holds_all_values_between_round_marks(values: list[Decimal]) -> None:
    scale = value_scale(values, 6)
    assert scale.marks[0] <= min(values)
    assert scale.marks[-1] >= max(values)
    assert 2 <= len(scale.marks) <= 10
    steps = {b - a for a, b in zip(scale.marks, scale.marks[1:], strict=False)}
    assert len(steps) == 1
    assert all(0 <= scale.share(value) <= 1 for value in values)


def test_the_marks_of_the_day_axis_are_days_from_the_first_to_the_last() -> None:
    scale = day_scale([dt.date(2027, 3, 15), dt.date(2027, 6, 14)])
    marks = scale.marks(4)
    assert (marks[0], marks[-1]) == (dt.date(2027, 3, 15), dt.date(2027, 6, 14))
    assert len(marks) == 4


def test_one_day_alone_stands_in_the_middle() -> None:
    scale = day_scale([TODAY])
    assert scale.share(TODAY) == 0.5
    assert len(scale.marks(6)) == 3
