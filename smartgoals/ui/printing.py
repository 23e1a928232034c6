"""Printing: the pages of the goal sheet through the system's dialog."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from smartgoals.language import tr

if TYPE_CHECKING:
    from smartgoals.domain.plan import Plan

DOTS_PER_INCH = 300


def print_pages(
    parent: QWidget, name: str, plan: "Plan", render: "Callable[[Plan, int], list[bytes]]"
) -> None:
    """Ask for a printer and print every page of the plan's sheet on it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(tr("Print goal sheet"))
    dialog.accepted.connect(lambda: draw_pages(printer, render(plan, DOTS_PER_INCH)))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    # Its own open() wants a slot by name; this is what every other dialog's does.
    QDialog.open(dialog)


def draw_pages(printer: QPrinter, pages: list[bytes]) -> None:
    """Draw each page as large as the paper, in its proportions."""
    painter = QPainter(printer)
    for number, page in enumerate(pages):
        if number:
            printer.newPage()
        image = QImage.fromData(page)
        room = printer.pageLayout().fullRectPixels(printer.resolution()).size()
        size = image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRect(0, 0, size.width(), size.height()), image)
    painter.end()
