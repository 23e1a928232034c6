"""The plan file: one plan as JSON text, written whole and read strictly."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from smartgoals.domain.plan import Plan
from smartgoals.domain.value import Part, Value
from smartgoals.language import ngettext, tr

FORMAT = "smartgoals-plan"
VERSION = 1
MAX_BYTES = 5_000_000
MAX_VALUES = 300_000
"""Texts, numbers, lists and objects in one file; ten years of daily check-ins have 60,000."""
MAX_ENTRIES = 200
"""In any one list, of which a page shows fields for each entry; tables may be longer."""
_LONGER = {"tactics": 2_000, "unread": 2_000}
_GROWING = frozenset({"check_ins", "adjustments", "done_occurrences"})
"""What grows with the years."""
MAX_PROBLEMS = 100
"""Who has these mended may see the next ones."""
_SHOWN_PROBLEMS = 10


class PlanFile(Value):
    """The file as a whole: what it is, in which version, and the plan."""

    format: Literal["smartgoals-plan"]
    version: Literal[1]
    plan: Plan


@dataclass(frozen=True)
class PlanFileProblem:
    """One thing that is wrong in a plan file."""

    field: str
    """Such as ``metrics[0].target.amount``; blank for the file as a whole."""
    text: str

    def __str__(self) -> str:
        """Return the problem as one line."""
        return f"{self.field}: {self.text}" if self.field else self.text


class PlanFileError(ValueError):
    """Text that is not a plan file we can read; as a string, the whole list of what is wrong."""

    def __init__(self, summary: str, problems: Iterable[PlanFileProblem] = ()) -> None:
        self.summary = summary
        self.problems = tuple(problems)
        super().__init__("\n".join([summary, *_listed(self.problems)]))


def dump_plan(plan: Plan) -> str:
    """Return the plan as the text of a plan file, with every field and a line break at the end."""
    content = {"format": FORMAT, "version": VERSION, "plan": plan.model_dump(mode="json")}
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def read_plan(text: str | bytes) -> Plan:
    """Return the plan that the text of a plan file holds.

    Numbers may stand as texts, which is exact, or as JSON numbers.

    Raises:
        PlanFileError: the text is too long, no JSON, no plan file, of a newer version, or a field
            is missing, unknown, given twice or out of range.
    """
    content = _parse(text)
    _check_header(content)
    if problems := tuple(islice(_long_lists(content, ""), MAX_PROBLEMS)):
        raise _invalid(problems)
    try:
        plan = PlanFile.model_validate_json(json.dumps(content), strict=True).plan
    except ValidationError as error:
        errors = error.errors(include_url=False)[:MAX_PROBLEMS]
        raise _invalid(map(_problem, errors)) from None
    if problems := tuple(islice(_repeated_ids(plan, ""), MAX_PROBLEMS)):
        raise _invalid(problems)
    return plan


def read_plan_file(path: Path) -> Plan:
    """Return the plan in the file; a file beyond the size limit is not read to its end.

    Raises:
        OSError: the file cannot be read.
        PlanFileError: as for ``read_plan``.
    """
    with path.open("rb") as file:
        return read_plan(file.read(MAX_BYTES + 1))


def plan_file_schema() -> dict[str, Any]:
    """Return the JSON Schema of a plan file."""
    return PlanFile.model_json_schema(mode="validation")


def _parse(text: str | bytes) -> Any:
    content = text.encode(errors="surrogatepass") if isinstance(text, str) else text
    if len(content) > MAX_BYTES:
        raise PlanFileError(tr("This file is larger than 5 MB, so it cannot be a plan file."))
    try:
        parsed = json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=_object,
            # Kept in digits: on the way through a binary float, long numbers lose their end.
            parse_float=str,
            parse_constant=_refuse_constant,
        )
    except PlanFileError:
        raise
    except (ValueError, RecursionError):
        raise _no_plan_file() from None
    if _exceeds(parsed, MAX_VALUES):
        raise PlanFileError(tr("This file holds too many entries for a plan file."))
    return parsed


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content: dict[str, Any] = {}
    for key, value in pairs:
        if key in content:
            raise _invalid([PlanFileProblem(key, tr("is given twice"))])
        content[key] = value
    return content


def _refuse_constant(name: str) -> None:
    raise _invalid([PlanFileProblem("", tr("{name} is not a number").format(name=name))])


def _exceeds(content: Any, limit: int) -> bool:
    """Return whether the content holds more values than the limit; every list and object counts."""
    waiting = [content]
    count = 0
    while waiting and count <= limit:
        value = waiting.pop()
        count += 1
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
    return count > limit


def _long_lists(content: Any, place: str) -> Iterator[PlanFileProblem]:
    """Yield every list that no window could show."""
    if isinstance(content, dict):
        for name, value in content.items():
            yield from _long_lists(value, f"{place}.{name}")
    elif isinstance(content, list):
        name = place.rpartition(".")[2]
        most = _LONGER.get(name, MAX_ENTRIES)
        if len(content) > most and name not in _GROWING:
            sentence = tr("has more than {max_length} entries").format(max_length=most)
            yield PlanFileProblem(place.removeprefix(".plan").removeprefix("."), sentence)
        for index, value in enumerate(content):
            yield from _long_lists(value, f"{place}[{index}]")


def _check_header(content: Any) -> None:
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise _no_plan_file()
    version = content.get("version")
    if isinstance(version, int) and version > VERSION:
        raise PlanFileError(
            tr(
                "This plan file was made by a newer SmartGoals (version {version} of the file). "
                "Update SmartGoals to open it."
            ).format(version=version)
        )


def _no_plan_file() -> PlanFileError:
    return PlanFileError(tr("This is not a SmartGoals plan file."))


def _invalid(problems: Iterable[PlanFileProblem]) -> PlanFileError:
    return PlanFileError(
        tr("This plan file cannot be read; nothing of it was taken over."), problems
    )


def _listed(problems: tuple[PlanFileProblem, ...]) -> list[str]:
    lines = [str(problem) for problem in problems[:_SHOWN_PROBLEMS]]
    rest = len(problems) - len(lines)
    if rest:
        lines.append(ngettext("and {n} more", "and {n} more", rest).format(n=rest))
    return lines


def _repeated_ids(value: Value, field: str) -> Iterator[PlanFileProblem]:
    """Yield every part that has the id of another one in the same list, which fields refer to."""
    for name in type(value).model_fields:
        content = getattr(value, name)
        place = f"{field}.{name}" if field else name
        if isinstance(content, Value):
            yield from _repeated_ids(content, place)
        elif isinstance(content, tuple):
            yield from _repeated_in(content, place)


def _repeated_in(values: tuple[Any, ...], place: str) -> Iterator[PlanFileProblem]:
    seen: set[str] = set()
    for index, value in enumerate(values):
        if not isinstance(value, Value):
            continue
        if isinstance(value, Part):
            if value.id in seen:
                yield PlanFileProblem(f"{place}[{index}].id", tr("is given twice"))
            seen.add(value.id)
        yield from _repeated_ids(value, f"{place}[{index}]")


def _problem(error: ErrorDetails) -> PlanFileProblem:
    sentences = _sentences()
    kind = error["type"]
    if isinstance(error["input"], str):
        # A text is measured after cleaning, where pydantic no longer knows it as one.
        kind = kind.replace("too_long", "string_too_long")
    sentence = sentences.get(kind) or sentences.get(kind.split("_")[0]) or tr("does not fit here")
    return PlanFileProblem(_field(error["loc"]), sentence.format(**error.get("ctx", {})))


def _field(location: tuple[int | str, ...]) -> str:
    inside = location[1:] if location and location[0] == "plan" else location
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in inside)
    return "".join(steps).removeprefix(".")


def _sentences() -> dict[str, str]:
    """Return what to say, by pydantic's type of error or the first word of it."""
    return {
        "missing": tr("is missing"),
        "extra_forbidden": tr("is not a field of a plan"),
        "string": tr("should be a text"),
        "string_too_long": tr("has more than {max_length} characters"),
        "string_pattern_mismatch": tr("has characters that are not allowed here"),
        "decimal": tr("should be a number"),
        "finite": tr("should be a number"),
        "int": tr("should be a whole number"),
        "bool": tr("should be true or false"),
        "date": tr("should be a date such as 2027-06-14"),
        "enum": tr("should be one of {expected}"),
        "literal": tr("should be {expected}"),
        "greater_than_equal": tr("should be at least {ge}"),
        "less_than_equal": tr("should be at most {le}"),
        "less_than": tr("should be less than {lt}"),
        "too_long": tr("has more than {max_length} entries"),
        "too_short": tr("has fewer than {min_length} entries"),
        "tuple": tr("should be a list"),
        "model": tr("should be an object"),
        "value": tr("is too large"),
    }
