"""Every view: each control has a name, each text can be read, nothing user-made is markup."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from smartgoals.domain.terms import Step
from smartgoals.ui.main_window import MainWindow
from smartgoals.ui.mnemonics import menu_letters, split_mnemonic
from smartgoals.ui.theme import DARK, LIGHT, STARK_DARK, STARK_LIGHT, Colours
from smartgoals.ui.wizard.pages import PAGES

CONTROLS = (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTableView,
)


@pytest.fixture
def cafe_window(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window with the cafe example on the desk."""
    window.open_sample("cafe")
    qtbot.waitUntil(lambda: window.desk is not None and window.desk.session is not None)
    return window


def controls(parent: QWidget) -> Iterator[QWidget]:
    """Yield what can be seen and used; parts of other controls are theirs."""
    for widget in parent.findChildren(QWidget):
        is_part = isinstance(widget.parentWidget(), (QComboBox, QAbstractSpinBox, QTableView))
        if isinstance(widget, CONTROLS) and widget.isVisible() and not is_part:
            yield widget


def unnamed(parent: QWidget) -> list[str]:
    found = []
    for widget in controls(parent):
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


@pytest.mark.parametrize("step", PAGES)
def test_every_control_of_every_step_has_a_name(cafe_window: MainWindow, step: Step) -> None:
    assert cafe_window.desk is not None
    cafe_window.desk.open(cafe_window.desk.plan_id, step.value)
    assert unnamed(cafe_window) == []


def test_every_control_of_the_plans_and_the_plan_has_a_name(cafe_window: MainWindow) -> None:
    assert unnamed(cafe_window) == []


def test_every_control_of_the_first_start_has_a_name(window: MainWindow) -> None:
    assert unnamed(window) == []


@pytest.mark.parametrize("step", PAGES)
def test_a_page_is_named_by_its_question(cafe_window: MainWindow, step: Step) -> None:
    assert cafe_window.desk is not None
    cafe_window.desk.open(cafe_window.desk.plan_id, step.value)
    assert cafe_window.desk.wizard is not None
    page = cafe_window.desk.wizard.page
    assert page.title()
    assert page.accessibleName() == page.title()


def keys_of(view: QWidget) -> list[str]:
    """Return the letters that lead somewhere in what is shown."""
    texts: list[str] = []
    for widget in view.findChildren(QWidget):
        if widget.isVisibleTo(view):
            if isinstance(widget, QTabBar):
                texts += [widget.tabText(tab) for tab in range(widget.count())]
            elif isinstance(widget, QAbstractButton) or (
                isinstance(widget, QLabel) and widget.buddy() is not None
            ):
                texts.append(widget.text())
    return [letter.lower() for text in texts if (letter := split_mnemonic(text)[1])]


def all_keys(view: QWidget, window: MainWindow) -> list[str]:
    return keys_of(view) + [letter.lower() for letter in menu_letters(window.menuBar())]


@pytest.mark.parametrize("step", PAGES)
def test_no_letter_leads_to_two_places_of_a_step(
    cafe_window: MainWindow, step: Step, qtbot: QtBot
) -> None:
    assert cafe_window.desk is not None
    cafe_window.desk.open(cafe_window.desk.plan_id, step.value)
    wizard = cafe_window.desk.wizard
    assert wizard is not None

    def is_unique() -> None:
        keys = all_keys(wizard, cafe_window)
        assert len(keys) > 5
        assert sorted(keys) == sorted(set(keys))

    qtbot.waitUntil(is_unique)


def test_no_letter_leads_to_two_places_of_the_plan(cafe_window: MainWindow) -> None:
    keys = all_keys(cafe_window.views, cafe_window)
    assert sorted(keys) == sorted(set(keys))


def test_user_texts_are_shown_as_they_are(cafe_window: MainWindow) -> None:
    hostile = "<img src=/dev/zero> & <b>bold</b> $x$ _y_"
    desk = cafe_window.desk
    assert desk is not None
    assert desk.session is not None
    plan = desk.session.plan
    metrics = tuple(metric.replace(name=hostile) for metric in plan.metrics)
    tactics = tuple(tactic.replace(name=hostile) for tactic in plan.tactics)
    desk.session.edit(
        plan.replace(title=hostile, broad_goal=hostile, metrics=metrics, tactics=tactics), "Edit"
    )
    for step in PAGES:
        desk.open(desk.plan_id, step.value)
        QApplication.processEvents()
        for label in cafe_window.findChildren(QLabel):
            if "<img" in label.text():
                assert label.textFormat().name == "PlainText"


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


THEMES = {"light": LIGHT, "dark": DARK, "stark light": STARK_LIGHT, "stark dark": STARK_DARK}


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_all_text_can_be_read_on_its_ground(theme: Colours) -> None:
    grounds = (theme.window, theme.side, theme.surface)
    pairs = [(ink, ground) for ink in (theme.text, theme.muted) for ground in grounds]
    pairs += [(theme.accent, ground) for ground in (*grounds, theme.tint)]
    pairs += [
        (theme.on_accent, theme.accent),
        (theme.good, theme.good_ground),
        (theme.look, theme.look_ground),
        (theme.wrong, theme.wrong_ground),
        (theme.wrong, theme.window),
        (theme.text, theme.tint),
    ]
    pairs += [(theme.text, ground) for ground in theme.quadrants]
    pairs += [(theme.muted, ground) for ground in theme.quadrants]
    least = 7 if theme.is_stark else 4.5
    assert [(a, b) for a, b in pairs if contrast(a, b) < least] == []
