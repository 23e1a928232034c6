"""The list of plans searched, sorted, filtered and counted, always as the plans are now."""

from __future__ import annotations

import contextlib
import datetime as dt
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from enum import Enum
from pathlib import Path

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.domain.brands import brand_key
from smartgoals.domain.metric import Metric
from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Tactic
from smartgoals.domain.value import Value
from smartgoals.language import use_language
from smartgoals.storage.errors import StorageError, StorageReason
from smartgoals.storage.list_index import INDEX_NAME
from smartgoals.storage.list_query import ListQuery, Order, Shelf, search_words
from smartgoals.storage.plan_list import Brand, PlanList
from smartgoals.storage.store import PlanStore
from tests.storage.filled import filled


@pytest.fixture
def plans(store: PlanStore, folder: Path) -> Iterator[PlanList]:
    """The list of the store's plans, told of each change as the window tells it."""
    listed = PlanList(folder)
    store.on_change = listed.changed
    yield listed
    listed.close()


def titles(plans: PlanList, text: str = "", limit: int = 50, offset: int = 0, **asked) -> list[str]:  # type: ignore[no-untyped-def]
    plans.catch_up()
    return [line.title for line in plans.read(ListQuery(text=text, **asked), limit, offset)]


# Searching


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Kızılay", "kizilay"),
        ("Kızılay", "KIZILAY"),
        ("İSTANBUL ŞUBESİ", "istanbul subesi"),
        ("Økt synlighet", "okt"),
        ("Vår blåbærkake", "var blabaerkake"),
        ("Perché no", "PERCHE"),
        ("Café près d’ici", "cafe pres"),
        ("Çığ gibi büyüme", "cig gibi buyume"),
        ("ördek ve ünlü ĞÜŞÖÇ", "ORDEK unlu gusoc"),
        ("meningkatkan penjualan", "Penjualan"),
    ],
)
def test_case_and_diacritics_do_not_hide_a_plan(
    store: PlanStore, plans: PlanList, written: str, typed: str
) -> None:
    store.save(Plan(title=written))
    store.save(Plan(title="Something else"))
    assert titles(plans, typed) == [written]
    assert titles(plans, written.upper()) == [written]


def texts_of(value: object) -> Iterator[str]:
    """Yield every text of the plan that somebody has written."""
    silent = {"id", "metric_id", "question_id", "measure_id", "field"}
    if isinstance(value, Value):
        for name in type(value).model_fields:
            if name not in silent and not name.endswith(("_id", "_ids")):
                yield from texts_of(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_of(each)
    elif isinstance(value, str) and not isinstance(value, Enum):
        yield value


def test_everything_in_a_plan_is_searched(store: PlanStore, plans: PlanList) -> None:
    plan = filled(Plan).replace(title="Full")
    store.save(plan)
    store.save(Plan(title="Bare"))
    written = list(texts_of(plan))
    assert len(written) > 80
    assert [text for text in written if titles(plans, text) != ["Full"]] == []


def test_a_metric_of_the_library_is_found_by_its_name(store: PlanStore, plans: PlanList) -> None:
    store.save(Plan(title="With fans", metrics=(Metric(library_id="m01"),)))
    assert titles(plans, "followers") == ["With fans"]


def test_what_only_says_how_things_are_kept_is_not_searched(
    store: PlanStore, plans: PlanList
) -> None:
    store.save(Plan(title="Bare", metrics=(Metric(name="Fans"),)))
    assert [word for word in ("increase", "stock", "number", "active") if titles(plans, word)] == []


def test_every_word_has_to_be_found_by_its_beginning(store: PlanStore, plans: PlanList) -> None:
    store.save(Plan(title="Post café stories", tactics=(Tactic(name="Invite neighbours"),)))
    store.save(Plan(title="Post a price list"))
    assert titles(plans, "post") == ["Post a price list", "Post café stories"]
    assert titles(plans, "neigh po") == ["Post café stories"]
    assert titles(plans, "tories") == []


@pytest.mark.parametrize("word", ["a", "awareness", "neighbourhoods", "x" * 300])
def test_words_of_any_length_are_found_by_any_beginning(
    store: PlanStore, plans: PlanList, word: str
) -> None:
    store.save(Plan(title=word))
    assert all(titles(plans, word[:length]) == [word] for length in range(1, len(word) + 1, 3))


HOSTILE = [
    '"', "'", "*", "a*", '"café" OR 1', "words:café", "NEAR(a b)", "AND", "OR NOT", "(", "-café",
    "^café", "_listed", "_trash", "{words}:x", "%", "\\", "\x00", "a\x00b", "\ud800", ";--",
    "café" * 2000, "🙂", "'; DROP TABLE line; --", "\u202ecafé", "( ) \" ' * : ^ - + , .",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("order", Order)
def test_nothing_typed_is_ever_read_as_syntax(
    store: PlanStore, plans: PlanList, text: str, order: Order
) -> None:
    store.save(Plan(title="Café"))
    assert set(titles(plans, text, order=order)) <= {"Café"}
    assert plans.counts(ListQuery(text=text))[Shelf.TRASH] == 0
    assert titles(plans, "café", order=order) == ["Café"]


@pytest.mark.parametrize("text", ["_listed", "AND", "words:café", "_trash"])
def test_what_looks_like_syntax_is_looked_for_as_words(
    store: PlanStore, plans: PlanList, text: str
) -> None:
    store.save(Plan(title="Café"))
    assert titles(plans, text) == []
    store.save(Plan(title=f"Look: {text}"))
    assert titles(plans, text) == [f"Look: {text}"]


def test_marks_alone_look_for_nothing_and_find_everything(
    store: PlanStore, plans: PlanList
) -> None:
    store.save(Plan(title="Café"))
    assert titles(plans, "# …") == ["Café"]


def test_a_picture_is_a_word(store: PlanStore, plans: PlanList) -> None:
    store.save(Plan(title="More 🙂 faces"))
    store.save(Plan(title="No faces"))
    assert titles(plans, "🙂") == ["More 🙂 faces"]


@given(text=st.text(max_size=40))
def test_words_hold_nothing_but_what_stands_in_words(text: str) -> None:
    assert [w for w in search_words(text) if not w or '"' in w or "_" in w or " " in w] == []


def test_the_plan_saved_last_is_found_first_and_pages_follow_each_other(
    store: PlanStore, plans: PlanList
) -> None:
    for number in range(6):
        store.save(Plan(title=f"Plan {number}"))
    found = [f"Plan {number}" for number in (5, 4, 3, 2, 1, 0)]
    assert titles(plans, "plan") == found
    assert [titles(plans, "plan", 2, offset) for offset in (0, 2, 4, 6)] == [
        found[:2],
        found[2:4],
        found[4:],
        [],
    ]


def test_plans_saved_in_one_moment_are_all_found(store: PlanStore, plans: PlanList) -> None:
    with time_machine.travel(dt.datetime(2027, 3, 1, tzinfo=dt.UTC), tick=False):
        for number in range(4):
            store.save(Plan(title=f"Plan {number}"))
    assert sorted(titles(plans, "plan")) == ["Plan 0", "Plan 1", "Plan 2", "Plan 3"]


# Shelves, brands, orders


@pytest.fixture
def shelves(store: PlanStore, plans: PlanList, plan: Plan) -> PlanList:
    """Plans in every state and place: cafes of one client, a shop of another."""
    store.save(plan.replace(id="active", title="Active", brand="Café"))
    store.save(Plan(id="draft", title="Draft", brand="CAFE "))
    store.save(Plan(id="shop", title="Shop", brand="Shop", due=dt.date(2027, 5, 1)))
    store.save(Plan(id="old", title="Old", brand="Café", due=dt.date(2026, 5, 1)))
    store.save(Plan(id="gone", title="Gone", brand="Long gone"))
    store.archive("old")
    store.trash("gone")
    return plans


@pytest.mark.parametrize("text", ["", "a d o s c g"])
def test_each_shelf_lists_its_own_plans(shelves: PlanList, text: str) -> None:
    asked = {
        shelf: {
            title for word in text.split() or [""] for title in titles(shelves, word, shelf=shelf)
        }
        for shelf in Shelf
    }
    assert asked == {
        Shelf.ALL: {"Active", "Draft", "Shop"},
        Shelf.ACTIVE: {"Active"},
        Shelf.DRAFT: {"Draft", "Shop"},
        Shelf.DONE: set(),
        Shelf.ARCHIVE: {"Old"},
        Shelf.TRASH: {"Gone"},
    }


def test_shelves_are_counted_with_and_without_a_search(shelves: PlanList) -> None:
    shelves.catch_up()
    assert [*shelves.counts(ListQuery()).values()] == [3, 1, 2, 0, 1, 1]
    assert [*shelves.counts(ListQuery(text="cafe")).values()] == [2, 1, 1, 0, 1, 0]
    assert [*shelves.counts(ListQuery(brand="shop")).values()] == [1, 0, 1, 0, 0, 0]


def test_a_brand_is_one_however_it_is_typed(shelves: PlanList) -> None:
    shelves.catch_up()
    assert shelves.brands() == [Brand("cafe", "Café"), Brand("shop", "Shop")]
    assert titles(shelves, brand=brand_key("  café")) == ["Draft", "Active"]
    assert titles(shelves, "dra", brand="cafe") == ["Draft"]
    assert titles(shelves, "dra", brand="shop") == []


def test_the_latest_plan_of_a_brand_is_another_one(shelves: PlanList) -> None:
    shelves.catch_up()
    assert shelves.latest_of("cafe") == ["old"]
    assert shelves.latest_of("cafe", but="old", limit=5) == ["draft", "active"]
    assert shelves.latest_of("shop", but="shop") == []
    assert shelves.latest_of("long gone") == []


@pytest.mark.parametrize("text", ["", "plan"])
def test_plans_go_by_title_or_due_date_with_blank_ones_last(
    store: PlanStore, plans: PlanList, text: str
) -> None:
    store.save(Plan(title="Økt plan", due=dt.date(2027, 3, 1)))
    store.save(Plan(description="A plan without a title"))
    store.save(Plan(title="alpha plan"))
    store.save(Plan(title="Plan Beta", due=dt.date(2026, 3, 1)))
    store.save(Plan(title="çok plan", due=dt.date(2028, 3, 1)))
    by_title = ["alpha plan", "çok plan", "Økt plan", "Plan Beta", ""]
    assert titles(plans, text, order=Order.TITLE) == by_title
    by_due = ["Plan Beta", "Økt plan", "çok plan", "alpha plan", ""]
    assert titles(plans, text, order=Order.DUE) == by_due
    assert titles(plans, text, limit=2, offset=1, order=Order.DUE) == by_due[1:3]


@pytest.mark.parametrize("text", ["", "go"])
def test_an_emptied_trash_looks_empty_before_it_is(shelves: PlanList, text: str) -> None:
    now = dt.datetime.now(dt.UTC)
    assert titles(shelves, text, shelf=Shelf.TRASH) == ["Gone"]
    assert titles(shelves, text, shelf=Shelf.TRASH, emptied=now) == []
    assert shelves.counts(ListQuery(text=text, emptied=now))[Shelf.TRASH] == 0


# Following the plans


def test_the_list_follows_every_change(store: PlanStore, plans: PlanList) -> None:
    plan = Plan(title="First words")
    store.save(plan)
    assert titles(plans, "first") == ["First words"]
    store.save(plan.replace(title="Other words"))
    assert titles(plans, "first") == []
    assert titles(plans, "other") == ["Other words"]
    store.trash(plan.id)
    assert titles(plans, "other") == []
    store.restore(plan.id)
    store.archive(plan.id)
    assert titles(plans, "other", shelf=Shelf.ARCHIVE) == ["Other words"]
    store.archive(plan.id, archived=False)
    assert titles(plans, "other") == ["Other words"]
    store.delete_forever(plan.id)
    assert titles(plans, "other") == []


def test_the_list_finds_out_what_nobody_told_it(store: PlanStore, folder: Path) -> None:
    plans = PlanList(folder)
    plan = Plan(title="Saved elsewhere")
    store.save(plan)
    assert titles(plans, "else") == ["Saved elsewhere"]
    plans.close()
    store.save(plan.replace(title="Saved again"))
    store.save(Plan(title="One more"))
    later = PlanList(folder)
    assert titles(later, "saved") == ["Saved again"]
    store.delete_forever(plan.id)
    assert titles(later, "saved") == []
    later.close()


def test_many_plans_are_taken_in_step_by_step_and_newest_come_first(
    store: PlanStore, folder: Path
) -> None:
    store.save_all([Plan(title=f"Plan {number}") for number in range(120)])
    plans = PlanList(folder)
    assert not plans.is_settled
    plans.catch_up()
    assert plans.is_settled
    found = plans.read(ListQuery(text="plan"), 500)
    assert len({line.id for line in found}) == 120
    assert [line.saved_at for line in found] == sorted(
        (line.saved_at for line in found), reverse=True
    )
    plans.close()


def test_names_of_the_library_are_found_in_the_language_that_is_spoken(
    store: PlanStore, folder: Path
) -> None:
    store.save(Plan(title="Fans", metrics=(Metric(library_id="m01"),)))
    english = PlanList(folder)
    assert titles(english, "seguaci") == []
    english.close()
    use_language("it")
    try:
        from smartgoals.language import tr

        italian = PlanList(folder)
        assert titles(italian, tr("Followers")) == ["Fans"]
        assert titles(italian, "followers") == ["Fans"]
        italian.close()
    finally:
        use_language("en")


# The file of the index


def test_only_the_owner_can_read_the_index(store: PlanStore, plans: PlanList, folder: Path) -> None:
    store.save(Plan(title="Private"))
    assert titles(plans, "private") == ["Private"]
    assert stat.S_IMODE((folder / INDEX_NAME).stat().st_mode) == 0o600


@pytest.mark.parametrize("content", [b"", b"garbage " * 900, b"SQLite format 3\0" + b"\xff" * 9000])
def test_a_damaged_index_is_made_anew(store: PlanStore, folder: Path, content: bytes) -> None:
    store.save(Plan(title="Safe"))
    first = PlanList(folder)
    assert titles(first, "safe") == ["Safe"]
    first.close()
    (folder / INDEX_NAME).write_bytes(content)
    second = PlanList(folder)
    assert titles(second, "safe") == ["Safe"]
    second.close()


def test_an_index_damaged_while_it_is_open_is_made_anew(store: PlanStore, plans: PlanList) -> None:
    store.save(Plan(title="Safe"))
    assert titles(plans, "safe") == ["Safe"]
    index = plans.folder / INDEX_NAME
    with contextlib.closing(sqlite3.connect(index, isolation_level=None)) as other:
        other.execute("DROP TABLE word")
    plans.read(ListQuery(text="safe"), 5)
    assert titles(plans, "safe") == ["Safe"]


def test_without_a_place_to_write_the_list_is_searched_all_the_same(
    store: PlanStore, folder: Path
) -> None:
    store.save(Plan(title="Read only"))
    (folder / INDEX_NAME).mkdir()
    plans = PlanList(folder)
    assert titles(plans, "read") == ["Read only"]
    plans.close()


@pytest.mark.parametrize(
    "ask",
    [
        lambda plans: plans.read(ListQuery(text="mine"), 5),
        lambda plans: plans.counts(ListQuery()),
        lambda plans: plans.brands(),
        lambda plans: plans.latest_of("mine"),
        lambda plans: plans.wipe(),
    ],
)
def test_once_closed_the_index_is_not_opened_again(
    store: PlanStore, plans: PlanList, folder: Path, ask: Callable[[PlanList], object]
) -> None:
    store.save(Plan(title="Mine"))
    plans.catch_up()
    plans.close()
    (folder / INDEX_NAME).unlink()
    with pytest.raises(StorageError) as caught:
        ask(plans)
    assert caught.value.reason is StorageReason.CLOSED
    assert plans.is_settled
    assert [plan.title for plan in plans.read(ListQuery(), 5)] == ["Mine"]
    assert not (folder / INDEX_NAME).exists()


def test_a_search_before_the_first_start_finds_nothing(tmp_path: Path) -> None:
    plans = PlanList(tmp_path)
    assert titles(plans, "anything") == []
    plans.close()


def test_no_word_of_a_deleted_plan_stays_in_the_file(
    store: PlanStore, plans: PlanList, folder: Path
) -> None:
    store.save(Plan(title="Zwiebelkuchen", id="secret"))
    store.save(Plan(title="Apple"))
    plans.catch_up()
    assert b"zwiebelkuchen" in (folder / INDEX_NAME).read_bytes()
    store.trash("secret")
    store.empty_trash(dt.datetime.now(dt.UTC))
    plans.wipe()
    plans.close()
    assert b"zwieb" not in (folder / INDEX_NAME).read_bytes()
    assert [line.title for line in store.overviews()] == ["Apple"]


def test_nothing_heavy_is_loaded_for_a_search(store: PlanStore, folder: Path) -> None:
    store.save(Plan(title="Light"))
    code = (
        "import sys, pathlib\n"
        "from smartgoals.storage.plan_list import PlanList\n"
        "from smartgoals.storage.list_query import ListQuery\n"
        "plans = PlanList(pathlib.Path(sys.argv[1]))\n"
        "plans.catch_up()\n"
        "print(len(plans.read(ListQuery(text='li'), 9)))\n"
        "print(*{'pydantic', 'sqlalchemy', 'PySide6'} & set(sys.modules))"
    )
    command = [sys.executable, "-c", code, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1"]


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("nb", ["Ask", "Zebra", "Ærlig", "Økt", "Åpen"]),
        ("tr", ["Cam", "Çay", "Irmak", "İğne", "Su", "Şal"]),
    ],
)
def test_names_go_by_the_alphabet_of_the_language(
    code: str, names: list[str], store: PlanStore, folder: Path
) -> None:
    for name in names[::-1]:
        store.save(Plan(title=name, brand=name))
    use_language(code)
    try:
        listed = PlanList(folder)
        assert titles(listed, order=Order.TITLE) == names
        assert [brand.name for brand in listed.brands()] == names
        listed.close()
    finally:
        use_language("en")
