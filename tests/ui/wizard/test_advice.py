"""What the method advises is on the page of its step."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel

from smartgoals.domain.catalogue import catalogue
from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Step


@pytest.mark.parametrize("step", [step for step in Step if catalogue().advice_for(step)])
def test_the_advice_for_a_step_opens_on_its_page(open_page: Any, step: Step, cafe: Plan) -> None:
    page = open_page(step, cafe)
    links = [b for b in page.findChildren(QAbstractButton) if b.isCheckable()]
    for link in links:
        if link.property("role") == "link":
            link.click()
    shown = " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())
    assert [a.id for a in catalogue().advice_for(step) if a.hint not in shown] == []
