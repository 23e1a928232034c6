"""A wizard in which one page is open, and hands to write and click in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Step
from smartgoals.ui.session import PlanSession
from smartgoals.ui.wizard.wizard_view import WizardView

OpenPage = Callable[..., Any]


@pytest.fixture
def open_page(qtbot: QtBot, session: PlanSession) -> OpenPage:
    """Opens the page of the step, on the plan given or on a new one."""
    views = []

    def opened(step: Step, plan: Plan | None = None) -> Any:
        if plan is not None:
            session.adopt(plan)
        view = WizardView(session, step, "en")
        views.append(view)
        qtbot.addWidget(view)
        view.resize(1000, 800)
        view.show()
        return view.page

    return opened


@pytest.fixture
def write(qtbot: QtBot) -> Callable[[Any, str], None]:
    """Writes over what is in a field, key by key, and leaves the field."""

    def written(field: Any, text: str) -> None:
        editor = field.editor
        editor.setFocus()
        qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(editor, Qt.Key.Key_Delete)
        qtbot.keyClicks(editor, text)
        editor.clearFocus()

    return written


@pytest.fixture
def click(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Clicks a button that can be seen."""

    def clicked(button: QAbstractButton) -> None:
        assert button.isVisible()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    return clicked
