"""The alignment map as PDF, read back by another program."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from smartgoals.documents.atomic import WriteError
from smartgoals.documents.exporter import Paper
from smartgoals.documents.map_sheet import map_pdf, write_map
from smartgoals.domain.alignment_map import alignment_map
from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Tactic
from tests.documents.contexts import context

GOALS = ("become the regular stop", "fill the tables on weekdays")


def read(*plans: Plan, **options: object) -> PdfReader:
    maps = alignment_map(plans)
    return PdfReader(io.BytesIO(map_pdf(maps, context(**options))))  # type: ignore[arg-type]


def text_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_the_map_says_goals_plans_and_tactics(cafe: Plan) -> None:
    text = text_of(read(cafe.replace(company_goals=GOALS, served_goal=0)))
    parts = ["Riverside Café", *GOALS[:1], cafe.title, "1 Post 3 café stories", "(parked)"]
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)
    assert text.index(GOALS[1]) < text.index("No plan serves this goal yet.")


def test_plans_that_serve_nothing_are_shown_as_such() -> None:
    text = text_of(read(Plan(title="Adrift", brand="Shop", company_goals=("Grow",))))
    assert text.index("serve no goal of the business") < text.index("Adrift")


def test_the_map_is_tagged_and_has_title_and_language(cafe: Plan) -> None:
    reader = read(cafe, language="nb")
    assert reader.metadata is not None
    assert reader.metadata.title == "Riverside Café"
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nb"


def test_several_brands_stand_below_each_other_by_name() -> None:
    text = text_of(read(Plan(title="P"), Plan(brand="Økt"), Plan(brand="Çınaraltı Kahve")))
    places = [text.index(name) for name in ("Çınaraltı Kahve", "Økt", "Without a brand")]
    assert places == sorted(places)


def test_a_long_map_has_several_pages_each_with_the_goal_it_goes_on_with() -> None:
    tactics = tuple(Tactic(name=f"Do piece {number}") for number in range(8))
    plans = [
        Plan(title=f"Plan {n}", brand="B", company_goals=("Grow",), served_goal=0, tactics=tactics)
        for n in range(30)
    ]
    reader = read(*plans)
    assert len(reader.pages) > 3
    assert all("Grow" in page.extract_text() for page in reader.pages)
    text = text_of(reader)
    assert all(f"Plan {number} " in text for number in range(30))


def test_a_plan_of_more_tactics_than_a_page_has_room_for_goes_on() -> None:
    tactics = tuple(Tactic(name=f"Do piece {number}") for number in range(300))
    text = text_of(read(Plan(title="Long", tactics=tactics)))
    assert all(f"Do piece {number} " in f"{text} " for number in (0, 150, 299))


@pytest.mark.parametrize("text", ['#import "x" $_*`@<b>', "W" * 900, "مرحبا 日本語 🙂", "]" * 40])
def test_the_users_words_are_never_markup(text: str) -> None:
    plan = Plan(
        title=text,
        brand=text,
        company_goals=(text,),
        served_goal=0,
        strategy=text,
        tactics=(Tactic(name=text),),
    )
    assert len(read(plan).pages) >= 1


def test_without_plans_the_map_says_so() -> None:
    reader = read(paper=Paper.LETTER)
    assert "No plans yet." in text_of(reader)
    assert reader.pages[0].mediabox.width == 612


def test_the_file_is_replaced_only_when_all_went_well(tmp_path: Path) -> None:
    write_map((), tmp_path / "map.pdf", context())
    assert (tmp_path / "map.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(WriteError):
        write_map((), tmp_path / "gone" / "map.pdf", context())


def test_no_line_ends_between_a_day_and_its_month(cafe: Plan) -> None:
    text = read(cafe).pages[0].extract_text()
    assert "20\u00a0April 2027" in text
    assert re.findall(r"\d[ \n][A-Z][a-z]+ 20\d\d", text) == []
