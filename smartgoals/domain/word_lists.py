"""The words that the coach looks for, per language; where there is no list it finds none."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from smartgoals.domain.text import fold

Phrase = tuple[str, ...]
"""The folded words of a phrase."""
_WORD = re.compile(r"[0-9]+['’][^\W_]+|[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True)
class WordList:
    """Phrases of one language, folded; all empty where the language has no list."""

    vague: frozenset[Phrase] = frozenset()
    """What everybody understands differently, such as "better" or "as soon as possible"."""
    yes: frozenset[Phrase] = frozenset()
    """Answers that say no more than yes."""
    likes: frozenset[Phrase] = frozenset()
    """Names of a metric that counts likes."""


def words_of(text: str) -> list[re.Match[str]]:
    """Return the words of the text in any script, each with its place.

    A hyphen joins words, and an apostrophe joins a number with its ending.
    """
    return list(_WORD.finditer(text))


def phrase_of(text: str) -> Phrase:
    """Return the folded words of the text."""
    return tuple(fold(word[0]) for word in words_of(text))


def word_list(language: str) -> WordList:
    """Return the list of the language, such as ``en`` or ``nb_NO``; empty when there is none."""
    return _lists().get(re.split("[_-]", language)[0].lower(), WordList())


@cache
def _lists() -> dict[str, WordList]:
    path = files("smartgoals.resources") / "catalogue" / "vague_words.json"
    languages = json.loads(path.read_text(encoding="utf-8"))["languages"]
    return {
        language: WordList(
            **{kind: frozenset(map(phrase_of, phrases)) for kind, phrases in lists.items()}
        )
        for language, lists in languages.items()
    }
