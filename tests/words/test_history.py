from __future__ import annotations

import datetime as dt
from decimal import Decimal

from smartgoals.domain.check_ins import with_check_in
from smartgoals.domain.closing import close
from smartgoals.domain.history import history
from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Outcome
from smartgoals.formats import Formats
from smartgoals.words.history import entry_lines

FORMATS = Formats("en_GB")
TODAY = dt.date(2027, 4, 26)


def lines(plan: Plan) -> list[tuple[str, ...]]:
    return [entry_lines(entry, plan, FORMATS) for entry in history(plan, TODAY)]


def test_a_check_in_is_told_with_its_values_and_its_note(cafe: Plan) -> None:
    values = {"fans": Decimal(1283), "clicks": Decimal(436)}
    plan = with_check_in(cafe, TODAY, values, "The post helped.", today=TODAY)
    assert lines(plan) == [
        ("Facebook fans 1,283 and link clicks 436.", "The post helped."),
        ("Started.",),
    ]


def test_values_of_a_metric_that_is_gone_are_still_told(cafe: Plan) -> None:
    plan = with_check_in(cafe, TODAY, {"gone": Decimal(7)}, today=TODAY)
    assert lines(plan)[0] == ("A former metric 7.",)


def test_the_end_is_told_with_its_lesson(cafe: Plan) -> None:
    plan = close(cafe, Outcome.PARTLY, "Tastings work.", TODAY)
    assert lines(plan)[0] == ("Closed: Partly achieved.", "Tastings work.")


def test_a_plan_closed_on_the_day_it_started_has_both_entries(cafe: Plan) -> None:
    assert cafe.start is not None
    plan = close(cafe, Outcome.DROPPED, "", cafe.start)
    assert lines(plan) == [("Closed: Dropped.",), ("Started.",)]
