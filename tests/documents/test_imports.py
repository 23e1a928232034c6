"""Tables taken into a plan, and what is said of the rows that do not fit."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smartgoals.documents.csv_reader import read_table
from smartgoals.documents.import_preview import (
    check_ins_preview,
    plan_preview,
    problem_text,
    tactics_preview,
)
from smartgoals.documents.imports import TableKind, read_check_ins, table_kind, with_check_ins
from smartgoals.documents.metric_reference import MetricReferenceError, find_metric
from smartgoals.documents.table_files import csv_file
from smartgoals.documents.tables import Subject, Word, plan_table
from smartgoals.documents.tactic_rows import read_tactics
from smartgoals.domain.check_in import CheckIn, Reading
from smartgoals.domain.course import readings
from smartgoals.domain.metric import Metric
from smartgoals.domain.plan import Plan
from smartgoals.domain.tactic import Recurrence, Tactic
from smartgoals.domain.terms import Frequency, HoursBasis, MetricKind
from smartgoals.formats import Formats
from smartgoals.language import use_language
from tests.documents.contexts import context

FORMATS = Formats("en_GB")
TODAY = dt.date(2027, 4, 20)
DAY = dt.date(2027, 3, 22)


@pytest.fixture
def plan():
    fans = Metric(id="fans", name="Facebook fans", kind=MetricKind.STOCK)
    clicks = Metric(id="clicks", name="Link clicks")
    rate = Metric(id="rate", name="Engagement", kind=MetricKind.RATE)
    return Plan(title="Café", metrics=(fans, clicks, rate))


def tactics(text, formats=FORMATS):
    return read_tactics(read_table(text), formats)


def check_ins(text, plan, formats=FORMATS):
    return read_check_ins(read_table(text), plan, formats, TODAY)


def entered(text, plan):
    found = check_ins(text, plan)
    assert not found.problems
    return with_check_ins(plan, found.entries, TODAY)


# Tactics


def test_a_table_of_tactics_becomes_tactics():
    text = 'name,value,complexity,owners,due,hours\nPost,8,2,"Ana, Jo",30 April 2027,1.5\n'

    [tactic] = tactics(text).tactics

    assert (tactic.name, tactic.value, tactic.complexity) == ("Post", 8, 2)
    assert (tactic.owners, tactic.due) == (("Ana", "Jo"), dt.date(2027, 4, 30))
    assert (tactic.hours, tactic.hours_basis) == (Decimal("1.5"), HoursBasis.WEEK)


def test_columns_may_stand_in_any_order_under_other_words():
    [tactic] = tactics("When;Who;Tactic\n30.4.2027;Ana;Post").tactics

    assert (tactic.name, tactic.owners, tactic.due) == ("Post", ("Ana",), dt.date(2027, 4, 30))


def test_a_list_of_names_is_a_table_of_tactics():
    table = read_table("Post three stories\nAsk ten customers")

    assert table_kind(table, FORMATS) is TableKind.TACTICS
    assert [t.name for t in read_tactics(table, FORMATS).tactics] == [
        "Post three stories",
        "Ask ten customers",
    ]


@pytest.mark.parametrize(
    ("when", "recurrence"),
    [
        ("by the 30th of every month", Recurrence(month_day=30)),
        ("monthly last", Recurrence(month_day=None)),
        ("every Monday and Thursday", Recurrence(frequency=Frequency.WEEKLY, weekdays=(0, 3))),
        ("Every day", Recurrence(frequency=Frequency.DAILY)),
    ],
)
def test_a_rhythm_can_stand_in_the_place_of_a_date(when, recurrence):
    [tactic] = tactics(f"name\tdue\nPost\t{when}").tactics

    assert (tactic.recurrence, tactic.due) == (recurrence, None)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (",8,2", "no name"),
        ("Post,11,2", "1 to 10"),
        ("Post,0,2", "1 to 10"),
        ("Post,high,2", "1 to 10"),
        ("Post,7.5,2", "1 to 10"),
        ("Post,8,2,,soon", "not a date"),
        ("Post,8,2,,30/02/2027", "no such day"),
        ("Post,8,2,,,many", "number"),
        ("Post,8,2,,,-1", "less than nothing"),
        (f"{'x' * 10_001},8", "too long"),
        ("Post,8,2,,,,weekly sometimes", "rhythm"),
        ("Post,8,2,,,1,,decade", "one of"),
    ],
)
def test_a_row_that_does_not_fit_is_a_sentence(row, words):
    head = "name,value,complexity,owners,due,hours,repeats,hours_for"

    found = tactics(f"{head}\n{row}\nGood,8,2")

    assert [tactic.name for tactic in found.tactics] == ["Good"]
    assert words in problem_text(found.problems[0])
    assert problem_text(found.problems[0]).startswith("Row 2: ")


TACTICS = st.builds(
    Tactic,
    name=st.text(min_size=1, max_size=20).filter(lambda text: text.strip() and text.isprintable()),
    value=st.one_of(st.none(), st.integers(1, 10)),
    complexity=st.one_of(st.none(), st.integers(1, 10)),
    owners=st.sampled_from([(), ("Ana",), ("Ana", "Jo"), ("Smith, John",), ("A, B", "C")]),
    due=st.one_of(st.none(), st.dates(dt.date(2027, 1, 1), dt.date(2028, 12, 31))),
    hours=st.one_of(st.none(), st.decimals(0, 1000, places=3)),
    note=st.sampled_from(["", 'one, two; "three"', "=1+1", "first\nsecond"]),
    parked=st.booleans(),
    parked_until=st.sampled_from(["", "someone is hired"]),
)


@given(st.lists(TACTICS, min_size=1, max_size=5), st.sampled_from(["en_GB", "it_IT", "en_US"]))
def test_exported_tactics_come_back_as_they_were(made, locale):
    written = csv_file(Plan(tactics=tuple(made)), Subject.TACTICS, context())

    found = read_tactics(read_table(written), Formats(locale))

    def facts(tactic):
        clean = tactic.replace(id="x", name=tactic.name.strip())
        return clean if clean.hours is not None else clean.replace(hours_basis=HoursBasis.WEEK)

    assert not found.problems
    assert list(map(facts, found.tactics)) == list(map(facts, made))


def test_every_recurrence_comes_back():
    made = [
        Tactic(name="a", recurrence=Recurrence(frequency=Frequency.DAILY)),
        *(Tactic(name="b", recurrence=Recurrence(month_day=day)) for day in (None, 1, 30, 31)),
        Tactic(name="c", recurrence=Recurrence(frequency=Frequency.WEEKLY, weekdays=(0, 6))),
    ]
    written = csv_file(Plan(tactics=tuple(made)), Subject.TACTICS, context())

    found = read_tactics(read_table(written), FORMATS)

    assert [t.recurrence for t in found.tactics] == [t.recurrence for t in made]


@pytest.mark.parametrize(
    ("code", "locale"), [("tr", "tr_TR"), ("nb", "nb_NO"), ("it", "it_IT"), ("id", "id_ID")]
)
def test_the_headings_and_rhythms_of_every_language_are_known(code, locale, cafe):
    use_language(code)
    try:
        formats = Formats(locale)
        table = plan_table(cafe, Subject.TACTICS, replace(context(), formats=formats))
        rows = [table.heads, *table.rows]
        text = "\n".join("\t".join(_shown(cell, formats) for cell in row) for row in rows)
        found = tactics(text, formats)
    finally:
        use_language("en")

    assert not found.problems
    assert [t.replace(id="x") for t in found.tactics] == [t.replace(id="x") for t in cafe.tactics]


def _shown(cell, formats):
    """The cell as a spreadsheet in the language shows it."""
    if isinstance(cell, Decimal):
        return formats.number(cell)
    if isinstance(cell, dt.date):
        return formats.medium_day(cell)
    return cell.name if isinstance(cell, Word) else cell or ""


# Check-ins


def test_a_table_of_check_ins_is_known_by_its_dates():
    assert table_kind(read_table("2027-03-22,5\n2027-03-29,6"), FORMATS) is TableKind.CHECK_INS
    assert table_kind(read_table("fans,2027-03-22,5"), FORMATS) is TableKind.CHECK_INS
    assert table_kind(read_table("Day;Value\n1.3.2027;5"), FORMATS) is TableKind.CHECK_INS
    assert table_kind(read_table("name,due\nPost,2027-03-22"), FORMATS) is TableKind.TACTICS


def test_values_are_entered_for_their_metric_and_day(plan):
    text = "metric,date,value,note\nfacebook,2027-03-22,1210,rain\nLink clicks,2027-03-22,7,"

    [check_in] = entered(text, plan).check_ins

    assert check_in.day == DAY
    assert {r.metric_id: r.value for r in check_in.readings} == {"fans": 1210, "clicks": 7}
    assert check_in.note == "rain"


def test_values_that_are_there_stay_unless_the_table_has_others(plan):
    before = entered("fans,2027-03-22,1,old\nclicks,2027-03-22,2,", plan)

    after = entered("fans,2027-03-22,5,", before)

    [check_in] = after.check_ins
    assert {r.metric_id: r.value for r in check_in.readings} == {"fans": 5, "clicks": 2}
    assert check_in.note == "old"


def test_of_two_rows_of_one_day_the_later_one_counts(plan):
    after = entered("fans,2027-03-22,1,\nfans,2027-03-22,2,", plan)

    assert [each.value for each in readings(after, "fans")] == [2]


def test_rows_out_of_order_stand_in_order(plan):
    after = entered("fans,2027-03-29,2,\nfans,2027-03-22,1,", plan)

    assert [check_in.day.day for check_in in after.check_ins] == [22, 29]


def test_a_single_metric_needs_no_name(plan):
    alone = plan.replace(metrics=plan.metrics[:1])

    assert readings(entered("date,value\n2027-03-22,5", alone), "fans")[0].value == 5


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("visitors,2027-03-22,5", "no metric “visitors”"),
        (",2027-03-22,5", "which metric"),
        ("fans,2027-04-21,5", "still to come"),
        ("fans,2027-02-30,5", "no such day"),
        ("fans,2027-03-22,", "value is missing"),
        ("fans,,5", "date is missing"),
        ("fans,2027-03-22,5 %", "not a percentage"),
        ("fans,2027-03-22,nan", "not a number"),
        ("fans,2027-03-22,9999999999999999", "too large"),
    ],
)
def test_a_value_that_the_plan_cannot_take_is_a_sentence(plan, row, words):
    found = check_ins(f"metric,date,value\n{row}\nrate,2027-03-22,8 %", plan)

    assert [entry.metric for entry in found.entries] == ["rate"]
    assert words in problem_text(found.problems[0])


@given(
    st.lists(
        st.builds(
            CheckIn,
            day=st.dates(dt.date(2027, 1, 1), TODAY),
            readings=st.lists(
                st.builds(
                    Reading,
                    metric_id=st.sampled_from(["fans", "clicks", "rate"]),
                    value=st.decimals(-10_000, 10_000, places=3),
                ),
                max_size=3,
                unique_by=lambda reading: reading.metric_id,
            ).map(tuple),
            note=st.sampled_from(["", "rain", '=x; "y", z', "two\nlines"]),
        ),
        unique_by=lambda check_in: check_in.day,
    ),
    st.sampled_from(["en_GB", "it_IT", "tr_TR"]),
)
def test_exported_check_ins_come_back_as_they_were(made, locale):
    metrics = tuple(Metric(id=name, name=name, kind=MetricKind.STOCK) for name in IDS)
    kept = sorted((c for c in made if c.readings or c.note), key=lambda each: each.day)
    plan = Plan(metrics=metrics, check_ins=tuple(kept))
    written = csv_file(plan, Subject.CHECK_INS, context())
    blank = plan.replace(check_ins=())
    if not kept:
        return

    found = read_check_ins(read_table(written), blank, Formats(locale), TODAY)

    def facts(check_ins):
        return [(c.day, {r.metric_id: r.value for r in c.readings}, c.note) for c in check_ins]

    assert not found.problems
    assert facts(with_check_ins(blank, found.entries, TODAY).check_ins) == facts(kept)


IDS = ("fans", "clicks", "rate")


# Which metric


@pytest.mark.parametrize(
    ("reference", "found"),
    [
        ("fans", "fans"),
        ("2", "clicks"),
        ("link", "clicks"),
        ("click", "clicks"),
        ("ENGAGEMENT", "rate"),
        ("Facebook Fans", "fans"),
    ],
)
def test_a_metric_is_found_by_id_number_and_name(plan, reference, found):
    assert find_metric(plan, reference, FORMATS).id == found


@pytest.mark.parametrize("reference", ["", "0", "4", "nothing", "²", "-1"])
def test_a_metric_that_is_not_there_is_a_sentence_with_those_that_are(plan, reference):
    with pytest.raises(MetricReferenceError, match=r"Facebook fans.*Engagement"):
        find_metric(plan, reference, FORMATS)


def test_a_beginning_that_fits_two_metrics_is_not_guessed(plan):
    two = plan.with_metric(Metric(name="Facebook reach"))

    with pytest.raises(MetricReferenceError, match="Several"):
        find_metric(two, "facebook", FORMATS)


# Previews


def test_a_plan_is_shown_with_its_counts_before_it_is_added(cafe):
    preview = plan_preview(cafe, FORMATS, is_here=False)

    assert preview.title == cafe.title
    assert any("3 metrics · 6 tactics · 0 check-ins" in fact for fact in preview.facts)
    assert preview.action == "Add this plan"


def test_a_plan_that_is_here_comes_as_a_copy(cafe):
    preview = plan_preview(cafe, FORMATS, is_here=True)

    assert preview.action == "Add a copy"
    assert "copy" in preview.facts[-1]


def test_a_table_is_shown_with_what_fits_and_what_does_not(plan):
    found = check_ins("metric,date,value\nfans,2027-03-22,1210\nfans,soon,1", plan)
    preview = check_ins_preview(found, plan, FORMATS)

    assert preview.facts[0] == "1 value of 1 day for “Café”"
    assert preview.added == ("22 Mar 2027 · Facebook fans · 1,210",)
    assert len(preview.problems) == 1
    assert preview.action


def test_where_nothing_fits_there_is_nothing_to_add(plan):
    preview = tactics_preview(tactics("name,value\nPost,99"), plan, FORMATS)

    assert preview.action == ""
    assert preview.problems


def test_exported_tactics_are_known_to_the_plan_they_came_from(cafe):
    written = csv_file(cafe, Subject.TACTICS, context())

    found = read_tactics(read_table(written), FORMATS).new_to(cafe)

    assert (found.tactics, found.present) == ((), len(cafe.tactics))
    [fact] = tactics_preview(found, cafe, FORMATS).facts
    assert fact == f"6 tactics are in “{cafe.title}” already and are not added again."
