"""Measures and prints the table: ``python -m tests.benchmarks [--only start,store] [--quick]``.

Each case stands beside its floor or a peer, measured in the same run, one after the other in turns.
A peer that is not installed reads "not measured". On Debian this installs them, and the screen::

    sudo apt-get install -y xvfb valgrind keepassxc libreoffice-writer && pip install vorta
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.case import Case
from tests.benchmarks.machine import machine
from tests.benchmarks.programs import plain_environment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

GROUPS = ("start", "memory", "loop", "window", "store", "lists", "chart", "sheet", "day")
HEADINGS = ("case", "ours", "floor or peer", "ratio", "goal", "held")


def main() -> int:
    """Return 0, whether the goals are held or not: on a busy machine a miss proves nothing."""
    options = _parser().parse_args()
    about, found = _read(options.join) if options.join else _run(options)
    _write(_table(found))
    _write(["", *(f"{name}: {text}" for name, text in about.items())])
    if options.json:
        report = {"machine": about, "cases": [case.as_json() for case in found]}
        options.json.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    return 0


def _run(options: argparse.Namespace) -> tuple[dict[str, str], list[Case]]:
    about = machine()
    begin = time.monotonic()
    found = list(_measured(options.only, ["--quick"] if options.quick else []))
    about["taken"] = f"{time.monotonic() - begin:.0f} s"
    about["command"] = " ".join(["python -m tests.benchmarks", *sys.argv[1:]])
    return about, found


def _read(paths: Iterable[Path]) -> tuple[dict[str, str], list[Case]]:
    """Return the cases of runs that were kept, each as it was measured last."""
    about: dict[str, str] = {}
    found: dict[tuple[str, str], Case] = {}
    for path in paths:
        report = json.loads(path.read_text(encoding="utf-8"))
        about = report["machine"]
        cases = [Case.from_json(case) for case in report["cases"]]
        found |= {(case.name, case.beside): case for case in cases}
    return about, list(found.values())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--only", type=_groups, default=GROUPS, help=", ".join(GROUPS))
    parser.add_argument("--quick", action="store_true", help="less of each, in two minutes")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the numbers there, too")
    help_text = "print the table of runs that --json has kept, instead of measuring"
    parser.add_argument("--join", type=Path, metavar="FILE", nargs="+", help=help_text)
    return parser


def _groups(text: str) -> tuple[str, ...]:
    chosen = tuple(name.strip() for name in text.split(","))
    if unknown := sorted(set(chosen) - set(GROUPS)):
        raise argparse.ArgumentTypeError(f"no such group: {', '.join(unknown)}")
    return chosen


def _measured(groups: Iterable[str], options: list[str]) -> Iterator[Case]:
    for name in groups:
        sys.stderr.write(f"measuring: {name}\n")
        command = [sys.executable, "-m", "tests.benchmarks.group", name, *options]
        done = subprocess.run(command, env=plain_environment(), stdout=subprocess.PIPE, check=False)
        if done.returncode:
            sys.stderr.write(f"{name} failed; the others go on\n")
            continue
        yield from (Case(**fields) for fields in json.loads(done.stdout))


def _table(found: Iterable[Case]) -> list[str]:
    rows = [HEADINGS, *(case.cells() for case in found)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [" | ".join(map(str.ljust, row, widths)).join(("| ", " |")) for row in rows]
    return [lines[0], "|".join("-" * (width + 2) for width in widths).join("||"), *lines[1:]]


def _write(lines: Iterable[str]) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    sys.exit(main())
