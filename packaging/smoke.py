"""Try a built or installed program as a user without Python would, with the standard library only.

    python3 packaging/smoke.py                                  # the one in dist/SmartGoals
    python3 packaging/smoke.py --screen /usr/bin/smartgoals     # in a real window

Makes a plan, exports it to every format, takes the plan file in again and finds the same plan,
opens the window, goes back to a backup, and speaks every language. Everything happens in a home
folder of its own, on a path without Python.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import program
from project import LANGUAGES, ROOT, expect, version

SAMPLE = ROOT / "resources" / "samples" / "cafe.json"
FORMATS = {
    "pdf": (".pdf", b"%PDF-"),
    "smartgoals": (".smartgoals", b"{"),
    "json": (".json", b"{"),
    "png": (".png", b"\x89PNG"),
    "svg": (".svg", b"<?xml"),
    "progress-png": (".png", b"\x89PNG"),
    "progress-svg": (".svg", b"<?xml"),
    "ics": (".ics", b"BEGIN:VCALENDAR"),
    "xlsx": (".xlsx", b"PK"),
    "csv-metrics": (".csv", b"\xef\xbb\xbf"),
    "csv-tactics": (".csv", b"\xef\xbb\xbf"),
    "csv-check-ins": (".csv", b"\xef\xbb\xbf"),
    "markdown": (".md", b"# "),
    "text": (".txt", b""),
}
"""The suffix of each format, and how its files begin; a test sees to it that none is forgotten."""
KEPT = ("DISPLAY", "XAUTHORITY", "SYSTEMROOT", "SYSTEMDRIVE", "TEMP", "TMP", "TMPDIR")
"""What of the environment the program gets, besides its own home."""
TIME_LIMIT = 180


class Program:
    """The program to try, with a home folder of its own."""

    def __init__(self, command: Path, home: Path, *, on_screen: bool) -> None:
        self.command = command
        self.home = home
        empty = home / "empty path"
        empty.mkdir()
        folders = ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA")
        kept = {name: os.environ[name] for name in KEPT if name in os.environ}
        self.environment = {**kept, **dict.fromkeys(folders, str(home)), "PATH": str(empty)}
        self.environment["LANG"] = "C.UTF-8"
        if not on_screen:
            self.environment["QT_QPA_PLATFORM"] = "offscreen"

    def run(self, *arguments: str | Path, **environment: str) -> str:
        """Return what the program prints; end with its own words when it fails or warns."""
        started = time.monotonic()
        done = subprocess.run(
            [str(self.command), *map(str, arguments)],
            env={**self.environment, **environment},
            cwd=self.home,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=TIME_LIMIT,
            check=False,
        )
        words = arguments[0] if arguments else "(window)"
        print(f"{words:<12} {time.monotonic() - started:5.2f} s", flush=True)
        if done.returncode != 0 or done.stderr:
            raise SystemExit(f"{words}: code {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout


def main(arguments: list[str]) -> None:
    """Try the program; end with a sentence at the first thing that is wrong."""
    parser = argparse.ArgumentParser(description="Try a built program.")
    parser.add_argument("command", type=Path, nargs="?", default=program.COMMAND)
    parser.add_argument("--screen", action="store_true", help="open the window on a real screen")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="smartgoals-smoke-") as folder:
        tried = Program(options.command.absolute(), Path(folder), on_screen=options.screen)
        try_version(tried)
        plan_id = tried.run("import", SAMPLE).strip()
        try_exports(tried, plan_id)
        try_window(tried)
        try_backup(tried)
        try_languages(tried)
    print(f"{options.command} works.")


def try_version(tried: Program) -> None:
    """See the version of this source tree in the program."""
    expect(tried.run("--version").split() == ["SmartGoals", version()], "another version")


def try_exports(tried: Program, plan_id: str) -> None:
    """Export to every format, and find the very same plan in the plan file."""
    for name, (suffix, beginning) in FORMATS.items():
        target = tried.home / f"plan é {name}{suffix}"
        tried.run("export", plan_id, "--to", target, "--format", name)
        expect(target.read_bytes().startswith(beginning), f"{target.name} is not what it says")
    again = tried.run("import", tried.home / "plan é smartgoals.smartgoals").strip()
    expect(again not in {"", plan_id}, "the plan file made no second plan")
    expect(shown(tried, again) == shown(tried, plan_id), "the second plan is another one")
    goals = tried.home / "map.pdf"
    tried.run("map", "--to", goals)
    expect(goals.read_bytes().startswith(b"%PDF-"), "the map is no PDF")


def shown(tried: Program, plan_id: str) -> dict[str, Any]:
    """Return all that the program says of a plan but its id."""
    plan: dict[str, Any] = json.loads(tried.run("show", plan_id, "--json", "--on", "2027-04-30"))
    expect(bool(plan.pop("id")), "a plan without id")
    return plan


def try_window(tried: Program) -> None:
    """Open the window twice, the second time on what the first one left."""
    for _ in range(2):
        tried.run(SMARTGOALS_QUIT_AFTER_PAINT="1")
    plans = json.loads(tried.run("list", "--json"))
    expect(len(plans) == len(("the sample", "its copy")), "plans are missing")


def try_backup(tried: Program) -> None:
    """Go back to a backup, and find every plan whole."""
    before, backup = tried.run("list", "--json"), tried.home / "backup.db"
    tried.run("backup", "--to", backup)
    tried.run("duplicate", json.loads(before)[0]["id"])
    expect(tried.run("list", "--json") != before, "no third plan")
    tried.run("restore", backup)
    expect(tried.run("list", "--json") == before, "the backup brought other plans")
    tried.run("verify")


def try_languages(tried: Program) -> None:
    """Hear the same help in words of each language."""
    said = {tried.run("--help", LANG=f"{code}.UTF-8") for code in LANGUAGES}
    expect(len(said) == len(LANGUAGES), "a language is missing")


if __name__ == "__main__":
    main(sys.argv[1:])
