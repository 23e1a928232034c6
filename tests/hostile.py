"""Texts that programs choke on, and plans full of them: in every field, at any depth."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice
from typing import TypeVar

from pydantic import ValidationError

from smartgoals.domain.plan import Plan
from smartgoals.domain.text import MAX_TEXT
from smartgoals.domain.value import Value
from tests.storage.filled import filled

AnyValue = TypeVar("AnyValue", bound=Value)

TEXTS = (
    # Read as markup, one of these hangs or ends a program that shows it.
    "<img src=/dev/zero>",
    "<b>bold</b> &amp; <a href='javascript:alert(1)'>here</a> <script>alert(1)</script>",
    "<table><tr><td width=99999999>",
    "</p></body></html>",
    # Mnemonics, placeholders, patterns
    "&Save && close &",
    "[*] {title} {0} %s %n %1 {{}}",
    "100 % of {number:>99999999}",
    # Formulas
    '=HYPERLINK("http://x","y")',
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1:A9)",
    "=cmd|' /C calc'!A0",
    # Mathematics and markup of typesetters
    "$x$ $$ \\frac{1}{0} \\input{/etc/passwd}",
    '#read("/etc/passwd") #panic("x") *bold* _it_ `raw` <label> @ref',
    "_starts with an underscore_",
    "```\n# heading\n| a | b |\n|---|---|\n![](x) [x](javascript:1)",
    # Lines, quotes, separators
    "line one\nline two\r\nBEGIN:VEVENT\r\nSUMMARY:mine",
    'a,b;"c"\td|e\\',
    "'; DROP TABLE plan; --",
    "../../../etc/passwd",
    "CON.txt",
    "a/b\\c:d*e?f",
    # Scripts, marks and signs
    "שלום עולם مرحبا بالعالم",
    "\u202eright to left\u202c \u2066isolated\u2069",
    "\u200bzero\u200bwidth\ufeff",
    "نمی\u200cخواهم \U0001f469\u200d\U0001f469\u200d\U0001f467",
    "Z̸̧̛̪̗͈a̷l̶g̵o̴" + "\u0301" * 60,
    "İıŞşğĞ ﬁ ﬀ ß ǆ",
    "日本語のテキスト 中文 한국어 ไทย हिन्दी",
    "\U0001d4ae\U0001d4c2\U0001f1f3\U0001f1f4\U0001f9d1\U0001f3fd\u200d\U0001f680",
    # What is no text
    "nul\x00 bell\x07 escape\x1b[31m delete\x7f",
    "lone \ud800 surrogate \udfff",
    "\ufffe\uffff\ufdd0",
    "\u2028line\u2029paragraph\x85next",
    # Lengths
    "",
    " ",
    "x" * 500,
    "no break anywhere" * 200,
    "word " * (MAX_TEXT // 5),
)


def hostile_plan(base: Plan, first: int = 0) -> Plan:
    """Return the plan with these texts in all its fields of text, beginning with the ``first``."""
    return _filled(base, cycle(islice(cycle(TEXTS), first, first + len(TEXTS))))


def hostile_plans(cafe: Plan, step: int = 1) -> Iterator[Plan]:
    """Yield plans in which each field has held each text, or every so many of them."""
    for first in range(0, len(TEXTS), step):
        yield hostile_plan(cafe if first % 2 else filled(Plan), first)


def _filled(value: AnyValue, texts: Iterator[str]) -> AnyValue:
    for name in type(value).model_fields:
        content = getattr(value, name)
        if type(content) is str:
            value = _replaced(value, name, next(texts))
        elif isinstance(content, Value):
            value = _replaced(value, name, _filled(content, texts))
        elif isinstance(content, tuple):
            value = _replaced(value, name, tuple(_entry(entry, texts) for entry in content))
    return value


def _entry(entry: object, texts: Iterator[str]) -> object:
    if isinstance(entry, Value):
        return _filled(entry, texts)
    return next(texts) if type(entry) is str else entry


def _replaced(value: AnyValue, name: str, content: object) -> AnyValue:
    """Return the value with the field changed, unless such a field cannot hold that."""
    try:
        return value.replace(**{name: content})
    except ValidationError:
        return value
