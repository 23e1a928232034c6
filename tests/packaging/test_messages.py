"""The languages' catalogues: whole, compiled, and true to the English words."""

from __future__ import annotations

import ast
import importlib.util
import string
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODES = ["id", "it", "nb", "tr"]


def _module() -> ModuleType:
    spec = importlib.util.spec_from_file_location("messages", ROOT / "packaging" / "messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["messages"] = module
    spec.loader.exec_module(module)
    return module


messages = _module()
TEMPLATE = messages.extracted()


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def _may_have(message_id: str | tuple[str, str], text: str) -> bool:
    """Return whether the placeholders are those of one of the English forms."""
    sources = message_id if isinstance(message_id, tuple) else (message_id,)
    return any(_fields(source) == _fields(text) for source in sources)


def _pairs(code: str) -> list[tuple[str, str]]:
    """Return each English text with each of its translations."""
    pairs: list[tuple[str, str]] = []
    for message in messages.load(code):
        if not message.id:
            continue
        sources = message.id if isinstance(message.id, tuple) else (message.id,)
        targets = message.string if isinstance(message.string, tuple) else (message.string,)
        pairs += [(sources[-1], target) for target in targets if target]
    return pairs


def test_no_text_stands_inside_another_where_only_newer_pythons_find_it() -> None:
    """Before Python 3.12 an f-string is one token, and what it calls is not gathered."""
    hidden = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in (ROOT / "smartgoals").rglob("*.py")
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in messages.KEYWORDS
    ]
    assert hidden == []


def test_four_languages_come_with_the_program() -> None:
    assert messages.languages() == CODES


@pytest.mark.parametrize("code", CODES)
def test_the_catalogue_knows_every_text_of_the_program(code: str) -> None:
    """When this fails: ``python packaging/messages.py update``, and translate what is new."""
    known = {message.id for message in messages.load(code) if message.id}
    assert known == {message.id for message in TEMPLATE if message.id}


@pytest.mark.parametrize("code", CODES)
def test_every_text_is_translated(code: str) -> None:
    assert messages.report_missing(code) == 0


@pytest.mark.parametrize("code", CODES)
def test_what_the_program_reads_is_compiled_from_the_catalogue(code: str) -> None:
    path = messages.catalogue_path(code)
    assert path.with_suffix(".mo").read_bytes() == messages.as_mo(messages.load(code))


@pytest.mark.parametrize("code", CODES)
def test_placeholders_are_the_same_in_every_language(code: str) -> None:
    wrong = [
        text
        for message in messages.load(code)
        if message.id
        for text in (message.string if isinstance(message.string, tuple) else (message.string,))
        if text and not _may_have(message.id, text)
    ]
    assert wrong == []


@pytest.mark.parametrize("code", CODES)
def test_no_text_proposes_two_letters(code: str) -> None:
    """Letters are given out when a view is shown; a translation may propose one or none."""
    assert [t for _, t in _pairs(code) if t.replace("&&", "").count("&") > 1] == []


@pytest.mark.parametrize("code", CODES)
def test_texts_begin_and_end_as_the_english_ones(code: str) -> None:
    """White space and an ellipsis at the end carry meaning."""
    assert [s for s, t in _pairs(code) if s[:1].isspace() != t[:1].isspace()] == []
    assert [s for s, t in _pairs(code) if s.endswith("…") != t.endswith("…")] == []
    assert [s for s, t in _pairs(code) if s.count("\n") != t.count("\n")] == []
