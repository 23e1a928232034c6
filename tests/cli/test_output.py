"""What is printed reaches every terminal."""

import io
import json

import pytest

from smartgoals.cli.output import print_json, print_text, table

TEXT = "Café – نمو"


@pytest.fixture
def printed(monkeypatch):
    """Print to a terminal of that encoding; gives its bytes as text."""

    def run(encoding, do, content):
        terminal = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
        monkeypatch.setattr("sys.stdout", terminal)
        do(content)
        terminal.flush()
        return terminal.buffer.getvalue().decode(encoding)

    return run


@pytest.mark.parametrize(
    ("encoding", "shown"), [("ascii", "Caf? ? ???"), ("latin-1", "Café ? ???"), ("utf-8", TEXT)]
)
def test_what_an_encoding_lacks_is_replaced(printed, encoding, shown):
    assert printed(encoding, print_text, TEXT).splitlines() == [shown]


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8", "utf-16"])
def test_json_is_the_same_in_every_encoding(printed, encoding):
    assert json.loads(printed(encoding, print_json, {"name": TEXT})) == {"name": TEXT}


def test_cells_stand_below_each_other():
    assert list(table([("a", "1", ""), ("bbb", "22", "c")])) == ["a    1", "bbb  22  c"]
