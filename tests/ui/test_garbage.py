"""Forgotten widgets go in their own thread, whichever thread made the garbage overflow."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject

from smartgoals.ui.garbage import GarbageSearch, search


@pytest.fixture
def ended():
    """The threads in which forgotten widgets ended."""
    return []


def forget_a_widget(ended):
    class Widget:
        def __del__(self):
            ended.append(threading.current_thread())

    widget = Widget()
    widget.itself = widget


def much():
    return [[] for _ in range(20 * gc.get_threshold()[0])]


def test_a_worker_that_makes_much_ends_no_widget(qapp, ended):
    GarbageSearch(QObject(qapp)).begin()
    forget_a_widget(ended)

    worker = threading.Thread(target=much)
    worker.start()
    worker.join()

    assert ended == []


def test_the_window_s_thread_ends_it_later(qtbot, qapp, ended):
    GarbageSearch(QObject(qapp)).begin()
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
