"""The command line in a language that nobody speaks: all but names comes by a catalogue."""

from __future__ import annotations

import re

import pytest

from smartgoals import language
from smartgoals.cli.arguments import COMMANDS, OUTCOMES, parse
from smartgoals.documents.exporters import EXPORTERS
from tests.pseudo import PseudoWords, unmarked

FORMATS = (exporter.format for exporter in EXPORTERS)
NAMES = {part for name in (*COMMANDS, *FORMATS, *OUTCOMES) for part in name.split("-")}
USES = (["show"], ["list", "1"], ["show", "x", "--on"], ["close", "x", "--outcome", "?"])


@pytest.fixture(autouse=True)
def pseudo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_words", PseudoWords())


def said(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit):
        parse(arguments)
    out, err = capsys.readouterr()
    return out + err


def plain_words(text: str) -> set[str]:
    """Return the words that are neither marked nor names of commands, options and values."""
    text = re.sub(r"--?[a-z-]+|\b[A-Z_]+(\.pdf)?\b|smartgoals|%\([a-z_]+\)s|\{[a-z,]+\}", " ", text)
    return set(unmarked(text).split()) - NAMES


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_no_word_of_the_help_comes_but_from_the_catalogue(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert plain_words(said([*command.split(), "--help"], capsys)) == set()


@pytest.mark.parametrize("arguments", USES)
def test_no_word_about_bad_use_comes_but_from_the_catalogue(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert plain_words(said(arguments, capsys)) == set()
