"""Patterns made from kept steps are the same as those that Python works out."""

from __future__ import annotations

import marshal
import re

import pytest

from smartgoals.quick_patterns import IS_KNOWN, Patterns, patterns_kept

EXPRESSIONS: list[tuple[str | bytes, int]] = [
    (r"(?P<day>\d{1,2})[./](?P<month>\d+)|(?<!a)b*?$", 0),
    (r"(?ix) [^a-zäöüß\s]+ # a comment", 0),
    (r"ı|İ|[à-ÿ]", re.IGNORECASE),
    (rb"^[\x80-\xff]*\Z", re.DOTALL | re.MULTILINE),
    ("", 0),
]


@pytest.mark.skipif(not IS_KNOWN, reason="Python works out its patterns itself")
@pytest.mark.parametrize(("expression", "flags"), EXPRESSIONS)
def test_a_pattern_from_kept_steps_is_what_python_would_have_made(
    expression: str | bytes, flags: int
) -> None:
    worked_out: Patterns = {}
    re.purge()
    with patterns_kept(worked_out):
        first = re.compile(expression, flags)
    kept = marshal.loads(marshal.dumps(worked_out))  # noqa: S302 - what the line itself wrote
    assert list(kept) == [(expression, flags)]

    re.purge()
    with patterns_kept(kept):
        again = re.compile(expression, flags)

    re.purge()
    own = re.compile(expression, flags)
    assert own is not again
    assert first == again == own
    assert (again.flags, again.groups, again.groupindex) == (own.flags, own.groups, own.groupindex)


def test_a_mistake_in_an_expression_is_told_and_python_goes_its_own_way_afterwards() -> None:
    known: Patterns = {}
    with patterns_kept(known), pytest.raises(re.error):
        re.compile("(")
    re.purge()

    assert re.compile("[a-c]+").fullmatch("abc")
    assert known == {}
