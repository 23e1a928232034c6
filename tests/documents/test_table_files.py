"""CSV and XLSX, read back by the csv module and by openpyxl."""

import csv
import datetime as dt
import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from smartgoals.documents.table_files import csv_file, xlsx_file
from smartgoals.documents.tables import Subject
from smartgoals.domain.check_in import CheckIn, Reading
from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Recurrence, Tactic
from smartgoals.domain.terms import Frequency, HoursBasis
from tests.documents.contexts import context

HOSTILE = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")', 'a,b;"c"\nd', "<b>"]


def rows_of(plan, subject):
    text = csv_file(plan, subject, context()).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def sheets_of(plan):
    book = load_workbook(io.BytesIO(xlsx_file(plan, context())))
    return {sheet.title: list(sheet.iter_rows()) for sheet in book}


def checked_in(plan, *values):
    metric = plan.metrics[0]
    check_ins = tuple(
        CheckIn(day=day, readings=(Reading(metric_id=metric.id, value=value),), note=note)
        for day, value, note in values
    )
    return plan.replace(check_ins=check_ins)


def test_a_csv_file_begins_with_the_mark_that_spreadsheets_need(cafe):
    assert csv_file(cafe, Subject.METRICS, context()).startswith(b"\xef\xbb\xbfmetric,")


def test_metrics_are_listed_with_exact_numbers(cafe):
    first = rows_of(cafe, Subject.METRICS)[0]

    assert (first["baseline"], first["target"], first["change_percent"]) == ("1200", "1380", "15")
    assert (first["kind"], first["direction"]) == ("stock", "increase_to")
    assert first["metric"] == "Facebook fans"


def test_tactics_are_listed_in_their_order_with_who_and_when(cafe):
    rows = rows_of(cafe, Subject.TACTICS)

    assert [row["name"] for row in rows] == [tactic.name for tactic in cafe.tactics]
    assert {"monthly 30", "weekly mon wed fri"} <= {row["repeats"] for row in rows}
    assert "Ana; Jo" in {row["owners"] for row in rows}


def test_of_a_recurring_tactic_every_day_is_told_on_which_it_was_done(cafe):
    done = (dt.date(2027, 3, 15), dt.date(2027, 3, 17))
    plan = cafe.with_tactic(cafe.tactic("stories").replace(done_occurrences=done))
    plan = plan.with_tactic(plan.tactic("video").replace(done_on=dt.date(2027, 4, 2)))

    told = {row["name"]: row["done"] for row in rows_of(plan, Subject.TACTICS) if row["done"]}

    assert told == {
        cafe.tactic("stories").name: "2027-03-15; 2027-03-17",
        cafe.tactic("video").name: "2027-04-02",
    }


def test_check_ins_have_a_row_for_each_value_and_the_note_once(cafe):
    day = dt.date(2027, 3, 22)
    readings = tuple(Reading(metric_id=m.id, value=Decimal(n)) for n, m in enumerate(cafe.metrics))
    plan = cafe.replace(check_ins=(CheckIn(day=day, readings=readings, note="rain"),))

    rows = rows_of(plan, Subject.CHECK_INS)

    assert [row["value"] for row in rows] == ["0", "1", "2"]
    assert [row["note"] for row in rows] == ["rain", "", ""]
    assert {row["date"] for row in rows} == {"2027-03-22"}


def test_a_note_without_values_has_a_row(cafe):
    plan = cafe.replace(check_ins=(CheckIn(day=dt.date(2027, 3, 22), note="closed"),))

    [row] = rows_of(plan, Subject.CHECK_INS)

    assert (row["metric"], row["value"], row["note"]) == ("", "", "closed")


@pytest.mark.parametrize(
    ("value", "text"), [("1.234", "1.2340"), ("-5", "-5"), ("1234567", "1234567"), ("0.5", "0.5")]
)
def test_no_number_can_be_read_as_another_one(cafe, value, text):
    plan = checked_in(cafe, (dt.date(2027, 3, 22), Decimal(value), ""))

    assert rows_of(plan, Subject.CHECK_INS)[0]["value"] == text


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_a_csv_file_is_a_formula(text):
    plan = Plan(tactics=(Tactic(name=text, owners=(text,), note=text),))

    [row] = rows_of(plan, Subject.TACTICS)

    assert row["name"].lstrip("'") == plan.tactics[0].name
    assert not any((cell or "").lstrip().startswith(("=", "+", "-", "@")) for cell in row.values())


@pytest.mark.parametrize("text", [*HOSTILE, "x" * 10_000, "_x0041_"])
def test_every_text_of_a_workbook_is_text(text):
    plan = Plan(title=text, brand=text, tactics=(Tactic(name=text),))

    cell = sheets_of(plan)["Tactics"][1][0]

    assert (cell.value, cell.data_type) == (plan.tactics[0].name, "s")


def test_what_xml_cannot_hold_stays_outside():
    plan = Plan(title="a\ufffe", tactics=(Tactic(name="a\ufffe\uffffb"),))

    assert sheets_of(plan)["Tactics"][1][0].value == "ab"


def test_a_workbook_holds_real_numbers_and_dates(cafe):
    plan = checked_in(cafe, (dt.date(2027, 3, 22), Decimal("1200.5"), "rain"))

    [_, row] = sheets_of(plan)["Check-ins"]

    assert row[0].is_date
    assert row[0].value.date() == dt.date(2027, 3, 22)
    assert [cell.value for cell in row[1:]] == ["Facebook fans", 1200.5, "rain"]


def test_a_workbook_has_a_sheet_for_each_table_with_headings(cafe):
    sheets = sheets_of(cafe)

    assert list(sheets) == ["Metrics", "Tactics", "Check-ins"]
    assert sheets["Metrics"][0][0].value == "Metric"
    assert len(sheets["Tactics"]) == 1 + len(cafe.tactics)


def test_a_workbook_speaks_in_words(cafe):
    values = {cell.value for row in sheets_of(cafe)["Tactics"] for cell in row}

    assert {"by the 30th of every month", "Quick wins", "a week"} <= values


def test_a_number_too_long_for_a_spreadsheet_stays_exact():
    target = Target(amount=Decimal("123456789012345.123456"))
    plan = Plan(metrics=(Metric(name="Views", baseline=Decimal(0), target=target),))

    values = {cell.value for cell in sheets_of(plan)["Metrics"][1]}

    assert "123456789012345.123456" in values


def test_a_blank_plan_has_headings_alone():
    assert [len(rows) for rows in sheets_of(Plan()).values()] == [1, 1, 1]
    assert all(rows_of(Plan(), subject) == [] for subject in Subject)


def test_the_same_plan_gives_the_same_workbook(cafe):
    assert xlsx_file(cafe, context()) == xlsx_file(cafe, context())


def test_hours_say_what_they_are_for():
    weekly = Recurrence(frequency=Frequency.WEEKLY, weekdays=(0, 3))
    tactic = Tactic(recurrence=weekly, hours=Decimal(2), hours_basis=HoursBasis.OCCURRENCE)

    [row] = rows_of(Plan(tactics=(tactic,)), Subject.TACTICS)

    assert (row["repeats"], row["hours"], row["hours_for"]) == ("weekly mon thu", "2", "occurrence")
