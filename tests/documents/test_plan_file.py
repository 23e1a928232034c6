import datetime as dt
import json
from decimal import Decimal
from typing import Any

import pytest

from smartgoals.documents.plan_file import (
    MAX_BYTES,
    PlanFileError,
    dump_plan,
    plan_file_schema,
    read_plan,
    read_plan_file,
)
from smartgoals.domain.check_in import CheckIn, Reading
from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.strategy import Audience, Persona
from smartgoals.domain.tactic import Recurrence, Tactic
from smartgoals.domain.terms import Frequency, TargetKind


@pytest.fixture
def plan() -> Plan:
    return Plan(
        title="Fill the new café’s neighbourhood 🎉 مقهى",
        start=dt.date(2027, 3, 15),
        due=dt.date(2027, 6, 14),
        hours_per_week=Decimal("7.5"),
        metrics=(
            Metric(
                id="fans",
                baseline=Decimal("123456789012345.123456"),
                target=Target(kind=TargetKind.PERCENT, amount=Decimal(15)),
                recent_values=(Decimal(1), Decimal("2.5")),
            ),
        ),
        tactics=(
            Tactic(
                name="Post “$x_1$” <b>",
                value=8,
                complexity=2,
                owners=("Ana", "Jo"),
                recurrence=Recurrence(frequency=Frequency.MONTHLY, month_day=30),
            ),
        ),
        audiences=(Audience(role="Neighbours", persona=Persona(values="calm\nplaces")),),
        check_ins=(
            CheckIn(
                day=dt.date(2027, 3, 22), readings=(Reading(metric_id="fans", value=Decimal(7)),)
            ),
        ),
    )


def changed(plan: Plan, **changes: Any) -> str:
    content = json.loads(dump_plan(plan))
    content["plan"] |= changes
    return json.dumps(content)


def problems_of(text: str | bytes) -> list[str]:
    with pytest.raises(PlanFileError) as caught:
        read_plan(text)
    return [str(problem) for problem in caught.value.problems]


def test_a_plan_comes_back_from_its_file_as_it_was(plan: Plan):
    assert read_plan(dump_plan(plan)) == plan


def test_a_plan_file_says_what_it_is(plan: Plan):
    content = json.loads(dump_plan(plan))

    assert (content["format"], content["version"]) == ("smartgoals-plan", 1)


def test_a_number_in_digits_keeps_every_digit(plan: Plan):
    text = dump_plan(plan).replace('"123456789012345.123456"', "123456789012345.123456")

    assert read_plan(text).metrics[0].baseline == Decimal("123456789012345.123456")


def test_a_file_with_a_byte_order_mark_is_read(plan: Plan):
    assert read_plan(b"\xef\xbb\xbf" + dump_plan(plan).encode()) == plan


@pytest.mark.parametrize(
    "text",
    ["", "nonsense", "[]", "5", "{}", '{"format": "other", "version": 1}', b"\xff\xfe{}", b"\x00"],
)
def test_anything_else_is_not_taken_for_a_plan_file(text: str | bytes):
    with pytest.raises(PlanFileError, match="not a SmartGoals plan file"):
        read_plan(text)


@pytest.mark.parametrize("text", ["[" * 200_000, '{"a":' * 200_000, "9" * 5000])
def test_a_file_made_to_exhaust_the_reader_is_refused(text: str):
    with pytest.raises(PlanFileError):
        read_plan(text)


def test_a_file_beyond_the_size_limit_is_refused_before_it_is_read(tmp_path: Any):
    path = tmp_path / "large.json"
    path.write_bytes(b" " * (MAX_BYTES + 1))

    with pytest.raises(PlanFileError, match="5 MB"):
        read_plan_file(path)


def test_a_flood_of_small_values_is_refused(plan: Plan):
    with pytest.raises(PlanFileError, match="too many entries"):
        read_plan(changed(plan, tactics=[1] * 400_000))


def test_what_grows_with_the_years_may_be_long(plan: Plan):
    days = [str(dt.date(2027, 1, 1) + dt.timedelta(days=n)) for n in range(3000)]
    read = read_plan(changed(plan, check_ins=[{"day": day} for day in days]))

    assert len(read.check_ins) == len(days)


def test_a_file_of_a_newer_version_is_named_as_such(plan: Plan):
    text = dump_plan(plan).replace('"version": 1', '"version": 2')

    with pytest.raises(PlanFileError, match="newer SmartGoals"):
        read_plan(text)


def test_a_key_given_twice_is_refused(plan: Plan):
    text = dump_plan(plan).replace('"brand": ""', '"brand": "A", "brand": "B"')

    assert problems_of(text) == ["brand: is given twice"]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_what_is_not_a_number_is_refused(plan: Plan, number: str):
    text = dump_plan(plan).replace('"hours_per_week": "7.5"', f'"hours_per_week": {number}')

    assert problems_of(text) == [f"{number} is not a number"]


@pytest.mark.parametrize("number", ["nan", "inf", "1e400", "1" * 16])
def test_an_amount_out_of_range_is_refused(plan: Plan, number: str):
    assert len(problems_of(changed(plan, hours_per_week=number))) == 1


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"colour": "red"}, "colour: is not a field of a plan"),
        ({"title": 5}, "title: should be a text"),
        ({"title": "x" * 10_001}, "title: has more than 10000 characters"),
        ({"due": "14 June"}, "due: should be a date such as 2027-06-14"),
        ({"due": 1_800_000_000}, "due: should be a date such as 2027-06-14"),
        ({"due": "1999-12-31"}, "due: should be at least 2000-01-01"),
        ({"hours_per_week": "five"}, "hours_per_week: should be a number"),
        ({"hours_per_week": "-1"}, "hours_per_week: should be at least 0"),
        ({"served_goal": True}, "served_goal: should be a whole number"),
        ({"tactics": {}}, "tactics: should be a list"),
        ({"tactics": ["post"]}, "tactics[0]: should be an object"),
        ({"tactics": [{"value": 11}]}, "tactics[0].value: should be at most 10"),
        ({"tactics": [{"parked": "no"}]}, "tactics[0].parked: should be true or false"),
        ({"company_goals": ["a", "b", "c", "d"]}, "company_goals: has more than 3 entries"),
        ({"obstacles": [{}] * 201}, "obstacles: has more than 200 entries"),
        ({"content": {"costs": [1] * 999}}, "content.costs: has more than 200 entries"),
        ({"tactics": [{}] * 2001}, "tactics: has more than 2000 entries"),
        ({"id": "../x"}, "id: has characters that are not allowed here"),
        ({"budget": "9" * 15 + "9"}, "budget: is too large"),
        ({"check_ins": [{}]}, "check_ins[0].day: is missing"),
        (
            {"metrics": [{"target": {"amount": "x"}}]},
            "metrics[0].target.amount: should be a number",
        ),
        (
            {"tactics": [{"id": "a"}, {"id": "a"}]},
            "tactics[1].id: is given twice",
        ),
    ],
)
def test_a_problem_is_named_by_its_field(plan: Plan, changes: dict[str, Any], problem: str):
    assert problems_of(changed(plan, **changes)) == [problem]


def test_all_that_is_wrong_is_listed_at_once(plan: Plan):
    text = changed(plan, due="soon", tactics=[{"value": 0}, {"complexity": "high"}])

    assert problems_of(text) == [
        "due: should be a date such as 2027-06-14",
        "tactics[0].value: should be at least 1",
        "tactics[1].complexity: should be a whole number",
    ]


def test_a_long_list_of_problems_is_cut_where_it_is_shown(plan: Plan):
    with pytest.raises(PlanFileError) as caught:
        read_plan(changed(plan, tactics=[{"value": 0}] * 12))

    assert len(caught.value.problems) == 12
    assert str(caught.value).endswith("and 2 more")


def test_the_schema_describes_the_file():
    schema = plan_file_schema()

    assert schema["properties"]["format"]["const"] == "smartgoals-plan"
    assert schema["additionalProperties"] is False
    assert "Tactic" in schema["$defs"]
