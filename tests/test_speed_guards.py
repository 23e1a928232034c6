"""What keeps the program fast, held without a clock: what is loaded, asked, built and kept."""

from __future__ import annotations

import gc
import json
import sqlite3
import subprocess
import sys
import weakref
from contextlib import contextmanager
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QTableView, QTabWidget, QWidget

from smartgoals.domain.check_in import CheckIn
from smartgoals.domain.metric import Metric
from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Tactic
from smartgoals.domain.terms import CORE_STEPS, Step
from smartgoals.formats import Formats
from smartgoals.storage.list_query import ListQuery, Shelf
from smartgoals.storage.plan_list import PlanList
from smartgoals.storage.store import PlanStore
from smartgoals.ui.mnemonics import assign_mnemonics
from smartgoals.ui.session import PlanSession
from smartgoals.ui.wizard.spare_wizard import SpareWizard
from smartgoals.ui.wizard.wizard_view import WizardView

OF_QT = {"PySide6", "shiboken6", "shibokensupport", "signature_bootstrap"}
OF_THE_SYSTEM = {"sitecustomize"}
"""What some systems have every Python load, such as Debian."""
AT_FIRST_PAINT = {*OF_QT, *OF_THE_SYSTEM, "smartgoals"}
"""Beside the standard library; each further package would be paid for by every start."""

WINDOW_AT_FIRST_PAINT = """
import json, os, sys
import smartgoals.__main__
import smartgoals.quick_qt
from smartgoals.ui.main_window import MainWindow

def tell(*_):
    print(json.dumps(sorted(sys.modules)), flush=True)
    os._exit(0)

MainWindow.paintEvent = tell
os.environ["SMARTGOALS_DATA_DIR"] = sys.argv[1]
smartgoals.__main__.main([])
"""
WINDOW_WITH_A_PLAN = """
import json, os, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from smartgoals.app import build_window

app = QApplication(sys.argv[:1])
window = build_window(app, Path(sys.argv[1]))
window.show()
window.open_sample("cafe")
while window.desk is None or not window.desk.plan_id:
    app.processEvents()
window.open_plan(window.desk.plan_id, "tactics")
app.processEvents()
print(json.dumps(sorted(sys.modules)), flush=True)
os._exit(0)
"""
STORE_OPENED_AGAIN = """
import json, sys
from pathlib import Path
from smartgoals.storage.store import PlanStore

PlanStore.open(Path(sys.argv[1])).close()
print(json.dumps(sorted(sys.modules)))
"""


def loaded(program: str, folder: Path) -> set[str]:
    """The names of the modules that the program says it has loaded."""
    command = [sys.executable, "-c", program, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def packages(modules: set[str]) -> set[str]:
    names = {name.partition(".")[0] for name in modules}
    # What an editable installation and its kin leave behind begins with an underscore.
    return {n for n in names if n not in sys.stdlib_module_names and not n.startswith("_")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with a plan."""
    with PlanStore.open(tmp_path / "plans") as store:
        store.save(Plan(title="More fans"))
    return tmp_path / "plans"


def plan_of_size(count: int) -> Plan:
    return Plan(
        id=f"size{count}",
        title="More fans",
        metrics=tuple(Metric(name=f"Metric {i}") for i in range(min(count, 5))),
        tactics=tuple(Tactic(name=f"Tactic {i}") for i in range(count)),
        check_ins=tuple(CheckIn(day=f"2026-03-{i + 1:02}") for i in range(min(count, 28))),
    )


@contextmanager
def counted(store: PlanStore):
    """The statements that the store gives to SQLite, without what begins and ends them."""
    statements: list[str] = []
    store._database._connection.set_trace_callback(statements.append)
    try:
        yield statements
    finally:
        store._database._connection.set_trace_callback(None)
        ends = ("BEGIN", "COMMIT", "ROLLBACK", "--")
        statements[:] = [s for s in statements if not s.startswith(ends)]


def test_the_first_paint_has_loaded_nothing_but_qt(folder):
    assert packages(loaded(WINDOW_AT_FIRST_PAINT, folder)) <= AT_FIRST_PAINT


def test_the_window_never_loads_a_plotting_library(folder):
    modules = packages(loaded(WINDOW_WITH_A_PLAN, folder))
    assert not modules & {"matplotlib", "numpy", "alembic", "icalendar", "xlsxwriter"}


def test_a_current_database_is_opened_without_alembic(folder):
    assert "alembic" not in loaded(STORE_OPENED_AGAIN, folder)


def test_imports_are_python_s_own_after_qt_is_loaded():
    program = (
        "import builtins; own = builtins.__import__\n"
        "import smartgoals.formats, PySide6.QtWidgets\n"
        "assert builtins.__import__ is own"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_plan_is_opened_with_one_query_for_each_table(tmp_path):
    with PlanStore.open(tmp_path) as store:
        for size in (1, 28):
            store.save(plan_of_size(size))
        for size in (1, 28):
            with counted(store) as statements:
                store.load(f"size{size}")
            assert len(statements) == 5


def test_a_typed_word_is_saved_with_few_statements_however_large_the_plan(tmp_path):
    found = []
    with PlanStore.open(tmp_path) as store:
        for size in (1, 28):
            plan = plan_of_size(size)
            store.save(plan)
            with counted(store) as statements:
                store.save(plan.replace(description="We serve coffee."))
            found.append(len(statements))
    assert found[0] == found[1] <= 6


def test_of_many_parts_only_those_that_are_others_are_written(tmp_path):
    plan = plan_of_size(28)
    *others, last = plan.check_ins
    noted = plan.replace(check_ins=(*others, last.replace(note="A fine week")))
    shorter = noted.replace(tactics=noted.tactics[:-1])
    found = []
    with PlanStore.open(tmp_path) as store:
        store.save(plan)
        for changed in (noted, shorter):
            with counted(store) as statements:
                store.save(changed)
            parts = ("INSERT", "DELETE", "REPLACE")
            found.append([s.split("(")[0] for s in statements if s.startswith(parts)])
        store._last = None
        assert store.load(plan.id) == shorter
    assert found == [
        ["INSERT OR REPLACE INTO check_in "],
        ["DELETE FROM tactic WHERE tactic.plan_id = 'size28' AND tactic.position >= 27"],
    ]


def test_what_is_not_changed_is_not_written(tmp_path):
    plan = plan_of_size(3)
    with PlanStore.open(tmp_path) as store:
        store.save(plan)
        with counted(store) as statements:
            store.save(plan)
    assert [s for s in statements if not s.startswith("SELECT")] == []


def test_the_list_is_one_query_however_many_plans(tmp_path):
    found = []
    with PlanStore.open(tmp_path) as store:
        for _ in range(2):
            for _ in range(10):
                store.save(Plan(title="More fans"))
            with counted(store) as statements:
                store.overviews()
            found.append(len(statements))
    assert found == [1, 1]


@contextmanager
def counted_everywhere(monkeypatch):
    """The queries of all connections that are opened meanwhile, without their settings."""
    statements: list[str] = []
    plain = sqlite3.connect

    def connect(*arguments, **options):
        connection = plain(*arguments, **options)
        connection.set_trace_callback(statements.append)
        return connection

    with monkeypatch.context() as patched:
        patched.setattr(sqlite3, "connect", connect)
        yield statements
    # Not what its full-text search asks its own tables inside of a query.
    asked = [s for s in statements if s.startswith(("SELECT", "WITH"))]
    statements[:] = [s for s in asked if "'main'." not in s]


def test_a_search_asks_the_same_however_many_plans_there_are(tmp_path, monkeypatch):
    found = []
    query = ListQuery(text="fans")
    with PlanStore.open(tmp_path) as store:
        for _ in range(2):
            for _ in range(10):
                store.save(Plan(title="More fans"))
            with counted_everywhere(monkeypatch) as statements:
                plans = PlanList(tmp_path)
                plans.catch_up()
                statements.clear()
                assert plans.read(query, 10)
                plans.counts(query)
            plans.close()
            found.append(len(statements))
    assert found[0] == found[1] <= 2 + len(Shelf)


def test_a_plan_that_was_typed_over_is_let_go(qapp, tmp_path):
    with PlanStore.open(tmp_path) as store:
        session = PlanSession(store, Plan(), Formats("en_GB"))
        for text in ("M", "Mo", "Mor"):
            session.edit(session.plan.replace(title=text), "Edit title", key="title")
        gone = weakref.ref(session.plan)
        session.edit(session.plan.replace(title="More"), "Edit title", key="title")
        gc.collect()
        assert gone() is None
        assert session.undo_stack.count() == 1


def test_what_letters_were_given_to_is_let_go_with_its_view(qtbot):
    def dead() -> int:
        gc.collect()
        return sum(
            isinstance(each, QWidget) and not shiboken6.isValid(each) for each in gc.get_objects()
        )

    window = QWidget()
    qtbot.addWidget(window)
    before = dead()
    for _ in range(3):
        view = QTabWidget(window)
        view.addTab(QTableView(), "Table")
        assign_mnemonics(window)
        shiboken6.delete(view)
        del view
    assert dead() == before


def test_a_click_builds_one_page_and_idle_moments_the_others_one_by_one(qtbot, tmp_path):
    with PlanStore.open(tmp_path) as store:
        wizard = WizardView(PlanSession(store, Plan(), Formats("en_GB")), Step.WHY, "en")
        qtbot.addWidget(wizard)
        assert wizard.stack.count() == 1
        qtbot.waitUntil(lambda: wizard.stack.count() == 2)
        wizard.show_step(CORE_STEPS[5])
        assert wizard.stack.count() == 3
        counts = []
        wizard.stack.widgetAdded.connect(counts.append)
        qtbot.waitUntil(lambda: wizard.stack.count() == len(CORE_STEPS))
        assert counts == [3, 4, 5, 6, 7]
        wizard.show_step(CORE_STEPS[6])
        assert wizard.stack.count() == len(CORE_STEPS)


def test_a_new_plan_is_shown_in_a_wizard_that_was_made_before(qtbot, tmp_path):
    with PlanStore.open(tmp_path) as store:
        spare = SpareWizard(QWidget(), store, Formats("en_GB"))
        qtbot.waitUntil(lambda: spare.wizard is not None)
        made = spare.wizard
        plan = Plan(title="More fans")
        session, wizard = spare.take(store, plan)
        assert wizard is made
        assert wizard.session is session
        assert session.plan is plan
        wizard.show_step(Step.WHY)
        assert wizard.rail.findChildren(QLabel)
        assert spare.take(store, plan)[1] is None
        spare.end()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is counted no more")
def test_a_thousand_calls_of_qt_lose_no_reference_to_none(qapp):
    label = QLabel()
    before = sys.getrefcount(None)
    for turn in range(1000):
        label.setText(str(turn))
        label.setGeometry(QRect(0, 0, turn, turn))
        label.update()
    assert abs(sys.getrefcount(None) - before) < 100
