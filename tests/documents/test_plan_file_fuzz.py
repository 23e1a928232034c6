"""Whatever a file holds: it is a plan, read whole, or a list of what is wrong; nothing else."""

import json
import os
from importlib.resources import files

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from smartgoals.documents.plan_file import (
    MAX_BYTES,
    MAX_PROBLEMS,
    PlanFileError,
    dump_plan,
    read_plan,
)
from smartgoals.domain.plan import Plan
from tests.hostile import TEXTS
from tests.rounds import rounds
from tests.storage.filled import filled

FULL = json.loads(dump_plan(filled(Plan)))
CAFE = json.loads(
    (files("smartgoals.resources") / "samples" / "cafe.json").read_text(encoding="utf-8")
)
EXTREMES = [
    "1e999999999",
    "-1e999999999999",
    "1e-999999999",
    "0e999999999",
    "999999999999999.9999999",
    "9" * 5000,
]
words = st.sampled_from(TEXTS) | st.text(max_size=40)
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=-(10**400), max_value=10**400)
    | st.floats()
    | words
    | st.sampled_from(["NaN", "1e999", "-0", "2027-02-30", "0001-01-01", "m01", "increase", "EUR"])
    | st.sampled_from(EXTREMES),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=12,
)


def check(content: str | bytes) -> None:
    try:
        plan = read_plan(content)
    except PlanFileError as refusal:
        error = refusal
    else:
        assert read_plan(dump_plan(plan)) == plan
        return
    assert str(error)
    assert len(error.problems) <= MAX_PROBLEMS
    assert all(problem.text for problem in error.problems)


def nodes(content, path=()):
    """Yield the path of every value in the content."""
    yield path
    if isinstance(content, list):
        content = dict(enumerate(content))
    for key, value in content.items() if isinstance(content, dict) else ():
        yield from nodes(value, (*path, key))


def changed(content, path, change):
    """Return a copy of the content in which the value at the path is changed or gone."""
    copy = json.loads(json.dumps(content))
    inner = copy
    for key in path[:-1]:
        inner = inner[key]
    if not path:
        return change
    if change is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = change[0]
    return copy


@given(st.binary(max_size=400) | st.text(max_size=400))
@example(b"\xef\xbb\xbf{}")
@example("[" * 100_000)
@example('{"a":' * 50_000)
@example("1" * 5_000)
@example('{"format":"smartgoals-plan","version":1' + "0" * 5000 + "}")
def test_any_bytes(content):
    check(content)


@given(values)
def test_any_json(content):
    check(json.dumps(content))


@given(values)
def test_any_json_as_the_plan_of_a_file(content):
    check(json.dumps({"format": "smartgoals-plan", "version": 1, "plan": content}))


@pytest.mark.parametrize("base", [FULL, CAFE], ids=["every field", "the cafe"])
@settings(max_examples=rounds(60, 3000), suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_plan_file_with_one_value_changed(base, data):
    path = data.draw(st.sampled_from(list(nodes(base))[1:]))
    check(json.dumps(changed(base, path, data.draw(st.none() | values.map(lambda v: [v])))))


@settings(max_examples=rounds(60, 3000))
@given(st.data())
def test_a_plan_file_with_bytes_changed(data):
    content = bytearray(json.dumps(CAFE).encode())
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    check(bytes(content))


@settings(max_examples=rounds(30, 500))
@given(st.data())
def test_a_plan_file_that_was_cut_off(data):
    content = json.dumps(CAFE)
    end = data.draw(st.integers(0, len(content) - 1))
    assume(content[:end].strip())
    with pytest.raises(PlanFileError):
        read_plan(content[:end])


@pytest.mark.parametrize(
    "content",
    [
        b" " * (MAX_BYTES + 1),
        b"[" + b"1," * 2_000_000 + b"1]",
        b'{"format":"smartgoals-plan","version":1,"plan":{"tactics":['
        + b"{}," * 400_000
        + b"{}]}}",
        b'{"format":"smartgoals-plan","version":1,"plan":{"title":"' + b"x" * 4_000_000 + b'"}}',
        os.urandom(1000),
    ],
    ids=["spaces", "numbers", "empty objects", "a long title", "noise"],
)
def test_a_bomb_is_refused(content):
    with pytest.raises(PlanFileError):
        read_plan(content)
