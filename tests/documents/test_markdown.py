"""The plan in words: as Markdown and as plain text."""

import datetime as dt
from decimal import Decimal

import pytest

from smartgoals.documents.markdown import escaped, markdown
from smartgoals.documents.plain_text import plain_text
from smartgoals.domain.check_in import CheckIn, Reading
from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Tactic
from smartgoals.words.statement import statement
from tests.documents.contexts import context


def tables(text):
    """The tables of a Markdown text, as rows of cells."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def test_markdown_begins_with_the_title_and_holds_the_statement(cafe):
    text = markdown(cafe, context())

    assert text.startswith(f"# {cafe.title}\n")
    assert statement(cafe, context().formats) in text


def test_markdown_has_every_metric_and_tactic_in_tables(cafe):
    cells = {cell for row in tables(markdown(cafe, context())) for cell in row}

    assert {tactic.name for tactic in cafe.tactics} <= cells
    assert {"1,200", "1,380", "+15 %", "Quick wins", "Ana, Jo"} <= cells


def test_every_row_of_a_table_has_as_many_cells_as_its_head():
    plan = Plan(tactics=(Tactic(name="a | b\nc", note="x|y"),))

    head, rule, row = tables(markdown(plan, context()))

    assert len(head) == len(rule) == len(row)
    assert row[1] == "a \\| b c"


def test_check_ins_are_told_by_day(cafe):
    readings = (Reading(metric_id=cafe.metrics[0].id, value=Decimal(1234)),)
    check_in = CheckIn(day=dt.date(2027, 3, 22), readings=readings, note="slow week")
    plan = cafe.replace(check_ins=(check_in,))

    for text in (markdown(plan, context()), plain_text(plan, context())):
        assert "22 Mar 2027" in text
        assert "1,234" in text
        assert "slow week" in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<b>*bold*</b>", r"\<b\>\*bold\*\</b\>"),
        ("[x](javascript:1)", r"\[x\](javascript:1)"),
        ("# no heading", r"\# no heading"),
        ("$x_1$ & &lt;", r"\$x\_1\$ & \&lt;"),
        ("a\n\nb", "a b"),
        ("back\\slash `code`", r"back\\slash \`code\`"),
    ],
)
def test_what_the_user_wrote_is_shown_letter_by_letter(text, shown):
    assert escaped(text) == shown


@pytest.mark.parametrize("start", ["- x", "+ x", "1. x", "12) x", "=== x", "> x", "* x", "---"])
def test_no_paragraph_turns_into_something_else(start):
    text = markdown(Plan(title="T", broad_goal=start), context())

    assert not any(line.startswith(start) for line in text.splitlines())
    assert start.split()[-1] in text


def test_plain_text_has_no_marks_of_its_own(cafe):
    text = plain_text(cafe, context())

    assert text.startswith(f"{cafe.title}\n===")
    assert "**" not in text
    assert "\\" not in text
    assert all(tactic.name in text for tactic in cafe.tactics)


def test_a_blank_plan_is_a_short_text():
    assert "SMART" in markdown(Plan(), context())
    assert plain_text(Plan(), context()).endswith("\n")
