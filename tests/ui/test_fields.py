"""Line edits: what came by other ways than keys counts as typed, what is shown does not."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from smartgoals.domain.plan import Plan
from smartgoals.formats import Formats
from smartgoals.storage.store import PlanStore
from smartgoals.ui.bindings import plan_binding
from smartgoals.ui.fields import LineEdit, TypedField
from smartgoals.ui.session import PlanSession


@pytest.fixture
def line(qapp: QApplication) -> LineEdit:
    return LineEdit()


@pytest.fixture
def typed(line: LineEdit) -> list[str]:
    texts: list[str] = []
    line.textEdited.connect(texts.append)
    return texts


def dictate(line: LineEdit, text: str) -> None:
    interface = QAccessible.queryAccessibleInterface(line)
    assert interface is not None
    interface.setText(QAccessible.Text.Value, text)


def test_what_is_dictated_counts_as_typed(line: LineEdit, typed: list[str]) -> None:
    dictate(line, "A bakery")
    assert typed == ["A bakery"]


def test_what_the_program_shows_does_not(line: LineEdit, typed: list[str]) -> None:
    line.show_text("A bakery")
    line.setText("x" * 20_000)
    line.clear()
    assert typed == []


def test_a_key_counts_once(line: LineEdit, typed: list[str]) -> None:
    QTest.keyClicks(line, "ab")
    assert typed == ["a", "ab"]


def test_the_same_can_be_dictated_again_after_it_was_shown(
    line: LineEdit, typed: list[str]
) -> None:
    dictate(line, "one")
    line.show_text("two")
    dictate(line, "one")
    assert typed == ["one", "one"]


LOCALES = ("en_GB", "id_ID", "it_IT", "nb_NO", "tr_TR")


def amount_field(store: PlanStore, locale: str) -> TypedField:
    session = PlanSession(store, Plan(), Formats(locale))
    formats = session.formats
    return TypedField(
        session,
        plan_binding("budget", "Edit budget"),
        "Budget",
        read=formats.parse_number,
        show=formats.number,
    )


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1.234,5", "1234.5"),
        ("1234.5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("12,5", "12.5"),
        ("١٢٣٤", "1234"),
    ],
)
def test_what_was_understood_is_said_beside_the_field(
    qapp: QApplication, store: PlanStore, locale: str, text: str, amount: str
) -> None:
    field = amount_field(store, locale)
    field.line.insert(text)
    assert field.session.plan.budget == Decimal(amount)
    printed = Formats(locale).number(Decimal(amount))
    assert field.note.text() == ("" if printed == text else f"= {printed}")
    assert field.line.text() == text


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("text", ["5 followers", "nan", "1,23,4", "12 34"])
def test_what_was_not_understood_stays_and_is_no_number(
    qapp: QApplication, store: PlanStore, locale: str, text: str
) -> None:
    field = amount_field(store, locale)
    field.line.insert(text)
    assert field.session.plan.budget is None
    assert field.session.plan.unread_text("budget") == text
    assert field.note.text()
    assert field.line.text() == text
