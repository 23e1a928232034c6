"""Fixtures that all tests share: the cafe story (S5) and English words."""

from __future__ import annotations

import gc
import os
from functools import partialmethod
from importlib.resources import files

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartgoals.domain.plan import Plan
from smartgoals.ui.garbage import search

PATIENCE_MS = 60_000
"""Until something is taken to never happen; on a busy machine all takes its time."""

# How long an example takes depends on what else the machine does.
settings.register_profile("smartgoals", deadline=None)
settings.load_profile("smartgoals")

# As in the program, whose workers must not end the widgets of earlier tests.
gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Let go of what the tests have forgotten, in the thread of the window."""
    search()


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
def cafe() -> Plan:
    """The worked example of the method: a cafe, three months, Facebook, five miles."""
    from smartgoals.documents.plan_file import read_plan

    text = (files("smartgoals.resources") / "samples" / "cafe.json").read_text(encoding="utf-8")
    return read_plan(text)
