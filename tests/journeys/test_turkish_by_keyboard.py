"""A first plan in Turkish by the keyboard alone, in the small window that 200 % leaves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QScrollArea, QWidget

from smartgoals.domain.terms import Step
from smartgoals.ui.settings import Settings
from smartgoals.ui.speaking import speak
from tests.journeys.hands import Hands

SIZE = (1024, 700)
"""Of a screen of 2048 x 1400 points."""
MOST_TABS = 12
Key = Qt.Key


@pytest.fixture
def hands(start: Callable[[], Hands], folder: Path) -> Hands:
    """Hands on the program as somebody starts it who has chosen Turkish."""
    Settings(folder).language = "tr"
    hands = start()
    hands.window.resize(*SIZE)
    with hands.qtbot.waitActive(hands.window):
        hands.window.activateWindow()
    return hands


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    speak(qapp, "en")


def name(widget: QWidget) -> str:
    """Return the name that a screen reader would say."""
    text = widget.text() if hasattr(widget, "text") else ""
    return (widget.accessibleName() or text).replace("&", "")


def tab_to(hands: Hands, wanted: str) -> None:
    """Press Tab until the focus is where the name says, and see that it is in sight."""
    passed = []
    QApplication.processEvents()
    while not name(hands.focus).startswith(wanted):
        passed.append(name(hands.focus))
        assert len(passed) <= MOST_TABS, passed
        hands.press(Key.Key_Tab)
    hands.qtbot.waitUntil(lambda: is_in_sight(hands.focus))


def is_in_sight(widget: QWidget) -> bool:
    """Return whether the place that scrolls shows the whole height of the widget."""
    outer = widget.parentWidget()
    while outer is not None and not isinstance(outer, QScrollArea):
        outer = outer.parentWidget()
    if outer is None:
        return widget.isVisible()
    top = widget.mapTo(outer.viewport(), widget.rect().topLeft()).y()
    return top >= 0 and top + widget.height() <= outer.viewport().height()


def say_why_and_what(hands: Hands) -> None:
    assert name(hands.focus) == "Plana başla"
    hands.press(Key.Key_Return)

    hands.write("Moda'da elde seramik yapıyoruz")
    tab_to(hands, "Hedef 1")
    hands.write("atölye kurslarını doldurmak")
    hands.press("Ctrl+Return")

    assert hands.wizard.step is Step.GOAL
    hands.write("Moda'dakilerin atölyemizi tanımasını sağlamak")
    tab_to(hands, "Hedefin türü")
    hands.write("Marka")
    hands.press("Ctrl+Return")

    hands.write("Instagram'da Moda'da oturanlara atölyemizi tanıtmak")
    tab_to(hands, "Kimin için")
    hands.write("Moda'da oturan 25-40 yaş arası")
    hands.press("Ctrl+Return")


def say_by_which_number(hands: Hands) -> None:
    assert name(hands.focus).startswith("Metriği ekle")
    hands.press(Key.Key_Return)
    hands.write("1.200")
    tab_to(hands, "Hedef değer")
    hands.write("%15 artış")
    assert hands.focus.accessibleDescription()
    hands.press("Ctrl+A")
    hands.write("+%15")
    tab_to(hands, "Sayı nereden geliyor")
    hands.write("Instagram, her pazartesi")
    hands.press("Ctrl+Return")


def say_when_and_how(hands: Hands) -> None:
    hands.write("1 Mart 2027")
    tab_to(hands, "3 ay")
    hands.press(Key.Key_Space)
    hands.press("Ctrl+Return")

    hands.write("Haftada 3 atölye videosu paylaşmak")
    hands.press(Key.Key_Return)
    tab_to(hands, "Değer")
    hands.write("9")
    tab_to(hands, "Zorluk")
    hands.write("3")
    hands.press("Ctrl+Return")

    hands.write("6,5")
    tab_to(hands, "Gerçekçi")
    hands.write("Fırın ve kamera hazır; haftada altı saatimiz var.")
    hands.press("Ctrl+Return")


def test_a_first_plan_in_turkish_by_the_keyboard_alone(hands: Hands, tmp_path: Path) -> None:
    say_why_and_what(hands)
    say_by_which_number(hands)
    say_when_and_how(hands)
    assert hands.wizard.step is Step.REVIEW
    hands.press("Ctrl+Return")

    metric, tactic = hands.plan.metrics[0], hands.plan.tactics[0]
    assert (metric.baseline, metric.target_value) == (Decimal(1200), Decimal(1380))
    assert (hands.plan.start, hands.plan.due) == (dt.date(2027, 3, 1), dt.date(2027, 6, 1))
    assert (tactic.value, tactic.complexity) == (9, 3)
    assert hands.plan.hours_per_week == Decimal("6.5")

    hands.press(Key.Key_Return)
    dialog = hands.window.findChild(QFileDialog)
    assert dialog is not None
    file_name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert file_name is not None
    sheet = tmp_path / "plan.pdf"
    file_name.setText(str(sheet))
    QTest.keyClick(file_name, Key.Key_Return)
    hands.qtbot.waitUntil(sheet.exists, timeout=20_000)
    text = " ".join(PdfReader(sheet).pages[0].extract_text().split())
    assert "1 Haziran 2027" in text
    assert "1.380" in text
