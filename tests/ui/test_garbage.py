"""Forgotten widgets go in their own thread, whichever thread made the garbage overflow."""

import gc
import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject

from smartgoals.ui.garbage import GarbageSearch, search


@pytest.fixture
def ended():
    """The threads in which forgotten widgets ended."""
    return []


@pytest.fixture
def window(qapp):
    """What the search goes on for as long as it is there."""
    window = QObject()
    yield window
    shiboken6.delete(window)


def forget_a_widget(ended):
    class Widget:
        def __del__(self):
            ended.append(threading.current_thread())

    widget = Widget()
    widget.itself = widget


def much():
    return [[] for _ in range(20 * gc.get_threshold()[0])]


def test_a_worker_that_makes_much_ends_no_widget(window, ended):
    GarbageSearch(window).begin()
    forget_a_widget(ended)

    worker = threading.Thread(target=much)
    worker.start()
    worker.join()

    assert ended == []


def test_the_window_s_thread_ends_it_later(qtbot, window, ended):
    GarbageSearch(window).begin()
    forget_a_widget(ended)
    kept = much()

    qtbot.waitUntil(lambda: bool(ended))

    assert ended == [threading.main_thread()]
    assert kept


def test_little_is_not_worth_a_search(ended):
    gc.collect()
    forget_a_widget(ended)

    search()

    assert ended == []
