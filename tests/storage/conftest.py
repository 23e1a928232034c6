"""A store in an empty folder, and a small plan to keep in it."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from smartgoals.domain.check_in import CheckIn, Reading
from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Tactic
from smartgoals.storage.store import PlanStore


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> Iterator[PlanStore]:
    with PlanStore.open(folder) as store:
        yield store


@pytest.fixture
def plan() -> Plan:
    fans = Metric(
        id="fans", name="Fans", baseline=Decimal(1200), target=Target(amount=Decimal(1380))
    )
    return Plan(
        title="More fans for the cafe",
        brand="Good Things Cafe",
        broad_goal="Make more people here know us",
        metrics=(fans,),
        start=dt.date(2027, 3, 14),
        due=dt.date(2027, 6, 14),
        tactics=(Tactic(name="Post three times a week"), Tactic(name="Offer a special")),
        check_ins=(
            CheckIn(
                day=dt.date(2027, 4, 1),
                readings=(Reading(metric_id="fans", value=Decimal(1260)),),
            ),
        ),
    )
