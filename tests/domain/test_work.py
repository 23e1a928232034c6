from __future__ import annotations

import datetime as dt

from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Tactic
from smartgoals.domain.work import at_work, occasions, with_done

TODAY = dt.date(2027, 4, 26)
WEEK = (dt.date(2027, 4, 26), dt.date(2027, 5, 2))


def test_the_occasions_of_a_week_come_by_date_and_in_order_of_work(cafe: Plan) -> None:
    found = [(each.day, each.tactic.id) for each in occasions(cafe, *WEEK)]
    assert found == [
        (dt.date(2027, 4, 26), "stories"),
        (dt.date(2027, 4, 27), "reviews"),
        (dt.date(2027, 4, 28), "stories"),
        (dt.date(2027, 4, 29), "specials"),
        (dt.date(2027, 4, 30), "stories"),
        (dt.date(2027, 4, 30), "tastings"),
        (dt.date(2027, 4, 30), "video"),
        (dt.date(2027, 5, 1), "reviews"),
    ]


def test_one_occurrence_is_done_and_the_others_are_not(cafe: Plan) -> None:
    plan = with_done(cafe, "stories", TODAY, done=True, today=TODAY)
    done = [each.day for each in occasions(plan, *WEEK) if each.is_done]
    assert done == [TODAY]
    assert with_done(plan, "stories", TODAY, done=False, today=TODAY) == cafe


def test_a_tactic_that_is_done_once_notes_the_day_it_was_done(cafe: Plan) -> None:
    plan = with_done(cafe, "video", cafe.tactic("video").due, done=True, today=TODAY)
    assert plan.tactic("video").done_on == TODAY
    assert with_done(plan, "video", None, done=False, today=TODAY) == cafe


def test_what_is_past_and_not_done_is_late(cafe: Plan) -> None:
    later = dt.date(2027, 5, 3)
    video = next(o for o in occasions(cafe, *WEEK) if o.tactic.id == "video")
    assert video.is_late(later)
    assert not video.is_late(dt.date(2027, 4, 30))


def test_a_tactic_without_a_date_comes_last(cafe: Plan) -> None:
    plan = cafe.with_tactic(Tactic(id="undated", name="Some time", value=10, complexity=1))
    assert occasions(plan, *WEEK)[-1].tactic.id == "undated"


def test_what_is_due_once_a_month_tells_its_next_day_however_far(cafe: Plan) -> None:
    may = (dt.date(2027, 5, 1), dt.date(2027, 5, 14))

    def tastings(plan: Plan) -> list[dt.date | None]:
        found = at_work(plan, *may, may[0])
        return [each.day for each in found if each.tactic.id == "tastings"]

    assert tastings(cafe) == [dt.date(2027, 5, 30)]
    done = with_done(cafe, "tastings", dt.date(2027, 5, 30), done=True, today=may[0])
    assert tastings(done) == []  # 30 June is after the plan.


def test_before_the_plan_begins_each_tactic_tells_its_first_day(cafe: Plan) -> None:
    assert cafe.start is not None
    winter = (dt.date(2027, 1, 1), dt.date(2027, 1, 14))
    found = at_work(cafe, *winter, winter[0])
    assert {each.tactic.id for each in found} == {
        tactic.id for tactic in cafe.tactics if not tactic.parked
    }
    assert min(each.day for each in found if each.day) == cafe.start


def test_nothing_is_due_outside_the_plan(cafe: Plan) -> None:
    recurring = [
        each
        for each in occasions(cafe, dt.date(2026, 1, 1), dt.date(2028, 1, 1))
        if each.tactic.recurrence is not None
    ]
    assert cafe.start is not None
    assert cafe.due is not None
    assert all(each.day and cafe.start <= each.day <= cafe.due for each in recurring)
