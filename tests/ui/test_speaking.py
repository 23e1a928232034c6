"""The language of the window: at the start, and changed while it is open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from smartgoals.domain.terms import Step
from smartgoals.language import language, spoken, tr
from smartgoals.ui.main_window import MainWindow
from smartgoals.ui.speaking import speak


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    speak(qapp, "en")


@pytest.mark.parametrize(
    ("locale", "code"),
    [
        ("nb_NO", "nb"),
        ("no", "nb"),
        ("nn-NO", "nb"),
        ("tr_TR.UTF-8", "tr"),
        ("de_DE", "en"),
        ("C", "en"),
    ],
)
def test_the_language_follows_the_locale_where_we_speak_it(locale: str, code: str) -> None:
    assert spoken(locale) == code


@pytest.mark.parametrize("code", ["id", "it", "nb", "tr"])
def test_our_words_and_those_of_qt_change_together(qapp: QApplication, code: str) -> None:
    speak(qapp, code)
    assert language() == code
    assert tr("&All plans") != "&All plans"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") not in {"Cancel", ""}


@pytest.mark.parametrize("code", ["id", "nb"])
def test_what_nobody_translates_stays_as_qt_wrote_it(qapp: QApplication, code: str) -> None:
    speak(qapp, code)
    assert QCoreApplication.translate("QFileDialog", "Show &hidden files") == "Show &hidden files"


def test_a_language_without_words_is_english(qapp: QApplication) -> None:
    speak(qapp, "xx")
    assert language() == "en"


def test_the_plan_stays_in_view_at_its_step_when_the_language_changes(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.open_sample("cafe")
    assert window.desk is not None
    window.desk.open(window.desk.plan_id, Step.TIMEFRAME.value)
    before = window.desk.session
    assert before is not None
    plan = before.plan
    window.change_language("tr")
    assert window.desk is not None
    assert window.desk.session is not None
    assert window.desk.session.plan == plan
    assert window.desk.wizard is not None
    assert window.desk.wizard.step is Step.TIMEFRAME
    assert window.formats.language == "tr"
    assert window.settings.language == "tr"
    titles = [action.text() for action in window.menuBar().actions()]
    assert "&Help" not in titles


def test_a_change_is_undone_after_the_language_changed(window: MainWindow, qtbot: QtBot) -> None:
    window.change_language("it")
    # The old menus go as soon as the window has nothing else to do.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.open_sample("cafe")
    assert window.desk is not None
    session = window.desk.session
    assert session is not None
    before = session.plan
    session.edit(before.replace(broad_goal="Other"), "Write")
    assert window.menus.undo.isEnabled()
    window.menus.undo.trigger()
    assert session.plan.broad_goal == before.broad_goal
