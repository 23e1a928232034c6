"""Nobody is told: no call to a network, no word of a plan in what is not a plan."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from smartgoals.domain.plan import Plan
from smartgoals.storage.location import database_path
from smartgoals.storage.store import PlanStore
from tests.drills.typist import text_of


def can_listen() -> bool:
    """Return whether the calls of a process can be listened to here."""
    if shutil.which("strace") is None:
        return False
    tried = ["strace", "-f", "-qq", "-o", os.devnull, sys.executable, "-c", ""]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.slow


def calls_to_the_network(trace: Path, *command: str) -> list[str]:
    """Run the command; return its calls that go beyond this computer."""
    listened = ["strace", "-f", "-qq", "-e", "trace=%network", "-o", str(trace)]
    done = subprocess.run(
        [*listened, sys.executable, "-m", *command],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = trace.read_text("utf-8", "replace").splitlines()
    return [line for line in lines if "AF_INET" in line or "AF_NETLINK" in line]


def test_writing_saving_and_exporting_call_no_network(folder: Path, tmp_path: Path) -> None:
    if not can_listen():
        pytest.skip("strace listens")
    with PlanStore.open(folder) as store:
        store.save(Plan(id="one"))
    typing = "tests.drills.typist", str(folder), "one", "2000", "close"
    assert calls_to_the_network(tmp_path / "typing", *typing) == []
    with PlanStore.open(folder, read_only=True) as store:
        written = store.load("one").broad_goal
    assert written == text_of(len(written)) != ""
    target = tmp_path / "sheet.pdf"
    export = "smartgoals", "--data-dir", str(folder), "export", "one", "--to", str(target)
    assert calls_to_the_network(tmp_path / "export", *export) == []
    assert target.exists()

    told = {path for path in folder.iterdir() if path.is_file()} - {database_path(folder)}
    told -= set(folder.glob("search.db*"))
    assert told
    assert [path for path in told if written[:5] in path.read_text("utf-8", "replace")] == []
