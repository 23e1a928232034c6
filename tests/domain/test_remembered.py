"""Answers about a plan are kept as long as it is the very plan that was asked about."""

from __future__ import annotations

from smartgoals.domain.plan import Plan
from smartgoals.domain.remembered import remembered


class Rule:
    """A rule that counts how often it thinks."""

    def __init__(self) -> None:
        self.thoughts = 0

    def __call__(self, plan: Plan, word: str = "") -> str:
        self.thoughts += 1
        return plan.title + word


def test_the_same_question_is_thought_about_once():
    rule, plan = Rule(), Plan(title="Fans")
    asked = remembered(lambda plan, word="": rule(plan, word))
    assert [asked(plan, "!"), asked(plan, "!"), asked(plan)] == ["Fans!", "Fans!", "Fans"]
    assert rule.thoughts == 2


def test_an_equal_plan_is_another_plan():
    rule = Rule()
    asked = remembered(rule)
    plan = Plan(id="one", title="Fans")
    assert asked(plan) == asked(plan.replace(title="Fans"))
    assert rule.thoughts == 2


def test_a_changed_plan_has_its_own_answer():
    asked = remembered(lambda plan: plan.title)
    plan = Plan(title="Fans")
    changed = plan.replace(title="Clicks")
    assert [asked(plan), asked(changed), asked(plan)] == ["Fans", "Clicks", "Fans"]
