"""The review says all that is open and all that the coach has to say, a click from its field."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from smartgoals.domain.coach import coach
from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.steps import all_gaps
from smartgoals.domain.terms import Step, Verdict
from smartgoals.ui.session import PlanSession


def texts(page: Any) -> list[str]:
    return [row.line.text() for row in page.rows]


def test_every_reason_of_the_coach_leads_to_its_field(open_page: Any, session: PlanSession) -> None:
    metric = Metric(id="m", name="Fans", baseline=Decimal(10), target=Target(amount=Decimal(20)))
    plan = Plan(broad_goal="be better known", achievable="yes", metrics=(metric,))
    page = open_page(Step.REVIEW, plan)
    against = [r for a in coach(plan) for r in a.reasons if r.verdict is not Verdict.PASS]
    chosen: list[str] = []
    page.field_chosen.disconnect()
    page.field_chosen.connect(chosen.append)
    for row in page.rows:
        row.click()
    assert len(against) > 4
    assert {reason.field for reason in against} <= set(chosen)
    assert len(chosen) == len(set(chosen))


def test_a_reason_that_is_an_open_thing_too_is_said_once(open_page: Any) -> None:
    page = open_page(Step.REVIEW, Plan())
    fields = [row.field for row in page._shown]
    assert fields.count("broad_goal") == 1
    assert fields[: len(all_gaps(Plan()))] == [gap.field for gap in all_gaps(Plan())]


def test_a_vague_word_is_named_until_the_sentence_is_clear(
    open_page: Any, session: PlanSession
) -> None:
    page = open_page(Step.REVIEW, Plan(broad_goal="be better known"))
    assert any("better" in text for text in texts(page))
    session.edit(session.plan.replace(broad_goal="reach 300 neighbours"), "Edit")
    assert not any("better" in text for text in texts(page))


def test_a_plan_of_which_nothing_is_to_say_is_praised(open_page: Any, cafe: Plan) -> None:
    page = open_page(Step.REVIEW, cafe)
    assert page.rows == []
    assert page.open_note.text() == "Well done."
