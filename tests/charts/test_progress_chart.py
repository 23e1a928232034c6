from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal

from matplotlib.text import Text

from smartgoals.charts.colours import PRINT
from smartgoals.charts.progress_chart import progress_figure
from smartgoals.domain.check_ins import with_check_in
from smartgoals.domain.plan import Plan
from smartgoals.formats import Formats

TODAY = dt.date(2027, 4, 26)


def test_the_figure_shows_name_target_and_today(cafe: Plan) -> None:
    plan = with_check_in(cafe, TODAY, {"fans": Decimal(1283)}, today=TODAY)
    figure = progress_figure(plan, plan.metric("fans"), TODAY, PRINT, Formats("en_GB"))
    texts = {text.get_text() for text in figure.findobj(Text)}
    assert {"Facebook fans · Facebook", "target 1,380", "today"} <= texts


def test_the_users_text_is_drawn_literally(cafe: Plan) -> None:
    metric = cafe.metric("fans").replace(name="$fans$ of $us$")
    figure = progress_figure(cafe, metric, TODAY, PRINT, Formats("en_GB"))
    figure.savefig(io.BytesIO(), format="svg")
    assert all(not text.get_parse_math() for text in figure.findobj(Text))
