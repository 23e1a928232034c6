"""The list of plans behind the panel, from the first look to the end of the window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from smartgoals.domain.plan import Plan
from smartgoals.ui.list_keeper import ListKeeper
from smartgoals.ui.main_window import MainWindow


@pytest.mark.parametrize("text", ["", "mine"])
@pytest.mark.parametrize(
    "arrive",
    [
        lambda window: window.loader.opened.emit(window.loader.store),
        lambda window: window.keeper._caught_up.emit(),
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


def settle(keeper: ListKeeper) -> None:
    """Do now what waits for a pause in typing."""
    if keeper._pause.isActive():
        keeper._pause.stop()
        keeper._pause.timeout.emit()
