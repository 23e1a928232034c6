"""The chart with 200 tactics: how smooth a drag is, and drawing it anew beside matplotlib."""

from __future__ import annotations

import random
import shutil
import statistics
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from smartgoals.formats import Formats
from smartgoals.storage.store import PlanStore
from smartgoals.ui.session import PlanSession
from smartgoals.ui.tactic_board import TacticBoard
from smartgoals.ui.theme import Scheme, apply_scheme
from tests.benchmarks.case import FRAME_MS, Case, Plenty, interleaved, medians, milliseconds
from tests.benchmarks.programs import new_folder
from tests.benchmarks.seed import seeded_plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.backends.backend_agg import FigureCanvasAgg

    from smartgoals.domain.plan import Plan
    from smartgoals.ui.chart_view import ChartView

TACTICS = 200
MOVES = 60


def cases(plenty: Plenty) -> Iterator[Case]:
    """Measure the chart as it stands on the page, with its table beside it."""
    app = QApplication.instance() or QApplication(["smartgoals"])
    apply_scheme(app, Scheme.LIGHT)  # type: ignore[arg-type]
    plan = seeded_plan(1, tactics=TACTICS)
    folder = new_folder()
    store = PlanStore.open(folder)
    store.save(plan)
    session = PlanSession(store, plan, Formats("en_GB"))
    board = TacticBoard(session)
    session.plan_changed.connect(board.show_plan)
    board.show_plan(plan)
    board.resize(1200, 700)
    board.show()
    _paint()
    drags = [_drag(board.chart) for _ in range(plenty.of(9, 3))]
    name = f"chart with {TACTICS} tactics: one move of a drag, table and all"
    yield Case(name, statistics.median(drags), FRAME_MS, "one frame", "ms", 1.0)
    canvas = _plain_chart(plan)
    actions = {
        "ours": lambda: milliseconds(lambda: _redraw(board.chart)),
        "plain": lambda: milliseconds(canvas.draw),
    }
    found = medians(interleaved(actions, plenty.of(15, 5)))
    name = f"chart with {TACTICS} tactics: full redraw"
    yield Case(name, found["ours"], found["plain"], "plain matplotlib", "ms", 1 / 20)
    session.save()
    store.close()
    shutil.rmtree(folder)


def _drag(chart: ChartView) -> float:
    """Return how long one move takes, on average over a drag through the whole chart."""
    dot = chart.layout_.dots[0]
    _send(chart, QEvent.Type.MouseButtonPress, dot.x, dot.y)
    _paint()

    def moves() -> None:
        for turn in range(MOVES):
            share = turn / MOVES
            at = 60 + share * (chart.width() - 120), 60 + share * (chart.height() - 120)
            _send(chart, QEvent.Type.MouseMove, *at)
            _paint()

    taken = milliseconds(moves) / MOVES
    _send(chart, QEvent.Type.MouseButtonRelease, 60, 60)
    _paint()
    return taken


def _send(chart: ChartView, kind: QEvent.Type, x: float, y: float) -> None:
    at = QPointF(x, y)
    button = Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(kind, at, QPointF(chart.mapToGlobal(at)), button, button, none)
    QCoreApplication.sendEvent(chart, event)


def _redraw(chart: ChartView) -> None:
    chart.show_plan(chart.session.plan)
    chart.repaint()


def _paint() -> None:
    QCoreApplication.sendPostedEvents()


def _plain_chart(plan: Plan) -> FigureCanvasAgg:
    """Return the same points with their labels, as a few lines of matplotlib draw them."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    chance = random.Random(1)  # noqa: S311 - for data, not for secrets
    figure = Figure(figsize=(7, 7), dpi=96)
    axes = figure.subplots()
    for tactic in plan.tactics:
        x, y = (tactic.complexity or 0) + chance.random(), (tactic.value or 0) + chance.random()
        axes.plot(x, y, "o")
        axes.annotate(tactic.name, (x, y))
    return FigureCanvasAgg(figure)
