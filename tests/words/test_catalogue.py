"""The entries of the catalogue read in the user's language."""

from __future__ import annotations

import gettext
from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from smartgoals.domain.catalogue import catalogue
from smartgoals.domain.catalogue_entries import Entry
from smartgoals.domain.metric import Metric
from smartgoals.domain.plan import Plan
from smartgoals.domain.strategy import Cadence, ChannelPlan, ContentPlan
from smartgoals.words.catalogue import (
    channel_names,
    entry_hint,
    entry_name,
    entry_name_of,
    goal_phrase,
    metric_unit,
    platform_strength,
    starter_business,
)

if TYPE_CHECKING:
    from pathlib import Path

GERMAN = {
    "Followers": "Abonnenten",
    "Fans, followers or subscribers; shown at the top of your page or profile.": "Steht oben.",
    "raise brand awareness": "bekannter werden",
    "hours": "Stunden",
    "Small business": "Kleiner Betrieb",
}


@pytest.fixture
def german(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All words in German, as far as they are translated."""
    messages = Catalog(locale="de")
    for english, translated in GERMAN.items():
        messages.add(english, translated)
    with (tmp_path / "entries.mo").open("w+b") as file:
        write_mo(file, messages)
        file.seek(0)
        monkeypatch.setattr("smartgoals.language._words", gettext.GNUTranslations(file))


def test_an_entry_is_called_by_its_english_name_where_there_is_no_other() -> None:
    assert entry_name(catalogue().metric("m01")) == "Followers"


@pytest.mark.usefixtures("german")
def test_the_name_of_an_entry_is_translated() -> None:
    assert entry_name(catalogue().metric("m01")) == "Abonnenten"


def test_an_entry_is_named_by_its_id() -> None:
    assert entry_name_of(catalogue().costs, "A11.3-advertising") == "Advertising"


def test_an_id_that_no_list_has_stands_for_itself() -> None:
    assert entry_name_of(catalogue().costs, "A11.3-rent") == "A11.3-rent"


@pytest.mark.usefixtures("german")
def test_the_hint_of_an_entry_is_translated() -> None:
    assert entry_hint(catalogue().metric("m01")) == "Steht oben."


@pytest.mark.usefixtures("german")
def test_a_missing_hint_stays_blank_in_every_language() -> None:
    assert entry_hint(Entry(id="x", source="M", name="X")) == ""


@pytest.mark.usefixtures("german")
def test_a_goal_reads_on_after_to_help_us() -> None:
    assert goal_phrase(catalogue().goal("B2.1")) == "bekannter werden"


@pytest.mark.usefixtures("german")
def test_the_unit_of_a_metric_is_translated() -> None:
    assert metric_unit(catalogue().metric("m49")) == "Stunden"


@pytest.mark.usefixtures("german")
def test_a_metric_without_unit_has_none_in_every_language() -> None:
    assert metric_unit(catalogue().metric("m01")) == ""


@pytest.mark.usefixtures("german")
def test_the_kind_of_business_is_translated() -> None:
    assert starter_business(catalogue().starter("S2-small-business")) == "Kleiner Betrieb"


@pytest.mark.parametrize("name", ["X", " twitter ", "X (Twitter)", "FACEBOOK"])
def test_a_platform_is_known_by_the_names_that_people_say(name: str) -> None:
    assert platform_strength(name).startswith(("Good for", "Reaches"))


@pytest.mark.parametrize("name", ["", "  ", "Our window", "Facebook and Instagram"])
def test_another_channel_has_no_strength_that_we_know(name: str) -> None:
    assert platform_strength(name) == ""


def test_her_own_channels_are_known_beside_the_platforms() -> None:
    plan = Plan(
        metrics=(Metric(channel="Market stall "), Metric(channel="facebook")),
        content=ContentPlan(
            channels=(ChannelPlan(channel="Parish paper"),),
            cadences=(Cadence(channel="market stall"),),
        ),
    )
    platforms = [entry_name(platform) for platform in catalogue().platforms]
    assert channel_names(plan) == (*platforms, "Market stall", "Parish paper")
