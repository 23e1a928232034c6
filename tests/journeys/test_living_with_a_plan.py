"""After the plan is made: checking in, changing it, working on it, ending it and going on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
import time_machine
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget

from smartgoals.domain.check_ins import with_check_in
from smartgoals.domain.metric import Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.terms import Direction, Outcome, PlanState, Step
from smartgoals.storage.store import PlanStore
from smartgoals.ui.check_in_dialog import CheckInDialog
from smartgoals.ui.close_dialog import CloseDialog
from smartgoals.ui.plan_view import PlanView
from smartgoals.ui.series_dialog import SeriesDialog
from smartgoals.ui.version_dialog import VersionDialog
from smartgoals.ui.why_dialog import WhyDialog
from tests.journeys.hands import Hands, type_text

Start = Callable[[], Hands]
MONDAY = dt.date(2027, 4, 26)
Key = Qt.Key


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    """It is Monday, 26 April 2027, six weeks after the cafe's plan began."""
    with time_machine.travel(dt.datetime(2027, 4, 26, 9, 0, tzinfo=dt.UTC), tick=True):
        yield


@pytest.fixture
def keep(folder: Path) -> Callable[[Plan], None]:
    """Put a plan into the data folder, as if it had been written before."""

    def kept(plan: Plan) -> None:
        with PlanStore.open(folder) as store:
            store.save(plan)

    return kept


@pytest.fixture
def running(cafe: Plan) -> Plan:
    """The cafe's plan with two check-ins, the last one a week ago."""
    plan = read(cafe, dt.date(2027, 4, 12), 1255, 421, 371)
    return read(plan, dt.date(2027, 4, 19), 1271, 430, 385)


@pytest.fixture
def opened(start: Start, keep: Callable[[Plan], None], running: Plan) -> Hands:
    """The window with the running plan on its page."""
    keep(running)
    hands = start()
    hands.window.open_plan(running.id)
    hands.qtbot.waitUntil(lambda: hands.window.desk is not None and hands.desk.view is not None)
    return hands


def read(plan: Plan, day: dt.date, fans: int, clicks: int, reach: int) -> Plan:
    values = {"fans": Decimal(fans), "clicks": Decimal(clicks), "reach": Decimal(reach)}
    return with_check_in(plan, day, values, today=MONDAY)


def view_of(hands: Hands) -> PlanView:
    assert hands.desk.view is not None
    return hands.desk.view


def dialog(hands: Hands, kind: type[QDialog]) -> QDialog:
    found = [each for each in hands.window.findChildren(kind) if each.isVisible()]
    assert len(found) == 1, kind
    return found[0]


def button(parent: QWidget, text: str) -> QAbstractButton:
    QApplication.processEvents()
    buttons = [b for b in parent.findChildren(QAbstractButton) if b.isVisible()]
    found = [each for each in buttons if each.text().replace("&", "") == text]
    assert found, (text, [each.text() for each in buttons])
    return found[0]


def click(parent: QWidget, text: str) -> None:
    QTest.mouseClick(button(parent, text), Qt.MouseButton.LeftButton)


def said(parent: QWidget) -> str:
    """What can be read there, once what was added just now is on the screen."""
    QApplication.processEvents()
    return "\n".join(each.text() for each in parent.findChildren(QLabel) if each.isVisible())


def value_on(plan: Plan, day: dt.date, metric_id: str = "fans") -> Decimal | None:
    for check_in in plan.check_ins:
        for reading in check_in.readings:
            if (check_in.day, reading.metric_id) == (day, metric_id):
                return reading.value
    return None


def write(widget: QWidget, text: str) -> None:
    QTest.keySequence(widget, "Ctrl+A")
    type_text(widget, text)


# Checking in


def test_six_key_presses_check_in_with_one_metric(opened: Hands) -> None:
    QTest.keySequence(opened.focus, "Ctrl+I")
    presses = 1
    asked = dialog(opened, CheckInDialog)
    for digit in "1283":
        QTest.keyClick(asked.focusWidget(), digit)
        presses += 1
    QTest.keyClick(asked.focusWidget(), Key.Key_Return)
    presses += 1
    assert presses <= 6
    assert not asked.isVisible()
    assert value_on(opened.plan, MONDAY) == 1283
    assert value_on(opened.store.load(opened.plan.id), MONDAY) == 1283
    told = opened.window.messages.text.text()
    assert told == "Checked in. Facebook fans: on time · on track."


def test_a_check_in_can_be_undone(opened: Hands) -> None:
    before = opened.plan
    QTest.keySequence(opened.focus, "Ctrl+I")
    asked = dialog(opened, CheckInDialog)
    write(asked.focusWidget(), "1283")
    QTest.keyClick(asked.focusWidget(), Key.Key_Return)
    click(opened.window.messages, "Undo")
    assert opened.plan == before


def test_any_past_day_with_a_note(opened: Hands) -> None:
    click(view_of(opened), "Check in …")
    asked = dialog(opened, CheckInDialog)
    assert isinstance(asked, CheckInDialog)
    write(asked.lines[1].line, "410")
    write(asked.day_line.line, "29 March 2027")
    write(asked.note_edit, "A quiet week")
    click(asked, "Save")
    assert value_on(opened.plan, dt.date(2027, 3, 29), "clicks") == 410
    assert opened.plan.check_ins[0].note == "A quiet week"
    days = [each.day for each in opened.plan.check_ins]
    assert days == sorted(days)


def test_a_day_that_has_a_check_in_shows_it_and_takes_its_place(opened: Hands) -> None:
    click(view_of(opened), "Check in …")
    asked = dialog(opened, CheckInDialog)
    assert isinstance(asked, CheckInDialog)
    write(asked.day_line.line, "19 April 2027")
    assert asked.lines[0].line.text() == "1,271"
    assert "takes its place" in said(asked)
    write(asked.lines[0].line, "1272")
    click(asked, "Save")
    assert value_on(opened.plan, dt.date(2027, 4, 19)) == 1272
    assert len(opened.plan.check_ins) == 2


@pytest.mark.parametrize(
    ("value", "day", "reason"),
    [
        ("1283", "27 April 2027", "still to come"),
        ("5 followers", "26 April 2027", "without words"),
        ("1283", "somewhen", "not a date"),
        ("", "26 April 2027", "nothing to keep"),
    ],
)
def test_what_cannot_be_kept_has_its_reason_and_stays(
    opened: Hands, value: str, day: str, reason: str
) -> None:
    before = opened.plan
    click(view_of(opened), "Check in …")
    asked = dialog(opened, CheckInDialog)
    assert isinstance(asked, CheckInDialog)
    write(asked.lines[0].line, value)
    write(asked.day_line.line, day)
    click(asked, "Save")
    assert asked.isVisible()
    assert reason in said(asked)
    assert asked.lines[0].line.text() == value
    assert opened.plan == before


def test_a_number_that_looks_like_a_slip_is_asked_about_and_taken(opened: Hands) -> None:
    click(view_of(opened), "Check in …")
    asked = dialog(opened, CheckInDialog)
    assert isinstance(asked, CheckInDialog)
    write(asked.lines[0].line, "-5")
    assert "Less than 0?" in said(asked)
    assert "Less than 0?" in asked.lines[0].line.accessibleDescription()
    write(asked.lines[0].line, "5")
    assert "Less than 0?" not in said(asked)
    write(asked.lines[0].line, "-5")
    click(asked, "Save")
    assert value_on(opened.plan, MONDAY) == -5


def test_a_day_before_the_start_is_taken_and_said_to_be_history(opened: Hands) -> None:
    click(view_of(opened), "Check in …")
    asked = dialog(opened, CheckInDialog)
    assert isinstance(asked, CheckInDialog)
    write(asked.lines[0].line, "1188")
    write(asked.day_line.line, "1 March 2027")
    assert "history" in said(asked)
    click(asked, "Save")
    assert value_on(opened.plan, dt.date(2027, 3, 1)) == 1188


def test_the_start_window_lists_what_is_due_one_click_away(
    start: Start, keep: Callable[[Plan], None], running: Plan
) -> None:
    keep(running)
    hands = start()
    due = hands.window.panel.due_list
    assert due.heading.text() == "1 check-in is due"
    hands.click(due._rows[0])
    hands.qtbot.waitUntil(lambda: bool(hands.window.findChildren(CheckInDialog)))
    asked = dialog(hands, CheckInDialog)
    write(asked.focusWidget(), "1283")
    QTest.keyClick(asked.focusWidget(), Key.Key_Return)
    assert not due.isVisible()


def test_right_after_the_start_the_key_means_what_is_due(
    start: Start, keep: Callable[[Plan], None], running: Plan
) -> None:
    keep(running)
    hands = start()
    hands.qtbot.waitUntil(lambda: hands.window.panel.due_list.has_plans)
    hands.press("Ctrl+I")
    hands.qtbot.waitUntil(lambda: bool(hands.window.findChildren(CheckInDialog)))
    asked = dialog(hands, CheckInDialog)
    write(asked.focusWidget(), "1283")
    QTest.keyClick(asked.focusWidget(), Key.Key_Return)
    assert value_on(hands.plan, MONDAY) == 1283


# Many values at once


def series(hands: Hands, content: str) -> SeriesDialog:
    hands.desk.life.add_series()
    asked = dialog(hands, SeriesDialog)
    assert isinstance(asked, SeriesDialog)
    asked.edit.setPlainText(content)
    asked.read()
    return asked


def test_a_pasted_series_is_seen_before_it_is_kept(opened: Hands) -> None:
    before = opened.plan
    asked = series(opened, "date;value\n2027-03-22;1211\n2027-03-29;x\n2027-05-03;1300\n")
    assert "1 value fits. 2 rows do not." in said(asked)
    sentences = [row.sentence for row in asked.wrong.rows]
    assert len(sentences) == 2
    assert all(sentence.endswith(".") for sentence in sentences)
    assert opened.plan == before
    click(asked, "Add 1 value")
    assert value_on(opened.plan, dt.date(2027, 3, 22)) == 1211
    opened.window.activateWindow()
    QApplication.processEvents()
    opened.press("Ctrl+Z")
    assert opened.plan == before


def test_the_clipboard_is_one_click_away(opened: Hands) -> None:
    QApplication.clipboard().setText("2027-03-22\t1211\n2027-03-29\t1222")
    asked = series(opened, "")
    click(asked, "From the clipboard")
    click(asked, "Add 2 values")
    assert value_on(opened.plan, dt.date(2027, 3, 29)) == 1222


@pytest.mark.parametrize(
    "content",
    [
        "\ufeffdate,value\n2027-03-22,1211\n2027-03-29,1222\n".encode(),
        b'date;value\n2027-03-22;"1211,0"\n2027-03-29;"1222,0"\n',
    ],
)
def test_a_file_of_values_is_read_whatever_its_marks(
    opened: Hands, tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "fans.csv"
    file.write_bytes(content)
    asked = series(opened, "")
    asked.read_file(file)
    click(asked, "Add 2 values")
    assert value_on(opened.plan, dt.date(2027, 3, 22)) == 1211


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"2027-03-22;1\n" * 100_000, "more than"),
        (bytes(range(256)) * 40, "not text"),
        (b"", "Paste the rows"),
    ],
)
def test_what_is_no_series_gets_one_sentence(
    opened: Hands, tmp_path: Path, content: bytes, sentence: str
) -> None:
    file = tmp_path / "strange.csv"
    file.write_bytes(content)
    asked = series(opened, "")
    asked.read_file(file)
    assert sentence in asked.summary.text()
    assert not asked.add_button.isEnabled()


# Changing the plan


def aim(hands: Hands, text: str) -> None:
    """Type another target for the reach, in the wizard, and come back to the plan."""
    click(view_of(hands), "Edit in wizard")
    hands.go_to(Step.METRICS)
    hands.fill("metric.reach.target", text)
    hands.press("Ctrl+L")


def test_a_changed_target_asks_why_and_goes_to_the_history(opened: Hands) -> None:
    aim(opened, "540")
    bar = view_of(opened).why_bar
    assert bar.isVisible()
    assert "Target of reach per post changed from 1,000 to 540." in said(bar)
    write(bar.line, "The ad budget stayed at 15 dollars a post")
    QTest.keyClick(bar.line, Key.Key_Return)
    assert not bar.isVisible()
    (change,) = opened.plan.adjustments
    assert (change.old, change.new) == ("1,000", "540")
    assert change.why == "The ad budget stayed at 15 dollars a post"
    view_of(opened).tabs.setCurrentWidget(view_of(opened).history_tab)
    assert "The ad budget stayed" in said(view_of(opened).history_tab)


def test_a_change_before_the_page_was_seen_asks_why_as_well(
    start: Start, keep: Callable[[Plan], None], running: Plan
) -> None:
    keep(running)
    hands = start()
    hands.window.open_plan(running.id, Step.METRICS)
    hands.qtbot.waitUntil(lambda: hands.window.desk is not None and hands.desk.wizard is not None)
    hands.fill("metric.reach.target", "540")
    hands.press("Ctrl+L")
    assert view_of(hands).why_bar.isVisible()


def test_why_can_be_skipped_and_said_later(opened: Hands) -> None:
    aim(opened, "540")
    bar = view_of(opened).why_bar
    click(bar, "Skip")
    assert not bar.isVisible()
    assert opened.plan.adjustments[0].why == ""
    tab = view_of(opened).history_tab
    view_of(opened).tabs.setCurrentWidget(tab)
    click(tab, "Why?")
    asked = dialog(opened, WhyDialog)
    write(asked.focusWidget(), "The budget stayed")
    click(asked, "Save")
    assert opened.plan.adjustments[0].why == "The budget stayed"


def test_the_old_path_stays_in_the_chart(opened: Hands) -> None:
    aim(opened, "540")
    view_of(opened).show_progress()
    tab = view_of(opened).progress_tab
    tab.choose("reach")
    layout = tab.chart.layout_
    assert layout is not None
    assert len(layout.former) == 1
    assert {"target 540", "before 1,000"} <= {text.text for text in layout.labels}


def test_an_earlier_version_comes_back_and_that_can_be_undone(opened: Hands) -> None:
    first = opened.plan
    aim(opened, "540")
    changed = opened.plan
    tab = view_of(opened).history_tab
    view_of(opened).tabs.setCurrentWidget(tab)
    click(tab, "The plan before this")
    shown = dialog(opened, VersionDialog)
    assert "reach per post from 310 to 1,000" in said(shown).replace("\u00a0", " ")
    click(shown, "Bring this version back")
    assert opened.plan.metrics == first.metrics
    click(opened.window.messages, "Undo")
    assert opened.plan == changed


def test_changes_and_reasons_are_there_the_next_day(opened: Hands, start: Start) -> None:
    aim(opened, "540")
    kept = opened.plan
    opened.close()
    with time_machine.travel(dt.datetime(2027, 4, 27, 9, 0, tzinfo=dt.UTC), tick=True):
        again = start()
        again.window.open_plan(kept.id)
        again.qtbot.waitUntil(lambda: again.window.desk is not None)
        assert again.plan == kept
        assert not view_of(again).why_bar.isVisible()


def test_a_check_in_can_be_corrected_and_removed_from_the_history(opened: Hands) -> None:
    tab = view_of(opened).history_tab
    view_of(opened).tabs.setCurrentWidget(tab)
    click(tab, "Edit")
    asked = dialog(opened, CheckInDialog)
    write(asked.focusWidget(), "1270")
    QTest.keyClick(asked.focusWidget(), Key.Key_Return)
    assert value_on(opened.plan, dt.date(2027, 4, 19)) == 1270
    view_of(opened).tabs.setCurrentWidget(tab)
    click(tab, "Remove")
    assert [each.day.day for each in opened.plan.check_ins] == [12]


# Progress


def test_the_progress_is_told_in_words_and_numbers(opened: Hands) -> None:
    view_of(opened).show_progress()
    tab = view_of(opened).progress_tab
    rows = tab.table.rows
    shown = [[rows.index(r, c).data() for c in range(1, 5)] for r in range(rows.rowCount())]
    assert shown[0] == ["1,271", "1,283", "6 days behind · on track", "+15.6"]
    assert "1,283 is expected by today" in said(tab)
    assert view_of(opened).facts.text() == "Facebook fans: 39 % of the way · 46 % of the time"


def test_before_the_first_check_in_all_is_calm(
    start: Start, keep: Callable[[Plan], None], cafe: Plan
) -> None:
    keep(cafe)
    hands = start()
    hands.window.open_plan(cafe.id)
    hands.qtbot.waitUntil(lambda: hands.window.desk is not None and hands.desk.view is not None)
    assert view_of(hands).pill.text() == "No check-in yet"
    assert view_of(hands).pill.property("pill") == "calm"
    view_of(hands).show_progress()
    assert "No check-in yet." in said(view_of(hands).progress_tab)


# Tactics at work


def test_an_occurrence_is_ticked_with_space(opened: Hands) -> None:
    view = view_of(opened)
    view.tabs.setCurrentIndex(1)
    work = view.work
    row = work.model.row_of(f"stories.{MONDAY}")
    work.view.selectRow(row)
    QTest.keyClick(work.view, Key.Key_Space)
    assert opened.plan.tactic("stories").done_occurrences == (MONDAY,)
    QTest.keyClick(work.view, Key.Key_Space)
    assert opened.plan.tactic("stories").done_occurrences == ()
    assert "Start our own podcast (until this plan is done)" in work.parked.text()


def test_a_tactic_that_is_done_once_keeps_its_day(opened: Hands) -> None:
    view = view_of(opened)
    view.tabs.setCurrentIndex(1)
    row = view.work.model.row_of("video.2027-04-30")
    view.work.view.selectRow(row)
    QTest.keyClick(view.work.view, Key.Key_Space)
    assert opened.plan.tactic("video").done_on == MONDAY


# The end, and how it goes on


def test_a_plan_is_closed_with_its_lesson_and_taken_up_again(opened: Hands) -> None:
    opened.desk.life.close()
    asked = dialog(opened, CloseDialog)
    assert isinstance(asked, CloseDialog)
    type_text(asked.outcome, "Partly")
    write(asked.lesson, "Tastings bring more guests than posts")
    click(asked, "Close the plan")
    assert opened.plan.closing is not None
    assert opened.plan.closing.outcome is Outcome.PARTLY
    bar = view_of(opened).outcome_bar
    assert "Tastings bring more guests" in said(bar)
    opened.desk.save()
    (line,) = opened.store.overviews()
    assert line.state is PlanState.DONE
    click(bar, "Reopen")
    assert opened.plan.closing is None


def test_the_next_period_starts_from_the_last_values(opened: Hands) -> None:
    old = opened.plan
    opened.desk.life.start_next_period()
    new = opened.plan
    assert new.id != old.id
    assert new.start == dt.date(2027, 6, 15)
    assert [metric.baseline for metric in new.metrics] == [1271, 430, 385]
    assert new.check_ins == ()
    assert {plan.id for plan in opened.store.overviews()} == {old.id, new.id}


def test_a_copy_stands_beside_the_plan(opened: Hands) -> None:
    old = opened.plan
    view_of(opened).menu.fill()
    (copy,) = [a for a in view_of(opened).menu.actions() if a.text() == "&Duplicate"]
    copy.trigger()
    assert opened.plan.title == "Put our café on the neighbourhood's map (copy)"
    assert opened.store.load(old.id) == old


def test_a_parked_goal_becomes_a_plan_of_its_own(opened: Hands) -> None:
    old = opened.plan
    view_of(opened).menu.parked_goal_wanted.emit("Win orders for office breakfasts")
    assert opened.plan.broad_goal == "Win orders for office breakfasts"
    assert opened.wizard.isVisible()
    assert opened.store.load(old.id).parked_goals == ()


def test_the_next_period_and_a_parked_goal_are_taken_back_by_the_one_undo_key(
    opened: Hands,
) -> None:
    old = opened.plan
    opened.desk.life.start_next_period()
    opened.press("Ctrl+Z")
    assert opened.plan == old
    opened.desk.life.start_parked_goal("Win orders for office breakfasts")
    assert opened.store.load(old.id).parked_goals == ()
    opened.press("Ctrl+Z")
    assert opened.plan == old
    assert [plan.id for plan in opened.store.overviews()] == [old.id]
    opened.press("Ctrl+Shift+Z")
    assert opened.store.load(old.id).parked_goals == ()
    assert len(opened.store.overviews()) == 2


@pytest.fixture
def reached(start: Start, keep: Callable[[Plan], None], running: Plan) -> Hands:
    """The window with a plan that has reached all its targets today."""
    keep(read(running, MONDAY, 1400, 470, 1010))
    hands = start()
    hands.window.open_plan(running.id)
    hands.qtbot.waitUntil(lambda: hands.window.desk is not None and hands.desk.view is not None)
    return hands


def test_what_is_reached_is_celebrated_and_can_be_closed(reached: Hands) -> None:
    bar = view_of(reached).outcome_bar
    assert "Congratulations" in said(bar)
    assert view_of(reached).pill.text() == "Achieved"
    click(bar, "Close the plan …")
    asked = dialog(reached, CloseDialog)
    assert isinstance(asked, CloseDialog)
    assert asked.outcome.currentText() == "Achieved"


def test_what_is_reached_can_be_held(reached: Hands) -> None:
    click(view_of(reached).outcome_bar, "Hold the level")
    assert {metric.direction for metric in reached.plan.metrics} == {Direction.AT_LEAST}
    assert not view_of(reached).outcome_bar.isVisible()


def test_what_is_reached_can_be_raised(reached: Hands) -> None:
    click(view_of(reached).outcome_bar, "Raise the target")
    assert reached.wizard.step is Step.METRICS
    reached.press("Ctrl+A")
    reached.write("+30 %")
    assert reached.plan.metric("fans").target == Target(kind="percent", amount=Decimal(30))


def test_after_the_due_date_the_ways_on_are_offered(
    start: Start, keep: Callable[[Plan], None], running: Plan
) -> None:
    keep(running.replace(due=dt.date(2027, 4, 25), milestone_days=None))
    hands = start()
    hands.window.open_plan(running.id)
    hands.qtbot.waitUntil(lambda: hands.window.desk is not None and hands.desk.view is not None)
    bar = view_of(hands).outcome_bar
    assert "The time was over on 25 April 2027." in said(bar)
    click(bar, "Close the plan …")
    asked = dialog(hands, CloseDialog)
    assert isinstance(asked, CloseDialog)
    assert asked.outcome.currentText() == "Missed"
    asked.reject()
    click(bar, "Start the next period")
    assert hands.plan.start == dt.date(2027, 4, 26)
    assert not view_of(hands).outcome_bar.isVisible()


def test_reached_is_not_final(reached: Hands) -> None:
    plan = read(reached.plan, MONDAY, 1350, 470, 1010)
    assert reached.desk.session is not None
    reached.desk.session.edit(plan, "Check in")
    assert not view_of(reached).outcome_bar.isVisible()
    assert view_of(reached).pill.text() == "Ahead"


# The page


def test_the_sheet_is_shown_larger_and_copied_as_text(opened: Hands) -> None:
    tab = view_of(opened).sheet_tab
    click(tab, "+")
    assert tab.preview.zoom == 125
    opened.press("Ctrl+0")
    assert tab.preview.zoom == 100
    click(tab, "Copy as text")
    assert "By 14 June 2027, raise Facebook fans" in QApplication.clipboard().text()


def test_the_strategy_leads_to_its_pages(opened: Hands) -> None:
    view = view_of(opened)
    view.tabs.setCurrentWidget(view.strategy_tab)
    assert "Your table by the river." in said(view.strategy_tab)
    assert "Nothing written yet" in said(view.strategy_tab)
    click(view.strategy_tab, "Fill in")
    assert opened.wizard.step is Step.LISTENING
