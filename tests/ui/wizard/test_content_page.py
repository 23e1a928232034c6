"""The content page: rhythms, headlines with ideas, channels, and the means."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from smartgoals.domain.metric import Metric
from smartgoals.domain.plan import Plan
from smartgoals.domain.strategy import ContentPlan, Headline
from smartgoals.domain.terms import Step
from smartgoals.ui.session import PlanSession

DATED = Plan(start=dt.date(2027, 3, 15), due=dt.date(2027, 6, 14))


@pytest.fixture
def page(open_page: Any) -> Any:
    opened = open_page(Step.CONTENT, DATED)
    for fold in (opened.frequency, opened.subjects, opened.places, opened.means):
        fold.open()
    return opened


def fields(part_list: Any) -> dict[str, Any]:
    return part_list.editor.make.fields


def test_three_posts_a_week_at_fifteen_come_to_585(
    page: Any, session: PlanSession, write: Any
) -> None:
    texts = {
        "what": "Stories",
        "posts_per_week": "3",
        "hours_per_post": "1",
        "price_per_post": "15",
    }
    for name, text in texts.items():
        write(fields(page.cadences)[name], text)
    assert page.cadences.editor.sums.text() == "3 a week × 13 weeks × 15 = 585 · 3 h a week"
    assert page.frequency.header.detail.text() == "Together 585 and 3 h a week."
    assert session.plan.content.cadences[0].posts_per_week == 3


def test_no_hours_each_are_no_hours_a_week(page: Any, write: Any) -> None:
    write(fields(page.cadences)["posts_per_week"], "3")
    write(fields(page.cadences)["hours_per_post"], "0")
    assert page.cadences.editor.sums.text() == "0 h a week"


def test_a_platform_is_offered_as_channel(page: Any, qtbot: QtBot, session: PlanSession) -> None:
    line = fields(page.cadences)["channel"].line
    qtbot.keyClicks(line, "Insta")
    line.completer().activated.emit("Instagram")
    assert session.plan.content.cadences[0].channel == "Instagram"


def test_her_own_channel_is_offered_where_another_is_asked_for(
    open_page: Any, qtbot: QtBot
) -> None:
    metrics = (Metric(id="a", name="Guests", channel="Market stall"), Metric(id="b", name="Fans"))
    page = open_page(Step.METRICS, Plan(metrics=metrics))
    page.window().activateWindow()
    page.focus_field("metric.b.channel")
    line = page.fields["metric.b.channel"].line
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "stall")
    assert line.completer().currentCompletion() == "Market stall"


def test_headlines_are_written_one_after_the_other(
    page: Any, session: PlanSession, qtbot: QtBot, click: Any
) -> None:
    click(page.headlines.add_button)
    line = fields(page.headlines)["text"].line
    for text in ("Who bakes at four", "Five walks"):
        qtbot.keyClicks(line, text)
        qtbot.keyClick(line, Qt.Key.Key_Return)
    texts = [headline.text for headline in session.plan.content.headlines]
    assert texts == ["Who bakes at four", "Five walks", ""]
    assert page.subjects.header.detail.text() == "2 of 25 headlines"


def test_enter_in_a_blank_headline_adds_none(
    page: Any, session: PlanSession, qtbot: QtBot, click: Any
) -> None:
    click(page.headlines.add_button)
    qtbot.keyClick(fields(page.headlines)["text"].line, Qt.Key.Key_Return)
    assert len(session.plan.content.headlines) == 1


def test_every_topic_idea_can_be_dropped_in(page: Any, session: PlanSession, click: Any) -> None:
    assert len(page.topics.chips) == 28
    for chip in page.topics.chips:
        click(chip)
    ideas = {headline.topic_id for headline in session.plan.content.headlines}
    assert len(ideas) == 28
    assert page.subjects.header.detail.text() == "28 headlines, enough to begin with"


def test_a_dropped_idea_is_written_over(
    page: Any, session: PlanSession, qtbot: QtBot, click: Any
) -> None:
    click(page.topics.chips[1])
    qtbot.keyClicks(fields(page.headlines)["text"].line, "Ten cakes")
    (headline,) = session.plan.content.headlines
    assert (headline.text, headline.topic_id) == ("Ten cakes", "A8.1-top-ten")


def test_300_headlines_are_shown_and_can_be_edited(
    open_page: Any, session: PlanSession, write: Any
) -> None:
    lines = tuple(Headline(id=f"h{number}", text=f"Headline {number}") for number in range(300))
    page = open_page(Step.CONTENT, DATED.replace(content=ContentPlan(headlines=lines)))
    page.focus_field("headline.h299.text")
    assert page.headlines.rows.rowCount() == 300
    write(fields(page.headlines)["text"], "The last one")
    assert session.plan.content.headlines[299].text == "The last one"


def test_the_table_shows_the_headline_that_was_added(page: Any, qtbot: QtBot, click: Any) -> None:
    for chip in page.topics.chips:
        click(chip)
    table = page.headlines.table
    assert table.currentIndex().row() == 27
    seen = table.viewport().rect
    qtbot.waitUntil(lambda: seen().contains(table.visualRect(table.currentIndex())))


def test_a_channel_without_reason_and_measure_is_incomplete(
    page: Any, write: Any, click: Any
) -> None:
    click(page.channels.add_button)
    write(fields(page.channels)["channel"], "Facebook")
    assert not page.isComplete()
    assert fields(page.channels)["reason"].note.text()
    write(fields(page.channels)["reason"], "The neighbours are there")
    write(fields(page.channels)["measure"], "Fans")
    assert page.isComplete()
    assert not fields(page.channels)["reason"].note.text()


def test_it_is_said_what_a_platform_is_good_for(page: Any, write: Any, click: Any) -> None:
    click(page.channels.add_button)
    write(fields(page.channels)["channel"], "pinterest")
    assert "before they buy" in fields(page.channels)["channel"].note.text()
    write(fields(page.channels)["channel"], "Our window")
    assert fields(page.channels)["channel"].note.text() == ""


def test_the_state_of_each_channel_is_in_the_table(page: Any, write: Any, click: Any) -> None:
    for name in ("Facebook", "Instagram"):
        click(page.channels.add_button)
        write(fields(page.channels)["channel"], name)
    write(fields(page.channels)["reason"], "Pictures")
    rows = page.channels.rows
    states = [rows.data(rows.index(row, 2)) for row in range(2)]
    assert states == ["needs a reason and a measure", "needs a measure"]
    assert page.places.header.detail.text() == "2 channels, 2 without a reason or a measure"


@pytest.mark.parametrize(
    ("name", "entry_id"),
    [
        ("tool_ids", "A8.3-quiz"),
        ("page_ids", "A8.4-about"),
        ("route_ids", "A9-feeds"),
        ("involved_ids", "C1-sales"),
    ],
)
def test_means_are_ticked_and_unticked(
    page: Any, session: PlanSession, click: Any, name: str, entry_id: str
) -> None:
    chip = page.means_fields[name].chips[entry_id]
    click(chip)
    assert getattr(session.plan.content, name) == (entry_id,)
    assert chip.text().startswith("✓")
    click(chip)
    assert getattr(session.plan.content, name) == ()


def test_undo_unticks(page: Any, session: PlanSession, click: Any) -> None:
    field = page.means_fields["tool_ids"]
    click(field.chips["A8.3-quiz"])
    click(field.chips["A8.3-game"])
    session.undo_stack.undo()
    assert session.plan.content.tool_ids == ("A8.3-quiz",)
    assert not field.chips["A8.3-game"].isChecked()


def test_somebody_moderates_the_reviews(page: Any, session: PlanSession, write: Any) -> None:
    write(page.means_fields["moderator"], "Ana")
    assert session.plan.content.moderator == "Ana"
