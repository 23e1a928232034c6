"""The main job: from an empty folder to a printed goal sheet, and back the next day. S5."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Recurrence
from smartgoals.domain.terms import Direction, Frequency, PlanState, Step, TargetKind
from smartgoals.ui.welcome_view import WelcomeView
from tests.journeys.hands import Hands, type_text

Start = Callable[[], Hands]


def add_metric(hands: Hands, name: str, now: str, target: str) -> Metric:
    """Add a metric of the library by its chip or the library, and give it its numbers."""
    hands.click_text("All metrics …")
    searches = hands.window.findChildren(QLineEdit, "library-search")
    (library,) = [search for search in searches if search.isVisible()]
    library.setFocus()
    type_text(library, name)
    hands.qtbot.keyClick(library, Qt.Key.Key_Return)
    metric = hands.plan.metrics[-1]
    hands.fill(f"metric.{metric.id}.baseline", now)
    hands.fill(f"metric.{metric.id}.target", target)
    hands.fill(f"metric.{metric.id}.channel", "Facebook")
    return hands.plan.metrics[-1]


def add_tactic(hands: Hands, name: str, value: str, complexity: str, owners: str) -> str:
    hands.fill("tactics", name)
    hands.press(Qt.Key.Key_Return)
    tactic = hands.plan.tactics[-1]
    hands.choose(f"tactic.{tactic.id}.value", value)
    hands.choose(f"tactic.{tactic.id}.complexity", complexity)
    hands.fill(f"tactic.{tactic.id}.owners", owners)
    return tactic.id


def write_cafe_plan(hands: Hands) -> Plan:
    """Lead the cafe story through the eight steps with keys and clicks."""
    welcome = hands.window.findChild(WelcomeView)
    assert welcome is not None
    hands.click(welcome.new_button)

    hands.write("We bake bread and make good coffee for our street")
    hands.fill("company_goals.0", "become the regular stop for people living within five miles")
    hands.fill("strategy", "showing our neighbours what is fresh today")

    hands.press("Ctrl+Return")
    hands.write("Make more people near us know our café")
    hands.choose("goal_idea_id", "Raise brand awareness")

    hands.press("Ctrl+Return")
    hands.write("Raise awareness of the café on our Facebook page")
    hands.fill("audience", "people living within five miles")

    hands.press("Ctrl+Return")
    add_metric(hands, "fans", "1,200", "+15 %")
    add_metric(hands, "link clicks", "400", "+15%")
    add_metric(hands, "reach per post", "310", "1000")

    hands.press("Ctrl+Return")
    hands.fill("start", "15 March 2027")
    hands.fill("due", "2027-06-15")
    hands.click_text("3 months")
    hands.fill("due", "14 June 2027")

    hands.press("Ctrl+Return")
    add_tactic(hands, "Post 3 café stories a week", "9", "3", "Ana")
    partner = add_tactic(hands, "Host 1 blogger tasting a month", "8", "7", "Ana, Jo")
    hands.choose(f"tactic.{partner}.timing", "every month")
    hands.choose(f"tactic.{partner}.month_day", "30")

    hands.press("Ctrl+Return")
    hands.fill("hours_per_week", "8")
    hands.fill("realistic", "15 dollars of ads per post, neighbourhood specials")

    hands.press("Ctrl+Return")
    return hands.plan


def assert_is_cafe_plan(plan: Plan) -> None:
    fans, clicks, reach = plan.metrics
    assert plan.served_company_goal.startswith("become the regular stop")
    assert plan.broad_goal == "Make more people near us know our café"
    assert (fans.library_id, fans.baseline) == ("m01", Decimal(1200))
    assert fans.target == Target(kind=TargetKind.PERCENT, amount=Decimal(15))
    assert fans.target_value == Decimal(1380)
    assert clicks.target_value == Decimal(460)
    assert (reach.baseline, reach.target_value) == (Decimal(310), Decimal(1000))
    assert {metric.direction for metric in plan.metrics} == {Direction.INCREASE}
    assert (plan.start, plan.due) == (dt.date(2027, 3, 15), dt.date(2027, 6, 14))
    stories, tasting = plan.tactics
    assert (stories.value, stories.complexity, stories.owners) == (9, 3, ("Ana",))
    assert tasting.owners == ("Ana", "Jo")
    assert tasting.recurrence == Recurrence(frequency=Frequency.MONTHLY, month_day=30)
    assert plan.hours_per_week == Decimal(8)


def test_from_an_empty_folder_to_a_goal_sheet_and_back_the_next_day(
    start: Start, tmp_path: Path
) -> None:
    hands = start()
    written = write_cafe_plan(hands)
    assert_is_cafe_plan(written)
    assert hands.wizard.step is Step.REVIEW
    assert hands.wizard.next_button.text() == "&Open the plan"
    hands.click(hands.wizard.next_button)

    view = hands.desk.view
    assert view is not None
    assert view.isVisible()
    hands.click(view.export_button)
    dialog = hands.window.findChild(QFileDialog)
    assert dialog is not None
    name = dialog.findChild(QLineEdit, "fileNameEdit")
    assert name is not None
    name.setText(str(tmp_path / "sheet.pdf"))
    hands.qtbot.keyClick(name, Qt.Key.Key_Return)
    sheet = tmp_path / "sheet.pdf"
    hands.qtbot.waitUntil(sheet.exists, timeout=20_000)
    pages = [page.extract_text() for page in PdfReader(sheet).pages]
    assert len(pages) == 1
    assert "1,380" in pages[0]
    hands.close()

    next_day = start()
    assert next_day.window.panel.model.plans[0].title == written.name
    next_day.qtbot.waitUntil(lambda: next_day.window.desk is not None)
    assert_is_cafe_plan(next_day.plan)
    assert next_day.plan == written


def test_a_half_filled_plan_is_a_draft_at_the_same_step_the_next_day(start: Start) -> None:
    hands = start()
    hands.press("Ctrl+N")
    hands.press("Ctrl+Return")
    hands.write("Make more people near us know our café")
    hands.close()

    next_day = start()
    next_day.qtbot.waitUntil(lambda: next_day.window.desk is not None)
    assert next_day.wizard.isVisible()
    assert next_day.wizard.step is Step.GOAL
    assert next_day.plan.broad_goal == "Make more people near us know our café"
    assert next_day.window.panel.model.plans[0].state is PlanState.DRAFT


def test_the_review_leads_to_each_open_field_with_one_click(start: Start) -> None:
    hands = start()
    hands.press("Ctrl+N")
    hands.wizard.show_step(Step.REVIEW)
    page = hands.wizard.page
    hands.click(page.rows[0])  # type: ignore[attr-defined]
    assert hands.wizard.step is Step.GOAL
    assert hands.focus is hands.wizard.page.fields["broad_goal"].editor  # type: ignore[attr-defined]


def test_a_plan_in_the_trash_comes_back_by_undo(start: Start) -> None:
    hands = start()
    hands.press("Ctrl+N")
    hands.write("We bake bread")
    hands.click_text("← All plans")
    panel = hands.window.panel
    assert [plan.title for plan in panel.model.plans] == [""]
    panel.list.setFocus()
    hands.press(Qt.Key.Key_Delete)
    assert panel.model.plans == []
    hands.press("Ctrl+Z")
    assert len(panel.model.plans) == 1
    assert hands.store.load(panel.model.plans[0].id).description == "We bake bread"


def test_bad_numbers_and_dates_stay_where_they_were_typed(start: Start) -> None:
    hands = start()
    hands.press("Ctrl+N")
    hands.wizard.show_step(Step.METRICS)
    metric = add_metric(hands, "fans", "5 followers", "nan")
    hands.wizard.show_step(Step.TIMEFRAME)
    hands.fill("start", "14 June 2027")
    hands.fill("due", "15 March 2027")
    hands.close()

    next_day = start()
    next_day.qtbot.waitUntil(lambda: next_day.window.desk is not None)
    assert next_day.plan.metric(metric.id).baseline is None
    next_day.wizard.show_field(f"metric.{metric.id}.baseline")
    baseline = next_day.focus
    assert isinstance(baseline, QLineEdit)
    assert baseline.text() == "5 followers"
    assert baseline.accessibleDescription()
    next_day.wizard.show_field("due")
    assert next_day.focus.accessibleDescription()
