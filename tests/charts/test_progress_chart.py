from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal

from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from smartgoals.charts.colours import PRINT
from smartgoals.charts.progress_chart import progress_figure
from smartgoals.domain.check_ins import with_check_in
from smartgoals.domain.plan import Plan
from smartgoals.formats import Formats

TODAY = dt.date(2027, 4, 26)


def test_the_figure_shows_name_target_and_today(cafe: Plan) -> None:
    plan = with_check_in(cafe, TODAY, {"fans": Decimal(1283)}, today=TODAY)
    figure = progress_figure(plan, [plan.metric("fans")], TODAY, PRINT, Formats("en_GB"))
    texts = {text.get_text() for text in figure.findobj(Text)}
    assert {"Facebook fans · Facebook", "target 1,380", "today"} <= texts


def test_no_line_goes_through_the_name_of_a_line(cafe: Plan) -> None:
    # The target lies on a mark of the axis, and the way to it ends before the chart does.
    plan = with_check_in(cafe, TODAY, {"clicks": Decimal(430)}, today=TODAY)
    figure = progress_figure(plan, [plan.metric("clicks")], TODAY, PRINT, Formats("en_GB"))
    (name,) = [text for text in figure.findobj(Text) if text.get_text() == "target 460"]
    ground = name.get_bbox_patch()
    assert ground is not None
    assert to_hex(ground.get_facecolor()) == PRINT.ground.lower()
    assert all(line.get_zorder() < name.get_zorder() for line in _dashed(figure))


def _dashed(figure: Figure) -> list[Line2D]:
    return [line for line in figure.findobj(Line2D) if line.get_linestyle() != "-"]


def test_the_users_text_is_drawn_literally(cafe: Plan) -> None:
    metric = cafe.metric("fans").replace(name="$fans$ of $us$")
    figure = progress_figure(cafe, [metric], TODAY, PRINT, Formats("en_GB"))
    figure.savefig(io.BytesIO(), format="svg")
    assert all(not text.get_parse_math() for text in figure.findobj(Text))


def test_the_charts_of_several_metrics_stand_below_each_other(cafe: Plan) -> None:
    figure = progress_figure(cafe, cafe.metrics, TODAY, PRINT, Formats("en_GB"))
    one = progress_figure(cafe, cafe.metrics[:1], TODAY, PRINT, Formats("en_GB"))
    assert figure.get_figheight() == len(cafe.metrics) * one.get_figheight()
    tops = {
        text.get_text(): text.get_window_extent().y0
        for text in figure.findobj(Text)
        if text.get_text().startswith(("Facebook fans", "Link clicks", "Reach per post"))
    }
    assert list(tops.values()) == sorted(tops.values(), reverse=True)
    assert len(tops) == len(cafe.metrics)


def test_a_plan_without_metrics_says_so_in_its_figure() -> None:
    figure = progress_figure(Plan(), (), TODAY, PRINT, Formats("en_GB"))
    assert [text.get_text() for text in figure.findobj(Text)] == ["There is no metric yet."]
