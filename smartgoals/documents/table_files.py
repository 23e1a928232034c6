"""Tables as files: CSV for programs, XLSX for spreadsheets."""

from __future__ import annotations

import csv
import datetime as dt
import io
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING

import xlsxwriter

from smartgoals.documents.csv_reader import neutral
from smartgoals.documents.tables import PlanTable, Subject, Value, Word, plan_table
from smartgoals.domain.value import plain

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from smartgoals.documents.exporter import ExportContext
    from smartgoals.domain.plan import Plan

_DATE_OF_THE_SYSTEM = 14
"""The number format that shows a date as the reader's own country writes it."""
_TWO_WAYS = 3
"""Decimals with which a number is another one where the point parts thousands."""
_EXACT_DIGITS = 15
"""More than these a spreadsheet cannot hold in a number."""
_MILLIONTH = Decimal("0.000001")
_WIDE = Context(prec=80)
"""Room for the largest baseline times the largest factor."""
_WIDEST = 60
_NOT_IN_SHEET_NAMES = str.maketrans("[]:*?/\\'", "        ")
_LONGEST_SHEET_NAME = 31
_NO_LETTERS = dict.fromkeys((0xFFFE, 0xFFFF))


def csv_file(plan: Plan, subject: Subject, context: ExportContext) -> bytes:
    """Return the table as CSV, the same in every language.

    UTF-8 with the mark that spreadsheets know it by, commas between cells, numbers with a
    decimal point, dates such as 2027-06-14, headings and terms in English.
    """
    table = plan_table(plan, subject, context)
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(head.key for head in table.heads)
    writer.writerows([_text(value) for value in row] for row in table.rows)
    return file.getvalue().encode("utf-8-sig", errors="replace")


def xlsx_file(plan: Plan, context: ExportContext) -> bytes:
    """Return a workbook of a sheet per table, with real numbers and dates."""
    file = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(file, options) as book:
        created = dt.datetime.combine(context.today, dt.time(), dt.UTC)
        names = {"title": _letters(plan.name), "author": _letters(plan.brand)}
        book.set_properties({**names, "created": created})
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        day = book.add_format({"num_format": _DATE_OF_THE_SYSTEM, "align": "left"})
        for subject in Subject:
            table = plan_table(plan, subject, context)
            _fill(book.add_worksheet(_sheet_name(table.title)), table, head, day)
    return file.getvalue()


def _sheet_name(title: str) -> str:
    """Return the title as a spreadsheet takes it, in whatever language it is."""
    return title.translate(_NOT_IN_SHEET_NAMES)[:_LONGEST_SHEET_NAME]


def _text(value: Value) -> str:
    """Return the value as text that reads as the same number or date in every country."""
    match value:
        case None:
            return ""
        case Word():
            return value.key
        case dt.date():
            return value.isoformat()
        case Decimal():
            return _digits(value)
        case _:
            return neutral(value)


def _digits(amount: Decimal) -> str:
    text = _exact(amount)
    decimals = text.partition(".")[2]
    return f"{text}0" if len(decimals) == _TWO_WAYS else text


def _exact(amount: Decimal) -> str:
    """Return the number in digits, with at most as many decimals as a plan has."""
    return plain(amount.quantize(_MILLIONTH, ROUND_HALF_UP, _WIDE))


def _fill(sheet: Worksheet, table: PlanTable, head: Format, day: Format) -> None:
    sheet.freeze_panes(1, 1)
    for index, word in enumerate(table.heads):
        sheet.write_string(0, index, word.name, head)
        widths = [len(_shown(row[index])) for row in table.rows]
        sheet.set_column(index, index, min(_WIDEST, max(len(word.name), *widths, 8) + 2))
    for number, row in enumerate(table.rows, start=1):
        for index, value in enumerate(row):
            _put(sheet, number, index, value, day)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.heads) - 1)


def _put(sheet: Worksheet, row: int, column: int, value: Value, day: Format) -> None:
    match value:
        case dt.date():
            sheet.write_datetime(row, column, value, day)
        case Decimal() if len(_exact(value).lstrip("-0.").replace(".", "")) <= _EXACT_DIGITS:
            sheet.write_number(row, column, float(_exact(value)))
        case _ if _shown(value):
            sheet.write_string(row, column, _letters(_shown(value)))


def _letters(text: str) -> str:
    """Return the text without the two signs that stand for no letter and cannot be in XML."""
    return text.translate(_NO_LETTERS)


def _shown(value: Value) -> str:
    match value:
        case None:
            return ""
        case Word():
            return value.name
        case str():
            return value
        case Decimal():
            return _exact(value)
        case _:
            return value.isoformat()
