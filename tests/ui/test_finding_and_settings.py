"""Command search, keys, help and settings: found, shown, kept."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QWidget
from pytestqt.qtbot import QtBot

from smartgoals import __version__
from smartgoals.domain.terms import Step
from smartgoals.ui.about_dialog import AboutDialog
from smartgoals.ui.command_search import CommandSearch, Find, found
from smartgoals.ui.help_window import HelpWindow
from smartgoals.ui.main_window import MainWindow
from smartgoals.ui.settings_dialog import SettingsDialog
from smartgoals.ui.shortcuts import ShortcutsDialog, actions_of, keys_of
from smartgoals.ui.theme import DARK, Scheme, colours

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


def opened(window: MainWindow, kind: type[AnyWidget]) -> AnyWidget:
    child = window.findChild(kind)
    assert child is not None
    assert child.isVisible()
    return child


def find(name: str) -> Find:
    return Find(name, name, "", lambda: None)


def test_a_few_letters_find_a_name_whatever_its_case_and_accents() -> None:
    finds = [find("Kızılay Café"), find("Export …"), find("My café plan")]
    assert [f.name for f in found(finds, "kizilay")] == ["Kızılay Café"]
    assert [f.name for f in found(finds, "CAFE")] == ["Kızılay Café", "My café plan"]
    assert found(finds, "nowhere") == []


def test_names_that_begin_so_come_first() -> None:
    finds = [find("My plan"), find("Plan B")]
    assert [f.name for f in found(finds, "plan")] == ["Plan B", "My plan"]


def test_a_step_is_found_and_opened_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample("cafe")
    window.menus.find.trigger()
    search = opened(window, CommandSearch)
    QTest.keyClicks(search.line, "timefr")
    QTest.keyClick(search.line, Qt.Key.Key_Return)
    assert window.desk is not None
    assert window.desk.wizard is not None
    assert window.desk.wizard.step is Step.TIMEFRAME


def test_the_arrows_move_the_mark_round(window: MainWindow, qtbot: QtBot) -> None:
    window.find_command()
    search = opened(window, CommandSearch)
    QTest.keyClick(search.line, Qt.Key.Key_Up)
    assert search.table.currentIndex().row() == len(search.model.rows) - 1
    QTest.keyClick(search.line, Qt.Key.Key_Down)
    assert search.table.currentIndex().row() == 0


def test_the_list_of_keys_is_made_from_the_actions(window: MainWindow) -> None:
    listed = {key.id for key in keys_of(window.menuBar())}
    with_keys = {
        name for name, action in actions_of(window.menuBar()) if not action.shortcut().isEmpty()
    }
    assert with_keys <= listed
    window.menus.keys.trigger()
    assert opened(window, ShortcutsDialog).table.model().rowCount() >= len(with_keys)


def test_no_key_does_two_things(window: MainWindow) -> None:
    keys = [
        action.shortcut().toString()
        for _, action in actions_of(window.menuBar())
        if not action.shortcut().isEmpty()
    ]
    assert sorted(keys) == sorted(set(keys))


def test_the_help_opens_beside_the_work(window: MainWindow) -> None:
    window.menus.help.trigger()
    assert not opened(window, HelpWindow).isModal()


def test_settings_are_kept_at_once_and_new_plans_begin_with_them(window: MainWindow) -> None:
    window.menus.settings.trigger()
    dialog = opened(window, SettingsDialog)
    QTest.keyClicks(dialog.currency, "eur")
    QTest.keyClicks(dialog.hours, "6.5")
    dialog.looks.setCurrentIndex(dialog.looks.findData(Scheme.DARK))
    dialog.looks.activated.emit(dialog.looks.currentIndex())
    assert window.settings.scheme is Scheme.DARK
    assert colours() is DARK
    dialog.close()
    window.new_plan()
    assert window.desk is not None
    assert window.desk.session is not None
    plan = window.desk.session.plan
    assert plan.currency == "EUR"
    assert str(plan.hours_per_week) == "6.5"


def test_settings_that_make_no_sense_are_answered_and_not_kept(window: MainWindow) -> None:
    window.show_settings()
    dialog = opened(window, SettingsDialog)
    QTest.keyClicks(dialog.currency, "euros")
    assert dialog.note.text()
    QTest.keyClicks(dialog.hours, "-3")
    assert dialog.note.text()
    assert window.settings.hours_per_week == ""
    assert window.settings.currency in {"", "EUR"}


def test_the_week_begins_where_she_says(window: MainWindow, qtbot: QtBot) -> None:
    window.open_sample("cafe")
    window.show_settings()
    dialog = opened(window, SettingsDialog)
    dialog.week.setCurrentIndex(dialog.week.findText("Sunday"))
    dialog.week.activated.emit(dialog.week.currentIndex())
    qtbot.waitUntil(lambda: window.formats.week_start == 6)
    assert window.settings.week_start == 6
    assert window.desk is not None
    window.desk.open(window.desk.plan_id, Step.TIMEFRAME.value)
    assert window.desk.wizard is not None
    due = window.desk.wizard.page.fields["due"]
    due.opener.click()
    (calendar,) = window.findChildren(QCalendarWidget)
    assert calendar.firstDayOfWeek() is Qt.DayOfWeek.Sunday
    weekday = window.desk.wizard.page.fields["check_in_weekday"]
    assert weekday.combo.itemText(0) == "Sunday"
    calendar.window().close()


def test_the_versions_can_be_copied(window: MainWindow, qapp: QApplication) -> None:
    window.menus.about.trigger()
    opened(window, AboutDialog).copy_button.click()
    assert qapp.clipboard().text().startswith(f"SmartGoals {__version__}\nPython 3.")


def test_the_folder_of_the_plans_can_be_selected_and_copied_as_it_is(window: MainWindow) -> None:
    window.menus.about.trigger()
    place = opened(window, AboutDialog).place
    place.setFocus()
    QTest.keySequence(place, "Ctrl+A")
    QTest.keySequence(place, "Ctrl+C")
    assert QGuiApplication.clipboard().text().endswith(f"\n{window.folder}")
