"""Which font draws which character, on a machine that has next to none of its own."""

from matplotlib.font_manager import FontEntry, FontProperties, findfont, fontManager

from smartgoals.charts import chart_fonts


def test_a_family_is_asked_by_the_face_that_is_drawn():
    # It comes with matplotlib, and its bold face has letters that the regular one lacks.
    (stix,) = (entry for entry in chart_fonts._entries() if entry.name == "STIXGeneral")

    assert stix.fname == findfont(FontProperties(family=["STIXGeneral"], weight=400))


def test_of_a_family_the_regular_face_counts_whatever_the_order_of_its_files(monkeypatch):
    faces = [
        FontEntry(fname=f"{weight}-{stretch}", name="Sans", weight=weight, stretch=stretch)
        for weight, stretch in [(700, "normal"), (400, "normal"), ("light", "normal")]
    ] + [FontEntry(fname="narrow", name="Sans", weight=400, stretch="condensed")]
    monkeypatch.setattr(fontManager, "ttflist", faces)
    monkeypatch.setattr(fontManager, "addfont", lambda _: None)

    (entry,) = chart_fonts._entries.__wrapped__()
    assert entry.fname == "400-normal"
