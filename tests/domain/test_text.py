"""Folding text for comparing."""

import pytest

from smartgoals.domain.text import clean, clean_line, fold, sorting_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("KIZILAY", "Kızılay"),
        ("İstanbul", "istanbul"),
        ("Økt", "okt"),
        ("Café", "CAFE\u0301"),
        ("Straße", "STRASSE"),
        ("ВСЁ", "все"),
    ],
)
def test_case_accents_and_dots_fold_away(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("जून", "जन"), ("が", "か"), ("yer", "yeri")])
def test_other_letters_do_not_fold_together(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_what_is_no_text_is_cleaned_away() -> None:
    assert clean("a\u202eb\u200b\x07\ud800\r\nc\td") == "ab\ufffd\nc d"
    assert clean("a\ufffeb\uffff") == "ab"
    assert clean("می\u200cخواهم") == "می\u200cخواهم"
    assert clean_line("one\ntwo") == "one two"


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("nb", ["Ask", "Zebra", "Ærlig", "Økt", "Åpen"]),
        (
            "tr",
            ["Cam", "Çay", "Dal", "Gün", "Ğ", "Hava", "Irmak", "İğne", "Oda", "Öğle"],
        ),
        ("tr", ["ılık", "IRMAK", "ince", "İZMİR"]),
        ("it", ["Ancora", "Àncora d'oro", "Zio"]),
        ("en", ["Ærlig", "Café", "cafeteria", "Økt", "Zebra"]),
    ],
)
def test_names_are_sorted_by_the_alphabet_of_the_language(language: str, names: list[str]) -> None:
    backwards = names[::-1]
    assert sorted(backwards, key=lambda name: sorting_key(name, language)) == names
