"""File names: what a title becomes, so that every system takes it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.documents.file_names import MAX_BYTES, file_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Fill the new café", "Fill the new café"),
        ("10/20: what? <next>", "10 20 what next"),
        ("CON", "plan CON"),
        ("nul.backup", "plan nul.backup"),
        ("  ..  ", "plan"),
        ("ends with dots ...", "ends with dots"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(title) == name


@given(st.text())
def test_no_title_makes_a_name_that_is_too_long_or_leads_elsewhere(title: str) -> None:
    name = file_name(title)
    assert name
    assert len(name.encode()) <= MAX_BYTES + len("plan ")
    assert not set(name) & set('<>:"/\\|?*\n\0')
    assert name == name.strip(" .")
