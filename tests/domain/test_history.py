from __future__ import annotations

import datetime as dt
from decimal import Decimal

from smartgoals.domain.adjustments import FieldWords, logged
from smartgoals.domain.check_ins import with_check_in
from smartgoals.domain.closing import close
from smartgoals.domain.history import Happening, history
from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Outcome

WORDS = FieldWords(lambda _, field: field, lambda _, field: field)


def test_the_history_is_told_newest_first(cafe: Plan) -> None:
    today = dt.date(2027, 4, 26)
    plan = with_check_in(cafe, today, {"fans": Decimal(1283)}, today=today)
    plan = logged(plan, plan.replace(due=dt.date(2027, 7, 1)), dt.date(2027, 4, 14), WORDS)
    plan = close(plan, Outcome.DROPPED, "", dt.date(2027, 4, 27))
    assert [(entry.kind, entry.day.day) for entry in history(plan, today)] == [
        (Happening.CLOSING, 27),
        (Happening.CHECK_IN, 26),
        (Happening.CHANGE, 14),
        (Happening.START, 15),
    ]
    assert len({entry.key for entry in history(plan, today)}) == 4


def test_a_plan_that_has_not_begun_has_no_history(cafe: Plan) -> None:
    assert history(cafe, dt.date(2027, 3, 14)) == ()
