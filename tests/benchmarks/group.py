"""Measures one group in a process of its own and prints its cases: memory and threads of one
group do not disturb the next.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
from dataclasses import asdict
from typing import Any

from smartgoals.__main__ import TURN
from tests.benchmarks.case import Plenty


def main() -> None:
    """Measure the group that is named and print its cases as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name")
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # One chart never pays back the threads of numpy; the program sets the same.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.excepthook = _give_up
    _begin_as_the_program_does()
    group = importlib.import_module(f"tests.benchmarks.{options.name}")
    found = [asdict(case) for case in group.cases(Plenty(options.quick))]
    sys.stdout.write(json.dumps(found))
    sys.stdout.flush()
    os._exit(0)  # Whatever still goes on in other threads is not measured.


def _begin_as_the_program_does() -> None:
    import smartgoals.quick_qt  # noqa: F401 - before anything of Qt

    sys.setswitchinterval(TURN)


def _give_up(*error: Any) -> None:
    """Tell and end: the program lives on after a fault, but its times are worth nothing then."""
    sys.__excepthook__(*error)
    os._exit(1)


if __name__ == "__main__":
    main()
