import contextlib
import datetime as dt
import sqlite3
import stat
import sys
import threading
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smartgoals.domain.check_in import CheckIn, Reading
from smartgoals.domain.metric import Metric
from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Tactic
from smartgoals.domain.value import FIRST_DAY, LAST_DAY
from smartgoals.storage.errors import (
    AmbiguousReferenceError,
    ChangedElsewhereError,
    StorageError,
    StorageReason,
)
from smartgoals.storage.store import PlanStore
from tests.storage.filled import filled


def reopened(store: PlanStore) -> PlanStore:
    store.close()
    return PlanStore.open(store.path.parent)


def rows(store: PlanStore, table: str) -> int:
    (number,) = row(store, f"SELECT count(*) FROM {table}")  # noqa: S608
    return int(number)


def row(store: PlanStore, query: str) -> Any:
    with contextlib.closing(sqlite3.connect(store.path)) as connection:
        return connection.execute(query).fetchone()


def test_a_saved_plan_is_there_after_the_store_was_closed(store: PlanStore, plan: Plan) -> None:
    store.save(plan)
    with reopened(store) as again:
        assert again.load(plan.id) == plan


def test_saving_again_keeps_the_last_state_only(store: PlanStore, plan: Plan) -> None:
    store.save(plan)
    changed = plan.replace(
        title="Fewer words", metrics=(), tactics=plan.tactics[::-1], check_ins=(), due=None
    )
    store.save(changed)
    with reopened(store) as again:
        assert again.load(plan.id) == changed
        assert [rows(again, table) for table in ("metric", "check_in")] == [0, 0]


def test_parts_keep_their_order_when_one_is_put_first(store: PlanStore, plan: Plan) -> None:
    store.save(plan)
    store.save(plan := plan.replace(tactics=(Tactic(name="New"), *plan.tactics)))
    assert store.load(plan.id) == plan


def test_parts_that_share_an_id_are_all_kept(store: PlanStore) -> None:
    twins = (Tactic(id="same", name="One"), Tactic(id="same", name="Two"))
    store.save(plan := Plan(tactics=twins))
    assert store.load(plan.id) == plan


def test_plans_may_have_parts_of_the_same_ids(store: PlanStore, plan: Plan) -> None:
    store.save(plan)
    store.save(copy := plan.replace(id="copy", title="A copy"))
    assert (store.load(plan.id), store.load("copy")) == (plan, copy)


def test_decimals_are_text_in_the_file(store: PlanStore) -> None:
    plan = filled(Plan)
    store.save(plan)
    assert row(store, "SELECT typeof(budget), budget FROM plan") == ("text", str(plan.budget))
    (readings,) = row(store, "SELECT readings FROM check_in")
    assert f'"value":"{plan.check_ins[0].readings[0].value}"' in readings


def test_the_folder_and_the_file_are_for_their_owner_only(store: PlanStore, plan: Plan) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows has no such permissions")
    store.save(plan)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (store.path.parent, store.path)]
    assert modes == [0o700, 0o600]


def test_nothing_but_the_database_lies_in_the_folder(store: PlanStore, plan: Plan) -> None:
    store.save(plan)
    assert [path.name for path in store.path.parent.iterdir()] == ["smartgoals.db"]


def test_a_folder_name_may_hold_what_means_something_in_a_uri(tmp_path: Path, plan: Plan) -> None:
    folder = tmp_path / "what? #1 100%25 ü"
    with PlanStore.open(folder) as store:
        store.save(plan)
    with PlanStore.open(folder) as store:
        assert store.load(plan.id) == plan
        assert store.path.parent == folder
    assert [path.name for path in tmp_path.iterdir()] == [folder.name]


def test_a_plan_that_is_not_there_is_not_found(store: PlanStore) -> None:
    with pytest.raises(StorageError) as caught:
        store.load("nobody")
    assert caught.value.reason is StorageReason.NOT_FOUND


def test_saving_what_is_stored_already_changes_nothing(store: PlanStore, plan: Plan) -> None:
    store.save(plan)
    before = store.path.read_bytes()
    store.save(plan)
    assert store.path.read_bytes() == before


def several(part: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(part, max_size=4).map(tuple)


words = st.text(max_size=3)
changes = {
    "title": words,
    "tactics": several(st.builds(Tactic, id=st.sampled_from("abc"), name=words)),
    "metrics": several(st.builds(Metric, id=st.just("m"), unit=words)),
    "check_ins": several(st.builds(CheckIn, id=st.just("c"), day=st.dates(FIRST_DAY, LAST_DAY))),
}
edits = st.tuples(
    st.sampled_from(["one", "two"]), st.fixed_dictionaries({}, optional=changes), st.booleans()
)


@settings(max_examples=40, deadline=None)
@given(edits=st.lists(edits, max_size=8))
def test_whatever_is_edited_in_whatever_order_comes_back(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, dict[str, Any], bool]]
) -> None:
    plans = {plan_id: Plan(id=plan_id) for plan_id in ("one", "two")}
    with PlanStore.open(tmp_path_factory.mktemp("data")) as store:
        for plan in plans.values():
            store.save(plan)
        for plan_id, changes, puts_away in edits:
            plans[plan_id] = plans[plan_id].replace(**changes)
            store.save(plans[plan_id])
            if puts_away:
                store.trash(plan_id)
                store.restore(plan_id)
        with PlanStore.open(store.path.parent) as again:
            assert {plan_id: again.load(plan_id) for plan_id in plans} == plans


def test_the_version_goes_up_with_every_change_of_a_part_too(store: PlanStore, plan: Plan) -> None:
    versions = []
    for tactics in (plan.tactics, plan.tactics[:1], plan.tactics[:1], ()):
        store.save(plan.replace(tactics=tactics))
        versions += row(store, "SELECT version FROM plan")
    assert versions == [1, 2, 2, 3]


# Two windows on one folder


def test_a_plan_changed_elsewhere_is_not_overwritten(
    store: PlanStore, folder: Path, plan: Plan
) -> None:
    store.save(plan)
    with PlanStore.open(folder) as other:
        theirs = other.load(plan.id).replace(title="Theirs")
        other.save(theirs)
    mine = plan.replace(title="Mine")
    with pytest.raises(ChangedElsewhereError) as caught:
        store.save(mine)
    assert caught.value.reason is StorageReason.CHANGED_ELSEWHERE
    assert (caught.value.mine, caught.value.theirs) == (mine, theirs)
    with reopened(store) as again:
        assert again.load(plan.id) == theirs


def test_the_same_change_made_elsewhere_is_no_conflict(
    store: PlanStore, folder: Path, plan: Plan
) -> None:
    store.save(plan)
    changed = plan.replace(title="The same", tactics=())
    with PlanStore.open(folder) as other:
        other.load(plan.id)
        other.save(changed)
    store.save(changed)
    store.save(changed.replace(brand="More"))
    assert store.load(plan.id) == changed.replace(brand="More")


def test_an_edit_of_a_part_alone_counts_as_a_change(
    store: PlanStore, folder: Path, plan: Plan
) -> None:
    store.save(plan)
    with PlanStore.open(folder) as other:
        stored = other.load(plan.id)
        other.save(stored.with_tactic(stored.tactics[0].replace(note="Theirs")))
    with pytest.raises(ChangedElsewhereError):
        store.save(plan.replace(title="Mine"))


def test_a_plan_deleted_elsewhere_is_not_resurrected(
    store: PlanStore, folder: Path, plan: Plan
) -> None:
    store.save(plan)
    with PlanStore.open(folder) as other:
        other.delete_forever(plan.id)
    with pytest.raises(ChangedElsewhereError) as caught:
        store.save(plan.replace(title="Mine"))
    assert caught.value.reason is StorageReason.DELETED_ELSEWHERE
    assert caught.value.theirs is None
    assert store.overviews() == []


def test_a_plan_put_into_the_trash_elsewhere_is_not_changed(
    store: PlanStore, folder: Path, plan: Plan
) -> None:
    store.save(plan)
    with PlanStore.open(folder) as other:
        other.trash(plan.id)
    with pytest.raises(ChangedElsewhereError):
        store.save(plan.replace(title="Mine"))


def test_a_plan_with_the_id_of_a_stored_one_is_not_written_over_it(
    store: PlanStore, folder: Path, plan: Plan
) -> None:
    store.save(plan)
    with PlanStore.open(folder) as other, pytest.raises(ChangedElsewhereError):
        other.save(plan.replace(title="Imported"))


def test_theirs_can_be_kept_by_loading_it(store: PlanStore, folder: Path, plan: Plan) -> None:
    store.save(plan)
    with PlanStore.open(folder) as other:
        other.save(other.load(plan.id).replace(title="Theirs"))
    theirs = store.load(plan.id)
    store.save(theirs.replace(brand="Seen"))
    assert store.load(plan.id).title == "Theirs"


@pytest.mark.parametrize("deleted", [False, True])
def test_mine_can_be_kept_by_overwriting(
    store: PlanStore, folder: Path, plan: Plan, *, deleted: bool
) -> None:
    store.save(plan)
    with PlanStore.open(folder) as other:
        if deleted:
            other.delete_forever(plan.id)
        else:
            other.save(other.load(plan.id).replace(title="Theirs"))
    store.overwrite(mine := plan.replace(title="Mine"))
    store.save(mine := mine.replace(title="Mine again"))
    assert store.load(plan.id) == mine


# Trash, archive


def test_a_plan_in_the_trash_leaves_the_list_and_comes_back(store: PlanStore, plan: Plan) -> None:
    store.save(plan)
    store.trash(plan.id)
    assert store.overviews() == []
    (trashed,) = store.overviews(trashed=True)
    assert trashed.id == plan.id
    assert trashed.trashed
    store.restore(plan.id)
    (restored,) = store.overviews()
    assert not restored.trashed
    assert store.load(plan.id) == plan


def test_a_plan_can_be_saved_after_its_trip_to_the_trash(store: PlanStore, plan: Plan) -> None:
    store.save(plan)
    store.trash(plan.id)
    store.restore(plan.id)
    store.save(changed := plan.replace(title="Back"))
    assert store.load(plan.id) == changed


def test_trashing_does_not_hide_that_a_plan_was_changed_elsewhere(
    store: PlanStore, folder: Path, plan: Plan
) -> None:
    store.save(plan)
    with PlanStore.open(folder) as other:
        other.save(other.load(plan.id).replace(title="Theirs"))
    store.trash(plan.id)
    store.restore(plan.id)
    with pytest.raises(ChangedElsewhereError):
        store.save(plan.replace(title="Mine"))


def test_a_plan_deleted_forever_leaves_nothing_behind(store: PlanStore) -> None:
    store.save(plan := filled(Plan).replace(title="Sesame"))
    store.delete_forever(plan.id)
    tables = ("plan", "metric", "tactic", "check_in", "adjustment")
    assert [rows(store, table) for table in tables] == [0] * len(tables)
    assert b"Sesame" not in store.path.read_bytes()


def test_an_archived_plan_says_so(store: PlanStore, plan: Plan) -> None:
    store.save(plan)
    store.archive(plan.id)
    assert store.overviews()[0].archived
    store.archive(plan.id, archived=False)
    assert not store.overviews()[0].archived


@pytest.mark.parametrize("action", ["trash", "restore", "archive", "delete_forever"])
def test_what_is_not_there_cannot_be_put_away(store: PlanStore, action: str) -> None:
    with pytest.raises(StorageError) as caught:
        getattr(store, action)("nobody")
    assert caught.value.reason is StorageReason.NOT_FOUND


# Finding


@pytest.fixture
def three_titles(store: PlanStore) -> dict[str, str]:
    plans = [Plan(title=title) for title in ("Cafe in spring", "Cafe in spring 2028", "ÉTÉ")]
    for plan in plans:
        store.save(plan)
    return {plan.title: plan.id for plan in plans}


@pytest.mark.parametrize(
    ("reference", "title"),
    [
        ("cafe in spring 2", "Cafe in spring 2028"),
        ("CAFE IN SPRING", "Cafe in spring"),
        ("e\u0301t", "ÉTÉ"),
    ],
)
def test_a_plan_is_found_by_the_start_of_its_title(
    store: PlanStore, three_titles: dict[str, str], reference: str, title: str
) -> None:
    assert store.find(reference) == three_titles[title]


def test_a_plan_is_found_by_its_id(store: PlanStore, three_titles: dict[str, str]) -> None:
    assert [store.find(plan_id) for plan_id in three_titles.values()] == [*three_titles.values()]


def test_a_start_that_fits_several_names_them(
    store: PlanStore, three_titles: dict[str, str]
) -> None:
    with pytest.raises(AmbiguousReferenceError) as caught:
        store.find("caf")
    assert {found.title for found in caught.value.candidates} == {
        "Cafe in spring",
        "Cafe in spring 2028",
    }
    assert "Cafe" not in str(caught.value)


@pytest.mark.parametrize("reference", ["", "  ", "in spring", "Cafes", "\udcff", "%"])
def test_what_begins_no_title_is_not_found(
    store: PlanStore, three_titles: dict[str, str], reference: str
) -> None:
    with pytest.raises(StorageError) as caught:
        store.find(reference)
    assert caught.value.reason is StorageReason.NOT_FOUND


def test_a_title_in_the_trash_is_not_found(store: PlanStore, three_titles: dict[str, str]) -> None:
    store.trash(three_titles["ÉTÉ"])
    with pytest.raises(StorageError):
        store.find("ét")


# Threads


def test_a_store_opened_in_a_worker_thread_is_used_in_another(folder: Path, plan: Plan) -> None:
    opened: list[PlanStore] = []
    worker = threading.Thread(target=lambda: opened.append(PlanStore.open(folder)))
    worker.start()
    worker.join()
    with opened[0] as store:
        store.save(plan)
        assert store.load(plan.id) == plan


def test_threads_take_turns(store: PlanStore) -> None:
    plans = [Plan(title=f"Plan {number}") for number in range(12)]
    workers = [threading.Thread(target=store.save, args=(plan,)) for plan in plans]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert {found.id for found in store.overviews()} == {plan.id for plan in plans}


def test_a_closed_store_says_that_it_is_closed(store: PlanStore, plan: Plan) -> None:
    store.close()
    for use in (lambda: store.save(plan), lambda: store.load(plan.id), store.overviews):
        with pytest.raises(StorageError) as caught:
            use()
        assert caught.value.reason is StorageReason.CLOSED


def test_the_moment_of_a_save_is_known_in_utc(store: PlanStore, plan: Plan) -> None:
    before = dt.datetime.now(dt.UTC)
    store.save(plan)
    assert before <= store.overviews()[0].saved_at <= dt.datetime.now(dt.UTC)


def test_several_plans_are_saved_together_or_not_at_all(store: PlanStore) -> None:
    store.save_all((Plan(id="a", title="A"), Plan(id="b", title="B")))
    with PlanStore.open(store.path.parent) as other:
        other.save(other.load("b").replace(title="Theirs"))
    with pytest.raises(ChangedElsewhereError):
        store.save_all((Plan(id="c"), Plan(id="b", title="Mine")))
    assert {plan.id for plan in store.overviews()} == {"a", "b"}


def test_every_change_is_told_and_what_is_only_read_is_not(store: PlanStore, plan: Plan) -> None:
    told: list[str] = []
    store.on_change = told.append
    store.save(plan)
    store.load(plan.id)
    assert told == [plan.id]
    store.archive(plan.id)
    store.trash(plan.id)
    store.restore(plan.id)
    store.delete_forever(plan.id)
    assert told == [plan.id] * 5


def test_emptying_the_trash_leaves_what_is_thrown_away_later(store: PlanStore) -> None:
    plans = [Plan(title=f"Plan {number}") for number in range(3)]
    store.save_all(plans)
    store.trash(plans[0].id)
    moment = dt.datetime.now(dt.UTC)
    store.trash(plans[1].id)
    store.empty_trash(moment)
    assert [line.title for line in store.overviews(trashed=True)] == ["Plan 1"]
    assert [line.title for line in store.overviews()] == ["Plan 2"]


def test_years_of_check_ins_to_come_do_not_swell_the_list(store: PlanStore) -> None:
    metric = Metric(id="fans", name="Fans")
    first = dt.date(2100, 1, 1)
    check_ins = tuple(
        CheckIn(
            id=f"c{n}",
            day=first + dt.timedelta(days=n),
            readings=(Reading(metric_id="fans", value=Decimal(n)),),
        )
        for n in range(500)
    )
    store.save(plan := Plan(metrics=(metric,), check_ins=check_ins))
    [listed] = store.overviews()
    assert len(listed.progresses) < 50_000
    assert store.load(plan.id) == plan
