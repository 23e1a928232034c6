"""The reasons of the coach, the realism and the capacity in words."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from smartgoals.domain.capacity import capacity
from smartgoals.domain.coach import Reason, ReasonCode, coach
from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.realism import realism
from smartgoals.domain.tactic import Tactic
from smartgoals.domain.terms import Direction, HoursBasis, MetricKind, Verdict
from smartgoals.formats import FormatError, FormatReason, Formats
from smartgoals.words.reasons import (
    capacity_text,
    format_error_text,
    realism_text,
    reason_text,
)

START, DUE = dt.date(2027, 3, 15), dt.date(2027, 6, 14)


def realism_of(values: list[int], aim: str, **facts: Any) -> str:
    metric = Metric(
        **{
            "name": "Fans",
            "kind": MetricKind.STOCK,
            "baseline": Decimal(310),
            "target": Target(amount=Decimal(aim)),
            "recent_values": tuple(map(Decimal, values)),
            **facts,
        }
    )
    return realism_text(realism(metric, START, DUE), metric, Formats(), "EUR")


def said(plan: Plan, code: ReasonCode) -> str:
    reasons = [reason for letter in coach(plan) for reason in letter.reasons]
    return reason_text(next(r for r in reasons if r.code is code), Formats())


@pytest.mark.parametrize(
    ("baseline", "target", "text"),
    [
        (10, 10, "“Share” is at its target already. Aim further, or choose to stay at that level."),
        (10, 5, "The target of “Share” lies the other way than its direction. "),
        (10, 130, "“Share” can never be so low or so high. Please look at the target again."),
    ],
)
def test_the_coach_says_of_a_target_what_the_review_says(
    baseline: int, target: int, text: str
) -> None:
    metric = Metric(
        name="Share",
        kind=MetricKind.SHARE,
        baseline=Decimal(baseline),
        target=Target(amount=Decimal(target)),
        source="Insights",
    )
    assert said(Plan(metrics=(metric,)), ReasonCode.TARGET_MISFIT).startswith(text)


def test_a_name_without_end_is_cut_where_it_is_told() -> None:
    told = realism_of([], "400", name="Fans " * 500)
    assert told.startswith("There are no recent values of Fans Fans")
    assert " … to compare with." in told


def test_the_coach_names_the_first_tactics_to_park_and_the_reality_check_all_of_them() -> None:
    tactics = tuple(
        Tactic(name=f"Film {number}", value=2, complexity=9, hours=Decimal(1))
        for number in range(1, 10)
    )
    plan = Plan(hours_per_week=Decimal(1), tactics=tactics)
    assert said(plan, ReasonCode.OVER_CAPACITY).endswith(
        "Park first: “Film 9”, “Film 8”, “Film 7”, “Film 6” and “Film 5”."
    )
    assert "“Film 2”" in capacity_text(capacity(plan), Formats())


GROWTH = [274, 286, 298, 310]
"""A gain of 12 a week."""


def test_a_stretch_names_its_numbers_and_what_is_within_reach() -> None:
    assert realism_of(GROWTH, "1000") == (
        "Fans would have to grow by 53.1 a week; the growth lately was 12: 4.4 times. "
        "That is a stretch. Usually up to 1.5 times is within reach: aim for 505 to 544, "
        "take more time, or say what will be different this time."
    )


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("80", "brings: aim higher, at 100 %."),
        ("160", "within reach: aim for 100 %, take more time, or say"),
        ("600", "Within reach is 100 %; or take more time."),
    ],
)
def test_one_number_within_reach_is_no_range(target: str, text: str) -> None:
    assert text in realism_of([98] * 4, target, kind=MetricKind.SHARE)


def test_one_number_within_reach_of_a_falling_metric_is_no_range() -> None:
    told = realism_of([610, 510, 410, 310], "300", direction=Direction.DECREASE)
    assert told.endswith("brings: aim lower, at 0.")


def test_a_stretch_that_is_explained_is_accepted() -> None:
    assert realism_of(GROWTH, "1000", difference="Ads").endswith(
        "That is a stretch, and you say what will be different."
    )


@pytest.mark.parametrize(
    ("values", "target", "facts", "text"),
    [
        (GROWTH, "490", {}, "1.2 times. That is realistic."),
        (GROWTH, "5000", {}, "Within reach is 505 to 544; or take more time."),
        (GROWTH, "340", {}, "aim higher, at 505 to 544."),
        ([310] * 4, "400", {}, "Say what will be different this time."),
        (GROWTH[::-1], "400", {}, "the other way lately: down by 12 a week."),
        ([], "400", {}, "There are no recent values of Fans to compare with."),
        ([310], "400", {}, "One recent value of Fans is too little"),
        ([300, 310], "400", {}, "2 recent values of Fans are too few"),
        (GROWTH, "400", {"target": None}, "With a target and two dates"),
        (
            GROWTH,
            "300",
            {"direction": Direction.AT_LEAST},
            "Fans: kept up to now. That is realistic.",
        ),
        (
            GROWTH,
            "400",
            {"direction": Direction.AT_LEAST},
            "not at that level now. Say what will bring it there.",
        ),
    ],
)
def test_each_level_of_realism_has_its_words(
    values: list[int], target: str, facts: dict[str, Any], text: str
) -> None:
    assert text in realism_of(values, target, **facts)


def test_a_falling_amount_of_money_is_compared_with_its_average() -> None:
    text = realism_of(
        [120, 120, 120, 120],
        "84",
        name="",
        library_id="m27",
        kind=MetricKind.MONEY,
        direction=Direction.DECREASE,
    )
    assert text == (
        "Cost per click: €120 on average lately; that is 1.4 times the target of €84. "
        "That is realistic."
    )


def test_a_typed_target_is_named_exactly() -> None:
    facts = {"kind": MetricKind.AVERAGE, "baseline": Decimal(4)}
    assert "the target of 4.55 is 1.1 times that." in realism_of([4, 4, 4, 4], "4.55", **facts)


def test_a_falling_target_below_the_trend_is_to_go_lower() -> None:
    facts = {"kind": MetricKind.AVERAGE, "direction": Direction.DECREASE}
    assert "aim lower, at 8 to 6.7." in realism_of([10, 10, 10, 10], "11", **facts)


def test_a_target_of_nothing_is_out_of_reach() -> None:
    facts = {"kind": MetricKind.COUNT, "direction": Direction.DECREASE}
    assert "the target is 0." in realism_of(GROWTH, "0", **facts)


@pytest.mark.parametrize(("target", "shown"), [("545", "1.51"), ("1089", "4.99"), ("1090", "5")])
def test_a_printed_ratio_stays_on_its_side_of_the_limits(target: str, shown: str) -> None:
    assert f": {shown} times." in realism_of(GROWTH, target)


def test_names_with_braces_are_taken_literally() -> None:
    assert realism_of(GROWTH, "490", name="{low} {}").startswith("{low} {} would have to grow")


def hours(*planned: int, available: int | None, **facts: Any) -> str:
    tactics = tuple(
        Tactic(id=f"t{n}", name=f"Tactic {n}", hours=Decimal(each), value=2, complexity=9, **facts)
        for n, each in enumerate(planned)
    )
    there = None if available is None else Decimal(available)
    return capacity_text(capacity(Plan(tactics=tactics, hours_per_week=there)), Formats())


def test_the_hours_are_compared() -> None:
    assert hours(6, available=8) == "Of 8 hours a week, 6 are planned."
    assert hours(1, available=1) == "Of 1 hour a week, 1 is planned."
    assert hours(6, available=None) == "Planned hours a week: 6. How many are there?"
    assert hours(available=None).startswith("Write down the hours")


def test_too_many_hours_name_the_tactics_to_park() -> None:
    assert hours(6, 4, available=8) == (
        "Planned hours a week: 10, that is 2 more than the 8 there are. Park first: “Tactic 1”."
    )
    assert hours(6, available=0).endswith("Park first: “Tactic 0”.")


def test_hours_that_cannot_be_parked_are_said() -> None:
    plan = Plan(
        tactics=(Tactic(name="Win", hours=Decimal(9), value=9, complexity=1),),
        hours_per_week=Decimal(8),
    )
    assert capacity_text(capacity(plan), Formats()).endswith(
        "Find more time, or do less of it. Even then 1 too many are planned."
    )


def test_unknown_hours_are_said() -> None:
    unknown = Tactic(name="Film", hours=Decimal(9), hours_basis=HoursBasis.TOTAL)
    plan = Plan(tactics=(unknown, Tactic(name="Post")), hours_per_week=Decimal(8))
    assert "The hours of 2 tactics are not known." in capacity_text(capacity(plan), Formats())


@pytest.mark.parametrize("code", ReasonCode)
def test_every_reason_has_a_sentence(code: ReasonCode) -> None:
    numbers = (("weeks", Decimal(13)), ("planned", Decimal(6)), ("available", Decimal(8)))
    metric = Metric(name="Fans", recent_values=tuple(map(Decimal, GROWTH)))
    result = realism(metric, START, DUE) if code in REALISM else None
    reason = Reason(
        code,
        "due",
        Verdict.HINT,
        words=("more",),
        numbers=numbers,
        metric=metric,
        realism=result,
    )
    assert reason_text(reason, Formats())[-1] in ".!"


REALISM = {
    ReasonCode.NOT_REALISTIC,
    ReasonCode.STRETCH,
    ReasonCode.STRETCH_EXPLAINED,
    ReasonCode.BELOW_TREND,
    ReasonCode.NO_PACE,
    ReasonCode.AGAINST_GOAL,
    ReasonCode.NOT_ENOUGH_HISTORY,
    ReasonCode.NO_HISTORY,
    ReasonCode.WITHIN_PACE,
}


def first_reasons(plan: Plan) -> dict[str, str]:
    return {
        each.letter.value: reason_text(each.reasons[0], Formats(), plan.currency)
        for each in coach(plan)
    }


def test_the_coach_speaks_of_the_cafe(cafe: Plan) -> None:
    assert first_reasons(cafe) == {
        "S": (
            "It is clear whom or where you mean: “people who live nearby” and "
            "“within five miles, on Facebook”."
        ),
        "M": "3 numbers, each with a start, a target and a place to read it.",
        "A": "Of 8 hours a week, 6.3 are planned.",
        "R": (
            "Facebook fans would have to grow by 13.8 a week; the growth lately was 12: 1.2 times."
        ),
        "T": "13 weeks from start to due.",
    }


def test_the_coach_names_the_vague_words() -> None:
    plan = Plan(broad_goal="More fans soon, everywhere and always")
    assert first_reasons(plan)["S"] == (
        "“More”, “soon” and “everywhere” can mean anything. "
        "Say how much, for whom, where or by when."
    )


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (3, "Less than a week from start to due."),
        (7, "1 week from start to due."),
        (10, "About 1 week from start to due."),
        (181, "About 26 weeks from start to due."),
    ],
)
def test_the_weeks_are_told(days: int, text: str) -> None:
    plan = Plan(start=START, due=START + dt.timedelta(days))
    assert first_reasons(plan)["T"] == text


@pytest.mark.parametrize("reason", FormatReason)
def test_every_refusal_says_what_to_do(reason: FormatReason) -> None:
    text = format_error_text(FormatError(reason, "typed"), Formats())
    assert text[-1] in ".?"
    assert "{" not in text


def test_a_date_is_shown_as_it_may_be_typed() -> None:
    error = FormatError(FormatReason.NOT_A_DATE)
    assert "2027-06-14" in format_error_text(error)
    assert "14. juni 2027" in format_error_text(error, Formats("nb_NO"))
