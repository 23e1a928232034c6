"""A language that nobody speaks: every letter of our words has a mark, so that others stand out.

What the user wrote is made Greek instead. A letter from A to Z that can be seen then is a text
that no translator has been given.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from typing import TypeVar

from pydantic import ValidationError
from PySide6.QtCore import QLocale
from typing_extensions import override

from smartgoals.domain.plan import Plan
from smartgoals.domain.value import Value
from smartgoals.language import LANGUAGES

_PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_MARKED = "ÀƁĆĎÈƑĜĤÌĴĶĻḾŃÒƤɊŔŚŢÙƲŴẊÝŹàƀćďèƒĝĥìĵķļḿńòƥɋŕśţùʋŵẋýź"
_GREEK = "ΑΒΓΔΕΦΓΗΙΙΚΛΜΝΟΠΚΡΣΤΥΒΩΞΨΖαβγδεφγηιικλμνοπκρστυβωξψζ"
_TO_MARKED, _TO_GREEK = str.maketrans(_PLAIN, _MARKED), str.maketrans(_PLAIN, _GREEK)
_PLACEHOLDER = re.compile(r"(\{[^}]*\}|%(?:\([a-z_]+\))?[sr])")
PLATFORMS = (
    "Facebook",
    "Instagram",
    "LinkedIn",
    "Pinterest",
    "X \\(Twitter\\)",
    "YouTube",
    "TikTok",
)
_NOT_TEXT = {"id", "currency", "field"}

AnyValue = TypeVar("AnyValue", bound=Value)


class PseudoWords(gettext.NullTranslations):
    """Translates every text of ours into itself with marks; placeholders stay."""

    @override
    def gettext(self, message: str) -> str:
        parts = _PLACEHOLDER.split(message)
        return "".join(
            part if part[:1] in {"{", "%"} else part.translate(_TO_MARKED) for part in parts
        )

    @override
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def greek(plan: Plan) -> Plan:
    """Return the plan with all its texts in Greek letters."""
    return _greek(plan)


def unmarked(text: str) -> str:
    """Return the words of the text that no translator was given; blank when there are none."""
    text = _MARKS.sub("", text.replace("<br>", " "))
    for allowed in _ALLOWED:
        text = allowed.sub(" ", text)
    return " ".join(re.findall(r"[A-Za-z]+", text))


def _greek(value: AnyValue) -> AnyValue:
    changes = dict(_changes(value))
    try:
        return value.replace(**changes)
    except ValidationError:
        for name, content in changes.items():
            try:
                value = value.replace(**{name: content})
            except ValidationError:
                continue
        return value


def _changes(value: Value) -> Iterator[tuple[str, object]]:
    for name in type(value).model_fields:
        content = getattr(value, name)
        if name in _NOT_TEXT or name.endswith(("_id", "_ids")):
            continue
        if type(content) is str or isinstance(content, Value):
            yield name, _entry(content)
        elif isinstance(content, tuple):
            yield name, tuple(_entry(entry) for entry in content)


def _entry(content: object) -> object:
    if isinstance(content, Value):
        return _greek(content)
    return content.translate(_TO_GREEK) if type(content) is str else content


def _names_of_days() -> list[str]:
    locale = QLocale("en_GB")
    kinds = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
    months = [locale.monthName(month, kind) for kind in kinds for month in range(1, 13)]
    return months + [locale.dayName(day, kind) for kind in kinds for day in range(1, 8)]


_MARKS = re.compile(r"S M A R T|^(\| )?[SMARTa](?=$|\W)")
"""The letters of SMART, and those that stand in the chart for parked tactics."""
_ALLOWED = [
    re.compile(rf"(?<![A-Za-z])({'|'.join(words)})(?![A-Za-z])")
    for words in (
        _names_of_days(),  # and the other words that the locale writes
        ["and", r"(?<=\d)(st|nd|rd|th)", r"(?<=\d )h"],
        [*LANGUAGES.values()],
        ["SmartGoals", "A4", "A&4", "OK", "S M A R T", "USD", "EUR", *PLATFORMS],
        ["(Python|SQLite) .* · .*"],
        [r"\*\.\w+", r"\S+\.(csv|smartgoals)"],
    )
]
