"""Fixtures that all tests share: the cafe story (S5) and English words."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from functools import partialmethod
from importlib.resources import files

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartgoals.domain.plan import Plan
from tests.windows import Windows

PATIENCE_MS = 60_000
"""Until something is taken to never happen; on a busy machine all takes its time."""
MUCH = 20_000
"""Objects that were made since the last look at what is forgotten."""

# How long an example takes depends on what else the machine does.
settings.register_profile("smartgoals", deadline=None)
settings.load_profile("smartgoals")

# As in the program, whose workers must not end the widgets of earlier tests.
gc.disable()


def pytest_collection_finish() -> None:
    """Leave out of every search what is there for all tests."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Let go of what the tests before have forgotten, and pytest itself only now."""
    if gc.get_count()[0] > MUCH:
        gc.collect()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """End the widgets that are to be deleted later: without an event loop Qt puts that off."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class PatientBot(QtBot):
    """Waits for what is to happen however slow the machine is; what never does fails the test."""

    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE_MS)  # noqa: N815 - as in pytest-qt
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE_MS)  # noqa: N815
    waitSignals = partialmethod(QtBot.waitSignals, timeout=PATIENCE_MS)  # noqa: N815
    waitExposed = partialmethod(QtBot.waitExposed, timeout=PATIENCE_MS)  # noqa: N815


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Hands on widgets, as pytest-qt gives them."""
    return PatientBot(request)


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    """Builds windows that end with the test."""
    built = Windows(qapp)
    yield built
    built.end()


@pytest.fixture
def cafe() -> Plan:
    """The worked example of the method: a cafe, three months, Facebook, five miles."""
    from smartgoals.documents.plan_file import read_plan

    text = (files("smartgoals.resources") / "samples" / "cafe.json").read_text(encoding="utf-8")
    return read_plan(text)
