"""The sample plans, in the language of the program: one story, its texts in five languages."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from smartgoals.documents.plan_file import read_plan
from smartgoals.language import SOURCE

if TYPE_CHECKING:
    from smartgoals.domain.plan import Plan

SAMPLES = ("cafe", "campfire", "cost-per-click")
"""Their ids, in the order in which they are offered."""


def read_sample(sample_id: str, language: str = SOURCE) -> Plan:
    """Return the sample with its texts in the language, such as ``tr``; all else is the same."""
    folder = files("smartgoals.resources") / "samples"
    text = (folder / f"{sample_id}.json").read_text("utf-8")
    if language == SOURCE:
        return read_plan(text)
    words = json.loads((folder / "words" / f"{language}.json").read_text("utf-8"))
    return read_plan(json.dumps(_in_words(json.loads(text), words)))


def _in_words(part: Any, words: dict[str, str]) -> Any:
    """Return the part of the file with each text that has another word for it replaced."""
    if isinstance(part, dict):
        return {key: _in_words(value, words) for key, value in part.items()}
    if isinstance(part, list):
        return [_in_words(each, words) for each in part]
    return words.get(part, part) if isinstance(part, str) else part
