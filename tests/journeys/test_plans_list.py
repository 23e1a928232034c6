"""Many plans: found, sorted, put away, brought back, copied; several brands and their map."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
import time_machine
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from smartgoals.domain.check_ins import with_check_in
from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Tactic
from smartgoals.storage.backup_files import backups
from smartgoals.storage.list_query import Order, Shelf
from smartgoals.storage.store import PlanStore
from smartgoals.ui.check_in_dialog import CheckInDialog
from smartgoals.ui.command_search import CommandSearch
from smartgoals.ui.import_preview import ImportPreviewDialog
from smartgoals.ui.list_keeper import PAGE
from smartgoals.ui.map_card import MapCard
from smartgoals.ui.map_view import AT_ONCE, MapView
from smartgoals.ui.wizard.why_page import WhyPage
from tests.journeys.hands import Hands, type_text

Start = Callable[[], Hands]
MONDAY = dt.date(2027, 4, 26)
CAFE = "Put our café on the neighbourhood's map"
KIZILAY = "Kızılay şubesini duyur"
OKT = "Økt i sentrum"
CAFE_BRAND = "Riverside Café"
NEWSLETTER = "Try a newsletter"
Key = Qt.Key


@pytest.fixture(autouse=True)
def monday() -> Iterator[None]:
    """It is Monday, 26 April 2027, six weeks after the cafe's plan began."""
    with time_machine.travel(dt.datetime(2027, 4, 26, 9, 0, tzinfo=dt.UTC), tick=True):
        yield


@pytest.fixture
def running(cafe: Plan) -> Plan:
    values = {"fans": Decimal(1271), "clicks": Decimal(430), "reach": Decimal(385)}
    return with_check_in(cafe, dt.date(2027, 4, 19), values, today=MONDAY)


@pytest.fixture
def plans(folder: Path, running: Plan) -> list[Plan]:
    """Plans of four clients; one is archived and one thrown away."""
    kept = [
        Plan(id="old", title="Old campaign", brand="Northlight"),
        Plan(id="gone", title="Thrown away"),
        Plan(id="okt", title=OKT, brand="Økt Trening", due=dt.date(2027, 9, 1)),
        Plan(
            id="kizilay",
            title=KIZILAY,
            brand="Çınaraltı Kahve",
            description="Kahve pişiriyoruz",
            company_goals=("mahallede herkesin uğradığı yer olmak", "öğle yemeği satmak"),
            served_goal=0,
            tactics=(Tactic(name="Tadım günü düzenle"),),
        ),
        Plan(id="letter", title=NEWSLETTER, brand="riverside cafe"),
        running,
    ]
    with PlanStore.open(folder) as store:
        for plan in kept:
            store.save(plan)
        store.archive("old")
        store.trash("gone")
    return kept


@pytest.fixture
def hands(start: Start, plans: Sequence[Plan]) -> Hands:
    """The window on these plans, with the search ready."""
    assert plans
    hands = start()
    hands.qtbot.waitUntil(lambda: chip(hands, Shelf.TRASH).text() == "Trash 1")
    return hands


def titles(hands: Hands) -> list[str]:
    return [plan.title for plan in hands.window.panel.model.plans]


def shows(hands: Hands, *expected: str) -> None:
    hands.qtbot.waitUntil(lambda: titles(hands) == list(expected))


def chip(hands: Hands, shelf: Shelf) -> QPushButton:
    return hands.window.panel.filters.chips[shelf]


def choose(hands: Hands, title: str) -> None:
    """Choose the plan in the list, which shows it."""
    panel = hands.window.panel
    panel.list.setFocus()
    panel.list.selectRow(titles(hands).index(title))
    wanted = panel.model.plans[titles(hands).index(title)].id
    hands.qtbot.waitUntil(lambda: hands.window.desk is not None and hands.desk.plan_id == wanted)


def find(hands: Hands, text: str) -> None:
    hands.press("Ctrl+F")
    assert hands.focus is hands.window.panel.filters.search
    hands.press("Ctrl+A")
    hands.write(text)


def told(hands: Hands) -> str:
    return hands.window.messages.text.text()


def said(parent: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(each.text() for each in parent.findChildren(QLabel) if each.isVisible())


def test_commands_mean_the_plan_that_is_shown_whatever_the_list_shows(hands: Hands) -> None:
    choose(hands, OKT)
    hands.click(chip(hands, Shelf.TRASH))
    shows(hands, "Thrown away")
    hands.press("Ctrl+Shift+A")
    assert told(hands) == f"“{OKT}” is in the archive."
    hands.click(chip(hands, Shelf.ALL))
    choose(hands, CAFE)
    hands.click(chip(hands, Shelf.ARCHIVE))
    shows(hands, OKT, "Old campaign")
    hands.press("Ctrl+Shift+A")
    assert told(hands) == f"“{CAFE}” is in the archive."


# Finding


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kizilay", KIZILAY),
        ("KIZILAY", KIZILAY),
        ("okt", OKT),
        ("tadim", KIZILAY),
        ("cinaralti", KIZILAY),
        ("podcast", CAFE),
        ("15 dollars", CAFE),
    ],
)
def test_whatever_stands_in_a_plan_finds_it(hands: Hands, typed: str, found: str) -> None:
    find(hands, typed)
    shows(hands, found)


def test_what_was_found_is_opened_by_keys_alone(hands: Hands) -> None:
    find(hands, "okt")
    shows(hands, OKT)
    hands.press(Key.Key_Down, Key.Key_Return)
    hands.qtbot.waitUntil(lambda: hands.window.desk is not None and hands.desk.plan_id == "okt")
    hands.press("Ctrl+F", Key.Key_Escape)
    shows(hands, CAFE, NEWSLETTER, KIZILAY, OKT)


def test_what_lies_elsewhere_is_one_click_away(hands: Hands) -> None:
    find(hands, "thrown")
    shows(hands)
    panel = hands.window.panel
    hands.qtbot.waitUntil(panel.elsewhere_button.isVisible)
    assert panel.elsewhere_button.text() == "Found here: Trash 1"
    hands.click(panel.elsewhere_button)
    shows(hands, "Thrown away")


def test_nothing_found_says_so_and_leads_back(hands: Hands) -> None:
    find(hands, "xyzzy")
    shows(hands)
    assert "Nothing found for “xyzzy”." in said(hands.window.panel)
    hands.click(hands.window.panel.all_button)
    shows(hands, CAFE, NEWSLETTER, KIZILAY, OKT)


def test_the_states_are_filters_with_their_numbers(hands: Hands) -> None:
    assert chip(hands, Shelf.DRAFT).text() == "Drafts 3"
    hands.click(chip(hands, Shelf.ACTIVE))
    shows(hands, CAFE)
    hands.click(chip(hands, Shelf.ARCHIVE))
    shows(hands, "Old campaign")


def test_a_brand_filters_however_it_was_typed(hands: Hands) -> None:
    box = hands.window.panel.filters.brand_box
    hands.qtbot.waitUntil(box.isVisible)
    offered = [box.itemText(row) for row in range(box.count())]
    assert offered == ["All brands", "Çınaraltı Kahve", "Northlight", "Økt Trening", CAFE_BRAND]
    box.setFocus()
    type_text(box, "Riverside")
    box.activated.emit(box.currentIndex())
    shows(hands, CAFE, NEWSLETTER)
    assert chip(hands, Shelf.ACTIVE).text() == "Active 1"


def test_the_order_is_chosen_and_remembered(hands: Hands, start: Start) -> None:
    box = hands.window.panel.filters.order_box
    box.setFocus()
    for order, expected in (
        (Order.TITLE, (KIZILAY, OKT, CAFE, NEWSLETTER)),
        (Order.DUE, (CAFE, OKT, NEWSLETTER, KIZILAY)),
    ):
        box.setCurrentIndex(box.findData(order))
        box.activated.emit(box.currentIndex())
        shows(hands, *expected)
    hands.close()
    again = start()
    shows(again, CAFE, OKT, NEWSLETTER, KIZILAY)


# Put away, and brought back


def test_the_archive_takes_a_plan_and_gives_it_back(hands: Hands) -> None:
    choose(hands, OKT)
    hands.press("Ctrl+Shift+A")
    shows(hands, CAFE, NEWSLETTER, KIZILAY)
    assert told(hands) == f"“{OKT}” is in the archive."
    hands.press("Ctrl+Z")
    shows(hands, CAFE, NEWSLETTER, KIZILAY, OKT)
    hands.press("Ctrl+Shift+Z")
    shows(hands, CAFE, NEWSLETTER, KIZILAY)
    hands.click(chip(hands, Shelf.ARCHIVE))
    shows(hands, OKT, "Old campaign")
    choose(hands, OKT)
    hands.press("Ctrl+Shift+A")
    shows(hands, "Old campaign")
    hands.click(chip(hands, Shelf.ALL))
    shows(hands, CAFE, NEWSLETTER, KIZILAY, OKT)


def test_delete_throws_away_and_the_one_undo_key_brings_back(hands: Hands) -> None:
    choose(hands, KIZILAY)
    hands.press(Key.Key_Delete)
    shows(hands, CAFE, NEWSLETTER, OKT)
    assert told(hands) == f"“{KIZILAY}” is in the trash."
    hands.press("Ctrl+Z")
    shows(hands, CAFE, NEWSLETTER, KIZILAY, OKT)


def test_the_undo_of_the_list_is_there_in_the_search_too(hands: Hands) -> None:
    choose(hands, KIZILAY)
    hands.press(Key.Key_Delete)
    find(hands, "kizilay")
    hands.press("Ctrl+Z")
    shows(hands, KIZILAY)


def test_a_plan_is_restored_from_the_trash(hands: Hands) -> None:
    hands.click(chip(hands, Shelf.TRASH))
    shows(hands, "Thrown away")
    hands.click(hands.window.panel.restore_button)
    shows(hands, CAFE, NEWSLETTER, KIZILAY, OKT, "Thrown away")
    assert told(hands) == "“Thrown away” is back among your plans."


def test_the_trash_is_emptied_by_hand_only_and_until_the_end_that_can_be_undone(
    hands: Hands, start: Start, folder: Path
) -> None:
    hands.click(chip(hands, Shelf.TRASH))
    shows(hands, "Thrown away")
    hands.click(hands.window.panel.empty_button)
    shows(hands)
    assert "deleted for good: “Thrown away”" in told(hands)
    hands.press("Ctrl+Z")
    shows(hands, "Thrown away")
    hands.close()
    again = start()
    assert again.store.load("gone").title == "Thrown away"
    again.qtbot.waitUntil(lambda: chip(again, Shelf.TRASH).text() == "Trash 1")
    again.click(chip(again, Shelf.TRASH))
    shows(again, "Thrown away")
    again.click(again.window.panel.empty_button)
    shows(again)
    again.close()
    with PlanStore.open(folder) as store:
        assert store.overviews(trashed=True) == []
    newest = max(backups(folder), key=lambda each: each.made_at)
    assert b"Thrown away" in newest.path.read_bytes()


def test_a_copy_is_made_and_taken_back_by_the_one_undo_key(hands: Hands) -> None:
    choose(hands, KIZILAY)
    hands.press("Ctrl+D")
    shows(hands, f"{KIZILAY} (copy)", CAFE, NEWSLETTER, KIZILAY, OKT)
    assert hands.plan.tactics[0].name == "Tadım günü düzenle"
    hands.press("Ctrl+Z")
    shows(hands, CAFE, NEWSLETTER, KIZILAY, OKT)
    hands.press("Ctrl+Shift+Z")
    shows(hands, f"{KIZILAY} (copy)", CAFE, NEWSLETTER, KIZILAY, OKT)


def test_what_was_done_last_is_undone_first(hands: Hands) -> None:
    choose(hands, KIZILAY)
    hands.press("Ctrl+D")
    shows(hands, f"{KIZILAY} (copy)", CAFE, NEWSLETTER, KIZILAY, OKT)
    copy = hands.plan
    session = hands.desk.session
    assert session is not None
    session.edit(copy.replace(title="Another title"), "Edit title")
    hands.press("Ctrl+Z")
    assert hands.plan == copy
    assert f"{KIZILAY} (copy)" in titles(hands)
    hands.press("Ctrl+Z")
    shows(hands, CAFE, NEWSLETTER, KIZILAY, OKT)


def test_one_key_undoes_what_was_done_in_the_list_and_in_the_plan(hands: Hands) -> None:
    choose(hands, CAFE)
    before = hands.plan
    session = hands.desk.session
    assert session is not None
    session.edit(before.replace(broad_goal="Another goal"), "Edit goal")
    hands.window.archive("okt")
    shows(hands, CAFE, NEWSLETTER, KIZILAY)
    hands.press("Ctrl+Z")
    shows(hands, CAFE, NEWSLETTER, KIZILAY, OKT)
    hands.press("Ctrl+Z")
    assert hands.plan == before
    assert not hands.window.menus.undo.isEnabled()
    hands.press("Ctrl+Shift+Z", "Ctrl+Shift+Z")
    assert hands.plan.broad_goal == "Another goal"
    shows(hands, CAFE, NEWSLETTER, KIZILAY)


def test_an_import_has_a_backup_before_and_one_undo_step(
    hands: Hands, folder: Path, tmp_path: Path, cafe: Plan
) -> None:
    from smartgoals.documents.plan_file import dump_plan

    file = tmp_path / "friend.smartgoals"
    file.write_text(dump_plan(cafe.replace(id="friend", title="From a friend")), "utf-8")
    choose(hands, OKT)
    session = hands.desk.session
    assert session is not None
    session.edit(hands.plan.replace(title="Just typed"), "Edit title")
    hands.window.open_file(file)
    dialogs = hands.window.findChildren(ImportPreviewDialog)
    hands.click(dialogs[0].add_button)
    hands.qtbot.waitUntil(lambda: "From a friend" in titles(hands))
    newest = max(backups(folder), key=lambda each: each.made_at).path.read_bytes()
    assert b"Just typed" in newest
    assert b"From a friend" not in newest
    hands.press("Ctrl+Z")
    hands.qtbot.waitUntil(lambda: "From a friend" not in titles(hands))


def test_a_plan_that_was_exported_deleted_and_imported_is_the_same(
    hands: Hands, start: Start, tmp_path: Path
) -> None:
    choose(hands, CAFE)
    before, file = hands.plan, tmp_path / "cafe.smartgoals"
    hands.desk.export_to(file)
    hands.qtbot.waitUntil(lambda: told(hands) == "Saved as cafe.smartgoals.")
    hands.window.panel.list.setFocus()
    hands.press(Key.Key_Delete)
    hands.click(chip(hands, Shelf.TRASH))
    hands.window.empty_trash()
    hands.close()
    again = start()
    assert before.id not in [plan.id for plan in again.store.overviews(trashed=True)]
    again.window.open_file(file)
    again.qtbot.waitUntil(lambda: bool(again.window.findChildren(ImportPreviewDialog)))
    again.click(again.window.findChildren(ImportPreviewDialog)[0].add_button)
    again.qtbot.waitUntil(lambda: again.desk.plan_id == before.id)
    assert again.plan == before


# As the plans are


def pill(hands: Hands, plan_id: str) -> str:
    model = hands.window.panel.model
    return model.pill(model.plans[model.row_of(plan_id)])[0]


def test_the_row_follows_a_check_in(hands: Hands) -> None:
    choose(hands, CAFE)
    before = pill(hands, "cafe")
    hands.press("Ctrl+I")
    (asked,) = hands.window.findChildren(CheckInDialog)
    QTest.keyClicks(asked.focusWidget(), "1000")
    QTest.keyClick(asked.focusWidget(), Key.Key_Return)
    hands.qtbot.waitUntil(lambda: pill(hands, "cafe") != before)
    assert not hands.window.panel.due_list.isVisible()


def test_the_row_follows_an_edit_that_was_saved(hands: Hands) -> None:
    choose(hands, CAFE)
    session = hands.desk.session
    assert session is not None
    session.edit(hands.plan.replace(title="Known here", due=dt.date(2027, 8, 1)), "Edit")
    hands.qtbot.waitUntil(lambda: "Known here" in titles(hands))
    model = hands.window.panel.model
    assert model.detail(model.plans[model.row_of("cafe")]).endswith("due 1 Aug 2027")


def test_what_is_due_is_seen_among_all_plans(start: Start, folder: Path, running: Plan) -> None:
    with PlanStore.open(folder) as store:
        store.save(running)
        store.save_all([Plan(title=f"Draft {number}") for number in range(PAGE + 10)])
    hands = start()
    due = hands.window.panel.due_list
    hands.qtbot.waitUntil(due.isVisible)
    assert due.heading.text() == "1 check-in is due"
    assert "cafe" not in [plan.id for plan in hands.window.panel.model.plans]


def test_the_list_begins_where_it_was_after_a_refresh(hands: Hands) -> None:
    choose(hands, NEWSLETTER)
    hands.window.refresh_list()
    panel = hands.window.panel
    assert panel.current_id == "letter"
    assert panel.list.selectionModel().isSelected(panel.list.currentIndex())


# Several brands


def test_a_brand_that_is_known_offers_what_was_written_of_it(hands: Hands) -> None:
    hands.window.new_plan()
    page = hands.wizard.page
    assert isinstance(page, WhyPage)
    page.focus_field("brand")
    hands.write("cinaralti kahve")
    assert page.brand_offer.isVisible()
    assert KIZILAY in page.brand_offer.heading.text()
    assert "Kahve pişiriyoruz" in page.brand_offer.words.text()
    hands.click(page.brand_offer.button)
    assert hands.plan.description == "Kahve pişiriyoruz"
    assert hands.plan.served_company_goal == "mahallede herkesin uğradığı yer olmak"
    assert not page.brand_offer.isVisible()
    hands.press("Ctrl+Z")
    assert (hands.plan.description, hands.plan.company_goals) == ("", ())
    assert hands.plan.brand == "cinaralti kahve"
    assert page.brand_offer.isVisible()


def test_the_brands_are_offered_while_one_is_typed(hands: Hands) -> None:
    hands.window.new_plan()
    page = hands.wizard.page
    assert isinstance(page, WhyPage)
    page.focus_field("brand")
    hands.write("Riv")
    completer = page.brand.line.completer()
    assert completer.currentCompletion() == "Riverside Café"
    completer.activated.emit("Riverside Café")
    assert hands.plan.brand == "Riverside Café"
    assert page.brand_offer.isVisible()


def test_a_new_brand_is_offered_nothing(hands: Hands) -> None:
    hands.window.new_plan()
    page = hands.wizard.page
    assert isinstance(page, WhyPage)
    page.focus_field("brand")
    hands.write("Nobody yet")
    assert not page.brand_offer.isVisible()


# The alignment map


def map_of(hands: Hands) -> MapView:
    """The map, once it is drawn."""
    hands.qtbot.waitUntil(
        lambda: (
            hands.window.desk is not None
            and hands.desk.map.is_shown
            and hands.desk.map.view is not None
            and bool(hands.desk.map.view.branches)
            and hands.desk.map.view.is_drawn
        )
    )
    assert hands.desk.map.view is not None
    return hands.desk.map.view


def cards(shown: MapView) -> list[str]:
    return [card.plan_id for branch in shown.branches for card in branch.cards]


def test_the_map_shows_goals_plans_and_tactics_and_opens_a_plan(hands: Hands) -> None:
    hands.press("Ctrl+G")
    shown = map_of(hands)
    text = said(shown)
    for part in ("Çınaraltı Kahve", "1 of 2 goals have a plan.", KIZILAY, "1. Tadım günü düzenle"):
        assert part in text
    assert "No plan serves this goal yet." in text
    assert "Plans that serve no goal of the business" in text
    assert cards(shown) == ["kizilay", "okt", "cafe", "letter"]
    assert isinstance(hands.focus, MapCard)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Return)
    hands.qtbot.waitUntil(lambda: hands.desk.plan_id == "okt" and not hands.desk.map.is_shown)


def test_a_click_on_a_plan_of_the_map_opens_it(hands: Hands) -> None:
    hands.press("Ctrl+G")
    hands.click(map_of(hands).branches[0].cards[0])
    hands.qtbot.waitUntil(lambda: hands.desk.plan_id == "kizilay")
    assert hands.desk.view is not None
    assert hands.desk.view.isVisible()


def test_the_map_is_found_as_a_command(hands: Hands) -> None:
    hands.press("Ctrl+K")
    (search,) = hands.window.findChildren(CommandSearch)
    type_text(search.line, "alignment")
    QTest.keyClick(search.line, Key.Key_Return)
    assert map_of(hands).isVisible()


def test_a_plan_is_found_as_a_command_whatever_the_list_shows(hands: Hands) -> None:
    hands.click(chip(hands, Shelf.TRASH))
    shows(hands, "Thrown away")
    hands.press("Ctrl+K")
    (search,) = hands.window.findChildren(CommandSearch)
    type_text(search.line, "kizil")
    QTest.keyClick(search.line, Key.Key_Return)
    hands.qtbot.waitUntil(lambda: hands.window.desk is not None and hands.desk.plan_id == "kizilay")
    shows(hands, CAFE, NEWSLETTER, KIZILAY, OKT)


def test_esc_leads_back_to_the_plan_that_was_shown(hands: Hands) -> None:
    choose(hands, OKT)
    hands.press("Ctrl+G")
    map_of(hands)
    assert hands.window.panel.current_id == ""
    hands.press(Key.Key_Escape)
    assert hands.desk.view is not None
    assert hands.desk.view.isVisible()
    assert hands.window.panel.current_id == "okt"


def test_while_the_map_is_shown_no_command_means_the_plan_behind_it(hands: Hands) -> None:
    choose(hands, OKT)
    session = hands.desk.session
    assert session is not None
    session.edit(hands.plan.replace(title="Another title"), "Edit title")
    hands.press("Ctrl+G")
    map_of(hands)
    hands.press("Ctrl+Backspace", "Ctrl+Z")
    shows(hands, "Another title", CAFE, NEWSLETTER, KIZILAY)
    assert hands.plan.title == "Another title"


def test_the_map_follows_the_plans(hands: Hands) -> None:
    hands.press("Ctrl+G")
    shown = map_of(hands)
    hands.window.trash("kizilay")
    hands.qtbot.waitUntil(lambda: shown.is_drawn and cards(shown) == ["okt", "cafe", "letter"])
    hands.press("Ctrl+Z")
    hands.qtbot.waitUntil(
        lambda: shown.is_drawn and cards(shown) == ["kizilay", "okt", "cafe", "letter"]
    )


def test_the_map_of_one_brand_goes_into_a_pdf(hands: Hands, tmp_path: Path) -> None:
    hands.press("Ctrl+G")
    shown = map_of(hands)
    box = shown.brand_box
    box.setFocus()
    type_text(box, "Riverside")
    box.activated.emit(box.currentIndex())
    hands.qtbot.waitUntil(lambda: shown.is_drawn and cards(shown) == ["cafe", "letter"])
    hands.desk.map.export_to(tmp_path / "map.pdf")
    hands.qtbot.waitUntil(lambda: told(hands) == "Saved as map.pdf.")
    text = PdfReader(tmp_path / "map.pdf").pages[0].extract_text()
    assert CAFE_BRAND in text
    assert KIZILAY not in text


def test_a_large_map_is_drawn_as_far_as_it_is_seen(start: Start, folder: Path) -> None:
    with PlanStore.open(folder) as store:
        store.save_all([Plan(title=f"Plan {number}") for number in range(3 * AT_ONCE)])
    hands = start()
    hands.press("Ctrl+G")
    shown = map_of(hands)
    assert len(cards(shown)) == AT_ONCE
    seen = set()
    for _ in range(3 * AT_ONCE):
        assert isinstance(hands.focus, MapCard)
        seen.add(hands.focus.plan_id)
        hands.press(Key.Key_Down)
        QApplication.processEvents()
    assert len(seen) == len(cards(shown)) == 3 * AT_ONCE


def test_a_map_that_cannot_be_written_says_so(hands: Hands, tmp_path: Path) -> None:
    hands.press("Ctrl+G")
    map_of(hands)
    hands.desk.map.export_to(tmp_path / "gone" / "map.pdf")
    hands.qtbot.waitUntil(lambda: "was not written" in told(hands))


def test_without_plans_the_map_says_how_it_comes_about(start: Start) -> None:
    hands = start()
    hands.press("Ctrl+G")
    hands.qtbot.waitUntil(lambda: hands.window.desk is not None and hands.desk.map.is_shown)
    shown = hands.desk.map.view
    assert shown is not None
    hands.qtbot.waitUntil(lambda: "No plans yet." in said(shown))
    assert not shown.export_button.isEnabled()
