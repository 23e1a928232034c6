"""The timeframe: lengths by one click, milestones that can be moved, and why a day cannot be."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Step
from smartgoals.ui.session import PlanSession

PLAN = Plan(start=dt.date(2028, 1, 31), due=dt.date(2028, 4, 30))


def opened(open_page: Any, plan: Plan) -> Any:
    page = open_page(Step.TIMEFRAME, plan)
    QApplication.processEvents()
    return page


def write_day(page: Any, row: int, text: str) -> bool:
    model = page.table.model()
    return bool(model.setData(model.index(row, 0), text))


@pytest.mark.parametrize(
    ("start", "months", "due"),
    [
        (dt.date(2027, 1, 31), "1 month", dt.date(2027, 2, 28)),
        (dt.date(2028, 2, 29), "12 months", dt.date(2029, 2, 28)),
        (dt.date(2027, 11, 30), "3 months", dt.date(2028, 2, 29)),
    ],
)
def test_a_length_ends_on_the_last_day_of_a_short_month(
    open_page: Any, session: PlanSession, start: dt.date, months: str, due: dt.date
) -> None:
    page = opened(open_page, Plan(start=start))
    (chip,) = [b for b in page.findChildren(QPushButton) if b.text().replace("&", "") == months]
    chip.click()
    assert session.plan.due == due


def test_a_milestone_is_moved_in_the_table(open_page: Any, session: PlanSession) -> None:
    page = opened(open_page, PLAN)
    assert write_day(page, 0, "29 February 2028")
    assert session.plan.milestone_days is not None
    assert session.plan.milestone_days[0] == dt.date(2028, 2, 29)


@pytest.mark.parametrize("day", ["30 January 2028", "1 May 2028"])
def test_a_milestone_lies_between_start_and_due(
    open_page: Any, session: PlanSession, day: str
) -> None:
    page = opened(open_page, PLAN)
    assert not write_day(page, 0, day)
    assert "from 31 January 2028 to 30 April 2028" in page.day_note.text()
    assert session.plan == PLAN


def test_a_day_that_is_none_is_told_under_the_table(open_page: Any, session: PlanSession) -> None:
    page = opened(open_page, PLAN)
    assert not write_day(page, 0, "30 February 2028")
    assert "no such day" in page.day_note.text()
    assert page.day_note.isVisible()
    assert session.plan == PLAN
    write_day(page, 0, "1 March 2028")
    assert not page.day_note.isVisible()
