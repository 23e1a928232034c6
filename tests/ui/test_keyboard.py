"""The keyboard alone: Enter presses, Tab goes where one reads, keys lead on and back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QPushButton,
    QRadioButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from smartgoals.domain.terms import CORE_STEPS, Step
from smartgoals.ui.labels import takes_tab
from smartgoals.ui.main_window import MainWindow
from smartgoals.ui.wizard.wizard_view import WizardView

BESIDE = 40
"""Pixels by which what stands beside something else may begin above it."""


def open_step(window: MainWindow, step: Step) -> QWidget:
    window.open_sample("cafe")
    assert window.desk is not None
    window.desk.open(window.desk.plan_id, step.value)
    assert window.desk.wizard is not None
    return window.desk.wizard


def focused() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def activate(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitActive(window):
        window.activateWindow()


def test_enter_starts_the_first_plan(window: MainWindow, qtbot: QtBot) -> None:
    activate(window, qtbot)
    assert window.focusWidget() is window.welcome.new_button
    QTest.keyClick(window.welcome.new_button, Qt.Key.Key_Return)
    assert window.desk is not None
    assert window.desk.wizard is not None
    assert window.desk.wizard.step is Step.WHY


def test_keys_lead_on_and_back(window: MainWindow, qtbot: QtBot) -> None:
    wizard = open_step(window, Step.GOAL)
    activate(window, qtbot)
    QTest.keySequence(wizard, "Alt+Right")
    assert window.desk is not None
    assert window.desk.wizard is not None
    assert window.desk.wizard.step is Step.SMART
    QTest.keySequence(wizard, "Alt+Left")
    assert window.desk.wizard.step is Step.GOAL


def test_tab_reads_the_metrics_page_from_top_to_bottom(window: MainWindow, qtbot: QtBot) -> None:
    """The editor is made after the page: Tab must go through it before Back and Next."""
    open_step(window, Step.METRICS)
    activate(window, qtbot)
    assert window.desk is not None
    wizard = window.desk.wizard
    assert wizard is not None
    wizard.page.table.setFocus()  # type: ignore[attr-defined]
    order: list[QWidget] = []
    for _ in range(30):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        order.append(focused())
        if order[-1] is wizard.next_button:
            break
    editor = wizard.page.editor  # type: ignore[attr-defined]
    inside = [widget for widget in order if editor.isAncestorOf(widget)]
    assert editor.target.line in inside
    assert order.index(editor.baseline.line) < order.index(editor.target.line)
    assert order.index(editor.target.line) < order.index(wizard.back_button)


def test_tab_reads_what_is_suggested_before_what_follows(window: MainWindow, qtbot: QtBot) -> None:
    """The suggestions are made after the page: Tab must still come by them where they stand."""
    window.new_plan()
    activate(window, qtbot)
    assert window.desk is not None
    wizard = window.desk.wizard
    assert wizard is not None
    names = []
    for _ in range(6):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        names.append(focused())
    goal = wizard.page.fields["company_goals.0"].editor  # type: ignore[attr-defined]
    suggested = wizard.page.goal_ideas.findChildren(QPushButton)  # type: ignore[attr-defined]
    assert names[1 : 1 + len(suggested)] == suggested
    assert names[1 + len(suggested)] is goal


def test_the_first_metric_is_one_key_away(window: MainWindow, qtbot: QtBot) -> None:
    window.new_plan()
    activate(window, qtbot)
    assert window.desk is not None
    wizard = window.desk.wizard
    assert wizard is not None
    wizard.show_step(Step.METRICS)
    first = QApplication.focusWidget()
    assert isinstance(first, QPushButton)
    assert first.text().startswith("+ ")
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert window.desk.session is not None
    assert len(window.desk.session.plan.metrics) == 1


def test_the_finished_plan_can_be_exported_by_the_next_key(
    window: MainWindow, qtbot: QtBot
) -> None:
    wizard = open_step(window, Step.REVIEW)
    activate(window, qtbot)
    QTest.keySequence(wizard, "Ctrl+Return")
    assert window.desk is not None
    assert window.desk.view is not None
    assert window.focusWidget() is window.desk.view.export_button


def test_who_goes_back_to_all_plans_is_in_the_list(window: MainWindow, qtbot: QtBot) -> None:
    open_step(window, Step.GOAL)
    activate(window, qtbot)
    window.show_list()
    assert window.focusWidget() is window.panel.list


def test_the_plan_is_chosen_again_after_a_search_that_found_nothing(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open_sample("cafe")
    chosen = window.panel.current_id
    assert chosen
    window.panel.filters.search.setText("nowhere to be found")
    qtbot.waitUntil(lambda: not window.panel.model.plans)
    window.panel.filters.search.clear()
    qtbot.waitUntil(lambda: window.panel.current_id == chosen)


@pytest.mark.parametrize("width", [1024, 1400])
def test_tab_goes_through_every_step_as_one_reads_and_on_to_next(
    window: MainWindow, qtbot: QtBot, width: int
) -> None:
    """What is made after the page, such as an editor, is come by where it stands."""
    window.resize(width, 800)
    open_step(window, Step.WHY)
    activate(window, qtbot)
    assert window.desk is not None
    wizard = window.desk.wizard
    assert wizard is not None
    for step in CORE_STEPS:  # pages that are not shown take part in Tab's way
        wizard.build(step)
    for step in CORE_STEPS:
        wizard.show_step(step)
        for _ in range(8):
            QApplication.processEvents()
        stops = [child for child in wizard.page.findChildren(QWidget) if is_stop(child)]
        missed = {name(child) for child in stops}
        order = tabbed(min(stops, key=lambda each: place(each, wizard.page)), wizard)
        assert missed - {named for named, _ in order} == set()
        for (before, above), (after, below) in pairwise(order):
            assert below > above - BESIDE, (step, before, after)


def tabbed(first: QWidget, wizard: WizardView) -> list[tuple[str, int]]:
    """Press Tab from the widget to Back; return where it stopped, and how far down that is."""
    first.setFocus()
    order: list[tuple[str, int]] = []
    passed: list[QWidget] = []
    while focused() is not wizard.back_button:
        if focused() not in passed[-1:]:  # the chart has a stop for each of its points
            assert focused() not in passed, order
            passed.append(focused())
            order.append((name(focused()), place(focused(), wizard.page)[0]))
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is wizard.next_button
    return order


def place(widget: QWidget, page: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(page, widget.rect().topLeft())
    return corner.y(), corner.x()


def is_stop(child: QWidget) -> bool:
    is_part = isinstance(child.parentWidget(), (QComboBox, QAbstractScrollArea))
    if isinstance(child, QRadioButton) and not child.isChecked():
        return False  # arrows lead there
    return child.isVisible() and child.isEnabled() and takes_tab(child, child) and not is_part


def name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QPushButton) else ""
    return f"{type(widget).__name__} {widget.accessibleName() or text}"
