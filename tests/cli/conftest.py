"""Commands in the way a user types them."""

import os
import subprocess
import sys
from importlib.resources import files
from types import SimpleNamespace

import pytest

from smartgoals.__main__ import main

SAMPLES = files("smartgoals.resources") / "samples"


@pytest.fixture
def folder(tmp_path):
    """A data folder that is not there yet."""
    return tmp_path / "plans"


@pytest.fixture
def smartgoals(folder, capsys, monkeypatch):
    """Run a command on the data folder; gives its exit code, output and sentences."""
    monkeypatch.setenv("SMARTGOALS_DATA_DIR", str(folder))

    def run(*arguments):
        capsys.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as end:
            code = end.code
        printed = capsys.readouterr()
        return SimpleNamespace(code=code, out=printed.out, err=printed.err)

    return run


@pytest.fixture
def smartgoals_process(folder):
    """Run a command in a process of its own, with an output such as a full disk."""

    def run(*arguments, **settings):
        environment = {**os.environ, "SMARTGOALS_DATA_DIR": str(folder), **settings.pop("env", {})}
        return subprocess.run(
            [sys.executable, "-m", "smartgoals", *map(str, arguments)],
            env=environment,
            stderr=subprocess.PIPE,
            check=False,
            **settings,
        )

    return run


@pytest.fixture
def cafe_id(smartgoals):
    """The id of the cafe sample, taken into the data folder."""
    return smartgoals("import", SAMPLES / "cafe.json").out.strip()
