"""Finding vague words in a text, whole words only, with names spared.

A name is: what stands in quotation marks; what the caller knows as one; a capitalised word
inside a sentence, together with a capitalised word before it; handles, tags and addresses.
A word beside its number is not vague: "20 more", "more than 500". Source: S3.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from smartgoals.domain.text import fold
from smartgoals.domain.word_lists import phrase_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smartgoals.domain.word_lists import Phrase

_QUOTED = re.compile(
    r"“[^”]{0,99}”|\"[^\"]{0,99}\"|«[^»]{0,99}»|„[^“”]{0,99}[“”]|”[^”]{0,99}”"
    r"|‘[^’]{0,99}’|(?<!\w)'[^']{0,99}'(?!\w)|「[^」]{0,99}」"
)
"""A name in quotation marks; the length is limited so that any text is searched at once."""
_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(r"[@#_]|://|\w\.\w")
_SENTENCE_END = re.compile(r"[.!?…:;\n•]")
_LONGEST_LINK = len("than")


def find_vague(text: str, phrases: Iterable[Phrase], names: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the vague words of the text as they were typed, each once, in their order.

    ``phrases`` are folded; ``names`` such as the brand are spared wherever they stand.
    """
    return _Words(text, names).find(frozenset(phrases))


class _Words:
    """The words of a text, and which of them are names."""

    def __init__(self, text: str, names: Iterable[str]) -> None:
        self._text = text
        self._words = words_of(text)
        self._folded = [fold(word[0]) for word in self._words]
        self._known = [*self._inside_quotes(), False]
        for name in names:
            self._know(phrase_of(name))
        # Where everything is shouted, capitals tell nothing.
        self._has_case = any(character.islower() for character in text)
        self._spared = [self._is_name(at) for at in range(len(self._words))]

    def find(self, phrases: frozenset[Phrase]) -> tuple[str, ...]:
        longest = max(map(len, phrases), default=0)
        found: dict[str, str] = {}
        at = 0
        while at < len(self._words):
            size = self._match(at, phrases, longest)
            if size and not self._has_number(at, at + size - 1):
                typed = self._text[self._words[at].start() : self._words[at + size - 1].end()]
                found.setdefault(fold(typed), typed)
            at += size or 1
        return tuple(found.values())

    def _match(self, at: int, phrases: frozenset[Phrase], longest: int) -> int:
        """Return the number of words of the longest phrase that begins here, or 0."""
        for size in range(min(longest, len(self._words) - at), 0, -1):
            end = at + size
            if (
                tuple(self._folded[at:end]) in phrases
                and not any(self._spared[at:end])
                and all(self._gap(each).isspace() for each in range(at, end - 1))
            ):
                return size
        return 0

    def _has_number(self, first: int, last: int) -> bool:
        """Return whether a number says how much: before it, after it, or after one link."""
        if self._is_number(first - 1) and not _SENTENCE_END.search(self._gap(first - 1)):
            return True
        if self._is_number(last + 1):
            return self._gap(last).isspace()
        is_link = self._is_number(last + 2) and len(self._folded[last + 1]) <= _LONGEST_LINK
        return is_link and self._gap(last).isspace()

    def _is_number(self, at: int) -> bool:
        return 0 <= at < len(self._words) and self._folded[at][0].isdecimal()

    def _is_name(self, at: int) -> bool:
        if self._known[at] or self._is_inner_capital(at):
            return True
        return (
            self._is_capital(at)
            and self._is_inner_capital(at + 1)
            and len(self._folded[at + 1]) > 1
            and self._gap(at).isspace()
        )

    def _is_inner_capital(self, at: int) -> bool:
        """Return whether the word has a capital that no sentence begins with."""
        if not self._is_capital(at) or self._known[at]:
            return False
        return at > 0 and not _SENTENCE_END.search(self._gap(at - 1))

    def _is_capital(self, at: int) -> bool:
        return self._has_case and at < len(self._words) and self._words[at][0][0].isupper()

    def _inside_quotes(self) -> list[bool]:
        """Return for each word whether it stands in a quotation or an address."""
        chunks = (m for m in _CHUNK.finditer(self._text) if _ADDRESS.search(m[0]))
        inside = bytearray(len(self._text))
        for match in chain(_QUOTED.finditer(self._text), chunks):
            inside[match.start() : match.end()] = b"1" * len(match[0])
        return [all(inside[word.start() : word.end()]) for word in self._words]

    def _know(self, name: Phrase) -> None:
        for at in range(len(self._words) - len(name) + 1) if name else ():
            if tuple(self._folded[at : at + len(name)]) == name:
                self._known[at : at + len(name)] = [True] * len(name)

    def _gap(self, at: int) -> str:
        """Return what stands between the word and the next one."""
        return self._text[self._words[at].end() : self._words[at + 1].start()]
