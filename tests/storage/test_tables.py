from pathlib import Path

import pytest
from sqlalchemy import inspect

from smartgoals.domain.check_in import CheckIn
from smartgoals.domain.metric import Metric
from smartgoals.domain.plan import Adjustment, Plan
from smartgoals.domain.tactic import Tactic
from smartgoals.domain.value import Value
from smartgoals.storage.store import PlanStore
from smartgoals.storage.tables import (
    AdjustmentRow,
    CheckInRow,
    MetricRow,
    PlanRow,
    Row,
    TacticRow,
)
from tests.storage.filled import filled

KEYS = {"plan_id", "position"}
FOR_STORE_AND_LIST = {
    "version",
    "seal",
    "created_at",
    "name",
    "state",
    "progresses",
    "saved_at",
    "trashed_at",
    "archived",
    "last_check_in",
}


@pytest.mark.parametrize(
    ("value", "row", "others"),
    [
        (Plan, PlanRow, FOR_STORE_AND_LIST),
        (Metric, MetricRow, KEYS),
        (Tactic, TacticRow, KEYS),
        (CheckIn, CheckInRow, KEYS),
        (Adjustment, AdjustmentRow, KEYS),
    ],
)
def test_every_field_of_a_value_has_its_column(
    value: type[Value], row: type[Row], others: set[str]
) -> None:
    mapper = inspect(row)
    mapped = {attribute.key for attribute in mapper.attrs}
    assert mapped - others == set(value.model_fields)


def test_a_plan_with_every_field_set_comes_back_the_same(tmp_path: Path) -> None:
    plan = filled(Plan)
    with PlanStore.open(tmp_path) as store:
        store.save(plan)
    with PlanStore.open(tmp_path) as store:
        assert store.load(plan.id) == plan


def test_an_unfinished_plan_comes_back_the_same(tmp_path: Path) -> None:
    with PlanStore.open(tmp_path) as store:
        store.save(plan := Plan())
        assert store.load(plan.id) == plan
