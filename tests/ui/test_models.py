"""What Qt asks of a model, whatever happens to the rows: its own tester looks on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.logging import _QtMessageCapture as QtLog

from smartgoals.domain.terms import PlanState
from smartgoals.formats import Formats
from smartgoals.storage.overview import PlanOverview
from smartgoals.ui.plans_model import PLAN_ROLE, PlansModel, fitted
from smartgoals.ui.table_model import Column, RowsModel

MONDAY = dt.date(2027, 4, 26)


def line(number: int, **changes: object) -> PlanOverview:
    facts: dict[str, object] = {
        "id": f"plan{number}",
        "title": f"Plan {number}",
        "brand": "",
        "state": PlanState.DRAFT,
        "start": None,
        "due": None,
        "saved_at": dt.datetime(2027, 4, 1, tzinfo=dt.UTC),
        "trashed_at": None,
        "archived": False,
        "sample_id": None,
        "progresses": "[]",
        "check_in_weekday": 0,
        "last_check_in": None,
    }
    return PlanOverview(**{**facts, **changes})  # type: ignore[arg-type]


@pytest.fixture
def model(qapp: QApplication) -> PlansModel:
    assert qapp
    return PlansModel(Formats("en_GB"), lambda: MONDAY)


@pytest.fixture
def tested(model: PlansModel, qtlog: QtLog) -> Iterator[Callable[[], list[str]]]:
    """The model under the eyes of Qt's tester; gives what it found fault with."""
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    tester = QAbstractItemModelTester(model, mode)
    # It would ask for more in the middle of a change, which no view does.
    tester.setUseFetchMore(False)
    yield lambda: [record.message for record in qtlog.records if "FAIL" in record.message]
    assert tester


def test_the_list_keeps_to_the_rules_while_plans_come_and_go(
    model: PlansModel, tested: Callable[[], list[str]]
) -> None:
    for numbers in ((), (1,), (1, 2, 3), (1, 2, 3), (3, 1), (2,), ()):
        model.show_plans([line(number) for number in numbers])
        assert model.rowCount() == len(numbers)
    assert tested() == []


def test_the_list_keeps_to_the_rules_while_it_is_scrolled(
    model: PlansModel, tested: Callable[[], list[str]]
) -> None:
    everything = [line(number) for number in range(10)]
    model.show_plans(everything[:4], lambda offset: everything[offset : offset + 4])
    while model.canFetchMore():
        model.fetchMore()
    assert [plan.id for plan in model.plans] == [plan.id for plan in everything]
    assert tested() == []


def test_a_plan_that_moved_up_meanwhile_is_not_listed_twice(model: PlansModel) -> None:
    model.show_plans([line(3), line(1)], lambda _: [line(1), line(0)])
    model.fetchMore()
    assert [plan.id for plan in model.plans] == ["plan3", "plan1", "plan0"]


def test_the_same_plans_with_other_facts_are_changed_and_not_replaced(model: PlansModel) -> None:
    model.show_plans([line(1), line(2)])
    resets: list[bool] = []
    changes: list[tuple[int, int]] = []
    model.modelReset.connect(lambda: resets.append(True))
    model.dataChanged.connect(lambda a, b: changes.append((a.row(), b.row())))
    model.show_plans([line(1, title="Other"), line(2)])
    assert (resets, changes) == ([], [(0, 1)])
    assert model.index(0, 0).data() == "Other"


def test_what_is_not_there_has_no_data(model: PlansModel) -> None:
    model.show_plans([line(1)])
    assert model.data(QModelIndex()) is None
    assert model.index(0, 0).data(PLAN_ROLE) == line(1)
    assert model.rowCount(model.index(0, 0)) == 0


def test_a_line_is_spoken_with_its_state(model: PlansModel) -> None:
    model.show_plans([line(1, brand="Café", due=dt.date(2027, 6, 1))])
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Plan 1. Draft. Café · due 1 Jun 2027")


def test_a_narrow_line_keeps_the_day_on_which_the_plan_is_due(model: PlansModel) -> None:
    plan = line(1, brand="Northlight Training", due=dt.date(2027, 8, 1), sample_id="cafe")
    metrics, parts = QFontMetrics(QFont()), model.detail_parts(plan)
    for shown in (" · ".join(parts), "Sample · due 1 Aug 2027", "due 1 Aug 2027"):
        assert fitted(parts, metrics, metrics.horizontalAdvance(shown)) == shown


def test_of_a_line_that_is_nearly_wide_enough_the_brand_is_cut(model: PlansModel) -> None:
    plan = line(1, brand="Northlight Training", due=dt.date(2027, 8, 1))
    metrics, parts = QFontMetrics(QFont()), model.detail_parts(plan)
    shown = fitted(parts, metrics, metrics.horizontalAdvance(" · ".join(parts)) - 1)
    assert shown.startswith("Northlight")
    assert shown.endswith("… · due 1 Aug 2027")


@dataclass(frozen=True)
class Row:
    id: str
    text: str


def test_a_table_keeps_to_the_rules_while_rows_come_and_go(
    qapp: QApplication, qtlog: QtLog
) -> None:
    assert qapp
    table = RowsModel([Column("Name", lambda row: row.text), Column("Id", lambda row: row.id)])
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    tester = QAbstractItemModelTester(table, mode)
    for ids in ("", "a", "abc", "abc", "ca", ""):
        table.show_rows([Row(each, each.upper()) for each in ids])
    assert [r.message for r in qtlog.records if "FAIL" in r.message] == []
    assert tester
