"""Checks that need packages of the system: where there are none, they are left out with a word."""

import subprocess
import sys

import pytest

from tests.packaging.scripts import PACKAGING

pytestmark = pytest.mark.skipif("not sys.platform.startswith('linux')")


@pytest.mark.parametrize(
    ("script", "package"), [("screen_reader", "xvfb"), ("program", "binutils")]
)
def test_where_nothing_can_be_installed_a_sentence_says_what_to_type(script, package, tmp_path):
    done = subprocess.run(
        [sys.executable, PACKAGING / f"{script}.py"],
        env={"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 77
    assert "left out" in done.stderr
    assert package in done.stderr.splitlines()[-1].split()
    assert "Traceback" not in done.stderr
