"""What all optional pages have in common."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from smartgoals.domain.catalogue import catalogue
from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import STRATEGY_STEPS, Step
from smartgoals.ui.fields import Field
from smartgoals.ui.fold import Fold
from smartgoals.ui.wizard.pages import PAGES

steps = pytest.mark.parametrize("step", STRATEGY_STEPS)


def mnemonics(page: QWidget) -> list[str]:
    texts = [label.text() for label in page.findChildren(QLabel) if label.buddy() is not None]
    texts += [button.text() for button in page.findChildren(QAbstractButton)]
    texts = [text.replace("&&", "") for text in texts]
    return [text[text.index("&") + 1].lower() for text in texts if "&" in text]


def focus_order(page: QWidget) -> list[QWidget]:
    widgets, widget = [], page.nextInFocusChain()
    while widget is not page:
        widgets.append(widget)
        widget = widget.nextInFocusChain()
    return [each for each in widgets if page.isAncestorOf(each)]


@steps
def test_every_strategy_step_has_its_page(step: Step) -> None:
    assert PAGES[step].step is step


@steps
def test_an_untouched_page_asks_for_nothing(open_page: Any, step: Step) -> None:
    page = open_page(step)
    assert page.isComplete()
    assert all(not field.note.text() for field in page.findChildren(Field))


@steps
def test_every_field_has_a_caption_that_leads_to_it(open_page: Any, step: Step) -> None:
    page = open_page(step)
    for field in page.findChildren(Field):
        assert field.caption.text()
        assert field.isAncestorOf(field.caption.buddy())


@steps
def test_no_key_leads_to_two_places(open_page: Any, step: Step) -> None:
    found = mnemonics(open_page(step))
    assert len(found) == len(set(found))


@steps
def test_every_button_has_a_name(open_page: Any, step: Step) -> None:
    buttons = [b for b in open_page(step).findChildren(QAbstractButton) if b.isVisible()]
    assert buttons
    assert all(button.text() or button.accessibleName() for button in buttons)


@steps
def test_the_cursor_begins_in_the_first_field(open_page: Any, step: Step, cafe: Plan) -> None:
    page = open_page(step, cafe)
    tops = {field: field.mapTo(page, QPoint()).y() for field in page.findChildren(Field)}
    seen = [field for field in tops if field.isVisible()]
    first = min(seen, key=lambda field: (tops[field], field.x()))
    assert page.window().focusWidget() is first.editor


@steps
def test_the_advice_of_the_method_is_on_the_page(open_page: Any, step: Step) -> None:
    shown = " ".join(label.text() for label in open_page(step).findChildren(QLabel))
    assert all(advice.hint in shown for advice in catalogue().advice_for(step))


@steps
def test_a_narrow_window_cuts_nothing(open_page: Any, step: Step, cafe: Plan) -> None:
    page = open_page(step, cafe)
    for fold in page.findChildren(Fold):
        fold.open()
    assert page.minimumSizeHint().width() <= 560


@steps
def test_the_tab_key_goes_down_the_page(open_page: Any, step: Step, cafe: Plan) -> None:
    page = open_page(step, cafe)
    for fold in page.findChildren(Fold):
        fold.open()
    page.resize(QSize(720, page.heightForWidth(720)))
    editors = {field.editor for field in page.findChildren(Field)}
    order = [each for each in focus_order(page) if each in editors]
    tops = [each.mapTo(page, each.rect().topLeft()).y() for each in order]
    assert len(order) > 3
    assert tops == sorted(tops)


@steps
def test_the_shipped_example_is_shown_without_a_change(
    open_page: Any, session: Any, step: Step, cafe: Plan
) -> None:
    open_page(step, cafe)
    assert session.plan == cafe
    assert session.undo_stack.count() == 0
