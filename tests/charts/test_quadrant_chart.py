import io
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Circle
from matplotlib.text import Text

from smartgoals.charts.chart_fonts import drawable, measure
from smartgoals.charts.chart_text import TextStyle
from smartgoals.charts.colours import PRINT
from smartgoals.charts.points import chart_points
from smartgoals.charts.quadrant_chart import draw_quadrants, quadrant_figure
from smartgoals.charts.quadrant_layout import QuadrantLayout, lay_out
from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Tactic
from tests.charts.samples import WORDS, scored

HOSTILE = (
    "_under_",
    "$x_1$ and $$",
    "<b>bold</b>",
    "&amp; 50 %",
    "مقهى",
    "咖啡馆",
    "🎉",
    "x" * 9000,
)


def written(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.findobj(Text)]


def chart(plan: Plan) -> tuple[Figure, QuadrantLayout]:
    layout = lay_out(chart_points(plan), 480, 400, words=WORDS, measure=measure)
    return Figure(figsize=(5, 400 / 96), dpi=96), layout


def named(*names: str) -> Plan:
    return Plan(
        tactics=tuple(
            Tactic(name=name, value=1 + index, complexity=1 + index)
            for index, name in enumerate(names)
        )
    )


def test_names_marks_and_quadrants_are_written():
    figure = quadrant_figure(named("Post stories", "Film a walk"), PRINT)

    assert {"Post stories", "Film a walk", "1", "2"} <= set(written(figure))
    assert sum(text.startswith(("1 ", "2 ", "3 ", "4 ")) for text in written(figure)) == 4


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_names_are_drawn_literally_whatever_is_in_them(name: str, suffix: str):
    figure = quadrant_figure(named(name), PRINT)
    file = io.BytesIO()

    figure.savefig(file, format=suffix)

    assert file.tell() > 1000
    assert any(text.startswith(drawable(name[:7], TextStyle.LABEL)) for text in written(figure))


def test_a_drawing_as_svg_is_well_formed():
    file = io.BytesIO()
    quadrant_figure(named(*HOSTILE), PRINT).savefig(file, format="svg")

    assert ET.fromstring(file.getvalue()).tag.endswith("svg")  # noqa: S314 (our own)


def test_above_a_dozen_points_the_figure_has_a_key():
    names = [f"Tactic {index}" for index in range(14)]
    plan = Plan(
        tactics=tuple(Tactic(name=name, value=8, complexity=3) for name in names),
    )

    assert set(names) <= set(written(quadrant_figure(plan, PRINT)))


def test_a_plan_without_tactics_has_an_empty_chart():
    assert "low" in written(quadrant_figure(Plan(), PRINT))


def test_a_dot_is_drawn_where_the_layout_says():
    figure, layout = chart(scored((2, 8)))
    draw_quadrants(figure, layout, PRINT)
    FigureCanvasAgg(figure).draw()

    (circle,) = figure.findobj(Circle)
    box, dot = circle.get_window_extent(), layout.dots[0]
    assert (box.x0 + box.x1) / 2 == pytest.approx(dot.x, abs=0.6)
    assert 400 - (box.y0 + box.y1) / 2 == pytest.approx(dot.y, abs=0.6)


def test_a_parked_tactic_has_a_dashed_circle():
    figure, layout = chart(scored((2, 8), parked=True))

    draw_quadrants(figure, layout, PRINT)

    (circle,) = figure.findobj(Circle)
    assert circle.get_linestyle() == "--"


def test_drawing_again_replaces_what_was_there():
    figure, layout = chart(scored((2, 8)))

    draw_quadrants(figure, layout, PRINT)
    draw_quadrants(figure, layout, PRINT)

    assert written(figure).count("Tactic 0") == 1


def test_a_wider_text_measures_wider():
    assert measure("Post stories", TextStyle.LABEL).width > measure("Post", TextStyle.LABEL).width


def test_pyplot_with_its_global_state_stays_out():
    quadrant_figure(scored((2, 8)), PRINT)

    assert "matplotlib.pyplot" not in sys.modules


def test_a_saved_drawing_is_as_sharp_as_asked(tmp_path: Path):
    figure = quadrant_figure(scored((2, 8)), PRINT)
    figure.savefig(tmp_path / "chart.png", dpi=192)

    header = (tmp_path / "chart.png").read_bytes()[16:24]
    assert int.from_bytes(header[:4]) == 1440
