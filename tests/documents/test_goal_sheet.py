import datetime as dt
import io
import math
import re
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Any

import pytest
from pypdf import PdfReader

from smartgoals.documents.exporter import Paper
from smartgoals.documents.goal_sheet import goal_sheet_pdf, render_pages
from smartgoals.documents.sheet_chart import sheet_chart
from smartgoals.documents.sheet_numbers import number_sections
from smartgoals.documents.sheet_parts import Table
from smartgoals.domain.metric import Metric, Target
from smartgoals.domain.plan import Plan
from smartgoals.domain.strategy import ChannelPlan
from smartgoals.domain.tactic import Tactic
from smartgoals.domain.terms import MetricKind
from smartgoals.words.sentences import alignment, statement
from tests.documents.contexts import context

MARKUP = "# $x_1$ _a_ *b* <b>c</b> `d` @e [f] \\ // /* ~ --- 'q' \"r\" #import &amp; 5 % $$"
OTHER_SCRIPTS = (
    "مقهى في الحي",
    "咖啡馆的推广计划",
    "ร้านกาแฟในย่านนี้",
    "שלום עולם",
    "🎉👩‍👩‍👧",
    "हिन्दी",
)


def sheet(plan: Plan, **options: Any) -> PdfReader:
    return PdfReader(io.BytesIO(goal_sheet_pdf(plan, context(**options))))


def text_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def without_strategy(plan: Plan) -> Plan:
    bare = Plan()
    return plan.replace(
        audiences=(), message=bare.message, content=bare.content, listening=bare.listening
    )


def with_tactics(plan: Plan, count: int) -> Plan:
    return plan.replace(
        tactics=tuple(
            Tactic(
                name=f"Do piece {index} of the work",
                value=1 + index % 10,
                complexity=1 + index // 10,
                owners=("Ana",),
                due=dt.date(2027, 4, 1),
            )
            for index in range(count)
        )
    )


def structure(reader: PdfReader) -> list[tuple[str, str]]:
    """Return role and alternative text of every tag, in reading order."""
    found: list[tuple[str, str]] = []
    waiting = [reader.root_object["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop()
        node = node.get_object() if hasattr(node, "get_object") else node
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict):
            if "/S" in node:
                found.append((node["/S"], str(node.get("/Alt", ""))))
            waiting.append(node.get("/K"))
    return found


def test_the_sheet_holds_the_whole_plan_in_words(cafe: Plan):
    text = text_of(sheet(cafe))

    formats = context().formats
    for words in (cafe.name, statement(cafe, formats), alignment(cafe), cafe.broad_goal):
        assert " ".join(words.split()) in text
    for words in (cafe.specific, cafe.measurable, cafe.achievable, cafe.realistic, cafe.time_bound):
        assert words in text


def test_metrics_stand_with_start_milestones_target_and_change(cafe: Plan):
    text = text_of(sheet(cafe))

    assert "Start 7 Apr 30 Apr 22 May Target Change" in text
    assert "1,200 1,245 1,291 1,335 1,380 +15 %" in text


def test_tactics_stand_in_the_order_of_work_with_owners_and_dates(cafe: Plan):
    text = text_of(sheet(cafe))
    names = ["stories", "special", "tasting", "walk", "reviews", "podcast"]

    places = [text.index(name, text.index("In order of work")) for name in names]
    assert all(one < other for one, other in pairwise(places))
    assert "Ana, Jo by the 30th of every month" in text


def test_facts_stand_beside_her_own_words(cafe: Plan):
    text = text_of(sheet(cafe))

    assert "of 8 hours a week are planned" in text
    assert "1.2 times the recent pace (realistic)" in text
    assert "a check-in every Monday" in text


def test_obstacles_and_goals_for_later_are_kept_in_mind(cafe: Plan):
    text = text_of(sheet(cafe))

    assert f"If {cafe.obstacles[0].if_text}: {cafe.obstacles[0].then_text}" in text
    assert cafe.parked_goals[0] in text
    assert cafe.company_goals[1] in text


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_an_ordinary_plan_takes_one_page_of_its_paper(
    cafe: Plan, paper: Paper, size: tuple[int, int]
):
    plan = without_strategy(cafe).replace(money=Plan().money)
    pages = sheet(plan, paper=paper).pages

    assert [(round(page.mediabox.width), round(page.mediabox.height)) for page in pages] == [size]


@pytest.mark.parametrize("paper", Paper)
def test_eight_tactics_still_fit_on_the_page(cafe: Plan, paper: Paper):
    plan = with_tactics(without_strategy(cafe).replace(money=Plan().money), 8)

    assert len(sheet(plan, paper=paper).pages) == 1


def test_strategy_comes_on_further_pages_only_when_filled(cafe: Plan):
    first, *further = (page.extract_text() for page in sheet(cafe).pages)

    assert cafe.message.one_thing not in first
    assert cafe.message.one_thing in "".join(further)
    assert "Listening" not in "".join(further)


def test_the_header_of_a_long_table_repeats_on_every_page(cafe: Plan):
    pages = [
        page.extract_text()
        for page in sheet(with_tactics(without_strategy(cafe), 60)).pages
        if "of the work" in page.extract_text()
    ]

    assert len(pages) > 1
    assert all("Complexity" in page and "Hours a week" in page for page in pages)


def test_no_heading_is_left_alone_at_the_end_of_a_page(cafe: Plan):
    channels = tuple(
        ChannelPlan(channel=f"Channel {index}", reason="because\n" * (index * 7 % 11 + 1))
        for index in range(150)
    )
    pages = sheet(cafe.replace(content=cafe.content.replace(channels=channels))).pages
    last_lines = [page.extract_text().splitlines()[-2] for page in pages]  # above the footer

    assert len(pages) > 8
    assert not any(line.startswith("Channel ") for line in last_lines)


def test_every_tactic_of_a_long_plan_is_printed(cafe: Plan):
    text = text_of(sheet(with_tactics(cafe, 40)))

    assert all(f"Do piece {index} of the work" in text for index in range(40))


def test_the_pdf_is_tagged_and_knows_title_language_and_author(cafe: Plan):
    reader = sheet(cafe, language="nb_NO")

    assert reader.metadata is not None
    assert reader.metadata.title == cafe.name
    assert reader.metadata.author == cafe.brand
    assert reader.root_object["/Lang"] == "nb"
    assert reader.root_object["/MarkInfo"]["/Marked"]
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid" in reader.root_object["/Metadata"].get_data()


def test_headings_and_tables_are_what_they_look_like(cafe: Plan):
    roles = [role for role, _ in structure(sheet(cafe))]

    assert roles.count("/H1") == 1
    assert roles.count("/H2") >= 4
    assert "/TH" in roles


def test_the_chart_tells_in_words_what_it_shows(cafe: Plan):
    (description,) = (alt for role, alt in structure(sheet(cafe)) if role == "/Figure")

    assert "1 Quick wins: 1 Post 3 café stories a week, value 9, complexity 4" in description
    assert "Start our own podcast, value 3, complexity 8, parked" in description


def test_all_fonts_are_embedded(cafe: Plan):
    fonts = [
        font.get_object()
        for page in sheet(cafe.replace(description=" ".join(OTHER_SCRIPTS))).pages
        for font in page["/Resources"]["/Font"].get_object().values()
    ]

    assert fonts
    for font in fonts:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def test_the_chart_is_drawn_as_vectors(cafe: Plan):
    images = [image for page in sheet(cafe).pages for image in page.images]

    assert images == []


def test_the_footer_names_brand_saving_and_page(cafe: Plan):
    pages = sheet(cafe).pages

    for number, page in enumerate(pages, start=1):
        text = " ".join(page.extract_text().split())
        assert cafe.brand in text
        assert "Saved 15 March 2027" in text
        assert f"{number} of {len(pages)}" in text


def test_numbers_and_dates_are_written_as_in_her_country(cafe: Plan):
    text = text_of(sheet(cafe, locale_name="it_IT"))

    assert "+15%" in text
    assert "14 giugno 2027" in text


@pytest.mark.parametrize("locale_name", ["en_GB", "id_ID", "it_IT", "nb_NO", "tr_TR"])
def test_no_line_ends_between_a_day_and_its_month(cafe: Plan, locale_name: str):
    text = "\n".join(page.extract_text() for page in sheet(cafe, locale_name=locale_name).pages)

    gaps = re.findall(r"\b\d\d?\.?(\s)[^\W\d]+\.?\s+2027\b", text)
    assert len(gaps) > 5
    assert set(gaps) == {"\u00a0"}


def test_a_plan_without_a_currency_takes_that_of_the_user(cafe: Plan):
    text = text_of(sheet(cafe.replace(currency=""), currency="EUR"))

    assert "€585" in text


def test_an_empty_plan_is_a_draft_of_one_page_to_fill_in_by_hand():
    reader = sheet(Plan())

    assert "DRAFT" in text_of(reader)
    assert len(reader.pages) == 1


def test_a_finished_plan_is_no_draft(cafe: Plan):
    assert "DRAFT" not in text_of(sheet(cafe))


@pytest.mark.parametrize(
    "missing",
    [{"broad_goal": ""}, {"metrics": ()}, {"start": None}, {"due": None}, {"tactics": ()}],
)
def test_a_plan_that_misses_something_required_is_a_draft(cafe: Plan, missing: dict[str, Any]):
    assert "DRAFT" in text_of(sheet(cafe.replace(**missing)))


def test_a_missing_start_is_asked_for_under_the_due_date(cafe: Plan):
    text = text_of(sheet(cafe.replace(start=None)))

    assert text.index("14 June 2027") < text.index("Start") < text.index("Specific")


@pytest.mark.parametrize("field", ["title", "specific", "strategy", "description", "brand"])
def test_markup_is_printed_word_for_word(cafe: Plan, field: str):
    text = text_of(sheet(cafe.replace(**{field: MARKUP})))

    shown = MARKUP[:50] if field == "brand" else MARKUP
    assert shown.replace(" ", "") in text.replace(" ", "")


def test_markup_in_names_is_printed_word_for_word(cafe: Plan):
    plan = cafe.replace(
        tactics=(Tactic(name=MARKUP, owners=("#o", "_p_"), value=8, complexity=2),),
        metrics=(Metric(name=MARKUP, channel="$c$", unit="<u>", source="*s*"),),
    )
    text = text_of(sheet(plan)).replace(" ", "")

    assert text.count(MARKUP.replace(" ", "")) >= 2
    assert "#o,_p_" in text


@pytest.mark.parametrize("words", OTHER_SCRIPTS)
def test_every_script_can_be_printed_with_whatever_fonts_there_are(cafe: Plan, words: str):
    reader = sheet(cafe.replace(title=words, specific=words, brand=words))

    assert reader.metadata is not None
    assert reader.metadata.title == words
    assert cafe.measurable in text_of(reader)


@pytest.mark.parametrize("words", ["مقهى في الحي", "שלום עולם", "Καφενείο", "Кафе", "kızılay Økt"])
def test_scripts_of_our_own_fonts_keep_their_text(cafe: Plan, words: str):
    text = text_of(sheet(cafe.replace(specific=words)))

    # Right-to-left text is extracted in the order of the eye: the letters count.
    assert set(words) <= set(text)


def test_a_word_of_ten_thousand_letters_is_broken_into_lines(cafe: Plan):
    plan = cafe.replace(
        specific="z" * 10_000, tactics=(Tactic(name="q" * 3000, value=1, complexity=1),)
    )
    reader = sheet(plan)
    lines = [line for page in reader.pages for line in page.extract_text().splitlines()]

    assert sum(line.count("z") for line in lines if "zz" in line) >= 10_000
    assert max(line.count("z") for line in lines) < 150
    assert max(line.count("q") for line in lines) < 60


def test_a_long_word_can_be_copied_in_one_piece(cafe: Plan):
    link = "https://example.org/" + "a" * 60
    text = text_of(sheet(cafe.replace(specific=link)))

    assert link in text.replace(" ", "")


def test_numbers_of_any_size_leave_the_names_their_room(cafe: Plan):
    largest = Decimal("999999999999999.999999")
    plan = cafe.replace(
        metrics=(Metric(name="Sums", baseline=-largest, target=Target(amount=largest)),)
    )

    assert "Sums" in text_of(sheet(plan))


def test_lines_may_end_in_wide_columns_that_would_press_the_names_together(cafe: Plan):
    def broken(plan: Plan) -> list[str]:
        (numbers,) = number_sections(plan, context())
        (metrics,) = numbers.blocks
        assert isinstance(metrics, Table)
        return [column.head for column in metrics.columns[1:] if column.share]

    share = cafe.metrics[1].replace(
        channel="Website and newsletter",
        kind=MetricKind.SHARE,
        baseline=Decimal(8),
        target=Target(amount=Decimal(20)),
    )
    ten_years = {"start": dt.date(2024, 2, 29), "due": dt.date(2034, 2, 28)}
    assert broken(cafe) == []
    assert broken(cafe.replace(metrics=(share,), **ten_years)) == ["Channel", "Change"]


def test_no_dot_of_sixty_tactics_covers_another_one(cafe: Plan):
    tactics = tuple(
        Tactic(name=f"Write {n}", value=n * 3 % 10 + 1, complexity=n * 7 % 10 + 1)
        for n in range(60)
    )
    dots = sheet_chart(cafe.replace(tactics=tactics), scale=1).dots
    assert len(dots) == 60
    for one, other in combinations(dots, 2):
        assert math.dist((one.x, one.y), (other.x, other.y)) >= 2 * one.radius


def test_a_metric_to_be_measured_first_says_so(cafe: Plan):
    metric = Metric(name="Visits", baseline_unknown=True, target=Target(amount=Decimal(800)))

    assert "Visits first check-in – – – 800 –" in text_of(sheet(cafe.replace(metrics=(metric,))))


def test_many_milestones_have_a_table_of_their_own(cafe: Plan):
    days = tuple(dt.date(2027, 4, day) for day in (1, 8, 15, 22, 29))
    text = text_of(sheet(cafe.replace(milestone_days=days)))

    assert "Milestones" in text
    assert "29 April 2027" in text


def test_check_ins_show_where_the_plan_stands(cafe: Plan):
    from smartgoals.domain.check_in import CheckIn, Reading

    reading = Reading(metric_id=cafe.metrics[0].id, value=Decimal(1290))
    plan = cafe.replace(
        check_ins=(CheckIn(day=dt.date(2027, 4, 19), readings=(reading,), note="A good week"),)
    )
    text = text_of(sheet(plan))

    assert "Where it stands on 20 April 2027" in text
    assert "1,290 19 Apr 2027 50 % Ahead" in text
    assert "A good week" in text


@pytest.mark.parametrize("start", [dt.date(2027, 6, 14), dt.date(2027, 7, 1)])
def test_a_plan_of_one_day_and_one_that_ends_before_it_starts_are_printed(
    cafe: Plan, start: dt.date
):
    assert cafe.name in text_of(sheet(cafe.replace(start=start)))


def test_the_same_plan_makes_the_same_file(cafe: Plan):
    assert goal_sheet_pdf(cafe, context()) == goal_sheet_pdf(cafe, context())


def test_the_preview_shows_as_many_pages_as_the_pdf_has(cafe: Plan):
    pages = render_pages(cafe, context(), 48)

    assert len(pages) == len(sheet(cafe).pages)
    assert all(page.startswith(b"\x89PNG") for page in pages)


def test_the_preview_is_as_sharp_as_asked(cafe: Plan):
    (page, *_) = render_pages(cafe, context(), 96)
    width, height = (int.from_bytes(page[start : start + 4]) for start in (16, 20))

    assert (width, height) == pytest.approx((794, 1123), abs=1)
