"""Fixtures that all tests share: the cafe story (S5) and English words."""

from __future__ import annotations

import gc
import os
from importlib.resources import files

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings

from smartgoals.domain.plan import Plan
from smartgoals.ui.garbage import search

# How long an example takes depends on what else the machine does.
settings.register_profile("smartgoals", deadline=None)
settings.load_profile("smartgoals")

# As in the program, whose workers must not end the widgets of earlier tests.
gc.disable()


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Let go of what the tests have forgotten, in the thread of the window."""
    search()


@pytest.fixture
def cafe() -> Plan:
    """The worked example of the method: a cafe, three months, Facebook, five miles."""
    from smartgoals.documents.plan_file import read_plan

    text = (files("smartgoals.resources") / "samples" / "cafe.json").read_text(encoding="utf-8")
    return read_plan(text)
