"""The shipped lists are whole, and every item of the method has its home in the program."""

from __future__ import annotations

import importlib
import json
from collections import Counter
from functools import reduce
from importlib.resources import files
from itertools import chain
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from smartgoals.domain.catalogue import Catalogue, catalogue
from smartgoals.domain.catalogue_entries import Entry, LibraryMetric
from smartgoals.domain.terms import Direction, MetricKind, Period, Rung, Step

if TYPE_CHECKING:
    from collections.abc import Iterator

METHOD = """
    B1 B1.2 B1.3 B1.4 B1.5 B2 B2.1 B2.2 B2.3 B2.4 B2.5 B2.6 B2.7 B2.8 B3 B4 B4.1 B4.2 B5 B6 B7
    T1 T2 T2.1 T2.2 T3 T3.1 T4 T5
    A0 A1 A2 A2.1 A3 A3.1 A4 A4.1 A5 A5.1 A6 A7 A8 A8.1 A8.2 A8.3 A8.4 A9 A10 A10.1
    A11 A11.1 A11.2 A11.3
    C1 C2 C3 C4 C5 C5.1 C6 C7 C8
    S1 S2 S3 S4 S5 S6 S7 S8 S9 S10
    M
"""
METHOD_IDS = frozenset(METHOD.split())

LENGTHS = {
    "goals": 16,
    "company_goals": 3,
    "purposes": 3,
    "starters": 3,
    "metrics": 54,
    "maturities": 3,
    "platforms": 5,
    "rungs": 5,
    "costs": 9,
    "kpis": 9,
    "topics": 28,
    "tools": 8,
    "pages": 8,
    "routes": 7,
    "listening_questions": 8,
    "influence_measures": 8,
    "functions": 4,
    "advice": 27,
}

METRIC_FACTS = """
    m01 stock 1; m02 count 1; m03 avg 1; m04 count 1; m05 count 1; m06 count 1; m07 count 1;
    m08 avg 2; m09 count 2; m10 rate 1; m11 share 2; m12 count 2; m13 share 2; m14 rate 2 falls;
    m15 count 2; m16 count 3; m17 count 2; m18 count 2; m19 rate 3; m20 rate 3; m21 count 2;
    m22 count 2; m23 count 3; m24 count 3; m25 money 3; m26 money 3; m27 money 3 falls;
    m28 count 1; m29 count 2; m30 count 2; m31 count 2; m32 count 1; m33 count 2; m34 count 2;
    m35 avg 2; m36 avg 2; m37 stock 2; m38 count 1; m39 count 2; m40 count 2; m41 count 2;
    m42 count 2; m43 count 3; m44 count 2; m45 avg 3; m46 stock 3; m47 count 3 falls;
    m48 money 3 falls; m49 time 2 falls; m50 rate 3; m51 stock 2; m52 count 1; m53 count 1;
    m54 time 1 stays
"""

GOAL_METRICS = {
    "B2.1": "m01 m02 m05 m06 m04 m11 m12",
    "B2.2": "m12 m13 m14 m15 m20 m22 m23",
    "B2.3": "m16 m17 m18 m19 m21 m22",
    "B2.4": "m24 m25 m26 m19",
    "B2.5": "m07 m06 m08 m05 m09 m15",
    "B2.6": "m31 m32 m33 m34 m35 m36 m37",
    "B2.7": "m38 m06 m05 m39 m40",
    "B2.8": "m41 m42 m43",
    "S8.4": "m05 m01 m11 m10",
    "A3-reputation": "m51 m45 m46",
    "A3-share-of-voice": "m11",
    "A3-loyalty": "m50 m46 m49",
    "A3-support-cost": "m47 m49",
    "A3-development-cost": "m48 m43",
    "T1-thought-leadership": "m28 m29 m30 m53",
    "T4-cheaper-clicks": "m27",
}

MAX_METRIC_NAME = 32
MAX_NAME = 48


def entries_of(name: str) -> Iterator[Entry]:
    """Yield the entries of the list and those inside them."""
    for entry in getattr(catalogue(), name):
        yield entry
        yield from getattr(entry, "helps", ())


def all_entries() -> list[Entry]:
    return list(chain.from_iterable(entries_of(name) for name in Catalogue.model_fields))


def read_coverage() -> dict[str, dict[str, list[str]]]:
    path = files("smartgoals.resources") / "catalogue" / "coverage.json"
    coverage: dict[str, dict[str, list[str]]] = json.loads(path.read_text(encoding="utf-8"))
    return coverage


def homes(kind: str) -> list[tuple[str, str]]:
    return [
        (method_id, home)
        for method_id, kinds in read_coverage().items()
        for home in kinds.get(kind, ())
    ]


def find_by_dotted_name(name: str) -> Any:
    """Return the module, or what is in it; raises when there is none of that name."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        module_name = ".".join(parts[:length])
        try:
            module = importlib.import_module(module_name)
        except ModuleNotFoundError as error:
            if error.name != module_name and not module_name.startswith(f"{error.name}."):
                raise
            continue
        return reduce(getattr, parts[length:], module)
    raise ModuleNotFoundError(name)


@pytest.mark.parametrize(("name", "length"), LENGTHS.items())
def test_each_list_is_as_long_as_the_method_says(name: str, length: int) -> None:
    assert len(getattr(catalogue(), name)) == length


def test_every_list_is_counted() -> None:
    assert set(LENGTHS) == set(Catalogue.model_fields)


def test_no_id_is_given_twice() -> None:
    counts = Counter(entry.id for entry in all_entries())
    assert [entry_id for entry_id, count in counts.items() if count > 1] == []


def test_every_entry_comes_from_an_item_of_the_method() -> None:
    for entry in all_entries():
        known = METHOD_IDS | {f"S8.{number}" for number in range(1, 6)}
        assert entry.source in known, entry.id
        assert (
            entry.id.startswith(entry.source) or entry.id.endswith("-help") or entry.source == "M"
        )


def test_the_metrics_are_numbered_from_m01_to_m54() -> None:
    assert [metric.id for metric in catalogue().metrics] == [f"m{n:02d}" for n in range(1, 55)]


def test_kind_maturity_and_direction_of_every_metric_are_those_of_the_method() -> None:
    directions = {"falls": Direction.DECREASE, "stays": Direction.AT_MOST}
    for fact in METRIC_FACTS.split(";"):
        metric_id, kind, maturity, *way = fact.split()
        metric = catalogue().metric(metric_id)
        direction = directions[way[0]] if way else Direction.INCREASE
        assert (metric.kind, metric.maturity, metric.direction) == (
            MetricKind(kind),
            int(maturity),
            direction,
        ), metric_id


def test_the_metrics_of_every_goal_are_those_of_the_method() -> None:
    assert {goal.id: " ".join(goal.metric_ids) for goal in catalogue().goals} == GOAL_METRICS


def test_seven_goals_come_from_the_eleven_steps() -> None:
    assert sum("A3" in goal.sources for goal in catalogue().goals) == 7


def test_the_five_goals_with_their_kpis_are_all_among_the_goal_ideas() -> None:
    sources = chain.from_iterable(goal.sources for goal in catalogue().goals)
    assert {source for source in sources if source.startswith("S8.")} == {
        "S8.1",
        "S8.2",
        "S8.3",
        "S8.4",
        "S8.5",
    }


def test_a_plan_without_company_goal_can_be_tied_to_eight_marketing_goals() -> None:
    assert [goal.id for goal in catalogue().marketing_goals] == [f"B2.{n}" for n in range(1, 9)]


def test_every_counted_metric_names_its_period() -> None:
    counted = [metric for metric in catalogue().metrics if metric.kind is MetricKind.COUNT]
    assert all(metric.period is not None for metric in counted)


def test_a_level_has_no_period() -> None:
    levels = [metric for metric in catalogue().metrics if metric.kind is MetricKind.STOCK]
    assert all(metric.period is None for metric in levels)


def test_a_percentage_ends_at_100() -> None:
    for metric in catalogue().metrics:
        assert (metric.highest == 100) == (metric.kind.in_percent or metric.id == "m46")


def test_the_net_promoter_score_goes_from_minus_100_to_100() -> None:
    score = catalogue().metric("m46")
    assert score.lowest == -100
    assert score.highest == 100


def test_net_sentiment_has_no_lower_end() -> None:
    assert catalogue().metric("m51").lowest is None


def test_support_can_be_counted_in_requests_or_in_money() -> None:
    metric = catalogue().metric("m47")
    assert (metric.kind, metric.other_kind) == (MetricKind.COUNT, MetricKind.MONEY)


@pytest.mark.parametrize(("likes", "companion"), [("m07", "m15"), ("m32", "m33")])
def test_likes_are_paired_with_a_number_that_shows_more(likes: str, companion: str) -> None:
    found = catalogue().companion(likes)
    assert found is not None
    assert found.id == companion
    assert found.maturity > catalogue().metric(likes).maturity


def test_most_metrics_need_no_companion() -> None:
    assert catalogue().companion("m15") is None


def test_names_of_metrics_fit_a_table_cell() -> None:
    too_long = [m.name for m in catalogue().metrics if len(m.name) > MAX_METRIC_NAME]
    assert too_long == []


def test_names_in_pick_lists_are_short() -> None:
    picked = [
        entry
        for name in Catalogue.model_fields
        if name != "listening_questions"
        for entry in getattr(catalogue(), name)
    ]
    assert [entry.name for entry in picked if len(entry.name) > MAX_NAME] == []


def test_names_in_one_list_differ() -> None:
    for name in Catalogue.model_fields:
        names = [entry.name for entry in getattr(catalogue(), name)]
        assert len(set(names)) == len(names), name


def test_every_metric_says_what_it_is_or_where_it_is_read() -> None:
    assert all(metric.hint for metric in catalogue().metrics)


def test_every_rung_has_its_words_best_first() -> None:
    assert [entry.rung for entry in catalogue().rungs] == list(Rung)


@pytest.mark.parametrize("rung", Rung)
def test_a_rung_is_found(rung: Rung) -> None:
    assert catalogue().rung(rung).rung is rung


def test_a_rank_of_traffic_is_better_when_lower() -> None:
    lower = [m.id for m in catalogue().influence_measures if m.lower_is_better]
    assert lower == ["A4.1-rank"]


def test_what_entries_refer_to_is_there() -> None:
    lists = catalogue()
    for metric in lists.metrics:
        assert all(lists.platform(platform_id) for platform_id in metric.platform_ids)
    assert all(lists.metric(kpi.metric_id) for kpi in lists.kpis)
    assert all(lists.goal(starter.goal_id) for starter in lists.starters)
    assert all(lists.metrics_for(goal.id) for goal in lists.goals)


def test_every_goal_serves_at_most_one_purpose() -> None:
    served = [goal_id for purpose in catalogue().purposes for goal_id in purpose.goal_ids]
    assert len(set(served)) == len(served)
    assert set(served) == {goal.id for goal in catalogue().goals}


def test_a_business_goal_that_social_media_does_not_help_has_no_strategies() -> None:
    helps = {goal.id: len(goal.helps) for goal in catalogue().company_goals}
    assert helps == {"B1.2": 3, "B1.3": 3, "B1-satisfaction": 0}


def test_group_metrics_apply_where_there_are_groups() -> None:
    metric = catalogue().metric("m31")
    assert metric.applies_to("S9-facebook")
    assert not metric.applies_to("S9-pinterest")


def test_a_metric_of_no_platform_applies_to_all() -> None:
    assert catalogue().metric("m16").applies_to("S9-pinterest")


@pytest.mark.parametrize("level", [1, 2, 3])
def test_every_level_of_maturity_has_its_words(level: int) -> None:
    assert catalogue().maturity(level).level == level


def test_there_is_advice_for_every_step_whose_page_does_not_say_it_all() -> None:
    """The breakdown is explained letter by letter on its page, and how long to plan for, too."""
    silent = [step for step in Step if not catalogue().advice_for(step)]
    assert silent == [Step.SMART, Step.TIMEFRAME]


@pytest.mark.parametrize("lookup", ["goal", "metric", "platform", "starter", "maturity"])
def test_an_unknown_id_is_a_key_error(lookup: str) -> None:
    with pytest.raises(KeyError):
        getattr(catalogue(), lookup)("nothing")


def test_the_lists_are_read_once() -> None:
    assert catalogue() is catalogue()


def test_an_unknown_field_of_an_entry_is_refused() -> None:
    with pytest.raises(ValidationError, match="colour"):
        Entry.model_validate_json('{"id": "a", "source": "M", "name": "A", "colour": "red"}')


def test_an_entry_without_name_is_refused() -> None:
    with pytest.raises(ValidationError, match="name"):
        Entry.model_validate_json('{"id": "a", "source": "M", "name": ""}')


def test_a_fourth_level_of_maturity_is_refused() -> None:
    with pytest.raises(ValidationError, match="maturity"):
        LibraryMetric(
            id="m99", source="M", name="A", kind=MetricKind.COUNT, period=Period.DAY, maturity=4
        )


def test_every_item_of_the_method_has_a_home() -> None:
    coverage = read_coverage()
    assert set(coverage) == METHOD_IDS
    assert [method_id for method_id, kinds in coverage.items() if not any(kinds.values())] == []


@pytest.mark.parametrize(("method_id", "home"), homes("fields"))
def test_a_field_that_is_a_home_exists(method_id: str, home: str) -> None:
    model_name, _, field = home.rpartition(".")
    assert field in find_by_dotted_name(model_name).model_fields


@pytest.mark.parametrize(("method_id", "home"), homes("functions"))
def test_what_calculates_or_exports_exists(method_id: str, home: str) -> None:
    assert find_by_dotted_name(home)


@pytest.mark.parametrize(("method_id", "home"), homes("lists"))
def test_a_list_that_is_a_home_holds_an_entry_of_the_item(method_id: str, home: str) -> None:
    sources = chain.from_iterable(getattr(e, "sources", (e.source,)) for e in entries_of(home))
    assert any(source == method_id or source.startswith(f"{method_id}.") for source in sources)


@pytest.mark.parametrize(("method_id", "home"), homes("samples"))
def test_a_sample_that_is_a_home_is_shipped(method_id: str, home: str) -> None:
    assert (files("smartgoals.resources") / "samples" / f"{home}.json").is_file()


def test_every_shipped_list_is_the_home_of_an_item() -> None:
    assert {home for _, home in homes("lists")} == set(Catalogue.model_fields)


def test_no_data_file_gives_a_key_twice() -> None:
    def refuse_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len(dict(pairs)) == len(pairs), pairs
        return dict(pairs)

    for file in (files("smartgoals.resources") / "catalogue").iterdir():
        json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=refuse_twins)
