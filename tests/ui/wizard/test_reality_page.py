"""The reality check: hours, budget and the currency it is in."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Step
from smartgoals.ui.session import PlanSession
from tests.journeys.hands import type_text


def overwrite(line: Any, text: str) -> None:
    line.setFocus()
    line.selectAll()
    type_text(line, text)
    line.clearFocus()


@pytest.mark.parametrize(("typed", "code"), [("EUR", "EUR"), ("nok", "NOK"), ("€", "EUR")])
def test_one_currency_is_written_over_another(
    open_page: Any, session: PlanSession, typed: str, code: str
) -> None:
    page = open_page(Step.REALITY, Plan(currency="USD"))
    overwrite(page.fields["currency"].line, typed)
    assert session.plan.currency == code
    assert page.fields["currency"].line.text() == code


@pytest.mark.parametrize("typed", ["EURO", "$", "kr"])
def test_what_is_no_currency_stays_and_is_told(
    open_page: Any, session: PlanSession, typed: str
) -> None:
    page = open_page(Step.REALITY, Plan(currency="USD"))
    overwrite(page.fields["currency"].line, typed)
    assert session.plan.currency == ""
    assert page.fields["currency"].line.text() == typed
    assert "three letters" in page.fields["currency"].note.text()


def test_a_plan_may_be_without_a_currency(open_page: Any, session: PlanSession) -> None:
    page = open_page(Step.REALITY, Plan(currency="USD"))
    page.fields["currency"].line.selectAll()
    QTest.keyClick(page.fields["currency"].line, Qt.Key.Key_Delete)
    assert session.plan.currency == ""
    assert page.fields["currency"].note.text() == ""
