"""From an empty folder to a tactic on the chart by the accessibility bus alone, not looking once.

It needs a screen and buses that a machine for tests does not have; ``.ci/run`` installs them and
sets ``SMARTGOALS_SCREEN_READER``. With that, nothing is skipped: what is missing fails.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.screen_reader.desktop import Desktop
from tests.screen_reader.machine import missing_programs
from tests.screen_reader.reader import RETURN, RIGHT, TAB, Reader, Thing

SWITCH = "SMARTGOALS_SCREEN_READER"
pytestmark = pytest.mark.skipif(
    not os.environ.get(SWITCH), reason=f"needs the accessibility bus: .ci/run sets {SWITCH}"
)

SENTENCE = "We bake bread for our street"
BRAND = "Riverside"
TACTIC = "Post three stories a week"


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    assert not missing_programs()
    with Desktop() as started:
        yield started


@pytest.fixture
def reader(desktop: Desktop) -> Iterator[Reader]:
    with desktop.connect_accessibility() as bus:
        yield Reader(bus)


@pytest.fixture
def program(desktop: Desktop, reader: Reader, tmp_path: Path) -> Thing:
    """The program on an empty folder, as the reader finds it."""
    folder = tmp_path / "plans"
    process = desktop.start(sys.executable, "-m", "smartgoals", "--data-dir", folder)
    try:
        return reader.program()
    except AssertionError:
        process.kill()
        pytest.fail(f"no window came up: {process.communicate()[0]}")


def test_a_plan_is_begun_and_its_tactic_moved_without_looking(
    reader: Reader, program: Thing
) -> None:
    start = reader.find(program, "push button", "Start a plan")
    reader.click(reader.find(program, "label", "From “we should do more” to a plan"))
    reader.wait_for(lambda: start in reader.focused(program))
    reader.press(start)

    why = reader.find(program, "panel", "What is it all for?")
    business = "What do you do? One sentence that a child would understand"
    sentence = reader.find(why, "text", business)
    reader.wait_for(lambda: sentence in reader.focused(program))
    reader.write(sentence, SENTENCE)
    reader.type(ord("s"))
    reader.wait_for(lambda: reader.text(sentence) == f"{SENTENCE}s")
    reader.write(reader.find(why, "text", "Brand or client"), BRAND)
    reader.wait_for(lambda: "All changes saved" in reader.said())
    reader.find(program, "label", "All changes saved")

    reader.press(reader.find(program, "radio button", "Tactics"))
    new = reader.find(program, "text", "New tactic")
    reader.focus(new)
    reader.write(new, TACTIC)
    reader.type(RETURN)
    reader.focus(reader.find(program, "text", "Who"))
    for label, score in (("Value", "8"), ("Complexity", "3")):
        reader.type(TAB)
        combo = reader.find_labelled(program, "combo box", label)
        reader.wait_for(lambda combo=combo: combo in reader.focused(program))
        reader.type(ord(score))
        reader.wait_for(lambda combo=combo, score=score: reader.name(combo) == score)

    chart = reader.find(program, "chart", "Value and complexity of the tactics")
    reader.focus(chart)
    reader.type(RIGHT)
    reader.wait_for(lambda: "complexity 4" in reader.description(chart))
    assert reader.said()[-1] == reader.description(chart)
    assert TACTIC in reader.description(chart)
    table = reader.find(program, "table", "Tactics in order of work")
    reader.find(table, "cell", "Complexity: 4")

    reader.press(reader.find(program, "push button", "← All plans"))
    plans = reader.find(program, "table", "Saved plans")
    reader.wait_for(lambda: any(BRAND in reader.name(plan) for plan in reader.everything(plans)))
