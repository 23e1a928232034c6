"""The coach: a verdict on each letter, its reasons and the fields they mean."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.domain.coach import Assessment, ReasonCode, coach
from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.strategy import Audience, ChannelPlan, ContentPlan
from smartgoals.domain.tactic import Tactic
from smartgoals.domain.terms import Direction, Letter, MetricKind, Verdict

START, DUE = dt.date(2027, 3, 15), dt.date(2027, 6, 14)
STEADY = tuple(Decimal(level) for level in (1100, 1110, 1120, 1130))
"""A gain of 10 a week."""


def fans(**changes: Any) -> Metric:
    facts = {
        "id": "fans",
        "name": "Fans",
        "kind": MetricKind.STOCK,
        "baseline": Decimal(1130),
        "target": Target(amount=Decimal(1273)),
        "source": "Page insights",
        "recent_values": STEADY,
    }
    return Metric(**{**facts, **changes})


def a_plan(**changes: Any) -> Plan:
    """A plan in which every letter passes."""
    facts = {
        "broad_goal": "Make our café known",
        "specific": "Raise awareness of our café",
        "audience": "people who live nearby",
        "achievable": "Photos and the page are there; Ana has eight hours a week",
        "realistic": "For the first time we pay for ads",
        "metrics": (fans(),),
        "start": START,
        "due": DUE,
        "hours_per_week": Decimal(8),
        "tactics": (Tactic(id="post", name="Post", hours=Decimal(6), value=3, complexity=8),),
    }
    return Plan(**{**facts, **changes})


def letter(plan: Plan, letter: Letter, language: str = "en") -> Assessment:
    return next(found for found in coach(plan, language) if found.letter is letter)


def verdict_and_codes(
    plan: Plan, which: Letter, language: str = "en"
) -> tuple[Verdict, list[ReasonCode]]:
    found = letter(plan, which, language)
    return found.verdict, [reason.code for reason in found.reasons]


def test_the_letters_come_in_their_order_and_a_good_plan_passes() -> None:
    assessments = coach(a_plan())
    assert "".join(each.letter for each in assessments) == "SMART"
    assert {each.verdict for each in assessments} == {Verdict.PASS}


def test_a_new_plan_is_told_all_that_is_open() -> None:
    assert [(each.verdict, each.reasons[0].field) for each in coach(Plan())] == [
        (Verdict.FAIL, "broad_goal"),
        (Verdict.FAIL, "metrics"),
        (Verdict.HINT, "achievable"),
        (Verdict.FAIL, "realistic"),
        (Verdict.FAIL, "start"),
    ]


# S


def test_s_fails_with_vague_words_and_no_audience_place_or_channel() -> None:
    plan = a_plan(specific="Get more fans soon", audience="")
    found = letter(plan, Letter.SPECIFIC)
    assert found.verdict is Verdict.FAIL
    assert [(r.code, r.field, r.words) for r in found.reasons] == [
        (ReasonCode.VAGUE_WORDS, "specific", ("more", "soon")),
        (ReasonCode.NOBODY_NOWHERE, "audience", ()),
    ]


@pytest.mark.parametrize(
    "anchor",
    [
        {"audience": "neighbours"},
        {"place": "within five miles"},
        {"metrics": (fans(channel="Facebook"),)},
        {"audiences": (Audience(role="office managers"),)},
        {"content": ContentPlan(channels=(ChannelPlan(channel="Blog"),))},
    ],
)
def test_s_hints_at_vague_words_with_an_audience_place_or_channel(anchor: dict[str, Any]) -> None:
    plan = a_plan(**{"specific": "Get more fans soon", "audience": "", **anchor})
    assert verdict_and_codes(plan, Letter.SPECIFIC) == (Verdict.HINT, [ReasonCode.VAGUE_WORDS])


def test_s_hints_at_a_goal_for_nobody_and_nowhere() -> None:
    plan = a_plan(audience="")
    assert verdict_and_codes(plan, Letter.SPECIFIC) == (Verdict.HINT, [ReasonCode.NOBODY_NOWHERE])


def test_a_platform_named_in_the_text_is_a_channel() -> None:
    plan = a_plan(specific="Answer questions on LinkedIn", audience="")
    assert letter(plan, Letter.SPECIFIC).verdict is Verdict.PASS


def test_s_reads_the_broad_goal_while_the_specific_text_is_blank() -> None:
    found = letter(a_plan(specific=" ", broad_goal="More fans"), Letter.SPECIFIC)
    assert (found.verdict, found.reasons[0].field) == (Verdict.HINT, "broad_goal")


def test_a_broad_goal_may_be_vague_beside_a_specific_text() -> None:
    assert letter(a_plan(broad_goal="More fans"), Letter.SPECIFIC).verdict is Verdict.PASS


def test_names_raise_nothing() -> None:
    for text in ("Handsome", "Good Things Cafe", "Fill the Good Things Cafe"):
        assert letter(a_plan(specific=text), Letter.SPECIFIC).verdict is Verdict.PASS
    branded = a_plan(specific="fans of good things", brand="Good Things")
    assert letter(branded, Letter.SPECIFIC).verdict is Verdict.PASS


def test_without_a_word_list_structure_alone_decides() -> None:
    vague = a_plan(specific="More fans soon", audience="")
    assert verdict_and_codes(vague, Letter.SPECIFIC, "xx") == (
        Verdict.HINT,
        [ReasonCode.NOBODY_NOWHERE],
    )
    cyrillic = a_plan(specific="Больше гостей", audience="соседи")
    assert letter(cyrillic, Letter.SPECIFIC, "ru").verdict is Verdict.PASS


def test_the_language_chooses_the_words() -> None:
    plan = a_plan(specific="Yakında daha çok takipçi", audience="")
    assert letter(plan, Letter.SPECIFIC, "tr").verdict is Verdict.FAIL
    assert letter(plan, Letter.SPECIFIC, "nb").verdict is Verdict.HINT


# M


def test_m_fails_without_a_metric() -> None:
    assert verdict_and_codes(a_plan(metrics=()), Letter.MEASURABLE) == (
        Verdict.FAIL,
        [ReasonCode.NO_METRIC],
    )


def test_m_fails_while_a_metric_has_no_target() -> None:
    found = letter(a_plan(metrics=(fans(), fans(id="b", target=None))), Letter.MEASURABLE)
    assert found.verdict is Verdict.FAIL
    assert found.reasons[0].field == "metric.b.target"


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"baseline": None}, ReasonCode.NO_BASELINE, "baseline"),
        ({"source": " "}, ReasonCode.NO_SOURCE, "source"),
        ({"target": Target(amount=Decimal(1130))}, ReasonCode.TARGET_MISFIT, "target"),
        ({"direction": Direction.DECREASE}, ReasonCode.TARGET_MISFIT, "target"),
    ],
)
def test_m_hints_at_what_a_metric_lacks(
    changes: dict[str, Any], code: ReasonCode, field: str
) -> None:
    found = letter(a_plan(metrics=(fans(**changes),)), Letter.MEASURABLE)
    assert found.verdict is Verdict.HINT
    assert [(r.code, r.field, r.subject) for r in found.reasons] == [
        (code, f"metric.fans.{field}", "Fans")
    ]


def test_not_known_yet_is_a_baseline() -> None:
    plan = a_plan(metrics=(fans(baseline=None, baseline_unknown=True),))
    assert letter(plan, Letter.MEASURABLE).verdict is Verdict.PASS


@pytest.mark.parametrize(
    ("likes", "language"),
    [
        ({"name": "", "library_id": "m07"}, "en"),
        ({"name": "Page likes"}, "en"),
        ({"name": "Mi piace sulla pagina"}, "it"),
        ({"name": "BEĞENİ"}, "tr"),
    ],
)
def test_m_hints_at_likes_alone(likes: dict[str, Any], language: str) -> None:
    alone = a_plan(metrics=(fans(**likes),))
    paired = a_plan(metrics=(fans(**likes), fans(id="clicks", name="Link clicks")))
    assert verdict_and_codes(alone, Letter.MEASURABLE, language) == (
        Verdict.HINT,
        [ReasonCode.LIKES_ALONE],
    )
    assert letter(paired, Letter.MEASURABLE, language).verdict is Verdict.PASS


# A


def test_a_fails_when_planned_hours_exceed_available_ones() -> None:
    found = letter(a_plan(hours_per_week=Decimal(5)), Letter.ACHIEVABLE)
    reason = found.reasons[0]
    assert (found.verdict, reason.code) == (Verdict.FAIL, ReasonCode.OVER_CAPACITY)
    assert (reason.field, reason.words) == ("hours_per_week", ("Post",))
    assert [reason.number(name) for name in ("planned", "available", "over")] == [6, 5, 1]


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "Yes!",
        "  Of course.  ",
        "Yes, we can",
        "Yes, yes, of course",
        "Doable",
        "👍",
        "!!!",
        "–",
    ],
)
def test_a_hints_at_a_bare_yes(text: str) -> None:
    assert verdict_and_codes(a_plan(achievable=text), Letter.ACHIEVABLE) == (
        Verdict.HINT,
        [ReasonCode.BARE_YES],
    )


@pytest.mark.parametrize(("text", "language"), [("Evet", "tr"), ("Ja, selvsagt", "nb"), ("是", "")])
def test_a_bare_yes_is_known_in_other_languages(text: str, language: str) -> None:
    found = letter(a_plan(achievable=text), Letter.ACHIEVABLE, language)
    assert found.verdict is Verdict.HINT


@pytest.mark.parametrize("text", ["Yes, Ana has eight hours", "我们每周有八小时的时间"])
def test_more_than_a_yes_is_evidence(text: str) -> None:
    assert letter(a_plan(achievable=text), Letter.ACHIEVABLE).verdict is Verdict.PASS


def test_hours_that_fit_are_evidence() -> None:
    found = letter(a_plan(achievable=""), Letter.ACHIEVABLE)
    assert (found.verdict, found.reasons[0].code) == (Verdict.PASS, ReasonCode.HOURS_FIT)


def test_a_hints_while_there_is_neither_evidence_nor_hours() -> None:
    for hours in (None, Decimal(8)):
        plan = a_plan(achievable="", tactics=(), hours_per_week=hours)
        assert verdict_and_codes(plan, Letter.ACHIEVABLE) == (
            Verdict.HINT,
            [ReasonCode.NO_EVIDENCE],
        )


# R


@pytest.mark.parametrize("text", ["", "  ", "yes"])
def test_r_fails_without_any_reason(text: str) -> None:
    found = letter(a_plan(realistic=text, metrics=(fans(recent_values=()),)), Letter.REALISTIC)
    assert (found.verdict, found.reasons[0].code) == (Verdict.FAIL, ReasonCode.NO_REASON)


def test_the_own_history_is_a_reason() -> None:
    found = letter(a_plan(realistic=""), Letter.REALISTIC)
    assert found.verdict is Verdict.PASS
    (reason,) = found.reasons
    assert reason.code is ReasonCode.WITHIN_PACE
    assert [reason.number(name) for name in ("needed_pace", "recent_pace")] == [11, 10]
    assert reason.number("ratio") == Decimal("1.1")


def test_what_will_be_different_is_a_reason() -> None:
    metric = fans(recent_values=(), difference="Ads for the first time")
    plan = a_plan(realistic="", metrics=(metric,))
    assert letter(plan, Letter.REALISTIC).verdict is Verdict.PASS


def ratio(times: str, **changes: Any) -> Plan:
    """A plan whose fans have to grow so many times as fast as lately."""
    target = Target(amount=1130 + Decimal(times) * 130)
    return a_plan(metrics=(fans(target=target, **changes),))


@pytest.mark.parametrize("times", ["5", "9"])
def test_r_fails_with_a_ratio_of_5_or_more_whatever_the_words_say(times: str) -> None:
    found = letter(ratio(times, difference="Ads"), Letter.REALISTIC)
    assert found.verdict is Verdict.FAIL
    assert (found.reasons[0].code, found.reasons[0].field) == (
        ReasonCode.NOT_REALISTIC,
        "metric.fans.target",
    )
    assert found.reasons[0].number("high") == 1130 + 15 * 13


@pytest.mark.parametrize("times", ["1.6", "4.9"])
def test_r_hints_at_a_stretch_until_it_is_said_what_will_be_different(times: str) -> None:
    found = letter(ratio(times), Letter.REALISTIC)
    assert [(r.code, r.field) for r in found.reasons] == [
        (ReasonCode.STRETCH, "metric.fans.difference")
    ]
    assert found.verdict is Verdict.HINT
    assert letter(ratio(times, difference="Ads"), Letter.REALISTIC).verdict is Verdict.PASS


def test_r_hints_at_less_than_the_present_trend() -> None:
    assert verdict_and_codes(ratio("0.5"), Letter.REALISTIC) == (
        Verdict.HINT,
        [ReasonCode.BELOW_TREND],
    )


@pytest.mark.parametrize(
    ("levels", "code"),
    [
        ((1130, 1130, 1130, 1130), ReasonCode.NO_PACE),
        ((1160, 1150, 1140, 1130), ReasonCode.AGAINST_GOAL),
    ],
)
def test_r_hints_at_a_pace_that_leads_nowhere(levels: tuple[int, ...], code: ReasonCode) -> None:
    plan = a_plan(metrics=(fans(recent_values=tuple(map(Decimal, levels))),))
    assert verdict_and_codes(plan, Letter.REALISTIC) == (Verdict.HINT, [code])


def test_a_metric_without_history_needs_words() -> None:
    second = fans(id="b", recent_values=STEADY[:2])
    third = fans(id="c", recent_values=())
    silent = a_plan(realistic="", metrics=(fans(), second, third))
    assert verdict_and_codes(silent, Letter.REALISTIC) == (
        Verdict.HINT,
        [ReasonCode.NOT_ENOUGH_HISTORY, ReasonCode.NO_HISTORY],
    )
    told = silent.replace(realistic="For the first time we pay for ads")
    assert letter(told, Letter.REALISTIC).verdict is Verdict.PASS


# T


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"start": None}, [ReasonCode.NO_START]),
        ({"due": None}, [ReasonCode.NO_DUE]),
        ({"start": None, "due": None}, [ReasonCode.NO_START, ReasonCode.NO_DUE]),
        ({"due": dt.date(2027, 3, 14)}, [ReasonCode.DUE_BEFORE_START]),
    ],
)
def test_t_fails_without_two_dates_in_order(
    changes: dict[str, Any], codes: list[ReasonCode]
) -> None:
    assert verdict_and_codes(a_plan(**changes), Letter.TIME_BOUND) == (Verdict.FAIL, codes)


def test_t_names_the_weeks() -> None:
    assert letter(a_plan(), Letter.TIME_BOUND).reasons[0].number("weeks") == 13


def test_a_plan_of_one_day_is_time_bound() -> None:
    assert letter(a_plan(start=DUE), Letter.TIME_BOUND).verdict is Verdict.PASS


@given(
    specific=st.text(max_size=40),
    realistic=st.text(max_size=20),
    values=st.lists(st.integers(-100, 100), max_size=12),
    baseline=st.none() | st.integers(-50, 50),
    target=st.none() | st.integers(-50, 50),
    direction=st.sampled_from(Direction),
    kind=st.sampled_from(MetricKind),
)
def test_the_coach_has_a_word_on_any_plan(
    *,
    specific: str,
    realistic: str,
    values: list[int],
    baseline: int | None,
    target: int | None,
    direction: Direction,
    kind: MetricKind,
) -> None:
    metric = Metric(
        kind=kind,
        direction=direction,
        baseline=None if baseline is None else Decimal(baseline),
        target=None if target is None else Target(amount=Decimal(target)),
        recent_values=tuple(map(Decimal, values)),
    )
    plan = a_plan(specific=specific, realistic=realistic, metrics=(metric,))
    for assessment in coach(plan):
        assert assessment.reasons
        assert assessment.verdict is assessment.reasons[0].verdict
