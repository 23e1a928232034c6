"""Printing: the very pages of the goal sheet, on the paper that lies in the printer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from smartgoals.documents.exporter import Paper
from smartgoals.language import tr

if TYPE_CHECKING:
    from smartgoals.documents.exporter import ExportContext
    from smartgoals.domain.plan import Plan

DOTS_PER_INCH = 300
_WIDTHS = {Paper.A4: 595, Paper.LETTER: 612}
"""In points."""
_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


class PrintError(Exception):
    """Nothing was printed; as a string, the sentence that says so."""


def has_printer() -> bool:
    """Return whether there is a printer to print on."""
    return bool(QPrinterInfo.availablePrinterNames())


def new_printer(name: str, paper: Paper) -> QPrinter:
    """Return a printer for a document of that name; the dialog may choose another paper."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    return printer


def print_sheet(printer: QPrinter, plan: Plan, context: ExportContext) -> int:
    """Print the goal sheet, or the pages of it that were chosen; return how many.

    The sheet is set for the paper in the printer; it may be called in a worker thread.

    Raises:
        PrintError: the printer does not take it.
    """
    from smartgoals.documents.goal_sheet import render_pages

    pages = render_pages(plan, replace(context, paper=paper_of(printer)), DOTS_PER_INCH)
    chosen = _chosen(printer, pages)
    _draw(printer, chosen)
    return len(chosen)


def paper_of(printer: QPrinter) -> Paper:
    """Return the paper for which a sheet fits the printer's best."""
    width = printer.pageLayout().pageSize().sizePoints().width()
    return min(Paper, key=lambda paper: abs(_WIDTHS[paper] - width))


def _chosen(printer: QPrinter, pages: list[bytes]) -> list[bytes]:
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage() > 0:
        return pages[printer.fromPage() - 1 : printer.toPage() or None]
    return pages


def _draw(printer: QPrinter, pages: list[bytes]) -> None:
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintError(tr("Nothing was printed: the printer does not answer."))
    try:
        for number, page in enumerate(pages):
            if number and not printer.newPage():
                raise PrintError(tr("The printer stopped before the last page."))
            _draw_page(painter, printer, QImage.fromData(page))
    finally:
        painter.end()


def _draw_page(painter: QPainter, printer: QPrinter, image: QImage) -> None:
    """Draw the page as large as the paper, in its proportions and in the middle."""
    room = printer.pageLayout().fullRectPixels(printer.resolution())
    size = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(room.topLeft(), size)
    place.moveCenter(room.center())
    painter.drawImage(place, image)
