"""Finding vague words: whole words, names spared, in any script."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.domain.vague_words import find_vague
from smartgoals.domain.word_lists import WordList, phrase_of, word_list

LANGUAGES = ("en", "id", "it", "nb", "tr")


def vague(text: str, language: str = "en", names: tuple[str, ...] = ()) -> tuple[str, ...]:
    return find_vague(text, word_list(language).vague, names)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Get better reach", ("better",)),
        ("More followers, everywhere and soon", ("More", "everywhere", "soon")),
        ("Win followers as soon as possible.", ("as soon as possible",)),
        ("Post a lot, a lot", ("a lot",)),
        ("Some fans", ("Some",)),
        ("Reach 500 followers soon", ("soon",)),
        ("MORE FANS SOON", ("MORE", "SOON")),
        ("We like it. Better posts", ("Better",)),
        ("Goal: More fans", ("More",)),
        ("Soon I want to open", ("Soon",)),
    ],
)
def test_vague_words_are_found_as_they_were_typed(text: str, found: tuple[str, ...]) -> None:
    assert vague(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Handsome",
        "handsome barbers",
        "Good Things Cafe",
        "Good Things Cafe for our street",
        "Make the Good Things Cafe known",
        "Our song “More than soon” on air",
        'Promote "Something Good" in May',
        "Promote 'something good' in May",
        "Promote «more and better»",
        "Follow @good_things and #more",
        "Sell at www.better.com",
        "Write to soon@better.com",
        "Best-of lists",
        "a best-seller",
        "Bring 20 more guests a week",
        "Win more than 500 followers",
        "Raise reach by 15 % more",
        "moreover",
        "",
        "...",
    ],
)
def test_names_parts_of_words_and_counted_words_are_spared(text: str) -> None:
    assert vague(text) == ()


def test_known_names_are_spared_wherever_they_stand() -> None:
    assert vague("good things for our street") == ("good", "things")
    assert vague("good things for our street", names=("Good Things", "")) == ()
    assert vague("More Facebook fans") == ()
    assert vague("More Facebook fans", names=("Facebook",)) == ("More",)


def test_a_phrase_is_not_found_across_a_comma() -> None:
    assert vague("lots, of cakes a, lot") == ("lots",)


def test_the_longest_phrase_is_found_once() -> None:
    assert vague("daha çok takipçi", "tr") == ("daha çok",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Yakında daha iyi", ("Yakında", "daha iyi")),
        ("YAKINDA DAHA İYİ", ("YAKINDA", "DAHA İYİ")),
        ("İyi gönderiler", ("İyi",)),
        ("Iyileştirme", ()),
        ("bizim İyi Şeyler Kafe", ()),
        ("500'den daha fazla takipçi", ()),
        ("500 takipçiden daha fazla", ("daha fazla",)),
    ],
)
def test_turkish_is_read_in_its_own_case(text: str, found: tuple[str, ...]) -> None:
    assert vague(text, "tr") == found


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("nb", "Bli bedre overalt, så snart som mulig", ("bedre", "overalt", "så snart som mulig")),
        ("it", "Più seguaci al più presto", ("Più", "al più presto")),
        ("id", "Lebih banyak pengikut di mana-mana", ("Lebih banyak", "di mana-mana")),
        ("it", "PIU seguaci", ("PIU",)),
        ("it", "più di 500 seguaci", ()),
    ],
)
def test_other_languages_have_their_own_words(
    language: str, text: str, found: tuple[str, ...]
) -> None:
    assert vague(text, language) == found


@pytest.mark.parametrize("text", ["より良く、早く", "больше и скоро", "أفضل قريبا", "更多 好"])
def test_texts_in_other_scripts_raise_nothing(text: str) -> None:
    assert vague(text) == ()


def test_where_there_is_no_list_there_are_no_vague_words() -> None:
    assert word_list("xx") == WordList()
    assert vague("better, more, soon", "xx") == ()


def test_a_locale_has_the_list_of_its_language() -> None:
    assert word_list("en_GB") == word_list("en-US") == word_list("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shipped_phrase_is_found_as_it_stands(language: str) -> None:
    path = files("smartgoals.resources") / "catalogue" / "vague_words.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    assert content["source"] == "S3"
    phrases = content["languages"][language]["vague"]
    assert len(phrases) > 40
    for phrase in phrases:
        assert vague(f"xyz {phrase} xyz", language) == (phrase.rstrip("'"),)


def test_the_folded_words_are_compared() -> None:
    assert phrase_of("Di più, ÇOK!") == ("di", "piu", "cok")


@given(text=st.text(max_size=60))
def test_any_text_can_be_searched(text: str) -> None:
    for found in vague(text):
        assert found in text
