"""How often the drills do what they do: a few times in the tests, as often as asked elsewhere."""

import os

VARIABLE = "SMARTGOALS_ROUNDS"
"""The environment variable: ``full``, or a number of rounds for each drill."""


def are_full() -> bool:
    """Return whether everything is to be tried."""
    return os.environ.get(VARIABLE) == "full"


def rounds(few: int, full: int) -> int:
    """Return ``few``, the ``full`` number when that is asked for, or the number that is."""
    asked = os.environ.get(VARIABLE, "")
    if are_full():
        return full
    return min(int(asked), full) if asked.isdigit() else few
