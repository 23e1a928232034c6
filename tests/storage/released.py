"""A real database of each schema so far, which every later version has to open.

``python -m tests.storage.released`` makes the one of the present schema, when a new schema is
to be released; one that is there is never made again.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from importlib.resources import files
from pathlib import Path

from smartgoals.documents.plan_file import read_plan
from smartgoals.domain.plan import Plan
from smartgoals.storage.backups import copy_verified
from smartgoals.storage.location import SCHEMA_VERSION
from smartgoals.storage.store import PlanStore
from tests.storage.filled import filled

FOLDER = Path(__file__).parents[1] / "data" / "databases"
SAMPLES = ("cafe", "campfire", "cost-per-click")


def database_of(schema: int) -> Path:
    """Return the database that a version with this schema has written."""
    return FOLDER / f"schema-{schema}.db"


def plans_of(schema: int) -> dict[str, Plan]:
    """Return the plans that were saved in it, by their ids, trash and archive included."""
    text = database_of(schema).with_suffix(".json").read_text("utf-8")
    return {plan["id"]: Plan.model_validate_json(json.dumps(plan)) for plan in json.loads(text)}


def _samples() -> list[Plan]:
    folder = files("smartgoals.resources") / "samples"
    return [read_plan((folder / f"{name}.json").read_text("utf-8")) for name in SAMPLES]


def _make() -> None:
    """Write the database of the present schema, and beside it what was saved in it."""
    target = database_of(SCHEMA_VERSION)
    if target.exists():
        sys.exit(f"{target.name} is there already")
    plans = [filled(Plan).replace(id="full"), Plan(id="trashed", title="In the trash"), *_samples()]
    folder = Path(tempfile.mkdtemp())
    with PlanStore.open(folder) as store:
        store.save_all(plans)
        store.trash("trashed")
        store.archive("cost-per-click")
        copy_verified(store.path, target)
    shutil.rmtree(folder)
    target.chmod(0o644)
    facts = [plan.model_dump(mode="json") for plan in plans]
    text = json.dumps(facts, indent=1, ensure_ascii=False)
    target.with_suffix(".json").write_text(f"{text}\n", "utf-8")


if __name__ == "__main__":
    _make()
