"""The audience page: audiences, the first one served first, persona, ladder, 1-9-90."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from smartgoals.domain.plan import Plan
from smartgoals.domain.strategy import Audience
from smartgoals.domain.terms import BuyingRole, Relation, Rung, Step
from smartgoals.ui.session import PlanSession

OFFICES = Audience(id="offices", role="Offices around the corner")
NEIGHBOURS = Audience(id="neighbours", role="Neighbours")
TWO = Plan(audiences=(NEIGHBOURS, OFFICES))


@pytest.fixture
def page(open_page: Any) -> Any:
    return open_page(Step.AUDIENCE)


@pytest.fixture
def page_of_two(open_page: Any) -> Any:
    return open_page(Step.AUDIENCE, TWO)


def fields(page: Any) -> dict[str, Any]:
    return page.audiences.editor.make.fields


def choose(qtbot: QtBot, field: Any, times: int) -> None:
    for _ in range(times):
        qtbot.keyClick(field.editor, Qt.Key.Key_Down)


def test_writing_makes_the_first_audience(page: Any, session: PlanSession, write: Any) -> None:
    write(fields(page)["role"], "Neighbours")
    write(fields(page)["pain"], "Nowhere to sit")
    (audience,) = session.plan.audiences
    assert (audience.role, audience.pain) == ("Neighbours", "Nowhere to sit")


def test_looking_at_the_page_makes_no_audience(page: Any, session: PlanSession) -> None:
    assert session.plan.audiences == ()
    assert not page.audiences.table.isVisible()


def test_undoing_the_first_word_leaves_a_blank_page(
    page: Any, session: PlanSession, write: Any
) -> None:
    write(fields(page)["role"], "Neighbours")
    session.undo_stack.undo()
    assert session.plan.audiences == ()
    assert fields(page)["role"].line.text() == ""
    write(fields(page)["role"], "Offices")
    assert [audience.role for audience in session.plan.audiences] == ["Offices"]


def test_choices_are_kept(page: Any, session: PlanSession, qtbot: QtBot) -> None:
    choose(qtbot, fields(page)["relation"], 2)
    choose(qtbot, fields(page)["buying_role"], 1)
    choose(qtbot, fields(page)["rung"], 1)
    (audience,) = session.plan.audiences
    assert audience.relation is Relation.EXISTING
    assert audience.buying_role is BuyingRole.USER
    assert audience.rung is Rung.FAN


def test_the_rung_is_explained(page: Any, qtbot: QtBot) -> None:
    choose(qtbot, fields(page)["rung"], 1)
    assert "Recommends you" in fields(page)["rung"].note.text()


def test_a_rung_without_a_audience_asks_who_they_are(page: Any, qtbot: QtBot) -> None:
    choose(qtbot, fields(page)["rung"], 1)
    assert fields(page)["role"].note.text()
    assert not page.isComplete()


def test_a_persona_is_kept(page: Any, session: PlanSession, write: Any, click: Any) -> None:
    click(page.audiences.editor.persona.header)
    write(fields(page)["persona.values"], "Local food")
    assert session.plan.audiences[0].persona.values == "Local food"
    assert page.audiences.editor.persona.header.detail.text() == "1 of 5 told"


def test_members_are_split_by_the_rule_1_9_90(page: Any, write: Any, click: Any) -> None:
    click(page.audiences.editor.community.header)
    write(fields(page)["members"], "1,200")
    assert "12 of them create" in page.audiences.editor.community_note.text()


def test_more_than_one_percent_active_gets_a_note(page: Any, write: Any, click: Any) -> None:
    click(page.audiences.editor.community.header)
    write(fields(page)["active_target_percent"], "2")
    assert "rare" in fields(page)["active_target_percent"].note.text()


@pytest.mark.parametrize(
    ("name", "text"), [("members", "1.5"), ("members", "many"), ("active_target_percent", "101")]
)
def test_a_number_that_cannot_be_is_kept_with_a_reason(
    page: Any, session: PlanSession, write: Any, name: str, text: str
) -> None:
    page.audiences.editor.community.open()
    field = fields(page)[name]
    write(field, text)
    assert field.line.text() == text
    assert field.note.text()
    assert session.plan.unread_text(field.binding.field) == text


def test_a_second_audience_is_added_and_written_into(
    page: Any, session: PlanSession, write: Any, click: Any
) -> None:
    write(fields(page)["role"], "Neighbours")
    click(page.audiences.add_button)
    write(fields(page)["role"], "Offices")
    assert [audience.role for audience in session.plan.audiences] == ["Neighbours", "Offices"]
    assert page.audiences.table.isVisible()


def test_choosing_a_row_shows_that_audience(page_of_two: Any, qtbot: QtBot) -> None:
    assert fields(page_of_two)["role"].line.text() == "Neighbours"
    qtbot.keyClick(page_of_two.audiences.table, Qt.Key.Key_Down)
    assert fields(page_of_two)["role"].line.text() == "Offices around the corner"


def test_any_audience_can_be_served_first(
    page_of_two: Any, session: PlanSession, qtbot: QtBot, click: Any
) -> None:
    assert not page_of_two.audiences.first_button.isVisible()
    qtbot.keyClick(page_of_two.audiences.table, Qt.Key.Key_Down)
    click(page_of_two.audiences.first_button)
    assert session.plan.audiences == (OFFICES, NEIGHBOURS)
    assert fields(page_of_two)["role"].line.text() == OFFICES.role


def test_removing_a_audience_shows_the_next_and_can_be_undone(
    page_of_two: Any, session: PlanSession, click: Any
) -> None:
    click(page_of_two.audiences.remove_button)
    assert session.plan.audiences == (OFFICES,)
    assert fields(page_of_two)["role"].line.text() == OFFICES.role
    session.undo_stack.undo()
    assert session.plan.audiences == TWO.audiences


def test_removing_the_last_audience_leaves_blank_fields(
    page: Any, session: PlanSession, write: Any, click: Any
) -> None:
    write(fields(page)["role"], "Neighbours")
    click(page.audiences.remove_button)
    assert session.plan.audiences == ()
    assert fields(page)["role"].line.text() == ""
    assert page.window().focusWidget() is fields(page)["role"].line


def test_the_delete_key_removes_the_chosen_audience(
    page_of_two: Any, session: PlanSession, qtbot: QtBot
) -> None:
    page_of_two.audiences.table.setFocus()
    qtbot.keyClick(page_of_two.audiences.table, Qt.Key.Key_Delete)
    assert session.plan.audiences == (OFFICES,)


def test_removing_a_audience_forgets_what_of_it_could_not_be_read(
    page_of_two: Any, session: PlanSession, write: Any, click: Any
) -> None:
    click(page_of_two.audiences.editor.community.header)
    write(fields(page_of_two)["members"], "many")
    click(page_of_two.audiences.remove_button)
    assert session.plan.unread == ()


def test_a_gap_leads_to_the_audience_that_has_it(page_of_two: Any) -> None:
    page_of_two.focus_field("audience.offices.members")
    assert fields(page_of_two)["role"].line.text() == OFFICES.role
    assert fields(page_of_two)["members"].isVisible()


def test_what_is_written_is_never_read_as_html(page: Any, write: Any, click: Any) -> None:
    write(fields(page)["role"], "<b>Neighbours</b> & friends")
    click(page.audiences.add_button)
    rows = page.audiences.rows
    assert rows.data(rows.index(0, 0)) == "First: <b>Neighbours</b> & friends"
