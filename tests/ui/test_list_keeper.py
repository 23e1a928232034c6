"""The list of plans behind the panel, from the first look to the end of the window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from smartgoals.domain.plan import Plan
from smartgoals.storage.list_index import ListIndex
from smartgoals.storage.list_query import Shelf
from smartgoals.storage.plan_list import PlanList
from smartgoals.ui.list_keeper import ListKeeper
from smartgoals.ui.main_window import MainWindow


@pytest.mark.parametrize("text", ["", "mine"])
@pytest.mark.parametrize(
    "arrive",
    [
        lambda window: window.loader.opened.emit(window.loader.store),
        lambda window: window.keeper._found.emit(None),
        lambda window: window.refresh_list(),
        lambda window: window.keeper._pause.timeout.emit(),
    ],
)
def test_what_arrives_after_the_end_opens_the_index_no_more(
    window: MainWindow,
    qtbot: QtBot,
    text: str,
    arrive: Callable[[MainWindow], object],
) -> None:
    store = window.loader.store
    assert store is not None
    store.save(Plan(title="Mine"))
    with qtbot.waitSignal(window.keeper.settled):
        window.refresh_list()
    window.panel.filters.search.setText(text)
    window.close()
    arrive(window)
    settle(window.keeper)
    assert window.keeper.plans._index is None


@pytest.mark.parametrize(("text", "work"), [("", "put"), ("", "rows"), ("mine", "put")])
def test_the_index_is_worked_with_beside_the_thread_of_the_window(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, text: str, work: str
) -> None:
    threads = []
    plain = getattr(ListIndex, work)

    def watched(*arguments: Any) -> Any:
        threads.append(threading.current_thread())
        return plain(*arguments)

    monkeypatch.setattr(ListIndex, work, watched)
    store = window.loader.store
    assert store is not None
    with qtbot.waitSignal(window.keeper.settled):
        store.save(Plan(title="Mine"))
        window.panel.filters.search.setText(text)
        window.refresh_list()
    assert [plan.title for plan in window.panel.model.plans] == ["Mine"]
    assert threads
    assert threading.main_thread() not in threads


def test_the_list_is_settled_once_all_that_has_changed_is_shown(
    window: MainWindow, qtbot: QtBot
) -> None:
    store = window.loader.store
    assert store is not None
    qtbot.waitUntil(lambda: window.keeper.is_settled)
    store.save(Plan(title="Mine"))
    assert not window.keeper.is_settled
    window.refresh_list()
    qtbot.waitUntil(lambda: window.keeper.is_settled)
    assert window.panel.filters.chips[Shelf.ALL].text() == "All 1"


def test_after_a_look_that_failed_the_next_one_is_taken(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: window.keeper.is_settled)

    def gone(*_: Any) -> None:
        raise FileNotFoundError

    with monkeypatch.context() as patched:
        patched.setattr(PlanList, "brands", gone)
        with qtbot.waitSignal(window.keeper._found):
            window.refresh_list()
    with qtbot.waitSignal(window.keeper.settled):
        window.refresh_list()


def settle(keeper: ListKeeper) -> None:
    """Do now what waits for a pause in typing."""
    if keeper._pause.isActive():
        keeper._pause.stop()
        keeper._pause.timeout.emit()
