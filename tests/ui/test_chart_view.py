"""The chart as editor of the two scores: mouse, keys, and what it costs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from smartgoals.charts.geometry import Box
from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Tactic
from smartgoals.ui.chart_painter import ChartPainter
from smartgoals.ui.chart_view import ChartView
from smartgoals.ui.session import PlanSession
from smartgoals.ui.tactic_board import TacticBoard

HARD = Tactic(id="hard", name="Own podcast", value=3, complexity=8)
EASY = Tactic(id="easy", name="$5 post_series <b>", value=8, complexity=2)


@pytest.fixture
def board(session: PlanSession, qtbot: QtBot) -> TacticBoard:
    plan = Plan(tactics=(HARD, EASY, Tactic(id="new", name="Not scored yet")))
    session.edit(plan.replace(id=session.plan.id), "Add tactics")
    board = TacticBoard(session)
    session.plan_changed.connect(board.show_plan)
    board.show_plan(session.plan)
    board.resize(1000, 600)
    qtbot.addWidget(board)
    with qtbot.waitExposed(board):
        board.show()
    return board


@pytest.fixture
def chart(board: TacticBoard) -> ChartView:
    return board.chart


def place(chart: ChartView, complexity: float, value: float) -> QPoint:
    x, y = chart.layout_.field.point(complexity, value)
    return QPoint(round(x), round(y))


def drag(chart: ChartView, start: QPoint, *ways: QPoint) -> None:
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=start)
    for way in ways:
        QTest.mouseMove(chart, way)
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=ways[-1])


def scores(session: PlanSession, tactic_id: str) -> tuple[int | None, int | None]:
    tactic = session.plan.tactic(tactic_id)
    return tactic.complexity, tactic.value


def test_a_dragged_point_takes_the_scores_of_its_new_place(
    chart: ChartView, session: PlanSession
) -> None:
    drag(chart, place(chart, 8, 3), place(chart, 5, 6), place(chart, 2, 9))
    assert scores(session, "hard") == (2, 9)


def test_a_point_dragged_out_of_the_chart_stops_at_its_edge(
    chart: ChartView, session: PlanSession
) -> None:
    drag(chart, place(chart, 8, 3), place(chart, 30, -20))
    assert scores(session, "hard") == (10, 1)


def test_a_drag_is_one_step_of_undo(chart: ChartView, session: PlanSession) -> None:
    drag(chart, place(chart, 8, 3), place(chart, 5, 6), place(chart, 2, 9))
    session.undo_stack.undo()
    assert scores(session, "hard") == (8, 3)


def test_dragging_repaints_the_point_and_not_the_chart(chart: ChartView, qtbot: QtBot) -> None:
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=place(chart, 8, 3))
    qtbot.waitUntil(lambda: chart.pictures_painted > 0)
    chart.repaint()
    painted = chart.pictures_painted
    for step in range(20):
        QTest.mouseMove(chart, place(chart, 8 - step / 4, 3 + step / 4))
        chart.repaint()
    assert chart.pictures_painted == painted
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=place(chart, 3, 8))
    chart.repaint()
    assert chart.pictures_painted == painted + 1


def test_tab_chooses_points_in_the_order_of_work_and_then_goes_on(
    chart: ChartView, board: TacticBoard, qtbot: QtBot
) -> None:
    with qtbot.waitActive(board):
        board.activateWindow()
    board.table.setFocus()
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    chosen = [chart.chosen_id]
    QTest.keyClick(chart, Qt.Key.Key_Tab)
    chosen.append(chart.chosen_id)
    assert chosen == ["easy", "hard"]
    QTest.keyClick(chart, Qt.Key.Key_Tab)
    assert not chart.hasFocus()


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_Left, (7, 3)),
        (Qt.Key.Key_Right, (9, 3)),
        (Qt.Key.Key_Up, (8, 4)),
        (Qt.Key.Key_Down, (8, 2)),
    ],
)
def test_arrow_keys_move_the_chosen_point(
    chart: ChartView, session: PlanSession, key: Qt.Key, expected: tuple[int, int]
) -> None:
    chart.choose("hard")
    QTest.keyClick(chart, key)
    assert scores(session, "hard") == expected


def test_the_table_is_in_step_while_a_point_moves(
    chart: ChartView, board: TacticBoard, session: PlanSession
) -> None:
    chart.choose("hard")
    for _ in range(7):
        QTest.keyClick(chart, Qt.Key.Key_Left)
        QTest.keyClick(chart, Qt.Key.Key_Up)
    rows = board.table.rows.rows
    assert [row.id for row in rows] == ["hard", "easy", "new"]
    assert (rows[0].value, rows[0].complexity) == (10, 1)


def test_a_chosen_point_is_told_to_screen_readers(chart: ChartView) -> None:
    chart.choose("easy")
    told = chart.accessibleDescription()
    assert "$5 post_series <b>" in told
    assert "8" in told
    assert "2" in told


def test_a_score_typed_into_the_table_moves_the_point(
    board: TacticBoard, session: PlanSession
) -> None:
    model = board.table.rows
    row = model.row_of("hard")
    assert model.setData(model.index(row, 2), "10")
    assert scores(session, "hard") == (8, 10)
    assert board.chart.layout_.dot("hard").point.value == 10  # type: ignore[union-attr]


@pytest.mark.parametrize("text", ["0", "11", "5.5", "high", "-1", "1e1"])
def test_a_score_that_is_no_whole_number_from_1_to_10_is_not_taken(
    board: TacticBoard, session: PlanSession, text: str
) -> None:
    model = board.table.rows
    assert not model.setData(model.index(model.row_of("hard"), 2), text)
    assert scores(session, "hard") == (8, 3)


def test_unscored_tactics_are_listed_and_not_plotted(board: TacticBoard) -> None:
    assert board.chart.layout_.dot("new") is None
    assert "Not scored yet" in board.unscored.text()


def test_equal_points_are_fanned_out(board: TacticBoard, session: PlanSession) -> None:
    twin = EASY.replace(id="twin", name="Twin")
    session.edit(session.plan.with_tactic(twin), "Add tactic")
    dots = [board.chart.layout_.dot(each) for each in ("easy", "twin")]
    places = {(round(dot.x), round(dot.y)) for dot in dots if dot is not None}
    assert len(places) == 2


def test_no_line_goes_through_the_name_of_a_point(chart: ChartView) -> None:
    layout = chart.layout_
    dot, x, y = layout.dots[0], layout.frame.centre[0], layout.frame.top + 40
    assert dot.label is not None
    across = replace(dot.label, box=Box(x - 50, y, x + 50, y + 14))
    picture = QImage(chart.size(), QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    crossed = replace(layout, dots=(replace(dot, label=across),))
    ChartPainter(chart.font()).fields(painter, crossed)
    painter.end()

    def middle(at: float) -> list[QColor]:
        return [picture.pixelColor(round(x) + way, round(at)) for way in (-1, 0, 1)]

    assert middle(y - 10) == middle(y + 24)
    assert middle(y + 7) != middle(y + 24)
