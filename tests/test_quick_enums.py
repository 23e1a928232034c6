"""Qt's enumerations made quickly are the same as those that Python makes."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from smartgoals.quick_enums import IS_KNOWN

ALL_OF_QT = """
import enum, importlib, pickle, sys

if sys.argv[1] == "quickly":
    from smartgoals.quick_enums import make_enums_quickly
    make_enums_quickly()

def say(ask):
    try:
        print(ask())
    except Exception as error:
        print(type(error), error)

def tell(made):
    print(made.__module__, made.__qualname__, made.__mro__)
    inner = ("_member_names_", "_unhashable_values_", "_member_type_", "_use_args_", "_boundary_",
        "_flag_mask_", "_singles_mask_", "_all_bits_", "_inverted_", "_value2member_map_")
    print([getattr(made, name, "nothing") for name in inner])
    print(sorted(vars(made)))
    print(list(made), len(made), made.__members__)
    for name, member in made.__members__.items():
        print(name, repr(member), str(member), f"{member}", hash(member), vars(member))
        print(made(member.value) is member, made[name] is member, getattr(made, name) is member)
        say(lambda: pickle.loads(pickle.dumps(member)) is member)
    members = list(made.__members__.values())[:6]
    if issubclass(made, enum.Flag):
        for one in members:
            say(lambda: (~one, bool(one), int(one.value)))
            say(lambda: list(one))
            say(lambda: [(one | o, one & o, one ^ o, o in one) for o in members])
    for number in (-1, 0, 3, 12345):
        say(lambda: made(number))

def enums(owner, seen):
    for name in sorted(dir(owner)):
        value = getattr(owner, name, None)
        if isinstance(value, type) and value not in seen:
            seen.add(value)
            if issubclass(value, enum.Enum):
                yield value
            elif value.__module__.startswith("PySide6"):
                yield from enums(value, seen)

found, seen = 0, set()
for module in ("QtCore", "QtGui", "QtWidgets"):
    for made in enums(importlib.import_module(f"PySide6.{module}"), seen):
        found += 1
        tell(made)
print(found)
"""


def told(how: str) -> list[str]:
    command = [sys.executable, "-c", ALL_OF_QT, how]
    # What is told has hashes of texts in it.
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return done.stdout.splitlines()


@pytest.mark.skipif(not IS_KNOWN, reason="Python makes the enumerations itself")
def test_every_enumeration_of_qt_is_what_python_would_have_made():
    quickly, as_usual = told("quickly"), told("as usual")
    assert quickly == as_usual
    assert int(quickly[-1]) > 300
