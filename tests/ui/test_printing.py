"""Printing, on a printer that writes a PDF."""

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter

from smartgoals.documents.exporter import Paper
from smartgoals.documents.goal_sheet import render_pages
from smartgoals.domain.plan import Plan
from smartgoals.domain.strategy import Audience
from smartgoals.ui.printing import PrintError, new_printer, paper_of, print_sheet
from tests.documents.contexts import context

POINTS = {Paper.A4: (595, 842), Paper.LETTER: (612, 792)}


@pytest.fixture
def printer(qapp, tmp_path):
    return printer_into(tmp_path / "printed.pdf")


def printer_into(path, paper=Paper.A4):
    made = new_printer("Goal sheet", paper)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(path))
    return made


@pytest.fixture
def plan():
    """A plan of more than one page."""
    audiences = tuple(Audience(role=f"Audience {n}", pain="x " * 400) for n in range(4))
    return Plan(title="Long", audiences=audiences)


@pytest.mark.parametrize("paper", Paper)
def test_the_sheet_is_set_for_the_paper_in_the_printer(qapp, tmp_path, cafe, paper):
    path = tmp_path / "printed.pdf"

    count = print_sheet(printer_into(path, paper), cafe, context(paper=Paper.A4))

    pages = PdfReader(path).pages
    box = pages[0].mediabox
    assert len(pages) == count >= 1
    assert (round(box.width), round(box.height)) == POINTS[paper]


def test_every_page_of_the_sheet_is_printed_and_none_is_blank(printer, plan):
    count = print_sheet(printer, plan, context())

    pages = PdfReader(printer.outputFileName()).pages
    assert len(pages) == count == len(render_pages(plan, context(), 48)) > 1
    assert all(len(page.images) == 1 for page in pages)


def test_the_chosen_pages_alone_are_printed(printer, plan):
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)

    assert print_sheet(printer, plan, context()) == 1
    assert len(PdfReader(printer.outputFileName()).pages) == 1


@pytest.mark.parametrize(
    ("size", "paper"),
    [
        (QPageSize.PageSizeId.A4, Paper.A4),
        (QPageSize.PageSizeId.A5, Paper.A4),
        (QPageSize.PageSizeId.Letter, Paper.LETTER),
        (QPageSize.PageSizeId.Legal, Paper.LETTER),
    ],
)
def test_other_papers_take_the_sheet_that_fits_best(printer, size, paper):
    printer.setPageSize(QPageSize(size))

    assert paper_of(printer) is paper


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_one_sentence(printer, cafe, tmp_path):
    printer.setOutputFileName(str(tmp_path / "gone" / "printed.pdf"))

    with pytest.raises(PrintError, match="Nothing was printed"):
        print_sheet(printer, cafe, context())


def test_the_window_prints_while_it_answers(window, qtbot, tmp_path):
    window.open_sample("cafe")
    window.desk.files.print_on(printer_into(tmp_path / "printed.pdf"))

    assert "being printed" in window.messages.text.text()
    qtbot.waitUntil(lambda: "with the printer" in window.messages.text.text(), timeout=20_000)
    assert len(PdfReader(tmp_path / "printed.pdf").pages) >= 1


def test_without_a_printer_the_pdf_is_offered(window, monkeypatch):
    monkeypatch.setattr("smartgoals.ui.printing.has_printer", lambda: False)
    window.open_sample("cafe")

    window.print_sheet()

    assert "No printer is set up here" in window.messages.text.text()
    assert any(b.text() == "Save as PDF …" for b in window.messages._actions)
