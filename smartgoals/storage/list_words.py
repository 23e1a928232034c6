"""The words of a stored plan: everything in it that was written or chosen, for finding it."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from smartgoals.language import language
from smartgoals.storage.list_query import search_words
from smartgoals.words.catalogue import shown_name

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Mapping, Sequence

MARK = "saved_at || coalesce(trashed_at, '') || archived"
"""In the database of the plans, what changes with every change that the list knows of."""
PARTS = ("metric", "tactic", "check_in", "adjustment")

# What says how something is counted or kept, and is no word of hers.
_SILENT = {
    "id", "plan_id", "position", "version", "seal", "created_at", "saved_at", "trashed_at",
    "archived", "mark", "state", "progresses", "last_check_in", "sample_id", "field",
    "served_goal", "check_in_weekday", "milestone_days", "kind", "period", "direction",
    "recent_interval", "hours_basis", "frequency", "done_on", "done_occurrences", "metric_id",
    "outcome", "relation", "breadth", "buying_role", "rung", "day",
}  # fmt: skip
_NESTED = {
    "company_goals", "parked_goals", "obstacles", "audiences", "listening", "message", "content",
    "money", "closing", "unread", "target", "recent_values", "owners", "recurrence", "readings",
    "former",
}  # fmt: skip
_CATALOGUE = (
    "costs", "functions", "goals", "kpis", "metrics", "pages", "platforms", "routes", "starters",
    "tools", "topics",
)  # fmt: skip


class StoredPlan(NamedTuple):
    """What the index of the list holds of a plan, as it is stored now."""

    mark: str
    """Changes with every change that the list knows of."""
    saved_at: str
    state: str
    trashed_at: str | None
    archived: int
    due: str | None
    name: str
    brand: str
    words: str
    """Each of its words once, with spaces between."""


def stored_plans(connection: sqlite3.Connection, plan_ids: Sequence[str]) -> dict[str, StoredPlan]:
    """Return those of these plans that are stored, by their ids."""
    places = ",".join("?" * len(plan_ids))
    rows: dict[str, dict[str, Any]] = {}
    texts: dict[str, list[str]] = {}
    query = f"SELECT *, {MARK} AS mark FROM plan WHERE id IN ({places})"  # noqa: S608
    for row in _rows(connection, query, plan_ids):
        rows[row["id"]] = row
        texts[row["id"]] = list(_texts(row))
    for part in PARTS:
        query = f"SELECT * FROM {part} WHERE plan_id IN ({places})"  # noqa: S608
        for row in _rows(connection, query, plan_ids):
            texts.get(row["plan_id"], []).extend(_texts(row))
    return {plan_id: _stored(row, texts[plan_id]) for plan_id, row in rows.items()}


def _stored(row: Mapping[str, Any], texts: list[str]) -> StoredPlan:
    words = " ".join(dict.fromkeys(search_words("\n".join(texts))))
    return StoredPlan._make([*(row[name] for name in StoredPlan._fields[:-1]), words])


def _rows(
    connection: sqlite3.Connection, query: str, values: Sequence[str]
) -> Iterator[dict[str, Any]]:
    cursor = connection.execute(query, values)
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield dict(zip(names, row, strict=True))


def _texts(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield the texts of a row and of what lies in its columns as JSON."""
    for name, value in row.items():
        if name in _NESTED and isinstance(value, str):
            try:
                yield from _texts({name: json.loads(value)})
            except ValueError:
                continue  # Loading the plan tells of the damage; the list is no judge.
        elif name not in _SILENT:
            yield from _texts_in(name, value)


def _texts_in(name: str, value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner_name, inner in value.items():
            if inner_name not in _SILENT:
                yield from _texts_in(inner_name, inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts_in(name, inner)
    elif isinstance(value, str):
        yield from _names(value) if name.endswith(("_id", "_ids")) else (value,)


def _names(entry_id: str) -> Iterator[str]:
    """Yield what an entry of the catalogue is called, in English and as it is shown."""
    name = _catalogue_names().get(entry_id)
    if name:
        yield name
        yield shown_name(name)


def words_edition() -> str:
    """Return what the words depend on besides the plans; when it changes, so do they."""
    return f"2 {language()}"


@cache
def _catalogue_names() -> dict[str, str]:
    # The bare files: the catalogue itself takes longer to load than all plans to be listed.
    folder = files("smartgoals.resources") / "catalogue"
    lists = (json.loads((folder / f"{name}.json").read_text("utf-8")) for name in _CATALOGUE)
    return {each["id"]: each.get("business", each["name"]) for entries in lists for each in entries}
