"""All plans at once, from a real store into a real folder."""

import errno
import os
from importlib.resources import files

import pytest

from smartgoals.documents import atomic
from smartgoals.documents.atomic import WriteError
from smartgoals.documents.export_all import export_all
from smartgoals.documents.exporters import exporter_for
from smartgoals.documents.plan_file import read_plan, read_plan_file
from smartgoals.domain.plan import Plan
from smartgoals.storage.store import PlanStore
from tests.documents.contexts import context

SAMPLES = ("cafe", "campfire", "cost-per-click")


@pytest.fixture
def store(tmp_path):
    with PlanStore.open(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def plans(store):
    folder = files("smartgoals.resources") / "samples"
    kept = [read_plan((folder / f"{name}.json").read_text("utf-8")) for name in SAMPLES]
    for plan in kept:
        store.save(plan)
    return kept


def exported(store, folder, suffix="json", **more):
    return export_all(store, folder, exporter_for(folder, suffix), context(), **more)


def test_each_plan_has_a_file_that_gives_it_back(store, plans, tmp_path):
    done = exported(store, tmp_path / "out")

    found = {plan.id: plan for plan in map(read_plan_file, (tmp_path / "out").iterdir())}
    assert found == {plan.id: plan for plan in plans}
    assert (len(done.written), done.problems, done.is_complete) == (3, (), True)


@pytest.mark.parametrize("suffix", ["ics", "md", "csv-tactics", "xlsx"])
def test_every_format_is_written_for_every_plan(store, plans, tmp_path, suffix):
    done = exported(store, tmp_path / "out", suffix)

    assert len(done.written) == len(plans)
    assert all(path.stat().st_size for path in done.written)


def test_plans_of_one_title_have_files_of_their_own(store, tmp_path):
    for plan_id, title in (("a", "Same"), ("b", "SAME"), ("c", "Same?"), ("d", "")):
        store.save(Plan(id=plan_id, title=title))

    exported(store, tmp_path / "out")

    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"Same (a).json", "SAME (b).json", "Same (c).json", "plan.json"}


def test_a_second_export_replaces_the_files_of_the_first(store, plans, tmp_path):
    exported(store, tmp_path / "out")
    store.save(plans[0].replace(broad_goal="changed"))

    exported(store, tmp_path / "out")

    found = [read_plan_file(path) for path in (tmp_path / "out").iterdir()]
    assert len(found) == 3
    assert "changed" in {plan.broad_goal for plan in found}


def test_formats_of_one_suffix_do_not_replace_each_other(store, tmp_path):
    store.save(Plan(title="Café"))
    for format_name in ("csv-metrics", "csv-tactics", "csv-check-ins", "progress-png", "png"):
        exported(store, tmp_path / "out", format_name)

    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {
        "Café.csv",
        "Café (tactics).csv",
        "Café (check ins).csv",
        "Café (progress).png",
        "Café.png",
    }


def test_a_plan_in_the_trash_stays_there(store, plans, tmp_path):
    store.trash(plans[0].id)

    assert len(exported(store, tmp_path / "out").written) == 2


def test_it_can_be_stopped_between_two_plans(store, plans, tmp_path):
    told = []

    def go_on(done, count):
        told.append((done, count))
        return done < 1

    result = exported(store, tmp_path / "out", go_on=go_on)

    assert told == [(0, 3), (1, 3)]
    assert (len(result.written), result.is_complete) == (1, False)


def test_the_progress_is_told_to_its_end(store, plans, tmp_path):
    told = []

    exported(store, tmp_path / "out", go_on=lambda *now: told.append(now) or True)

    assert told == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_a_full_disk_ends_it_and_leaves_the_old_files(store, plans, tmp_path, monkeypatch):
    exported(store, tmp_path / "out")
    before = {path: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    store.save(plans[0].replace(broad_goal="changed"))

    def full(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(atomic.os, "fsync", full)
    result = exported(store, tmp_path / "out")
    monkeypatch.undo()

    assert (result.written, result.is_complete, len(result.problems)) == ((), False, 1)
    assert "disk is full" in result.problems[0]
    assert {path: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


def test_one_file_that_may_not_be_written_does_not_stop_the_others(store, plans, tmp_path):
    exported(store, tmp_path / "out")
    first = min((tmp_path / "out").iterdir())
    first.unlink()
    first.mkdir()

    result = exported(store, tmp_path / "out")

    assert (len(result.written), len(result.problems), result.is_complete) == (2, 1, True)


def test_a_folder_that_cannot_be_is_a_sentence(store, plans, tmp_path):
    with pytest.raises(WriteError, match="not there"):
        exported(store, tmp_path / "gone" / "out")
    (tmp_path / "file").write_text("mine")

    result = exported(store, tmp_path / "file")

    assert len(result.problems) == 1
    assert (tmp_path / "file").read_text() == "mine"


def test_without_plans_there_is_an_empty_folder(store, tmp_path):
    assert exported(store, tmp_path / "out").written == ()
    assert list((tmp_path / "out").iterdir()) == []
