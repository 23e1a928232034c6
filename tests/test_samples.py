"""The sample plans tell the stories of the articles, with their numbers, and hold together."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from importlib.resources import files
from itertools import chain
from typing import TYPE_CHECKING, Any

import pytest

from smartgoals.documents.plan_file import read_plan
from smartgoals.documents.samples import SAMPLES, read_sample
from smartgoals.domain.capacity import capacity
from smartgoals.domain.catalogue import catalogue
from smartgoals.domain.coach import coach
from smartgoals.domain.money import cadence_budget, money
from smartgoals.domain.priorities import order_of_work, quadrant
from smartgoals.domain.progress import metric_progress, plan_state
from smartgoals.domain.realism import realism
from smartgoals.domain.recurrence import occurrences
from smartgoals.domain.steps import is_ready
from smartgoals.domain.terms import Direction, PlanState, Quadrant, Realism, TargetKind, Verdict
from smartgoals.domain.timeframe import weeks_between
from smartgoals.language import LANGUAGES, SOURCE

if TYPE_CHECKING:
    from smartgoals.domain.plan import Plan
    from smartgoals.domain.tactic import Tactic


def sample_text(name: str) -> str:
    path = files("smartgoals.resources") / "samples" / f"{name}.json"
    return path.read_text(encoding="utf-8")


def sample(name: str) -> Plan:
    return read_plan(sample_text(name))


@pytest.fixture
def campfire() -> Plan:
    return sample("campfire")


@pytest.fixture
def cheaper_clicks() -> Plan:
    return sample("cost-per-click")


def is_part_of(given: Any, whole: Any) -> bool:
    """Return whether the file says nothing else, and in the same order, than the whole plan."""
    if isinstance(given, dict):
        order = [key for key in whole if key in given]
        return list(given) == order and all(is_part_of(given[key], whole[key]) for key in given)
    if isinstance(given, list):
        return len(given) == len(whole) and all(map(is_part_of, given, whole))
    return bool(given == whole)


def realism_of(plan: Plan, metric_id: str) -> Realism:
    assert plan.start is not None
    assert plan.due is not None
    return realism(plan.metric(metric_id), plan.start, plan.due).level


def ids_from_the_catalogue(plan: Plan) -> list[str | None]:
    return [
        plan.business_kind_id,
        plan.goal_idea_id,
        plan.marketing_goal_id,
        plan.money.kpi_id,
        *(metric.library_id for metric in plan.metrics),
        *(cost.kind_id for cost in plan.money.costs),
        *(headline.topic_id for headline in plan.content.headlines),
        *plan.content.route_ids,
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_written_as_the_program_writes_plans(name: str) -> None:
    content = json.loads(sample_text(name))
    assert is_part_of(content["plan"], sample(name).model_dump(mode="json"))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_knows_that_it_is_one(name: str) -> None:
    assert sample(name).sample_id == name


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_a_finished_plan(name: str) -> None:
    plan = sample(name)
    assert is_ready(plan)
    assert plan_state(plan) is PlanState.ACTIVE


@pytest.mark.parametrize("name", SAMPLES)
def test_no_letter_of_a_sample_fails(name: str) -> None:
    failed = [a for a in coach(sample(name)) if a.verdict is Verdict.FAIL]
    assert failed == []


@pytest.mark.parametrize("name", SAMPLES)
def test_the_hours_of_a_sample_fit_the_week(name: str) -> None:
    assert capacity(sample(name)).over is None


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_picks_only_what_the_catalogue_has(name: str) -> None:
    lists = catalogue()
    entries = chain.from_iterable(getattr(lists, field) for field in type(lists).model_fields)
    known = {entry.id for entry in entries}
    picked = {entry_id for entry_id in ids_from_the_catalogue(sample(name)) if entry_id}
    assert picked <= known


@pytest.mark.parametrize("name", SAMPLES)
def test_the_metrics_of_a_sample_are_counted_as_in_the_library(name: str) -> None:
    for metric in sample(name).metrics:
        entry = catalogue().metric(metric.library_id or "")
        assert (metric.kind, metric.direction) == (entry.kind, entry.direction)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_tactic_of_a_sample_is_scored_and_has_a_date(name: str) -> None:
    for tactic in sample(name).tactics:
        assert tactic.is_scored
        assert (tactic.due is None) != (tactic.recurrence is None)


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_done_in_a_sample_has_an_owner(name: str) -> None:
    assert all(tactic.owners for tactic in order_of_work(sample(name).tactics))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_says_in_140_characters_what_the_business_does(name: str) -> None:
    assert 0 < len(sample(name).description) <= 140


def test_the_cafe_plan_runs_for_thirteen_weeks(cafe: Plan) -> None:
    assert (cafe.start, cafe.due) == (dt.date(2027, 3, 15), dt.date(2027, 6, 14))
    assert weeks_between(dt.date(2027, 3, 15), dt.date(2027, 6, 14)) == 13


@pytest.mark.parametrize(
    ("metric_id", "baseline", "target"),
    [("fans", 1200, 1380), ("clicks", 400, 460), ("reach", 310, 1000)],
)
def test_the_cafe_raises_fans_clicks_and_reach(
    cafe: Plan, metric_id: str, baseline: int, target: int
) -> None:
    metric = cafe.metric(metric_id)
    assert metric.baseline == baseline
    assert metric.target_value == target
    assert metric.channel == "Facebook"


@pytest.mark.parametrize("metric_id", ["fans", "clicks"])
def test_the_cafe_asks_for_15_percent_more(cafe: Plan, metric_id: str) -> None:
    target = cafe.metric(metric_id).target
    assert target is not None
    assert target.kind is TargetKind.PERCENT
    assert target.amount == 15


@pytest.mark.parametrize(
    ("metric_id", "level"),
    [
        ("fans", Realism.REALISTIC),
        ("clicks", Realism.REALISTIC),
        ("reach", Realism.STRETCH),
    ],
)
def test_the_reach_of_the_cafe_is_a_stretch_and_the_rest_realistic(
    cafe: Plan, metric_id: str, level: Realism
) -> None:
    assert realism_of(cafe, metric_id) is level


def test_the_cafe_says_what_will_be_different_for_its_stretch(cafe: Plan) -> None:
    assert "15 dollars of ads" in cafe.metric("reach").difference


def test_the_cafe_works_within_five_miles(cafe: Plan) -> None:
    assert "five miles" in cafe.place


def test_the_ads_of_the_cafe_cost_what_its_budget_says(cafe: Plan) -> None:
    (posts,) = cafe.content.cadences
    assert posts.posts_per_week is not None
    assert posts.price_per_post is not None
    assert cadence_budget(posts.posts_per_week, Decimal(13), posts.price_per_post) == 585
    assert cafe.budget == 585


def test_the_cafe_earns_more_than_it_spends(cafe: Plan) -> None:
    result = money(cafe)
    assert result.investment == 585 + 260 + 6 * 15 * 13
    assert result.return_ == 2600


def test_the_tactics_of_the_cafe_lie_in_all_four_quadrants(cafe: Plan) -> None:
    assert len(cafe.tactics) == 6
    assert {quadrant(tactic) for tactic in cafe.tactics} == set(Quadrant)


def test_the_cafe_parks_what_is_hard_and_brings_little(cafe: Plan) -> None:
    parked = [tactic for tactic in cafe.tactics if tactic.parked]
    assert [quadrant(tactic) for tactic in parked] == [Quadrant.TIME_SINKS]


def test_the_cafe_keeps_to_its_eight_hours(cafe: Plan) -> None:
    result = capacity(cafe)
    assert result.available == 8
    assert 6 < result.planned < 7


def test_campfire_serves_the_first_of_three_company_goals(campfire: Plan) -> None:
    assert campfire.brand == "Campfire, Inc."
    assert len(campfire.company_goals) == 3
    assert campfire.served_company_goal == "enter a new market segment"


@pytest.mark.parametrize(
    ("tactic_id", "owners", "due"),
    [
        ("list", ("Brian",), dt.date(2027, 2, 1)),
        ("messages", ("Brian",), dt.date(2027, 2, 20)),
        ("posts", ("Brian", "Hailley"), None),
    ],
)
def test_campfire_names_who_does_what_by_when(
    campfire: Plan, tactic_id: str, owners: tuple[str, ...], due: dt.date | None
) -> None:
    tactic = campfire.tactic(tactic_id)
    assert (tactic.owners, tactic.due) == (owners, due)


def days_of(tactic: Tactic, start: dt.date, until: dt.date) -> list[dt.date]:
    assert tactic.recurrence is not None
    return list(occurrences(tactic.recurrence, start, until))


def test_campfire_publishes_by_the_30th_of_every_month(campfire: Plan) -> None:
    assert days_of(campfire.tactic("posts"), dt.date(2027, 1, 1), dt.date(2027, 3, 31)) == [
        dt.date(2027, 1, 30),
        dt.date(2027, 2, 28),
        dt.date(2027, 3, 30),
    ]


def test_campfire_contacts_100_influencers_from_none(campfire: Plan) -> None:
    metric = campfire.metric("contacted")
    assert metric.baseline == 0
    assert metric.target_value == 100


def test_campfire_does_not_know_its_visits_yet(campfire: Plan) -> None:
    progress = metric_progress(campfire, campfire.metric("visits"), dt.date(2027, 3, 1))
    assert progress.baseline is None
    assert progress.target == 800


def test_the_cost_per_click_falls_by_30_percent(cheaper_clicks: Plan) -> None:
    metric = cheaper_clicks.metric("cost")
    assert metric.direction is Direction.DECREASE
    assert metric.target is not None
    assert metric.target.amount == -30
    assert (metric.baseline, metric.target_value) == (Decimal("1.2"), Decimal("0.84"))


def test_the_fall_of_the_cost_per_click_is_realistic(cheaper_clicks: Plan) -> None:
    assert realism_of(cheaper_clicks, "cost") is Realism.REALISTIC


def test_nothing_but_the_blog_is_done_until_someone_is_hired(cheaper_clicks: Plan) -> None:
    parked = [tactic for tactic in cheaper_clicks.tactics if tactic.parked]
    assert {tactic.parked_until for tactic in parked} == {"until someone is hired"}
    assert {channel.channel for channel in cheaper_clicks.content.channels} == {"Blog"}


def test_unparked_the_other_channels_would_not_fit_the_week(cheaper_clicks: Plan) -> None:
    tactics = tuple(tactic.replace(parked=False) for tactic in cheaper_clicks.tactics)
    over = capacity(cheaper_clicks.replace(tactics=tactics)).over
    assert over is not None
    assert over > 0


def test_without_company_goal_the_plan_is_tied_to_marketing(cheaper_clicks: Plan) -> None:
    assert cheaper_clicks.served_company_goal == ""
    assert cheaper_clicks.marketing_goal_id == "B2.3"


# In other languages

OTHERS = sorted(set(LANGUAGES) - {SOURCE})
SAME = {"Facebook", "Blog", "Brian", "Hailley", "Mira", "Tom", "Ana", "Jo"}
"""Names, which may be the same in every language."""
NAMES = {"Campfire, Inc.", "Northlight Training"}


def texts(part: Any, field: str = "") -> list[str]:
    """Return what a user would have written: all but ids, with a capital or a space in it."""
    if isinstance(part, dict):
        return [text for name, value in part.items() for text in texts(value, name)]
    if isinstance(part, list):
        return [text for each in part for text in texts(each, field)]
    if not isinstance(part, str) or field.endswith(("id", "_ids", "currency")):
        return []
    return [part] if " " in part or part[:1].isupper() else []


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_has_the_same_numbers_and_dates_in_every_language(
    name: str, language: str
) -> None:
    told = read_sample(name, language)
    english = sample(name)
    assert numbers(told) == numbers(english)
    assert [m.id for m in told.metrics] == [m.id for m in english.metrics]
    assert [t.id for t in told.tactics] == [t.id for t in english.tactics]
    assert ids_from_the_catalogue(told) == ids_from_the_catalogue(english)


def numbers(plan: Plan) -> list[Any]:
    """Return all that is no text, in the order of the file."""
    return list(_no_texts(plan.model_dump()))


def _no_texts(part: Any) -> Any:
    if isinstance(part, dict):
        for value in part.values():
            yield from _no_texts(value)
    elif isinstance(part, (list, tuple)):
        yield len(part)
        for each in part:
            yield from _no_texts(each)
    elif not isinstance(part, str):
        yield part


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", SAMPLES)
def test_every_text_of_a_sample_is_told_in_every_language(name: str, language: str) -> None:
    told = texts(read_sample(name, language).model_dump(mode="json"))
    english = texts(sample(name).model_dump(mode="json"))
    assert set(told) & set(english) <= SAME | NAMES


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("name", SAMPLES)
def test_the_coach_says_the_same_of_a_sample_in_every_language(name: str, language: str) -> None:
    told = [a.verdict for a in coach(read_sample(name, language), language)]
    assert told == [a.verdict for a in coach(sample(name))]
    assert Verdict.FAIL not in told


@pytest.mark.parametrize("language", OTHERS)
def test_no_word_of_the_samples_is_left_over(language: str) -> None:
    folder = files("smartgoals.resources") / "samples"
    words = json.loads((folder / "words" / f"{language}.json").read_text("utf-8"))
    written = "".join((folder / f"{name}.json").read_text("utf-8") for name in SAMPLES)
    assert [text for text in words if json.dumps(text, ensure_ascii=False) not in written] == []
    assert all(told.strip() == told and told for told in words.values())
