"""The listening page: us, the competitors, the share of voice, and influencers that sort."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from smartgoals.domain.plan import Plan
from smartgoals.domain.strategy import Influence, Influencer, Listening
from smartgoals.domain.terms import Step
from smartgoals.ui.session import PlanSession

FOLLOWERS, RANK = "A4.1-followers", "A4.1-rank"


def person(name: str, followers: int | None = None, rank: int | None = None) -> Influencer:
    numbers = {FOLLOWERS: followers, RANK: rank}
    known = {measure: number for measure, number in numbers.items() if number is not None}
    measures = tuple(Influence(measure_id=m, value=Decimal(n)) for m, n in known.items())
    return Influencer(id=name.lower(), name=name, measures=measures)


PEOPLE = (person("Zoe", 900, 7), person("Ann"), person("Max", 4200, 90))


@pytest.fixture
def page(open_page: Any) -> Any:
    return open_page(Step.LISTENING)


@pytest.fixture
def page_of_people(open_page: Any) -> Any:
    opened = open_page(Step.LISTENING, Plan(listening=Listening(influencers=PEOPLE)))
    opened.influence.open()
    return opened


def fields(part_list: Any) -> dict[str, Any]:
    return part_list.editor.make.fields


def column(part_list: Any, index: int) -> list[str]:
    rows = part_list.rows
    return [rows.data(rows.index(row, index)) for row in range(rows.rowCount())]


def names(page: Any) -> list[str]:
    return column(page.influencers, 0)


def test_all_eight_questions_are_asked_of_us(page: Any, session: PlanSession, write: Any) -> None:
    asked = [name for name in fields(page.listeners) if name.startswith("answers.")]
    assert len(asked) == 8
    for number, name in enumerate(asked):
        write(fields(page.listeners)[name], f"answer {number}")
    answers = session.plan.listening.us.answers
    assert [answer.text for answer in answers] == [f"answer {number}" for number in range(8)]


def test_a_blank_answer_is_no_answer(page: Any, session: PlanSession, write: Any) -> None:
    write(fields(page.listeners)["answers.A2-who"], "Neighbours")
    write(fields(page.listeners)["answers.A2-who"], "")
    assert session.plan.listening.us.answers == ()


def test_the_same_questions_are_asked_of_a_competitor(
    page: Any, session: PlanSession, write: Any, click: Any
) -> None:
    click(page.listeners.add_button)
    write(fields(page.listeners)["name"], "The bakery")
    write(fields(page.listeners)["answers.A2-what"], "Good rolls")
    (bakery,) = session.plan.listening.competitors
    assert (bakery.name, bakery.answers[0].text) == ("The bakery", "Good rolls")
    assert session.plan.listening.us.answers == ()


def test_the_share_of_voice_follows_the_typing(page: Any, write: Any, click: Any) -> None:
    assert "Count how often" in page.voice.text()
    write(fields(page.listeners)["mentions"], "50")
    click(page.listeners.add_button)
    write(fields(page.listeners)["mentions"], "150")
    assert page.voice.text() == "Your share of voice is 25 %: 50 of 200 mentions."
    assert column(page.listeners, 2) == ["25 %", "75 %"]


def test_we_cannot_be_removed(page: Any, session: PlanSession, qtbot: QtBot, click: Any) -> None:
    assert not page.listeners.remove_button.isVisible()
    click(page.listeners.add_button)
    assert page.listeners.remove_button.isVisible()
    page.listeners.table.setFocus()
    qtbot.keyClick(page.listeners.table, Qt.Key.Key_Up)
    qtbot.keyClick(page.listeners.table, Qt.Key.Key_Delete)
    assert len(session.plan.listening.competitors) == 1


def test_a_competitor_can_be_removed_and_brought_back(
    page: Any, session: PlanSession, click: Any
) -> None:
    click(page.listeners.add_button)
    click(page.listeners.remove_button)
    assert session.plan.listening.competitors == ()
    session.undo_stack.undo()
    assert len(session.plan.listening.competitors) == 1


def test_only_a_competitor_has_a_name(page: Any, click: Any) -> None:
    assert not fields(page.listeners)["name"].isVisible()
    click(page.listeners.add_button)
    assert fields(page.listeners)["name"].isVisible()


def test_an_influencer_is_measured_eight_ways(
    page: Any, session: PlanSession, write: Any, click: Any
) -> None:
    click(page.influence.header)
    click(page.influencers.add_button)
    write(fields(page.influencers)["name"], "Maja")
    measures = [name for name in fields(page.influencers) if name.startswith("measures.")]
    assert len(measures) == 8
    for number, name in enumerate(measures, start=1):
        write(fields(page.influencers)[name], str(number))
    (maja,) = session.plan.listening.influencers
    assert [each.value for each in maja.measures] == list(range(1, 9))


def test_an_influencer_can_be_an_advocate(page_of_people: Any, session: PlanSession) -> None:
    page_of_people.influencers.editor.advocate.click()
    assert session.plan.listening.influencers[0].advocate
    assert names(page_of_people)[0] == "Zoe (advocate)"


def test_only_measures_that_are_known_have_a_column(page_of_people: Any) -> None:
    table = page_of_people.influencers.table
    shown = [i for i in range(10) if not table.isColumnHidden(i)]
    headers = [page_of_people.influencers.rows.columns[i].header for i in shown]
    assert headers == ["Name", "Channel", "Followers", "Traffic rank"]


def test_influencers_are_in_the_order_of_entry_at_first(page_of_people: Any) -> None:
    assert names(page_of_people) == ["Zoe", "Ann", "Max"]


def test_more_followers_come_first_and_unknown_ones_last(page_of_people: Any) -> None:
    page_of_people.influencers.sort_by(FOLLOWERS)
    assert names(page_of_people) == ["Max", "Zoe", "Ann"]
    page_of_people.influencers.sort_by(FOLLOWERS, is_turned=True)
    assert names(page_of_people) == ["Zoe", "Max", "Ann"]


def test_the_lower_traffic_rank_comes_first(page_of_people: Any) -> None:
    page_of_people.influencers.sort_by(RANK)
    assert names(page_of_people) == ["Zoe", "Max", "Ann"]


def test_a_click_on_a_header_sorts_and_the_next_turns_it_round(
    page_of_people: Any, qtbot: QtBot
) -> None:
    header = page_of_people.influencers.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(0) + 10, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert names(page_of_people) == ["Ann", "Max", "Zoe"]
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert names(page_of_people) == ["Zoe", "Max", "Ann"]


def test_the_keyboard_sorts_too(page_of_people: Any, qtbot: QtBot) -> None:
    qtbot.keyClick(page_of_people.influencers.order, Qt.Key.Key_Down)
    assert names(page_of_people) == ["Ann", "Max", "Zoe"]


def test_sorting_leaves_the_plan_and_the_chosen_person_alone(
    page_of_people: Any, session: PlanSession
) -> None:
    page_of_people.influencers.sort_by("name")
    assert session.plan.listening.influencers == PEOPLE
    assert fields(page_of_people.influencers)["name"].line.text() == "Zoe"
