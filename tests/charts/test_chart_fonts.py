"""Which font draws which character, on a machine that has next to none of its own."""

import pytest
from matplotlib.font_manager import FontEntry, FontProperties, findfont, fontManager

from smartgoals.charts import chart_fonts


@pytest.mark.parametrize("weight", [400, 600])
def test_a_family_is_asked_by_the_face_that_is_drawn(weight):
    # It comes with matplotlib, and its faces do not have the same letters.
    (stix,) = (each for each in chart_fonts._entries(weight) if each.name == "STIXGeneral")

    assert stix.fname == findfont(FontProperties(family=["STIXGeneral"], weight=weight))


@pytest.mark.parametrize(("weight", "face"), [(400, "400-normal"), (600, "700-normal")])
def test_of_a_family_the_nearest_face_counts_whatever_the_order_of_its_files(
    monkeypatch, weight, face
):
    faces = [
        FontEntry(fname=f"{weight}-{stretch}", name="Sans", weight=weight, stretch=stretch)
        for weight, stretch in [(700, "normal"), (400, "normal"), ("light", "normal")]
    ] + [FontEntry(fname="narrow", name="Sans", weight=weight, stretch="condensed")]
    monkeypatch.setattr(fontManager, "ttflist", faces)
    monkeypatch.setattr(fontManager, "addfont", lambda _: None)

    (entry,) = chart_fonts._entries.__wrapped__(weight)
    assert entry.fname == face
