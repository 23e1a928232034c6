"""The plans of the benchmark: always the same ones, from a seed."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import random
import sqlite3
from contextlib import closing
from decimal import Decimal
from typing import TYPE_CHECKING

from smartgoals.domain.check_in import CheckIn, Reading
from smartgoals.domain.metric import MAX_METRICS, Metric, Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Tactic
from smartgoals.domain.terms import TargetKind
from smartgoals.storage.location import database_path
from smartgoals.storage.store import PlanStore

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

START = dt.date(2026, 1, 5)
ORIGINALS = 10
"""Plans that the store itself has saved; further ones are copies of their rows."""
_WORDS = [
    "reach",
    "fans",
    "clicks",
    "visitors",
    "neighbours",
    "regulars",
    "stories",
    "posts",
    "offers",
    "reviews",
    "bookings",
    "leads",
    "newsletter",
    "partners",
    "mentions",
    "customers",
    "members",
    "guides",
    "videos",
    "recipes",
]
COMMON = "More"
"""Begins most names."""


def seeded_plan(number: int, *, metrics: int = 3, tactics: int = 5, check_ins: int = 12) -> Plan:
    """Return the plan of that number; the same one in every run."""
    chance = random.Random(number)  # noqa: S311 - for data, not for secrets
    chosen = tuple(_metric(chance, f"m{i}") for i in range(min(metrics, MAX_METRICS)))
    return Plan(
        id=f"plan{number:012d}",
        title=f"{COMMON} {_phrase(chance)} {number}",
        brand=f"{chance.choice(_WORDS).title()} Café",
        description="We serve coffee and cake to people of the neighbourhood.",
        broad_goal=f"{COMMON} {_phrase(chance)} in our town",
        metrics=chosen,
        start=START,
        due=START + dt.timedelta(days=90),
        hours_per_week=Decimal(10),
        tactics=tuple(_tactic(chance, i) for i in range(tactics)),
        check_ins=tuple(_check_in(chance, chosen, i) for i in range(check_ins)),
    )


def full_plan() -> Plan:
    """Return a plan as large as anybody's: all metrics, 30 tactics, 100 check-ins."""
    return seeded_plan(1, metrics=MAX_METRICS, tactics=30, check_ins=100)


def fill(folder: Path, count: int) -> Path:
    """Make a database of so many plans in the folder; return its path."""
    with PlanStore.open(folder) as store:
        for number in range(min(count, ORIGINALS)):
            store.save(seeded_plan(number))
    path = database_path(folder)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA synchronous=OFF")
        _copy(connection, count)
    return path


def _copy(connection: sqlite3.Connection, count: int) -> None:
    """Add copies of the saved rows, whole plans with all their parts, up to the count."""
    connection.execute("CREATE TEMP TABLE copied (id TEXT, twin TEXT, number INTEGER, seal TEXT)")
    connection.executemany("INSERT INTO copied VALUES (?, ?, ?, ?)", _twins(count))
    connection.execute("CREATE INDEX temp.by_id ON copied (id)")
    for table, key in (("metric", "plan_id"), ("tactic", "plan_id"), ("check_in", "plan_id")):
        _copy_rows(connection, table, {key: "twin"})
    # Last, for what follows from the rows of a plan may look at its parts.
    title = "number || ' ' || old.title"
    moment = (
        "strftime('%Y-%m-%dT%H:%M:%f', old.saved_at, '-' || number || ' seconds') || '000+00:00'"
    )
    changes = {"id": "twin", "title": title, "name": title, "saved_at": moment}
    _copy_rows(connection, "plan", {**changes, "seal": "copied.seal"})


def _twins(count: int) -> Iterator[tuple[str, str, int, str]]:
    """Yield each original's id, the id of its copy, its number and the seal it needs."""
    originals = [seeded_plan(number) for number in range(min(count, ORIGINALS))]
    texts = [canonical(plan) for plan in originals]
    for number in range(ORIGINALS, count):
        plan, twin = originals[number % ORIGINALS], f"plan{number:012d}"
        text = texts[number % ORIGINALS].replace(f'"{plan.id}"', f'"{twin}"')
        text = text.replace(f'"{plan.title}"', f'"{number} {plan.title}"')
        yield plan.id, twin, number, hashlib.sha256(text.encode()).hexdigest()


def canonical(plan: Plan) -> str:
    """Return the text that the store seals."""
    content = plan.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _copy_rows(connection: sqlite3.Connection, table: str, changed: dict[str, str]) -> None:
    found = connection.execute(f"PRAGMA table_info({table})")
    columns = [row[1] for row in found]
    values = [changed.get(column, f'old."{column}"') for column in columns]
    key = next(iter(changed))
    names = ", ".join(f'"{column}"' for column in columns)
    connection.execute(
        f"INSERT INTO {table} ({names}) SELECT {', '.join(values)}"  # noqa: S608 - our own names
        f" FROM {table} AS old JOIN copied ON copied.id = old.{key}"
    )


def _phrase(chance: random.Random) -> str:
    return " and ".join(chance.sample(_WORDS, 2))


def _metric(chance: random.Random, metric_id: str) -> Metric:
    return Metric(
        id=metric_id,
        name=f"{chance.choice(_WORDS).title()} {metric_id}",
        baseline=Decimal(chance.randrange(100, 2000)),
        target=Target(kind=TargetKind.PERCENT, amount=Decimal(chance.randrange(10, 60))),
        channel="Facebook",
        source="Page insights, every Monday",
        recent_values=tuple(Decimal(100 + 3 * i + chance.randrange(9)) for i in range(6)),
    )


def _tactic(chance: random.Random, number: int) -> Tactic:
    return Tactic(
        id=f"t{number}",
        name=f"Write {number + 1} {_phrase(chance)}",
        value=chance.randrange(1, 11),
        complexity=chance.randrange(1, 11),
        owners=("Ana",),
        due=START + dt.timedelta(days=chance.randrange(90)),
        hours=Decimal(chance.randrange(1, 4)),
    )


def _check_in(chance: random.Random, metrics: tuple[Metric, ...], number: int) -> CheckIn:
    readings = tuple(
        Reading(metric_id=metric.id, value=Decimal(chance.randrange(100, 3000)))
        for metric in metrics
    )
    return CheckIn(id=f"c{number}", day=START + dt.timedelta(days=number), readings=readings)
