"""What follows from a plan, as scripts read it: right, complete and plain numbers."""

import datetime as dt
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.documents.computed import computed
from smartgoals.documents.facts import json_number
from smartgoals.domain.check_in import CheckIn, Reading
from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Recurrence, Tactic
from smartgoals.domain.terms import Direction, Letter, MetricKind, TargetKind
from smartgoals.domain.value import MAX_AMOUNT
from smartgoals.formats import Formats
from smartgoals.language import use_language

START, DUE = dt.date(2027, 3, 15), dt.date(2027, 6, 14)
HALF = dt.date(2027, 4, 30)


def facts(plan, today=HALF):
    """What is computed, through JSON and back."""
    return json.loads(json.dumps(computed(plan, Formats(), today), allow_nan=False))


def metric(target, baseline="200", **changes):
    kind = TargetKind.PERCENT if target.endswith("%") else TargetKind.NUMBER
    return Metric(
        id="m",
        name="Fans",
        baseline=None if baseline is None else Decimal(baseline),
        target=Target(kind=kind, amount=Decimal(target.rstrip("% "))),
        **changes,
    )


def plan_of(one, *readings, **changes):
    check_ins = tuple(
        CheckIn(day=day, readings=(Reading(metric_id="m", value=Decimal(value)),))
        for day, value in readings
    )
    return Plan(metrics=(one,), start=START, due=DUE, check_ins=check_ins, **changes)


def metric_facts(*arguments, today=HALF, **changes):
    [found] = facts(plan_of(*arguments, **changes), today)["metrics"]
    return found


def test_a_metric_on_its_way_has_all_its_numbers():
    found = metric_facts(metric("300"), (HALF, "240"))
    assert found["change"] == 100
    assert found["change_percent"] == 50
    assert found["progress_percent"] == 40
    assert found["elapsed_percent"] == 50.549451
    assert found["expected"] == 250.549451
    assert found["gap_points"] == -10.549451
    assert found["days_ahead"] == -10
    assert found["status"] == "behind"
    assert found["needed_per_week"] == 9.333333
    assert found["projection"] == 279.130435
    assert found["realism"]["level"] == "no_history"


def test_a_falling_metric_changes_downwards():
    found = metric_facts(metric("-30 %", direction=Direction.DECREASE), (HALF, "170"))
    assert (found["target"], found["change"], found["change_percent"]) == (140, -60, -30)
    assert found["progress_percent"] == 50


def test_a_change_from_zero_has_no_percentage():
    found = metric_facts(metric("500", baseline="0"))
    assert (found["change"], found["change_percent"]) == (500, None)


def test_a_metric_in_percent_changes_by_points():
    found = metric_facts(metric("20", baseline="8", kind=MetricKind.RATE))
    assert (found["change"], found["change_percent"]) == (12, None)


def test_the_first_check_in_is_an_unknown_baseline():
    one = metric("+15 %", baseline=None, baseline_unknown=True)
    assert metric_facts(one)["baseline"] is None
    found = metric_facts(one, (START, "400"))
    assert (found["baseline"], found["target"]) == (400, 460)


def test_what_is_not_known_is_null_and_never_zero():
    found = metric_facts(metric("300", baseline=None))
    unknown = ("baseline", "current", "change", "progress_percent", "expected", "projection")
    assert [found[name] for name in unknown] == [None] * len(unknown)


def test_check_ins_after_the_day_do_not_count():
    found = metric_facts(metric("300"), (DUE, "300"))
    assert (found["current"], found["status"]) == (None, "no_check_in")


def test_milestones_expect_a_value_of_every_metric():
    milestones = facts(plan_of(metric("300")))["milestones"]
    assert [each["day"] for each in milestones][-1] == "2027-06-14"
    assert milestones[-1]["expected"] == {"m": 300}


def test_tactics_have_field_rank_and_next_dates():
    low = Tactic(id="low", name="Later", value=2, complexity=2)
    month_end = Recurrence(month_day=31)
    high = Tactic(id="high", name="First", value=9, complexity=2, recurrence=month_end)
    unscored = Tactic(id="open", name="Open")
    parked = Tactic(id="parked", name="Wait", value=9, complexity=1, parked=True)
    found = facts(plan_of(metric("300"), tactics=(low, high, unscored, parked)))["tactics"]
    assert [(each["id"], each["quadrant"], each["rank"]) for each in found] == [
        ("low", 3, 2),
        ("high", 1, 1),
        ("open", None, None),
        ("parked", 1, None),
    ]
    assert found[1]["next_dates"] == ["2027-04-30", "2027-05-31"]


def test_the_coach_answers_every_letter_with_sentences(cafe):
    letters = facts(cafe)["coach"]
    assert list(letters) == list(Letter)
    assert all(each["verdict"] == "pass" for each in letters.values())
    assert all(each["reasons"] and all(each["reasons"]) for each in letters.values())


def test_a_plan_over_capacity_names_the_tactics_to_park():
    tactics = (Tactic(id="sink", value=2, complexity=9, hours=Decimal("2.5")),)
    plan = plan_of(metric("300"), tactics=tactics, hours_per_week=Decimal(1))
    assert facts(plan)["capacity"] == {
        "planned": 2.5,
        "available": 1,
        "over": 1.5,
        "to_park": ["sink"],
    }


def test_the_money_of_the_cafe(cafe):
    assert facts(cafe)["money"] == {
        "investment": 2015,
        "return": 2600,
        "roi_percent": 29.032258,
        "break_even_units": 51,
        "cadence_budget": 585,
    }


def test_an_empty_plan_is_a_draft_that_names_its_gaps():
    found = facts(Plan())
    assert found["state"] == "draft"
    assert {gap["field"] for gap in found["gaps"] if gap["required"]} >= {"broad_goal", "due"}
    assert all(gap["text"] for gap in found["gaps"])
    assert (found["statement"], found["metrics"], found["milestones"]) == ("", [], [])


amounts = st.decimals(-MAX_AMOUNT + 1, MAX_AMOUNT - 1, places=6)
days = st.dates(dt.date(2000, 1, 1), dt.date(2199, 12, 31))


@given(
    baseline=st.none() | amounts,
    target=amounts,
    kind=st.sampled_from(TargetKind),
    direction=st.sampled_from(Direction),
    value=amounts,
    start=days,
    due=days,
    today=days,
)
def test_no_plan_has_a_number_that_json_lacks(
    *, baseline, target, kind, direction, value, start, due, today
):
    one = Metric(
        id="m",
        name="Fans",
        baseline=baseline,
        baseline_unknown=baseline is None,
        direction=direction,
        target=Target(kind=kind, amount=target),
        recent_values=(value, target, value, target),
    )
    check_in = CheckIn(day=today, readings=(Reading(metric_id="m", value=value),))
    facts(Plan(metrics=(one,), start=start, due=due, check_ins=(check_in,)), today)


@pytest.mark.parametrize(
    ("number", "printed"),
    [
        ("1380.000", "1380"),
        ("0.1", "0.1"),
        ("-0.0000001", "0"),
        ("2.0000005", "2.000001"),
        ("123456789.123456", "123456789.123456"),
        ("999999999999999", "999999999999999"),
        ("1E+20", "100000000000000000000"),
    ],
)
def test_numbers_are_printed_without_noise(number, printed):
    assert json.dumps(json_number(Decimal(number))) == printed


def test_the_coach_looks_for_the_vague_words_of_her_language():
    """As in the window, so that both say the same of one plan."""
    plan = Plan(broad_goal="bli mye bedre kjent")
    assert facts(plan)["coach"]["S"]["verdict"] == "hint"
    use_language("nb")
    try:
        found = facts(plan)["coach"]["S"]
    finally:
        use_language("en")
    assert found["verdict"] == "fail"
    assert "bedre" in found["reasons"][0]
